"""Rows about contents: pages that say 200 and are not there, and pages that only look so."""

from __future__ import annotations

from crawler.demo.answers import file, in_turn, page, redirect, status, text
from crawler.demo.host import host
from crawler.demo.hostile.methods import FINE
from crawler.demo.hostile.redirects import HOME
from crawler.demo.hostile.row import Row, row
from crawler.demo.hostile.shown import shown

LANGUAGES = {
    "de": "German", "es": "Spanish", "fr": "French", "ja": "Japanese", "pt": "Portuguese",
    "ru": "Russian", "it": "Italian", "nl": "Dutch", "pl": "Polish", "zh": "Chinese",
    "ko": "Korean", "tr": "Turkish",
}  # fmt: skip
SOFT = "gone/soft-404"


def _url(name: str, path: str = "/sets/atlas") -> str:
    return f"https://{name}.hostile.example{path}"


# fmt: off
ROWS: tuple[Row, ...] = (
    row("C55", "missing pages are 200, each with a number of its own", _url("soft-id"),
        host({"/": HOME, "*": shown("lost-en.html")}), SOFT,
        "The title says what the status hides."),
    row("C56", "missing pages are 200, with other pages by lot", _url("soft-lot"),
        host({"/": HOME, "*": shown("lost-lot.html")}), SOFT,
        "Two of them are not alike, but their titles are."),
    row("C55", "WordPress, 200 for what is missing", _url("soft-wordpress"),
        host({"/": HOME, "*": shown("lost-wordpress.html")}), SOFT, "The title says it."),
    row("C55", "a catalogue that only says it in its own words", _url("soft-own-words"),
        host({"/": HOME, "*": shown("lost-drupal.html")}), SOFT,
        "What cannot exist beside it gets the same answer."),
    *(row("C58", f"missing pages are 200, in {name}", _url(f"soft-{code}"),
          host({"/": HOME, "*": shown(f"lost-{code}.html")}), SOFT,
          "What is missing is missing in every language.") for code, name in LANGUAGES.items()),
    row("C58", "missing pages are 200, in Icelandic, with a neutral title", _url("soft-is"),
        host({"/": HOME, "*": shown("lost-is.html")}), SOFT,
        "Nobody needs the words: its siblings are the same."),
    row("C58", "one page is lost in German, its siblings are 404", _url("soft-de-alone"),
        host({"/": HOME, "/sets/atlas": shown("lost-de.html")}), SOFT,
        "A page whose whole title says that it is missing is missing."),
    row("C58", "an unknown id is 200, by query", _url("soft-query", "/record?id=5028"),
        host({"/": HOME, "/record": shown("db-unknown.html")}), SOFT,
        "Another id that cannot exist gets the same answer."),
    row("C57", "a changelog that tells of removals", _url("changelog"),
        host({"/": HOME, "/sets/atlas": shown("changelog.html")}), "ok/http-200",
        "A phrase in a body is no evidence."),
    row("C57", "a data set about errors", _url("about-errors"),
        host({"/": HOME, "/sets/atlas": shown("about-errors.html")}), "ok/http-200",
        "A number and a word in a title are no evidence either."),
    row("C57", "a data set about parked names", _url("about-parking"),
        host({"/": HOME, "/sets/atlas": shown("about-parking.html")}), "ok/http-200",
        "It speaks of sales and casinos and is neither."),
    row("C57", "a challenge that has ended", _url("ended-challenge"),
        host({"/": HOME, "/sets/atlas": shown("about-challenge.html")}), "ok/http-200",
        "The page is there, and says so itself."),
    row("C57", "a data set about walls", _url("about-bots"),
        host({"/": HOME, "/sets/atlas": shown("about-bots.html")}), "ok/http-200",
        "It quotes what walls say."),
    row("C57", "a data set about logins", _url("about-login"),
        host({"/": HOME, "/sets/atlas": shown("about-login.html")}), "ok/http-200",
        "There is no form to log in with."),
    row("C57", "a short page of 1996", _url("old-page"),
        host({"/": HOME, "/sets/atlas": shown("old.html")}), "ok/http-200",
        "Short and old is not gone."),
    row("C57", "a page without a title", _url("no-title"),
        host({"/": HOME, "/sets/atlas": page(None, body="<p>Counts of sparrows in Fife.</p>")}),
        "ok/http-200", "A title is not compulsory."),
    row("C57", "pages of one template that differ in numbers", _url("template"),
        host({"/": HOME, "/sets/atlas": page("Square 14 | Institute of Birds",
                                             body="<h1>Square 14</h1><p>Pairs: 311</p>"),
              "/sets/15": page("Square 15 | Institute of Birds")}), "ok/http-200",
        "What cannot exist is a plain 404 here."),
    row("C57", "all pages have the same title and differ in their text", _url("same-title"),
        host({"/": page("Institute of Birds", body="<p>Welcome to the institute.</p>"),
              "/sets/atlas": page("Institute of Birds", body=(
                  "<h2>Sparrow Atlas</h2><p>Where sparrows breed, in 4,200 squares that were walked"
                  " at dawn by 1,900 people over eleven springs. Eleven columns, one code book, and"
                  " a licence that lets everybody use them.</p>")),
              "*": page("Institute of Birds", body="<p>We have no such page. Try the menu.</p>")}),
        "ok/http-200", "The text is its own; what is missing says something else."),
    row("C59", "missing pages show the front page, and the link is the front page",
        _url("home-for-all", "/"), host({"*": HOME}), "ok/http-200",
        "A front page is never a missing page."),
    row("C59", "missing pages show the front page", _url("home-for-deep"),
        host({"*": page("Institute of Birds", body=(
            "<h1>Institute of Birds</h1><p>We count birds, ring birds, and write about birds. Our"
            " library is open on weekdays from nine to five. Children are welcome, dogs not."
            " Read our yearly report, meet our people, and find out how to join.</p>"))}),
        "gone/soft-404 gone/redirect-home blocked/shell-only",
        "The front page is not the data set, whatever its address."),
    row("C60", "a page that is drawn by script, the same for every path", _url("shell"),
        host({"*": shown("spa.html")}), "blocked/shell-only", "Nobody knows without running it."),
    row("C60", "a page drawn by script, with a front page of its own", _url("shell-own-home"),
        host({"/": HOME, "*": shown("spa.html")}), "blocked/shell-only",
        "An empty frame says nothing of what is in it."),
    row("C79", "a name under a wildcard leads to the company", _url("old-project"),
        {"old-project.hostile.example": host({"*": redirect(302, "https://www.hostile.example/")}),
         "www.hostile.example": host({"/": shown("corporate.html")})},
        "gone/redirect-home gone/soft-404", "The project's own pages are gone with its host."),
    row("C68", "a list of files, and the link is the folder", _url("index-files", "/sets/"),
        host({"/": HOME, "/sets/": shown("index-files.html")}), "ok/http-200",
        "The files are what a reader wants."),
    row("C69", "a tombstone that is 200", _url("tombstone-200"),
        host({"/": HOME, "/sets/atlas": shown("tombstone.html")}),
        "gone/soft-404 gone/http-410", "The page is there to say that it is not."),
    row("C69", "a tombstone that is 410", _url("tombstone-410"),
        host({"/": HOME, "/sets/atlas": shown("repository-tombstone.html", status=410)}),
        "gone/http-410", "Honest to the last."),
    row("C71", "a page with a counter and a nonce", _url("counter"),
        host({"/": HOME, "/sets/atlas": in_turn(
            *(page("Sparrow Atlas", body=f"<h1>Sparrow Atlas</h1><p>Visit {n}</p>")
              for n in range(3)))}), "ok/http-200", "Bytes differ, the page does not."),
    row("C80", "a box to log in, in the header of a public page", _url("login-box"),
        host({"/": HOME, "/sets/atlas": shown("login-box.html")}), "ok/http-200",
        "The page itself is there for everybody."),
    row("D99", "a zip archive that is a zip archive", _url("zip", "/sets.zip"),
        host({"/sets.zip": file(10**6, "application/zip", begins=b"PK\x03\x04")}), "ok/file",
        "What was promised."),
    row("D100", "a zip archive that is a page to log in", _url("zip-login", "/sets.zip"),
        host({"/": HOME, "*": shown("plain-login.html")}),
        "restricted/login-page", "Behind the door there may be a zip archive."),
    row("D100", "a zip archive that is a lost page", _url("zip-lost", "/sets.zip"),
        host({"/": HOME, "*": shown("lost-en.html")}), SOFT, "It never was a zip archive."),
    row("D100", "a zip archive that is some page", _url("zip-page", "/sets.zip"),
        host({"/": HOME, "/sets.zip": page("Institute of Birds", body="<p>News of today</p>")}),
        "blocked/type-mismatch gone/soft-404",
        "A page is not an archive; it may be a way to it."),
    row("D100", "a page to download a zip archive", _url("zip-landing", "/get/sets.zip/view"),
        host({"/": HOME, "/get/sets.zip/view": page("sets.zip", body=(
            '<h1>sets.zip</h1><a href="/raw/sets.zip">Download sets.zip</a> (4 MB)'))}),
        "ok/http-200", "A page about a file is a page."),
    row("D99", "a picture of the brain, called HTML", _url("nifti", "/brain.nii"),
        host({"/brain.nii": text(b"\x5c\x01\x00\x00" + bytes(range(256)) * 40, "text/html")}),
        "ok/file ok/http-200", "Bytes are not read as words."),
    row("D99", "a scan without a type", _url("dicom", "/scan.dcm"),
        host({"/scan.dcm": text(bytes(128) + b"DICM" + bytes(900), "application/octet-stream")}),
        "ok/file", "Bytes are not read as words."),
    row("D99", "a table that speaks of errors", _url("csv-404", "/errors.csv"),
        host({"/errors.csv": text("code,meaning\n404,Page not found\n410,Gone\n", "text/csv")}),
        "ok/file", "A file is not searched for phrases."),
    row("D99", "a page called plain text", _url("page-as-text"),
        host({"/": HOME, "/sets/atlas": text("<html><title>Sparrow Atlas</title>", "text/plain")}),
        "ok/file ok/http-200", "Odd, but there."),
    row("C70", "a page whose file is missing", _url("landing-without-file"),
        host({"/": HOME, "/sets/atlas": page("Sparrow Atlas", body=(
            '<h1>Sparrow Atlas</h1><a href="/atlas.zip">Download</a>')),
              "/atlas.zip": status(404)}),
        "ok/http-200", "The page is there; its file is another link."),
    row("C", "a lost page, and the link's own page is fine beside it", _url("fine-among-soft"),
        host({"/": HOME, "/sets/atlas": FINE, "*": shown("lost-en.html")}), "ok/http-200",
        "Siblings that are missing do not speak for it."),
)
