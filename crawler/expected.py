"""What a link was for: its names in the lists, and the title it had when it was well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crawler.lists.address import same_link
from crawler.lists.source import ReadList

_LONGEST = 200
_MOST = 6


def names_of_links(
    lists: Sequence[ReadList], titles: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """For each link the names of its entries, its texts and its title; a few at most."""
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for reading in (read.reading for read in lists if read.reading):
        for mention in reading.mentions:
            entry = None if mention.entry is None else reading.entries[mention.entry].name
            for name in (entry, mention.text):
                if name and name != mention.url:
                    names[same_link(mention.url)].setdefault(name[:_LONGEST])
    for link, title in titles.items():
        if link in names:
            names[link] = {title: None, **names[link]}
    return {link: tuple(found)[:_MOST] for link, found in names.items()}
