"""The documents say what the program does."""

from __future__ import annotations

import os
import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest

from crawler import __version__
from crawler.cli import cli
from crawler.lists.lint import Fault
from crawler.lists.mention import Kind, Role
from crawler.lists.repair import Repair
from crawler.lists.twins import Reason
from tests.conftest import Linkvitals

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
MARK = "<!-- options: written by the tests, see CONTRIBUTING -->\n"


def option_tables() -> str:
    """Every option of every command, as docs/configuration.md shows them."""
    parts = []
    for name, command in sorted(cli.commands.items()):
        parts.append(f"\n## {name}\n\n| option | default | what it does |\n|---|---|---|\n")
        parts += [
            _option_row(option) for option in command.params if isinstance(option, click.Option)
        ]
    return "".join(parts)


def _option_row(option: click.Option) -> str:
    default = option.default
    shown = str(default) if isinstance(default, (float, int, str, Path)) and default != "" else ""
    if option.is_flag and not option.secondary_opts:
        shown = ""
    meaning = (option.help or "").split("  [default:")
    stated = meaning[1].rstrip("]").strip() if len(meaning) > 1 else shown
    names = " / ".join(f"`{spelling}`" for spelling in option.opts + option.secondary_opts)
    return f"| {names} | {stated} | {meaning[0].strip()} |\n"


def test_the_options_stand_in_the_configuration_page() -> None:
    page = ROOT / "docs" / "configuration.md"
    head, mark, tables = page.read_text("utf-8").partition(MARK)
    if os.environ.get("RENEW_SNAPSHOTS"):
        page.write_text(head + MARK + option_tables(), "utf-8")
        return
    assert mark
    assert tables == option_tables(), "renew with RENEW_SNAPSHOTS=1"


@pytest.mark.parametrize("name", cli.commands)
def test_every_command_has_help_that_teaches(name: str, linkvitals: Linkvitals) -> None:
    left = linkvitals(name, "--help")
    assert left.code == 0
    assert "\\b" not in left.out, "the mark for lines that stay as they are is one character"
    assert len(cli.commands[name].help or "") > 40
    for option in cli.commands[name].params:
        if isinstance(option, click.Option):
            assert option.help, f"{name} {option.opts[0]} says nothing"


@pytest.mark.parametrize("name", cli.commands)
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert f"`linkvitals {name}" in (ROOT / "README.md").read_text("utf-8")


def commands_in(page: Path) -> list[str]:
    """Every line that a reader is told to type."""
    blocks = re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


TYPED = [(page.name, line) for page in PAGES for line in commands_in(page)]


@pytest.mark.parametrize(("page", "line"), TYPED, ids=[line for _, line in TYPED])
def test_a_command_in_the_documents_exists(page: str, line: str) -> None:
    program, *arguments = shlex.split(line)
    if program == "make":
        targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
        assert set(arguments) <= set(targets)
    else:
        assert program.endswith("linkvitals")
        context = cli.make_context("linkvitals", arguments, resilient_parsing=True)
        name, command, rest = cli.resolve_command(context, arguments)
        assert command is not None, f"{name} is no command"
        command.make_context(str(name), rest, resilient_parsing=False)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_links_between_the_documents_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_toml_in_the_configuration_page_is_accepted(
    tmp_path: Path, linkvitals: Linkvitals
) -> None:
    text = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    example = re.search(r"```toml\n(.*?)```", text, re.DOTALL)
    assert example
    path = tmp_path / "linkvitals.toml"
    path.write_text(example[1])
    assert tomllib.loads(example[1])
    left = linkvitals("--config", path, "entries", ROOT / "sources" / "public-data-sets.md")
    assert left.code == 0, left.err


def test_the_changelog_knows_this_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_repair_lint_and_role_stands_in_the_page_on_lists() -> None:
    page = (ROOT / "docs" / "lists.md").read_text("utf-8")
    for repair in Repair:
        assert f"| `{repair.value}` | {repair.sentence} |\n" in page
    for word in [*Fault, *Reason, *Role, *Kind]:
        assert f"`{word.value}`" in page
