"""Hand-made reports: one in which everything occurs; a quiet, a void, a first, an empty night."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import count

from crawler.store.reader import EventRow, LinkRow, ListRow, NightRow, Place
from reports.model import STATES, Change, Ending, Report, Stretch

TONIGHT = "2026-11-19T03:00:00Z"
_NUMBERS = count(1)


def night(number: int, day: int, outcome: str = "complete", **counts: int) -> NightRow:
    start = f"2026-11-{day:02}T03:00:00Z"
    return NightRow(number, start, f"2026-11-{day:02}T03:20:00Z", outcome, counts, "1.2.3")


def place(line: int, entry: str | None = None, name: str = "water") -> Place:
    return Place(name, f"lists/{name}.md", line, 3, entry, "as written")


def link(url: str, state: str, verdict: str | None, reason: str | None, **more: object) -> LinkRow:
    """A link as the store gives it; what is not said is what an ordinary link has."""
    number = next(_NUMBERS)
    plain = LinkRow(
        id=number,
        url=url,
        host=url.split("/")[2] if "//" in url else None,
        state=state,
        since="2026-11-12T03:00:00Z",
        verdict=verdict,
        reason=reason,
        http_status=None,
        final_url=None,
        suggested_url=None,
        first_seen="2026-09-01T03:00:00Z",
        last_checked=TONIGHT,
        last_ok=TONIGHT,
        failing_since=None,
        failures=0,
        response_ms=120,
        certificate_expires=None,
        title=None,
        places=(place(10 + number),),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def trouble(since: str, failures: int, last_ok: str | None = None) -> dict[str, object]:
    return {"failing_since": since, "failures": failures, "last_ok": last_ok}


DEAD = link(
    "https://atlas.example.org/rivers", "dead", "gone", "http-404", http_status=404,
    title="Not found", places=(place(123, "River Atlas"), place(8, "River Atlas", "earth")),
    **trouble("2026-11-05T03:00:00Z", 15, "2026-11-04T03:00:00Z"),
)  # fmt: skip
DEAD_SILENT = link(
    "http://gauges.example.net/", "dead", "failing", "connect-timeout",
    **trouble("2026-10-30T03:00:00Z", 20),
)  # fmt: skip
DOWN = link(
    "https://soil.example.com/survey", "down", "failing", "http-5xx", http_status=502,
    title="Soil survey", since="2026-11-18T03:00:00Z",
    **trouble("2026-11-16T03:00:00Z", 4, "2026-11-15T03:00:00Z"),
)  # fmt: skip
DOWN_BLOCKED = link(
    "https://soil.example.com/maps", "down", "blocked", "http-403", http_status=403,
    since="2026-11-18T03:00:00Z", **trouble("2026-11-16T03:00:00Z", 3, "2026-11-15T03:00:00Z"),
)  # fmt: skip
INVALID = link(
    "javascript:alert(document.domain)", "unverified", "invalid", "scheme", last_ok=None,
)  # fmt: skip
MOVED = link(
    "http://tides.example.org/data", "alive", "moved", "permanent-redirect", http_status=200,
    suggested_url="https://tides.example.org/data/2026?format=csv&lang=en", title="Coastal tides",
    places=tuple(place(line) for line in range(40, 50)),
)  # fmt: skip
INSECURE = link(
    "https://wells.example.org/", "alive", "insecure", "tls-expired", title="Wells of the plain",
    certificate_expires="2026-11-10T12:00:00Z",
)  # fmt: skip
RESTRICTED = link(
    "https://health.example.edu/", "alive", "restricted", "http-401", http_status=401,
    title="401 Unauthorized",
)  # fmt: skip
BLOCKED = link(
    "https://trade.example.com/flows", "unverified", "blocked", "rate-limited", http_status=429,
    last_ok=None, places=(place(77, "Trade Flows", "earth"),),
)  # fmt: skip
SUSPECT = link(
    "https://ice.example.org/extent", "suspect", "failing", "read-timeout",
    title="Sea ice extent", **trouble(TONIGHT, 1, "2026-11-18T03:00:00Z"),
)  # fmt: skip
RECOVERED = link(
    "https://forest.example.org/plots", "alive", "ok", "http-200", http_status=200,
    title="Forest plots", certificate_expires="2026-11-25T00:00:00Z",
)  # fmt: skip
SKIPPED = link(
    "https://slow.example.net/", "alive", "skipped", "host-silent",
    last_ok="2026-11-18T03:00:00Z",
)  # fmt: skip
NEW = link("https://young.example.org/a", "new", None, None, since=None, last_ok=None)

LINKS = (
    DEAD, DEAD_SILENT, DOWN, DOWN_BLOCKED, INVALID, MOVED, INSECURE, RESTRICTED, BLOCKED, SUSPECT,
    RECOVERED, SKIPPED, NEW,
    *(link(f"https://fine.example.org/{number}", "alive", "ok", "file", title=f"Fine {number}")
      for number in range(1, 15)),
)  # fmt: skip

NIGHTS = (
    replace(night(12, 20, "interrupted"), finished=None),
    night(11, 19, ok=15, moved=1, restricted=1, insecure=1, failing=3, gone=1, blocked=2,
          invalid=1, skipped=1),
    night(10, 18, ok=17, failing=4, gone=1, blocked=2),
    night(9, 17, "void"),
    night(8, 16, "interrupted", ok=7, failing=2),
    *(night(number, number + 8, ok=22, gone=2) for number in range(7, 0, -1)),
)  # fmt: skip


def _change(
    number: int, kind: str, severity: str, about: LinkRow, before: str, after: str | None
) -> Change:
    return Change(EventRow(number, 11, TONIGHT, kind, severity, before, after, about.id), about)


CHANGES = (
    _change(1, "dead", "critical", DEAD, "down", "dead"),
    _change(2, "down", "major", DOWN, "suspect", "down"),
    _change(3, "restricted", "major", RESTRICTED, "ok", "restricted"),
    _change(4, "moved", "minor", MOVED, "ok", "moved"),
    _change(5, "insecure", "minor", INSECURE, "ok", "insecure"),
    _change(6, "blocked", "minor", BLOCKED, "ok", "blocked"),
    _change(7, "recovered", "info", RECOVERED, "down", "alive"),
    _change(8, "licence", "major", NEW, "CC-BY-4.0", None),
)

LISTS = (
    ListRow("earth", "lists/earth.md", None, 3, 1, 0, 0, 1, 1),
    ListRow("gone", "https://lists.example.org/gone.md", "HTTP 404", 0, 0, 0, 0, 0, 0),
    ListRow("water", "lists/water.md", None, 25, 18, 1, 2, 1, 2),
)


def report_of(*links: LinkRow, **more: object) -> Report:
    """A report in which these links stand where their state and verdict put them."""
    worst = ("dead", "down", "suspect")
    groups = {
        name: tuple(
            link for link in links
            if name == (link.state if link.state in worst else link.verdict)
        )
        for name in (*worst, "invalid", "moved", "insecure", "restricted", "blocked")
    }  # fmt: skip
    told = Counter(link.state for link in links)
    plain = Report(
        generated="2026-11-19T03:21:00Z", night=NIGHTS[1], nights=NIGHTS[1:], lists=LISTS,
        links=links, changes=(), ending=(), states={state: told[state] for state in STATES},
        stretches={link.id: Stretch("2026-11-17T03:00:00Z", 3) for link in links
                   if link.verdict in ("invalid", "moved", "insecure", "restricted", "blocked")},
        **groups,
    )  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


FULL = report_of(
    *LINKS,
    nights=NIGHTS,
    changes=CHANGES,
    ending=(Ending("forest.example.org", "2026-11-25T00:00:00Z", (RECOVERED,)),),
)
QUIET = report_of(RECOVERED, BLOCKED, lists=LISTS[2:], nights=NIGHTS[1:3])
VOID = report_of(*LINKS, night=NIGHTS[3], nights=NIGHTS[3:])
FIRST = report_of(RECOVERED, SUSPECT, lists=LISTS[2:], nights=NIGHTS[1:2])
EMPTY = report_of(lists=LISTS[1:2], nights=NIGHTS[1:2])

NIGHTS_OF_ALL_KINDS = {
    "everything": FULL,
    "quiet": QUIET,
    "void": VOID,
    "first": FIRST,
    "empty": EMPTY,
}
