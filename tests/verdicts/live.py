"""Pages that are well and resemble what they are not, as servers write them."""

from __future__ import annotations

from .signs.look import LONG, titled
from .whole import FILE, FORM, GET, SCRIPT

LIVE: dict[str, str] = {
    # about pages that are not there
    "404 images": titled("404 images of sparrows", GET),
    "a corpus of error pages": titled("404 Not Found: a corpus of error pages", GET),
    "a chapter on 404": titled("Page not found? Why links rot | Atlas", GET),
    "genes that were not found": titled("Genes not found in sparrows", GET),
    "a species list": titled("Not found in Fife: a list of species", GET),
    "an aircraft": titled("Flight 404 | Atlas", f"<h1>Flight 404</h1>{GET}"),
    "a house number": titled("Atlas", f"<h1>404 Kirk Wynd</h1><h2>Where we are</h2>{GET}"),
    "a list of what was removed": titled(
        "Removed records | Atlas",
        f"<h1>Removed records</h1><p>Record 7 has been removed. Record 9 was deleted.</p>{GET}",
    ),
    "a retraction note beside the data": titled(
        "Sparrow Atlas, version 2",
        f"<h1>Sparrow Atlas</h1><p>Version 1 has been withdrawn; use this one.</p>{GET}",
    ),
    "withdrawn drugs": titled("Withdrawn: drugs that left the market", GET),
    "deleted scenes": titled("Deleted: 10,000 posts that moderators removed", GET),
    "a study of missing data": titled("Missing pages in parish registers", GET),
    "a lost site": titled("Lost villages of Fife", f"<h1>Lost villages</h1>{GET}"),
    "invalid links": titled("Invalid links in Wikipedia, 2010 to 2020", GET),
    # about names for sale
    "a data set of domains": titled("Domains for sale: prices of 60,000 names", GET),
    "a domain that is parked, cited": titled("Parked domain names and who owns them", GET),
    "houses": titled("For sale: houses in Fife", GET),
    "an atlas on paper": titled("The atlas is for sale in our shop", LONG),
    "an expired domain as a subject": titled("Expired domains: a longitudinal study", GET),
    "a protein domain": titled("Domain parking of proteins | Atlas", GET),
    "buying": titled("Buy this domain? What 500 owners answered", GET),
    # about games and pills
    "a film": titled("Casino Royale and other films: subtitles", GET),
    "a casino's visitors": titled("Casino visits in Macau: a data set", GET),
    "odds": titled("Sports betting odds 2000 to 2020", f"<h1>Betting odds</h1>{GET}"),
    "poker": titled("Poker hands", "<h1>Poker hands</h1><p>A million hands of poker, dealt.</p>"),
    "a game of chance": titled("Roulette spins from one casino", GET),
    "slots of a conference": titled("Slots and talks | Atlas 2019", GET),
    "gamblers": titled("Online casinos and their customers: a survey", GET),
    "loans": titled("Payday loans in Ontario, by month", f"<h1>Payday loans</h1>{GET}"),
    "spam": titled("Spam corpus: buy viagra and other classics", GET),
    "videos": titled("NPDI: pornography detection data set", f"<h1>Porn videos</h1>{GET}"),
    "medicine": titled("Sildenafil (Viagra) and hearing loss", GET),
    "toto": titled("TOTO: tactile and object transport offline", GET),
    # about servers
    "logs of nginx": titled("Welcome to nginx logs: a data set of requests", GET),
    "a welcome": titled("Welcome page", f"<h1>Welcome</h1>{GET}<p>We run lighttpd.</p>"),
    "a manual of Apache": titled("Apache Tomcat/9 access logs", GET),
    "a test": titled("Test page for the Apache relay: radio measurements", GET),
    "a congratulation": titled("Congratulations! LiteSpeed measurements are here", GET),
    "an institute": titled("IIS | Institute of Insect Studies", f"<h1>IIS</h1>{GET}"),
    "it works": titled("It works! | Atlas of labour", GET),
    "powered": titled("Powered by CentOS: energy of 400 servers", GET),
    # about suspension
    "suspended accounts": titled("Account suspended: 5 million tweets", GET),
    "buses": titled("Service suspended for snow: buses of Leeds", GET),
    "a shop": titled("Shop closed, site archived", f"<h1>Shop</h1>{GET}"),
    "suspended particles": titled("Suspended matter of the Tay", GET),
    # about maintenance and errors
    "bridges": titled("Maintenance: inspections of bridges", GET),
    "roads": titled("Road maintenance", f"<h1>Road maintenance</h1>{GET}"),
    "planned maintenance of a fleet": titled("Aircraft in maintenance: 900 logs", GET),
    "birds": titled("Back soon: when do swallows return?", GET),
    "we are back": titled("We are back! Atlas reopened", f"<h1>We are back</h1>{GET}"),
    "servers": titled("503 Service Unavailable: outages of 2020", GET),
    "a notice above the data": titled(
        "Sparrow Atlas", f"<h2>Scheduled maintenance</h2><p>Sunday, 6 to 7.</p><h1>Atlas</h1>{FILE}"
    ),
    # about countries
    "streaming": titled("Not available in your country: a survey of streaming", GET),
    "streaming, short": titled(
        "Streaming", '<h1>Streaming</h1><p>What "not available in your country" means.</p>'
    ),
    "licences": titled(
        "Films", f"<h1>Films</h1>{GET}<p>Which are blocked in your region? Ask for a list.</p>"
    ),
    # about walls
    "a challenge that has ended": titled(
        "Bot detection challenge", f"<h1>The challenge has ended</h1>{SCRIPT}{GET}"
    ),
    "a captcha": titled("CAPTCHA: 10,000 pictures", f"<h1>Are you human?</h1>{SCRIPT}{FILE}"),
    "security": titled("Security check: airports compared", SCRIPT + GET),
    "asylum": titled("Access denied: asylum decisions", GET),
    "forbidden": titled("Forbidden | Books that were banned", f"<h1>Forbidden</h1>{GET}{LONG}"),
    "attention": titled("Attention required: an eye-tracking data set", SCRIPT + GET),
    "an incident": titled("Sparrow Atlas", f"<p>Incidents by id.</p>{SCRIPT}{GET}"),
    # about doors
    "a box in the header": titled("Sparrow Atlas", f"<header>Log in {FORM}</header>{GET}"),
    "a box beneath": titled("Sparrow Atlas", f"{GET}<aside><h3>Members</h3>{FORM}</aside>"),
    "a register": titled("Register of ships", f"<h1>Register</h1><form><input></form>{GET}"),
    "identification": titled("Identification of birds", f"<form><input name=q></form>{GET}"),
    "access": titled("Acceso abierto a datos", f"<form><input name=q></form>{GET}"),
    # that say little
    "one line": titled("Sparrow Atlas", "<a href=/9.csv>9.csv</a>"),
    "no title": "<h1>Sparrows</h1><a href=9.csv>9.csv</a>",
    "nothing but a link": "<a href=9.csv>data</a>",
    "a frame": titled("Sparrow Atlas", "<p>Map:</p><iframe src=/map></iframe>"),
    "a canvas": titled("Sparrow Atlas", f"<h1>Atlas</h1><div id=map></div>{SCRIPT}{GET}"),
    "an index of files": titled("Index of /", '<a href="?C=N">N</a><a href="9.csv">9.csv</a>'),
    "moved files": titled("Atlas", f"<h1>Atlas</h1><h2>File not found?</h2><p>Ask.</p>{FILE}"),
    # of many kinds
    "an encyclopedia on 404": titled("HTTP 404 - Encyclopedia", f"<h1>HTTP 404</h1>{LONG}"),
    "a short page on 404": titled("HTTP 404 explained", "<h1>HTTP 404 explained</h1>" + GET),
    "the status of a service": titled(
        "Service status",
        "<h1>Service status</h1><h2>Under maintenance</h2><p>Tay mirror: offline "
        "for maintenance. All others are well: Forth, Don, Dee, Clyde, Spey, Ness. Last "
        "looked at five minutes ago by our monitor, which looks every ten minutes from four "
        "places. History of the last ninety days is below, with reasons and "
        "lengths of each interruption, and who mended it. Write to us if you see "
        "something that we do not: our people read each letter.</p>",
    ),
    "a game of robots": titled("Human or robot? A game", SCRIPT + GET),
    "faces": titled("Identity verification: face pairs", SCRIPT + GET),
    "maps of what is closed": titled("Access restricted areas of Fife: maps", GET),
    "licences that ran out": titled("Expired licences 2019", f"<h1>Expired</h1>{GET}"),
    "leases that ran out": titled("The site expired leases | Land registry", GET),
    "an estate": titled("Domain House is for sale? Prices of estates", GET),
    "an atlas of Fedora": titled("Welcome to Fedora Atlas", "<h1>Welcome</h1>" + GET),
    "a version to come": titled(
        "Sparrow Atlas",
        "<h1>Sparrow Atlas</h1><p>Version 5 is coming soon. Version 4 is here:</p>" + GET,
    ),
    "a registration that is closed": titled(
        "Sparrow Challenge", "<h1>Registration is closed</h1>" + GET
    ),
    "a site that is kept": titled(
        "This site is archived | Atlas",
        "<h1>This site has been archived</h1><p>It is no longer updated.</p>" + GET,
    ),
    "a page that says where it has moved": titled(
        "This page has moved", "<h1>This page has moved</h1><a href=/new>New place</a>"
    ),
    "a search": titled("Search: 0 results? Try sparrows", "<h1>Search</h1>" + GET),
    "duplicates that were removed": titled("Dataset removed duplicates, v2", GET),
    "accounts that were deleted": titled("Deleted accounts dataset", GET),
    "books that were withdrawn": titled("Withdrawn library books", GET),
    "comments on a jackpot": titled("Jackpot! 500 mined comments", GET),
    "a word within a word": titled("Alphabetting: OCR", "<h1>OCR</h1>" + GET),
    "shops of bookmakers": titled(
        "Betting shops in London",
        "<h1>Betting shops</h1><p>Where they are, with deposits and payouts by month.</p>" + GET,
    ),
    "ships": titled("Escort vessels of convoys", GET),
    "the sexes of sparrows": titled(
        "Sex and age of sparrows",
        "<p>Counts by sex. Order now the printed edition at a discount.</p>",
    ),
    "bandits in Chinese": titled("多臂老虎机 实验", GET),
    "an Olympiad in Roman numbers": titled("XXX Olympiad results", GET),
    "prices of flights": titled("Cheap flights 2019, prices", GET),
    "timber": titled("Log in the forest: timber counts", FORM + GET),
    "a voyage": titled("Account of a voyage", "<form><input name=q></form>" + GET),
    "seismic stations": titled(
        "SSO: Seismic station observations", "<form><input name=q></form>" + GET
    ),
    "an observatory's door in Spanish": titled(
        "Acceso | Observatorio", "<nav>x</nav><form><input name=q></form>" + LONG
    ),
    "a directory": titled("Index of /sets/9", '<a href="../">Parent</a><a href="a.nii.gz">a</a>'),
    "wind turbines in German": titled("Wartung von Windrädern: Messwerte", GET),
    "bridges in French": titled("Maintenance des ponts", GET),
    "history in Russian": titled("Потерянная страница истории", GET),
    "web pages in Chinese": titled("网页数据集", GET),
    "records of maintenance in Japanese": titled("メンテナンス記録データ", GET),
    "an area": titled(
        "Broadband",
        "<h1>Broadband</h1><p>Fibre is still unavailable in this area: see the map.</p>" + GET,
    ),
    "a number of sparrows": titled("403 sparrows", SCRIPT + GET),
    "logs of errors": titled("Server error logs", GET),
    "messages of errors": titled("Runtime error messages: corpus", GET),
    "land": titled("Land for sale", f"<h1>Land for sale</h1>{GET}"),
    "a word for those without scripts": titled(
        "Atlas", f"<noscript>Please enable JavaScript for the map.</noscript>{LONG}"
    ),
    "one line without links": "Sparrow data. Mail us.",
    "a lapsed domain, cited": titled(
        "Domain names", "<p>Pages that say “This domain has expired” were counted.</p>" + GET
    ),
    "a suspended account, cited": titled(
        "Tweets",
        '<p>Users whose page says "This account has been suspended" are left out.</p>' + GET,
    ),
    "traffic": titled("Traffic", "<p>Unusual traffic from sensors, automated counts.</p>" + GET),
}

