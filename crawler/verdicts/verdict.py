"""Every verdict and reason there is, with what it means and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import partial
from typing import Self


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

SPEAKS = ALIVE - {Verdict.RESTRICTED}
"""What was seen is the page itself, not an error or a door: only then it says what the page is."""

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


_ok = partial(Cause, Verdict.OK)
_moved = partial(Cause, Verdict.MOVED)
_restricted = partial(Cause, Verdict.RESTRICTED)
_insecure = partial(Cause, Verdict.INSECURE)
_blocked = partial(Cause, Verdict.BLOCKED)
_failing = partial(Cause, Verdict.FAILING)
_gone = partial(Cause, Verdict.GONE)
_invalid = partial(Cause, Verdict.INVALID)
_skipped = partial(Cause, Verdict.SKIPPED)


class Reason(Enum):
    """Why a look got its verdict: kebab-case, stable, one meaning each, and its cause beside it."""

    cause: Cause

    def __new__(cls, word: str, *cause: Cause) -> Self:
        """A member is known by its word alone."""
        member = object.__new__(cls)
        member._value_ = word
        (member.cause,) = cause
        return member

    HTTP_200 = "http-200", _ok("The page answers.", _LEAVE)
    FILE = "file", _ok("The file is there.", _LEAVE)
    NOT_MODIFIED = (
        "not-modified",
        _ok("The page is as it was: the server says that nothing has changed.", _LEAVE),
    )
    TEMPORARY_REDIRECT = (
        "temporary-redirect",
        _ok("A temporary redirect leads to the page.", "Keep the address as it is."),
    )
    VOUCHED = (
        "vouched",
        _ok("Robots cannot read the page, but the register of its host has it.", _LEAVE),
    )
    PERMANENT_REDIRECT = (
        "permanent-redirect",
        _moved(
            "The server says that this address has changed for good.",
            "Write the new address into the list.",
        ),
    )
    HTTPS_UPGRADE = (
        "https-upgrade",
        _moved("The same page, over https.", "Write https into the list."),
    )
    SLASH = (
        "slash",
        _moved(
            "The same page, with another spelling of the path.",
            "Write the server's spelling into the list when convenient.",
        ),
    )
    META_REFRESH = (
        "meta-refresh",
        _moved(
            "The page is only a signpost to a new address.", "Write the new address into the list."
        ),
    )
    HTTP_401 = (
        "http-401",
        _restricted("The server asks who you are.", "Say in the list that a login is needed."),
    )
    HTTP_402 = (
        "http-402",
        _restricted("The server asks for payment.", "Say in the list that it costs money."),
    )
    LOGIN_REDIRECT = (
        "login-redirect",
        _restricted("The address leads to a login.", "Say in the list that a login is needed."),
    )
    LOGIN_PAGE = (
        "login-page",
        _restricted(
            "A login, a registration or an agreement stands before the page.",
            "Say in the list what is needed to get in.",
        ),
    )
    TLS_EXPIRED = "tls-expired", _insecure("The page's certificate has expired.", _WARN)
    TLS_NOT_YET = "tls-not-yet", _insecure("The page's certificate is not valid yet.", _WARN)
    TLS_NAME = "tls-name", _insecure("The page's certificate was made out for another host.", _WARN)
    TLS_UNTRUSTED = "tls-untrusted", _insecure("Nobody vouches for the page's certificate.", _WARN)
    TLS_CHAIN = (
        "tls-chain",
        _insecure("The certificate's chain does not lead to a trusted root.", _WARN),
    )
    BOT_WALL = (
        "bot-wall",
        _blocked("A test for robots or a firewall stands before the page.", _OPEN),
    )
    GEO = "geo", _blocked("The page is kept from the country we ask from.", _OPEN)
    SHELL_ONLY = (
        "shell-only",
        _blocked("The page is filled by a script; without it every address looks the same.", _OPEN),
    )
    ROBOTS = "robots", _blocked("robots.txt asks robots to stay away.", _OPEN)
    RATE_LIMITED = "rate-limited", _blocked("The server had enough of requests tonight.", _WAIT)
    LEGAL = "legal", _blocked("Withheld for legal reasons, at least from here.", _OPEN)
    HTTP_403 = "http-403", _blocked("The server refuses us and does not say why.", _OPEN)
    HTTP_999 = "http-999", _blocked("The server refuses robots.", _OPEN)
    TYPE_MISMATCH = (
        "type-mismatch",
        _blocked(
            "A page came where the address promises a file.",
            "Open it: the file may be behind the page, or gone.",
        ),
    )
    ODD_STATUS = "odd-status", _blocked("The server answers with a status nobody knows.", _OPEN)
    HTTP_5XX = "http-5xx", _failing("The server says that it is broken.", _WAIT)
    HTTP_4XX = "http-4xx", _failing("The server does not accept the request.", _WAIT)
    MAINTENANCE = "maintenance", _failing("The server says that it will be back.", _WAIT)
    CONNECT_TIMEOUT = "connect-timeout", _failing("Nobody takes the connection.", _WAIT)
    READ_TIMEOUT = "read-timeout", _failing("The server takes the request and falls silent.", _WAIT)
    REFUSED = "refused", _failing("The server refuses the connection.", _WAIT)
    RESET = "reset", _failing("The server hangs up before it has answered.", _WAIT)
    UNREACHABLE = "unreachable", _failing("No way leads to the server.", _WAIT)
    DNS_FAILURE = "dns-failure", _failing("The host's name cannot be looked up.", _WAIT)
    TLS_HANDSHAKE = "tls-handshake", _failing("No encrypted connection can be agreed on.", _WAIT)
    NOT_HTTP = "not-http", _failing("What answers does not speak HTTP.", _WAIT)
    REDIRECT_LOOP = "redirect-loop", _failing("The redirects never end.", _WAIT)
    REDIRECT_BROKEN = "redirect-broken", _failing("A redirect leads nowhere.", _WAIT)
    EMPTY_PAGE = "empty-page", _failing("The server answers with nothing in it.", _WAIT)
    HTTP_404 = "http-404", _gone("The server does not know this address.", _REPLACE)
    HTTP_410 = "http-410", _gone("The server says that it was removed.", _REPLACE)
    DNS_NXDOMAIN = "dns-nxdomain", _gone("The host's name does not exist.", _REPLACE)
    DOI_UNKNOWN = (
        "doi-unknown",
        _gone(
            "Nobody has registered this DOI.",
            "Compare the DOI with the one the data set gives itself; a letter may be missing.",
        ),
    )
    SOFT_404 = (
        "soft-404",
        _gone("The server sends a page that says, or shows, that there is none.", _REPLACE),
    )
    REDIRECT_HOME = (
        "redirect-home",
        _gone("The address leads to the front page: its own page is gone.", _REPLACE),
    )
    PARKED = "parked", _gone("The domain has lapsed: it shows advertising or is for sale.", _UNLINK)
    USURPED = (
        "usurped",
        _gone("Somebody else has taken the domain, and sells something else.", _UNLINK),
    )
    SUSPENDED = "suspended", _gone("The hoster has switched the site off.", _REPLACE)
    SERVER_DEFAULT_PAGE = (
        "server-default-page",
        _gone("A server without content: it shows what it was installed with.", _REPLACE),
    )
    BAD_URL = "bad-url", _invalid("This is not an address.", _FIX)
    SCHEME = "scheme", _invalid("Only http and https can be asked.", _FIX)
    PRIVATE_ADDRESS = "private-address", _invalid("The address leads into a private network.", _FIX)
    HOST_SILENT = (
        "host-silent",
        _skipped("Its host asked to be left alone tonight, or let two requests time out.", _WAIT),
    )
    EXCLUDED = "excluded", _skipped("The settings say not to ask for it.", _LEAVE)
    BUDGET = "budget", _skipped("The night was over before its turn came.", _WAIT)
    VOID_NIGHT = (
        "void-night",
        _skipped("This machine was offline; nothing seen tonight counts.", _LEAVE),
    )

    @property
    def verdict(self) -> Verdict:
        """The verdict this reason leads to."""
        return self.cause.verdict


CAUSES: dict[Reason, Cause] = {reason: reason.cause for reason in Reason}
