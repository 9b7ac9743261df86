from __future__ import annotations

import fcntl
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given

from crawler.errors import UsageProblem
from crawler.store.journal import Journal, Look, Unfinished
from crawler.verdicts.evidence import Evidence, Fault
from tests.verdicts.strategies import evidence

from .build import ATLAS, BEGIN, BRAINS, failed, lines, saw

LOOKS = tuple(
    Look(seen.url, BEGIN + timedelta(minutes=n), seen)
    for n, seen in enumerate([saw(ATLAS, title="Atlas \ud800"), failed(BRAINS, Fault.RESET)])
)


@pytest.fixture
def file(path: Path) -> Path:
    """Where the journal of the database lies."""
    return path.with_name("vitals.db-night")


def write(path: Path, looks: tuple[Look, ...] = LOOKS, night: int = 7) -> None:
    """A night that stops after these looks."""
    with Journal(path) as journal:
        journal.begin(night, BEGIN)
        for look in looks:
            journal.keep(look)


def unfinished(path: Path) -> Unfinished | None:
    """What the next run finds."""
    with Journal(path) as journal:
        return journal.unfinished()


def test_a_first_night_finds_nothing(path: Path) -> None:
    assert unfinished(path) is None


def test_an_interrupted_night_is_found_again(path: Path) -> None:
    write(path)
    assert unfinished(path) == Unfinished(7, BEGIN, LOOKS)
    assert unfinished(path) == Unfinished(7, BEGIN, LOOKS)


def test_a_night_that_had_just_begun_is_found_too(path: Path) -> None:
    write(path, ())
    assert unfinished(path) == Unfinished(7, BEGIN, ())


def test_every_look_is_in_the_file_the_moment_it_is_kept(path: Path, file: Path) -> None:
    with Journal(path) as journal:
        journal.begin(7, BEGIN)
        for number, look in enumerate(LOOKS, 2):
            journal.keep(look)
            assert len(lines(file)) == number


def test_a_resumed_night_goes_on_where_it_stopped(path: Path) -> None:
    write(path, LOOKS[:1])
    with Journal(path) as journal:
        assert journal.unfinished() == Unfinished(7, BEGIN, LOOKS[:1])
        journal.keep(LOOKS[1])
    assert unfinished(path) == Unfinished(7, BEGIN, LOOKS)


def test_a_new_night_forgets_the_old_one(path: Path) -> None:
    write(path)
    with Journal(path) as journal:
        journal.unfinished()
        journal.begin(8, BEGIN + timedelta(days=1))
        journal.keep(LOOKS[1])
    assert unfinished(path) == Unfinished(8, BEGIN + timedelta(days=1), LOOKS[1:])


def test_a_night_that_is_over_leaves_no_file(path: Path, file: Path) -> None:
    with Journal(path) as journal:
        journal.begin(7, BEGIN)
        journal.end()
        journal.end()
    assert not file.exists()
    assert unfinished(path) is None


def test_wherever_a_kill_cuts_the_file_whole_lines_are_kept(path: Path, file: Path) -> None:
    write(path)
    whole = file.read_bytes()
    ends = [place + 1 for place, byte in enumerate(whole) if byte == 10]
    for cut in range(len(whole) + 1):
        file.write_bytes(whole[:cut])
        kept = sum(end <= cut for end in ends)
        expected = Unfinished(7, BEGIN, LOOKS[: kept - 1]) if kept else None
        assert unfinished(path) == expected
        assert file.read_bytes() == whole[: ends[kept - 1] if kept else 0]


def test_a_cut_line_is_overwritten_cleanly(path: Path, file: Path) -> None:
    write(path)
    file.write_bytes(file.read_bytes()[:-20])
    with Journal(path) as journal:
        assert journal.unfinished() == Unfinished(7, BEGIN, LOOKS[:1])
        journal.keep(LOOKS[1])
    assert unfinished(path) == Unfinished(7, BEGIN, LOOKS)


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "zeros, after a power cut": lambda line: bytes(len(line) - 1) + b"\n",
    "half a line and another": lambda line: line[:30] + b"\n",
    "a look without a time": lambda line: (
        json.dumps(json.loads(line) | {"at": "noon"}).encode() + b"\n"
    ),
    "a fault of the future": lambda line: line.replace(b'"reset"', b'"bored"'),
    "headers of the past": lambda line: line.replace(b'"fault": "reset"', b'"headers": []'),
    "a number": lambda _: b"7\n",
    "bytes that are no text": lambda _: b"\xff\xfe\n",
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_from_an_unreadable_line_on_the_journal_is_forgotten(
    path: Path, file: Path, spoil: Callable[[bytes], bytes]
) -> None:
    write(path, (*LOOKS, LOOKS[0]))
    head, first, second, third = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(head + first + spoil(second) + third)
    assert unfinished(path) == Unfinished(7, BEGIN, LOOKS[:1])
    assert file.read_bytes() == head + first


