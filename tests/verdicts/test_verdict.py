from __future__ import annotations

import re

import pytest

from crawler.verdicts.evidence import Fault
from crawler.verdicts.verdict import ALIVE, BAD, CAUSES, Reason, Verdict


def test_every_reason_has_a_cause_and_every_cause_a_reason() -> None:
    assert set(CAUSES) == set(Reason)


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.value)
def test_a_reason_is_kebab_case_and_explains_itself(reason: Reason) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", reason.value)
    assert reason.verdict is reason.cause.verdict
    for sentence in (reason.cause.meaning, reason.cause.advice):
        assert re.fullmatch(r"[A-Za-z].*\.", sentence)


def test_reasons_are_unique_and_so_are_their_meanings() -> None:
    assert len(Reason.__members__) == len(set(Reason))
    meanings = [cause.meaning for cause in CAUSES.values()]
    assert len(meanings) == len(set(meanings))


@pytest.mark.parametrize("fault", Fault, ids=str)
def test_every_fault_is_a_reason(fault: Fault) -> None:
    assert Reason(fault.value).verdict is not Verdict.OK


def test_every_verdict_has_a_reason() -> None:
    assert {cause.verdict for cause in CAUSES.values()} == set(Verdict)


def test_no_verdict_is_both_alive_and_bad() -> None:
    assert not ALIVE & BAD
    neither = {Verdict.BLOCKED, Verdict.INVALID, Verdict.SKIPPED}
    assert set(Verdict) == ALIVE | BAD | neither
