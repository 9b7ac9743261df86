"""Kaggle: data sets; its pages are 404 for robots it does not like, and for private ones too."""

from __future__ import annotations

from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "Kaggle"

_DATA_SET = (
    r"kaggle\.com/(?:datasets/)?(?!(?:c|competitions|code|models|docs|learn|discussions|kernels"
    r"|organizations|account|datasets)/)([\w-]{1,80}/[\w-]{1,80})"
)


def address(url: str) -> str | None:
    """The record of a data set; competitions have none that strangers may read.

    >>> address("https://www.kaggle.com/datasets/birds/atlas")
    'https://www.kaggle.com/api/v1/datasets/view/birds/atlas'
    """
    data_set = found(_DATA_SET, url)
    return f"https://www.kaggle.com/api/v1/datasets/view/{data_set[1]}" if data_set else None


def read(told: Told) -> Record | None:
    """Whether it is public; 403 with a permission that is missed is said of what is not there, too.

    A person's profile and their notebooks have addresses like data sets: those get nothing here.
    """
    match told.status, told.json:
        case 200, {"ref": str(name), "isPrivate": True}:
            return told.record(SOURCE, Standing.RESTRICTED, f"isPrivate: {name}")
        case 200, {"ref": str(name)}:
            return told.record(SOURCE, Standing.THERE, f"ref: {name}")
        case ((403 | 404), {"message": str(message)}) if "datasets.get" in message:
            return told.record(SOURCE, Standing.HIDDEN, message)
    return None
