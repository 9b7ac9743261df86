"""Two years of a list: what its keeper is told, against what really happened to its links.

Outages are drawn from published figures: of scientific servers 48 % fail now and then, for a day
at the median and hardly ever longer than a week (Kern 2020); 2.6 to 6.5 % of data links die in a
year (Briney 2024, Osz 2019), every fifth of them with its whole host. The crawler is no machine
that always runs: it misses nights, has its own holidays and hours that drift.
"""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from benchmarks.tables import Table
from crawler.lists.reader import read
from crawler.lists.source import ReadList, Source, SourceKind, hash_of
from crawler.memory.patience import patience_with
from crawler.store.database import open_for_writing
from crawler.store.journal import Look
from crawler.store.nights import Outcome, begin_night, end_night
from crawler.verdicts.evidence import Evidence, Fault
from crawler.verdicts.verdict import Reason

LINKS, HOSTS, DAYS = 1_000, 300, 730
BEGIN = datetime(2024, 1, 1, 3, tzinfo=UTC)

SOMETIMES_FAIL = 0.484
OUTAGES_A_YEAR = 4
DEATHS_A_YEAR = 0.045
WITH_THE_HOST = 0.2
WALLED = 0.03
MISSED = 0.02
HOLIDAY = range(200, 210)

_PASSING = (Reason.HTTP_5XX, Reason.CONNECT_TIMEOUT, Reason.READ_TIMEOUT, Reason.REFUSED)
_DEADLY = (Reason.HTTP_404, Reason.HTTP_404, Reason.HTTP_410, Reason.CONNECT_TIMEOUT)
_STATUS = {
    Reason.HTTP_200: 200, Reason.HTTP_5XX: 503, Reason.HTTP_404: 404, Reason.HTTP_410: 410,
    Reason.HTTP_403: 403,
}  # fmt: skip
_INCIDENT = timedelta(hours=72)


@dataclass(slots=True)
class Life:
    """What really happens to a link: its outages, its death, the wall before it."""

    url: str
    outages: list[tuple[range, Reason]] = field(default_factory=list)
    death: int | None = None
    cause: Reason = Reason.HTTP_404
    walled: bool = False

    def on(self, day: int) -> Reason:
        """What a look sees on this day."""
        if self.death is not None and day >= self.death:
            return self.cause
        found = next((reason for days, reason in self.outages if day in days), None)
        return found or (Reason.HTTP_403 if self.walled else Reason.HTTP_200)


def measure() -> Table:
    """Live through two years, and tell what was told."""
    dice = random.Random(20)
    lives = _lives(dice)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "years.db"
        with closing(open_for_writing(path)) as db:
            seen = list(_nights(dice))
            for day, at in seen:
                _night(db, lives, day, at)
            told = db.execute(
                "SELECT links.url, events.kind, nights.started FROM events "
                "JOIN nights ON nights.id = events.night LEFT JOIN links ON links.id = link"
            ).fetchall()
            rows = {
                table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("nights", "links", "observations", "events", "fields")
            }
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = path.stat().st_size
    return _table(lives, seen, told, rows, size)


def _lives(dice: random.Random) -> list[Life]:
    hosts = [f"h{n}.example.org" for n in range(HOSTS)]
    weights = [1 / (n + 1) for n in range(HOSTS)]
    homes = [*hosts, *dice.choices(hosts, weights, k=LINKS - HOSTS)]
    lives = [Life(f"https://{host}/{n}") for n, host in enumerate(homes)]
    for host in hosts:
        of_host = [life for life, home in zip(lives, homes, strict=True) if home == host]
        _fate(dice, of_host)
    return lives


def _fate(dice: random.Random, links: Sequence[Life]) -> None:
    """The outages of a host, and the deaths of its links."""
    ails = dice.random() < SOMETIMES_FAIL
    for _ in range(int(ails) * round(dice.expovariate(1 / (OUTAGES_A_YEAR * DAYS / 365)))):
        begin, reason = dice.randrange(DAYS), dice.choice(_PASSING)
        nights = min(1 + int(dice.expovariate(0.69)), 12)
        struck = links if dice.random() < 0.5 else dice.sample(links, 1)
        for life in struck:
            life.outages.append((range(begin, begin + nights), reason))
    walled = dice.random() < WALLED
    host_dies = dice.random() < DEATHS_A_YEAR * WITH_THE_HOST * DAYS / 365
    dies_on = dice.randrange(DAYS)
    for life in links:
        life.walled = walled
        if host_dies:
            life.death, life.cause = dies_on, Reason.DNS_NXDOMAIN
        elif dice.random() < DEATHS_A_YEAR * (1 - WITH_THE_HOST) * DAYS / 365:
            life.death, life.cause = dice.randrange(DAYS), dice.choice(_DEADLY)


