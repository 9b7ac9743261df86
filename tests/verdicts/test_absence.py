"""Is a page with status 200 the link's own? Links, what was seen, and what it is."""

from __future__ import annotations

import pytest

from crawler.verdicts.evidence import Evidence, Hop, Sibling, Sign, SignKind
from crawler.verdicts.rules import judge
from crawler.verdicts.verdict import Reason

HOST = "https://a.example"
PROBE = f"{HOST}/sets/qqqqqqqq"
LOST = Sign(SignKind.NOT_FOUND, "en", "page not found")
LOST_404 = Sign(SignKind.NOT_FOUND, "number", "error 404")
RECORD = Sign(SignKind.NOT_FOUND, "withdrawn", "dataset withdrawn")
SHELL = Sign(SignKind.SHELL, "root", '<div id="root">')
BARE = Sign(SignKind.SHELL, "bare", "<script src=")
GATE = Sign(SignKind.SHELL, "gate", "not automated")
CASINO = Sign(SignKind.USURPED, "likely", "casino")
SLOT = Sign(SignKind.USURPED, "unmistakable", "slot gacor")

HARD = Sibling(PROBE, 404, PROBE)
WALLED = Sibling(PROBE, 403, PROBE)


def soft(
    likeness: float = 1.0, *, final: str = PROBE, redirects: int = 0, same: bool = True
) -> Sibling:
    """A sibling that is not there and answers all the same."""
    return Sibling(PROBE, 200, final, redirects, likeness, same)


def look(
    way: str,
    *signs: Sign,
    sibling: Sibling | None = None,
    title: str | None = None,
    expected: tuple[str, ...] = (),
    kind: str = "text/html",
) -> Evidence:
    """`/a 302 /b`: a look from one path to another that ends with a page."""
    steps = [step if ":" in step else HOST + step for step in way.split()[::2]]
    statuses = [int(status) for status in way.split()[1::2]] + [200]
    hops = tuple(Hop(url, status) for url, status in zip(steps, statuses, strict=True))
    return Evidence(
        steps[0],
        hops,
        status=200,
        content_type=kind,
        content_bytes=900,
        title=title,
        signs=signs,
        sibling=sibling,
        expected=expected,
    )


OK, SOFT, HOME = Reason.HTTP_200, Reason.SOFT_404, Reason.REDIRECT_HOME
AWAY, MOVED = Reason.TEMPORARY_REDIRECT, Reason.PERMANENT_REDIRECT

