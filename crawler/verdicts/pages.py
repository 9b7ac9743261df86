"""Rules that go by what came: signs, where the chain ended, and the page at its end."""

from __future__ import annotations

from dataclasses import replace

from crawler.verdicts.absence import (
    is_as_expected,
    is_deep,
    is_page,
    is_shell_for_all,
    is_taken_over,
)
from crawler.verdicts.evidence import Evidence, SignKind
from crawler.verdicts.places import place_of
from crawler.verdicts.redirects import REFRESH, kind_of_move, lasting_address
from crawler.verdicts.signs.broken import ORIGIN_DNS, SERVER_ERROR
from crawler.verdicts.verdict import Reason

_BROKEN = {ORIGIN_DNS: Reason.DNS_FAILURE, SERVER_ERROR: Reason.HTTP_5XX}


def meets_wall(seen: Evidence) -> Reason | None:
    """A wall can fake any status, and any page."""
    led = len(seen.hops) > 1 and place_of(seen.final_url).is_wall
    return Reason.BOT_WALL if led or seen.sign(SignKind.WALL) else None


def is_abroad(seen: Evidence) -> Reason | None:
    """Kept from the country we ask from."""
    return Reason.GEO if seen.sign(SignKind.GEO) else None


def is_parked(seen: Evidence) -> Reason | None:
    """A lapsed domain, by its page or by where it sends its visitors."""
    start, end = place_of(seen.url), place_of(seen.final_url)
    sold = end.is_parking_of(start) or (end.is_shop and start.site != end.site)
    return Reason.PARKED if sold or seen.sign(SignKind.PARKED) else None


def is_suspended(seen: Evidence) -> Reason | None:
    """Switched off by its hoster."""
    return Reason.SUSPENDED if seen.sign(SignKind.SUSPENDED) else None


def is_mended(seen: Evidence) -> Reason | None:
    """The page says that it is being mended, or that it is broken."""
    sign = seen.sign(SignKind.MAINTENANCE)
    return _BROKEN.get(sign.name, Reason.MAINTENANCE) if sign else None


def has_crashed(seen: Evidence) -> Reason | None:
    """Sent to the page for requests that broke the server."""
    led = len(seen.hops) > 1 and place_of(seen.final_url).is_crash
    return Reason.HTTP_5XX if led else None


def is_sent_to_login(seen: Evidence) -> Reason | None:
    """A link that is no login itself ends at one."""
    if len(seen.hops) < 2 or place_of(seen.url).is_login:
        return None
    login = place_of(seen.final_url).is_login or seen.sign(SignKind.LOGIN)
    return Reason.LOGIN_REDIRECT if login else None


def is_login(seen: Evidence) -> Reason | None:
    """A page that is a login, and nothing else; a front page with one is a front page."""
    return Reason.LOGIN_PAGE if seen.sign(SignKind.LOGIN) else None


def is_usurped(seen: Evidence) -> Reason | None:
    """Somebody else's page."""
    return Reason.USURPED if is_taken_over(seen) else None


def is_server_default(seen: Evidence) -> Reason | None:
    """What a server shows that has nothing to show."""
    return Reason.SERVER_DEFAULT_PAGE if seen.sign(SignKind.SERVER_DEFAULT) else None


def falls_silent(seen: Evidence) -> Reason | None:
    """The head came, and then nothing of a content that was promised."""
    return Reason.READ_TIMEOUT if seen.cut and not seen.content_bytes else None


def is_empty(seen: Evidence) -> Reason | None:
    """A page has to come; of a file it is enough that the server tells its size."""
    size = seen.header("content-length") or ""
    announced = size.isdecimal() and size.strip("0") and not is_page(seen)
    return None if seen.content_bytes or announced else Reason.EMPTY_PAGE


def is_shell(seen: Evidence) -> Reason | None:
    """Without its script nobody can tell."""
    return Reason.SHELL_ONLY if is_shell_for_all(seen) else None


def is_other_type(seen: Evidence) -> Reason | None:
    """A file was promised, and a page came whose title names neither it nor what it was for."""
    promised = place_of(seen.url)
    if not (promised.promises_file and is_page(seen) and seen.title):
        return None
    named = replace(seen, expected=(*seen.expected, promised.name))
    return None if is_as_expected(named) else Reason.TYPE_MISMATCH


def bad_certificate(seen: Evidence) -> Reason | None:
    """All is well, past a warning."""
    return Reason(seen.certificate_fault.value) if seen.certificate_fault else None


def has_moved(seen: Evidence) -> Reason | None:
    """There is an address to recommend."""
    new = lasting_address(seen.hops)
    if new is None:
        return None
    refreshed = any(hop.via == REFRESH and hop.url != new for hop in seen.hops)
    if not refreshed:
        return kind_of_move(seen.hops[0].url, new)
    at_home = not is_deep(seen) and place_of(new).site == place_of(seen.url).site
    return Reason.TEMPORARY_REDIRECT if at_home else Reason.META_REFRESH


def is_elsewhere_for_now(seen: Evidence) -> Reason | None:
    """It leads on, tonight."""
    return Reason.TEMPORARY_REDIRECT if len(seen.hops) > 1 else None


def is_file(seen: Evidence) -> Reason | None:
    """Anything but a page."""
    return None if is_page(seen) else Reason.FILE


def answers(_: Evidence) -> Reason:
    """Nothing is wrong with it."""
    return Reason.HTTP_200
