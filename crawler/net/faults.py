"""The one place where exceptions become faults."""

from __future__ import annotations

import errno
import os
import re
import socket
import ssl

from crawler.verdicts.evidence import Fault


class NoAnswer(Exception):
    """A request failed without an answer; says how, in a closed enum, and what was seen.

    `public` tells whether the way led over the internet, so that its failure may be ours.
    """

    def __init__(self, fault: Fault, detail: str, *, public: bool = True) -> None:
        super().__init__(f"{fault}: {detail}")
        self.fault = fault
        self.detail = detail
        self.public = public


_CERTIFICATE = {
    2: Fault.TLS_CHAIN,
    9: Fault.TLS_NOT_YET,
    10: Fault.TLS_EXPIRED,
    18: Fault.TLS_UNTRUSTED,
    19: Fault.TLS_UNTRUSTED,
    20: Fault.TLS_CHAIN,
    21: Fault.TLS_CHAIN,
    62: Fault.TLS_NAME,
    64: Fault.TLS_NAME,
}
"""OpenSSL's X509_V_ERR codes."""

_ERRNO = {
    errno.ECONNREFUSED: Fault.REFUSED,
    errno.ECONNRESET: Fault.RESET,
    errno.EPIPE: Fault.RESET,
    errno.ECONNABORTED: Fault.RESET,
    errno.ETIMEDOUT: Fault.CONNECT_TIMEOUT,
    errno.ENETUNREACH: Fault.UNREACHABLE,
    errno.EHOSTUNREACH: Fault.UNREACHABLE,
    errno.EHOSTDOWN: Fault.UNREACHABLE,
    errno.ENETDOWN: Fault.UNREACHABLE,
    # From here on it is this machine that cannot, and the server must not be blamed.
    errno.EADDRNOTAVAIL: Fault.UNREACHABLE,
    errno.EAFNOSUPPORT: Fault.UNREACHABLE,
    errno.EACCES: Fault.UNREACHABLE,
    errno.EPERM: Fault.UNREACHABLE,
    errno.EMFILE: Fault.UNREACHABLE,
    errno.ENFILE: Fault.UNREACHABLE,
    errno.ENOBUFS: Fault.UNREACHABLE,
    errno.ENOMEM: Fault.UNREACHABLE,
}

_ERRNO_IN_TEXT = re.compile(r"\[Errno (\d+)\]")


def no_answer(error: Exception) -> NoAnswer:
    """What an exception of the socket, DNS or TLS layer means for a look."""
    return NoAnswer(_fault(error), _detail(error))


def _fault(error: Exception) -> Fault:
    match error:
        case ssl.SSLCertVerificationError():
            return _CERTIFICATE.get(error.verify_code, Fault.TLS_UNTRUSTED)
        case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
            return Fault.RESET
        case ssl.SSLError():
            return Fault.TLS_HANDSHAKE
        case socket.gaierror():
            return Fault.NXDOMAIN if error.errno == socket.EAI_NONAME else Fault.DNS
        case TimeoutError():
            return Fault.CONNECT_TIMEOUT
        case OSError():
            return _of_errno(error)
        case ValueError():
            return Fault.BAD_URL
        case _:
            return Fault.RESET


def _of_errno(error: OSError) -> Fault:
    """By its number; the failures of several addresses come as one error that lists them.

    What one address said counts for more than that another could not be reached.
    """
    numbers = [error.errno] if error.errno else map(int, _ERRNO_IN_TEXT.findall(str(error)))
    faults = [_ERRNO.get(number, Fault.RESET) for number in numbers] or [Fault.RESET]
    return next((fault for fault in faults if fault is not Fault.UNREACHABLE), faults[0])


def _detail(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    if isinstance(error, OSError) and error.errno in _ERRNO:
        return os.strerror(error.errno)
    return str(error) or type(error).__name__
