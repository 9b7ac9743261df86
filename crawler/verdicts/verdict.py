"""Every verdict and reason there is, with what it means and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum


class Verdict(StrEnum):
    """What one night's look says of a link."""

    OK = "ok"
    MOVED = "moved"
    RESTRICTED = "restricted"
    INSECURE = "insecure"
    BLOCKED = "blocked"
    FAILING = "failing"
    GONE = "gone"
    INVALID = "invalid"
    SKIPPED = "skipped"


ALIVE = frozenset({Verdict.OK, Verdict.MOVED, Verdict.RESTRICTED, Verdict.INSECURE})
"""A reader gets the data set, if need be through a door or past a warning."""

BAD = frozenset({Verdict.FAILING, Verdict.GONE})
"""Counts towards death."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What stands behind a reason: its verdict, a sentence on what was seen, and one of advice."""

    verdict: Verdict
    meaning: str
    advice: str


_LEAVE = "Nothing to do."
_WAIT = "Wait: it is looked at again tomorrow, and told if it lasts."
_OPEN = "Open it in a browser: a person may get through where a robot may not."
_FIX = "Correct the address in the list."
_REPLACE = "Find where the data set lives now, or remove the link."
_UNLINK = "Remove the link at once: it leads readers to strangers."
_WARN = "Tell the site's keeper; until then readers see a certificate warning."


class Reason(Enum):
    """Why a look got its verdict: kebab-case, stable, one meaning each."""

    HTTP_200 = "http-200"
    FILE = "file"
    NOT_MODIFIED = "not-modified"
    TEMPORARY_REDIRECT = "temporary-redirect"
    PERMANENT_REDIRECT = "permanent-redirect"
    HTTPS_UPGRADE = "https-upgrade"
    SLASH = "slash"
    META_REFRESH = "meta-refresh"
    HTTP_401 = "http-401"
    HTTP_402 = "http-402"
    LOGIN_REDIRECT = "login-redirect"
    LOGIN_PAGE = "login-page"
    TLS_EXPIRED = "tls-expired"
    TLS_NOT_YET = "tls-not-yet"
    TLS_NAME = "tls-name"
    TLS_UNTRUSTED = "tls-untrusted"
    TLS_CHAIN = "tls-chain"
    BOT_WALL = "bot-wall"
    GEO = "geo"
    SHELL_ONLY = "shell-only"
    ROBOTS = "robots"
    RATE_LIMITED = "rate-limited"
    LEGAL = "legal"
    HTTP_403 = "http-403"
    HTTP_999 = "http-999"
    ODD_STATUS = "odd-status"
    HTTP_5XX = "http-5xx"
    HTTP_4XX = "http-4xx"
    MAINTENANCE = "maintenance"
    CONNECT_TIMEOUT = "connect-timeout"
    READ_TIMEOUT = "read-timeout"
    REFUSED = "refused"
    RESET = "reset"
    UNREACHABLE = "unreachable"
    DNS_FAILURE = "dns-failure"
    TLS_HANDSHAKE = "tls-handshake"
    NOT_HTTP = "not-http"
    REDIRECT_LOOP = "redirect-loop"
    REDIRECT_BROKEN = "redirect-broken"
    EMPTY_PAGE = "empty-page"
    HTTP_404 = "http-404"
    HTTP_410 = "http-410"
    DNS_NXDOMAIN = "dns-nxdomain"
    DOI_UNKNOWN = "doi-unknown"
    SOFT_404 = "soft-404"
    REDIRECT_HOME = "redirect-home"
    PARKED = "parked"
    USURPED = "usurped"
    SUSPENDED = "suspended"
    SERVER_DEFAULT_PAGE = "server-default-page"
    BAD_URL = "bad-url"
    SCHEME = "scheme"
    PRIVATE_ADDRESS = "private-address"
    HOST_SILENT = "host-silent"
    EXCLUDED = "excluded"
    BUDGET = "budget"
    VOID_NIGHT = "void-night"

    @property
    def cause(self) -> Cause:
        """The verdict, meaning and advice of this reason."""
        return CAUSES[self]

    @property
    def verdict(self) -> Verdict:
        """The verdict this reason leads to."""
        return CAUSES[self].verdict


