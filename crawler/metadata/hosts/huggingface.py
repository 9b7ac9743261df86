"""Hugging Face: data sets and models; strangers are told the same of missing and private ones."""

from __future__ import annotations

from crawler.metadata.hosts.told import Told, found
from crawler.verdicts.evidence import Record, Standing

SOURCE = "Hugging Face"

_NAME = r"[\w.-]{1,96}"
_DATA_SET = rf"(?:huggingface\.co|hf\.co)/(datasets/{_NAME}(?:/{_NAME})?)"
_MODEL = rf"(?:huggingface\.co|hf\.co)/({_NAME}/{_NAME})"
_AT = "https://huggingface.co/api/"


def address(url: str) -> str | None:
    """The record of a data set or a model.

    >>> address("https://huggingface.co/datasets/birds/atlas")
    'https://huggingface.co/api/datasets/birds/atlas'
    """
    if data_set := found(_DATA_SET, url):
        return _AT + data_set[1]
    model = found(_MODEL, url)
    return f"{_AT}models/{model[1]}" if model else None


def read(told: Told) -> Record | None:
    """Whether the page is there: that its files are gated does not close the page."""
    match told.status, told.json:
        case 200, {"id": str(), "disabled": True}:
            return None
        case 200, {"id": str(name), "private": True}:
            return told.record(SOURCE, Standing.RESTRICTED, f"private: {name}")
        case 200, {"id": str(name), "private": False}:
            return told.record(SOURCE, Standing.THERE, f"id: {name}")
        case ((401 | 404), {"error": str(error)}):
            return told.record(SOURCE, Standing.HIDDEN, error)
    return None
