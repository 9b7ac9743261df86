from __future__ import annotations

import re

import pytest

from crawler.metadata.fields import Field
from crawler.metadata.normal.forms import normal_form
from crawler.metadata.pages import read_fields
from tests.metadata.pages.samples import Sample, believed, read_samples, wrong

SAMPLES = read_samples()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_what_is_read_is_true(sample: Sample) -> None:
    said = read_fields(sample.content, sample.content_type, sample.headers, sample.url)
    assert not wrong(sample, believed(said))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_source_speaks_once_of_a_field(sample: Sample) -> None:
    said = read_fields(sample.content, sample.content_type, sample.headers, sample.url)
    assert len({(one.field, one.source) for one in said}) == len(said)


HTML = [sample for sample in SAMPLES if "html" in sample.content_type]


@pytest.mark.parametrize("sample", HTML, ids=lambda sample: sample.name)
def test_white_space_and_case_of_tags_change_nothing(sample: Sample) -> None:
    head, body, rest = sample.content.partition(b"<body")
    shouted = head + body + re.sub(rb"<(/?)(p|div|td|tr|dd|dt|h1|span|strong)\b", _louder, rest)
    calm = read_fields(sample.content, sample.content_type, sample.headers, sample.url)
    assert read_fields(shouted, sample.content_type, sample.headers, sample.url) == calm


def _louder(match: re.Match[bytes]) -> bytes:
    return b"\n<" + match[1] + match[2].upper() if match[2] in (b"h1", b"tr") else match[0].upper()


def test_there_are_enough_of_them() -> None:
    assert len(SAMPLES) >= 30
    assert sum(len(sample.truth) for sample in SAMPLES) >= 250


def test_every_truth_says_something() -> None:
    blank = [
        (sample.name, field)
        for sample in SAMPLES
        for field, value in sample.truth.items()
        if value is not None and normal_form(Field(field), value) is None
    ]
    assert not blank
