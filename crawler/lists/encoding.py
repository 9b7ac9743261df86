"""Text of a list back to bytes, in the encoding in which it came."""

from __future__ import annotations

from dataclasses import dataclass

from charset_normalizer import from_bytes

from crawler.lists.decoding import BOMS


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a list is written: its byte order mark and the name of its encoding."""

    mark: bytes
    name: str

    def encode(self, text: str) -> bytes | None:
        """The bytes of a text; None if this encoding has not all of its characters."""
        try:
            return self.mark + text.encode(self.name)
        except UnicodeEncodeError:
            return None


def encoding_of(data: bytes, text: str) -> Encoding | None:
    """How these bytes were written, of which `text` was read; None if it cannot be told exactly.

    >>> encoding_of("café".encode(), "café")
    Encoding(mark=b'', name='utf-8')
    """
    ways = [Encoding(mark, name) for mark, name in BOMS if data.startswith(mark)]
    ways.append(Encoding(b"", "utf-8"))
    told = next((way for way in ways if way.encode(text) == data), None)
    if told is not None:
        return told
    best = from_bytes(data).best()
    way = Encoding(b"", best.encoding) if best else None
    return way if way and way.encode(text) == data else None
