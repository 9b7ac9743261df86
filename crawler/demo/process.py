"""The miniature web as a process of its own, so that its work is not counted as the crawler's."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterable
from typing import TextIO

from crawler.demo.host import Hosts
from crawler.demo.steps import Answer
from crawler.demo.web import MiniatureWeb


def serve_until(orders: Iterable[str], out: TextIO, hosts: Hosts, otherwise: Answer | None) -> None:
    """Say in one JSON line where the web is, then once more after each order, until there is none.

    An order is a line with the number of the night to play; give `sys.stdin`, and the web stops
    when it closes. Every line also tells what was asked and sent so far.
    """
    with MiniatureWeb(hosts, otherwise=otherwise) as web:
        say_where(web, out)
        for order in orders:
            web.night = int(order)
            say_where(web, out)


def say_where(web: MiniatureWeb, out: TextIO) -> None:
    """Write one JSON line: connect_to, ca_file, night, and the counts of requests and bytes."""
    news = {
        "connect_to": web.connect_to,
        "ca_file": str(web.ca_file),
        "night": web.night,
        "requests": len(web.log),
        "sent": web.sent,
    }
    out.write(json.dumps(news) + "\n")
    out.flush()


def serve_forever(hosts: Hosts, *, otherwise: Answer | None = None) -> None:
    """Serve as a program: news on stdout, orders on stdin; ends with stdin, SIGTERM or ^C."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    serve_until(sys.stdin, sys.stdout, hosts, otherwise)
