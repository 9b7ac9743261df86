"""The order in which links are told: what needs doing first, worst first; what to know after it."""

from __future__ import annotations

from typing import NamedTuple

from crawler.store.reader import LinkRow
from reports.model import Report

MARKS = {
    "alive": "●",
    "suspect": "◐",
    "down": "▲",
    "dead": "✖",
    "unverified": "◇",
    "new": "○",
    "invalid": "∅",
    "moved": "→",
    "insecure": "◆",
    "restricted": "■",
    "blocked": "◇",
    "recovered": "●",
    "usurped": "⚑",
    "stranger": "⚑",
    "flapping": "↕",
    "opened": "□",
    "certificate-ends": "◆",
    "incident": "▲",
    "incident-over": "●",
    "entry-added": "+",
    "entry-removed": "−",
    "entry-renamed": "≡",
    "address-replaced": "→",
    "list-changed": "≡",
    "list-unreadable": "∅",
    "access-tightened": "■",
    "access-loosened": "□",
    "license-removed": "✖",
    "license-tightened": "■",
    "license-changed": "≡",
    "license-known": "+",
    "withdrawn": "✖",
    "superseded": "→",
    "deprecated": "▲",
    "archived": "◇",
    "newer-version": "→",
    "version-changed": "≡",
    "size-changed": "≡",
    "files-changed": "≡",
    "doi-changed": "≡",
    "title-changed": "≡",
    "description-changed": "≡",
    "creators-changed": "≡",
    "keywords-changed": "≡",
    "publisher-changed": "≡",
    "embargo-changed": "≡",
    "published-changed": "≡",
    "modified": "≡",
    "host-changed": "▲",
    "contradiction": "◆",
    "reread": "·",
}
"""A mark for every state and group: another shape each, so that no colour is needed."""

MEANINGS = {
    "alive": "A reader gets what the list promises, if need be at a new address or through a door.",
    "suspect": "Failed lately, not often enough to be believed. Told quietly, nothing to do.",
    "down": "Failed on several nights in a row. It may come back.",
    "dead": "Failed for so long, or so finally, that nobody should wait for it.",
    "unverified": "Robots are kept out, so we cannot tell; a person may get through.",
    "new": "Not looked at yet.",
}
"""What each state means, for whoever reads a report for the first time."""


class Section(NamedTuple):
    """Links that are told together."""

    key: str
    title: str
    lead: str
    links: tuple[LinkRow, ...]

    @property
    def mark(self) -> str:
        """The group's mark."""
        return MARKS[self.key]


def to_do(report: Report) -> tuple[Section, ...]:
    """What needs doing, worst first; sections without links are left out."""
    return _present(
        Section("dead", "Dead", "Nobody should wait for these: replace or remove.", report.dead),
        Section("down", "Down", "Failing for several nights; they may come back.", report.down),
        Section("invalid", "Invalid", "These cannot even be tried.", report.invalid),
        Section("moved", "Moved", "Still there, at a new address ready to copy.", report.moved),
        Section("insecure", "Certificates", "There, after a certificate warning.", report.insecure),
    )


def to_know(report: Report) -> tuple[Section, ...]:
    """What is good to know and needs nothing done; sections without links are left out."""
    return _present(
        Section(
            "restricted", "Doors", "There, behind a login, a form or a payment.", report.restricted
        ),
        Section(
            "blocked",
            "Cannot tell",
            "Robots are kept out of these. That is our limit, not the publisher's fault.",
            report.blocked,
        ),
        Section(
            "suspect",
            "Watched quietly",
            "Failed lately, not often enough to be believed.",
            report.suspect,
        ),
    )


def _present(*sections: Section) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.links)
