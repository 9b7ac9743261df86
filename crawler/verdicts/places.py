"""What an address says by itself: a front page, a login, an error, a shop for domains."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_HOME = re.compile(r"/?(?:(?:index|home|default|welcome)(?:\.\w{1,5})?/?)?", re.IGNORECASE)
_LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|sign_in|logon|servicelogin|sso|cas|saml2?|shibboleth(?:-ds)?|wayf|idp"
    r"|adfs|wp-login\.php"
    r"|shibboleth\.sso|simplesaml|openid-connect|authorize|authenticate|login\.\w{2,5}"
    r"|signin\.\w{2,5})(?:[/;.]|$)",
    re.IGNORECASE,
)
_LOGIN_HOST = re.compile(
    r"(?:log-?in|sign-?in|sso|idp|cas|adfs|auth|accounts|shibboleth)\d?\.", re.IGNORECASE
)
_RETURNS = re.compile(
    r"[?&](?:next|return_?(?:to|url)?|continue|service|target|goto|redirect(?:_?(?:to|uri|url))?"
    r"|came_from|destination|dest"
    r"|ReturnUrl|SAMLRequest|entityID|back|r)=",
    re.IGNORECASE,
)
_ERROR_PATH = re.compile(
    r"/(?:errors?/)?(?:404|40404|page-?not-?found|not-?found|file-?not-?found|notfound404"
    r"|error-?404|404-?error"
    r"|404-?(?:page|not-?found)?|page_not_found|not_found)(?:\.\w{2,5})?/?",
    re.IGNORECASE,
)
_WALL_HOST = re.compile(
    r"unblock\.|captcha\.|geo\.captcha-delivery\.com|validate\.perfdrive\.com"
    r"|challenges\.cloudflare\.com"
    r"|waf\.|bot-?check\.",
    re.IGNORECASE,
)
_WALL_PATH = re.compile(
    r"/(?:sorry/index|(?:show)?captcha|recaptcha|bot-?(?:check|detected)|are-?you-?(?:human|a-robot)"
    r"|distil_r_captcha\.html"
    r"|\.well-known/(?:sg)?captcha|_incapsula_resource|cdn-cgi/challenge-platform|whywasiblocked"
    r"|unblock)(?:[/.?]|$)",
    re.IGNORECASE,
)
_LAPSED = re.compile(r"ww(1|7|\d{2,3})\.(.+)")
_TELLS_APART = re.compile(
    r"[?&](?:subid1?|usid|utid|uuid|sub1|gp|js|fp|prvtof|poru)=", re.IGNORECASE
)
_SHOPS = re.compile(
    r"(?:.+\.)?(?:hugedomains|dan|afternic|domainmarket|sedo|sedoparking|bodis|parkingcrew|above"
    r"|parklogic|skenzo"
    r"|dsredirection|voodoo|trafficz|ztomy|fabulous|domainsponsor|buydomains|brandbucket"
    r"|undeveloped|uniregistry"
    r"|domainnamesales|namedrive|smartname|parkeddomain|atom|squadhelp|perfectdomain|efty"
    r"|domainagents)\.(?:com|net)",
)
_DATA = re.compile(
    r"\.(?:zip|tgz|gz|bz2|xz|7z|rar|tar|zst|nii|dcm|dicom|nrrd|mha|mhd|csv|tsv|xlsx?|parquet|h5"
    r"|hdf5|mat|npy|npz|nc|pdf"
    r"|docx?|json|jsonl|xml|rdf|ttl|sav|dta|fasta|fastq|vcf|bam|bed|edf|wav|mp3|mp4|avi|mov"
    r"|tiff?|png|jpe?g|iso|exe|dmg)",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?:^|[&;])([^=&;]*)=([^&;]+)")
_NAMES_ONE = re.compile(
    r"(?i:(?:.*[_.-])?(?:id|ids|pid|nid|uuid|guid|acc|accession|doi|handle|num|nr|no|number|record"
    r"|study|dataset|set|entry|item|article|node|object|name|project|collection|term|p))"
    r"|[A-Za-z_]*[a-z](?:Id|ID)"
)
_NAMES_A_VISIT = re.compile(
    r".*(?:utm|ref|sess(?:ion)?|client|campaign|user|visitor|lang|locale|tab|view|version)"
    r"[_.-]?(?:id|no|name|number|set)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[\w.-]*\d[\w.-]*")
_DOOR = re.compile(
    r"(?i)(?:^|[/._-])(?:consent|disclaimer|terms|tos|agree|agreement|accept|cookies?|gdpr|privacy"
    r"|licen[cs]e|gate|age|verify|verification|institution|country|region|language|locale|welcome)"
    r"(?:$|[/._-])"
)


class Place(NamedTuple):
    """An address taken apart, leniently."""

    host: str
    path: str
    query: str

    @property
    def site(self) -> str:
        """The host, with or without www."""
        return self.host.removeprefix("www.")

    @property
    def is_home(self) -> bool:
        """Whether this is a host's front page, and nothing particular on it."""
        return not self.query and _HOME.fullmatch(self.path.partition(";")[0]) is not None

    @property
    def is_front(self) -> bool:
        """Whether this is a host's front page, whatever else the address tells of its visitor."""
        return self._replace(query="").is_home and identifier(self.query) is None

    @property
    def is_door(self) -> bool:
        """Whether visitors pass here on their way to what they asked for."""
        return bool(_DOOR.search(self.path) or _RETURNS.search(f"?{self.query}"))

    @property
    def is_login(self) -> bool:
        """Whether this is where people log in."""
        returns = _RETURNS.search(f"?{self.query}")
        named = _LOGIN_PATH.search(self.path) or _LOGIN_HOST.match(self.host)
        return named is not None and (returns is not None or _is_end(named, self))

    @property
    def is_error(self) -> bool:
        """Whether this is where a server sends those who ask for what it does not have."""
        return _ERROR_PATH.fullmatch(f"/{self.path.rstrip('/').rpartition('/')[2]}") is not None

    @property
    def is_crash(self) -> bool:
        """Whether this is where a server sends those whose request broke it."""
        return "aspxerrorpath=" in self.query.lower()

    @property
    def is_wall(self) -> bool:
        """Whether this is where robots are sorted out."""
        return bool(_WALL_HOST.match(self.host) or _WALL_PATH.match(self.path))

    @property
    def is_shop(self) -> bool:
        """Whether domains are sold or parked here."""
        return _SHOPS.fullmatch(self.host) is not None

    @property
    def name(self) -> str:
        """What the path ends with, decoded."""
        return unquote(self.path.rpartition("/")[2])

    @property
    def promises_file(self) -> bool:
        """Whether the address ends like a file of data."""
        _, dot, ending = self.name.rpartition(".")
        return _DATA.fullmatch(dot + ending) is not None

    def is_parking_of(self, before: Place) -> bool:
        """Whether a lapsed domain sends its visitors here: from `a.org` to `ww17.a.org`."""
        lapsed = _LAPSED.fullmatch(self.host)
        if not lapsed or lapsed[2] != before.site:
            return False
        return len(lapsed[1]) > 1 or self.is_home or bool(_TELLS_APART.search(f"?{self.query}"))


@lru_cache(maxsize=4096)
def place_of(url: str) -> Place:
    """Where an address leads; what is no address leads nowhere."""
    try:
        parts = urlsplit(url)
        return Place((parts.hostname or "").rstrip("."), parts.path, parts.query)
    except ValueError:
        return Place("", "", "")


def identifier(query: str) -> tuple[int, int] | None:
    """Where in a query the value stands that names one thing of many; the last number, if several.

    >>> query = "lang=en&set=rivers&id=17&page=2"
    >>> query[slice(*identifier(query))]
    '17'
    """
    if _NUMBERED.fullmatch(query):
        return 0, len(query)
    found = [
        value
        for value in _PAIR.finditer(query)
        if _NAMES_ONE.fullmatch(value[1]) and not _NAMES_A_VISIT.fullmatch(value[1])
    ]
    numbers = [value for value in found if value[2].isdecimal()]
    return (numbers or found)[-1].span(2) if found else None


def _is_end(found: re.Match[str], place: Place) -> bool:
    """A login by its path may stand alone; a host may be called so for other reasons."""
    return found.string == place.path or place.path in ("", "/")
