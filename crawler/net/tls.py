"""TLS as browsers accept it, and what a certificate says."""

from __future__ import annotations

import ssl

from cryptography.x509 import InvalidVersion, load_der_x509_certificate

from crawler.clock import to_text


def tls_context(*, verify: bool) -> ssl.SSLContext:
    """A context that verifies certificates, or one that looks past them; both of its own."""
    if verify:
        return _lenient(ssl.create_default_context())
    context = _lenient(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _lenient(context: ssl.SSLContext) -> ssl.SSLContext:
    """What browsers accept: older servers are odd, not dead."""
    context.set_ciphers("DEFAULT:@SECLEVEL=1")
    context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    context.set_alpn_protocols(["http/1.1"])
    return context


def certificate_expires(tls: ssl.SSLObject | None) -> str | None:
    """When the certificate at the other end runs out; None where it is too odd to be read."""
    der = tls.getpeercert(binary_form=True) if tls else None
    try:
        return to_text(load_der_x509_certificate(der or b"").not_valid_after_utc)
    except (ValueError, TypeError, InvalidVersion):
        return None
