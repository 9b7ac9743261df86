"""Dates in ISO 8601 with the precision they were said in: a year, a month, a day, a moment in UTC.

Written by hand: dateutil and dateparser fill what is not said with today's month and day, and
guess between day and month; here a date is what stands there, or nothing.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from crawler.metadata.normal.text import words

_EARLIEST, _LATEST = 1600, 2199
_LONGEST = 80

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier enero",
            "february feb februar février febrero",
            "march mar märz mars marzo",
            "april apr avril abril",
            "may mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet julio",
            "august aug août agosto",
            "september sep sept septembre septiembre",
            "october oct oktober octobre octubre okt",
            "november nov novembre noviembre",
            "december dec dezember décembre diciembre dez",
        ),
        1,
    )
    for name in names.split()
}
_ZONES = {"z": 0, "utc": 0, "gmt": 0, "cet": 1, "cest": 2} | {
    zone: hours
    for letter, hour in (("e", -5), ("c", -6), ("m", -7), ("p", -8))
    for zone, hours in ((f"{letter}st", hour), (f"{letter}dt", hour + 1))
}

_ZONE = r"(?P<zone>z|utc|gmt|cest|cet|[ecmp][sd]t|(?:utc|gmt)?[+-]\d\d:?(?:\d\d)?)"
_CLOCK = r"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
_TIGHT = r"(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)"
_TIME = (
    rf"(?:(?:{_CLOCK}|(?P<full>\d\d?)(?=\s?[ap]))(?:\s?(?P<half>[ap])\.?m\.?)?(?:\s?{_ZONE})?"
    r"|(?P<spoken>noon|midnight))"
)
_MONTH = r"(?P<name>[^\W\d_]{3,10})\.?"
_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>\d{4})"

_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"{_YEAR}(?:(?P<mark>[-/.])(?P<month>\d\d?)(?:(?P=mark)(?P<day>\d\d?)(?:(?:t|,?\s){_TIME}|z|[+-]\d\d:\d\d)?)?)?",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:t{_TIGHT}\s?{_ZONE}?)?",
        rf"{_YEAR}年(?:(?P<month>\d\d?)月(?:(?P<day>\d\d?)日)?)?",
        rf"(?P<month>\d\d?)/{_YEAR}",
        rf"{_DAY}(?:\s|-)(?:of\s|de\s)?{_MONTH},?(?:\s|-)(?:de\s)?{_YEAR}(?:,?\s(?:at\s)?{_TIME})?",
        rf"{_MONTH}\s{_DAY},?\s{_YEAR}(?:,?\s(?:at\s)?{_TIME})?",
        rf"{_MONTH}\s{_DAY}\s{_TIME}\s{_YEAR}",
        rf"{_MONTH},?(?:\s|-)(?:de\s)?{_YEAR}",
        rf"{_YEAR}(?:\s|-){_MONTH}(?:(?:\s|-){_DAY})?",
    )
)
_TURNED = re.compile(rf"(?P<one>\d\d?)(?P<mark>[-/.])(?P<two>\d\d?)(?P=mark){_YEAR}")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s")
_SPAN = re.compile(rf"{_YEAR}\s(?:[a-z]{{3}}\s?-\s?[a-z]{{3}}|spring|summer|fall|autumn|winter)")
_LABEL = re.compile(r"^[a-z][a-z ]{2,24}:\s")
_TICKS = re.compile(r"\d{10}|\d{13}")

_WEST, _EAST = timedelta(hours=12), timedelta(hours=14)
"""A day begins so much earlier and ends so much later somewhere than it does in UTC."""


def iso_date(raw: Any) -> str | None:
    """A date as ISO 8601 in the precision it was said in; None where it is none.

    A moment is told in UTC seconds, for UTC where no zone is named; midnight sharp is a day that
    a machine wrote out. `2014/01/01` is how citation tags write a year.

    >>> iso_date("Aug. 9, 2012"), iso_date("2019.04"), iso_date("2014-09-25T10:30+02:00")
    ('2012-08-09', '2019-04', '2014-09-25T08:30:00Z')
    """
    match raw:
        case {"date-parts": [[*parts], *_]}:
            raw = "-".join(str(part)[:4].zfill(2) for part in parts[:3])
        case {"date-time": str(said)} | {"date": str(said)}:
            raw = said
        case float() if raw.is_integer():
            raw = int(raw)
    said = " ".join((words(raw) or "")[:_LONGEST].lower().replace("\u2212", "-").split())
    if not said:
        return None
    return _ticks(said) if _TICKS.fullmatch(said) else _read(_bare(said))


def agree(one: str, other: str) -> bool:
    """Whether two dates in normal form may be the same, each within its precision.

    A moment is in a day if it is so anywhere on earth.

    >>> agree("2014", "2014-09-25"), agree("2014-09-25", "2014-09-26"), agree("x", "2014")
    (True, False, False)
    """
    coarse, fine = sorted((one, other), key=len)
    if one == other or "T" not in fine:
        return fine.startswith(coarse)
    if "T" in coarse:
        return False
    try:
        first, end = _span(coarse)
        return first - _EAST <= datetime.fromisoformat(fine) < end + _WEST
    except (ValueError, OverflowError):
        return False


def finer(one: str, other: str) -> str:
    """Which of two dates in normal form says more; the first, where both say as much.

    >>> finer("2014", "2014-09")
    '2014-09'
    """
    return other if len(other) > len(one) else one


def _span(day: str) -> tuple[datetime, datetime]:
    year, month, first = (*(int(part) for part in day.split("-")), 0, 0)[:3]
    last = first or calendar.monthrange(year, month or 12)[1]
    begins = datetime(year, month or 1, first or 1, tzinfo=UTC)
    return begins, datetime(year, month or 12, last, tzinfo=UTC) + timedelta(days=1)


def _ticks(said: str) -> str | None:
    """Seconds or milliseconds since 1970, as machines count; before 1980 nobody did."""
    seconds = int(said[:10])
    began = datetime(1970, 1, 1, tzinfo=UTC)
    return _told(began + timedelta(seconds=seconds)) if seconds > 315_532_800 else None


def _bare(said: str) -> str:
    """Without the label before it ("last updated:") and the weekday, which says nothing more."""
    return _WEEKDAY.sub("", _LABEL.sub("", said, count=1), count=1)


def _read(said: str) -> str | None:
    span = _SPAN.fullmatch(said)
    if span:
        return _day(int(span["year"]))
    for shape in _SHAPES:
        found = shape.fullmatch(said)
        if found:
            return _made(found.groupdict())
    turned = _TURNED.fullmatch(said)
    return _turned(turned) if turned else None


def _turned(found: re.Match[str]) -> str | None:
    """Day and month before the year: where nobody can know which is which, the year alone."""
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    if two > 12:
        return _day(year, one, two)
    if one > 12 or one == two or found["mark"] == ".":
        return _day(year, two, one)
    return _day(year)


def _made(said: dict[str, str | None]) -> str | None:
    year, day = int(said["year"] or 0), said.get("day")
    name = said.get("name")
    month = _MONTHS.get(name) if name else int(said.get("month") or 0)
    if month is None:
        return None
    if (said.get("mark"), month, day and int(day)) == ("/", 1, 1):
        return _day(year)
    if (month == 0 and said.get("month")) or (day and int(day) == 0):
        return None
    whole = _day(year, month, int(day or 0))
    return _moment(whole, said) if whole else None


def _day(year: int, month: int = 0, day: int = 0) -> str | None:
    """A calendar's day, month or year; 1970-01-01 is a clock that was never set."""
    try:
        whole = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if not _EARLIEST <= year <= _LATEST or (year, month, day) == (1970, 1, 1):
        return None
    return whole.isoformat()[: 10 if day else 7 if month else 4]


