"""Sites that say they are being mended, or that they are broken."""

from __future__ import annotations

from crawler.verdicts.signs.signature import SENTENCE, Signature

_SHORT = 2000
ORIGIN_DNS = "origin-dns"
SERVER_ERROR = "server-error"

_ALMOST_NOTHING = 400
_MENDED = (
    r"(?:.{0,60} (?:is |are )?(?:currently |temporarily )?)?(?:down for|under"
    r"|undergoing|offline for"
    r"|closed for|unavailable (?:due to|for)|in) (?:\w+ ){0,3}maintenance(?: mode| page)?"
    r"|(?:scheduled|planned|site|website|system|server|routine|temporary|database) maintenance"
    r"(?: (?:in progress|page|mode|notice))?|maintenance(?: mode| page| in progress| notice"
    r"| break)?"
    r"|(?:we'll|we will|we are|be) (?:be )?(?:right )?back (?:soon|shortly|later)?.{0,20}"
    r"|be right back"
    r"|(?:(?:.{1,60} is|site|website|service|page|server) )?(?:currently "
    r"|temporarily )"
    r"(?:unavailable|offline|down|out of service)(?: for (?:scheduled )?maintenance.{0,60})?"
    r"|briefly unavailable for scheduled maintenance.{0,60}"
    r"|wartung(?:sarbeiten|smodus|sseite)?|(?:seite|website|webseite) (?:wird"
    r"|in) (?:gerade )?(?:wartung|gewartet)"
    r"|wegen wartung.{0,60}|(?:site |page )?en (?:cours de )?maintenance|maintenance en cours"
    r"|(?:sitio |página |web )?en mantenimiento|(?:site |página |sistema )?em manutenção"
    r"|(?:sito |pagina )?in manutenzione|(?:gepland )?onderhoud|(?:site "
    r"|website )?in onderhoud"
    r"|przerwa techniczna|prace (?:techniczne|konserwacyjne)|(?:ведутся )?технические работы"
    r"|(?:сайт )?на (?:техническом )?обслуживании|.{0,20}メンテナンス(?:中.{0,10}|のお知らせ)?"
    r"|.{0,12}(?:正在)?(?:维护|維護)中?.{0,6}|(?:site |sitemiz )?bakım(?:da|dayız"
    r"| çalışması)?"
)
_FAILED = (
    r"(?:error |http )?(?:500|502|503|504)(?: error)?(?: internal server error"
    r"| bad gateway"
    r"| service (?:temporarily )?unavailable| gateway time-?out)?|internal server error"
    r"|service (?:temporarily )?unavailable|bad gateway"
    r"|error establishing a database connection"
    r"|database (?:connection )?error|application error"
    r"|server error in '.{0,60}' application"
    r"|runtime error|fatal error|there has been a critical error on (?:this|your) website"
)
_NOT_THERE = r"HTTP (?:Error )?404|resource cannot be found"
"""Frameworks say in one breath that they failed and that there is nothing to be found."""

_TRACE = (
    r"^\W{0,5}(?:(?:php )?(?:fatal|parse) error ?:|traceback \(most recent call last\)"
    r"|.{0,80}?[\w.]{3,80}(?:exception|error)\b.{0,200}?\bat [\w.$<>]{3,120}\("
    r"|exception in thread|stack trace ?:|could not connect(?: to (?:the )?(?:database|mysql)|:)"
    r"|(?:warning: )?mysqli?_connect\(|sqlstate\[|ora-\d{5}"
    r"|(?:microsoft ole db|adodb\.|microsoft vbscript))"
)
"""What programs begin to say when they break before they have said anything else."""

_SERVED = [*range(200, 300), *range(500, 600)]
_FINE = range(200, 300)

BROKEN = (
    Signature(ORIGIN_DNS, title=r"\b1016\b.{0,80}cloudflare|origin dns error", status={530}),
    Signature(ORIGIN_DNS, text=r"error (?:code: )?1016\b|origin dns error", status={530}),
    Signature("maintenance", entitled=_MENDED, status=_SERVED, most=_SHORT),
    Signature("maintenance", says=_MENDED, status=_SERVED, most=_ALMOST_NOTHING),
    Signature(SERVER_ERROR, entitled=_FAILED, status=_FINE, most=_SHORT, unless=_NOT_THERE),
    Signature(SERVER_ERROR, text=_TRACE, status=_FINE, most=_SHORT),
    Signature(
        SERVER_ERROR,
        text=SENTENCE + r"there has been a critical error on (?:this|your) website",
        status=_FINE,
        most=_ALMOST_NOTHING,
    ),
    Signature(SERVER_ERROR, says=_FAILED, status=_FINE, most=_ALMOST_NOTHING, unless=_NOT_THERE),
)
"""A long page under such a title has something to say about maintenance."""
