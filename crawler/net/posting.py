"""Posting: a client that sends a body along, for interfaces that are asked by POST."""

from __future__ import annotations

from crawler.net.exchange import Answer, Appetite
from crawler.net.second import SecondClient
from crawler.net.wire import Headers


class Posting:
    """Sends this JSON wherever it is told to ask."""

    def __init__(self, client: SecondClient, body: bytes) -> None:
        self._client = client
        self._body = body

    async def get(
        self, url: str, *, appetite: Appetite, verify: bool = True, other: Headers = ()
    ) -> Answer:
        """The answer to one POST, or `NoAnswer`."""
        return await self._client.post(
            url, self._body, appetite=appetite, verify=verify, other=other
        )
