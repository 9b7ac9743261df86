"""The Cancer Imaging Archive: collections and analysis results, and what there is to download."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote_plus

from crawler.metadata.fields import Field, Said, Tier
from crawler.metadata.hosts.reading import (
    MOST,
    at,
    doi_in,
    number,
    objects,
    said,
    text,
    unlike_empty,
)
from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "TCIA"

_KINDS = {
    "collection": ("collections", "collection"),
    "analysis-result": ("analysis-results", "result"),
}
_PAGE = r"cancerimagingarchive\.net/(collection|analysis-result)/([\w-]{1,100})"
_WIKI = r"wiki\.cancerimagingarchive\.net/display/(?:Public|DOI)/([\w+%. -]{1,100})"
_AT = "https://cancerimagingarchive.net/api/v1/"
_FIELDS = (
    "id,slug,link,{0}_title,{0}_doi,{0}_summary,{0}_page_accessibility,{0}_downloads,"
    "version_number,date_updated,cancer_types,cancer_locations,species,data_types,title"
)
_MOST_DOWNLOADS = 50

_LABELS = ("label", "license_label", "file_type_label", "name", "post_title")

_DOORS = {
    "public": Tier.OPEN,
    "open": Tier.OPEN,
    "limited": Tier.APPLICATION,
    "restricted": Tier.APPLICATION,
    "controlled": Tier.APPLICATION,
}


def address(url: str) -> str | None:
    """The search for the one collection of this name; the old wiki wrote the names with spaces.

    >>> address("https://wiki.cancerimagingarchive.net/display/Public/BIRD+Lungs").split("&")[0]
    'https://cancerimagingarchive.net/api/v1/collections/?slug=bird-lungs'
    """
    if page := found(_PAGE, url):
        kind, slug = page[1], page[2].lower()
    elif wiki := found(_WIKI, url):
        kind, slug = "collection", "-".join(unquote_plus(wiki[1]).lower().split())
    else:
        return None
    place, prefix = _KINDS[kind]
    if not slug.replace("-", "").replace("_", "").isalnum() or not slug.isascii():
        return None
    return f"{_AT}{place}/?slug={slug}&_fields={_FIELDS.format(prefix)}"


def read(told: Told) -> Record | None:
    """Whether it is there; no answer to a search is not that it was never there."""
    match told.status, told.json:
        case 200, [{"slug": str(slug)}, *_] if f"?slug={slug}&" in told.address:
            return told.record(SOURCE, Standing.THERE, f"slug: {slug}")
    return None


def fields(told: Told) -> list[Said]:
    """What a collection says of itself, or what its downloads do."""
    match told.status, told.json:
        case 200, [{"slug": str(), **found_one}, *_] if "?slug=" in told.address:
            return said("api:tcia", _collection(found_one))
        case 200, [{"download_title": _}, *_] as downloads:
            return said("api:tcia-downloads", _downloads(objects(downloads)))
    return []


def more(told: Told) -> str | None:
    """Its downloads, which know licence and size."""
    match told.status, told.json:
        case 200, [{"slug": str(), **found_one}, *_] if "?slug=" in told.address:
            ids = [
                download.get("ID") if isinstance(download, dict) else download
                for prefix in ("collection", "result")
                for download in _list(found_one.get(f"{prefix}_downloads"))
            ]
            named = [str(number(one)) for one in ids if number(one)][:_MOST_DOWNLOADS]
            asked = f"{_AT}downloads/?include={','.join(named)}&per_page={_MOST_DOWNLOADS}"
            return asked if named else None
    return None


def _collection(found_one: dict[Any, Any]) -> dict[Field, Any]:
    """`subjects` is how many people there are, no subject; it is not read."""

    def own(name: str) -> str | None:
        return text(found_one.get(f"collection_{name}")) or text(found_one.get(f"result_{name}"))

    words = ("cancer_types", "cancer_locations", "data_types", "species")
    return {
        Field.TITLE: own("title") or text(at(found_one, "title", "rendered")),
        Field.DESCRIPTION: own("summary"),
        Field.PUBLISHER: "The Cancer Imaging Archive",
        Field.DOI: doi_in(own("doi")),
        Field.VERSION: text(found_one.get("version_number")),
        **_access(own("page_accessibility")),
        Field.DATE_MODIFIED: text(found_one.get("date_updated")),
        Field.KEYWORDS: [word for name in words for word in _labels(found_one.get(name))],
    }


def _downloads(downloads: list[dict[str, Any]]) -> dict[Field, Any]:
    """All of them together: the sizes are to be summed, and the strictest door counts."""
    doors = [door for one in downloads if (door := text(one.get("download_access")))]
    strictest = max(doors, key=lambda door: list(Tier).index(_tier(door)), default=None)
    licences = [named for one in downloads if (named := _license(one.get("data_license")))]
    kinds = [kind for one in downloads for kind in _labels(one.get("file_type"))]
    return {
        Field.LICENSE: licences[0] if licences else None,
        **_access(strictest),
        Field.SIZE_BYTES: _sizes(downloads),
        Field.FORMATS: list(dict.fromkeys(kinds)),
    }


def _sizes(downloads: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A download without a size is a table or a page; one with a size has a unit."""
    sizes = [(one.get("download_size"), text(one.get("download_size_unit"))) for one in downloads]
    return [
        {"value": size, "unit": unit}
        for size, unit in sizes
        if unit and isinstance(size, (str, int, float)) and size
    ]


def _license(written: Any) -> dict[str, Any]:
    """A name, or an object with a name and an address; where there are several, the first."""
    first = next(iter(_list(written)), None)
    names = _labels(first)
    url = text(at(first, "license_url")) or text(at(first, "url"))
    return unlike_empty(name=names[0], url=url) if names else {}


def _labels(written: Any) -> list[str]:
    """The words of a list, of which some are objects with a label."""
    return [label for one in _list(written)[:MOST] if (label := text(one) or _label(one))]


def _label(one: Any) -> str | None:
    return next((label for name in _LABELS if (label := text(at(one, name)))), None)


def _access(word: str | None) -> dict[Field, Any]:
    tier = _tier(word)
    known = tier is not Tier.UNKNOWN
    return {
        Field.ACCESS_TIER: tier if known else None,
        Field.ACCESS_EVIDENCE: f"access: {word}" if known else None,
    }


def _tier(word: str | None) -> Tier:
    """Some say `Limited`, some `Limited Access`."""
    first = (word or "").casefold().split()
    return _DOORS.get(first[0], Tier.UNKNOWN) if first else Tier.UNKNOWN


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
