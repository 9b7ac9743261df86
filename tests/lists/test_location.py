"""Where lists live, and what they are called."""

from __future__ import annotations

import pytest

from crawler.lists.location import raw_address

RAW = "https://raw.githubusercontent.com"


@pytest.mark.parametrize(
    ("page", "raw"),
    [
        ("https://github.com/o/r/blob/main/docs/a b.md", f"{RAW}/o/r/main/docs/a b.md"),
        ("https://github.com/o/r/blob/main/README.md#tides", f"{RAW}/o/r/main/README.md"),
        ("https://github.com/o/r/raw/v1/x.md?plain=1", f"{RAW}/o/r/v1/x.md"),
        ("https://github.com/o/r", f"{RAW}/o/r/HEAD/README.md"),
        ("https://www.github.com/o/r.git", f"{RAW}/o/r/HEAD/README.md"),
        ("https://gitlab.com/o/g/r/-/blob/main/x.md", "https://gitlab.com/o/g/r/-/raw/main/x.md"),
        ("https://bitbucket.org/o/r/src/main/x.md", "https://bitbucket.org/o/r/raw/main/x.md"),
        ("https://huggingface.co/o/r/blob/main/x.md", "https://huggingface.co/o/r/raw/main/x.md"),
        ("https://gist.github.com/o/0a1b", "https://gist.github.com/o/0a1b/raw"),
        ("https://github.com/o/r/", f"{RAW}/o/r/HEAD/README.md"),
        ("https://github.com/o/r/blob/refs/heads/x/a.md", f"{RAW}/o/r/refs/heads/x/a.md"),
        ("https://github.com/o", "https://github.com/o"),
        ("https://evil.example/github.com/o/r", "https://evil.example/github.com/o/r"),
        ("https://github.com/o/r/issues/3", "https://github.com/o/r/issues/3"),
        (f"{RAW}/o/r/main/x.md", f"{RAW}/o/r/main/x.md"),
        ("https://tide.example.org/blob/x.md", "https://tide.example.org/blob/x.md"),
    ],
)
def test_a_page_that_shows_a_list_becomes_the_list(page: str, raw: str) -> None:
    assert raw_address(page) == raw
