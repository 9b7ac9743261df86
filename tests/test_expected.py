"""What a link was for is known from the lists, and from the night before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from crawler.demo.answers import nights, page
from crawler.demo.host import host
from crawler.expected import names_of_links
from crawler.watched import find, read_here
from tests.conftest import PlayWeb
from tests.spiders.test_night import Run, run

__all__ = ["run"]

URL = "https://atlas.example.org/rivers"
LIST = f"""# Lists

- **River Atlas** ([data]({URL}), [paper](https://papers.example.org/1))
- [The rivers again]({URL}#part)
- <https://bare.example.org/>
"""


def test_a_link_is_expected_to_be_what_the_lists_call_it(tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    path.write_text(LIST)
    lists = [read_here(source) for source in find([str(path)])]
    names = names_of_links(lists, {URL: "Rivers of the world", "https://gone.example.org/": "Gone"})
    assert names[URL][0] == "Rivers of the world"
    assert {"River Atlas", "data", "The rivers again"} <= set(names[URL])
    assert "River Atlas" in names["https://papers.example.org/1"]
    assert "https://gone.example.org/" not in names
    assert URL not in names.get("https://bare.example.org/", ())


def test_a_title_is_remembered_from_night_to_night(
    run: Run, play_web: PlayWeb, write_list: Callable[..., Path]
) -> None:
    web = play_web({"atlas.example.org": host({"/rivers": nights(page("A"), page("B"))})})
    listed = str(write_list(URL))
    assert run(web, listed).evidence(URL)["expected"] == ["Set 0"]
    web.night = 2
    night = run(web, listed)
    link = night.reader.link(URL)
    assert link is not None
    assert night.reader.titles()[link.url] == link.title