TITLES = [
    "Maintenance mode of neurons",
    "Under maintenance costs | Bridges",
    "Page not available offline? Use the app",
    "Broken link prediction in graphs",
    "Dead link budget: antenna data",
    "Nothing found for sure: doubts",
    "File not found in archives, 1914",
    "We can't find the way: wayfinding",
    "Project deleted genes",
    "Domain parked cars",
    "This website is for sale of stamps",
    "Default page sizes of e-books",
    "Welcome to Laravel Birds",
    "Website expired passports | Border data",
    "Website disabled users study",
    "Blog suspended by its author, archive 2001-2010",
    "Forbidden 403 words",
    "Error 404 in DNA repair",
    "410 Gone Girl reviews",
    "Kategorie: Nicht gefunden in Bayern",
    "La page perdue : manuscrits",
]
"""Subjects that begin like a notice."""

LIVE |= {title: titled(title, GET) for title in TITLES}
LIVE |= {
    "what a suspended account says": titled(
        "The accounts", f"<p>This account has been suspended for 40 of the users.</p>{GET}"
    ),
    "prints of poker faces": titled("Poker faces", f"<p>Buy now a print, order now.</p>{GET}"),
    "sales of pills": titled("Viagra sales", "<p>Buy now? No prescription? A survey.</p>"),
    "visits": titled("Time slots", "<p>Book now: free slots for visitors.</p>"),
    "a village": titled("Login", f"<h1>Rocky Login: a village</h1>{GET}"),
    "a mailing list": titled("Sign up | Archive", f"<form><input name=q></form>{LONG}"),
    "a town": titled("Casino, Indiana: census", f"<h1>Casino</h1>{GET}"),
}

LIVE |= {
    "a server's logs": titled("Server logs: your server is running", "<h1>Your logs</h1>" + GET),
    "a question about names": titled(
        "Names", f"<p>When a domain is registered, it shows. This domain has expired? {GET}"
    ),
    "a study of errors in programs": titled(
        "Errors",
        f"<h1>Crashes</h1><p>NullPointerException and Fatal error: 9,000 reports.</p>{GET}",
    ),
    "a cohort": titled("Cohort", f"<h1>Registered at birth</h1>{GET}"),
    "observers": titled(
        "Atlas", f"<p>Are observers human? We verify them against robots.</p>{GET}"
    ),
    "a table and a script": titled("Atlas", f"{SCRIPT}{FILE}"),
}