@pytest.mark.parametrize(
    "head", [b"{}\n", b"[]\n", b"\n", b'{"night": 7, "started": "soon"}\n'], ids=str
)
def test_a_journal_without_a_beginning_is_none(path: Path, file: Path, head: bytes) -> None:
    file.write_bytes(head)
    assert unfinished(path) is None
    assert file.read_bytes() == b""


@given(evidence)
def test_any_evidence_is_kept(tmp_path_factory: pytest.TempPathFactory, seen: Evidence) -> None:
    path = tmp_path_factory.getbasetemp() / "any.db"
    look = Look(seen.url, BEGIN, seen)
    write(path, (look,))
    assert unfinished(path) == Unfinished(7, BEGIN, (look,))


def test_a_second_crawl_is_refused_in_one_line(path: Path) -> None:
    with Journal(path), pytest.raises(UsageProblem) as refused, Journal(path):
        pass
    assert str(refused.value) == (
        f"{path}: another crawl is writing to this database; wait until it is done"
    )
    with Journal(path):
        pass


def test_a_link_to_the_database_is_the_same_database(path: Path, tmp_path: Path) -> None:
    path.touch()
    alias = tmp_path / "alias.db"
    alias.symlink_to(path)
    with Journal(path), pytest.raises(UsageProblem, match="another crawl"), Journal(alias):
        pass


HOLDER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from crawler.store.journal import Journal
with Journal(Path(sys.argv[1])) as journal:
    journal.begin(7, datetime(2026, 11, 1, 3, tzinfo=UTC))
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    """The lock in the hands of another process."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        try:
            yield holder
        finally:
            holder.kill()


def test_the_lock_dies_with_its_holder_and_what_it_wrote_lives(path: Path) -> None:
    with held_elsewhere(path) as holder:
        with pytest.raises(UsageProblem, match="another crawl"), Journal(path):
            pass
        holder.kill()
        holder.wait()
        assert unfinished(path) == Unfinished(7, BEGIN, ())


def test_a_file_removed_between_opening_and_locking_is_opened_anew(
    path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The holder before us removes the file and lets go just while we are about to lock it."""
    lock = fcntl.flock
    locked: list[int] = []

    def late(handle: int, how: int) -> None:
        if not locked:
            file.unlink()
        if len(locked) == 1:
            file.unlink()
            file.touch()
        locked.append(handle)
        lock(handle, how)

    monkeypatch.setattr(fcntl, "flock", late)
    with Journal(path) as journal:
        journal.begin(7, BEGIN)
        assert len(lines(file)) == 1
    assert len(locked) == 3


def test_a_journal_that_cannot_be_made_says_where(tmp_path: Path) -> None:
    path = tmp_path / "no" / "folder" / "vitals.db"
    with (
        pytest.raises(UsageProblem, match="-night: cannot be written: No such file"),
        Journal(path),
    ):
        pass


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """What a full disk is like, for root too."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_said_in_one_line_and_what_fitted_is_kept(path: Path, file: Path) -> None:
    many = tuple(Look(f"{ATLAS}{number}", BEGIN, saw(ATLAS)) for number in range(100))
    with files_no_larger_than(1000), pytest.raises(UsageProblem) as refused:
        write(path, many)
    assert str(refused.value) == f"{file}: cannot be written: File too large"
    found = unfinished(path)
    assert found
    assert len(found.looks) == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_journal_that_cannot_be_begun_says_so(path: Path, file: Path) -> None:
    file.symlink_to("/dev/full")
    with pytest.raises(UsageProblem, match="cannot be written"), Journal(path) as journal:
        journal.begin(7, BEGIN)
