"""Rows about deaths that answer: parked, for sale, taken over, suspended, set back to default."""

from __future__ import annotations

from crawler.demo.answers import nights, page, redirect, status
from crawler.demo.host import Certificate, Host, host
from crawler.demo.hostile.row import LATER, Row, row
from crawler.demo.hostile.shown import shown

PARKED = "gone/parked"
DEFAULT = "gone/server-default-page"


def _url(name: str, path: str = "/atlas") -> str:
    return f"https://{name}.hostile.example{path}"


def _all(name: str, code: int = 200) -> Host:
    return host({"*": shown(name, status=code)})


# fmt: off
ROWS: tuple[Row, ...] = (
    row("C61", "Sedo", _url("sedo"), _all("sedo.html"), PARKED, "The name is for sale."),
    row("C61", "GoDaddy's lander", _url("godaddy"), _all("godaddy.html"), PARKED,
        "The script that draws it is a parking lander."),
    row("C61", "GoDaddy, by way of /lander", _url("godaddy-way", "/"),
        host({"/": redirect(302, "/lander"), "*": shown("godaddy.html")}), PARKED,
        "The script that draws it is a parking lander."),
    row("C61", "Bodis", _url("bodis"), _all("bodis.html"), PARKED,
        "The key of its advertisements gives it away."),
    row("C61", "advertisements and an inquiry", _url("ads"), _all("bodis-ads.html"), PARKED,
        "Nothing but searches to click on."),
    row("C61", "Dan", _url("dan"), _all("dan.html"), PARKED, "The name is for sale."),
    row("C62", "to ww17 of the same name", _url("to-ww17"),
        {"to-ww17.hostile.example": host({"*": redirect(
            302, "http://ww17.to-ww17.hostile.example/atlas?sub1=20261120")}),
         "ww17.to-ww17.hostile.example": _all("bodis-ads.html")}, PARKED,
        "Its own subdomain, and yet not its own."),
    row("C63", "HugeDomains in place", _url("huge-domains", "/"), _all("hugedomains.html"), PARKED,
        "A link to the front page can be parked too."),
    row("C63", "to HugeDomains", _url("to-huge-domains"),
        {"to-huge-domains.hostile.example": host({"*": redirect(
            302, "https://www.hugedomains.com/domain_profile.cfm?d=hostilebirds")}),
         "www.hugedomains.com": _all("hugedomains.html")}, PARKED,
        "The name is for sale."),
    row("C66", "the registrar says that the name has expired", _url("expired-name"),
        _all("expired.html"), PARKED, "The owner may renew it; until then it is gone."),
    row("C61", "parked, and the certificate is another's", _url("parked-tls"),
        host({"*": shown("sedo.html")}, certificate=Certificate.WRONG_NAME), PARKED,
        "What is behind the warning is no data set."),
    row("C64", "a casino where an atlas was", _url("casino", "/"), _all("casino.html"),
        "gone/usurped", "The list calls it an atlas.", name="Sparrow Atlas"),
    row("C64", "a casino for every path", _url("casino-deep"), _all("casino.html"),
        "gone/usurped", "The list calls it an atlas.", name="Sparrow Atlas"),
    row("C64", "a casino where an atlas was, and the list is of no help", _url("casino-later"),
        host({"/atlas": nights(page("Sparrow Atlas"), shown("casino.html"))}), "gone/usurped",
        "Only who knew it before can tell whose it is now.", name="here", decided_by=LATER),
    row("C78", "511 from somebody else's gate", _url("gate-511"),
        host({"*": status(511)}, robots=status(404)), "skipped/void-night",
        "If every host says so, it is this machine's own network.", decided_by=LATER),
    row("C64", "a data set about gambling", _url("about-slots"),
        host({"/atlas": page("Slot machines and poker: what gamblers say", lang="en", body=(
            "<h1>Slot machines and poker: what gamblers say</h1><p>Interviews with 300 people.</p>"
        ))}), "ok/http-200", "It is what the list says it is.",
        name="Slot machines and poker: what gamblers say"),
    row("C72", "redesigned, under another title", _url("redesigned"),
        host({"/atlas": page("Birds of the North | Where they breed", body=(
            "<h1>Birds of the North</h1><p>Sparrows and others, in 4,200 squares.</p>"))}),
        "ok/http-200", "Other words are no other owner.", name="Sparrow Atlas"),
    row("C72", "an atlas in Indonesian", _url("indonesian"),
        host({"/atlas": page("Atlas Burung Gereja", lang="id", body=(
            "<h1>Atlas Burung Gereja</h1><p>Data sebaran burung gereja di 4.200 petak.</p>"))}),
        "ok/http-200", "Another language is no other owner.", name="Sparrow Atlas"),
    row("C67", "an account that is suspended", _url("suspended"), _all("suspended.html"),
        "gone/suspended", "Somebody did not pay, or was not wanted."),
    row("C67", "to the page for suspended accounts", _url("to-suspended"),
        host({"*": redirect(302, "/cgi-sys/suspendedpage.cgi"),
              "/cgi-sys/suspendedpage.cgi": shown("suspended.html")}, robots=status(404)),
        "gone/suspended", "Somebody did not pay, or was not wanted."),
    row("C67", "Apache: it works", _url("it-works", "/"), host({"/": shown("it-works.html")}),
        DEFAULT, "The server is new and holds nothing."),
    row("C67", "Apache on Debian", _url("apache-debian", "/"),
        host({"/": shown("apache-debian.html")}), DEFAULT, "The server is new and holds nothing."),
    row("C67", "nginx", _url("nginx-default", "/"), host({"/": shown("nginx-default.html")}),
        DEFAULT, "The server is new and holds nothing."),
    row("C67", "IIS", _url("iis-default", "/"), host({"/": shown("iis-default.html")}), DEFAULT,
        "The server is new and holds nothing."),
    row("C67", "Tomcat", _url("tomcat-default", "/"), host({"/": shown("tomcat-default.html")}),
        DEFAULT, "The server is new and holds nothing."),
    row("C67", "Plesk", _url("plesk-default", "/"), host({"/": shown("plesk-default.html")}),
        DEFAULT, "The server is new and holds nothing."),
    row("C67", "cPanel", _url("cpanel-default", "/"),
        host({"/": redirect(302, "/cgi-sys/defaultwebpage.cgi"),
              "/cgi-sys/defaultwebpage.cgi": shown("cpanel-default.html")}), DEFAULT,
        "The name leads to a server that does not know it."),
    row("C67", "an empty folder", _url("index-empty", "/"), host({"/": shown("index-empty.html")}),
        DEFAULT, "There is nothing in it."),
    row("C67", "GitHub Pages without a site", _url("pages-404"), _all("github-pages-404.html", 404),
        "gone/http-404", "The status is honest."),
    row("C67", "Heroku without an app", _url("heroku-404"), _all("heroku.html", 404),
        "gone/http-404", "The status is honest."),
    row("C67", "a page that explains nginx", _url("about-nginx", "/"),
        host({"/": page("Welcome to nginx logs: a data set of requests", body=(
            "<h1>nginx logs</h1><p>Two years of requests. It works!</p>"))}), "ok/http-200",
        "It is about a server and is not one."),
)
