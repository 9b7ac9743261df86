"""Most looks here are about something else than the sibling probe; those that are ask for it."""

from __future__ import annotations

import pytest

from crawler.spiders import look


@pytest.fixture(autouse=True)
def no_probes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look, "needs_sibling", lambda _: False)
