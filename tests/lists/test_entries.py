"""Entries: one habit of list keepers a row, with the entries a reader sees in it."""
# ruff: noqa: E501 - a row of a table reads best on one line

from __future__ import annotations

import pytest

from crawler.lists.mention import Kind, Role
from crawler.lists.reader import read

A, B, C = "https://a.example.org", "https://b.example.org", "https://c.example.org"
Wanted = list[tuple[str, tuple[str, ...], tuple[str, ...]]]

HABITS: list[tuple[str, str, Wanted]] = [
    (
        "headings with paragraphs",
        (
            f"# Seas\n\nIntro.\n\n## Water\n\n### Tide Atlas\n\nHeights. Data [here]({A}).\n\n"
            f"### Salt Set\n\n[Paper]({B})\n\nText.\n"
        ),
        [("Tide Atlas", ("Water",), (A,)), ("Salt Set", ("Water",), (B,))],
    ),
    (
        "bullets that begin with a link",
        f"# Seas\n\n## Water\n\n- [Tide Atlas]({A}) - Heights.\n- [Salt Set]({B}): Salt.\n",
        [("Tide Atlas", ("Water",), (A,)), ("Salt Set", ("Water",), (B,))],
    ),
    (
        "bullets with further links",
        f"## Water\n\n* [Tide Atlas]({A}) - Heights [[paper]({B})] [[code]({C})]\n* [Salt]({C})\n",
        [("Tide Atlas", ("Water",), (A, B, C)), ("Salt", ("Water",), (C,))],
    ),
    (
        "bold names in bullets",
        f"## Water\n\n- **Tide Atlas**: heights [link]({A})\n- **[Salt Set]({B})** - salt\n",
        [("Tide Atlas", ("Water",), (A,)), ("Salt Set", ("Water",), (B,))],
    ),
    (
        "an item without a link beside items with links",
        f"# S\n\n## Water\n\n- [Tide]({A})\n- [Salt]({B})\n- Lost Set - gone.\n",
        [("Tide", ("Water",), (A,)), ("Salt", ("Water",), (B,)), ("Lost Set", ("Water",), ())],
    ),
    (
        "labels nested under a name",
        (
            f"# S\n\n## Water\n\n- **Tide Atlas** (2020)\n  - Paper: [A title]({A})\n  - [Code]({B})\n"
            f"  - Website: {C}\n- [Salt]({C})\n"
        ),
        [("Tide Atlas", ("Water",), (A, B, C)), ("Salt", ("Water",), (C,))],
    ),
    (
        "data sets nested under a data set",
        f"# S\n\n## Water\n\n- [Tide Atlas]({A})\n  - [Tide North]({B})\n- [Salt]({C})\n",
        [
            ("Tide Atlas", ("Water",), (A,)),
            ("Tide North", ("Water",), (B,)),
            ("Salt", ("Water",), (C,)),
        ],
    ),
    (
        "a group without a link",
        f"# S\n\n## Water\n\n- North\n  - [Tide]({A})\n  - [Salt]({B})\n- South\n  - [Ice]({C})\n",
        [
            ("Tide", ("Water", "North"), (A,)),
            ("Salt", ("Water", "North"), (B,)),
            ("Ice", ("Water", "South"), (C,)),
        ],
    ),
    (
        "a table with a name column",
        (
            "# S\n\n## Water\n\n| # | Dataset | Year | Paper | Link |\n|---|---|---|---|---|\n"
            f"| 1 | Tide \\| Atlas | 2020 | [pdf]({A}) | [x]({B}) |\n| 2 | [Salt]({C}) | 21 | - | - |\n"
            "| 3 | Lost | 22 | - | - |\n"
        ),
        [
            ("Tide | Atlas", ("Water",), (A, B)),
            ("Salt", ("Water",), (C,)),
            ("Lost", ("Water",), ()),
        ],
    ),
    (
        "a table of figures",
        f"# S\n\n## Tide Atlas\n\n[Data]({A})\n\n| Site | Mean |\n|---|---|\n| North | 3 |\n",
        [("Tide Atlas", (), (A,))],
    ),
    (
        "numbered Chinese headings",
        (
            f"# 数据\n\n## 一.海洋数据\n\n### 1. 潮汐\n\n潮高。需要注册。\n\n链接：{A}\n\n### 2.盐度\n\n"
            f"数据集地址：\n\n{B}\n\n## 二、其他\n\n### 3 .冰\n\n论文：{C}\n"
        ),
        [("潮汐", ("海洋数据",), (A,)), ("盐度", ("海洋数据",), (B,)), ("冰", ("其他",), (C,))],
    ),
    (
        "numbered bold lines between numbered headings",
        (
            f"# S\n\n## 一. Water\n\n**1. Tide**\n\nText: {A}\n\n### 2. Salt\n\nLink: {B}\n\n"
            f"**3.** **Ice ( I )**\n\nLink: {C}\n"
        ),
        [
            ("Tide", ("Water",), (A,)),
            ("Salt", ("Water",), (B,)),
            ("Ice ( I )", ("Water",), (C,)),
        ],
    ),
    (
        "papers below a data set",
        (
            f"# S\n\n## Water\n\n### 1. Tide\n\nLink: {A}\n\n(1) **On tides and moons**\n\n{B}\n\n"
            f"### 2. Salt\n\nLink: {C}\n\n1. **A salt paper**\n\nText.\n"
        ),
        [
            ("Tide", ("Water",), (A,)),
            ("On tides and moons", ("Water", "Tide"), (B,)),
            ("Salt", ("Water",), (C,)),
            ("A salt paper", ("Water", "Salt"), ()),
        ],
    ),
    (
        "definition lines after bold names",
        (
            f"# 1. WATER\n\n**Tide Atlas** Heights of tides.\n\nAccess: {A}\n\n**Salt** Of seas.\n\n"
            f"# 2. LAND\n\n**Soil** Of lands.\n\nAccess: {B}\n\n**Rock** Hard.\n\nAccess: {C}\n"
        ),
        [
            ("Tide Atlas", ("WATER",), (A,)),
            ("Salt", ("WATER",), ()),
            ("Soil", ("LAND",), (B,)),
            ("Rock", ("LAND",), (C,)),
        ],
    ),
    (
        "levels that mean nothing",
        (
            f"# List\n\nIntro.\n\n# 1. WATER\n\n#### Tide\n\nAccess: {A}\n\n## Salt\n\nAccess: {B}\n\n"
            f"# Ice\n\nAccess: {C}\n\n#### Snow\n\nSoft.\n\n# 2. LAND\n\n#### Soil\n\nAccess: {A}\n"
        ),
        [
            ("Tide", ("WATER",), (A,)),
            ("Salt", ("WATER",), (B,)),
            ("Ice", ("WATER",), (C,)),
            ("Snow", ("WATER",), ()),
            ("Soil", ("LAND",), (A,)),
        ],
    ),
    (
        "a title that lost its markup",
        (
            f"# S\n\n## Water\n\n### Tide\n\nAccess: {A}\n\nSALT: The Salt Exchange of all seas.\n\n"
            f"It holds salt.\n\nPaper: {B}\n\n### Ice\n\nAccess: {C}\n"
        ),
        [
            ("Tide", ("Water",), (A,)),
            ("SALT: The Salt Exchange of all seas", ("Water",), (B,)),
            ("Ice", ("Water",), (C,)),
        ],
    ),
    (
        "a title run together with its text",
        (
            f"# S\n\n## Water\n\n### Tide\n\nAccess: {A}\n\nSalt Atlas (SA) Set The Salt Atlas holds"
            f" salt.\n\n### Ice\n\nPaper: {B} Access: {B}/d Snow Cover Map (Snow Archive) Maps of snow"
            f" cover of many winters. Access: {C}\n"
        ),
        [
            ("Tide", ("Water",), (A,)),
            ("Salt Atlas (SA) Set", ("Water",), ()),
            ("Ice", ("Water",), (B, f"{B}/d")),
            ("Snow Cover Map (Snow Archive)", ("Water",), (C,)),
        ],
    ),
    (
        "a name before its label",
        f"# S\n\n## Water\n\n### Tide\n\nData: {A}\n\nPrimary Salt Set Data: {B}\n",
        [("Tide", ("Water",), (A,)), ("Primary Salt Set", ("Water",), (B,))],
    ),
    (
        "a name glued to an address",
        f"# S 潮汐\n\n## 水\n\n### 1. Tide\n\nData: {A}/tide-set潮汐接口\n\n说明：{B}\n",
        [("Tide", ("水",), (f"{A}/tide-set",)), ("潮汐接口", ("水",), (B,))],
    ),
    (
        "names in one long item",
        (
            f"# S\n\n## Water\n\n- [Archive]({A}): [Tide Set]({A}/1); [Salt Set]({A}/2) | x;"
            f" [Ice Set]({A}/3)\n- [Moon]({B})\n"
        ),
        [
            ("Archive", ("Water",), (A,)),
            ("Tide Set", ("Water",), (f"{A}/1",)),
            ("Salt Set", ("Water",), (f"{A}/2",)),
            ("Ice Set", ("Water",), (f"{A}/3",)),
            ("Moon", ("Water",), (B,)),
        ],
    ),
    (
        "dots typed by hand",
        (
            f"# S\n\n## Water\n\n### Moon\n\n• Tide One - heights\n\nAccess: {A}\n\n• Tide Two - more\n\n"
            f"Access: {B}\n\n### Ice\n\nAccess: {C}\n"
        ),
        [
            ("Moon", ("Water",), ()),
            ("Tide One", ("Water", "Moon"), (A,)),
            ("Tide Two", ("Water", "Moon"), (B,)),
            ("Ice", ("Water",), (C,)),
        ],
    ),
    (
        "items each followed by a line with its link",
        (
            f"# S\n\n## Water\n\n### Moon\n\n- Tide One - heights\n\nLink: {A}\n\n- Tide Two - more\n\n"
            f"Link: {B}\n\n### Ice\n\n- only\n- text\n\nLink: {C}\n"
        ),
        [
            ("Moon", ("Water",), ()),
            ("Tide One", ("Water", "Moon"), (A,)),
            ("Tide Two", ("Water", "Moon"), (B,)),
            ("Ice", ("Water",), (C,)),
        ],
    ),
    (
        "headings inside an entry",
        (
            f"# S\n\n## Tide\n\n### Paper\n\n{A}\n\n### Download\n\n[here]({B})\n\n## Salt\n\n"
            f"Link: {C}\n\n### References\n\n[a title]({A})\n"
        ),
        [("Tide", (), (A, B)), ("Salt", (), (C, A))],
    ),
    (
        "a heading with labelled items",
        f"# S\n\n## Tide\n\nText.\n\n- Paper: {A}\n- Data: {B}\n\n## Salt\n\nLink: {C}\n",
        [("Tide", (), (A, B)), ("Salt", (), (C,))],
    ),
    (
        "linked headings, nested",
        (
            f"# S\n\n## Water\n\n### [Tide]({A})\n\nText.\n\n#### [Tide North]({B})\n\n## Land\n\n"
            f"### [Soil]({C})\n"
        ),
        [
            ("Tide", ("Water",), (A,)),
            ("Tide North", ("Water", "Tide"), (B,)),
            ("Soil", ("Land",), (C,)),
        ],
    ),
    (
        "paragraphs of a section",
        (
            f"# S\n\n## Sea\n\n### Tide\n\nData: {A}\n\n## Land\n\n### Soil\n\nData: {A}\n\n## Air\n\n"
            f"Great Wind Archive [GWA]({B}). Nice.\n\nFor example, see the [cloud set]({C}).\n"
        ),
        [
            ("Tide", ("Sea",), (A,)),
            ("Soil", ("Land",), (A,)),
            ("Great Wind Archive GWA", ("Air",), (B,)),
            ("cloud set", ("Air",), (C,)),
        ],
    ),
    (
        "no headings at all",
        f"[Tide Atlas]({A}) - heights\n\n[Salt]({B})\n\nMore [here]({C}).\n",
        [("Tide Atlas", (), (A,)), ("Salt", (), (B, C))],
    ),
    (
        "references",
        f"# S\n\n## Water\n\n- [Tide][t] - heights\n- [Salt][] and [Tide][t]\n\n[t]: {A}\n[salt]: {B}\n",
        [("Tide", ("Water",), (A,)), ("Salt", ("Water",), (B, A))],
    ),
    (
        "footnotes",
        f"# S\n\n## Water\n\n- [Tide]({A})[^1] - heights\n- [Salt]({B})\n\n[^1]: See {C}\n",
        [("Tide", ("Water",), (A, C)), ("Salt", ("Water",), (B,))],
    ),
    (
        "a contents list and a way to contribute",
        (
            f"# S\n\n## Contents\n\n- [Water](#water)\n- [Land](#land)\n\n## Water\n\n- [Tide]({A})\n"
            f"- [Salt]({B})\n\n## Contributing\n\n- Fork it\n- Send it\n"
        ),
        [("Tide", ("Water",), (A,)), ("Salt", ("Water",), (B,))],
    ),
    (
        "items with the link on the next line",
        (
            f"# S\n\nA list.\n\n- More at {A}/more\n\n### Water\n\n* Tide Atlas (TA), heights\n{A}\n"
            f"user guide: {B}\n* Salt archive\n{C}\n"
        ),
        [("Tide Atlas (TA), heights", ("Water",), (A, B)), ("Salt archive", ("Water",), (C,))],
    ),
    (
        "items under nothing but a title",
        f"# S\n\n- Tide Atlas: {A}\n- [Salt]({B})\n",
        [("Tide Atlas", (), (A,)), ("Salt", (), (B,))],
    ),
    (
        "an item of more than one paragraph",
        f"# S\n\n## Water\n\n- [Tide]({A})\n\n  More [here]({B}).\n\n- [Salt]({C})\n",
        [("Tide", ("Water",), (A, B)), ("Salt", ("Water",), (C,))],
    ),
    (
        "bold lines with attributes",
        f"# S\n\n## Water\n\n**Tide**\n\n**Size**: 3 GB\n\nLink: {A}\n\n**Salt**\n\nLink: {B}\n",
        [("Tide", ("Water",), (A,)), ("Salt", ("Water",), (B,))],
    ),
    (
        "a table whose names are figures",
        f"# S\n\n## Tide\n\nData: {A}\n\n| Year | Link |\n|---|---|\n| 2020 | {B} |\n",
        [("Tide", (), (A, B))],
    ),
    (
        "a heading without words",
        f"# S\n\n##\n\n- [Tide]({A})\n- [Salt]({B})\n",
        [("Tide", (), (A,)), ("Salt", (), (B,))],
    ),
    (
        "citations",
        (
            '# S\n\n## References\n\n- Moss, Ann, et al. "Tides of the northern seas." Seas 3 (2010).\n'
            "- Moss, A.B., Reed, C. & Fern, D. Salt in water: a review. Proc. 10, 17–19 (2011).\n"
        ),
        [
            ("Tides of the northern seas", ("References",), ()),
            ("Salt in water: a review", ("References",), ()),
        ],
    ),
    (
        "citations with authors turned round, and articles in titles",
        (
            "# S\n\n## References\n\n- Moss, A., B. Reed, and C. Fern, Tides of the north. Seas, 2017.\n"
            "- Moss, A. M.; Reed, D. F. A Review of Salt. Seas 2015, 3 (1), 19.\n"
            "- Fern C, et al. Is the sea salt? Seas. 2019;25(1):24-29.\n"
        ),
        [
            ("Tides of the north", ("References",), ()),
            ("A Review of Salt", ("References",), ()),
            ("Is the sea salt?", ("References",), ()),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [h[1:] for h in HABITS], ids=[h[0] for h in HABITS])
def test_a_habit_is_read_as_its_keeper_means_it(text: str, wanted: Wanted) -> None:
    entries = read(text).entries

    assert [(entry.name, entry.section, entry.urls) for entry in entries] == wanted


@pytest.mark.parametrize("text", [h[1] for h in HABITS], ids=[h[0] for h in HABITS])
def test_entries_stand_where_they_say(text: str) -> None:
    lines = text.split("\n")
    reading = read(text)

    for number, entry in enumerate(reading.entries):
        assert entry.name.split()[0].strip("(") in lines[entry.line - 1].replace("\\", "")
        assert entry.parent is None or entry.parent < number
    for mention in reading.mentions:
        if mention.entry is not None:
            assert mention.url in reading.entries[mention.entry].urls or mention.role is Role.IMAGE


def test_parents_are_named() -> None:
    text = f"# S\n\n## Water\n\n### 1. Tide\n\nLink: {A}\n\n(1) **On tides**\n\nx\n\n### 2. Salt\n"

    entries = read(text).entries

    assert [(entry.name, entry.parent, entry.kind) for entry in entries] == [
        ("Tide", None, Kind.DATASET),
        ("On tides", 0, Kind.PAPER),
        ("Salt", None, Kind.DATASET),
    ]


KINDS = [
    ("Tide Challenge 2020", "Data", "", Kind.CHALLENGE),
    ("潮汐挑战赛", "数据", "", Kind.CHALLENGE),
    ("Tide", "Competitions", "", Kind.CHALLENGE),
    ("tidetool", "Tools and software", "", Kind.TOOL),
    ("Tide data", "Tools and software", "", Kind.DATASET),
    ("On tides", "Publications", "", Kind.PAPER),
    ("awesome-tides", "Data", "", Kind.LIST),
    ("tides", "Data", " - a curated list of tides", Kind.LIST),
    ("Tide", "Water", "", Kind.DATASET),
    ("Tide Challenge Datasets", "Data", "", Kind.DATASET),
    ("Tide Image Registration", "Challenges", "", Kind.CHALLENGE),
    ("Tide Decision Track", "Water", "", Kind.CHALLENGE),
    ("Tide", "Water", ": challenge 2008. Brain MRI.", Kind.CHALLENGE),
    ("Tide Pictures", "Water", ", a directory by the harbour", Kind.LIST),
    ("tides", "Data", ": another list of tide data", Kind.LIST),
    ("潮汐", "数据", " - 其他数据库的链接", Kind.LIST),
    ("Web API of Tides", "Water", "", Kind.TOOL),
    ("Tide", "Water", ": a Python library for gauges", Kind.TOOL),
    ("Tide", "Water", ": a library of 3D scans", Kind.DATASET),
    ("Tide in an hour", "Tutorials", "", Kind.OTHER),
    ("On tides", "Papers", ", a lecture", Kind.OTHER),
]


@pytest.mark.parametrize(("name", "section", "text", "kind"), KINDS, ids=[k[0] for k in KINDS])
def test_the_kind_of_an_entry(name: str, section: str, text: str, kind: Kind) -> None:
    (entry, _) = read(f"# S\n\n## {section}\n\n- [{name}]({A}){text}\n- [Zone]({B})\n").entries

    assert entry.kind is kind


ACCESS = [
    ("Heights. Requires registration. More.", "Requires registration"),
    ("Heights. **Requires** registration.", "Requires registration"),
    ("潮高。需要注册。下载", "需要注册"),
    ("Access needs to be requested for each set.", "Access needs to be requested for each set"),
    ("Access: Contact authors.", "Access: Contact authors"),
    ("Open to all.", None),
]


@pytest.mark.parametrize(("text", "hint"), ACCESS, ids=[a[0] for a in ACCESS])
def test_the_words_about_access_are_kept(text: str, hint: str | None) -> None:
    (entry,) = read(f"# S\n\n## Tide\n\n{text}\n\nData: {A}\n").entries

    assert entry.access == hint


ROLES = [
    (f"Paper: {A}", Role.PAPER),
    (f"论文链接：{A}", Role.PAPER),
    (f"数据集链接：{A}", Role.DATA),
    (f"获取文章的说明：{A}", Role.INFO),
    (f"Instructions for getting articles: {A}", Role.INFO),
    (f"Data available [here]({A})", Role.DATA),
    (f"[Code]({A})", Role.CODE),
    (f"[Download]({A})", Role.DOWNLOAD),
    (f"Information: {A}", Role.INFO),
    (f"Leaderboard: {A}", Role.CHALLENGE),
    (f"Link: {A}/x.tar.gz", Role.DOWNLOAD),
    ("Link: https://arxiv.org/abs/1", Role.PAPER),
    ("Link: https://www.kaggle.com/c/x", Role.CHALLENGE),
    ("Link: https://zenodo.org/record/1", Role.DATA),
    ("Data: https://github.com/x/y", Role.DATA),
    ("See https://github.com/x/y", Role.CODE),
    (f"Link: {A}", Role.DATA),
    (f"![map]({A})", Role.IMAGE),
]


@pytest.mark.parametrize(("text", "role"), ROLES, ids=[r[0] for r in ROLES])
def test_the_role_of_a_link(text: str, role: Role) -> None:
    (mention, _) = read(f"# S\n\n## Tide\n\n{text}\n\nSite: {B}\n").mentions

    assert mention.role is role


def test_a_column_gives_the_role() -> None:
    text = f"| Name | Paper | Code |\n|---|---|---|\n| Tide | [a]({A}) | [b]({B}) |\n"

    assert [mention.role for mention in read(text).mentions] == [Role.PAPER, Role.CODE]
