"""Bytes and counts of files are told apart."""

from __future__ import annotations

from typing import Any

import pytest

from crawler.metadata.normal.sizes import file_count, size_bytes


@pytest.mark.parametrize(
    ("raw", "size"),
    [
        pytest.param("12.3 GB", "12300000000", id="gigabytes are decimal"),
        pytest.param("12.3 GiB", "13207024435", id="gibibytes are not"),
        pytest.param("134.607 KB", "134607", id="a point is no thousands mark"),
        pytest.param("1,234 MB", "1234000000", id="a comma before three digits is one"),
        pytest.param("1 234 MB", "1234000000", id="so is a space"),
        pytest.param("1,5 GB", "1500000000", id="a comma before one digit is a point"),
        pytest.param("1.234,5 MB", "1234500000", id="marks the other way round"),
        pytest.param("1,234,567 bytes", "1234567", id="bytes in words"),
        pytest.param("1.5 TB (compressed)", "1500000000000", id="with an aside"),
        pytest.param("Total uncompressed size: 7.8 MB.", "7800000", id="in a sentence"),
        pytest.param("~12GB", "12000000000", id="about"),
        pytest.param("41 files, 2 kB", "2000", id="beside a count"),
        pytest.param("3 megabytes", "3000000", id="megabytes in words"),
        pytest.param("2 mebibytes", "2097152", id="mebibytes in words"),
        pytest.param("4,5 Go", "4500000000", id="as French says it"),
        pytest.param(1234, "1234", id="a bare number"),
        pytest.param("1234", "1234", id="a bare number in a text"),
        pytest.param(1234.0, "1234", id="a whole number with a point"),
        pytest.param({"value": 12.5, "unit": "MB"}, "12500000", id="a number with its unit"),
        pytest.param({"value": "3", "unitCode": "E34"}, "3000000000", id="a unit by its code"),
        pytest.param({"value": "3", "unitText": "kilobytes"}, "3000", id="a unit in words"),
        pytest.param({"value": "3 GB"}, "3000000000", id="a unit within the value"),
        pytest.param(["1 KB", 24, {"value": 1, "unit": "kB"}], "2024", id="a list is summed"),
        pytest.param(["15 pages", "2 MB"], "2000000", id="of a list what is a size"),
    ],
)
def test_a_size_is_read(raw: Any, size: str) -> None:
    assert size_bytes(raw) == size


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("41 datasets", id="a count of data sets"),
        pytest.param({"value": 41, "unitText": "datasets"}, id="PANGAEA's count of data sets"),
        pytest.param("1K<n<10K", id="a class of rows"),
        pytest.param("100-200 MB", id="a range"),
        pytest.param("100 MB - 2 GB", id="a range with both units"),
        pytest.param("12.5", id="half a byte"),
        pytest.param(-1, id="less than nothing"),
        pytest.param(0, id="nothing"),
        pytest.param([], id="an empty list"),
        pytest.param("10 Gbps", id="a speed"),
        pytest.param("5 months", id="a time"),
        pytest.param("GB", id="a unit alone"),
        pytest.param(True, id="a truth"),
        pytest.param(10**40, id="more than there is"),
        pytest.param(float("inf"), id="without end"),
        pytest.param("9" * 5000, id="more digits than there are"),
    ],
)
def test_what_is_no_size_is_none(raw: Any) -> None:
    assert size_bytes(raw) is None


@pytest.mark.parametrize(
    ("raw", "count"),
    [
        pytest.param(7, "7", id="a number"),
        pytest.param(0, "0", id="none is a number too"),
        pytest.param("1,234 files", "1234", id="in words"),
        pytest.param("1 file", "1", id="one"),
        pytest.param({"value": 7, "unitText": "files"}, "7", id="with its unit"),
        pytest.param("12 GB", None, id="no size"),
        pytest.param("41 datasets", None, id="no data sets"),
        pytest.param("7.5", None, id="no half"),
        pytest.param(-7, None, id="not less than none"),
        pytest.param(True, None, id="no truth"),
    ],
)
def test_a_count_is_read(raw: Any, count: str | None) -> None:
    assert file_count(raw) == count
