"""Pages that are not the link's own, at a friendly status: lost, lapsed, broken, sold."""

from __future__ import annotations

from crawler.verdicts.evidence import Evidence
from crawler.verdicts.verdict import Reason

from .signs.look import LONG, titled
from .whole import BONUS, HOME, look

DEAD: dict[str, tuple[Reason, Evidence]] = {
    "English, with an apology": (Reason.SOFT_404, look(titled("Sorry! We can't find that page"))),
    "English, by its number": (Reason.SOFT_404, look(titled("Error 404 :: Institute of Birds"))),
    "English, a record": (Reason.SOFT_404, look(titled("The requested record does not exist"))),
    "English, a file": (Reason.SOFT_404, look("<h1>The file you requested was not found</h1>")),
    "English, moved or deleted": (
        Reason.SOFT_404,
        look(titled("Birds", "<h1>This page may have been moved or deleted</h1>")),
    ),
    "German": (Reason.SOFT_404, look(titled("Ups! Seite nicht gefunden | Vogelwarte"))),
    "German, politely": (
        Reason.SOFT_404,
        look(titled("Die gewünschte Seite ist leider nicht mehr verfügbar")),
    ),
    "French": (Reason.SOFT_404, look(titled("Oups, cette page est introuvable - Oiseaux"))),
    "French, by its number": (Reason.SOFT_404, look(titled("Erreur 404 | Page introuvable"))),
    "Spanish": (Reason.SOFT_404, look(titled("Lo sentimos, la página que busca no existe"))),
    "Portuguese": (Reason.SOFT_404, look(titled("Ops! Página não encontrada - Aves"))),
    "Italian": (Reason.SOFT_404, look(titled("Spiacenti, la pagina cercata non esiste più"))),
    "Dutch": (Reason.SOFT_404, look(titled("Helaas, deze pagina bestaat niet meer"))),
    "Polish": (Reason.SOFT_404, look(titled("Błąd 404: nie znaleziono strony"))),
    "Russian": (Reason.SOFT_404, look(titled("Ошибка 404 - страница не найдена"))),
    "Japanese": (Reason.SOFT_404, look(titled("お探しのページは存在しません｜鳥類研究所"))),
    "Chinese": (Reason.SOFT_404, look(titled("很抱歉，您访问的页面不存在！"))),
    "Korean": (Reason.SOFT_404, look(titled("요청하신 페이지를 찾을 수 없습니다 | 새"))),
    "Turkish": (Reason.SOFT_404, look(titled("Üzgünüz, aradığınız sayfa bulunamadı"))),
    "Czech": (Reason.SOFT_404, look(titled("Chyba 404: stránka nenalezena"))),
    "Swedish": (Reason.SOFT_404, look(titled("Sidan kunde inte hittas - Fåglar"))),
    "slots where an atlas was": (
        Reason.USURPED,
        look(titled("SLOT88 : Daftar Situs Slot Gacor Resmi", LONG), url=HOME),
    ),
    "a casino where an atlas was": (
        Reason.USURPED,
        look(titled("Casino reviews", BONUS), url=HOME),
    ),
    "an online casino": (
        Reason.USURPED,
        look(
            titled("Online Casino Deutschland 2026", "Bonus ohne Einzahlung, 50 Freispiele"),
            url=HOME,
        ),
    ),
    "Turkish bets": (Reason.USURPED, look(titled("Deneme bonusu veren siteler", LONG), url=HOME)),
    "pills": (
        Reason.USURPED,
        look(titled("Buy cheap Viagra online", "<p>No prescription, free shipping.</p>"), url=HOME),
    ),
    "for sale": (Reason.PARKED, look(titled("a.example is for sale"), url=HOME)),
    "parked": (Reason.PARKED, look("<h1>This domain is parked</h1><p>Related links</p>")),
    "expired": (Reason.PARKED, look(titled("This domain has expired. Renew it now."), url=HOME)),
    "expired in Chinese": (Reason.PARKED, look(titled("该域名已过期"), url=HOME)),
    "suspended": (Reason.SUSPENDED, look(titled("Account Suspended"), url=HOME)),
    "suspended for a bill": (
        Reason.SUSPENDED,
        look("<h1>This website has been suspended for non-payment</h1>"),
    ),
    "a new nginx": (
        Reason.SERVER_DEFAULT_PAGE,
        look(
            titled(
                "Welcome to nginx!",
                "<h1>Welcome to nginx!</h1><p>If you see this page, the "
                "nginx web server is successfully installed and working.</p>",
            ),
            url=HOME,
        ),
    ),
    "an old nginx": (
        Reason.SERVER_DEFAULT_PAGE,
        look(titled("Welcome to nginx!", "<h1>Welcome to nginx!</h1>"), url=HOME),
    ),
    "a new Apache": (
        Reason.SERVER_DEFAULT_PAGE,
        look(titled("Apache2 Ubuntu Default Page: It works", LONG), url=HOME),
    ),
    "broken": (Reason.HTTP_5XX, look(titled("Fatal error", "Uncaught Error in index.php"))),
    "broken in a database": (
        Reason.HTTP_5XX,
        look("<h1>Error establishing a database connection</h1>"),
    ),
    "being mended": (
        Reason.MAINTENANCE,
        look(titled("Atlas is temporarily unavailable", "<p>Try later.</p>")),
    ),
    "being mended, in German": (
        Reason.MAINTENANCE,
        look(titled("Wartungsarbeiten", "<p>Gleich zurück.</p>")),
    ),
    "English, nothing found": (Reason.SOFT_404, look(titled("Nothing Found | Birds"))),
    "English, with dots": (Reason.SOFT_404, look(titled("Oops... Page Not Found!"))),
    "English, with a comma": (Reason.SOFT_404, look(titled("404, page not found"))),
    "English, as one tried": (
        Reason.SOFT_404,
        look(titled("The page you're trying to access doesn't exist")),
    ),
    "English, no longer": (Reason.SOFT_404, look(titled("Page no longer exists | Birds"))),
    "English, unavailable": (Reason.SOFT_404, look(titled("Page unavailable - Birds"))),
    "English, in a heading": (
        Reason.SOFT_404,
        look("<h1>Sorry, we couldn't find the page you were looking for</h1>"),
    ),
    "English, an object": (Reason.SOFT_404, look(titled("Object not found!"))),
    "English, a data set": (Reason.SOFT_404, look(titled("Dataset could not be found - Bank"))),
    "English, by its owner": (
        Reason.SOFT_404,
        look(titled("This dataset was removed by its owner")),
    ),
    "Finnish": (Reason.SOFT_404, look(titled("Sivua ei löytynyt"))),
    "Norwegian": (Reason.SOFT_404, look(titled("Siden finnes ikke"))),
    "Danish": (Reason.SOFT_404, look(titled("Siden blev ikke fundet"))),
    "Portuguese of Portugal": (Reason.SOFT_404, look(titled("Página não existe"))),
    "Spanish, by its number": (Reason.SOFT_404, look(titled("Error 404 - Página no encontrada"))),
    "French, politely": (Reason.SOFT_404, look(titled("Désolé, la page n'a pas été trouvée"))),
    "German, by its number": (
        Reason.SOFT_404,
        look(titled("404 - Diese Seite wurde nicht gefunden")),
    ),
    "German, in a heading": (Reason.SOFT_404, look("<h1>Die gesuchte Seite existiert nicht.</h1>")),
    "Italian, by its number": (
        Reason.SOFT_404,
        look(titled("Errore 404: la pagina non è disponibile")),
    ),
    "Chinese, or deleted": (Reason.SOFT_404, look(titled("404-您访问的页面不存在或已被删除"))),
    "Japanese, by its number": (
        Reason.SOFT_404,
        look(titled("404 Not Found｜ページが見つかりませんでした")),
    ),
    "Russian, with a dash": (Reason.SOFT_404, look(titled("404 — Страница не существует"))),
    "for sale, with its name": (
        Reason.PARKED,
        look(titled("a.example - Domain Name For Sale"), url=HOME),
    ),
    "for sale, in a sentence": (
        Reason.PARKED,
        look(titled("Domain a.example is for sale!"), url=HOME),
    ),
    "Sedo's, without its scripts": (
        Reason.PARKED,
        look(
            "<h1>a.example</h1><p>Buy this domain. The owner of a.example is "
            "offering it for sale for an asking price of 1,200 EUR!</p><p>This page was "
            "generated by the domain owner using Sedo Domain Parking.</p>",
            url=HOME,
        ),
    ),
    "registered and no more": (
        Reason.PARKED,
        look(titled("Domain Registered at Safenames"), url=HOME),
    ),
    "to be bought": (
        Reason.PARKED,
        look(
            titled("a.example", "<h1>The domain a.example is available for purchase</h1>"), url=HOME
        ),
    ),
    "a registrar's policy": (
        Reason.PARKED,
        look(
            titled(
                "Expired registration recovery policy",
                "<p>This domain name has expired. If you are the owner…</p>",
            ),
            url=HOME,
        ),
    ),
    "a site suspended": (
        Reason.SUSPENDED,
        look(titled("Site suspended", "<p>Contact support.</p>"), url=HOME),
    ),
    "a site suspended for a while": (
        Reason.SUSPENDED,
        look(titled("Website temporarily suspended"), url=HOME),
    ),
    "casinos in Canada": (
        Reason.USURPED,
        look(
            titled(
                "Best Online Casinos Canada 2026",
                "<p>Top welcome bonus, free spins, real money slots.</p>",
            ),
            url=HOME,
        ),
    ),
    "slots in the description": (
        Reason.USURPED,
        look(
            titled("Sparrow Atlas", "<p>x</p>").replace(
                "<title>", '<meta name=description content="Situs judi slot gacor hari ini"><title>'
            ),
            url=HOME,
        ),
    ),
    "a casino in Russian": (
        Reason.USURPED,
        look(
            titled("Казино Вулкан – играть онлайн", "<p>Бонусы и фриспины. Играть.</p>"), url=HOME
        ),
    ),
    "loans": (
        Reason.USURPED,
        look(
            titled("Payday Loans Online", "<p>Bad credit? Instant approval. Apply now.</p>"),
            url=HOME,
        ),
    ),
    "a new IIS": (
        Reason.SERVER_DEFAULT_PAGE,
        look(
            titled(
                "IIS Windows Server",
                '<a href="http://go.microsoft.com"><img src="iisstart.png"></a>',
            ),
            url=HOME,
        ),
    ),
    "a new CentOS": (
        Reason.SERVER_DEFAULT_PAGE,
        look(titled("HTTP Server Test Page powered by CentOS", LONG), url=HOME),
    ),
    "a new Red Hat": (
        Reason.SERVER_DEFAULT_PAGE,
        look(titled("Test Page for the HTTP Server on Red Hat Enterprise Linux", LONG), url=HOME),
    ),
    "a new nginx on Amazon's Linux": (
        Reason.SERVER_DEFAULT_PAGE,
        look(
            titled(
                "Test Page for the Nginx HTTP Server on Amazon Linux",
                "<p>This page is used to test the proper operation of the nginx "
                "HTTP server after it has been installed.</p>",
            ),
            url=HOME,
        ),
    ),
    "a new Debian": (
        Reason.SERVER_DEFAULT_PAGE,
        look(titled("Apache2 Debian Default Page: It works", LONG), url=HOME),
    ),
    "a gateway": (
        Reason.HTTP_5XX,
        look(
            titled(
                "502 Bad Gateway",
                "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>",
            )
        ),
    ),
    "WordPress in crisis": (
        Reason.HTTP_5XX,
        look(
            titled("WordPress › Error", "<p>There has been a critical error on this website.</p>")
        ),
    ),
    "an application": (Reason.HTTP_5XX, look(titled("Application Error"))),
    "being mended, all of it": (Reason.MAINTENANCE, look(titled("We are down for maintenance"))),
    "being mended, in a heading": (
        Reason.MAINTENANCE,
        look(titled("Birds", "<h1>Our site is undergoing scheduled maintenance.</h1>")),
    ),
    "being mended, in a mode": (
        Reason.MAINTENANCE,
        look(titled("Maintenance Mode", "<p>Back soon</p>")),
    ),
    "being mended, in French": (Reason.MAINTENANCE, look(titled("Site en cours de maintenance"))),
}