CAUSES: dict[Reason, Cause] = {
    Reason.HTTP_200: Cause(Verdict.OK, "The page answers.", _LEAVE),
    Reason.FILE: Cause(Verdict.OK, "The file is there.", _LEAVE),
    Reason.NOT_MODIFIED: Cause(
        Verdict.OK, "The page is as it was: the server says that nothing has changed.", _LEAVE
    ),
    Reason.TEMPORARY_REDIRECT: Cause(
        Verdict.OK, "A temporary redirect leads to the page.", "Keep the address as it is."
    ),
    Reason.PERMANENT_REDIRECT: Cause(
        Verdict.MOVED,
        "The server says that this address has changed for good.",
        "Write the new address into the list.",
    ),
    Reason.HTTPS_UPGRADE: Cause(
        Verdict.MOVED, "The same page, over https.", "Write https into the list."
    ),
    Reason.SLASH: Cause(
        Verdict.MOVED,
        "The same page, with another spelling of the path.",
        "Write the server's spelling into the list when convenient.",
    ),
    Reason.META_REFRESH: Cause(
        Verdict.MOVED,
        "The page is only a signpost to a new address.",
        "Write the new address into the list.",
    ),
    Reason.HTTP_401: Cause(
        Verdict.RESTRICTED,
        "The server asks who you are.",
        "Say in the list that a login is needed.",
    ),
    Reason.HTTP_402: Cause(
        Verdict.RESTRICTED, "The server asks for payment.", "Say in the list that it costs money."
    ),
    Reason.LOGIN_REDIRECT: Cause(
        Verdict.RESTRICTED,
        "The address leads to a login.",
        "Say in the list that a login is needed.",
    ),
    Reason.LOGIN_PAGE: Cause(
        Verdict.RESTRICTED,
        "A login, a registration or an agreement stands before the page.",
        "Say in the list what is needed to get in.",
    ),
    Reason.TLS_EXPIRED: Cause(Verdict.INSECURE, "The page's certificate has expired.", _WARN),
    Reason.TLS_NOT_YET: Cause(Verdict.INSECURE, "The page's certificate is not valid yet.", _WARN),
    Reason.TLS_NAME: Cause(
        Verdict.INSECURE, "The page's certificate was made out for another host.", _WARN
    ),
    Reason.TLS_UNTRUSTED: Cause(
        Verdict.INSECURE, "Nobody vouches for the page's certificate.", _WARN
    ),
    Reason.TLS_CHAIN: Cause(
        Verdict.INSECURE, "The certificate's chain does not lead to a trusted root.", _WARN
    ),
    Reason.BOT_WALL: Cause(
        Verdict.BLOCKED, "A test for robots or a firewall stands before the page.", _OPEN
    ),
    Reason.GEO: Cause(Verdict.BLOCKED, "The page is kept from the country we ask from.", _OPEN),
    Reason.SHELL_ONLY: Cause(
        Verdict.BLOCKED,
        "The page is filled by a script; without it every address looks the same.",
        _OPEN,
    ),
    Reason.ROBOTS: Cause(Verdict.BLOCKED, "robots.txt asks robots to stay away.", _OPEN),
    Reason.RATE_LIMITED: Cause(
        Verdict.BLOCKED, "The server had enough of requests tonight.", _WAIT
    ),
    Reason.LEGAL: Cause(Verdict.BLOCKED, "Withheld for legal reasons, at least from here.", _OPEN),
    Reason.HTTP_403: Cause(Verdict.BLOCKED, "The server refuses us and does not say why.", _OPEN),
    Reason.HTTP_999: Cause(Verdict.BLOCKED, "The server refuses robots.", _OPEN),
    Reason.ODD_STATUS: Cause(
        Verdict.BLOCKED, "The server answers with a status nobody knows.", _OPEN
    ),
    Reason.HTTP_5XX: Cause(Verdict.FAILING, "The server says that it is broken.", _WAIT),
    Reason.HTTP_4XX: Cause(Verdict.FAILING, "The server does not accept the request.", _WAIT),
    Reason.MAINTENANCE: Cause(Verdict.FAILING, "The server says that it will be back.", _WAIT),
    Reason.CONNECT_TIMEOUT: Cause(Verdict.FAILING, "Nobody takes the connection.", _WAIT),
    Reason.READ_TIMEOUT: Cause(
        Verdict.FAILING, "The server takes the request and falls silent.", _WAIT
    ),
    Reason.REFUSED: Cause(Verdict.FAILING, "The server refuses the connection.", _WAIT),
    Reason.RESET: Cause(Verdict.FAILING, "The server hangs up before it has answered.", _WAIT),
    Reason.UNREACHABLE: Cause(Verdict.FAILING, "No way leads to the server.", _WAIT),
    Reason.DNS_FAILURE: Cause(Verdict.FAILING, "The host's name cannot be looked up.", _WAIT),
    Reason.TLS_HANDSHAKE: Cause(
        Verdict.FAILING, "No encrypted connection can be agreed on.", _WAIT
    ),
    Reason.NOT_HTTP: Cause(Verdict.FAILING, "What answers does not speak HTTP.", _WAIT),
    Reason.REDIRECT_LOOP: Cause(Verdict.FAILING, "The redirects never end.", _WAIT),
    Reason.REDIRECT_BROKEN: Cause(Verdict.FAILING, "A redirect leads nowhere.", _WAIT),
    Reason.EMPTY_PAGE: Cause(Verdict.FAILING, "The server answers with nothing in it.", _WAIT),
    Reason.HTTP_404: Cause(Verdict.GONE, "The server does not know this address.", _REPLACE),
    Reason.HTTP_410: Cause(Verdict.GONE, "The server says that it was removed.", _REPLACE),
    Reason.DNS_NXDOMAIN: Cause(Verdict.GONE, "The host's name does not exist.", _REPLACE),
    Reason.DOI_UNKNOWN: Cause(
        Verdict.GONE,
        "Nobody has registered this DOI.",
        "Compare the DOI with the one the data set gives itself; a letter may be missing.",
    ),
    Reason.SOFT_404: Cause(
        Verdict.GONE, "The server sends a page that says, or shows, that there is none.", _REPLACE
    ),
    Reason.REDIRECT_HOME: Cause(
        Verdict.GONE, "The address leads to the front page: its own page is gone.", _REPLACE
    ),
    Reason.PARKED: Cause(
        Verdict.GONE, "The domain has lapsed: it shows advertising or is for sale.", _UNLINK
    ),
    Reason.USURPED: Cause(
        Verdict.GONE, "Somebody else has taken the domain, and sells something else.", _UNLINK
    ),
    Reason.SUSPENDED: Cause(Verdict.GONE, "The hoster has switched the site off.", _REPLACE),
    Reason.SERVER_DEFAULT_PAGE: Cause(
        Verdict.GONE, "A server without content: it shows what it was installed with.", _REPLACE
    ),
    Reason.BAD_URL: Cause(Verdict.INVALID, "This is not an address.", _FIX),
    Reason.SCHEME: Cause(Verdict.INVALID, "Only http and https can be asked.", _FIX),
    Reason.PRIVATE_ADDRESS: Cause(
        Verdict.INVALID, "The address leads into a private network.", _FIX
    ),
    Reason.HOST_SILENT: Cause(
        Verdict.SKIPPED, "Its host let two requests time out and was left alone tonight.", _WAIT
    ),
    Reason.EXCLUDED: Cause(Verdict.SKIPPED, "The settings say not to ask for it.", _LEAVE),
    Reason.BUDGET: Cause(Verdict.SKIPPED, "The night was over before its turn came.", _WAIT),
    Reason.VOID_NIGHT: Cause(
        Verdict.SKIPPED, "This machine was offline; nothing seen tonight counts.", _LEAVE
    ),
}
