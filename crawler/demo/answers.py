"""Every answer a host can give, in one place to import from.

An answer is a function from what was asked to steps (see `steps`); these make them, and any
function of that form will do as well: `lambda asked: page(f"Visit {asked.number}")(asked)`.

| it behaves                      | the server ...                                                 |
|---------------------------------|----------------------------------------------------------------|
| `page(title, ...)`              | gives an HTML page, with an ETag and 304                       |
| `text(content, type)`           | gives any text or bytes                                        |
| `json(value)`                   | gives JSON                                                     |
| `file(size, type, ...)`         | gives a file, with ranges, however large                       |
| `status(code, reason)`          | gives a bare status; nginx's page, or `body`                   |
| `redirect(code, location)`      | sends elsewhere, with a `cookie` if told                       |
| `raw(bytes)`                    | gives these bytes, from the status line on                     |
| `encoded(page, "gzip")`         | compresses, or only says so (`compress=bytes`)                 |

| it misbehaves                   | the server ...                                                 |
|---------------------------------|----------------------------------------------------------------|
| `hang`                          | never answers                                                  |
| `reset_at_once` `close_at_once` | drops the connection once it has read the request              |
| `slow(seconds, answer)`         | thinks first                                                   |
| `drip(answer, seconds)`         | gives the body byte by byte                                    |
| `cut(answer, after)`            | closes in the middle of the body; `reset=True` resets          |
| `stall(answer, after)`          | falls silent in the middle of the body                         |
| `lie(answer, content_length)`   | declares a wrong length, or None                               |
| `endless(type)`                 | never stops; `chunked=False` until closed                      |
| `bomb(decoded_size)`            | gives few bytes that decode to very many                       |
| `retouch(answer, change)`       | has a head changed by a function of bytes                      |

| it depends                      | the server ...                                                 |
|---------------------------------|----------------------------------------------------------------|
| `nights(a, b, c)`               | gives a on night 1, b on night 2, c from then on               |
| `in_turn(a, b)`                 | gives a to a night's first request, b to later ones            |
| `when(condition, a, b)`         | gives a if the condition holds, else b                         |
| `method_not_allowed(a)`         | gives 405 to HEAD, else a                                      |

Conditions: `asks("HEAD")`, `over("http")`, `header("User-Agent", "curl")`, `header("Cookie")`, or
any function of what was asked. A header that repeats: `headers=[("Set-Cookie", "a=1"), ...]`.
"""

from __future__ import annotations

from crawler.demo.choices import asks, header, in_turn, method_not_allowed, nights, over, when
from crawler.demo.faults import (
    close_at_once,
    cut,
    drip,
    hang,
    lie,
    reset_at_once,
    retouch,
    slow,
    stall,
)
from crawler.demo.files import file
from crawler.demo.floods import bomb, encoded, endless
from crawler.demo.replies import json, page, raw, redirect, status, text

__all__ = [
    "asks",
    "bomb",
    "close_at_once",
    "cut",
    "drip",
    "encoded",
    "endless",
    "file",
    "hang",
    "header",
    "in_turn",
    "json",
    "lie",
    "method_not_allowed",
    "nights",
    "over",
    "page",
    "raw",
    "redirect",
    "reset_at_once",
    "retouch",
    "slow",
    "stall",
    "status",
    "text",
    "when",
]
