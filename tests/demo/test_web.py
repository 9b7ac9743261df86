"""The miniature web as a whole."""

from __future__ import annotations

import asyncio
import gc
import logging
import socket
import time
from contextlib import ExitStack

import pytest

from crawler.demo.choices import in_turn
from crawler.demo.faults import hang, slow
from crawler.demo.files import file
from crawler.demo.floods import endless
from crawler.demo.host import NO_SUCH_NAME, Certificate, host
from crawler.demo.replies import page, status
from crawler.demo.steps import Asked, Step
from crawler.demo.web import MiniatureWeb, leave_quietly

from .client import NAME, Ending, careless, connected, get, listen, request, way_to, web_of

MANY = {f"h{n}.example.org": host({"/": page(f"Page {n}")}) for n in range(500)}


def test_hundreds_of_hosts_are_there_at_once() -> None:
    begun = time.monotonic()
    with MiniatureWeb(MANY) as web:
        assert time.monotonic() - begun < 5
        for name in ("h0.example.org", "h499.example.org"):
            for scheme in ("http", "https"):
                title = f"<title>Page {name[1:].partition('.')[0]}</title>"
                assert title in get(web, name=name, scheme=scheme).body.decode()


def test_rules_for_single_hosts_come_before_the_rules_for_the_rest() -> None:
    hosts = {
        "fine.example.org": host({"/": page("Fine")}),
        "dead.example.org": host(refuses=True),
        "nowhere.example.org": host(address=NO_SUCH_NAME),
        "plain.example.org": host({"/": page("Plain")}, https=False, ports={8080: "http"}),
    }
    with MiniatureWeb(hosts) as web:
        assert [rule.rsplit(":", 2)[0] for rule in web.connect_to] == [
            "dead.example.org:80",
            "dead.example.org:443",
            "nowhere.example.org:80",
            "nowhere.example.org:443",
            "plain.example.org:443",
            "plain.example.org:8080",
            ":80",
            ":443",
        ]
        assert "nowhere.example.org:443:no-such-name.invalid:443" in web.connect_to
        assert way_to(web, "plain.example.org", 8080) == way_to(web, "any.example.org", 80)


def test_rules_follow_the_night() -> None:
    hosts = {NAME: (host({"/": page("Up")}), host(refuses=True), host({"/": page("Up again")}))}
    with MiniatureWeb(hosts) as web:
        assert get(web).code == 200
        web.night = 2
        with pytest.raises(ConnectionRefusedError), connected(web):
            pass
        web.night = 3
        assert b"Up again" in get(web).body


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_host_may_refuse_connections(scheme: str) -> None:
    with (
        web_of(host(refuses=True)) as web,
        pytest.raises(ConnectionRefusedError),
        connected(web, scheme=scheme),
    ):
        pass


def test_a_host_may_be_a_black_hole_for_any_number_of_clients() -> None:
    with web_of(host(black_hole=True)) as web:
        for _ in range(3):
            with pytest.raises(TimeoutError), connected(web, timeout=0.1):
                pass


def test_a_host_may_reset_whoever_connects() -> None:
    with web_of(host(resets=True)) as web:
        try:
            ending = get(web).ending
        except ConnectionError:
            ending = Ending.RESET
        assert ending is Ending.RESET
        assert web.log == []


def test_a_stranger_is_reset_unless_told_otherwise() -> None:
    with MiniatureWeb({}) as web, connected(web) as sock:
        sock.sendall(request())
        assert listen(sock).ending is Ending.RESET
    with MiniatureWeb({}, otherwise=status(511)) as web:
        assert get(web).code == 511
        assert get(web, scheme="https").code == 511


def test_every_request_is_in_the_log_in_order() -> None:
    with web_of(page("Atlas"), night=2) as web:
        get(web, "/a?b=c", headers={"User-Agent": "Vitals", "X-Name": "é"}, method="HEAD")
        get(web, "/a?b=c", scheme="https")
        get(web, "/a?b=c", scheme="https")
        first, second, third = web.log
    assert (first.host, first.method, first.target, first.path) == (NAME, "HEAD", "/a?b=c", "/a")
    assert first.headers["user-agent"] == "Vitals"
    assert (first.scheme, second.scheme) == ("http", "https")
    assert (first.night, first.number, third.number) == (2, 0, 2)
    assert (first.nth, second.nth, third.nth) == (1, 1, 2)
    assert first.at <= second.at <= third.at
    assert first.connection != second.connection
    assert all(asked.at <= web.ended[asked.number] for asked in web.log)
    assert web.most_at_once(NAME) == web.most_at_once() == 1
    assert 0 < web.least_spacing(NAME) < 5


def test_the_bytes_of_the_answers_are_counted() -> None:
    with web_of(page("Atlas")) as web:
        heard = get(web)
        assert web.sent == len(heard.everything)


def test_requests_at_the_same_time_are_seen_to_be() -> None:
    hanging = host({"/": hang, "/now": page("Atlas")})
    with web_of(hanging) as web, connected(web) as one, connected(web) as other:
        for sock in (one, other):
            sock.sendall(request())
        assert get(web, "/now").code == 200
        assert web.most_at_once(NAME) == 3
        assert web.ended.keys() == {2}


def test_a_connection_is_kept_for_further_requests() -> None:
    with web_of(page("Atlas")) as web, connected(web) as sock:
        for number in range(3):
            sock.sendall(request(target=f"/{number}", keep=True))
            assert listen(sock, enough=100).headers["connection"] == "keep-alive"
        assert {asked.connection for asked in web.log} == {1}


def test_a_host_may_close_after_each_answer() -> None:
    closing = host({"*": page("Atlas")}, keep_alive=False)
    with web_of(closing) as web, connected(web) as sock:
        sock.sendall(request(keep=True))
        heard = listen(sock)
        assert (heard.headers["connection"], heard.ending) == ("close", Ending.CLOSED)


