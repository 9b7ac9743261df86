"""Rows that are not decided rightly yet, by host, each with what it needs.

A row that is decided rightly must leave this list: a test sees to it.
"""

OPEN = {
    "304-unasked.hostile.example": "a 304 that nobody asked for is called odd-status, not failing",
    "refresh-5.hostile.example": "a meta refresh after five seconds is called a move",
    "soft-own-words.hostile.example": "the sibling probe must be made where the page looks fine",
    "soft-is.hostile.example": "the sibling probe must be made where the page looks fine",
    "soft-de-alone.hostile.example": "a title that says it alone, while its siblings are 404",
    "soft-query.hostile.example": "the sibling probe must change an id in the query",
    "zip-page.hostile.example": "a file that turned into a page needs a reason of its own",
    "titled-casino.hostile.example": "a title with a casino in it is called usurped",
    "titled-country.hostile.example": "a title that mentions availability is called geo",
    "about-nginx.hostile.example": "a page about nginx is called a server's default page",
    "http2-404.hostile.example": "a 404 that only HTTP/2 tells must win over a dropped line",
    "hash-bang.hostile.example": "a route behind #! must be kept until the look",
    "doi.org": "an unregistered DOI must be asked for at the handle API",
    "physionet.org": "files behind a data use agreement need the host's adapter",
}
