"""Fields: what can be known of a data set, and what one source says of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Field(StrEnum):
    """One piece of metadata of a link."""

    TITLE = "title"
    DESCRIPTION = "description"
    CREATORS = "creators"
    PUBLISHER = "publisher"
    DOI = "doi"
    CONCEPT_DOI = "concept_doi"
    VERSION = "version"
    LICENSE = "license"
    ACCESS_TIER = "access_tier"
    ACCESS_EVIDENCE = "access_evidence"
    EMBARGO_UNTIL = "embargo_until"
    SIZE_BYTES = "size_bytes"
    FILE_COUNT = "file_count"
    FORMATS = "formats"
    DATE_PUBLISHED = "date_published"
    DATE_MODIFIED = "date_modified"
    DATE_CREATED = "date_created"
    KEYWORDS = "keywords"
    LANGUAGE = "language"
    RELATED = "related"
    LIFECYCLE = "lifecycle"


class Tier(StrEnum):
    """How somebody gets at the data, the easiest first."""

    OPEN = "open"
    REGISTRATION = "registration"
    APPLICATION = "application"
    CREDENTIALED = "credentialed"
    CHALLENGE = "challenge"
    EMBARGOED = "embargoed"
    CLOSED = "closed"
    METADATA_ONLY = "metadata-only"
    UNKNOWN = "unknown"


class Lifecycle(StrEnum):
    """Where a data set is in its life."""

    ACTIVE = "active"
    SUPERSEDED = "superseded"
    DEPRECATED = "deprecated"
    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says of one field, as it says it: a plain JSON value.

    | field                      | raw                                                            |
    |----------------------------|----------------------------------------------------------------|
    | creators                   | a list of names, or of {name, given, family, orcid, type}      |
    | license                    | text, or {id, url, name}                                       |
    | size_bytes                 | a number, "12.3 GB", {value, unit}, or a list of those to sum  |
    | formats, keywords          | a list, or text with commas or semicolons                      |
    | related                    | a list of {relation, id}                                       |
    | access_tier                | a Tier, or the source's own word or address for it             |
    | lifecycle                  | a Lifecycle, or the source's own word for it                   |
    | everything else            | text, or a number                                              |

    `source` is where it stands: `api:zenodo` and the like, `datacite`, `crossref`, `json-ld`,
    `signposting`, `microdata`, `rdfa`, `citation`, `dc`, `opengraph`, `html`, `label`, `list`.
    """

    field: Field
    raw: Any
    source: str
