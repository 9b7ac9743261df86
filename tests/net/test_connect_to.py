"""`--connect-to`, as curl reads it."""

from __future__ import annotations

import pytest

from crawler.errors import UsageProblem
from crawler.net.connect_to import ConnectTo, redirected


@pytest.mark.parametrize(
    ("text", "host", "port", "target"),
    [
        pytest.param("a.example:80:b.example:81", "a.example", 80, ("b.example", 81), id="whole"),
        pytest.param("A.example:80:b.example:81", "a.EXAMPLE", 80, ("b.example", 81), id="case"),
        pytest.param("a.example:80:b.example:81", "c.example", 80, None, id="another host"),
        pytest.param("a.example:80:b.example:81", "a.example", 443, None, id="another port"),
        pytest.param(":80:b.example:81", "c.example", 80, ("b.example", 81), id="any host"),
        pytest.param("a.example::b.example:81", "a.example", 9, ("b.example", 81), id="any port"),
        pytest.param("::b.example:81", "c.example", 9, ("b.example", 81), id="anything"),
        pytest.param("a.example:80::81", "a.example", 80, ("a.example", 81), id="the same host"),
        pytest.param("a.example:80:b.example:", "a.example", 80, ("b.example", 80), id="same port"),
        pytest.param(":::", "a.example", 80, ("a.example", 80), id="nothing said"),
        pytest.param("[::1]:80:[2001:db8::1]:81", "::1", 80, ("2001:db8::1", 81), id="brackets"),
        pytest.param(" :80:b.example:81 ", "a.example", 80, ("b.example", 81), id="spaces around"),
        pytest.param("::b.example:65535", "a.example", 80, ("b.example", 65535), id="last port"),
    ],
)
def test_where_a_rule_leads(
    text: str, host: str, port: int, target: tuple[str, int] | None
) -> None:
    assert ConnectTo.parse(text).target(host, port) == target


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a.example",
        "a:80:b",
        "a:80:b:81:82",
        "a:http:b:81",
        "::1:80:b:81",
        "[::1:80:b:81",
        "a:65536:b:81",
        "a:80:b:65536",
        "a:0:b:81",
        "a:80:b:0",
        "a:-1:b:81",
        "a:٨٠:b:81",
        "a:80:b:8\n1",
    ],
)
def test_a_bad_form_is_told_in_one_line(text: str) -> None:
    with pytest.raises(UsageProblem) as told:
        ConnectTo.parse(text)
    assert str(told.value) == (
        f"connect-to {text!r} is not of the form HOST:PORT:HOST:PORT, "
        "as in example.org:443:127.0.0.1:8443"
    )
    assert "\n" not in str(told.value)


def test_the_first_rule_that_is_about_them_counts() -> None:
    rules = tuple(map(ConnectTo.parse, ("a.example:80:b.example:1", ":80:c.example:2")))
    assert redirected(rules, "a.example", 80) == ("b.example", 1)
    assert redirected(rules, "d.example", 80) == ("c.example", 2)
    assert redirected(rules, "a.example", 443) is None
    assert redirected((), "a.example", 80) is None
