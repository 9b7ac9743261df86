from __future__ import annotations

import pytest

from crawler.verdicts.evidence import SignKind
from crawler.verdicts.signs import Seen

from .look import LONG, found, seen, titled

PARKED: dict[str, tuple[str, Seen]] = {
    "Sedo": ("sedo", seen('<script src="https://img.sedoparking.com/templates/a.js"></script>')),
    "GoDaddy's lander": ("godaddy", seen("<script>window.LANDER_SYSTEM='PW'</script>")),
    "GoDaddy's lander by script": (
        "godaddy",
        seen('<script src="https://img1.wsimg.com/parking-lander/static/js/main.js"></script>'),
    ),
    "GoDaddy's words": ("godaddy", seen("This Web page is parked FREE, courtesy of GoDaddy.")),
    "HugeDomains": ("hugedomains", seen(titled("OldAtlas.org is for sale | HugeDomains"))),
    "Dan": ("dan", seen('<a href="https://dan.com/buy-domain/oldatlas.org">Buy</a>')),
    "Afternic": (
        "afternic",
        seen('<a href="https://www.afternic.com/forsale/oldatlas.org">Buy</a>'),
    ),
    "DomainMarket": (
        "domainmarket",
        seen("oldatlas.org is available at DomainMarket.com. Call now."),
    ),
    "Bodis": (
        "bodis",
        seen('<div id="target"></div><script>window.park = "eyJ1dWlkIjoi"</script>'),
    ),
    "ParkingCrew": (
        "parkingcrew",
        seen('<img src="//d38psrni17bvxu.cloudfront.net/themes/a.png">'),
    ),
    "Above": (
        "above",
        seen('<a href="https://www.above.com/marketplace/oldatlas.org">Inquire</a>'),
    ),
    "any advertiser": (
        "adsense-for-domains",
        seen('<script src="//www.google.com/adsense/domains/caf.js"></script>'),
    ),
    "a key against blockers of advertising": (
        "adblock-key",
        seen('<html lang="en" data-adblockkey="MFwwDQYJKoZ"><body>Related searches</body></html>'),
    ),
    "a footer": ("footer", seen("<!-- FOOTER_DOMAIN_PARKING --><p>Links</p>")),
    "an inquiry": ("for-sale", seen("oldatlas.org may be for sale. Click here to inquire.")),
    "for sale": ("for-sale", seen(titled("oldatlas.org - This website is for sale!"))),
    "for sale in German": ("for-sale", seen("<h1>Diese Domain steht zum Verkauf</h1>")),
    "for sale in French": ("for-sale", seen(titled("Nom de domaine à vendre"))),
    "for sale in Spanish": ("for-sale", seen(titled("Este dominio está en venta"))),
    "for sale in Chinese": ("for-sale", seen(titled("该域名正在出售"))),
    "expired": ("lapsed", seen("<h1>This domain has expired</h1>")),
    "expired, in the text": (
        "lapsed",
        seen("This domain name has expired and is pending renewal."),
    ),
    "parked": ("lapsed", seen(titled("oldatlas.org is parked by Example Registrar"))),
    "expired in Russian": ("lapsed", seen(titled("Срок регистрации домена oldatlas.ru истёк"))),
}
NOT_PARKED: dict[str, Seen] = {
    "a data set of parked domains": seen(titled("Parked domains: a data set of names")),
    "a paper on parking": seen(
        titled("Domain parking | Atlas", LONG + "google.com/adsense/domains")
    ),
    "houses for sale": seen(titled("Houses for sale, 1970 to 2020 | Atlas")),
    "a data set that is for sale": seen(titled("Sparrow Atlas", "The printed atlas is for sale.")),
    "what has expired": seen(titled("Atlas", "<h1>Expired</h1>")),
    "parking lots": seen(titled("Parked cars from above")),
}
SUSPENDED: dict[str, tuple[str, Seen]] = {
    "cPanel": ("cpanel", seen(url="https://atlas.example.org/cgi-sys/suspendedpage.cgi")),
    "an account": ("account", seen(titled("Account Suspended"))),
    "an account, in a heading": ("account", seen("<h1>This Account has been suspended.</h1>")),
    "an account, in the text": ("account", seen("<p>This Account has been suspended.</p>")),
    "a site, in Russian": ("account", seen(titled("Сайт заблокирован хостинг-провайдером"))),
    "GitHub Pages": ("github-pages", seen("<p>There isn't a GitHub Pages site here.</p>")),
    "Heroku": ("heroku", seen(titled("No such app"))),
    "Heroku by frame": (
        "heroku",
        seen('<iframe src="//www.herokucdn.com/error-pages/no-such-app.html"></iframe>'),
    ),
    "Netlify": (
        "netlify",
        seen(
            titled("Site not found", "Looks like you've followed a broken link"),
            404,
            "server: Netlify",
        ),
    ),
    "S3": ("s3", seen("<Error><Code>NoSuchBucket</Code></Error>")),
    "S3 as a page": ("s3", seen("<ul><li>Code: NoSuchBucket</li></ul>")),
    "Azure, not found": ("azure", seen(titled("404 Web Site not found"))),
    "Azure, stopped": ("azure", seen("<h1>Error 403</h1><p>This web app is stopped.</p>", 403)),
    "Squarespace": ("squarespace", seen(titled("Website Expired"))),
    "Squarespace in the text": (
        "squarespace",
        seen('<p>This website has expired.</p><a href="//squarespace.com">Log in</a>'),
    ),
    "Wix": ("wix", seen("Looks like this domain isn't connected to a website yet")),
    "WordPress.com": (
        "wordpress-com",
        seen('<p>The blog has been deleted by its authors</p><a href="//wordpress.com">W</a>'),
    ),
    "Fastly": ("fastly", seen("Fastly error: unknown domain: atlas.example.org")),
    "Shopify": ("shopify", seen("Sorry, this shop is currently unavailable.")),
    "Pantheon": ("pantheon", seen("The gods are wise, but do not know of the site")),
    "Blogger": ("blogger", seen(titled("Blog has been removed"))),
    "Google Sites": ("google-sites", seen("This site has been disabled for violations")),
}
NOT_SUSPENDED: dict[str, Seen] = {
    "suspended matter": seen(titled("Suspended sediment | Rivers", "<p>Counts.</p>")),
    "a page on suspended accounts": seen(titled("Suspended accounts: tweets", LONG)),
    "a page that says so at length": seen(
        titled("Atlas", LONG + "This account has been suspended.")
    ),
}
DEFAULT: dict[str, tuple[str, Seen]] = {
    "Apache on Debian": ("apache", seen(titled("Apache2 Debian Default Page: It works"))),
    "Apache on Ubuntu": ("apache", seen(titled("Apache2 Ubuntu Default Page: It works"))),
    "Apache on CentOS": ("apache", seen(titled("Apache HTTP Server Test Page powered by CentOS"))),
    "Apache on Fedora": ("apache", seen(titled("Test Page for the Apache HTTP Server on Fedora"))),
    "Apache": ("apache", seen("<html><body><h1>It works!</h1></body></html>")),
    "nginx": ("nginx", seen(titled("Welcome to nginx!", "It is successfully installed."))),
    "nginx of old": ("nginx", seen("<h1>Welcome to nginx!</h1>")),
    "nginx on Fedora": (
        "nginx",
        seen(titled("Test Page for the Nginx HTTP Server on Fedora",
                    "This page is used to test the proper operation of the server.")),
    ),
    "nginx on Debian": (
        "nginx", seen(titled("Welcome to nginx on Debian!", "successfully installed"))),
    "OpenResty": ("nginx", seen(titled("Welcome to OpenResty!", "It is successfully installed."))),
    "IIS": ("iis", seen(titled("IIS Windows Server"))),
    "IIS 7": ("iis", seen(titled("IIS7"))),
    "IIS by picture": ("iis", seen('<a href="/"><img src="iisstart.png"></a>')),
    "Tomcat": (
        "tomcat",
        seen(titled("Apache Tomcat/9.0.65", "you've successfully installed Tomcat")),
    ),
    "Plesk": ("plesk", seen(titled("Domain Default page"))),
    "cPanel": ("cpanel", seen(titled("Default Web Site Page"))),
    "cPanel by address": ("cpanel", seen(url="https://a.example/cgi-sys/defaultwebpage.cgi")),
    "GoDaddy": ("godaddy", seen("<h1>Future home of something quite cool.</h1>")),
    "LiteSpeed": ("litespeed", seen(titled("LiteSpeed Web Server"))),
    "lighttpd": (
        "lighttpd", seen(titled("Welcome page", "You should replace this page with your own."))),
    "lighttpd, empty": (
        "lighttpd",
        seen("<h1>Placeholder page</h1>The owner has not put up any web pages yet."),
    ),
    "Caddy": ("caddy", seen(titled("Caddy works!"))),
    "XAMPP": ("xampp", seen(titled("Welcome to XAMPP"))),
    "GlassFish": ("glassfish", seen(titled("GlassFish Server", "Your server is now running"))),
    "a hoster": ("hoster", seen("<h1>Hier entsteht eine neue Webseite</h1>")),
    "Django": ("framework", seen("<h1>The install worked successfully! Congratulations!</h1>")),
    "an empty root": (
        "empty-index",
        seen(titled("Index of /", '<a href="?C=N">N</a><a href="/">P</a><a href="cgi-bin/">x</a>'),
             url="https://atlas.example.org/"),
    ),
}  # fmt: skip
NOT_DEFAULT: dict[str, Seen] = {
    "files in the root": seen(
        titled("Index of /", '<a href="../">..</a><a href="atlas.csv">atlas.csv</a>'),
        url="https://a.example/",
    ),
    "an empty directory": seen(titled("Index of /sets", '<a href="/">Parent Directory</a>')),
    "an institute": seen(titled("Home - IIS", "<p>Sound and pictures.</p>")),
    "a page on nginx": seen(titled("Logs of nginx | Atlas", "<p>Two years. It works!</p>")),
    "a manual of Tomcat": seen(titled("Apache Tomcat/9.0.65", LONG)),
    "what is no address": seen("It", url="http://[x"),
}
BROKEN: dict[str, tuple[str, Seen]] = {
    "the origin's name": (
        "origin-dns",
        seen(titled("Origin DNS error | a.example | Cloudflare"), 530),
    ),
    "the origin's name, plain": ("origin-dns", seen("error code: 1016", 530)),
    "maintenance": ("maintenance", seen(titled("Site under maintenance"))),
    "maintenance at 503": ("maintenance", seen(titled("Scheduled maintenance"), 503)),
    "the site's name first": ("maintenance", seen(titled("Sparrow Atlas is down for maintenance"))),
    "WordPress": ("maintenance", seen(titled("Maintenance", "Briefly unavailable"), 503)),
    "soon": ("maintenance", seen("<h1>We'll be back soon!</h1>")),
    "German": ("maintenance", seen(titled("Wartungsarbeiten | Atlas"))),
    "French": ("maintenance", seen(titled("Site en maintenance"))),
    "Spanish": ("maintenance", seen(titled("Sitio en mantenimiento"))),
    "Russian": ("maintenance", seen(titled("Ведутся технические работы"))),
    "Japanese": ("maintenance", seen(titled("ただいまメンテナンス中です"))),
    "Chinese": ("maintenance", seen(titled("系统维护中"))),
    "a heading": ("maintenance", seen("<h1>Under maintenance</h1>")),
    "an error with a friendly status": ("server-error", seen(titled("500 Internal Server Error"))),
    "a database": ("server-error", seen("<h1>Error establishing a database connection</h1>")),
}
NOT_BROKEN: dict[str, Seen] = {
    "a heading of a manual": seen(
        titled("Atlas", f"<h1>Atlas</h1><h2>Maintenance</h2>{LONG[:900]}")
    ),
    "an error in a manual": seen(titled("Atlas", f"<h1>Runtime error</h1>{LONG[:900]}")),
    "aircraft": seen(titled("Predictive maintenance of aircraft | Atlas")),
    "a page on maintenance": seen(titled("Maintenance", LONG)),
    "a 404 page": seen(titled("Maintenance"), 404),
    "a coral reef": seen(titled("Back soon? Sparrows return | Atlas")),
}
TABLES = [
    (SignKind.PARKED, PARKED, NOT_PARKED),
    (SignKind.SUSPENDED, SUSPENDED, NOT_SUSPENDED),
    (SignKind.SERVER_DEFAULT, DEFAULT, NOT_DEFAULT),
    (SignKind.MAINTENANCE, BROKEN, NOT_BROKEN),
]


@pytest.mark.parametrize(
    ("kind", "name", "what"),
    [
        pytest.param(kind, *case, id=f"{kind.value}: {says}")
        for kind, table, _ in TABLES
        for says, case in table.items()
    ],
)
def test_what_a_lapsed_site_shows(kind: SignKind, name: str, what: Seen) -> None:
    assert found(kind, what) == name


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        pytest.param(kind, what, id=f"{kind.value}: {says}")
        for kind, _, table in TABLES
        for says, what in table.items()
    ],
)
def test_what_only_looks_like_it(kind: SignKind, what: Seen) -> None:
    assert found(kind, what) is None
