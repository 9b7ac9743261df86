"""docs/verdicts.md says what the enum, the rules and the signatures say."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from crawler.verdicts.rules import RULES
from crawler.verdicts.signs.broken import BROKEN
from crawler.verdicts.signs.doors import LOGIN, TERMS
from crawler.verdicts.signs.geo import GEO
from crawler.verdicts.signs.hosting import SERVER_DEFAULT, SUSPENDED
from crawler.verdicts.signs.parked import PARKED
from crawler.verdicts.signs.shell import SHELL
from crawler.verdicts.signs.walls import WALLS
from crawler.verdicts.verdict import Reason, Verdict

from .test_rules import ALSO, EXAMPLES

PAGE = Path(__file__).parents[2] / "docs" / "verdicts.md"
MARK = "<!-- verdicts: written by the tests, see CONTRIBUTING -->\n"

TABLES = {
    "walls": WALLS,
    "countries": GEO,
    "parked domains": PARKED,
    "suspended sites": SUSPENDED,
    "servers without content": SERVER_DEFAULT,
    "sites that are broken": BROKEN,
    "logins": LOGIN,
    "terms": TERMS,
    "shells": SHELL,
}


def rules_of(reason: Reason) -> str:
    """The rules that can give this reason, as the examples show them."""
    shown = [EXAMPLES[reason][0]] if reason in EXAMPLES else []
    shown += [rule for other, rule, _ in ALSO if other is reason]
    return ", ".join(f"`{rule}`" for rule in dict.fromkeys(shown)) or "without a look"


def written() -> Iterable[str]:
    """Everything below the mark."""
    for verdict in Verdict:
        yield f"\n## {verdict.value}\n\n"
        yield "| reason | what was seen | what to do | decided by |\n|---|---|---|---|\n"
        for reason in Reason:
            if reason.verdict is verdict:
                said = (f"`{reason.value}`", reason.cause.meaning, reason.cause.advice)
                yield f"| {' | '.join(said)} | {rules_of(reason)} |\n"
    yield "\n## The rules, in their order\n\n| rule | holds for |\n|---|---|\n"
    for rule in RULES:
        yield f"| `{rule.name}` | {(rule.decide.__doc__ or '').splitlines()[0]} |\n"
    yield "\n## Signatures\n\nWhat is known by its handwriting, whoever uses it.\n\n"
    for kind, table in TABLES.items():
        names = dict.fromkeys(signature.name for signature in table)
        yield f"- {kind}: {', '.join(names)}\n"


def test_every_verdict_reason_and_rule_stands_in_the_document() -> None:
    head, mark, said = PAGE.read_text("utf-8").partition(MARK)
    if os.environ.get("RENEW_SNAPSHOTS"):
        PAGE.write_text(head + MARK + "".join(written()), "utf-8")
        return
    assert mark
    assert said == "".join(written()), "renew with RENEW_SNAPSHOTS=1"


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.value)
def test_a_reason_is_explained_in_sentences(reason: Reason) -> None:
    for sentence in (reason.cause.meaning, reason.cause.advice):
        assert sentence[0].isupper() or sentence.startswith("robots.txt")
        assert sentence.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_what_it_holds_for(rule: object) -> None:
    assert (getattr(rule, "decide").__doc__ or "").splitlines()[0].endswith(".")  # noqa: B009
