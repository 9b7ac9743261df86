"""Which signatures are believed on a long page, and which at a friendly status."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.verdicts.evidence import SignKind
from crawler.verdicts.signs import Seen

from .look import LONG, found, titled
from .look import seen as look
from .test_doors import SIGNS
from .test_lapsed import TABLES
from .test_walls import WALLS

EXAMPLES: dict[str, tuple[SignKind, str, Seen]] = {
    **{says: (SignKind.WALL, *case) for says, case in WALLS.items()},
    **{
        f"{kind.value}: {says}": (kind, *case)
        for kind, table, _ in TABLES
        for says, case in table.items()
    },
    **{f"sign: {says}": case for says, case in SIGNS.items()},
}

ON_LONG_PAGES = frozenset(
    {
        "AWS by header",
        "AWS captcha by header",
        "Akamai by server",
        "Azure",
        "Baidu",
        "CloudFront",
        "Cloudflare by header",
        "Cloudflare has blocked us",
        "Cloudflare refuses a country's network",
        "DDoS-Guard by server",
        "DataDome by header",
        "DataDome by script",
        "Google by address",
        "Google by text",
        "Kasada by header",
        "PerimeterX by script",
        "Radware by title",
        "SiteGround by header",
        "Sucuri by header",
        "Sucuri by title",
        "Vercel by header",
        "Wordfence",
        "maintenance: the origin's name",
        "maintenance: the origin's name, plain",
        "parked: HugeDomains",
        "server-default: GlassFish",
        "server-default: Tomcat",
        "server-default: an empty root",
        "server-default: cPanel by address",
        "sign: CloudFront",
        "sign: Cloudflare",
        "sign: Thai slots",
        "sign: a refusal to strangers",
        "sign: casino",
        "sign: credentials",
        "sign: pills",
        "sign: slots",
        "sign: terms",
        "sign: cards",
        "suspended: Azure, not found",
        "suspended: Heroku",
        "suspended: Heroku by frame",
        "suspended: Netlify",
        "suspended: S3",
        "suspended: cPanel",
    }
)
"""By header, address, or with a status that refuses; or in words that nothing else uses."""

NOT_IF_FRIENDLY = frozenset(
    {
        "sign: CloudFront",
        "AWS by script",
        "Akamai by reference",
        "Akamai by server",
        "Azure",
        "CloudFront",
        "Cloudflare has blocked us",
        "Cloudflare refuses a country's network",
        "Cloudflare without a page",
        "DDoS-Guard by server",
        "DataDome by header",
        "DataDome by script",
        "Google by text",
        "Kasada by header",
        "ModSecurity by name",
        "PerimeterX by script",
        "Sucuri by title",
        "Wordfence",
        "maintenance: the origin's name",
        "maintenance: the origin's name, plain",
        "sign: Cloudflare",
        "sign: a refusal to strangers",
        "sign: credentials",
        "sign: terms",
    }
)
"""These ride on genuine pages too."""


@pytest.mark.parametrize("says", EXAMPLES)
def test_on_a_long_page_most_signatures_are_quotations(says: str) -> None:
    kind, name, what = EXAMPLES[says]
    page = replace(what, text=what.text + LONG * 4)
    assert (found(kind, page) == name) is (says in ON_LONG_PAGES)


@pytest.mark.parametrize("says", EXAMPLES)
def test_with_a_friendly_status_some_signatures_mean_nothing(says: str) -> None:
    kind, name, what = EXAMPLES[says]
    assert (found(kind, replace(what, status=200)) == name) is (says not in NOT_IF_FRIENDLY)


HALVES: dict[str, tuple[SignKind, Seen]] = {
    "Akamai's server, another title": (
        SignKind.WALL, look(titled("Atlas"), 403, "server: AkamaiGHost")),
    "a moment without Cloudflare": (SignKind.WALL, look(titled("Just a moment"))),
    "a moment without a script": (SignKind.WALL, look(titled("One moment, please"))),
    "an attack without a block": (SignKind.WALL, look("<p>Attack ID: 7</p>")),
    "a block without an attack": (SignKind.WALL, look("<h1>Web Page Blocked</h1>")),
    "a captcha without a question": (SignKind.WALL, look('<i class="g-recaptcha"></i>Sparrows.')),
    "a question without a captcha": (SignKind.WALL, look("<p>You are human.</p>")),
    "a test without a script": (SignKind.WALL, look(titled("Bot check"))),
    "an automatic process": (
        SignKind.WALL, look("This process is automatic. Your browser will redirect")),
    "a 404 of Netlify": (SignKind.SUSPENDED, look(titled("Not Found"), 404, "server: Netlify")),
    "somebody else's broken link": (
        SignKind.SUSPENDED, look(titled("Not found", "Looks like you've followed a broken link"))),
    "a site that has expired, elsewhere": (SignKind.SUSPENDED, look("This website has expired.")),
    "Squarespace": (SignKind.SUSPENDED, look('<a href="//squarespace.com">S</a>')),
    "a blog that has been deleted, elsewhere": (
        SignKind.SUSPENDED, look("The blog has been deleted")),
    "WordPress.com": (SignKind.SUSPENDED, look('<a href="//wordpress.com">W</a>')),
    "a page to replace": (SignKind.SERVER_DEFAULT, look("<p>Replace this page with your own</p>")),
    "nginx, installed": (SignKind.SERVER_DEFAULT, look("<p>nginx is successfully installed.</p>")),
    "nginx, welcomed": (SignKind.SERVER_DEFAULT, look(titled("Welcome to nginx", "<p>Logs.</p>"))),
    "a welcome": (SignKind.SERVER_DEFAULT, look(titled("Welcome page"))),
    "a running server": (SignKind.SERVER_DEFAULT, look("Your server is now running")),
    "a GlassFish": (SignKind.SERVER_DEFAULT, look(titled("GlassFish Server"))),
    "a Tomcat that works": (SignKind.SERVER_DEFAULT, look("<p>It works ! Our Tomcat.</p>")),
    "a sign in without a form": (SignKind.LOGIN, look(titled("Sign in"))),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "what"), HALVES.values(), ids=HALVES)
def test_half_a_signature_is_none(kind: SignKind, what: Seen) -> None:
    assert found(kind, what) is None
