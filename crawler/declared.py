"""What sources.toml names."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

from crawler.errors import UsageProblem
from crawler.lists.source import Source
from crawler.located import address_at, file_at, is_address

_KEYS = {"name": str, "location": str, "enabled": bool, "language": str, "notes": str}


class Declared:
    """The lists that sources.toml names; read when first needed, at once if it was asked for."""

    def __init__(self, path: Path | None) -> None:
        self.path = path or _default()
        self._known = self._read() if path else None

    def names(self) -> list[str]:
        """The names of all lists, enabled or not."""
        return [source.name for source, _ in self._rows()]

    def named(self, name: str) -> Source | None:
        """The list of this name, if there is one."""
        return next((source for source, _ in self._rows() if source.name == name), None)

    def enabled(self) -> list[Source]:
        """The lists that are crawled when none is named."""
        return [source for source, enabled in self._rows() if enabled]

    def _rows(self) -> list[tuple[Source, bool]]:
        if self._known is None:
            self._known = self._read()
        return self._known

    def _read(self) -> list[tuple[Source, bool]]:
        rows = []
        taken: dict[tuple[str, str], int] = {}
        for number, row in enumerate(self._tables(), 1):
            self._check(number, row)
            for key in ("name", "location"):
                other = taken.setdefault((key, row[key]), number)
                if other != number:
                    raise self._problem(number, f"{key} {row[key]!r} is that of list {other}")
            rows.append((self._source(number, row), row.get("enabled", True)))
        return rows

    def _tables(self) -> list[dict[str, Any]]:
        try:
            content = tomllib.loads(self.path.read_text("utf-8"))
        except OSError as error:
            raise UsageProblem(f"{self.path}: cannot be read: {error.strerror}") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise UsageProblem(f"{self.path}: not valid TOML: {error}") from error
        tables = content.pop("list", [])
        if content:
            raise UsageProblem(
                f"{self.path}: unknown key {next(iter(content))!r}; each list is a [[list]] table"
            )
        if not isinstance(tables, list) or not all(isinstance(row, dict) for row in tables):
            raise UsageProblem(f"{self.path}: 'list' is not a table; each list is a [[list]] table")
        return tables

    def _check(self, number: int, row: dict[str, Any]) -> None:
        for key, value in row.items():
            if key not in _KEYS:
                raise self._problem(number, f"unknown key {key!r}; known are {', '.join(_KEYS)}")
            if not isinstance(value, _KEYS[key]):
                wanted = "true or false" if _KEYS[key] is bool else "text in quotes"
                raise self._problem(number, f"{key} must be {wanted}")
        for key in ("name", "location"):
            value = row.get(key, "")
            if not value.strip():
                raise self._problem(number, f"{key} is missing")
            if min(value) < " ":
                raise self._problem(number, f"{key} must stand on one line")

    def _source(self, number: int, row: dict[str, Any]) -> Source:
        location = row["location"]
        if not is_address(location):
            return file_at(self.path.parent / location, row["name"])
        try:
            return address_at(location, row["name"])
        except UsageProblem as error:
            raise self._problem(number, str(error)) from error

    def _problem(self, number: int, what: str) -> UsageProblem:
        return UsageProblem(f"{self.path}: list {number}: {what}")


def _default() -> Path:
    """The sources of the folder we are in, or else the bundled ones."""
    here = Path("sources/sources.toml")
    return here if here.is_file() else bundled()


def bundled() -> Path:
    """The sources that came with linkvitals; called by their way from here, if they lie below."""
    path = Path(str(files("sources"))) / "sources.toml"
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
