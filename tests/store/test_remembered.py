"""What a night knows of the links beforehand."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from sqlite_utils import Database

from crawler.clock import from_text
from crawler.memory.due import Known
from crawler.memory.state import State
from crawler.store.remembered import Remembered, remembered
from crawler.verdicts.verdict import Reason

from .build import ATLAS, a_list, a_mention, night, saw


def known(**values: Any) -> Remembered:
    usual: dict[str, Any] = dict.fromkeys(Remembered._fields) | {
        "url": ATLAS,
        "host": "atlas.example.org",
        "state": State.ALIVE,
        "verdict": "ok",
        "reason": "http-200",
        "etag": '"a"',
    }
    return Remembered(**usual | values)


MAY_BE_UNCHANGED: dict[str, tuple[dict[str, Any], bool]] = {
    "a page with an ETag": ({}, True),
    "a page with a day": ({"etag": None, "last_modified": "Thu, 19 Nov 2026 03:00:00 GMT"}, True),
    "a file": ({"reason": "file"}, True),
    "a page with neither": ({"etag": None}, False),
    "a page at the end of redirects": ({"final_url": "http://there.example.org/"}, False),
    "a page that has moved": ({"verdict": "moved", "reason": "slash"}, False),
    "a page behind a bad certificate": ({"verdict": "insecure", "reason": "tls-name"}, False),
    "a page that a register vouches for": ({"reason": "vouched"}, False),
    "a page that failed": ({"verdict": "failing", "reason": "http-5xx"}, False),
    "a page that came back from the dead tonight": ({"state": State.DEAD}, False),
}


@pytest.mark.parametrize(("values", "expected"), MAY_BE_UNCHANGED.values(), ids=MAY_BE_UNCHANGED)
def test_a_server_is_asked_for_changes_of(values: dict[str, Any], expected: bool) -> None:
    assert known(**values).may_be_unchanged is expected


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.value)
def test_a_link_that_let_us_wait_hangs(reason: Reason) -> None:
    waited = reason in (Reason.CONNECT_TIMEOUT, Reason.READ_TIMEOUT)
    assert known(reason=reason.value).hangs is waited


def test_every_link_is_read(db: Database) -> None:
    new = "http://new.example.org/"
    night(db, 0, saw(ATLAS), lists=[a_list(a_mention(ATLAS), a_mention(new))])
    found = remembered(db)
    assert found.keys() == {ATLAS, new}
    moment: datetime = from_text("2026-11-01T03:00:00Z")
    assert found[ATLAS].known == Known(
        ATLAS, found[ATLAS].host, State.ALIVE, found[ATLAS].last_checked, True
    )
    assert (found[ATLAS].last_checked or moment) >= moment
    assert found[new].known == Known(new, "new.example.org")
