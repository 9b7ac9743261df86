"""Pages that are kept as files and filled when asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crawler.demo import hostile
from crawler.demo.hostile.shown import shown
from crawler.demo.steps import Asked

PAGES = sorted((Path(hostile.__file__).parent / "pages").iterdir())
TABLES = "".join(path.read_text("utf-8") for path in Path(hostile.__file__).parent.glob("*.py"))


def asked(number: int) -> Asked:
    return Asked(0.0, "birds.example", "GET", "/atlas?q=1", {}, number=number)


def body(name: str, number: int = 1) -> str:
    return b"".join(s for s in shown(name)(asked(number)) if isinstance(s, bytes)).decode()


@pytest.mark.parametrize("name", [path.name for path in PAGES])
def test_a_page_has_no_mark_left(name: str) -> None:
    assert not re.search(r"@(host|path|id|number|else)@", body(name))


@pytest.mark.parametrize("name", [path.name for path in PAGES])
def test_a_page_is_played_somewhere(name: str) -> None:
    assert name in TABLES or name.startswith("lost-")


def test_what_differs_with_each_request_differs() -> None:
    assert body("lost-lot.html", 1) != body("lost-lot.html", 2)
    assert body("lost-lot.html", 1) == body("lost-lot.html", 1)


def test_the_host_and_the_path_are_those_asked_for() -> None:
    page = body("cloudflare-challenge.html")
    assert "birds.example" in page
    assert "/atlas?__cf_chl_tk=" in page


def test_the_status_and_the_headers_are_as_told() -> None:
    (whole,) = shown("geo.html", status=403, headers={"Server": "CloudFront"})(asked(1))
    assert isinstance(whole, bytes)
    assert whole.startswith(b"HTTP/1.1 403 Forbidden\r\n")
    assert b"\r\nServer: CloudFront\r\n" in whole
