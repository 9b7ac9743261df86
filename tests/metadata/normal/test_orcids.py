"""ORCIDs hold their check digit."""

from __future__ import annotations

import pytest

from crawler.metadata.normal.orcids import orcid


@pytest.mark.parametrize(
    ("raw", "known"),
    [
        pytest.param("0000-0002-1825-0097", "0000-0002-1825-0097", id="bare"),
        pytest.param(
            "http://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097", id="an address"
        ),
        pytest.param("0000000218250097", "0000-0002-1825-0097", id="without dashes"),
        pytest.param("0000-0002-9079-593x", "0000-0002-9079-593X", id="ten is an X"),
        pytest.param("0000-0002-1825-0096", None, id="a wrong check digit"),
        pytest.param("10000-0002-1825-0097", None, id="a digit too many"),
        pytest.param(None, None, id="nothing"),
    ],
)
def test_an_orcid_is_read(raw: object, known: str | None) -> None:
    assert orcid(raw) == known
