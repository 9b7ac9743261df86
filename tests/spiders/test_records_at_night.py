"""Records on a real night: over httpx, at the pace of their host, for doubtful links alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

from crawler.demo.answers import json, page, status
from crawler.demo.host import host
from crawler.demo.steps import Asked, Step
from tests.conftest import PlayWeb
from tests.spiders.test_night import Run, run

__all__ = ["run"]

NAMES = [f"atlas-{number}" for number in range(3)]
LINKS = [f"https://github.com/birds/{name}" for name in NAMES]
DELAY = 0.1
LEAST = DELAY / 2 * 0.8


def _repository(asked: Asked) -> Iterable[Step]:
    name = asked.path.removeprefix("/repos/")
    here = f"https://github.com/{name}"
    return json({"full_name": name, "private": False, "html_url": here})(asked)


def test_doubtful_links_are_asked_about_one_after_another_by_the_other_client(
    run: Run, play_web: PlayWeb, write_list: Callable[..., Path]
) -> None:
    well = "https://github.com/birds/well"
    web = play_web(
        {
            "github.com": host({"/birds/well": page("Well"), "*": status(403)}, robots=status(404)),
            "api.github.com": host({"*": _repository}, robots="User-agent: *\nDisallow: /"),
        }
    )
    night = run(web, str(write_list(*LINKS, well)), delay=DELAY, timeout=5.0, metadata=False)
    assert night.notes.verdicts == ["ok"] * 4
    asked = [asked for asked in web.log if asked.host == "api.github.com"]
    assert sorted(asked.path for asked in asked) == [f"/repos/birds/{name}" for name in NAMES]
    assert all(later.at - earlier.at > LEAST for earlier, later in pairwise(asked))
    assert all(one.headers["accept"].startswith("application/json") for one in asked)
    assert all("vitals" in one.headers["user-agent"].lower() for one in asked)
    assert {night.evidence(link)["record"]["source"] for link in LINKS} == {"GitHub"}
    assert "record" not in night.evidence(well)


def test_an_unknown_name_is_asked_for_again_before_it_is_called_so(
    run: Run, play_web: PlayWeb, write_list: Callable[..., Path]
) -> None:
    register = "/api/handles/10.5555/none"
    unknown = json({"responseCode": 100, "handle": "10.5555/none"}, status=404)
    web = play_web({"doi.org": host({register: unknown})})
    night = run(web, str(write_list("https://doi.org/10.5555/none")))
    assert night.notes.verdicts == ["gone"]
    seen = night.evidence("https://doi.org/10.5555/none")
    assert (seen["record"]["standing"], seen["tries"]) == ("unknown", 2)
    assert len([one for one in web.log if one.path == register]) == 2
