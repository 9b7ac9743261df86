"""A door behind which only HTTP/2 is spoken; whoever speaks anything older is hung up on."""

from __future__ import annotations

import asyncio
import ssl
from typing import cast

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import Event, RequestReceived
from h2.exceptions import ProtocolError

from crawler.demo.conversation import reset
from crawler.demo.request import Request
from crawler.demo.stage import Stage

OF_OLD = frozenset({"connection", "keep-alive", "transfer-encoding"})
"""Headers that HTTP/2 has no use for."""


class Http2Conversation(asyncio.Protocol):
    """Plays the answers that come in one piece; the others belong to older protocols."""

    def __init__(self, stage: Stage, open_ones: set[asyncio.Transport]) -> None:
        self._stage = stage
        self._open_ones = open_ones
        self._talk = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Hang up on a client that has not agreed to HTTP/2."""
        self._transport = cast("asyncio.Transport", transport)
        self._open_ones.add(self._transport)
        self._stage.connections += 1
        self._number = self._stage.connections
        tls = cast("ssl.SSLObject", transport.get_extra_info("ssl_object"))
        if tls.selected_alpn_protocol() != "h2":
            reset(self._transport)
            return
        self._talk.initiate_connection()
        self._send()

    def connection_lost(self, _: Exception | None) -> None:
        """Forget the connection."""
        self._open_ones.discard(self._transport)

    def data_received(self, data: bytes) -> None:
        """Answer every request that is in it."""
        try:
            for event in self._talk.receive_data(data):
                self._answer(event)
        except ProtocolError:
            self._transport.close()
            return
        self._send()

    def _send(self) -> None:
        self._transport.write(self._talk.data_to_send())

    def _answer(self, event: Event) -> None:
        if not isinstance(event, RequestReceived) or event.stream_id is None:
            return
        headers = {str(name): str(value) for name, value in event.headers or ()}
        headers["host"] = headers.get(":authority", "")
        request = Request(headers[":method"], headers[":path"], headers, keep_alive=True)
        asked, answer = self._stage.hear(request, "https", self._number)
        whole = b"".join(step for step in answer(asked) if isinstance(step, bytes))
        head, _, body = whole.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        pairs = [(":status", first.split(" ")[1])]
        for line in lines:
            name, _, value = line.partition(":")
            if name.lower() not in OF_OLD:
                pairs.append((name.lower(), value.strip()))
        self._talk.send_headers(event.stream_id, pairs, end_stream=not body)
        if body:
            self._talk.send_data(event.stream_id, body, end_stream=True)
        self._stage.end(asked)
