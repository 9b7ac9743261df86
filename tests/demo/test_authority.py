"""Certificates, good and bad."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime

import pytest

from crawler.demo.host import Certificate, host
from crawler.demo.replies import page

from .client import NAME, careless, connected, get, web_of

HERE = {"/": page("Atlas")}

FAULTS = [
    (Certificate.EXPIRED, "certificate has expired"),
    (Certificate.NOT_YET, "certificate is not yet valid"),
    (Certificate.SELF_SIGNED, "self.signed certificate"),
    (Certificate.UNTRUSTED, "unable to get local issuer certificate"),
    (Certificate.NO_CHAIN, "unable to get local issuer certificate"),
    (Certificate.WRONG_NAME, "Hostname mismatch"),
]


def test_a_good_certificate_is_trusted_and_kept() -> None:
    with web_of(host(HERE)) as web:
        shown = []
        for _ in range(2):
            with connected(web, NAME, "https") as sock:
                assert isinstance(sock, ssl.SSLSocket)
                shown.append(sock.getpeercert(binary_form=True))
        assert shown[0] == shown[1]
        assert get(web, scheme="https").code == 200
        assert web.log[-1].scheme == "https"


def test_certificates_may_be_made_beforehand() -> None:
    with web_of(host(HERE)) as web:
        web.prepare()
        made = len(web._authority._contexts)
        assert get(web, scheme="https").code == 200
        assert len(web._authority._contexts) == made


@pytest.mark.parametrize(("kind", "message"), FAULTS, ids=[kind for kind, _ in FAULTS])
def test_a_bad_certificate_is_refused_and_the_page_is_there_past_it(
    kind: Certificate, message: str
) -> None:
    with web_of(host(HERE, certificate=kind)) as web:
        with (
            pytest.raises(ssl.SSLCertVerificationError, match=message),
            connected(web, NAME, "https"),
        ):
            pass
        assert get(web, scheme="https", tls=careless()).code == 200
        assert len(web.log) == 1


@pytest.mark.parametrize(
    ("kind", "alert"),
    [(Certificate.NONE, "HANDSHAKE_FAILURE"), (Certificate.OLD_TLS, "PROTOCOL_VERSION")],
)
def test_a_handshake_may_end_with_an_alert(kind: Certificate, alert: str) -> None:
    with web_of(host(HERE, certificate=kind)) as web:
        with (
            pytest.raises(ssl.SSLError, match=alert),
            connected(web, NAME, "https", tls=careless()),
        ):
            pass
        assert get(web).code == 200


@pytest.mark.parametrize("kind", [Certificate.GOOD, Certificate.EXPIRED])
def test_the_last_day_of_a_certificate_can_be_told(kind: Certificate) -> None:
    day = datetime(2150 if kind is Certificate.GOOD else 2021, 5, 6, tzinfo=UTC)
    with web_of(host(HERE, certificate=kind, expires=day)) as web:
        context = ssl.create_default_context(cafile=str(web.ca_file))
        if kind is Certificate.EXPIRED:
            with (
                pytest.raises(ssl.SSLCertVerificationError, match="has expired"),
                connected(web, NAME, "https", tls=context),
            ):
                pass
            return
        with connected(web, NAME, "https", tls=context) as sock:
            assert isinstance(sock, ssl.SSLSocket)
            assert "May  6 00:00:00 2150" in str(sock.getpeercert())


def test_an_international_name_arrives_as_punycode() -> None:
    name = "xn--j1ay.xn--p1ai"
    with web_of(page("Atlas")) as web:
        with connected(web, name, "https") as sock:
            assert isinstance(sock, ssl.SSLSocket)
        with pytest.raises(ssl.SSLError), connected(web, "no_name_.example.org", "https"):
            pass
