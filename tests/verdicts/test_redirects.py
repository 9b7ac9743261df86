from __future__ import annotations

import pytest

from crawler.verdicts.evidence import Hop
from crawler.verdicts.redirects import REDIRECTS, kind_of_move, lasting_address
from crawler.verdicts.verdict import Reason


def chain(text: str) -> list[Hop]:
    """`/a 301 /b 200`: hops on one host, each with its status; other addresses stand in full."""
    steps = text.split()
    urls = [step if ":" in step else f"https://a.example{step}" for step in steps[::2]]
    return [Hop(url, int(status)) for url, status in zip(urls, steps[1::2], strict=True)]


LASTING = {
    "no answer at all": ("", None),
    "no redirect": ("/a 200", None),
    "permanent": ("/a 301 /b 200", "/b"),
    "permanent, by 308": ("/a 308 /b 200", "/b"),
    "permanent all the way": ("/a 301 /b 308 /c 301 /d 200", "/d"),
    "found": ("/a 302 /b 200", None),
    "see other": ("/a 303 /b 200", None),
    "temporary": ("/a 307 /b 200", None),
    "permanent, then temporary": ("/a 301 /b 302 /c 200", "/b"),
    "temporary, then permanent": ("/a 302 /b 301 /c 200", None),
    "permanent, temporary, permanent": ("/a 308 /b 307 /c 301 /d 200", "/b"),
    "permanent into an error": ("/a 301 /b 404", "/b"),
    "a redirect without a Location": ("/a 301", None),
    "into a session": ("/a 301 /b;jsessionid=F00 200", None),
    "to a page, then into a session": ("/a 301 /b 301 /b;jsessionid=F00 200", "/b"),
    "through a session": ("/a 301 /b?PHPSESSID=1 301 /c 200", None),
    "a session among other parameters": ("/a 301 /b?x=1&sid=77 200", None),
    "a word that only ends like a session": ("/a 301 /b?basid=77 200", "/b?basid=77"),
    "a DOI to its landing page": ("https://doi.org/10.1/x 301 /x 200", None),
    "a DOI to the resolver of today": (
        "http://dx.doi.org/10.1/x 301 https://doi.org/10.1/x 302 /x 200",
        "https://doi.org/10.1/x",
    ),
    "a handle": ("http://hdl.handle.net/1/2 301 /x 200", None),
    "a page to its DOI": ("/x 301 https://doi.org/10.1/x 302 /y 200", "https://doi.org/10.1/x"),
}


@pytest.mark.parametrize(
    "name",
    ["doi.org", "dx.doi.org", "www.doi.org", "hdl.handle.net", "n2t.net", "arks.org",
     "identifiers.org", "purl.org", "w3id.org"],
)  # fmt: skip
def test_a_name_for_good_is_never_replaced(name: str) -> None:
    assert lasting_address(chain(f"https://{name}/1 301 /x 200")) is None


@pytest.mark.parametrize("status", range(299, 311))
def test_which_statuses_lead_on(status: int) -> None:
    assert (status in REDIRECTS) is (status in (301, 302, 303, 307, 308))


@pytest.mark.parametrize(("hops", "lasting"), LASTING.values(), ids=LASTING)
def test_only_the_permanent_prefix_is_recommended(hops: str, lasting: str | None) -> None:
    whole = f"https://a.example{lasting}" if lasting and lasting.startswith("/") else lasting
    assert lasting_address(chain(hops)) == whole


MOVES = {
    "to https": ("http://a.example/x", "https://a.example/x", Reason.HTTPS_UPGRADE),
    "to https with a query": (
        "http://a.example/x?q",
        "https://a.example/x?q",
        Reason.HTTPS_UPGRADE,
    ),
    "to https, host in capitals": ("http://A.example/", "https://a.example/", Reason.HTTPS_UPGRADE),
    "away from https": ("https://a.example/x", "http://a.example/x", Reason.PERMANENT_REDIRECT),
    "a slash more": ("https://a.example/x", "https://a.example/x/", Reason.SLASH),
    "a slash more, on another host": (
        "https://a.example/x",
        "https://b.example/x/",
        Reason.PERMANENT_REDIRECT,
    ),
    "a slash less": ("https://a.example/x/", "https://a.example/x", Reason.SLASH),
    "a slash and https": ("http://a.example/x", "https://a.example/x/", Reason.SLASH),
    "another case": ("https://a.example/Data", "https://a.example/data", Reason.SLASH),
    "another case of an escape": ("http://a.example/%c3", "http://a.example/%C3", Reason.SLASH),
    "another path": ("https://a.example/x", "https://a.example/y", Reason.PERMANENT_REDIRECT),
    "another query": ("https://a.example/?a", "https://a.example/?b", Reason.PERMANENT_REDIRECT),
    "a query lost": ("http://a.example/?a", "https://a.example/", Reason.PERMANENT_REDIRECT),
    "another host": ("https://a.example/x", "https://b.example/x", Reason.PERMANENT_REDIRECT),
    "to www": ("http://a.example/", "https://www.a.example/", Reason.PERMANENT_REDIRECT),
    "another port": ("http://a.example:8080/", "https://a.example/", Reason.PERMANENT_REDIRECT),
    "what is no address": ("http://[x", "https://a.example/", Reason.PERMANENT_REDIRECT),
}


@pytest.mark.parametrize(("old", "new", "kind"), MOVES.values(), ids=MOVES)
def test_how_far_a_link_has_moved(old: str, new: str, kind: Reason) -> None:
    assert kind_of_move(old, new) is kind
