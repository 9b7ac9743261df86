"""Shells: pages that a script has yet to fill."""

from __future__ import annotations

from crawler.verdicts.signs.signature import Signature

_ALMOST_NOTHING = 200

SHELL = (
    Signature(
        "root",
        markup=r"(?i)<div\b[^>]{0,200}\bid\s*=\s*[\"']?(?:root|app|__next|__nuxt|___gatsby"
        r"|react-root|main-app"
        r"|app-root|application|app-container|q-app|svelte|mount|main|content|container|gwt"
        r"|rootPanel)[\"']?"
        r"[^>]{0,200}>(?:\s|<!--[^>]{0,200}-->|<noscript>[^<]{0,300}</noscript>"
        r"|loading\W{0,3})*</div>",
        most=_ALMOST_NOTHING,
    ),
    Signature(
        "component",
        markup=r"<(?:app|my|[a-z]{2,20})-(?:root|app)\b[^>]{0,200}>",
        most=_ALMOST_NOTHING,
    ),
    Signature(
        "noscript",
        markup=r"(?i)<noscript\b[^>]{0,100}>(?:[^<]|<(?!/noscript)){0,600}?java ?script",
        most=_ALMOST_NOTHING,
    ),
)
