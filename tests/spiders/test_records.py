"""Sources are asked where a page leaves doubt, once, with care; told by a handler function."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from crawler.net.exchange import Answer
from crawler.net.faults import NoAnswer
from crawler.spiders import look as looks
from crawler.spiders.look import Looker
from crawler.spiders.records import LARGEST_RECORD, MOST_HOPS, Records
from crawler.verdicts.evidence import Evidence, Fault, Record, Sibling, Standing
from crawler.verdicts.rules import judge

from .test_look import LETTERS, PAGE, Says, Web, answer, to

LINK = "https://github.com/birds/atlas"
ADDRESS = "https://api.github.com/repos/birds/atlas"
OSF, GUID = "https://osf.io/abc22/", "https://api.osf.io/v2/guids/abc22/"
SHELL = answer(200, b"<title>OSF</title><div id=root></div><script src=/a.js></script>")


def told(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:
    kind = {"content-type": "application/json"}
    return answer(status, json.dumps(value).encode(), kind | dict(headers or {}))


def repository(name: str = "birds/atlas", **more: object) -> Answer:
    page = f"https://github.com/{name}"
    return told({"full_name": name, "private": False, "html_url": page, **more})


THERE = Record("GitHub", ADDRESS, Standing.THERE, "full_name: birds/atlas")


def about(web: Web, *links: str) -> list[Record | None]:
    async def each() -> list[Record | None]:
        records = Records(web)
        return [await records.about(link) for link in links]

    return asyncio.run(each())


def look(pages: Web, sources: Web, url: str = LINK, *, robots: bool = False) -> Evidence:
    async def once() -> Evidence:
        looker = Looker(pages, letters=lambda: LETTERS, records=Records(sources), robots=robots)
        return await looker.look(url)

    return asyncio.run(once())


def test_a_page_that_is_well_costs_no_question() -> None:
    sources = Web({ADDRESS: repository()})
    assert look(Web({LINK: answer(200, PAGE)}), sources).record is None
    assert sources.asked == []


@pytest.mark.parametrize(
    "says",
    [answer(401), answer(403), answer(404), answer(429), answer(400), answer(999), SHELL],
    ids=lambda says: f"{says.head.status}",
)
def test_a_page_that_leaves_doubt_is_worth_a_question(says: Answer) -> None:
    sources = Web({ADDRESS: repository()})
    assert look(Web({LINK: says}), sources).record == THERE
    assert sources.urls == [ADDRESS]


@pytest.mark.parametrize(
    "says",
    [
        answer(410),
        answer(500),
        answer(503),
        to("https://github.com/login?return_to=%2Fbirds%2Fatlas"),
        NoAnswer(Fault.READ_TIMEOUT, "silent"),
        NoAnswer(Fault.NXDOMAIN, "no such name"),
    ],
    ids=["removed", "broken", "in repair", "a login", "silent", "no host"],
)
def test_what_no_register_can_mend_is_not_asked_for(says: Says) -> None:
    sources = Web({ADDRESS: repository()})
    login = {"https://github.com/login?return_to=%2Fbirds%2Fatlas": answer(200, PAGE)}
    assert look(Web({LINK: says, **login}), sources).record is None
    assert sources.asked == []


def test_where_robots_may_not_look_the_interface_may_be_asked() -> None:
    nobody = answer(200, b"User-agent: *\nDisallow: /", {"content-type": "text/plain"})
    pages = Web({"https://github.com/robots.txt": nobody})
    sources = Web({ADDRESS: repository()})
    seen = look(pages, sources, robots=True)
    assert (seen.fault, seen.record) == (Fault.ROBOTS, THERE)
    assert sources.urls == [ADDRESS], "an interface for programs needs no robots.txt"


def test_of_any_other_host_nobody_is_asked() -> None:
    sources = Web({})
    assert look(Web({}), sources, "https://atlas.example.org/rivers").record is None
    assert sources.asked == []


def test_a_shell_with_a_record_needs_no_sibling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "needs_sibling", lambda _: True)
    pages = Web({OSF: SHELL})
    seen = look(pages, Web({GUID: told({"data": {"id": "abc22", "type": "nodes"}})}), OSF)
    assert seen.record
    assert (seen.sibling, pages.urls) == (None, [OSF])


def test_what_only_a_sibling_shows_is_asked_for_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "needs_sibling", lambda _: True)
    words = b"<p>What you wanted is not here any more, dear visitor of ours. " * 5
    same = Web(lambda _: answer(200, b"<title>Sorry</title><h1>Sorry</h1>" + words))
    sources = Web({ADDRESS: told({"message": "Not Found"}, 404)})
    seen = look(same, sources)
    assert isinstance(seen.sibling, Sibling)
    assert seen.record == Record("GitHub", ADDRESS, Standing.HIDDEN, "Not Found")
    assert sources.urls == [ADDRESS]


def test_links_with_one_record_ask_once() -> None:
    web = Web({ADDRESS: repository()})
    assert about(web, LINK, LINK + "/", LINK + "#readme") == [THERE] * 3
    assert web.urls == [ADDRESS]


def test_an_answer_is_wanted_as_data_over_a_good_certificate() -> None:
    web = Web({ADDRESS: repository()})
    about(web, LINK)
    (asked,) = web.asked
    assert (asked.verify, asked.appetite.page, asked.appetite.other) == (True, 0, LARGEST_RECORD)
    assert dict(asked.other)["Accept"].startswith("application/json")


def test_a_redirect_of_the_interface_is_followed_at_home() -> None:
    there = "https://api.github.com/repositories/7"
    web = Web({ADDRESS: to(there, 301), there: repository("owls/map")})
    (record,) = about(web, LINK)
    assert record
    assert (record.address, record.moved_to) == (ADDRESS, "https://github.com/owls/map")


@pytest.mark.parametrize(
    "location",
    ["https://evil.example/", "http://169.254.169.254/", "file:///etc/passwd", "https://[x"],
)
def test_a_redirect_away_from_home_is_not_followed(location: str) -> None:
    web = Web({ADDRESS: to(location), location: repository()})
    assert about(web, LINK) == [None]
    assert web.urls == [ADDRESS]


def test_redirects_without_end_are_followed_a_few_times() -> None:
    web = Web(lambda _: to(ADDRESS))
    assert about(web, LINK) == [None]
    assert len(web.asked) == MOST_HOPS


@pytest.mark.parametrize("fault", [Fault.READ_TIMEOUT, Fault.TLS_EXPIRED, Fault.HOST_SILENT])
def test_a_source_that_does_not_answer_tells_nothing(fault: Fault) -> None:
    web = Web({ADDRESS: NoAnswer(fault, "so it was")})
    assert about(web, LINK) == [None]
    assert len(web.asked) == 1


def test_half_an_answer_tells_nothing() -> None:
    assert about(Web({ADDRESS: replace(repository(), complete=False)}), LINK) == [None]


@pytest.mark.parametrize(
    "enough",
    [
        told({"message": "Slow down"}, 429),
        told({"message": "API rate limit exceeded"}, 403, {"x-ratelimit-remaining": "0"}),
    ],
    ids=["429", "the last question of the hour"],
)
def test_a_source_that_has_answered_enough_is_left_alone(enough: Answer) -> None:
    web = Web(lambda _: enough)
    assert about(web, LINK, "https://github.com/birds/other") == [None, None]
    assert web.urls == [ADDRESS]


def test_the_last_answer_of_the_hour_counts() -> None:
    last = told(json.loads(repository().content), 200, {"x-ratelimit-remaining": "0"})
    web = Web({ADDRESS: last})
    assert about(web, LINK, "https://github.com/birds/other") == [THERE, None]
    assert web.urls == [ADDRESS]


def test_a_token_goes_to_its_host_and_into_no_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "ghp_secret")
    web = Web({ADDRESS: repository(), GUID: told({"data": {"id": "abc22", "type": "nodes"}})})
    seen = look(Web({}), web)
    about(web, OSF)
    sent = {asked.url: dict(asked.other).get("Authorization") for asked in web.asked}
    assert sent == {ADDRESS: "Bearer ghp_secret", GUID: None}
    assert "secret" not in json.dumps(seen.to_json())


@pytest.mark.parametrize("token", ["", "two\r\nlines: 1", "grün", "a b"])
def test_a_token_that_cannot_be_one_is_not_sent(
    token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", token)
    web = Web({ADDRESS: repository()})
    about(web, LINK)
    assert "Authorization" not in dict(web.asked[0].other)


def test_an_unknown_doi_is_told_without_asking_any_publisher() -> None:
    doi, handle = "https://doi.org/10.5555/none", "https://doi.org/api/handles/10.5555/none"
    pages = Web({})
    unknown = told({"responseCode": 100, "handle": "10.5555/none"}, 404)
    seen = look(pages, Web({handle: unknown}), doi)
    assert (judge(seen).reason.value, pages.urls) == ("doi-unknown", [doi])
