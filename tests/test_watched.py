from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from crawler.errors import UsageProblem
from crawler.lists.source import ReadList, Source, SourceKind
from crawler.watched import LARGEST, bundled, find, read_here, understood

ATLAS = "[Atlas](https://atlas.example.org/)\n"

TREE = {
    "a.md": ATLAS,
    "README.md": ATLAS,
    "docs/README.md": ATLAS,
    "docs/deep/b.MARKDOWN": ATLAS,
    "docs/c.mkd": ATLAS,
    "docs/notes.txt": ATLAS,
    "docs/.hidden.md": ATLAS,
    "docs/.git/d.md": ATLAS,
    "empty/notes.txt": "",
    "known.toml": """
        [[list]]
        name = "medical-data"
        location = "a.md"
        [[list]]
        name = "brain-data"
        location = "https://github.com/owner/brains"
        enabled = false
        notes = "Sleeps."
        """,
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with lists in it, where we are."""
    for name, text in TREE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


KNOWN = Path("known.toml")


def named(*arguments: str) -> list[tuple[str, str]]:
    """The names and places of what these arguments mean."""
    return [(source.name, source.location) for source in find(arguments, KNOWN)]


MEANT: dict[str, tuple[list[str], list[str]]] = {
    "a file": (["a.md"], ["a.md"]),
    "a file of any ending": (["docs/notes.txt"], ["docs/notes.txt"]),
    "a file by a roundabout way": (["./docs/../a.md"], ["docs/../a.md"]),
    "a folder, with those below, without what is hidden": (
        ["docs"],
        ["docs/README.md", "docs/c.mkd", "docs/deep/b.MARKDOWN"],
    ),
    "a pattern": (["*.md"], ["README.md", "a.md"]),
    "a pattern through folders": (["**/README.md"], ["README.md", "docs/README.md"]),
    "a pattern that meets folders too": (["*a*"], ["a.md"]),
    "several, in the order as given": (["docs/c.mkd", "a.md"], ["docs/c.mkd", "a.md"]),
    "one list twice": (["a.md", "./a.md", "docs/../a.md"], ["a.md"]),
    "two lists of one file name": (
        ["README.md", "docs"],
        ["README.md", "docs/README.md", "docs/c.mkd", "docs/deep/b.MARKDOWN"],
    ),
}


@pytest.mark.parametrize(("arguments", "places"), MEANT.values(), ids=MEANT)
def test_files_are_found_and_called_by_their_paths(arguments: list[str], places: list[str]) -> None:
    assert named(*arguments) == [(place, place) for place in places]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(here: Path) -> None:
    (here / "[a].md").write_text(ATLAS)
    assert named("[a].md") == [("[a].md", "[a].md")]


def test_a_list_is_meant_by_its_name_enabled_or_not() -> None:
    assert named("medical-data", "brain-data") == [
        ("medical-data", "a.md"),
        ("brain-data", "https://raw.githubusercontent.com/owner/brains/HEAD/README.md"),
    ]


def test_a_file_wins_over_a_name(here: Path) -> None:
    (here / "medical-data").write_text(ATLAS)
    assert named("medical-data") == [("medical-data", "medical-data")]


def test_a_list_by_name_and_by_place_is_one_list() -> None:
    assert named("a.md", "medical-data") == [("a.md", "a.md")]


def test_without_arguments_the_enabled_lists_are_meant() -> None:
    assert named() == [("medical-data", "a.md")]


def test_standard_input_is_a_list() -> None:
    assert find(["-"]) == (Source("stdin", "-", SourceKind.STDIN),)


def test_the_lists_of_this_folder_come_before_the_bundled_ones(here: Path) -> None:
    assert find([])[0].location.startswith(str(bundled().parent))
    (here / "sources").mkdir()
    (here / "sources" / "sources.toml").write_text('[[list]]\nname = "own"\nlocation = "../a.md"')
    assert find([]) == (Source("own", "sources/../a.md", SourceKind.FILE),)


def test_the_bundled_lists_are_there_and_readable() -> None:
    for source in find([], bundled()):
        read = read_here(source)
        assert read.error is None
        assert read.links()


NAMES = {
    "https://example.org/lists/data.md": "example.org/lists/data.md",
    "https://example.org/": "example.org",
    "HTTPS://example.org/data.md": "example.org/data.md",
    "http://example.org:8080/data.md#top": "example.org:8080/data.md",
    "https://example.org/list?id=2": "example.org/list?id=2",
    "https://github.com/owner/repo/blob/main/docs/data.md": "owner/repo/docs/data.md",
    "https://raw.githubusercontent.com/owner/repo/HEAD/README.md": "owner/repo/README.md",
    "https://raw.githubusercontent.com/odd": "raw.githubusercontent.com/odd",
}


@pytest.mark.parametrize("url", NAMES)
def test_an_address_gets_a_readable_name(url: str) -> None:
    (source,) = find([url], KNOWN)
    assert (source.name, source.kind) == (NAMES[url], SourceKind.ADDRESS)


def test_names_are_unique() -> None:
    main, dev = (
        f"https://raw.githubusercontent.com/owner/repo/{branch}/README.md"
        for branch in ("main", "dev")
    )
    assert named(main, dev, main) == [(main, main), (dev, dev)]


def problem(*arguments: str, sources: Path | None = KNOWN) -> str:
    """The one line that says what is wrong."""
    with pytest.raises(UsageProblem) as refused:
        find(arguments, sources)
    assert "\n" not in str(refused.value)
    return str(refused.value)


WRONG = {
    "nowhere.md": "nowhere.md: no such file, folder or list in known.toml",
    "medical-dta": "medical-dta: no such file, folder or list in known.toml; "
    "did you mean the list 'medical-data'?",
    "brain-dat": "did you mean the list 'brain-data'?",
    "*.rst": "*.rst: no file fits this pattern",
    "docs/[x].md": "docs/[x].md: no file fits this pattern",
    "empty": "empty: no lists in this folder; a list's name ends in .md",
    "": "an empty LIST: give a file, a folder, an address, or the name of a list",
    "a.md/b.md": "a.md/b.md: no such file",
    "x" * 300: "cannot be read: File name too long",
    "ftp://example.org/a.md": "ftp://example.org/a.md: a list is read from http and https",
    "file:///etc/passwd": "a list is read from http and https addresses only",
    "https://": "https://: this address has no host",
    "https:///a.md": "this address has no host",
    "http://[x": "http://[x: this is not an address",
    "https://me:secret@example.org/a.md": "example.org: leave user and password out",
}


@pytest.mark.parametrize("argument", WRONG, ids=lambda text: text[:30] or "nothing")
def test_a_wrong_argument_says_what_is_wrong(argument: str) -> None:
    assert WRONG[argument] in problem(argument)


def test_a_password_is_not_repeated() -> None:
    assert "secret" not in problem("https://me:secret@example.org/a.md")


SOURCES = {
    "not TOML": ("[[list]\n", "not valid TOML"),
    "not UTF-8": (b"# \xff\xfe\n", "not valid TOML"),
    "another table": (
        "[[lists]]\nname = 'a'",
        "unknown key 'lists'; each list is a [[list]] table",
    ),
    "a single table": (
        "[list]\nname = 'a'",
        "'list' is not a table; each list is a [[list]] table",
    ),
    "a number": ("list = 3", "each list is a [[list]] table"),
    "numbers": ("list = [1]", "each list is a [[list]] table"),
    "no name": ("[[list]]\nlocation = 'a.md'", "list 1: name is missing"),
    "a blank name": ("[[list]]\nname = ' '\nlocation = 'a.md'", "list 1: name is missing"),
    "no location": ("[[list]]\nname = 'a'", "list 1: location is missing"),
    "an unknown key": (
        "[[list]]\nname = 'a'\nlocaton = 'a.md'",
        "list 1: unknown key 'locaton'; known are name, location, enabled, language, notes",
    ),
    "a name that is a number": ("[[list]]\nname = 3", "list 1: name must be text in quotes"),
    "enabled in words": (
        "[[list]]\nname = 'a'\nlocation = 'a.md'\nenabled = 'yes'",
        "list 1: enabled must be true or false",
    ),
    "a name on two lines": (
        '[[list]]\nname = "a\\nb"\nlocation = "a.md"',
        "name must stand on one line",
    ),
    "a location with a NUL": (
        '[[list]]\nname = "a"\nlocation = "a\\u0000.md"',
        "location must stand on",
    ),
    "a name twice": (
        "[[list]]\nname = 'a'\nlocation = 'a.md'\n[[list]]\nname = 'a'\nlocation = 'b.md'",
        "list 2: name 'a' is that of list 1",
    ),
    "a location twice": (
        "[[list]]\nname = 'a'\nlocation = 'a.md'\n[[list]]\nname = 'b'\nlocation = 'a.md'",
        "list 2: location 'a.md' is that of list 1",
    ),
    "an address of another kind": (
        "[[list]]\nname = 'a'\nlocation = 'ftp://example.org/'",
        "list 1: ftp://example.org/: a list is read from http",
    ),
    "nothing enabled": (
        "[[list]]\nname = 'a'\nlocation = 'a.md'\nenabled = false",
        "no list is enabled; name one, or set enabled = true",
    ),
    "nothing at all": ("", "no list is enabled"),
}


@pytest.mark.parametrize(("content", "hint"), SOURCES.values(), ids=SOURCES)
def test_bad_sources_say_what_is_wrong(here: Path, content: str | bytes, hint: str) -> None:
    path = here / "bad.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    said = problem(sources=path)
    assert said.startswith(f"{path}: ")
    assert hint in said


@pytest.mark.parametrize(
    ("path", "hint"), [("no.toml", "No such file or directory"), ("docs", "Is a directory")]
)
def test_sources_that_cannot_be_read_say_so_even_if_not_needed(path: str, hint: str) -> None:
    assert problem("a.md", sources=Path(path)) == f"{path}: cannot be read: {hint}"


def test_broken_sources_nobody_asked_for_do_not_stop_a_file(here: Path) -> None:
    (here / "sources").mkdir()
    (here / "sources" / "sources.toml").write_text("[[")
    assert [source.name for source in find(["a.md"])] == ["a.md"]
    assert "not valid TOML" in problem("nowhere.md", sources=None)


def read_file(content: bytes) -> ReadList:
    """A file with this content, read."""
    Path("list.md").write_bytes(content)
    return read_here(*find(["list.md"], KNOWN))


UNREADABLE: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "no links found in this list"),
    "no link": (b"# A title\n\nWords.\n", "no links found in this list"),
    "an image": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a PNG image, not a Markdown list"),
    "zeros": (bytes(500), "binary data"),
    "a database": (b"SQLite format 3\0" + bytes(84), "a database"),
}


@pytest.mark.parametrize(("content", "hint"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_list_that_cannot_be_read_says_why(content: bytes, hint: str) -> None:
    read = read_file(content)
    assert read.error
    assert hint in read.error
    assert "\n" not in read.error
    assert (read.reading, read.hash, read.links()) == (None, None, ())


DECODABLE = {
    "UTF-8": ATLAS.encode(),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + ATLAS.encode(),
    "UTF-16": ATLAS.encode("utf-16"),
    "Latin-1": "Données sur le cœur et la tête. ".encode("cp1252") + ATLAS.encode(),
    "GB18030": "医学影像数据集列表，包括心脏和大脑。".encode("gb18030") + ATLAS.encode(),
    "Windows line ends": ATLAS.replace("\n", "\r\n").encode(),
}


@pytest.mark.parametrize("content", DECODABLE.values(), ids=DECODABLE)
def test_a_list_in_any_encoding_is_read(content: bytes) -> None:
    read = read_file(content)
    assert (read.error, read.links()) == (None, ("https://atlas.example.org/",))
    assert read.hash


def test_a_list_that_vanished_says_so(here: Path) -> None:
    (source,) = find(["a.md"], KNOWN)
    (here / "a.md").unlink()
    assert read_here(source).error == "cannot be read: No such file or directory"


def test_a_list_without_end_is_no_list() -> None:
    assert read_here(Source("zero", "/dev/zero", SourceKind.FILE)).error == (
        "larger than 64 MiB; this is no list"
    )
    assert LARGEST == 64 << 20


def test_a_list_is_read_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ATLAS.encode())))
    assert read_here(*find(["-"])).links() == ("https://atlas.example.org/",)


def test_a_list_at_an_address_resolves_its_links_there() -> None:
    text = b"[Here](data.csv)\n"
    (source,) = find(["https://example.org/lists/a.md"], KNOWN)
    assert understood(source, text).links() == ("https://example.org/lists/data.csv",)
    assert understood(Source("a", "a.md", SourceKind.FILE), text).error
