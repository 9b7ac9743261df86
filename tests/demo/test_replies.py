"""Servers that behave."""

from __future__ import annotations

import pytest

from crawler.demo.replies import Reply, json, page, raw, redirect, status, text
from crawler.demo.steps import Answer

from .client import Ending, connected, hear, listen, request, web_of

ODD_HEAD = b"http/1.0 200\r\nno colon here\r\ncontent-TYPE: text/html\r\n\r\n<title>Odd</title>"


@pytest.mark.parametrize(
    ("answer", "first_line"),
    [
        pytest.param(page("Atlas"), "HTTP/1.1 200 OK", id="a page"),
        pytest.param(page("Lost", status=404), "HTTP/1.1 404 Not Found", id="a page, but missing"),
        pytest.param(status(503), "HTTP/1.1 503 Service Unavailable", id="a bare status"),
        pytest.param(status(999, "Request denied"), "HTTP/1.1 999 Request denied", id="own words"),
        pytest.param(status(200, ""), "HTTP/1.1 200", id="a missing reason"),
        pytest.param(status(600), "HTTP/1.1 600", id="a code nobody knows"),
        pytest.param(redirect(308, "/x"), "HTTP/1.1 308 Permanent Redirect", id="a redirect"),
        pytest.param(raw(ODD_HEAD), "http/1.0 200", id="bytes by hand"),
    ],
)
def test_the_first_line_is_the_one_told(answer: Answer, first_line: str) -> None:
    assert hear(answer).first_line == first_line


def test_a_page_has_its_title_description_and_html_escaped_where_it_must() -> None:
    heard = hear(page("Soil & Sand", description='1 "km"', head="<base>", body="<b>B</b>"))
    html = heard.body.decode()
    assert "<title>Soil &amp; Sand</title>" in html
    assert '<meta name="description" content="1 &quot;km&quot;">' in html
    assert "<base></head>" in html
    assert "<body>\n<b>B</b>\n</body>" in html
    assert heard.headers["content-type"] == "text/html; charset=utf-8"
    assert heard.headers["content-length"] == str(len(heard.body))


def test_a_page_may_have_no_title_and_another_charset() -> None:
    heard = hear(page(None, body="Fluß", charset="utf-16"))
    assert "<title>" not in heard.body.decode("utf-16")
    assert "Fluß" in heard.body.decode("utf-16")
    assert heard.headers["content-type"] == "text/html; charset=utf-16"


def test_given_headers_win_over_default_ones_repeat_and_none_takes_away() -> None:
    lying = hear(page("Ü", headers={"content-type": "text/html; charset=latin-1", "ETag": None}))
    assert lying.head.lower().count("content-type") == 1
    assert lying.headers["content-type"] == "text/html; charset=latin-1"
    assert "etag" not in lying.headers
    cookies = [("Set-Cookie", f"c{n}=1") for n in range(200)]
    assert hear(page("C", headers=cookies)).head.count("Set-Cookie: ") == 200


def test_json_and_text_declare_their_type() -> None:
    heard = hear(json({"name": "Flüsse"}))
    assert heard.body.decode() == '{"name": "Flüsse"}'
    assert heard.headers["content-type"] == "application/json"
    csv = hear(text("a,b\n", "text/csv"))
    assert (csv.body, csv.headers["content-type"]) == (b"a,b\n", "text/csv")


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        pytest.param({"If-None-Match": "MINE"}, 304, id="the same tag"),
        pytest.param({"If-None-Match": 'W/"x", W/MINE'}, 304, id="a weak one among others"),
        pytest.param({"If-None-Match": '"other"'}, 200, id="another tag"),
        pytest.param({"If-Modified-Since": "Mon, 01 Jan 2024 00:00:00 GMT"}, 304, id="the date"),
        pytest.param({"If-Modified-Since": "Tue, 02 Jan 2024 00:00:00 GMT"}, 200, id="another"),
        pytest.param({}, 200, id="no condition"),
    ],
)
def test_a_page_is_not_sent_again_to_whoever_has_it(headers: dict[str, str], code: int) -> None:
    answer = page("Atlas", headers={"Last-Modified": "Mon, 01 Jan 2024 00:00:00 GMT"})
    tag = dict(answer.headers)["ETag"]
    asked = {name: value.replace("MINE", tag) for name, value in headers.items()}
    heard = hear(answer, headers=asked)
    assert heard.code == code
    assert heard.headers["etag"] == tag
    assert (heard.body == b"") == (code == 304)


def test_a_page_told_to_be_unconditional_has_no_tag() -> None:
    answer = page("Atlas", conditional=False)
    assert "etag" not in hear(answer, headers={"If-None-Match": '""'}).headers


def test_two_contents_of_one_length_have_two_tags() -> None:
    assert dict(page("Atlas").headers)["ETag"] != dict(page("Altas").headers)["ETag"]


@pytest.mark.parametrize(
    "answer",
    [page("Atlas"), status(404), redirect(302, "/"), raw(b"HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody")],
    ids=["page", "status", "redirect", "raw"],
)
def test_head_is_answered_like_get_without_a_body(answer: Answer) -> None:
    assert hear(answer, method="HEAD").everything == hear(answer).head.encode() + b"\r\n\r\n"


def test_a_status_shows_nginx_s_page_or_the_body_given() -> None:
    assert b"<center><h1>404 Not Found</h1></center>" in hear(status(404)).body
    told = hear(status(402, headers={"Content-Type": "application/json"}, body="{}"))
    assert (told.body, told.headers["content-type"]) == (b"{}", "application/json")


@pytest.mark.parametrize("code", [204, 304])
def test_a_status_without_body_has_neither_body_nor_length(code: int) -> None:
    heard = hear(status(code))
    assert heard.body == b""
    assert "content-length" not in heard.headers


@pytest.mark.parametrize(
    "location", ["/new", "", "//host/x", "/a b", "/Flüsse/数据", "file:///etc/passwd"]
)
def test_a_location_goes_out_as_written(location: str) -> None:
    heard = hear(redirect(301, location, cookie="seen=1"))
    assert f"\r\nLocation: {location}\r\n" in heard.head + "\r\n"
    assert heard.headers["set-cookie"] == "seen=1"


def test_a_redirect_may_lead_nowhere() -> None:
    assert "location" not in hear(redirect(300, None)).headers


def test_raw_bytes_arrive_untouched_and_close_the_connection() -> None:
    heard = hear(raw(ODD_HEAD))
    assert heard.everything == ODD_HEAD
    assert heard.ending is Ending.CLOSED


def test_raw_bytes_may_keep_the_connection() -> None:
    answer = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", keep=True)
    with web_of(answer) as web, connected(web) as sock:
        for _ in range(2):
            sock.sendall(request(keep=True))
            assert listen(sock, enough=40).body == b"ok"


def test_a_reply_compares_by_what_it_says() -> None:
    assert Reply(200, "OK", (), b"a") == Reply(200, "OK", (), b"a")
    assert page("A") != page("B")
