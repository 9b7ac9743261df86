"""Histories: any looks that a link may have had, for what must hold of all of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import cycle

from hypothesis import settings
from hypothesis import strategies as st

from crawler.memory.state import A_DAY, Memory, Tonight, remember
from crawler.verdicts.verdict import ALIVE, Reason

from .stories import BEGIN, Night

_MANY = int(os.environ.get("HISTORIES", "500"))
many = settings(max_examples=_MANY, deadline=None)
some = settings(max_examples=_MANY // 5, deadline=None)

_GOOD = [reason for reason in Reason if reason.verdict in ALIVE]
_TYPICAL = [
    Reason.HTTP_404,
    Reason.HTTP_410,
    Reason.DNS_NXDOMAIN,
    Reason.HTTP_5XX,
    Reason.CONNECT_TIMEOUT,
    Reason.PARKED,
    Reason.HTTP_403,
    Reason.RATE_LIMITED,
]
_reasons = st.one_of(st.sampled_from(_TYPICAL), st.sampled_from(_GOOD), st.sampled_from(Reason))
_pauses = st.one_of(
    st.sampled_from([A_DAY, 7 * A_DAY, A_DAY / 2]),
    st.timedeltas(timedelta(minutes=-90), timedelta(days=2)),
    st.timedeltas(timedelta(), timedelta(days=90)),
)
_times = st.sampled_from([1, 1, 2, 3, 4, 8])
_stretches = st.lists(
    st.tuples(
        st.one_of(st.tuples(_reasons), st.lists(_reasons, min_size=2, max_size=4)),
        st.sampled_from([(), (), ("elsewhere",)]),
        st.sampled_from([True, True, True, False]),
        st.sampled_from([False, False, False, True]),
        st.sampled_from([A_DAY, A_DAY, 7 * A_DAY, A_DAY / 2]),
        st.lists(_pauses, min_size=1, max_size=2),
        _times,
    ),
    max_size=14,
)


@st.composite
def histories(draw: st.DrawFn) -> list[Tonight]:
    """Stretches of alike looks, or of a few in turn; with gaps, and the clock may go back."""
    now, looks = BEGIN, list[Tonight]()
    for reasons, mark, same, frozen, rhythm, pauses, times in draw(_stretches):
        for pause, reason in zip(pauses * times * len(reasons), cycle(reasons), strict=False):
            now += pause
            looks.append(Tonight(reason, now, mark, same, frozen, rhythm))
    return looks


def lived(looks: Iterable[Tonight]) -> Iterator[Night]:
    """Each night of a history, lived through in turn."""
    memory = Memory(BEGIN)
    for tonight in looks:
        before, memory = memory, remember(memory, tonight)
        yield Night("", before, memory, tonight)
