"""A throw-away authority, and the certificates, good and bad, that hosts show."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import trustme

from crawler.demo.host import Certificate

LONG_AGO = datetime(2015, 1, 1, tzinfo=UTC)
LONG_SINCE_OVER = datetime(2020, 1, 1, tzinfo=UTC)
FAR_AHEAD = datetime(2900, 1, 1, tzinfo=UTC)
ANOTHER_NAME = "another-name.invalid"


class Authority:
    """Makes certificates when a host is first met, and keeps them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._good = trustme.CA()
        self._contexts: dict[tuple[object, ...], ssl.SSLContext] = {}
        self.ca_file = folder / "authority.pem"
        self._good.cert_pem.write_to_path(str(self.ca_file))

    def context(
        self,
        name: str,
        kind: Certificate,
        expires: datetime | None = None,
        protocol: str = "http/1.1",
    ) -> ssl.SSLContext:
        """Give what a host shows in a handshake; fails with IDNAError for a name that is none."""
        key = (name, kind, expires, protocol)
        if key not in self._contexts:
            self._contexts[key] = self._loaded(self._issue(name, kind, expires), protocol)
        return self._contexts[key]

    def _issue(self, name: str, kind: Certificate, expires: datetime | None) -> bytes:
        match kind:
            case Certificate.SELF_SIGNED:
                alone = trustme.CA(organization_name=name)
                return alone.private_key_pem.bytes() + alone.cert_pem.bytes()
            case Certificate.NO_CHAIN:
                leaf = self._between.issue_cert(name, not_after=expires)
                return leaf.private_key_pem.bytes() + leaf.cert_chain_pems[0].bytes()
            case Certificate.UNTRUSTED:
                leaf = self._stranger.issue_cert(name, not_after=expires)
            case Certificate.EXPIRED:
                until = expires or LONG_SINCE_OVER
                leaf = self._good.issue_cert(name, not_before=LONG_AGO, not_after=until)
            case Certificate.NOT_YET:
                leaf = self._good.issue_cert(name, not_before=FAR_AHEAD)
            case Certificate.WRONG_NAME:
                leaf = self._good.issue_cert(ANOTHER_NAME, not_after=expires)
            case _:
                leaf = self._good.issue_cert(name, not_after=expires)
        return leaf.private_key_and_cert_chain_pem.bytes()

    def _loaded(self, key_and_chain: bytes, protocol: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.set_alpn_protocols([protocol])
        passing = self._folder / "shown.pem"
        passing.write_bytes(key_and_chain)
        context.load_cert_chain(passing)
        return context

    @cached_property
    def _between(self) -> trustme.CA:
        return self._good.create_child_ca()

    @cached_property
    def _stranger(self) -> trustme.CA:
        return trustme.CA()
