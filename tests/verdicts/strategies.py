"""Any evidence at all, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

from crawler.verdicts.evidence import Evidence, Fault, Hop

texts = st.text(st.characters() | st.characters(categories=["Cs"]), max_size=20)
"""Any text, halves of surrogate pairs included."""

statuses = st.integers(100, 999)
urls = texts | st.sampled_from(
    ["http://a.example/", "https://a.example/", "https://a.example/x;jsessionid=1", "http://[x"]
)
hops = st.builds(Hop, url=urls, status=statuses, location=st.none() | texts)
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
    title=st.none() | texts,
    description=st.none() | texts,
    address=st.none() | texts,
    certificate_expires=st.none() | texts,
    milliseconds=st.none() | st.integers(0, 10**6),
    tries=st.integers(1, 9),
)
