"""Rows about pages that are fine and look as if they were not."""

from __future__ import annotations

from crawler.demo.answers import page, redirect, status
from crawler.demo.host import host
from crawler.demo.hostile.redirects import HOME
from crawler.demo.hostile.row import Row, row
from crawler.demo.hostile.shown import shown

TEXT = (
    "<h1>Sparrow Atlas</h1><p>Where sparrows breed, in 4,200 squares that were walked at dawn by"
    " 1,900 people over eleven springs. Eleven columns, one code book, and a licence that lets"
    ' everybody use them.</p><p><a href="/atlas.csv">atlas.csv</a></p>'
)
WHY = "The page is there; what it resembles is not."


def _url(name: str) -> str:
    return f"https://{name}.hostile.example/sets/atlas"


def _titled(name: str, title: str) -> Row:
    """A page of that title, on a site that answers 404 to what is missing."""
    return row("C57", f"titled {title!r}", _url(f"titled-{name}"),
               host({"/": HOME, "/sets/atlas": page(title, body=TEXT)}),
               "ok/http-200", WHY)  # fmt: skip


def _with(name: str, what: str, head: str = "", body: str = "") -> Row:
    """The atlas with something more in its page."""
    answer = page("Sparrow Atlas", head=head, body=TEXT + body)
    return row("W", what, _url(name), host({"/": HOME, "/sets/atlas": answer}), "ok/http-200", WHY)


# fmt: off
ROWS: tuple[Row, ...] = (
    _titled("houses", "Houses for sale in Fife, 1990 to 2020"),
    _titled("bridges", "Maintenance of bridges: inspections and costs"),
    _titled("moment", "Just a moment: 3,000 clips of two seconds"),
    _titled("denied", "Access denied: asylum decisions in twelve countries"),
    _titled("suspended", "Suspended accounts on social networks, a sample"),
    _titled("not-found", "Species not found in Britain since 1900"),
    _titled("page-404", "Folio 404 of the Codex"),
    _titled("sign-in", "Sign in British Sign Language: 1,000 videos"),
    _titled("casino", "Casino Royale and other films: subtitles"),
    _titled("expired", "Expired air of 300 patients (breath-print data)"),
    _titled("works", "It works! Employment data of the north"),
    _titled("robots", "Are you a robot? Answers of 500 people"),
    _titled("country", "Not available in your country: a survey of streaming"),
    _with("cloudflare-beacon", "Cloudflare's script in a page that it let through", body=(
        "<script>(function(){var a=document.createElement('script');a.innerHTML=\"window.__CF$cv$"
        "params={r:'8e5b1f0c2a3d4f5e',t:'MTc2MzYwNzYwMA=='};var a=document.createElement('script')"
        ";a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';\";})();</script>")),
    _with("imperva-script", "Imperva's script in a page that it let through", head=(
        '<script type="text/javascript" src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fff"'
        " async></script>\n")),
    _with("datadome-tag", "DataDome's tag in a page that it let through", head=(
        "<script>window.ddjskey='A1B2C3';</script>"
        '<script src="https://js.datadome.co/tags.js" async></script>\n')),
    _with("perimeterx-tag", "PerimeterX's script in a page that it let through", head=(
        '<script src="https://client.perimeterx.net/PXu6b0qd2S/main.min.js" async></script>\n')),
    _with("aws-script", "Amazon's script in a page that it let through", head=(
        '<script src="https://1a2b3c4d5e6f.edge.sdk.awswaf.com/1a2b3c4d5e6f/challenge.js" defer>'
        "</script>\n")),
    _with("captcha-form", "a form with a captcha beneath the data", body=(
        '<form action="/ask"><textarea name="q"></textarea><div class="g-recaptcha" '
        'data-sitekey="6Lc"></div><button>Ask</button></form>'
        '<script src="https://www.google.com/recaptcha/api.js" async></script>')),
    _with("wsimg", "a site made with GoDaddy's builder", head=(
        '<script src="https://img1.wsimg.com/blobby/go/1a2b/gpub/3c4d/script.js"></script>\n')),
    _with("noscript", "a word for those without scripts", body=(
        "<noscript>You need to enable JavaScript to run this app.</noscript>")),
    _with("login-link", "a link to log in", body='<a href="/login?next=/sets/atlas">Log in</a>'),
    _with("ads", "advertisements beside the data", body=(
        '<script async src="https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js">'
        "</script><ins class=adsbygoogle></ins>")),
    row("C60", "drawn on the server, woken by script", _url("drawn-on-server"),
        host({"/": HOME, "/sets/atlas": page(
            "Sparrow Atlas", head='<script type="module" src="/assets/app.js"></script>\n',
            body=f'<div id="root">{TEXT}</div>')}), "ok/http-200", WHY),
    row("C57", "a page that cites a tombstone", _url("cites-tombstone"),
        host({"/": HOME, "/sets/atlas": page("Sparrow Atlas", body=TEXT + (
            "<h2>Earlier editions</h2><p>Edition 1: this dataset has been withdrawn.</p>"))}),
        "ok/http-200", WHY),
    row("W", "a 403 of its own, behind Cloudflare", _url("cloudflare-plain-403"),
        host({"/": HOME, "/sets/atlas": status(403, headers={
            "Server": "cloudflare", "CF-RAY": "8e5b1f0c2a3d4f5e-FRA"})}), "blocked/http-403",
        "The wall let the question through; the server refused it."),
    row("B40", "a deep page that leads to the deep page of its language", _url("deep-to-deep"),
        host({"/": HOME, "/sets/atlas": redirect(302, "/en/sets/atlas"),
              "/en/sets/atlas": page("Sparrow Atlas", body=TEXT)}), "ok/temporary-redirect", WHY),
    row("C59", "a site of one page, the data set's own", "https://one-page.hostile.example/",
        host({"*": page("Sparrow Atlas", body=TEXT)}), "ok/http-200",
        "A front page is never a missing page."),
    row("C71", "a page whose siblings are soft, and alike but for the data", _url("alike"),
        host({"/": HOME, "/sets/atlas": page("Institute of Birds", body=(
            f"<header>Institute of Birds | Sets | People | News</header>{TEXT}<footer>Kirk Wynd 4"
            "</footer>")), "*": shown("lost-en.html")}), "ok/http-200", WHY),
)
