"""Rows about redirects."""

from __future__ import annotations

from collections.abc import Mapping

from crawler.demo.answers import header, page, raw, redirect, status, when
from crawler.demo.host import host
from crawler.demo.hostile.methods import FINE
from crawler.demo.hostile.row import Row, row
from crawler.demo.hostile.shown import shown
from crawler.demo.steps import Answer, Asked, Step

HOME = page("Institute of Birds", description="Everything we do for birds.")
CIRCLES = "failing/redirect-loop failing/redirect-broken"


def _url(name: str, path: str = "/atlas") -> str:
    return f"https://{name}.hostile.example{path}"


def _session(asked: Asked) -> tuple[Step, ...]:
    """A new session at each visit, as servlets open one for clients without cookies."""
    return redirect(302, f"/view.jsp;jsessionid={asked.number:08X}F3")(asked)


def _to(location: str, answer: Answer = FINE, code: int = 302) -> Mapping[str, Answer]:
    """A redirect at /atlas and what is at /new."""
    return {"/": HOME, "/atlas": redirect(code, location), "/new": answer}


def _with_cookie(target: str) -> Answer:
    return when(header("Cookie", "seen=1"), FINE, redirect(302, target, cookie="seen=1; Path=/"))


def _steps(count: int) -> Mapping[str, Answer]:
    return {f"/{n}": redirect(302, f"/{n + 1}") for n in range(count)} | {f"/{count}": FINE}