def _nights(dice: random.Random) -> Iterator[tuple[int, datetime]]:
    for day in range(DAYS):
        if day not in HOLIDAY and dice.random() > MISSED:
            yield day, BEGIN + timedelta(days=day, minutes=dice.randint(-10, 10))


def _night(db: Database, lives: Sequence[Life], day: int, at: datetime) -> None:
    text = "# Sets\n" + "".join(f"- [Set {n}]({life.url})\n" for n, life in enumerate(lives))
    source = Source("sets.md", "sets.md", SourceKind.FILE)
    listed = [ReadList(source, hash_of(text), read(text) if day == 0 else None)]
    number = begin_night(db, at, {})
    looks = [Look(life.url, at, _evidence(life, day)) for life in lives]
    end_night(db, number, Outcome.COMPLETE, lists=listed if day == 0 else (), looks=looks, now=at)


def _evidence(life: Life, day: int) -> Evidence:
    reason = life.on(day)
    if reason in _STATUS:
        return Evidence(
            life.url, status=_STATUS[reason], content_bytes=1000, content_type="text/html",
            title=f"Set {life.url}", milliseconds=120, tries=2,
        )  # fmt: skip
    return Evidence(life.url, fault=Fault(reason.value), tries=2)


def _table(
    lives: Sequence[Life],
    seen: Sequence[tuple[int, datetime]],
    told: Sequence[tuple[str, str, str]],
    rows: Mapping[str, int],
    size: int,
) -> Table:
    when = {life.url: life for life in lives}
    deaths = {url: datetime.fromisoformat(at) for url, kind, at in told if kind == "dead"}
    counts = Counter(kind for _, kind, _ in told)
    real = [life for life in lives if life.death is not None and not life.walled]
    due = {life.url: due for life in real if (due := _due(life, seen, lives)) is not None}
    false = [url for url, night in deaths.items() if not _is_really_dead(when[url], night)]
    twice = counts["dead"] - len(deaths)
    never = datetime.max.replace(tzinfo=UTC)
    late = [url for url, night in due.items() if deaths.get(url, never) > night]
    nights_told = {at for _, kind, at in told if kind not in ("recovered", "opened")}
    return Table(
        f"Two years of {LINKS:,} links on {HOSTS} hosts, {len(seen)} nights",
        ("what", "figure"),
        (
            ("links that really died, and were due to be told", f"{len(due)}"),
            ("told dead", f"{counts['dead']}"),
            ("**false deaths**", f"**{len(false)}**"),
            ("**deaths told late or never**", f"**{len(late)}**"),
            ("deaths told twice", f"{twice}"),
            *((f"events: {kind}", str(number)) for kind, number in sorted(counts.items())),
            ("nights with something to tell, a month", f"{len(nights_told) / 24:.1f}"),
            *((f"rows in `{table}`", f"{number:,}") for table, number in rows.items()),
            ("bytes", f"{size:,}"),
        ),
        "Outages, deaths, walls and missed nights are drawn from published figures, named in "
        "`benchmarks/years.py`; the looks are made up, memory and database are real.",
    )


def _is_really_dead(life: Life, night: datetime) -> bool:
    return life.death is not None and night >= BEGIN + timedelta(days=life.death, hours=-1)


def _due(
    life: Life, seen: Sequence[tuple[int, datetime]], lives: Sequence[Life]
) -> datetime | None:
    """The night on which this death must be told at the latest, counted plainly."""
    patience = patience_with(life.cause)
    host = life.url.split("/")[2]
    alone = sum(other.url.split("/")[2] == host for other in lives) == 1
    hostwide = life.cause.verdict.value == "failing" or life.cause is Reason.DNS_NXDOMAIN
    bad = [(day, at) for day, at in seen if life.death is not None and day >= life.death]
    if not bad:
        return None
    start = bad[0][1] if alone or not hostwide else bad[0][1] + _INCIDENT
    counted = [at for _, at in bad if at >= start]
    days = timedelta()
    for nights, (before, at) in enumerate(zip([None, *counted], counted, strict=False), 1):
        days += min(at - before, timedelta(days=2)) if before else timedelta()
        if nights >= patience.nights and days + timedelta(minutes=30) >= patience.span:
            return at
    return None


if __name__ == "__main__":
    print(measure())
