"""The limit of Python: aiohttp getting the same links, keeping nothing. Links come on stdin."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import sys
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult


class Loopback(AbstractResolver):
    """Leads every name to the miniature web, as `--connect-to` does."""

    def __init__(self, ports: dict[int, int]) -> None:
        self._ports = ports

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The miniature web's door for that port."""
        return [
            ResolveResult(
                hostname=host,
                host="127.0.0.1",
                port=self._ports[port],
                family=socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
        ]

    async def close(self) -> None:
        """Nothing to close."""


async def main(urls: list[str], web: dict[str, Any]) -> None:
    """Get every link, 64 at a time."""
    ways = [way.rsplit(":", 3) for way in web["connect_to"]]
    ports = {int(port): int(target) for _, port, _, target in ways if port}
    connector = aiohttp.TCPConnector(
        limit=64, resolver=Loopback(ports), ssl=ssl.create_default_context(cafile=web["ca_file"])
    )
    waiting = iter(urls)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def work() -> None:
            for url in waiting:
                async with session.get(url) as answer:
                    await answer.read()

        await asyncio.gather(*(work() for _ in range(64)))


if __name__ == "__main__":
    asyncio.run(main(*json.load(sys.stdin)))
