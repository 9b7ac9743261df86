"""linkvitals.toml: every option under its own name, the command line wins."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from crawler.errors import UsageProblem

FILE = Path("linkvitals.toml")


def defaults(group: click.Group, path: Path | None) -> dict[str, dict[str, Any]]:
    """What the file sets, a command each, for click's `default_map`.

    A key at the top holds for every command with such an option; a table such as `[report]` for
    that command alone. A key that no option has is an error naming the nearest one.
    """
    if path is None and not FILE.is_file():
        return {}
    content = _load(path or FILE)
    options = {name: _options(command) for name, command in group.commands.items()}
    shared = {key: value for key, value in content.items() if not isinstance(value, dict)}
    _check(path or FILE, shared, set().union(*options.values()), "")
    tables = {key: value for key, value in content.items() if isinstance(value, dict)}
    _check(path or FILE, tables, set(options), "")
    found: dict[str, dict[str, Any]] = {}
    for name, known in options.items():
        own = tables.get(name, {})
        _check(path or FILE, own, known, f"[{name}] ")
        wanted = {key: value for key, value in shared.items() if key in known} | own
        found[name] = {known[key]: value for key, value in wanted.items()}
    return found


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageProblem(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageProblem(f"{path}: not valid TOML: {error}") from error


def _options(command: click.Command) -> dict[str, str]:
    """The names of a command's options as they are typed, and as click calls them."""
    return {
        spelling.removeprefix("--"): str(parameter.name)
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for spelling in parameter.opts
        if spelling.startswith("--")
    }


def _check(path: Path, keys: Mapping[str, Any], known: Any, where: str) -> None:
    for key in keys:
        if key not in known:
            near = difflib.get_close_matches(key, list(known), 1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise UsageProblem(f"{path}: {where}unknown key {key!r}{hint}")
