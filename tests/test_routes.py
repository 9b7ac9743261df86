"""Routes: which fragments are some, and that they stay with their link."""

from __future__ import annotations

import pytest

from crawler.routes import route_of
from crawler.verdicts.evidence import Evidence, Hop
from crawler.verdicts.rules import judge


@pytest.mark.parametrize("fragment", ["#!Set:9", "#!/sets/9", "#/sets/9", "#/?id=9", "#!/a#b"])
def test_a_script_shows_another_page_for_it(fragment: str) -> None:
    assert route_of(f"https://a.example/app{fragment}") == fragment


@pytest.mark.parametrize("fragment", ["", "#", "#top", "#!", "#/", "#!/", "#//x", "#a/b", "#a!b"])
def test_a_place_in_a_page_is_none(fragment: str) -> None:
    assert route_of(f"https://a.example/app{fragment}") == ""


def test_a_route_moves_with_its_page() -> None:
    hops = (Hop("http://a.example/", 301), Hop("https://a.example/", 200))
    seen = Evidence(
        "http://a.example/#!Set:9", hops, status=200, content_type="text/html", content_bytes=9
    )
    assert judge(seen).suggested_url == "https://a.example/#!Set:9"
