"""Answers as no server should give them: every part odd, cut anywhere, packed as it does not say.

Made from a seed by hand: hypothesis would take ten times as long to make them as to look at them.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

URLS = (
    "https://atlas.example.org/sets/rivers",
    "http://atlas.example.org/",
    "https://doi.org/10.5555/atlas",
    "https://hdl.handle.net/20.500.12345/atlas",
    "https://arxiv.org/abs/2101.00001",
    "https://github.com/keeper/atlas",
    "https://zenodo.org/records/1234567",
    "https://www.kaggle.com/datasets/keeper/atlas",
    "https://huggingface.co/datasets/keeper/atlas",
    "https://atlas.example.org/sets/rivers.zip",
    "https://atlas.example.org/view?set=rivers&id=17",
)

_STATUS_LINES = (
    b"HTTP/1.1 200 OK", b"HTTP/1.0 200", b"HTTP/2 200", b"ICY 200 OK", b"http/1.1 200 ok",
    b"HTTP 200", b"HTTP/1.1 2000", b"HTTP/1.1  200 ", b"HTTP/999.999 200", b"HTTP/1.1 -1",
    b"HTTP/1.1 200 \xff\x00", b"\r\n\r\nHTTP/1.1 200", b"HTTP/1.1 100\r\n\r\nHTTP/1.1 200",
    b"HTTP/1.1 100\r\n\r\n" * 20, b"HTTP/1.1 101 Switching", b"HTTP/1.1 204", b"HTTP/1.1 304", b"",
    b"SSH-2.0-x", b"HTTP/1.1", b"HTTP/1.1 \xb2\xb0\xb0", b"HTTP/1.1 000", b"HTTP/1.1 999 No",
)  # fmt: skip

_SAYINGS = {
    b"Content-Type": (
        b"text/html; charset=utf-16",
        b"text/html; charset=idna",
        b"text/html;charset=\xff",
        b"",
        b"application/json",
        b"image/png",
        b"application/xhtml+xml; charset=utf-7",
        b"html",
    ),
    b"Content-Length": (
        b"0",
        b"5",
        b"-1",
        b"99999999999999999999",
        b"5, 5",
        b"1e9",
        b"\xb2",
        b"\xd9\xa5",
        b"",
    ),
    b"Transfer-Encoding": (b"chunked", b"gzip, chunked", b"identity", b"CHUNKED;x"),
    b"Content-Encoding": (b"gzip", b"deflate", b"br", b"x-gzip, deflate", b"identity", b",,"),
    b"Location": (
        b"/",
        b"//",
        b"///",
        b"?",
        b"#",
        b"/new",
        b"/other",
        b"http://atlas.example.org/",
        b"",
        b"http://[::1",
        b"http://[::1]/",
        b"https://\xc3\xbc.example/\xfc",
        b"http://a:99999/",
        b"http://a..b/",
        b"http://" + b"a" * 300,
        b"javascript:alert(1)",
        b"https:///x",
        b"\\\\x\\y",
        b"http://%00/",
        b"http://xn--a/",
        b"http://xn--\xe2\x80\xae/",
        b"http:\x00//a",
        b"http://\xad/",
        b"http://a@b@c/",
        b"?" + b"&" * 99,
        b"/%",
        b"/\xff",
        b"http://a/\r\r\nX: y",
        b"ftp://x/",
        b"http://169.254.169.254/",
        b"/" + b"x" * 20000,
        b"https://atlas.example.org/login?next=/",
        b"http:/new",
        b"http:new",
        b"//[",
        b"//]:1/",
    ),
    b"Set-Cookie": (
        b"a=b; Path=/; Expires=Thu, 99 Foo 9999 99:99:99 GMT",
        b"=;=;",
        b";",
        b"a",
        b"a=\xff",
        b"a=b; Domain=.example.org; Max-Age=-9999999999999999999",
        b"a=b; Max-Age=x",
        b'a=b; Version=x; Port="x"',
        b"a=b; Expires=Thu, 01 Jan 99999 00:00:00 GMT",
        b"a=\r\r",
    ),
    b"Retry-After": (
        b"0",
        b"3600",
        b"-1",
        b"1e9",
        b"\xb2",
        b"9" * 30,
        b"Thu, 01 Jan 99999 00:00:00 GMT",
        b"Thu, 31 Feb 2026 25:61:61 +9999",
        b"Fri, 20 Nov 2026 03:00:00 GMT",
        b"soon",
        b"",
        b"Mon, 01 Jan 0001 00:00:00 +2359",
        b"Fri, 31 Dec 9999 23:59:59 -2359",
    ),
    b"Date": (b"Fri, 20 Nov 2026 03:00:00 GMT", b"never", b"Mon, 01 Jan 0001 00:00:00 +2359"),
    b"Content-Language": (b"en", b"\xff", b"de, en", b""),
    b"Connection": (b"close", b"keep-alive", b"upgrade"),
    b"WWW-Authenticate": (b'Basic realm="\xff"', b"Bearer", b""),
    b"Server": (b"cloudflare", b"\xff\x00", b"nginx"),
    b"CF-Mitigated": (b"challenge",),
    b"Refresh": (b"0; url=/new",),
    b"ETag": (b'"\x80"', b"W/"),
    b"Content-Disposition": (b"attachment; filename=\xff", b"attachment"),
}
_NAMES = (*_SAYINGS, b"Last-Modified", b"Link", b"X", b"", b" ", b"\xc3\xbc", b"Location ", b"\x00")
_VALUES = tuple(value for values in _SAYINGS.values() for value in values)

_MARKUP = (
    b"<!doctype html>", b"<html lang=en>", b"<html lang='\x00'>", b"<head>", b"<title>",
    b"404 Not Found", b"Just a moment...", b"Rivers", b"</title>", b"<meta charset=utf-16>",
    b"<meta charset='x-unknown'>", b"<meta charset=idna>", b"<meta http-equiv=refresh content='0;",
    b"url=/new'>", b"url=http://[/'>", b".;x'>", b"<meta name=description content='", b"'>",
    b"<body onload=", b"<h1>", b"<h1>" * 50, b"</h1>", b"<p>", b"words " * 50, b"<script>",
    b"location='/new';", b"location.href=\"http://[::1\"\n", b"</script>", b"<form>",
    b"<input type=password>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?xml version='1.0'?>",
    b"<?xml encoding='x'?>", b"&#0;", b"&#xD800;", b"&#x110000;", b"&#99999999999999999999;",
    b"&amp", b"\x00", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf0\x9f\x92",
    b"<" * 99, b"<a " + b"b " * 99, b"<div>" * 300, b"</div>" * 300, b"<svg><title>x</title>",
    b"<table><p>", b"<noscript>", b"<frameset>", b"<plaintext>", b"<a href='\xff'>", b"<b\x00c>",
    b"{\"@context\":", b"[[[[", b"%PDF-1.4", b"PK\x03\x04", b"\x1f\x8b", b"<template>",
    b"<html xmlns:x='\x01'>", b"<x:y x:z=1>", b"<select><option>", b"<iframe>", b"<base href='//'>",
)  # fmt: skip


_JSON = (
    b"{", b"}", b"[", b"]", b",", b":", b"1", b"100", b"null", b"NaN", b"1e999", b"true", b"404",
    b'"responseCode"', b'"values"', b'"status"', b'"state"', b'"error"', b'"message"', b'"private"',
    b'"\\ud800"', b'"\xff"', b"[" * 2000, b'{"id":', b'"code"', b'"files"', b'"title"', b"{}",
    b'{"responseCode":100,"handle":"10.5555/atlas"}', b'{"message":"Not Found","status":"404"}',
    b'{"responseCode":1,"values":[]}', b'{"full_name":"\\ud800","private":false,"archived":true}',
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wire:
    """What comes over one connection, piece by piece, and whether it ends with a reset."""

    pieces: Sequence[bytes]
    reset: bool


_HTML = b"Content-Type: text/html\r\n"


def _raw_deflate(data: bytes) -> bytes:
    squeeze = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return squeeze.compress(data) + squeeze.flush()


def _chunks(data: bytes, size: int) -> bytes:
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in [*pieces, b""])


_PACKINGS = (
    (b"", lambda data: data),
    (b"", lambda data: data),
    (b"Content-Encoding: gzip\r\n", lambda data: gzip.compress(data, 1)),
    (b"Content-Encoding: deflate\r\n", zlib.compress),
    (b"Content-Encoding: deflate\r\n", _raw_deflate),
    (b"Content-Encoding: gzip\r\n", lambda data: data),
    (b"Content-Encoding: gzip\r\n", lambda data: gzip.compress(data, 1)[:-9] + b"\xff" * 9),
    (b"Content-Encoding: gzip, gzip\r\n", lambda data: gzip.compress(gzip.compress(data, 1), 1)),
    (b"Content-Encoding: br\r\n", lambda data: data),
    (b"", lambda data: gzip.compress(data, 1)),
)
_FRAMINGS = (
    (b"", lambda data: data),
    (b"Content-Length: %d\r\n", lambda data: data),
    (b"Content-Length: 9%d\r\n", lambda data: data),
    (b"Transfer-Encoding: chunked\r\n", lambda data: _chunks(data, 7)),
    (b"Transfer-Encoding: chunked\r\n", lambda data: _chunks(data, 1000)[:-5]),
    (b"Transfer-Encoding: chunked\r\n", lambda data: data),
    (b"Transfer-Encoding: chunked\r\n", lambda data: b"-5\r\n" + data),
    (b"Transfer-Encoding: chunked\r\n", lambda data: b"ffffffffffffffff\r\n" + data),
    (b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", lambda data: _chunks(data, 3)),
    (b"", lambda data: _chunks(data, 9)),
)


def a_wire(dice: Random) -> Wire:
    """One answer, from its first byte to how the connection ends."""
    packed, pack = dice.choice(_PACKINGS)
    framed, frame = dice.choice(_FRAMINGS)
    parts, most = dice.choice(
        ((_MARKUP, 12), (_MARKUP, 12), (_MARKUP, 12), (_JSON, 12), (_JSON, 1))
    )
    body = pack(_joined(dice, parts, most))
    said = framed.replace(b"%d", b"%d" % len(body))
    kind = dice.choice((_HTML, _HTML, b""))
    headers = b"".join(_header(dice) for _ in range(dice.randrange(7)))
    whole = _status(dice) + b"\r\n" + headers + kind + packed + said + b"\r\n" + frame(body)
    came = whole[: dice.choice((len(whole), dice.randrange(len(whole) + 1)))]
    size = dice.choice((1 << 16, 1 << 16, 1 << 16, 7, 1))
    came = came if size > 1 else came[:300]
    return Wire([came[at : at + size] for at in range(0, len(came), size)], dice.random() < 0.3)


def _status(dice: Random) -> bytes:
    usual = b"HTTP/1.1 %d X" % dice.choice((200, 200, 200, 301, 302, 404, 403, 503))
    return dice.choice(
        (usual, usual, b"HTTP/1.1 %d X" % dice.randrange(1000), dice.choice(_STATUS_LINES))
    )


def _header(dice: Random) -> bytes:
    middle = dice.choice((b": ", b": ", b":", b" : ", b"", b":\r\n "))
    end = dice.choice((b"\r\n", b"\r\n", b"\r\n", b"\n", b"\r"))
    name = dice.choice((dice.choice(_NAMES), b"Location"))
    fitting = dice.choice(_SAYINGS.get(name, _VALUES))
    return name + middle + dice.choice((fitting, fitting, _joined(dice, _VALUES, 2))) + end


def _joined(dice: Random, parts: Sequence[bytes], most: int) -> bytes:
    count = dice.randrange(most + 1)
    return b"".join(
        dice.choice(parts) if dice.random() < 0.8 else dice.randbytes(dice.randrange(12))
        for _ in range(count)
    )
