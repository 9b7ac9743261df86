"""Every exception of the layers below has a fault of its own."""

from __future__ import annotations

import errno
import socket
import ssl

import pytest

from crawler.net.faults import NoAnswer, no_answer
from crawler.verdicts.evidence import Fault


def distrust(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code, error.verify_message = code, "so says OpenSSL"
    return error


def os_error(number: int) -> OSError:
    return OSError(number, "so says the kernel")


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (distrust(9), Fault.TLS_NOT_YET),
        (distrust(10), Fault.TLS_EXPIRED),
        (distrust(18), Fault.TLS_UNTRUSTED),
        (distrust(19), Fault.TLS_UNTRUSTED),
        (distrust(2), Fault.TLS_CHAIN),
        (distrust(20), Fault.TLS_CHAIN),
        (distrust(21), Fault.TLS_CHAIN),
        (distrust(62), Fault.TLS_NAME),
        (distrust(64), Fault.TLS_NAME),
        (distrust(66), Fault.TLS_UNTRUSTED),
        (ssl.SSLEOFError(8, "EOF occurred in violation of protocol"), Fault.RESET),
        (ssl.SSLZeroReturnError(6, "closed"), Fault.RESET),
        (ssl.SSLError(1, "no protocols available"), Fault.TLS_HANDSHAKE),
        (socket.gaierror(socket.EAI_NONAME, "unknown"), Fault.NXDOMAIN),
        (socket.gaierror(socket.EAI_AGAIN, "later"), Fault.DNS),
        (UnicodeError("label empty or too long"), Fault.BAD_URL),
        (ValueError("server_hostname cannot be an empty string"), Fault.BAD_URL),
        (TimeoutError(), Fault.CONNECT_TIMEOUT),
        (os_error(errno.ETIMEDOUT), Fault.CONNECT_TIMEOUT),
        (os_error(errno.ECONNREFUSED), Fault.REFUSED),
        (os_error(errno.ECONNRESET), Fault.RESET),
        (os_error(errno.EPIPE), Fault.RESET),
        (ConnectionResetError("Connection lost"), Fault.RESET),
        (os_error(errno.ENETUNREACH), Fault.UNREACHABLE),
        (os_error(errno.EHOSTUNREACH), Fault.UNREACHABLE),
        (os_error(errno.EMFILE), Fault.UNREACHABLE),
        (os_error(errno.EPERM), Fault.UNREACHABLE),
        (os_error(errno.EADDRNOTAVAIL), Fault.UNREACHABLE),
        (os_error(errno.EPROTO), Fault.RESET),
        (RuntimeError("nobody knows"), Fault.RESET),
    ],
    ids=repr,
)
def test_what_an_exception_means(error: Exception, fault: Fault) -> None:
    assert no_answer(error).fault is fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[Errno 101] Network is unreachable, [Errno 111] Connect call failed", Fault.REFUSED),
        ("[Errno 111] Connect call failed, [Errno 101] Network is unreachable", Fault.REFUSED),
        ("[Errno 101] Network is unreachable, [Errno 113] No route to host", Fault.UNREACHABLE),
        ("nothing is known", Fault.RESET),
    ],
)
def test_of_several_addresses_the_one_that_spoke_counts(text: str, fault: Fault) -> None:
    assert no_answer(OSError(f"Multiple exceptions: {text}")).fault is fault


@pytest.mark.parametrize(
    ("error", "detail"),
    [
        (distrust(10), "so says OpenSSL"),
        (TimeoutError(), "TimeoutError"),
        (OSError("x"), "x"),
        (OSError(errno.ECONNREFUSED, "Connect call failed"), "Connection refused"),
    ],
    ids=repr,
)
def test_the_detail_says_what_was_seen(error: Exception, detail: str) -> None:
    assert no_answer(error).detail == detail


def test_it_says_both_and_counts_as_public_unless_told() -> None:
    failed = NoAnswer(Fault.REFUSED, "nobody there")
    assert (str(failed), failed.public) == ("refused: nobody there", True)
    assert not NoAnswer(Fault.REFUSED, "nobody there", public=False).public
