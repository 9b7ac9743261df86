"""linkvitals.toml: every option under its own name, the command line wins."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Collection, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from crawler.errors import UsageProblem

FILE = Path("linkvitals.toml")

Options = dict[str, click.Option]


class _Wrong(Exception):
    """Something in the file cannot be so; says what, from the key on."""


def defaults(group: click.Group, path: Path | None) -> dict[str, dict[str, Any]]:
    """What the file sets, a command each, for click's `default_map`.

    A key at the top holds for every command with such an option that takes such a value; a table
    such as `[report]` for that command alone. A key that no option has is an error naming the
    nearest one.
    """
    file = path or FILE
    if path is None and not file.is_file():
        return {}
    try:
        return _defaults(_load(file), {name: _options(c) for name, c in group.commands.items()})
    except _Wrong as wrong:
        raise UsageProblem(f"{file}: {wrong}") from wrong


def _load(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise _Wrong(f"cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _Wrong(f"not valid TOML: {error}") from error


def _options(command: click.Command) -> Options:
    """A command's options, by the names under which they are typed."""
    return {
        spelling.removeprefix("--"): parameter
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for spelling in parameter.opts
        if spelling.startswith("--")
    }


def _defaults(
    content: Mapping[str, Any], commands: Mapping[str, Options]
) -> dict[str, dict[str, Any]]:
    known = {f"[{name}]" for name in commands}.union(*commands.values())
    shared = {key: value for key, value in content.items() if not isinstance(value, dict)}
    tables = {key: value for key, value in content.items() if isinstance(value, dict)}
    _all_known([*shared, *(f"[{name}]" for name in tables)], known, "")
    found: dict[str, dict[str, Any]] = {name: {} for name in commands}
    for key, value in shared.items():
        _set_everywhere(found, commands, key, value)
    for name, table in tables.items():
        _all_known(table, commands[name], f"[{name}] ")
        for key, value in table.items():
            option = commands[name][key]
            found[name][str(option.name)] = _taken(f"[{name}] {key}", option, value)
    return found


def _all_known(keys: Collection[str], known: Collection[str], where: str) -> None:
    for key in keys:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise _Wrong(f"{where}unknown key {key!r}{hint}")


def _set_everywhere(
    found: dict[str, dict[str, Any]], commands: Mapping[str, Options], key: str, value: Any
) -> None:
    """Set a key for every command that has it; one of them at least must take the value."""
    refusals, takers = [], 0
    for name, options in commands.items():
        if key in options:
            try:
                found[name][str(options[key].name)] = _taken(key, options[key], value)
                takers += 1
            except _Wrong as wrong:
                refusals.append(wrong)
    if not takers:
        raise refusals[0]


def _taken(label: str, option: click.Option, value: Any) -> Any:
    """The value for click, if the option takes it; what can be given again may be an array."""
    if option.multiple:
        items = value if isinstance(value, list) else [value]
        return [_one(label, option, item) for item in items]
    return _one(label, option, value)


def _one(label: str, option: click.Option, value: Any) -> Any:
    kinds, words = _KINDS.get(option.type.name, _TEXT)
    if type(value) not in kinds:  # exactly: Python counts true among the whole numbers
        raise _Wrong(f"{label} must be {words}, not {value!r}")
    if isinstance(option.type, click.Path):
        return value  # whether the file can be used is known when it is
    try:
        option.type.convert(value, option, None)
    except click.BadParameter as error:
        raise _Wrong(f"{label}: {error.message}") from error
    except OverflowError as error:
        raise _Wrong(f"{label} is too large") from error
    return value


_TEXT: tuple[tuple[type, ...], str] = ((str,), "text")
_KINDS: dict[str, tuple[tuple[type, ...], str]] = {
    "boolean": ((bool,), "true or false"),
    "integer": ((int,), "a whole number"),
    "integer range": ((int,), "a whole number"),
    "float": ((int, float), "a number"),
    "moment": ((str, date, datetime), "a moment"),
    "day": ((str, date), "a day"),
}