def test_requests_sent_in_one_go_are_answered_in_order() -> None:
    with web_of(lambda asked: page(asked.target)(asked)) as web, connected(web) as sock:
        last = request(target="/3")
        sock.sendall(request(target="/1", keep=True) + request(target="/2", keep=True) + last)
        text = listen(sock).everything.decode()
    assert text.index("<title>/1<") < text.index("<title>/2<") < text.index("<title>/3<")


def test_a_request_in_pieces_is_put_together() -> None:
    with web_of(page("Atlas")) as web, connected(web) as sock:
        content = request()
        for start in range(0, len(content), 7):
            sock.sendall(content[start : start + 7])
        assert listen(sock).code == 200


def test_what_is_not_http_is_told_so() -> None:
    with web_of(page("Atlas")) as web, connected(web) as sock:
        sock.sendall(b"good evening\r\n\r\n")
        heard = listen(sock)
        assert (heard.code, heard.ending) == (400, Ending.CLOSED)
        assert web.log == []


def test_a_client_that_never_stops_talking_is_left() -> None:
    with web_of(page("Atlas")) as web, connected(web) as sock:
        with pytest.raises(ConnectionError):
            sock.sendall(b"x" * 50_000_000)
        assert get(web).code == 200


def test_a_request_during_an_answer_waits_for_its_turn() -> None:
    first_slowly = in_turn(slow(0.3, page("First")), page("Second"))
    with web_of(first_slowly) as web, connected(web) as sock:
        sock.sendall(request(keep=True))
        assert listen(sock, patience=0.02).everything == b""
        sock.sendall(request())
        text = listen(sock).everything.decode()
    assert text.index("<title>First<") < text.index("<title>Second<")


def test_a_large_body_reaches_a_client_that_reads_slowly() -> None:
    with web_of(file(12_000_000)) as web, connected(web) as sock:
        sock.sendall(request())
        assert listen(sock, enough=1, patience=1).ending is Ending.ENOUGH
        assert get(web, "/meanwhile", method="HEAD").code == 200
        assert listen(sock).ending is Ending.CLOSED
        assert web.sent > 12_000_000


def test_a_client_that_names_nobody_gets_some_certificate() -> None:
    context = careless()
    with web_of(page("Atlas")) as web:
        way = way_to(web, NAME, 443)
        with socket.create_connection(way, timeout=5) as plain, context.wrap_socket(plain) as sock:
            sock.sendall(request())
            assert listen(sock).code == 200


def test_stopping_ends_whatever_is_going_on_at_once() -> None:
    hosts = {
        NAME: host({"/hang": hang, "/slow": slow(999, status(200)), "/file": file(10**10)}),
        "endless.example.org": host({"*": endless()}),
        "hole.example.org": host(black_hole=True),
    }
    with ExitStack() as stack:
        with MiniatureWeb(hosts) as web:
            talking = [
                stack.enter_context(connected(web, name, scheme))
                for scheme in ("http", "https")
                for name in (NAME, NAME, NAME, "endless.example.org")
            ]
            for sock, target in zip(talking, ["/hang", "/slow", "/file", "/"] * 2, strict=True):
                name = "endless.example.org" if target == "/" else NAME
                sock.sendall(request(name, target))
            shy = stack.enter_context(socket.create_connection(way_to(web, NAME, 443)))
            for sock in talking[2], talking[3], talking[6], talking[7]:
                assert sock.recv(1_000)
            begun = time.monotonic()
        assert time.monotonic() - begun < 2
        assert listen(shy).ending in (Ending.CLOSED, Ending.RESET)
        assert listen(talking[0]).ending in (Ending.CLOSED, Ending.RESET)
    assert all(asked.number in web.ended for asked in web.log)
    gc.collect()


def test_nothing_of_the_web_is_left_behind() -> None:
    with web_of(page("Atlas")) as web:
        folder, way = web.ca_file.parent, way_to(web, NAME, 80)
        assert web.ca_file.read_text().startswith("-----BEGIN CERTIFICATE-----")
    assert not folder.exists()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(way, timeout=1)


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_clients_that_leave_make_no_noise(
    scheme: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    hosts = {
        NAME: host({"/hang": hang, "/endless": endless(), "/file": file(10**10), "/": page("A")}),
        "bad.example.org": host(certificate=Certificate.EXPIRED),
    }
    with MiniatureWeb(hosts) as web:
        for target in ("/hang", "/endless", "/file", "/"):
            for reads in (0, 1_000):
                with connected(web, scheme=scheme) as sock:
                    sock.sendall(request(target=target, keep=True))
                    if reads and target != "/hang":
                        sock.recv(reads)
        with pytest.raises(OSError), connected(web, "bad.example.org", "https"):  # noqa: PT011
            pass
        socket.create_connection(way_to(web, NAME, 443)).close()
        assert get(web).code == 200
    gc.collect()
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_a_fault_in_a_table_of_hosts_is_loud(caplog: pytest.LogCaptureFixture) -> None:
    def broken(_: Asked) -> list[Step]:
        raise LookupError("no such table")

    with web_of(broken) as web, connected(web) as sock:
        sock.sendall(request())
        assert listen(sock).everything == b""
    assert "no such table" in caplog.text


def test_only_trouble_with_clients_is_kept_quiet(caplog: pytest.LogCaptureFixture) -> None:
    loop = asyncio.new_event_loop()
    with caplog.at_level(logging.ERROR):
        leave_quietly(loop, {"message": "left", "exception": ConnectionResetError()})
        assert caplog.records == []
        leave_quietly(loop, {"message": "broken", "exception": LookupError()})
        assert "broken" in caplog.text
    loop.close()
