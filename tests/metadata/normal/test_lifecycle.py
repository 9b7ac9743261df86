"""States of life from the words of hosts."""

from __future__ import annotations

from typing import Any

import pytest

from crawler.metadata.fields import Lifecycle
from crawler.metadata.normal.lifecycle import lifecycle


@pytest.mark.parametrize(
    ("raw", "state"),
    [
        *(pytest.param(state, state, id=f"{state} itself") for state in Lifecycle),
        pytest.param("DEACCESSIONED", Lifecycle.WITHDRAWN, id="Dataverse's word"),
        pytest.param("RELEASED", Lifecycle.ACTIVE, id="Dataverse's other word"),
        pytest.param("findable", Lifecycle.ACTIVE, id="DataCite's word"),
        pytest.param("Tombstone", Lifecycle.WITHDRAWN, id="a tombstone"),
        pytest.param("retraction", Lifecycle.WITHDRAWN, id="Crossref's update"),
        pytest.param("disabled", Lifecycle.WITHDRAWN, id="a repository that was shut"),
        pytest.param("IsObsoletedBy", Lifecycle.SUPERSEDED, id="a relation"),
        pytest.param("The files for this project are no longer available.", Lifecycle.WITHDRAWN,
                     id="PhysioNet's sentence"),
        pytest.param("This record has been withdrawn by its authors", Lifecycle.WITHDRAWN,
                     id="a sentence"),
        pytest.param("It has been superseded by version 2", Lifecycle.SUPERSEDED, id="superseded"),
        pytest.param("A newer version of this record exists", Lifecycle.SUPERSEDED, id="newer"),
        pytest.param("This snapshot is deprecated", Lifecycle.DEPRECATED, id="deprecated"),
        pytest.param("DRAFT", None, id="a draft is none"),
        pytest.param("correction", None, id="a correction is none"),
        pytest.param("deprecatedly so", None, id="half a word is none"),
        pytest.param(True, None, id="a truth is none"),
    ],
)  # fmt: skip
def test_a_state_is_read(raw: Any, state: str | None) -> None:
    assert lifecycle(raw) == state