LOST = [
    "Not Found (#404)",
    "404 Page Not Found | GitBook",
    "404: This page could not be found",
    "404 Not Found - Invenio",
    "Content not available | Bank",
    "The resource cannot be found.",
    "Page Not Found (404) - Uni",
    "Seite nicht verfügbar",
    "Página não disponível",
    "Hoppla! Diese Seite gibt es nicht mehr.",
    "Esta página no existe",
    "Cette page n'existe pas ou plus",
    "Нет такой страницы",
    "页面没有找到",
    "ページが存在しません",
    "페이지를 찾을 수 없음",
    "No record found",
    "This project has been removed | Host",
]
"""Titles of pages that are not there."""

DEAD |= {title: (Reason.SOFT_404, look(titled(title))) for title in LOST}

DEAD |= {
    "bought today": (Reason.PARKED, look(titled("Buy a.example today"), url=HOME)),
    "for sale by a shop": (
        Reason.PARKED,
        look(titled("The premium domain name a.example is for sale | Dan.com"), url=HOME),
    ),
    "judi": (Reason.USURPED, look(titled("Situs Judi Bola Terpercaya", LONG), url=HOME)),
    "baccarat in Thai": (Reason.USURPED, look(titled("บาคาร่าออนไลน์", LONG), url=HOME)),
    "bets in German": (
        Reason.USURPED,
        look(titled("Sportwetten Bonus", "<p>Freispiele für Neukunden</p>"), url=HOME),
    ),
    "a time-out": (Reason.HTTP_5XX, look(titled("504 Gateway Time-out"))),
    "an application of ASP.NET": (
        Reason.HTTP_5XX,
        look(titled("Server Error in '/' Application.")),
    ),
    "offline": (Reason.MAINTENANCE, look(titled("Service temporarily offline"))),
}

