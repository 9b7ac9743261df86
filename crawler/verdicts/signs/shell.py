"""Shells: pages that a script has yet to fill, or that a visitor has yet to pass."""

from __future__ import annotations

from crawler.verdicts.signs.signature import Signature

BARE, GATE = "bare", "gate"
GUESSES = frozenset({BARE, GATE})
"""Signs that say nothing unless the same page comes for an address that cannot exist."""

_ALMOST_NOTHING = 200
_A_TITLE = 40
_LITTLE = 600

_OF_VISITORS = (
    r"\b(?:(?:ro)?bots?|humans?|captcha|verif(?:y|ying|ied|ication)|automated|suspicious|firewall"
    r"|unusual (?:traffic|activity)|security (?:check|service|solution|system|reasons)"
    r"|(?:incident|support|event|attack|ray|block) (?:id|number)|(?:has been|was|been) blocked"
    r"|(?:enable|requires?|needs?) (?:full )?(?:java ?script|cookies)|must (?:accept|allow) cookies"
    r"|(?:java ?script|cookies) (?:is|are|must be) (?:required|disabled|enabled|needed)"
    r"|too many requests|(?:rate|request) limits?|limit exceeded|slow down|throttled"
    r"|please wait|(?:one|a) moment|робот\w*|капч\w*|roboter|menschlich\w*)\b"
    r"|\b(?:v[ée]rifi(?:c|k|z)|überprüf|weryfik|провер|comprobac|bloque(?:a|ad)|bloqu[ée]|zablokowa"
    r"|bloccat|geblokkeerd|gesperrt|заблокир|engellen)\w*|\byour ip\b|\bip[ -]ad\w+"
    r"|browser is (?:not supported|out of date|outdated)|(?:unsupported|outdated) browser"
    r"|封禁|拦截|차단|验证|驗證|检测|機器人|机器人|ロボット|認証|로봇"
)
"""What walls speak of, whoever made them, and pages that are not there do not."""

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
    Signature(BARE, markup=r"(?i)<script\b", most=_A_TITLE),
    Signature(GATE, text=_OF_VISITORS, most=_LITTLE),
    Signature(GATE, markup=r"(?i)[\"'\s](?:g-recaptcha|h-captcha|cf-turnstile)", most=_LITTLE),
)
