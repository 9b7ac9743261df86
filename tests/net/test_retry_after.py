from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.net.retry_after import seconds_to_wait

NOW = "Fri, 20 Nov 2026 03:00:00 GMT"


@pytest.mark.parametrize(
    ("said", "date", "wait"),
    [
        pytest.param("120", NOW, 120.0, id="seconds"),
        pytest.param(" 0 ", None, 0.0, id="no time at all"),
        pytest.param("Fri, 20 Nov 2026 03:01:00 GMT", NOW, 60.0, id="a date by the server's clock"),
        pytest.param("Fri, 20 Nov 2026 02:01:00 GMT", NOW, 0.0, id="a date that is over"),
        pytest.param("Fri, 20 Nov 2026 03:01:00 GMT", None, inf, id="a date without a clock"),
        pytest.param("soon", NOW, None, id="nothing that can be read"),
        pytest.param("-5", NOW, None, id="a time before now"),
        pytest.param("", NOW, None, id="nothing"),
        pytest.param("9" * 40, NOW, 999_999_999.0, id="for ever"),
    ],
)
def test_a_server_asks_to_wait(said: str, date: str | None, wait: float | None) -> None:
    headers = {"retry-after": said} | ({"date": date} if date else {})
    assert seconds_to_wait(429, headers) == wait
    assert seconds_to_wait(503, headers) == wait
    assert seconds_to_wait(200, headers) is None
    assert seconds_to_wait(None, headers) is None


@given(st.text(), st.text())
def test_any_words_are_survived(said: str, date: str) -> None:
    wait = seconds_to_wait(503, {"retry-after": said, "date": date})
    assert wait is None or wait >= 0
