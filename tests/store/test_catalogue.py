"""The catalogue: which entries, which link of an entry, which fields."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.errors import UsageProblem
from crawler.export.item import Item
from crawler.lists.mention import Role
from crawler.store.catalogue import read_catalogue
from crawler.store.nights import Outcome
from tests.export.sample import a_database, many
from tests.store.build import a_list, a_mention, an_entry, night

HOST = "https://atlas.example.org/"


def data_link(db: Database, *links: tuple[Role, str]) -> str | None:
    """The link that leads to the data of an entry with links of these roles in these states."""
    mentions = [
        a_mention(f"{HOST}{at}", line=at + 1, role=role, entry=0)
        for at, (role, _) in enumerate(links)
    ]
    night(db, 0, lists=[a_list(*mentions, entries=[an_entry("Atlas")])])
    for at, (_, state) in enumerate(links):
        db.execute("UPDATE links SET state = ? WHERE url = ?", [state, f"{HOST}{at}"])
    (item,) = read_catalogue(db).items
    return item.health.url.removeprefix(HOST) if item.health else None


R = Role
CASES: dict[str, tuple[list[tuple[Role, str]], str | None]] = {
    "an entry without a link": ([], None),
    "data before info": ([(R.INFO, "alive"), (R.DATA, "alive")], "1"),
    "download before info": ([(R.INFO, "alive"), (R.DOWNLOAD, "alive")], "1"),
    "data before download": ([(R.DOWNLOAD, "alive"), (R.DATA, "alive")], "1"),
    "a challenge before info": ([(R.INFO, "alive"), (R.CHALLENGE, "alive")], "1"),
    "info before a paper": ([(R.PAPER, "alive"), (R.INFO, "alive")], "1"),
    "a paper where there is nothing else": ([(R.IMAGE, "alive"), (R.PAPER, "alive")], "1"),
    "a picture is no data": ([(R.IMAGE, "alive")], None),
    "the living before the dead": ([(R.DATA, "dead"), (R.DATA, "alive")], "1"),
    "the down before the dead": ([(R.DATA, "dead"), (R.DATA, "down")], "1"),
    "the first of equals": ([(R.DATA, "alive"), (R.DATA, "new")], "0"),
    "a living paper hides no dead data": ([(R.PAPER, "alive"), (R.DATA, "dead")], "1"),
}


@pytest.mark.parametrize(("links", "chosen"), CASES.values(), ids=CASES)
def test_the_data_link(links: list[tuple[Role, str]], chosen: str | None, db: Database) -> None:
    assert data_link(db, *links) == chosen


def items(db: Database, *wanted: str) -> list[Item]:
    return list(read_catalogue(db, wanted).items)


@pytest.fixture
def vitals(tmp_path: Path) -> Iterator[Database]:
    db = a_database(tmp_path / "sample.db")
    yield db
    db.close()


def test_data_sets_come_first_then_the_rest_each_as_the_lists_have_them(vitals: Database) -> None:
    names = [(item.list, item.name) for item in items(vitals)]
    assert [name for _, name in names[:4]] == ["Rivers", "Lakes", "Tides", "Nameless sea"]
    assert names[4:] == [("papers", "湖泊与河流"), ("water", "gauge")]


def test_a_catalogue_of_some_lists(vitals: Database) -> None:
    assert {item.list for item in items(vitals, "papers")} == {"papers"}
    assert len(items(vitals, "papers", "water")) == 6
    with pytest.raises(UsageProblem, match=r"'sea' is no list .* known are papers, water"):
        read_catalogue(vitals, ["sea"])


def test_an_entry_that_left_its_list_is_not_told_and_no_parent(vitals: Database) -> None:
    vitals.execute("UPDATE entries SET present = 0 WHERE name = 'Rivers'")
    told = {item.name: item for item in items(vitals)}
    assert "Rivers" not in told
    assert told["Lakes"].parent is None


def test_a_mention_that_left_is_no_data_link(vitals: Database) -> None:
    vitals.execute("UPDATE mentions SET present = 0 WHERE role = 'data'")
    lakes = next(item for item in items(vitals) if item.name == "Lakes")
    assert lakes.health
    assert lakes.health.url == HOST + "lakes/about"


def test_the_moment_is_the_end_of_the_last_complete_night(vitals: Database) -> None:
    night(vitals, 5, outcome=Outcome.VOID)
    assert read_catalogue(vitals).modified == "2026-11-01T04:00:00Z"


def test_ten_thousand_entries_are_read_in_a_moment(vitals: Database) -> None:
    many(vitals, 10_000)
    began = time.perf_counter()
    assert sum(1 for item in read_catalogue(vitals, ["many"]).items if item.facts.title) == 10_000
    assert time.perf_counter() - began < 20
