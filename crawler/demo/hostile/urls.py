"""Rows about addresses: spelling, schemes, and places nobody may be sent to."""

from __future__ import annotations

from crawler.demo.answers import page, redirect
from crawler.demo.host import host
from crawler.demo.hostile.methods import FINE
from crawler.demo.hostile.redirects import HOME
from crawler.demo.hostile.row import Row, row
from crawler.demo.hostile.shown import shown

PRIVATE = "invalid/private-address"
BROKEN = "failing/redirect-broken"


def _exact(name: str, path: str, what: str, target: str | None = None) -> Row:
    """A page that is there for this spelling only, as the request must bring it."""
    paths = {"/": HOME, (target or path): FINE}
    return row("E104", what, f"https://{name}.hostile.example{path}", host(paths), "ok/http-200",
               "The path is the server's business, byte for byte.")  # fmt: skip


def _inner(link: str, what: str) -> Row:
    return row("S", what, link, {}, PRIVATE, "Not on the internet, however it is spelt.")


def _sent_to(name: str, location: str, what: str) -> Row:
    return row("B50", what, f"https://{name}.hostile.example/atlas",
               host({"/": HOME, "/atlas": redirect(302, location)}), BROKEN,
               "Nobody is led into a private network by a page.")  # fmt: skip


# fmt: off
ROWS: tuple[Row, ...] = (
    _exact("escaped-slash", "/a%2Fb/atlas", "an escaped slash"),
    _exact("escaped-space", "/sparrow%20atlas", "an escaped space"),
    _exact("plus", "/sparrow+atlas?q=a+b", "a plus sign"),
    _exact("tilde", "/~bird/atlas", "a tilde"),
    _exact("escaped-tilde", "/%7Ebird/atlas", "an escaped tilde"),
    _exact("escaped-latin", "/%C4tlas", "an escaped byte that is no UTF-8"),
    _exact("lower-escapes", "/%c3%a4tlas", "escapes in lower case"),
    _exact("case-of-path", "/Sparrow/ATLAS.html", "a path in both cases"),
    _exact("empty-query", "/atlas?", "a question mark and nothing"),
    _exact("double-slash", "/sets//atlas", "two slashes"),
    _exact("semicolon", "/atlas;v=2?a=1;b=2", "semicolons"),
    _exact("pipe", "/atlas?ids=1|2", "a bar in a query"),
    _exact("colon", "/doi:10.5555/atlas", "a colon in a path"),
    _exact("brackets", "/atlas?a[0]=1", "brackets in a query"),
    _exact("unicode", "/städte", "a path with an umlaut", "/st%C3%A4dte"),
    _exact("unicode-query", "/atlas?q=雀", "a query in Chinese", "/atlas?q=%E9%9B%80"),
    row("E105", "a name in Cyrillic", "http://воробей.example/atlas",
        {"xn--90abkqwan.example": host({"/atlas": FINE})}, "ok/http-200",
        "Names are sent as punycode."),
    row("E105", "a name with an umlaut", "https://spätzle.hostile.example/atlas",
        {"xn--sptzle-cua.hostile.example": host({"/atlas": FINE})}, "ok/http-200",
        "Names are sent as punycode."),
    row("E105", "a name in capitals, with a dot at its end", "https://CAPITALS.hostile.example./atlas",
        {"capitals.hostile.example.": host({"/atlas": FINE}),
         "capitals.hostile.example": host({"/atlas": FINE})}, "ok/http-200",
        "Names have no case."),
    row("E", "another port", "http://port.hostile.example:8080/atlas",
        host({"/atlas": FINE}, ports={8080: "http"}), "ok/http-200", "Ports are part of it."),
    row("E106", "a place in the page that is not there", "https://fragment.hostile.example/atlas#nest",
        host({"/atlas": FINE}), "ok/http-200", "The page is there."),
    row("E107", "a route behind #!", "https://hash-bang.hostile.example/#!Atlas:syn42",
        host({"*": shown("spa.html")}), "blocked/shell-only",
        "The server never hears what is asked."),
    row("E108", "ftp", "ftp://ftp.hostile.example/pub/sparrow%20atlas/", {}, "invalid/scheme",
        "Browsers have forgotten it."),
    _inner("http://127.0.0.1/atlas", "loopback"),
    _inner("http://localhost/atlas", "localhost"),
    _inner("http://[::1]/atlas", "loopback in IPv6"),
    _inner("http://10.1.2.3/atlas", "a private network"),
    _inner("http://192.168.0.1/atlas", "a network at home"),
    _inner("http://169.254.169.254/latest/meta-data/", "a cloud's own data"),
    _inner("http://0x7f000001/atlas", "loopback in hex"),
    _inner("http://0177.0.0.1/atlas", "loopback in octal"),
    _inner("http://2130706433/atlas", "loopback as one number"),
    _inner("http://127.1/atlas", "loopback, short"),
    _inner("http://[::ffff:127.0.0.1]/atlas", "loopback mapped into IPv6"),
    _inner("http://[64:ff9b::7f00:1]/atlas", "loopback through NAT64"),
    _inner("http://100.64.0.1/atlas", "a carrier's inner network"),
    row("D85", "a name that leads to loopback", "http://hijacked.hostile.example:8081/atlas", {},
        f"{PRIVATE} failing/dns-failure", "The name is public, its address is not."),
    _sent_to("to-metadata", "http://169.254.169.254/latest/meta-data/", "to a cloud's own data"),
    _sent_to("to-loopback", "http://127.0.0.1:9/", "to loopback"),
    _sent_to("to-localhost", "http://localhost/server-status", "to localhost"),
    _sent_to("to-hex", "http://0x7f.1/", "to loopback in hex"),
    _sent_to("to-mapped", "http://[::ffff:10.0.0.1]/", "to a mapped address"),
    _sent_to("to-file", "file:///etc/passwd", "to a file"),
    _sent_to("to-javascript", "javascript:alert(1)", "to a script"),
    _sent_to("to-hijacked", "http://hijacked.hostile.example:8081/", "to a name of loopback"),
    row("S", "a name and a secret before the host", "https://bird:secret@userinfo.hostile.example/atlas",
        {"userinfo.hostile.example": host({"/atlas": page("Sparrow Atlas", description="All.")})},
        "ok/http-200 invalid/bad-url", "The secret is not sent; the page is for everybody."),
)
