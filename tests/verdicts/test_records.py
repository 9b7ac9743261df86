from __future__ import annotations

import pytest
from hypothesis import given

from crawler.verdicts.evidence import Evidence, Fault, Hop, Record, Sign, SignKind, Standing
from crawler.verdicts.records import DOUBTFUL, is_known_door, is_on_record
from crawler.verdicts.rules import judge
from crawler.verdicts.verdict import Reason, Verdict

from .strategies import evidence

URL = "https://zenodo.org/records/42"
SOURCE = "https://zenodo.org/api/records/42"
DOI = "https://doi.org/api/handles/10.5555/none"
WALL = (Sign(SignKind.WALL, "cloudflare", "Just a moment"),)
SHELL = (Sign(SignKind.SHELL, "root", "root"),)


def seen(
    standing: Standing, *, moved_to: str | None = None, source: str = SOURCE, **more: object
) -> Evidence:
    """A look that left doubt, and what the source says."""
    page = {
        "content_type": "text/html",
        "content_bytes": 9,
        "status": 403,
        "hops": (Hop(URL, 403),),
    }
    record = Record("Zenodo", source, standing, "so it is", moved_to)
    return Evidence(URL, record=record, **page | more)  # type: ignore[arg-type]


def said(look: Evidence) -> str:
    reason = judge(look).reason
    return f"{reason.verdict.value}/{reason.value}"


@pytest.mark.parametrize(
    ("look", "words"),
    [
        pytest.param(seen(Standing.THERE), "ok/vouched", id="refused, but there"),
        pytest.param(seen(Standing.ARCHIVED, status=404), "ok/vouched", id="404, but there"),
        pytest.param(seen(Standing.THERE, signs=WALL), "ok/vouched", id="walled, but there"),
        pytest.param(
            seen(Standing.THERE, signs=SHELL, status=200), "ok/vouched", id="a shell, but there"
        ),
        pytest.param(
            seen(Standing.THERE, status=None, fault=Fault.ROBOTS, hops=()),
            "ok/vouched",
            id="robots may not look, but there",
        ),
        pytest.param(
            seen(Standing.RESTRICTED, signs=SHELL, status=200),
            "restricted/login-page",
            id="a shell, and for some",
        ),
        pytest.param(seen(Standing.WITHDRAWN), "gone/http-410", id="taken away"),
        pytest.param(seen(Standing.UNKNOWN), "gone/http-404", id="never heard of"),
        pytest.param(seen(Standing.UNKNOWN, source=DOI), "gone/doi-unknown", id="no such DOI"),
        pytest.param(seen(Standing.HIDDEN), "blocked/http-403", id="refused, missing or private"),
        pytest.param(
            seen(Standing.HIDDEN, status=401), "restricted/http-401", id="401, missing or private"
        ),
        pytest.param(
            seen(Standing.HIDDEN, status=404), "gone/http-404", id="404, missing or private"
        ),
        pytest.param(
            seen(Standing.REGISTERED, status=404), "gone/http-404", id="a name that leads nowhere"
        ),
        pytest.param(
            seen(Standing.REGISTERED, signs=WALL), "blocked/bot-wall", id="a name behind a wall"
        ),
        pytest.param(seen(Standing.THERE, status=503), "failing/http-5xx", id="broken tonight"),
        pytest.param(
            seen(Standing.THERE, status=None, fault=Fault.RESET), "failing/reset", id="no answer"
        ),
    ],
)
def test_what_a_record_makes_of_a_page(look: Evidence, words: str) -> None:
    assert said(look) == words


def test_a_source_knows_the_new_address() -> None:
    new = "https://github.com/owls/map"
    judged = judge(seen(Standing.THERE, moved_to=new, status=429))
    assert (judged.reason.value, judged.suggested_url) == ("permanent-redirect", new)


@given(evidence)
def test_without_a_record_the_rule_says_nothing(look: Evidence) -> None:
    assert look.record or is_on_record(look) is None


@pytest.mark.parametrize("name", sorted(reason.name for reason in DOUBTFUL))
def test_only_what_may_be_otherwise_is_doubtful(name: str) -> None:
    verdict = Reason[name].verdict
    assert verdict not in (Verdict.OK, Verdict.MOVED, Verdict.INSECURE, Verdict.SKIPPED)


@pytest.mark.parametrize(
    ("url", "status", "is_door"),
    [
        ("https://physionet.org/files/sparrow/1.0.0/", 403, True),
        ("https://www.physionet.org/files/sparrow/1.0.0/a.csv", 403, True),
        ("https://physionet.org/content/sparrow/get-zip/1.0.0/", 403, True),
        ("https://physionet.org/content/sparrow/1.0.0/", 403, False),
        ("https://physionet.org/files/sparrow/1.0.0/", 404, False),
        ("https://physionet.org/files/sparrow/1.0.0/", 200, False),
        ("https://physionet.org.example/files/sparrow/1.0.0/", 403, False),
    ],
)
def test_a_door_is_known_by_its_host_and_path(url: str, status: int, is_door: bool) -> None:
    assert (is_known_door(Evidence(url, status=status)) is not None) == is_door


def test_a_wall_before_a_known_door_is_a_wall() -> None:
    look = Evidence("https://physionet.org/files/a/1/", status=403, signs=WALL)
    assert said(look) == "blocked/bot-wall"