_PHP = "<br><b>Fatal error</b>:  Uncaught Error in /var/www/data.php:12"
_JAVA = "java.lang.NullPointerException\n\tat org.x.Sets.show(Sets.java:17)"

DEAD |= {
    "a program that broke": (Reason.HTTP_5XX, look(_PHP)),
    "a program that broke under a heading": (
        Reason.HTTP_5XX,
        look(titled("Error", f"<h1>Internal error</h1><pre>{_JAVA}</pre>")),
    ),
    "a script without its database": (
        Reason.HTTP_5XX,
        look("Warning: mysql_connect(): Can't connect to local server in data.php on line 3"),
    ),
    "ASP.NET that finds nothing": (
        Reason.SOFT_404,
        look(
            titled(
                "The resource cannot be found.",
                "<h1>Server Error in '/' Application.</h1><p>Description: HTTP 404.</p>",
            )
        ),
    ),
    "a test page with 403": (
        Reason.SERVER_DEFAULT_PAGE,
        look(titled("Apache HTTP Server Test Page powered by CentOS"), 403, url=HOME),
    ),
    "a new server": (
        Reason.SERVER_DEFAULT_PAGE,
        look(titled("Success! Your new web server is ready to use."), url=HOME),
    ),
    "a panel without the domain": (
        Reason.SERVER_DEFAULT_PAGE,
        look(titled("Panel - Domain not configured"), url=HOME),
    ),
}