CASES: dict[str, tuple[Evidence, Reason]] = {
    "its title says that it is missing": (look("/sets/9", LOST), SOFT),
    "its title says so, and so does a sibling's": (look("/sets/9", LOST, sibling=soft(0.8)), SOFT),
    "a wall before the sibling proves nothing": (look("/sets/9", LOST, sibling=WALLED), SOFT),
    "only its heading says so, and its directory knows a real 404": (
        look("/sets/9", LOST, sibling=HARD, title="Sparrows"), OK),
    "its title says it alone, and its directory knows a real 404": (
        look("/sets/9", LOST, sibling=HARD, title="Institute of Birds | Page not found!"), SOFT),
    "its title speaks of it, and its directory knows a real 404": (
        look("/sets/9", LOST, sibling=HARD, title="Page not found messages, a corpus"), OK),
    "a number is its title": (look("/sets/9", LOST_404, title="Error 404"), SOFT),
    "a number alone is its title, and its directory knows a real 404": (
        look("/sets/9", LOST_404, sibling=HARD, title="Error 404"), OK),
    "its title is its own number": (look("/sets/404", LOST_404, title="Error 404"), OK),
    "a record is withdrawn, whatever its directory knows": (
        look("/sets/9", RECORD, sibling=HARD), SOFT),
    "the link was for a page about it": (look("/sets/9", LOST, expected=("Page not found",)), OK),
    "a front page is never missing": (look("/", LOST), OK),
    "nor is an index": (look("/index.html", LOST), OK),
    "a file is not read": (look("/sets/9", LOST, kind="text/plain"), Reason.FILE),
    "a sibling gets the same": (look("/sets/9", sibling=soft()), SOFT),
    "a sibling gets the same but for a few words": (look("/sets/9", sibling=soft(0.999)), OK),
    "a sibling gets the same under another title": (look("/sets/9", sibling=soft(same=False)), OK),
    "a front page is like its siblings": (look("/", sibling=soft()), OK),
    "a file is like its siblings": (look("/9", sibling=soft(), kind="text/csv"), Reason.FILE),
    "it has the name that the list gives it": (
        look("/sets/9", sibling=soft(), title="A | The Sparrow Atlas", expected=("Sparrow atlas",)),
        OK),
    "it has one of its names": (
        look("/sets/9", sibling=soft(), title="Sparrows", expected=("Get it", "Sparrows")), OK),
    "it has the name, as it has any that is asked for": (
        look("/sets/9", title="No results: sparrows", expected=("Sparrows",),
             sibling=Sibling(PROBE, 200, PROBE, 0, 1.0, same_title=True, title_echoes=True)), SOFT),
    "it has half a name": (
        look("/sets/9", sibling=soft(), title="Sparrow home", expected=("Sparrow Atlas",)), SOFT),
    "a name of common words tells nothing": (
        look("/sets/9", sibling=soft(), title="Data home", expected=("Data set",)), SOFT),
    "a page of terms that all see": (look("/sets/9", sibling=soft(), title="Terms of use"), OK),
    "a sibling took another way": (look("/sets/9", sibling=soft(redirects=1)), OK),
    "both end at one page": (
        look("/sets/9 302 /search", sibling=soft(0.2, final=f"{HOST}/search", redirects=1)), SOFT),
    "the sibling ends elsewhere": (
        look("/sets/9 302 /search", sibling=soft(0.2, final=f"{HOST}/other", redirects=1)), AWAY),
    "both end at one page, which has the name": (
        look("/sets/9 302 /atlas", title="Sparrows", expected=("Sparrows",),
             sibling=soft(0.2, final=f"{HOST}/atlas", redirects=1)), AWAY),
    "both end at one page, only the link by a refresh of the same": (
        look("/sets/9", sibling=soft(0.2, final=f"{HOST}/sets/9", redirects=1)), OK),
    "both end at one door": (
        look("/sets/9 302 /disclaimer", sibling=soft(final=f"{HOST}/disclaimer", redirects=1)),
        AWAY),
    "both end at pages that send them back": (
        look("/sets/9 302 /hello?next=%2Fsets%2F9",
             sibling=soft(final=f"{HOST}/hello?next=%2Fsets%2Fqqqqqqqq", redirects=1)), AWAY),
    "both end at their own copy of one page": (
        look("/sets/9 302 /lost?was=9",
             sibling=soft(final=f"{HOST}/lost?was=qqqqqqqq", redirects=1)), SOFT),
    "the page is at a door of its own": (look("/terms/9", sibling=soft()), SOFT),
    "a whole host has moved": (
        look("/sets/9 301 https://b.example/new",
             sibling=soft(final="https://b.example/new", redirects=1)), MOVED),
    "a whole host has moved to a front page": (look("/sets/9 301 https://b.example/"), MOVED),
    "another host's front page for all": (
        look("/sets/9 302 https://b.example/",
             sibling=soft(final="https://b.example/", redirects=1)), SOFT),
    "sent to the page for errors": (look("/sets/9 302 /errors/404.html"), SOFT),
    "an error page that was asked for": (look("/errors/404.html"), OK),
    "sent home": (look("/sets/9 302 /"), HOME),
    "sent home for good": (look("/sets/9 301 /"), HOME),
    "sent home, to www": (look("/sets/9 301 https://www.a.example/home"), HOME),
    "sent home as a sibling is": (
        look("/sets/9 302 /", sibling=soft(final=f"{HOST}/", redirects=1)), HOME),
    "sent home on purpose": (look("/sets 301 /", sibling=HARD), MOVED),
    "sent home, a sibling not": (look("/sets/9 302 /", sibling=soft(0.1)), AWAY),
    "sent home from home": (look("/ 302 /index.php"), AWAY),
    "sent home from an index": (look("/index.html 302 /"), AWAY),
    "sent from home to a language": (look("/ 302 /en/"), AWAY),
    "sent to a page that home shows": (look("/sets/9 302 /index.php?id=9"), AWAY),
    "a query at home, sent home": (look("/?lang=en 302 /"), AWAY),
    "a query, and any query gets the same": (look("/?id=9", sibling=soft()), SOFT),
    "zip promised, page came": (look("/sets/9.zip"), OK),
    "zip promised, an error came": (look("/sets/9.zip", title="Error: invalid file"), SOFT),
    "zip promised, a page with the name of the list came": (
        look("/sets/9.zip", title="Error bars", expected=("Error bars",)), OK),
    "zip promised, its directory knows a real 404": (
        look("/sets/9.zip", title="Error bars", sibling=HARD), Reason.TYPE_MISMATCH),
    "no file promised, error bars in the title": (look("/sets/9.html", title="Error bars"), OK),
    "a shell": (look("/sets/9", SHELL), Reason.SHELL_ONLY),
    "a shell that siblings get too": (look("/sets/9", SHELL, sibling=soft()), Reason.SHELL_ONLY),
    "a shell that siblings end at too": (
        look("/sets/9 302 /app", SHELL, sibling=soft(0.5, final=f"{HOST}/app", redirects=1)),
        Reason.SHELL_ONLY),
    "a shell that siblings nearly get too": (
        look("/sets/9", SHELL, sibling=soft(0.95)), Reason.SHELL_ONLY),
    "a shell of its own": (look("/sets/9", SHELL, sibling=soft(0.94)), OK),
    "a shell where siblings are 404": (look("/sets/9", SHELL, sibling=HARD), OK),
    "a shell beside a wall": (look("/sets/9", SHELL, sibling=WALLED), Reason.SHELL_ONLY),
    "a shell at the front": (look("/", SHELL), OK),
    "a shell that says that it is not there": (
        look("/sets/9", LOST, SHELL, sibling=soft()), SOFT),
    "a bare script that siblings get too": (
        look("/sets/9", BARE, sibling=soft(0.99)), Reason.SHELL_ONLY),
    "a bare script, and no word of its siblings": (look("/sets/9", BARE), OK),
    "a test that siblings meet too": (look("/sets/9", GATE, sibling=soft()), Reason.SHELL_ONLY),
    "all are led to a test": (
        look("/sets/9 302 /test", GATE, sibling=soft(0.5, final=f"{HOST}/test", redirects=1)),
        Reason.SHELL_ONLY),
    "all are asked before they go on": (
        look("/sets/9", sibling=soft(), title="Before you continue"), OK),
    "a page about tests, by its name": (
        look("/sets/9", GATE, sibling=soft(), title="Robots at work", expected=("Robots",)), OK),
    "a page about tests": (look("/sets/9", GATE, sibling=soft(0.9)), OK),
    "a page about tests, and no word of its siblings": (look("/sets/9", GATE), OK),
    "a number that only the host's name has": (look("https://r404.example/sets/9", LOST_404), SOFT),
    "a part of a number that was asked for": (look("/sets/14041", LOST_404), SOFT),
    "a page inside a shell": (look("/#!Synapse:syn1", SHELL), Reason.SHELL_ONLY),
    "a route inside a shell": (look("/#/sets/9", SHELL), Reason.SHELL_ONLY),
    "a route inside a shell, whatever the server says of others": (
        look("/app/#/sets/9", SHELL, sibling=HARD), Reason.SHELL_ONLY),
    "a route inside a page": (look("/app/#/sets/9", sibling=HARD), OK),
    "a place inside a shell": (look("/#sets/9", SHELL), OK),
    "a casino where an atlas was": (
        look("/", CASINO, title="Casino", expected=("Sparrow Atlas",)), Reason.USURPED),
    "a casino nobody knows better of": (look("/", CASINO, title="Casino"), OK),
    "a blog on casinos": (look("/", CASINO, title="Odds", expected=("Casino blog",)), OK),
    "an atlas with a word of casinos": (
        look("/", CASINO, title="Sparrows in a casino", expected=("Sparrows",)), OK),
    "slots under an atlas's title": (
        look("/", SLOT, title="Sparrow: slot gacor", expected=("Sparrow Atlas",)), Reason.USURPED),
}  # fmt: skip


@pytest.mark.parametrize(("seen", "reason"), CASES.values(), ids=CASES)
def test_a_page_is_there_or_not(seen: Evidence, reason: Reason) -> None:
    assert judge(seen).reason is reason


@pytest.mark.parametrize("status", [400, 404, 410, 422])
def test_a_hard_error_beside_it_makes_a_page_genuine(status: int) -> None:
    beside = Sibling(PROBE, status, PROBE)
    assert judge(look("/sets/9", LOST, sibling=beside)).reason is OK


@pytest.mark.parametrize("status", [None, 401, 403, 429, 500, 503])
def test_a_refusal_beside_it_proves_nothing(status: int | None) -> None:
    beside = Sibling(PROBE, status, PROBE, likeness=1.0)
    assert judge(look("/sets/9", LOST, sibling=beside)).reason is SOFT
    assert judge(look("/sets/9", sibling=beside)).reason is OK
