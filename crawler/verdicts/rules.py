"""The rules: evidence in, the reason out. The first rule that holds decides."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from crawler.routes import route_of
from crawler.verdicts import pages, records, statuses
from crawler.verdicts.absence import missing_reason
from crawler.verdicts.evidence import Evidence
from crawler.verdicts.redirects import lasting_address
from crawler.verdicts.verdict import Reason, Verdict

Decide = Callable[[Evidence], Reason | None]


class Judgement(NamedTuple):
    """The reason a look leads to, the rule that fired, and the address to recommend, if any."""

    reason: Reason
    rule: str
    suggested_url: str | None = None


class Rule(NamedTuple):
    """One rule: its name, and the reason it gives when it holds."""

    name: str
    decide: Decide


RULES = (
    # who would know better than the page was asked, because the page left doubt
    Rule("is-on-record", records.is_on_record),
    Rule("no-answer", statuses.no_answer),
    # what can be faked or kept from us alone comes before what it may fake
    Rule("is-withheld", statuses.is_withheld),
    Rule("is-abroad", pages.is_abroad),
    Rule("meets-wall", pages.meets_wall),
    # what the domain has become, whatever the status
    Rule("is-parked", pages.is_parked),
    # what the server says itself
    Rule("is-no-doi", statuses.is_no_doi),
    Rule("says-missing", statuses.says_missing),
    Rule("is-suspended", pages.is_suspended),
    Rule("is-server-default", pages.is_server_default),
    Rule("opens-to-some", statuses.opens_to_some),
    Rule("is-known-door", records.is_known_door),
    Rule("says-status", statuses.says_status),
    Rule("is-picky", statuses.is_picky),
    Rule("will-be-back", statuses.will_be_back),
    Rule("is-mended", pages.is_mended),
    Rule("refuses", statuses.refuses),
    Rule("is-unchanged", statuses.is_unchanged),
    Rule("leads-nowhere", statuses.leads_nowhere),
    Rule("makes-no-sense", statuses.makes_no_sense),
    # something came: is it anything at all, and is it the link's own?
    Rule("falls-silent", pages.falls_silent),
    Rule("is-empty", pages.is_empty),
    Rule("has-crashed", pages.has_crashed),
    Rule("is-sent-to-login", pages.is_sent_to_login),
    Rule("is-login", pages.is_login),
    Rule("is-usurped", pages.is_usurped),
    Rule("is-shell", pages.is_shell),
    Rule("is-missing", missing_reason),
    Rule("is-other-type", pages.is_other_type),
    # it is there
    Rule("bad-certificate", pages.bad_certificate),
    Rule("has-moved", pages.has_moved),
    Rule("is-elsewhere-for-now", pages.is_elsewhere_for_now),
    Rule("is-file", pages.is_file),
    Rule("answers", pages.answers),
)
"""Order matters: what is wrong comes before where it is, and the last rule always holds."""


@lru_cache(maxsize=1024)
def judge(seen: Evidence) -> Judgement:
    """The verdict's reason for what one look saw, and the rule that gave it.

    A look is judged wherever its verdict is needed; what was just seen needs no second thought.
    """
    decided = ((rule.decide(seen), rule.name) for rule in RULES)
    reason, rule = next((reason, name) for reason, name in decided if reason)
    moved = reason.verdict is Verdict.MOVED
    return Judgement(reason, rule, _new_address(seen) if moved else None)


def _new_address(seen: Evidence) -> str | None:
    """The address to recommend: where its source says that it is, or where the redirects lead."""
    said = seen.record.moved_to if seen.record else None
    new = lasting_address(seen.hops)
    return said or (new and new + route_of(seen.url))
