"""Formats: MIME types, names and endings of files to one form each.

A MIME type where there is a known one, else the ending itself in lower case.
"""

from __future__ import annotations

import re
from typing import Any

from crawler.metadata.normal.text import LONGEST_READ, as_json, listed, one_line, words

_MOST = 100
_LONGEST = 60

_ROWS = """\
text/csv csv text/x-csv application/csv text/comma-separated-values comma-separated-values
text/tab-separated-values tsv tab text/tsv
text/plain txt text ascii plain plaintext
text/html html htm
text/markdown md markdown text/x-markdown
application/json json text/json application/x-json
application/x-ndjson jsonl ndjson json-lines jsonlines application/jsonl application/json-lines
application/ld+json jsonld json-ld
application/geo+json geojson application/vnd.geo+json
application/xml xml text/xml
application/rdf+xml rdf
text/turtle ttl turtle
application/yaml yaml yml text/yaml application/x-yaml text/x-yaml
application/pdf pdf application/x-pdf
application/zip zip application/x-zip-compressed application/x-zip zip-archive
application/gzip gz gzip tgz application/x-gzip tar.gz application/x-gtar application/x-tgz
application/x-tar tar
application/x-bzip2 bz2 application/bzip2
application/x-xz xz
application/zstd zst
application/x-7z-compressed 7z
application/vnd.rar rar application/x-rar-compressed application/x-rar
application/dicom dcm dicom image/dicom image/x-dicom
application/x-nifti nii nii.gz nifti nifti-1 image/nii
application/x-hdf5 h5 hdf5 hdf application/x-hdf application/hdf5
application/netcdf nc netcdf application/x-netcdf
application/fits fits
application/vnd.apache.parquet parquet application/x-parquet apache-parquet
application/vnd.apache.arrow.file arrow feather
application/x-numpy npy npz numpy
application/x-matlab-data mat matlab
application/vnd.sqlite3 sqlite db application/x-sqlite3
application/vnd.ms-excel xls application/msexcel application/x-excel excel
application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx
application/msword doc
application/vnd.openxmlformats-officedocument.wordprocessingml.document docx
application/vnd.openxmlformats-officedocument.presentationml.presentation pptx
application/vnd.oasis.opendocument.spreadsheet ods
image/jpeg jpg jpeg image/jpg image/pjpeg
image/png png image/x-png
image/tiff tif tiff image/tif
image/bmp bmp image/x-ms-bmp
image/gif gif
image/svg+xml svg
image/jp2 jp2 jpeg2000
audio/wav wav wave audio/x-wav audio/wave audio/vnd.wave
audio/mpeg mp3 audio/mp3
audio/flac flac audio/x-flac
video/mp4 mp4
video/x-msvideo avi video/avi
video/quicktime mov
application/sql sql text/x-sql
application/geopackage+sqlite3 gpkg
application/x-shapefile shp shapefile esri-shapefile
application/x-ipynb+json ipynb
text/x-python py"""
"""One row a form: the form first, then everything else that is written for it."""

_FORMS = {spelling: row.split()[0] for row in _ROWS.split("\n") for spelling in row.lower().split()}
_NO_FORMATS = (
    "application/octet-stream binary/octet-stream binary bin various other mixed multiple file "
    "files data dataset unknown/unknown archive"
)
_SAYS_NOTHING = frozenset(_NO_FORMATS.split())
_MIME = re.compile(r"(?:application|text|image|audio|video|model|chemical|font)/[a-z0-9][\w.+-]*")
_WORD = re.compile(r"[^\W_][\w+-]{0,30}")
_FILES = re.compile(r"(?: files?){1,9}$")
_ADDRESS = re.compile(r".*/(?:media-types|file-type)/")


def formats(raw: Any) -> str | None:
    """The formats as a JSON array; parameters of a MIME type say nothing of the format.

    >>> formats("CSV; .nii.gz, text/x-csv"), formats(["application/octet-stream"])
    ('["application/x-nifti", "text/csv"]', None)
    """
    found: set[str] = set()
    for item in listed(raw):
        for part in re.split(r"[,;\n]", (words(item) or "")[:LONGEST_READ]):
            form = _form(part)
            if form:
                found.add(form)
        if len(found) >= _MOST:
            break
    return as_json(sorted(found)[:_MOST])


def _form(part: str) -> str | None:
    if "=" in part or len(part) > 5 * _LONGEST:
        return None
    word = _ADDRESS.sub("", (one_line(part) or "").lower()).strip(" *")
    if word in _SAYS_NOTHING or len(word) > 5 * _LONGEST:
        return None
    if _MIME.fullmatch(word):
        return _FORMS.get(word, word)
    known = _FORMS.get(word) or _FORMS.get(word.replace(" ", "-"))
    return known or _by_ending(_FILES.sub("", word))


def _by_ending(word: str) -> str | None:
    """By the longest known ending of a file's name, else by the last; a phrase has none."""
    endings = word.rpartition("/")[2].strip(" .").split(".")
    for start in range(max(0, len(endings) - 2), len(endings)):
        known = _FORMS.get(".".join(endings[start:]))
        if known:
            return known
    last = endings[-1]
    return one_line(last) if last not in _SAYS_NOTHING and _WORD.fullmatch(last) else None