def _moment(day: str, said: dict[str, str | None]) -> str | None:
    hour = 12 if said.get("spoken") == "noon" else int(said.get("hour") or said.get("full") or 0)
    if said.get("half"):
        hour = hour % 12 + (12 if said["half"] == "p" else 0)
    minute, second = int(said.get("minute") or 0), int(said.get("second") or 0)
    if hour > 23 or minute > 59 or second > 60:
        return None
    if not (hour or minute or second):
        return day
    there = datetime.fromisoformat(day).replace(hour=hour, minute=minute, second=min(second, 59))
    return _told(there.replace(tzinfo=_zone(said.get("zone") or "z")).astimezone(UTC))


def _zone(name: str) -> timezone:
    if name in _ZONES:
        return timezone(timedelta(hours=_ZONES[name]))
    digits = re.sub(r"[^\d]", "", name)
    away = timedelta(hours=min(int(digits[:2]), 23), minutes=int(digits[2:] or 0) % 60)
    return timezone(-away if "-" in name else away)


def _told(moment: datetime) -> str | None:
    """The moment in UTC; midnight is a day, whichever way it came about."""
    if not _EARLIEST <= moment.year <= _LATEST:
        return None
    day, time = f"{moment:%Y-%m-%d}", f"{moment:%H:%M:%S}"
    return day if time == "00:00:00" else f"{day}T{time}Z"
