"""Formats come to one form each."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crawler.metadata.normal.formats import formats


@pytest.mark.parametrize(
    ("raw", "forms"),
    [
        pytest.param("text/csv", ["text/csv"], id="a MIME type"),
        pytest.param("text/csv; charset=utf-8", ["text/csv"], id="without its parameters"),
        pytest.param("application/x-zip-compressed", ["application/zip"], id="an older name"),
        pytest.param("application/vnd.new+json", ["application/vnd.new+json"], id="an unknown one"),
        pytest.param(["CSV", ".csv", "*.csv", "text/x-csv"], ["text/csv"], id="all ways are one"),
        pytest.param("data/Patients.CSV", ["text/csv"], id="a file's name"),
        pytest.param("sub-01_T1w.nii.gz", ["application/x-nifti"], id="a double ending"),
        pytest.param("notes.gz", ["application/gzip"], id="a single one"),
        pytest.param("CSV, ZIP", ["application/zip", "text/csv"], id="two with a comma"),
        pytest.param("CSV files", ["text/csv"], id="files of it"),
        pytest.param("Apache Parquet", ["application/vnd.apache.parquet"], id="a name in words"),
        pytest.param("recording.edf", ["edf"], id="an ending nobody registered"),
        pytest.param("https://www.iana.org/assignments/media-types/text/csv", ["text/csv"],
                     id="the register's address"),
        pytest.param("http://publications.europa.eu/resource/authority/file-type/CSV",
                     ["text/csv"], id="an authority's address"),
        pytest.param("application/octet-stream", [], id="bytes are none"),
        pytest.param("an unheard-of kind", [], id="a phrase is none"),
        pytest.param("0 FILE FILES", ["0"], id="files of files"),
        pytest.param("various", [], id="various is none"),
        pytest.param(None, [], id="nothing is none"),
    ],
)  # fmt: skip
def test_formats_are_read(raw: Any, forms: list[str]) -> None:
    assert json.loads(formats(raw) or "[]") == forms
