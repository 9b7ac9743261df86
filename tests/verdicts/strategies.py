"""Any evidence at all, for properties."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from crawler.verdicts.evidence import (
    Evidence,
    Fault,
    Hop,
    Record,
    Sibling,
    Sign,
    SignKind,
    Standing,
)

texts = st.text(st.characters() | st.characters(categories=["Cs"]), max_size=20)
"""Any text, halves of surrogate pairs included."""

statuses = st.integers(100, 999)
urls = texts | st.sampled_from(
    [
        "http://a.example/",
        "https://a.example/",
        "https://a.example/x;jsessionid=1",
        "https://a.example/set.zip",
        "https://www.a.example/login?next=/",
        "https://a.example/404.htm?aspxerrorpath=/",
        "https://ww17.a.example/",
        "http://[x",
    ]
)
hops = st.builds(
    Hop,
    url=urls,
    status=statuses,
    location=st.none() | texts,
    via=st.sampled_from(["header", "meta-refresh", "script"]),
)
signs = st.builds(
    Sign,
    kind=st.sampled_from(SignKind),
    name=texts | st.sampled_from(["withdrawn", "unmistakable", "origin-dns"]),
    quote=texts,
)
siblings = st.builds(
    Sibling,
    url=urls,
    status=st.none() | statuses | st.sampled_from([200, 404]),
    final_url=st.none() | urls,
    redirects=st.integers(0, 3),
    likeness=st.none() | st.floats(0, 1),
    same_title=st.booleans(),
)
records = st.builds(
    Record,
    source=texts,
    address=urls | st.just("https://doi.org/api/handles/10.5555/x"),
    standing=st.sampled_from(Standing),
    quote=texts,
    moved_to=st.none() | urls,
)
evidence = st.builds(
    Evidence,
    url=urls,
    hops=st.lists(hops, max_size=4).map(tuple),
    fault=st.none() | st.sampled_from(Fault),
    detail=st.none() | texts,
    certificate_fault=st.none() | st.sampled_from(Fault),
    status=st.none() | statuses,
    content_type=st.none() | texts | st.sampled_from(["text/html", "application/zip"]),
    content_bytes=st.integers(0, 2**40),
    headers=st.lists(
        st.tuples(texts | st.sampled_from(["content-length", "retry-after"]), texts), max_size=4
    ).map(tuple),
    cut=st.booleans(),
    title=st.none() | texts,
    language=st.none() | texts,
    signs=st.lists(signs, max_size=3).map(tuple),
    sibling=st.none() | siblings,
    record=st.none() | records,
    expected=st.lists(texts, max_size=3).map(tuple),
    client=texts,
    conditional=st.booleans(),
    description=st.none() | texts,
    address=st.none() | texts,
    certificate_expires=st.none() | texts,
    milliseconds=st.none() | st.integers(0, 10**6),
    tries=st.integers(1, 9),
)

evidence_of_a_night = st.builds(
    lambda seen, earlier: replace(seen, earlier=tuple(earlier)),
    evidence,
    st.lists(evidence, max_size=2),
)
"""Evidence with what the other looks of the night saw."""