# fmt: off
ROWS: tuple[Row, ...] = (
    row("B33", "http to https", "http://upgrade.hostile.example/atlas",
        host({"/atlas": when(lambda asked: asked.scheme == "https", FINE,
                             redirect(301, _url("upgrade")))}),
        "moved/https-upgrade", "The same page, told calmly.", suggests=_url("upgrade")),
    row("B34", "a slash at the end", _url("slash"),
        host({"/atlas": redirect(301, "/atlas/"), "/atlas/": FINE}), "moved/slash",
        "The same page, told calmly.", suggests=_url("slash", "/atlas/")),
    row("B34", "another case", _url("case", "/Atlas/Sparrow"),
        host({"/Atlas/Sparrow": redirect(301, "/atlas/sparrow"), "/atlas/sparrow": FINE}),
        "moved/slash moved/permanent-redirect", "The same page, told calmly.",
        suggests=_url("case", "/atlas/sparrow")),
    row("B35", "moved twice, to another domain", _url("moved-twice"),
        {"moved-twice.hostile.example":
            host({"/": HOME, "/atlas": redirect(301, "/data/atlas"),
                  "/data/atlas": redirect(301, "https://atlas.elsewhere.example/sparrow")}),
         "atlas.elsewhere.example": host({"/": HOME, "/sparrow": FINE})},
        "moved/permanent-redirect", "The end of the chain is the new address.",
        suggests="https://atlas.elsewhere.example/sparrow"),
    row("B36", "a session's address", _url("session"),
        host({"/": HOME, "/atlas": _session, "*": when(
            lambda asked: asked.path.startswith("/view.jsp"), FINE, status(404))}),
        "ok/temporary-redirect", "An address for one visitor is never recommended."),
    row("B36", "moved for good, into a session", _url("session-301"),
        host({"/": HOME, "/atlas": redirect(301, "/view.jsp?PHPSESSID=0a1b2c3d4e"),
              "/view.jsp": FINE}),
        "ok/temporary-redirect ok/http-200", "Nor when the server swears that it lasts."),
    row("B37", "308", _url("moved-308"), host(_to("/new", code=308)), "moved/permanent-redirect",
        "As lasting as 301.", suggests=_url("moved-308", "/new")),
    row("B37", "303", _url("other-303"), host(_to("/new", code=303)), "ok/temporary-redirect",
        "See there, for now."),
    row("B37", "307", _url("other-307"), host(_to("/new", code=307)), "ok/temporary-redirect",
        "See there, for now."),
    row("B35", "for good, then for now", _url("good-then-now"),
        host({"/": HOME, "/atlas": redirect(301, "/lasting"), "/lasting": redirect(302, "/today"),
              "/today": FINE}),
        "moved/permanent-redirect", "Only what is permanent is recommended.",
        suggests=_url("good-then-now", "/lasting")),
    row("B38", "any missing page leads home", _url("home-302"),
        host({"/": HOME, "*": redirect(302, "/")}), "gone/redirect-home gone/soft-404",
        "The front page is not the data set."),
    row("B38", "any missing page leads home for good", _url("home-301"),
        host({"/": HOME, "*": redirect(301, "/index.html"), "/index.html": HOME}),
        "gone/redirect-home gone/soft-404", "A lasting way home is no new address."),
    row("B39", "moved to the root of another site", _url("new-root"),
        {"new-root.hostile.example": host({"/": HOME, "/atlas": redirect(
            301, "https://sparrow-atlas.example/")}),
         "sparrow-atlas.example": host({"/": FINE})},
        "moved/permanent-redirect", "The data set has got a site of its own.",
        suggests="https://sparrow-atlas.example/"),
    row("B40", "the front page leads to its language", _url("root-to-en", "/"),
        host({"/": redirect(302, "/en/"), "/en/": HOME}), "ok/temporary-redirect",
        "A link to the front page that ends there is well."),
    row("B41", "a circle", _url("circle"),
        host({"/": HOME, "/atlas": redirect(302, "/b"), "/b": redirect(302, "/atlas")}), CIRCLES,
        "It never ends."),
    row("B41", "a circle of one", _url("circle-of-one"), host(_to("/atlas")), CIRCLES,
        "It never ends."),
    row("B42", "a circle but for a cookie", _url("cookie-circle"),
        host({"/": HOME, "/atlas": _with_cookie("/atlas")}), "ok/temporary-redirect ok/http-200",
        "A browser brings the cookie back."),
    row("B42", "a cookie set on the way", _url("cookie-way"),
        host({"/": HOME, "/atlas": when(header("Cookie", "seen=1"), FINE, redirect(302, "/gate")),
              "/gate": redirect(302, "/atlas", cookie="seen=1; Path=/")}),
        "ok/temporary-redirect ok/http-200", "The first address may be asked again."),
    row("B43", "25 hops", _url("25-hops", "/0"), host({"/": HOME, **_steps(25)}), CIRCLES,
        "No browser follows so far."),
    row("B43", "8 hops", _url("8-hops", "/0"), host({"/": HOME, **_steps(8)}),
        "ok/temporary-redirect", "Long, but it arrives."),
    row("B44", "no Location", _url("no-location"),
        host({"/": HOME, "/atlas": redirect(302, None)}), "failing/redirect-broken",
        "It leads nowhere."),
    row("B44", "an empty Location", _url("empty-location"), host(_to("")),
        "failing/redirect-broken failing/redirect-loop", "It leads nowhere."),
    row("B44", "a relative Location", _url("relative"), host(_to("new")), "ok/temporary-redirect",
        "Relative is allowed."),
    row("B44", "a Location up and over", _url("dots", "/a/b/atlas"),
        host({"/a/b/atlas": redirect(302, "../../new"), "/new": FINE}), "ok/temporary-redirect",
        "Dots are resolved."),
    row("B44", "a Location without a scheme", _url("no-scheme"),
        host(_to("//no-scheme.hostile.example/new")), "ok/temporary-redirect",
        "The scheme stays."),
    row("B44", "a Location with a space", _url("space"),
        host({"/": HOME, "/atlas": redirect(302, "/new place"), "/new%20place": FINE}),
        "ok/temporary-redirect", "A browser escapes it."),
    row("B44", "a Location in raw UTF-8", _url("raw-utf8"),
        host({"/": HOME, "/atlas": redirect(302, "/spätzle"), "/sp%C3%A4tzle": FINE}),
        "ok/temporary-redirect", "A browser escapes its bytes."),
    row("B44", "a Location in raw Latin-1", _url("raw-latin1"),
        host({"/": HOME, "/sp%E4tzle": FINE, "/sp%C3%A4tzle": FINE, "/sp%EF%BF%BDtzle": FINE,
              "/atlas": raw(b"HTTP/1.1 302 Found\r\nLocation: /sp\xe4tzle\r\n"
                            b"Content-Length: 0\r\n\r\n")}),
        "ok/temporary-redirect", "Odd bytes are no reason to crash."),
    row("B44", "a Location folded over two lines", _url("folded"),
        host({"/": HOME, "/new": FINE,
              "/atlas": raw(b"HTTP/1.1 302 Found\r\nLocation:\r\n /new\r\n"
                            b"Content-Length: 0\r\n\r\n")}),
        "ok/temporary-redirect failing/redirect-broken", "Old servers fold long lines."),
    row("B44", "a Location with a line break inside", _url("crlf"),
        host(_to("/new%0d%0aSet-Cookie:%20a=b")), "gone/http-404",
        "The escaped break is part of a path that is not there."),
    row("B44", "a Location that is no address", _url("bad-location"), host(_to("http://[::1")),
        "failing/redirect-broken", "It leads nowhere."),
    row("B45", "meta refresh at once", _url("refresh-0"),
        host({"/": HOME, "/new": FINE, "/atlas": shown("refresh-0.html")}), "moved/meta-refresh",
        "A page that only says where it has gone.", suggests=_url("refresh-0", "/new")),
    row("B45", "meta refresh after five seconds", _url("refresh-5"),
        host({"/": HOME, "/new": FINE, "/atlas": shown("refresh-5.html")}),
        "ok/http-200 ok/temporary-redirect",
        "A reader sees a notice and arrives."),
    row("B45", "a page that refreshes itself", _url("refresh-self"),
        host({"/": HOME, "/atlas": shown("refresh-self.html")}), "ok/http-200",
        "A live table that is drawn anew is not moved."),
    row("B45", "meta refresh into the void", _url("refresh-404"),
        host({"/": HOME, "/atlas": shown("refresh-0.html")}), "gone/http-404",
        "What it leads to is what a reader gets."),
    row("B46", "a stub that leads away by script", _url("script-stub"),
        host({"/": HOME, "/new": FINE, "/atlas": shown("script-stub.html")}),
        "blocked/shell-only moved/meta-refresh ok/temporary-redirect",
        "Without running it, nobody knows what a reader sees."),
    row("B49", "a consent page and back", _url("consent"),
        host({"/": HOME, "/atlas": when(header("Cookie", "consent=yes"), FINE,
                                        redirect(302, "/consent?back=/atlas")),
              "/consent": redirect(303, "/atlas", cookie="consent=yes; Path=/; SameSite=Lax")}),
        "ok/temporary-redirect ok/http-200", "It is no circle if a cookie is carried."),
    row("B51", "https down to http", _url("downgrade"),
        host(_to("http://downgrade.hostile.example/new")), "ok/temporary-redirect",
        "Not nice, but there."),
    row("B52", "to the page for what is missing", _url("to-404-page"),
        host({"/": HOME, "*": redirect(302, "/404.htm"),
              "/404.htm": page("Institute of Birds", body="<p>Try the menu above.</p>")}),
        "gone/soft-404", "Its address says what it is."),
    row("B52", "to a page about errors", _url("to-error-handling"),
        host({"/": HOME, "/atlas": redirect(302, "/error-handling.html"),
              "/error-handling.html": page("Error handling in the Sparrow Atlas",
                                           body="<h1>Errors</h1><p>How we treat them.</p>")}),
        "ok/temporary-redirect", "A real document may be about errors."),
    row("B53", "to an ASP.NET error page", _url("asp-error"),
        host({"/": HOME, "/atlas": redirect(302, "/oops.aspx?aspxerrorpath=/atlas"),
              "/oops.aspx": page("Institute of Birds", body="<p>Something happened.</p>")}),
        "failing/http-5xx", "The address names the page that broke."),
    row("B54", "to a host that unblocks people", _url("unblocks"),
        {"unblocks.hostile.example": host({"/": HOME, "/atlas": redirect(
            302, "https://unblock.hostile.example/?from=atlas")}),
         "unblock.hostile.example": host({"/": page("Request Access", body=(
             "<h1>Request Access</h1><p>Due to aggressive automated scraping, programmatic access"
             " to this site is limited. Complete the CAPTCHA (bot test) below.</p>"))})},
        "blocked/bot-wall", "A test for robots stands before the page."),
    row("B", "to a page that is broken", _url("to-500"), host(_to("/new", status(500))),
        "failing/http-5xx", "The end of the chain counts."),
    row("B", "moved for good to a page that is gone", _url("moved-to-404"),
        host(_to("/new", status(404), code=301)), "gone/http-404", "The end of the chain counts."),
)
