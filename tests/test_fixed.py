from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.errors import UsageProblem
from crawler.fixed import fixed, write_fixed
from crawler.fixing import Known, Rules
from crawler.lists.source import Source, SourceKind
from crawler.watched import read_here

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
MOVED = Known(
    "alive", "moved", "https://b.org/", None, flapping=False, muted=False,
    moved_since=datetime(2026, 11, 1, tzinfo=UTC),
)  # fmt: skip
RULES = Rules({"http://a.org/": MOVED}, NOW)
TEXT = "# Séries\r\n\r\n- [Crète, Noël, déjà vu, être](http://a.org)  \r\n`http://a.org`\n"


def source(path: Path) -> Source:
    return Source("list", str(path), SourceKind.FILE)


def hashes(path: Path, *, verbatim: bool = False) -> frozenset[str]:
    """What a crawl would have kept of this list."""
    read = read_here(source(path), verbatim=verbatim)
    assert read.hash is not None
    return frozenset([read.hash])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "list.md"
    path.write_bytes(TEXT.encode())
    return path


@pytest.mark.parametrize("way", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_other_byte_stays(path: Path, way: str) -> None:
    path.write_bytes(TEXT.encode(way))
    path.chmod(0o600)
    write_fixed([fixed(source(path), RULES, hashes(path))])
    assert path.read_bytes() == TEXT.replace("(http://a.org)", "(https://b.org/)").encode(way)
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_code_is_fixed_where_the_crawl_read_it(path: Path) -> None:
    made = fixed(source(path), RULES, hashes(path, verbatim=True))
    assert made.new == TEXT.replace("http://a.org", "https://b.org/")


def test_a_list_that_no_crawl_has_read_so_is_refused(path: Path) -> None:
    known = hashes(path)
    path.write_bytes(b"new line\n" + path.read_bytes())
    with pytest.raises(UsageProblem, match="is not as the last crawl read it"):
        fixed(source(path), RULES, known)


def test_one_that_needs_nothing_is_not(path: Path) -> None:
    made = fixed(source(path), Rules({}, NOW), frozenset())
    assert (made.after, made.done.total()) == (path.read_bytes(), 0)


def test_a_list_that_changes_meanwhile_keeps_all_from_being_written(path: Path) -> None:
    other = path.with_name("other.md")
    other.write_bytes(path.read_bytes())
    made = [fixed(source(one), RULES, hashes(path)) for one in (path, other)]
    other.write_bytes(b"[mine](http://a.org)")
    with pytest.raises(UsageProblem, match=r"other\.md: has just changed"):
        write_fixed(made)
    assert path.read_bytes() == TEXT.encode()
    assert other.read_bytes() == b"[mine](http://a.org)"


def test_bytes_that_cannot_be_written_back_are_refused(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf[\xff](http://a.org)")
    before = path.read_bytes()
    with pytest.raises(UsageProblem, match="encoding cannot be kept"):
        fixed(source(path), RULES, hashes(path))
    assert path.read_bytes() == before


def test_a_list_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="cannot be read"):
        fixed(source(tmp_path / "none.md"), RULES, frozenset())
