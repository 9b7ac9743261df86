"""What a look saw and what follows from it, in words: the same for `show` and `check`.

Takes evidence as plain JSON values, as the database keeps it, so that what an older version saw can
still be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from crawler.net.exchange import OURS
from crawler.verdicts.rules import RULES
from crawler.verdicts.verdict import Reason
from crawler.words import moment

Plain = Mapping[str, Any]
Facts = dict[str, str | list[str] | None]

_RULES = {rule.name: (rule.decide.__doc__ or "").partition("\n")[0] for rule in RULES}


def what_it_means(verdict: str, reason: str, suggested_url: str | None) -> Facts:
    """The verdict, a sentence on what was seen, one of advice, and the address to use instead."""
    cause = Reason(reason).cause
    return {
        "verdict": f"{verdict}: {reason}",
        "meaning": cause.meaning,
        "advice": cause.advice,
        "new address": suggested_url,
    }


def what_was_seen(seen: Plain) -> Facts:
    """What decided, every request, and every try; what is not known is empty."""
    rule = seen.get("rule")
    return {
        "decided by": f"{rule}: {_RULES[rule]}" if rule in _RULES else rule,
        "sign": [f'{sign["kind"]}, {sign["name"]}: "{sign["quote"]}"' for sign in _signs(seen)],
        "sibling": _sibling(seen.get("sibling")),
        "record": _record(seen.get("record")),
        "requests": requests(seen),
        "fault": _fault(seen),
        "certificate": _certificate(seen),
        "answered": _answered(seen),
        "type": seen.get("content_type"),
        "headers": [f"{name}: {value}" for name, value in _headers(seen)],
        "tries": list(_tries(seen)),
    }


def certificate_date(expires: str, *, has_run_out: bool) -> str:
    """Until when a certificate holds, or held."""
    return f"{'ran out' if has_run_out else 'valid until'} {moment(expires)}"


def requests(seen: Plain) -> list[str]:
    """The answered requests of a look, a line each.

    >>> requests({"hops": [{"url": "http://a.example/", "status": 301, "location": "/b"}]})
    ['301 http://a.example/ → /b']
    """
    return [_request(hop) for hop in seen.get("hops", ())]


def _request(hop: Plain) -> str:
    leads = f" → {hop['location']}" if hop.get("location") else ""
    by = hop.get("via", "header")
    said_by = "" if by == "header" else f", by {by}"
    return f"{hop['status']} {hop['url']}{leads}{said_by}{_in_time(hop)}"


def _in_time(answered: Plain) -> str:
    return f", {answered['milliseconds']} ms" if "milliseconds" in answered else ""


def _signs(seen: Plain) -> list[Plain]:
    return list(seen.get("signs", ()))


def _sibling(sibling: Plain | None) -> str | None:
    """How the directory answers for a page that cannot exist, beside this one."""
    if not sibling:
        return None
    leads = f"leads to {sibling['final_url']} and " if sibling.get("redirects") else ""
    said = f"{sibling['url']}, which cannot exist, {leads}answers {sibling['status']}"
    if sibling.get("likeness") is not None:
        said += f", {sibling['likeness']:.0%} like this page"
    return said + (" and with its title" if sibling.get("same_title") else "")


def _record(record: Plain | None) -> str | None:
    """What a source that would know says."""
    if not record:
        return None
    moved = f", now at {record['moved_to']}" if record.get("moved_to") else ""
    said = f'{record["source"]} says {record["standing"]}: "{record["quote"]}"'
    return f"{said}{moved} ({record['address']})"


def _fault(seen: Plain) -> str | None:
    """What failed, and how; or what was odd though nothing failed."""
    of_the_certificate = "certificate_fault" in seen and "fault" not in seen
    known = (seen.get("fault"), None if of_the_certificate else seen.get("detail"))
    return ": ".join(filter(None, known)) or None


def _certificate(seen: Plain) -> str | None:
    """What is wrong with the certificate, and when it runs out or ran out."""
    fault, expires = seen.get("certificate_fault"), seen.get("certificate_expires")
    wrong = ": ".join(filter(None, (fault, None if seen.get("fault") else seen.get("detail"))))
    date = None
    if expires:
        date = certificate_date(expires, has_run_out=fault == "tls-expired")
    return "; ".join(filter(None, (wrong if fault else None, date))) or None


def _answered(seen: Plain) -> str | None:
    by = f" by {seen['address']}" if seen.get("address") else ""
    return f"in {seen['milliseconds']} ms{by}" if "milliseconds" in seen else None


def _headers(seen: Plain) -> Iterator[tuple[str, str]]:
    yield from ((k, v) for k, v in seen.get("headers", {}).items() if k != "content-type")


def _tries(seen: Plain) -> Iterator[str]:
    """How often it was tried; where looks differ, what each of them came to, ours first."""
    yield str(seen["tries"]) if seen.get("tries") else "none: it was not asked"
    earlier = list(seen.get("earlier", ()))
    if earlier:
        looks = [(_came_to(look), "") for look in earlier] + [(_came_to(seen), "; this one counts")]
        looks.sort(key=lambda look: not look[0].startswith(f"{OURS}:"))
        yield from (said + counts for said, counts in looks)


def _came_to(seen: Plain) -> str:
    """One look in a line: who asked, and what came of it."""
    hops = requests(seen)
    came = _fault(seen) if seen.get("fault") else hops[-1] if hops else "nothing"
    return f"{seen.get('client', OURS)}: {came}"
