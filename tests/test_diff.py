from __future__ import annotations

import pytest

from crawler.diff import diff

NO_END = "\n\\ No newline at end of file\n"

CASES = {
    "nothing changed": ("a\n", "a\n", ""),
    "a line": ("a\nb\n", "a\nc\n", "@@ -1,2 +1,2 @@\n a\n-b\n+c\n"),
    "a return belongs to its line": ("a\r\n", "b\r\n", "@@ -1 +1 @@\n-a\r\n+b\r\n"),
    "odd separators end no line": (
        "a\u2028b\x0c\r",
        "c\u2028b\x0c\r",
        f"@@ -1 +1 @@\n-a\u2028b\x0c\r{NO_END}+c\u2028b\x0c\r{NO_END}",
    ),
}


@pytest.mark.parametrize(("old", "new", "lines"), CASES.values(), ids=CASES)
def test_a_diff_is_what_patch_reads(old: str, new: str, lines: str) -> None:
    head = "--- a/lists/l.md\n+++ b/lists/l.md\n" if lines else ""
    assert "".join(diff(old, new, "/lists/l.md")) == head + lines
