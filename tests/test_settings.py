from __future__ import annotations

import json
from typing import Any

import pytest

from crawler.errors import UsageProblem
from crawler.settings import CANARIES, HOME, CrawlSettings

RANGES: dict[str, tuple[float, float]] = {
    "timeout": (0.1, 600),
    "delay": (0, 3600),
    "per_host": (1, 64),
    "concurrency": (1, 4096),
    "second_look": (0, 86400),
    "budget": (0, 10**9),
    "host_budget": (0, 10**9),
}


def problem(**settings: Any) -> str:
    """The one line that says what is wrong with these settings."""
    with pytest.raises(UsageProblem) as refused:
        CrawlSettings(**settings)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_the_manners_hold_by_default() -> None:
    assert CrawlSettings().to_json() == {
        "timeout": 20.0,
        "delay": 1.0,
        "per_host": 1,
        "concurrency": 256,
        "second_look": 60.0,
        "robots": True,
        "metadata": True,
        "verbatim": False,
        "allow_network": (),
        "connect_to": (),
        "canaries": CANARIES,
        "only": (),
        "budget": 0,
        "host_budget": 0,
        "contact": HOME,
    }


@pytest.mark.parametrize(("name", "ends"), RANGES.items(), ids=RANGES)
def test_the_ends_of_a_range_are_in_it(name: str, ends: tuple[float, float]) -> None:
    for end in ends:
        assert getattr(CrawlSettings(**{name: end}), name) == end  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
@pytest.mark.parametrize("name", RANGES)
def test_a_number_that_is_none_is_out_of_range(name: str, value: float) -> None:
    assert "out of range" in problem(**{name: value})


@pytest.mark.parametrize(("name", "ends"), RANGES.items(), ids=RANGES)
def test_beyond_the_ends_the_option_the_value_and_the_range_are_named(
    name: str, ends: tuple[float, float]
) -> None:
    least, most = ends
    option = name.replace("_", "-")
    for value in (least - 1, most + 1, most + 0.00001):
        assert problem(**{name: value}) == (
            f"{option} = {value} is out of range: it must lie between {least:g} and {most:g}"
        )


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "a network that is none": ({"allow_network": ("everything",)}, "like 127.0.0.0/8"),
    "a connection that is none": ({"connect_to": ("example.org",)}, "HOST:PORT:HOST:PORT"),
    "a canary that is no address": ({"canaries": ("example.org",)}, "like https://example.com/"),
    "a state that is none": ({"only": ("suspect", "ill")}, "ill is no state; known are new, alive"),
    "no contact": ({"contact": ""}, "contact"),
    "a contact that begins a new header": ({"contact": "me\r\nHost: evil"}, "contact"),
    "a contact in another alphabet": ({"contact": "мне@example.org"}, "plain ASCII"),
}


@pytest.mark.parametrize(("settings", "hint"), WRONG.values(), ids=WRONG)
def test_a_wrong_setting_says_what_is_right(settings: dict[str, Any], hint: str) -> None:
    assert hint in problem(**settings)


def test_settings_are_remembered_as_json() -> None:
    chosen = CrawlSettings(
        timeout=5, allow_network=("127.0.0.0/8", "::1"), connect_to=(":443:127.0.0.1:8443",)
    )
    plain = json.loads(json.dumps(chosen.to_json()))
    assert plain["allow_network"] == ["127.0.0.0/8", "::1"]
    assert plain["connect_to"] == [":443:127.0.0.1:8443"]
    assert plain["timeout"] == 5