PARKING = [
    "a.example - Registered at Namecheap.com",
    "This domain has been registered and is parked by Example",
    "This domain name has been registered with Example.net",
    "Parked Domain name on Example",
    "a.example is registered, but may still be available.",
    "a.example is expired",
    "Diese Domain ist bereits registriert",
    "Ce nom de domaine est déjà enregistré",
    "Este dominio está registrado",
    "Deze domeinnaam is gereserveerd",
    "Ta domena jest zaparkowana",
    "Домен a.example зарегистрирован",
]
"""Titles of names that somebody has, and does nothing with."""

DEAD |= {title: (Reason.PARKED, look(titled(title), url=HOME)) for title in PARKING}
DEAD["purchased and parked, in the text"] = (
    Reason.PARKED,
    look("<p>This domain has been purchased and parked by a customer of ours.</p>", url=HOME),
)

DEAD |= {
    title: (Reason.SUSPENDED, look(titled(title), url=HOME))
    for title in ("Site not found", "Diese Webseite ist gesperrt", "Unknown host",
                  "This domain is not connected to a site",
                  "The requested deployment could not be found", "This blog does not exist")
}  # fmt: skip
DEAD |= {
    title: (Reason.SOFT_404, look(titled(title)))
    for title in ("Deze pagina bestaat niet meer", "申し訳ございません、ページが見つかりません",
                  "對不起，頁面不存在")
}  # fmt: skip
DEAD |= {
    "a site that expired": (
        Reason.SUSPENDED,
        look('<p>No such account.</p><script src="//static.squarespace.com/a.js"></script>'),
    ),
    "WildFly": (
        Reason.SERVER_DEFAULT_PAGE,
        look(titled("Welcome to WildFly 31", "<p>Your instance is running.</p>"), url=HOME),
    ),
    "Rails, long ago": (
        Reason.SERVER_DEFAULT_PAGE,
        look(titled("Ruby on Rails: Welcome aboard"), url=HOME),
    ),
}
DEAD["a name for sale, in the text"] = (
    Reason.PARKED,
    look("<p>Hello. The domain a.example is for sale. Make an offer.</p>", url=HOME),
)
DEAD["XAMPP for Windows"] = (
    Reason.SERVER_DEFAULT_PAGE,
    look(titled("XAMPP", "<h1>Welcome to XAMPP for Windows 8.2.4</h1>"), url=HOME),
)
DEAD["a default page, in the text"] = (
    Reason.SERVER_DEFAULT_PAGE,
    look(titled("Welcome", "<p>Hello. This is the default index page of your website.</p>")),
)
DEAD |= {
    "a gateway, in a heading": (Reason.HTTP_5XX, look("<h1>502 Bad Gateway</h1>")),
    "WordPress that broke, in the text": (
        Reason.HTTP_5XX,
        look("<p>There has been a critical error on this website. Learn more.</p>"),
    ),
    "service in Russian": (Reason.MAINTENANCE, look(titled("Сайт на техническом обслуживании"))),
    "a site suspended in Italian": (Reason.SUSPENDED, look(titled("Sito sospeso"), url=HOME)),
    "WampServer": (Reason.SERVER_DEFAULT_PAGE, look(titled("WampServer Homepage"), url=HOME)),
    "not found, in German and politely": (
        Reason.SOFT_404,
        look(titled("Wir konnten die Seite nicht finden")),
    ),
}
