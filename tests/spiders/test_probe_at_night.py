"""The sibling probe on a real night: one request a directory, at the pace of its host."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from crawler.demo.answers import page
from crawler.demo.host import host
from crawler.spiders import look as look_module
from crawler.verdicts.second import needs_sibling
from tests.conftest import PlayWeb
from tests.spiders.test_night import Run, run

__all__ = ["run"]

NAMES = [f"set-{number}" for number in range(5)]
DELAY = 0.1
LEAST = DELAY / 2
"""Of the distance asked for, give or take half at random; a clock may run a little ahead."""


@pytest.fixture(autouse=True)
def probing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look_module, "needs_sibling", needs_sibling)


@pytest.mark.parametrize("per_host", [1, 4])
def test_a_directory_costs_one_request_at_the_pace_of_its_host(
    per_host: int,
    run: Run,
    play_web: PlayWeb,
    write_list: Callable[..., Path],
) -> None:
    pages = {f"/sets/{name}": page(f"The {name}") for name in NAMES}
    web = play_web({"atlas.example.org": host(pages)})
    links = [f"https://atlas.example.org/sets/{name}" for name in NAMES]
    night = run(web, str(write_list(*links)), delay=DELAY, per_host=per_host, timeout=5.0)
    assert night.notes.verdicts == ["ok"] * len(NAMES)
    assert len([asked for asked in web.log if asked.path not in pages]) == 1
    assert len(web.log) == len(NAMES) + 1
    at = [asked.at for asked in web.log]
    assert all(later - earlier > LEAST * 0.8 for earlier, later in pairwise(at))
    assert {night.evidence(link)["sibling"]["status"] for link in links} == {404}
