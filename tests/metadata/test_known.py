"""What one more fetch teaches."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from crawler.metadata.fields import Field
from crawler.metadata.known import PATIENCE, Known, believed, learn

BEGIN = datetime(2026, 3, 1, 3, tzinfo=UTC)
DAY = timedelta(days=1)


def nights(*fetched: dict[str, dict[Field, str]]) -> list[Known]:
    """What is known after each night; each says what was read of which source."""
    known: Known = {}
    after = []
    for number, sources in enumerate(fetched):
        read = {
            source: {field: (value, value) for field, value in fields.items()}
            for source, fields in sources.items()
        }
        known = learn(known, read, BEGIN + number * DAY)
        after.append(known)
    return after


RIVERS = {"json-ld": {Field.LICENSE: "MIT"}}
SILENT: dict[str, dict[Field, str]] = {"json-ld": {}}
NOT_READ: dict[str, dict[Field, str]] = {}


def test_a_value_is_known_since_when_and_until_when() -> None:
    *_, known = nights(RIVERS, RIVERS, RIVERS)
    ((key, value),) = known.items()
    assert key == (Field.LICENSE, "json-ld")
    assert (value.value, value.raw) == ("MIT", "MIT")
    assert (value.first_seen, value.last_seen) == (BEGIN, BEGIN + 2 * DAY)


def test_another_value_begins_anew() -> None:
    *_, known = nights(RIVERS, {"json-ld": {Field.LICENSE: "CC0-1.0"}})
    (value,) = known.values()
    assert (value.value, value.first_seen) == ("CC0-1.0", BEGIN + DAY)


def test_a_value_is_removed_after_three_good_fetches_without_it() -> None:
    *_, last, gone = nights(RIVERS, *[SILENT] * PATIENCE)
    assert [value.misses for value in last.values()] == [PATIENCE - 1]
    assert gone == {}


def test_a_fetch_that_failed_is_none() -> None:
    *_, known = nights(RIVERS, *[NOT_READ] * 9)
    assert [value.misses for value in known.values()] == [0]


def test_another_source_says_nothing_of_this_one() -> None:
    *_, known = nights(RIVERS, *[{"label": {Field.LICENSE: "MIT"}}] * 9)
    assert known[Field.LICENSE, "json-ld"].misses == 0


def test_a_value_that_is_said_again_was_never_missed() -> None:
    *_, known = nights(RIVERS, SILENT, SILENT, RIVERS, SILENT, SILENT)
    assert known[Field.LICENSE, "json-ld"].misses == 2


def test_the_most_trusted_is_believed() -> None:
    *_, known = nights(RIVERS | {"api:zenodo": {Field.LICENSE: "CC0-1.0"}})
    assert believed(known)[Field.LICENSE][0] == "api:zenodo"
