"""Single addresses looked at with the whole engine of a night, and nothing remembered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crawler.checked import Checked
from crawler.lists.address import same_link
from crawler.lists.source import ReadList
from crawler.metadata.found import Payload
from crawler.settings import CrawlSettings
from crawler.verdicts.evidence import Evidence
from crawler.verdicts.rules import judge
from crawler.walk import walk
from crawler.watcher import Watcher


def check(addresses: Iterable[str], settings: CrawlSettings, watcher: Watcher) -> list[Checked]:
    """Look at these addresses; each is told once, in their order, and each link asked once.

    Raises `Offline` if nothing that was seen may be believed.
    """
    links = {address: same_link(address) for address in addresses}
    agenda = _InMemory(tuple(dict.fromkeys(links.values())), watcher)
    walk(agenda, (), settings)
    looks = ((address, agenda.seen[link]) for address, link in links.items())
    return [Checked(address, seen, judge(seen)) for address, seen in looks]


class _InMemory:
    """An agenda of links that stand in no list."""

    def __init__(self, links: Sequence[str], watcher: Watcher) -> None:
        self.over = False
        self.seen: dict[str, Evidence] = {}
        self._links = links
        self._watcher = watcher

    def links(self, lists: Sequence[ReadList]) -> Sequence[str]:  # noqa: ARG002 - there are none
        """All of them."""
        self._watcher.begins(len(self._links), 0)
        return self._links

    def expected(self, link: str) -> tuple[str, ...]:  # noqa: ARG002 - nobody said
        """Nobody said what a link is for."""
        return ()

    def validators(self, link: str) -> None:
        """Nothing is known of a page."""

    def hangs(self, link: str) -> bool:  # noqa: ARG002 - nothing is remembered
        """Nothing is known of a host."""
        return False

    def wants_record(self, link: str) -> bool:  # noqa: ARG002 - nothing is described
        """What it is about is not asked."""
        return False

    def tell(self, payload: Payload) -> None:
        """What a page says of itself is not kept."""

    def keep(self, seen: Evidence) -> None:
        """Keep what was seen until it is told."""
        if not self.over:
            self.seen[seen.url] = seen
            self._watcher.looked(judge(seen).reason.verdict)

    def wait(self, seconds: float, links: int) -> None:
        """Tell the watcher what is waited for."""
        self._watcher.waits(seconds, links)
