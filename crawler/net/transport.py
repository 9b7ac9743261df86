"""httpx over our own guarded connections: nothing it asks for goes another way."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpcore
import httpx

from crawler.net.connection import Connector
from crawler.net.streams import GuardedBackend
from crawler.net.tls import tls_context


class GuardedTransport(httpx.AsyncBaseTransport):
    """A transport for httpx: HTTP/2 where the server speaks it, a fresh connection each time.

    Like every transport it follows no redirect, keeps no cookie and knows no password.
    """

    def __init__(self, connector: Connector, *, within: float, verify: bool = True) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=tls_context(verify=verify),
            http2=True,
            max_connections=None,
            max_keepalive_connections=0,
            network_backend=GuardedBackend(connector, within),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer's head; its content comes as it is asked for."""
        answer = await self._pool.handle_async_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.extensions.get("target", request.url.raw_path),
                ),
                headers=request.headers.raw,
                content=request.content or None,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Content(answer),
            extensions=answer.extensions,
        )

    async def aclose(self) -> None:
        """Hang up everywhere."""
        await self._pool.aclose()


class _Content(httpx.AsyncByteStream):
    """The content of httpcore's answer."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._answer.aiter_stream():
            yield piece

    async def aclose(self) -> None:
        await self._answer.aclose()
