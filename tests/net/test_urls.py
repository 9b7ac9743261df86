"""Addresses as they are sent, and where a Location leads."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crawler.net.faults import NoAnswer
from crawler.net.urls import LONGEST_LOCATION, Place, askable, place, redirect_target
from crawler.net.wire import request_bytes
from crawler.verdicts.evidence import Fault


def fault_of(url: str) -> Fault:
    with pytest.raises(NoAnswer) as caught:
        askable(url)
    return caught.value.fault


A = "http://a.example"
UNTOUCHED = [
    f"{A}/%2F/%c3%A4/%C3%a4/~me/+/;p?x=%20&y=a+b",
    f"{A}/100%/%zz/%",
    f"{A}//b/./../c/",
    f"{A}/?",
    f"{A}/?q=^`{{}}|\\",
    f"{A}/!$&'()*,-.:;=@_|\\",
    "http://me:secret@a.example/",
    "http://a.example:8080/",
    "http://a.example./",
    "http://my_host.a-b.example/",
    "http://[2001:db8::1]:8080/b",
    "http://127.0.0.1/",
    f"{A}/http://b.example/",
]


@pytest.mark.parametrize("url", UNTOUCHED)
def test_what_can_be_sent_is_sent_byte_for_byte(url: str) -> None:
    assert askable(url) == url


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        pytest.param("HTTP://A.Example", f"{A}/", id="scheme and host in capitals"),
        pytest.param(f"  {A}/b \n", f"{A}/b", id="space around"),
        pytest.param(f"{A}/b\tc\r\nd", f"{A}/bcd", id="line ends inside"),
        pytest.param("http://a.exa\nmple/", f"{A}/", id="a line end in the host"),
        pytest.param(f"{A}:80/", f"{A}/", id="the usual port"),
        pytest.param(f"{A}:/", f"{A}/", id="an empty port"),
        pytest.param(f"{A}/b#c", f"{A}/b", id="a fragment"),
        pytest.param(f"{A}/b?c#!d?e", f"{A}/b?c", id="a route"),
        pytest.param(f"{A}#/d e", f"{A}/", id="a route at the front"),
        pytest.param(f"{A}/b c?d e", f"{A}/b%20c?d%20e", id="spaces"),
        pytest.param(f"{A}/ü?ß=日", f"{A}/%C3%BC?%C3%9F=%E6%97%A5", id="beyond ASCII"),
        pytest.param(f'{A}/"<^`{{}}>?"<>', f"{A}/%22%3C%5E%60%7B%7D%3E?%22%3C%3E", id="unsafe"),
        pytest.param(f"{A}/\x00\x7f", f"{A}/%00%7F", id="control characters"),
        pytest.param("http://Bücher.example/", "http://xn--bcher-kva.example/", id="a host in IDN"),
        pytest.param("http://кц.рф/", "http://xn--j1ay.xn--p1ai/", id="a host in Cyrillic"),
        pytest.param("http://１２７.0.0.1/", "http://127.0.0.1/", id="full-width digits"),
        pytest.param("http://ü@a.example/", "http://%C3%BC@a.example/", id="an odd user"),
        pytest.param(f"{A}?q", f"{A}/?q", id="no path"),
    ],
)
def test_what_http_cannot_carry_is_changed(url: str, sent: str) -> None:
    assert askable(url) == sent


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("", Fault.SCHEME),
        ("a.example/b", Fault.SCHEME),
        ("//a.example/b", Fault.SCHEME),
        ("ftp://a.example/", Fault.SCHEME),
        ("file:///etc/passwd", Fault.SCHEME),
        ("mailto:me@a.example", Fault.SCHEME),
        ("javascript:alert(1)", Fault.SCHEME),
        ("data:,x", Fault.SCHEME),
        ("gopher://a.example/", Fault.SCHEME),
        ("http:", Fault.BAD_URL),
        ("http:/a.example/", Fault.BAD_URL),
        ("http:///b", Fault.BAD_URL),
        ("http://:80/", Fault.BAD_URL),
        ("http://me@/", Fault.BAD_URL),
        ("http://a b.example/", Fault.BAD_URL),
        ("http://a%20b.example/", Fault.BAD_URL),
        ("http://a..example/", Fault.BAD_URL),
        ("http://.example/", Fault.BAD_URL),
        ("http://-a.example/", Fault.BAD_URL),
        ("http://a;b.example/", Fault.BAD_URL),
        (f"http://{'a' * 64}.example/", Fault.BAD_URL),
        (f"http://{'a.' * 130}example/", Fault.BAD_URL),
        ("http://a.example:0/", Fault.BAD_URL),
        ("http://a.example:65536/", Fault.BAD_URL),
        ("http://a.example:99999999999/", Fault.BAD_URL),
        ("http://a.example:port/", Fault.BAD_URL),
        ("http://a.example:-1/", Fault.BAD_URL),
        ("http://a.example:80:90/", Fault.BAD_URL),
        ("http://[::1/", Fault.BAD_URL),
        ("http://::1/", Fault.BAD_URL),
        ("http://[::1]b/", Fault.BAD_URL),
        ("http://b[::1]/", Fault.BAD_URL),
        ("http://[]/", Fault.BAD_URL),
        ("http://[v1.a]/", Fault.BAD_URL),
        ("http://[1.2.3.4]/", Fault.BAD_URL),
        ("http://[:::1]/", Fault.BAD_URL),
        ("http://[fe80::1%25eth0]/", Fault.BAD_URL),
        ("http://a\x00.example/", Fault.BAD_URL),
        ("http://a\ud800.example/", Fault.BAD_URL),
        ("http://a.example/\ud800", Fault.BAD_URL),
        ("http://a℀b.example/", Fault.BAD_URL),
    ],
    ids=repr,
)
def test_what_cannot_be_asked(url: str, fault: Fault) -> None:
    assert fault_of(url) is fault


@pytest.mark.parametrize(
    ("url", "where"),
    [
        ("http://a.example/", Place("http", "a.example", 80)),
        ("https://a.example/", Place("https", "a.example", 443)),
        ("https://me:secret@a.example:8443/@b.example", Place("https", "a.example", 8443)),
        ("http://a.example\\@b.example/", Place("http", "a.example", 80)),
        ("http://me@b.example@a.example/", Place("http", "a.example", 80)),
        ("https://[::1]/", Place("https", "::1", 443)),
    ],
)
def test_who_is_asked(url: str, where: Place) -> None:
    assert place(askable(url)) == where


@pytest.mark.parametrize("url", ["http://a.example/b c", "http://a.example/\r\nX: y", "http://ü/"])
def test_what_was_not_made_askable_is_asked_of_nobody(url: str) -> None:
    with pytest.raises(NoAnswer):
        place(url)


ODD = st.text(alphabet=st.characters() | st.sampled_from("\r\n\t\0 :/?#[]@\\%"))
ADDRESSES = st.one_of(
    ODD,
    st.builds("{}://{}".format, st.sampled_from(["http", "https", "HTTP"]), ODD),
    st.builds("http://a.example{}{}".format, st.sampled_from(["/", "?", ":", "@", "\\"]), ODD),
)


@given(ADDRESSES)
@example("http://a.example/%\ud800")
def test_an_address_is_askable_or_no_answer(url: str) -> None:
    try:
        sent = askable(url)
    except NoAnswer:
        return
    assert askable(sent) == sent
    assert sent.isascii()
    assert sent.isprintable()
    assert place(sent).host
    assert request_bytes("GET", sent, ()).count(b"\n") == 3


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("http://b.example/c", "http://b.example/c"),
        ("http://b.example/c?", "http://b.example/c?"),
        ("HTTPS://b.example", "HTTPS://b.example"),
        ("//b.example/c", "https://b.example/c"),
        ("/c?d", "https://a.example/c?d"),
        ("c", "https://a.example/x/c"),
        ("../c", "https://a.example/c"),
        ("../../../c", "https://a.example/c"),
        ("?c", "https://a.example/x/y?c"),
        ("#c", "https://a.example/x/y?z#c"),
        ("  /c ", "https://a.example/c"),
        ("/c\r\nd", "https://a.example/cd"),
        ("/ü b", "https://a.example/ü b"),
        ("\\c\\d?e\\f", "https://a.example/c/d?e\\f"),
        ("http:\\\\b.example\\c", "http://b.example/c"),
        ("\\\\b.example\\c", "https://b.example/c"),
        ("mailto:me@b.example", "mailto:me@b.example"),
    ],
)
def test_where_a_location_leads(location: str, target: str) -> None:
    assert redirect_target("https://a.example/x/y?z", location) == target


@pytest.mark.parametrize("location", ["//[", "/" * (LONGEST_LOCATION + 1)], ids=["odd", "long"])
def test_a_location_that_leads_nowhere(location: str) -> None:
    with pytest.raises(NoAnswer) as caught:
        redirect_target("https://a.example/", location)
    assert caught.value.fault is Fault.REDIRECT_BROKEN


@given(ODD)
def test_a_location_is_an_address_or_no_answer(location: str) -> None:
    with contextlib.suppress(NoAnswer):
        askable(redirect_target("https://a.example/x/y?z", location))
