"""The demo: a few nights of the bundled lists, played on the miniature web."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from crawler.clock import SystemClock, to_text
from crawler.demo.table import HOSTS, any_page
from crawler.demo.web import MiniatureWeb
from crawler.night import Result, run_night
from crawler.settings import CrawlSettings
from crawler.store.reader import Reader, reading
from crawler.watched import bundled, find
from crawler.watcher import Watcher
from crawler.written import write_whole
from reports import html, markdown
from reports.model import make_report

NIGHTS = 3

Tell = Callable[[Result, Reader, datetime], None]


class Played(NamedTuple):
    """Where the demo left what it made."""

    database: Path
    html: Path
    markdown: Path


def play(folder: Path, last_night: datetime, watcher: Watcher, tell: Tell) -> Played:
    """Play the nights up to the last one, telling of each; an earlier demo is overwritten."""
    made = Played(folder / "linkvitals.db", folder / "report.html", folder / "report.md")
    for left in folder.glob(f"{made.database.name}*"):
        left.unlink()
    with MiniatureWeb(HOSTS, otherwise=any_page) as web, _trusting(web.ca_file):
        for night in range(1, NIGHTS + 1):
            web.night = night
            start = last_night - timedelta(days=NIGHTS - night)
            settings = CrawlSettings(
                timeout=1.0, delay=0.0, second_look=0.2, connect_to=web.connect_to
            )
            result = run_night(
                find((), bundled()),
                settings,
                database=made.database,
                clock=SystemClock(start),
                watcher=watcher,
            )
            with reading(made.database) as reader:
                tell(result, reader, start)
    _write_reports(made, last_night)
    return made


def _write_reports(made: Played, moment: datetime) -> None:
    with reading(made.database) as reader:
        report = make_report(reader, to_text(moment))
    assert report is not None
    write_whole(made.html, html.render(report))
    write_whole(made.markdown, markdown.render(report))


@contextmanager
def _trusting(authority: Path) -> Iterator[None]:
    """Trust the miniature web's own authority, as a user would: through SSL_CERT_FILE."""
    before = os.environ.get("SSL_CERT_FILE")
    os.environ["SSL_CERT_FILE"] = str(authority)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SSL_CERT_FILE"]
        else:
            os.environ["SSL_CERT_FILE"] = before
