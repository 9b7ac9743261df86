"""linkvitals.toml: every option under its own name, and one line for whatever cannot be so."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click
import pytest

from crawler.cli import cli
from crawler.commands.report import FORMATS
from crawler.config import defaults
from crawler.errors import UsageProblem
from crawler.exits import Exit
from tests.conftest import Linkvitals


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, without a linkvitals.toml."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(text: str) -> dict[str, dict[str, Any]]:
    path = Path("settings.toml")
    path.write_text(text, "utf-8")
    return defaults(cli, path)


def test_without_a_file_nothing_is_set() -> None:
    assert defaults(cli, None) == {}


def test_linkvitals_toml_in_this_folder_is_read_unless_another_is_named() -> None:
    Path("linkvitals.toml").write_text("timeout = 5\n")
    assert defaults(cli, None)["crawl"]["timeout"] == 5
    assert "timeout" not in read("delay = 2\n")["crawl"]


def test_a_key_at_the_top_holds_for_every_command_that_has_it() -> None:
    found = read('db = "vitals.db"\ntimeout = 5\n')
    assert found["crawl"] == found["schedule"] == {"database": "vitals.db", "timeout": 5}
    assert found["status"] == found["show"] == found["report"] == {"database": "vitals.db"}
    assert found["links"] == {}


def test_a_table_holds_for_its_command_and_wins_over_the_top() -> None:
    found = read("timeout = 5\n[schedule]\ntimeout = 30\nsecond-look = 0.5\n")
    assert found["crawl"] == {"timeout": 5}
    assert found["schedule"] == {"timeout": 30, "second_look": 0.5}


def test_a_key_at_the_top_holds_for_those_who_take_its_value() -> None:
    found = read('format = "jsonl"\n')
    assert found["links"] == found["entries"] == found["status"] == {"form": "jsonl"}
    assert found["report"] == {}
    assert read('format = "html"\n')["report"] == {"form": "html"}
    assert read('format = "markdown"\n')["report"] == read('format = "markdown"\n')["links"]


@pytest.mark.parametrize(
    ("line", "name", "values"),
    [
        ('allow-network = ["10.0.0.0/8", "::1"]', "allow_network", ["10.0.0.0/8", "::1"]),
        ('allow-network = "10.0.0.0/8"', "allow_network", ["10.0.0.0/8"]),
        ("allow-network = []", "allow_network", []),
        ('connect-to = [":80:127.0.0.1:8080"]', "connect_to", [":80:127.0.0.1:8080"]),
    ],
)
def test_what_can_be_given_again_may_be_an_array(line: str, name: str, values: list[str]) -> None:
    assert read(line)["crawl"] == {name: values}


VALUES: dict[str, Any] = {
    "text": "a",
    "integer": 3,
    "float": 2.5,
    "boolean": True,
    "integer range": 3,
    "file": "f",
    "path": "f",
    "directory": "d",
    "moment": datetime(2026, 11, 20, tzinfo=UTC),
    "day": date(2099, 12, 31),
}


def toml(option: click.Option) -> Any:
    """A value that the option takes, as TOML has it."""
    if isinstance(option.type, click.Choice):
        return option.type.choices[0]
    return VALUES[option.type.name]


def in_toml(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return repr(value).lower() if isinstance(value, (bool, int, float)) else f'"{value}"'


OPTIONS = [
    pytest.param(name, option, spelling.removeprefix("--"), id=f"{name} {spelling}")
    for name, command in cli.commands.items()
    for option in command.params
    if isinstance(option, click.Option)
    for spelling in option.opts
    if spelling.startswith("--")
]


@pytest.mark.parametrize(("command", "option", "key"), OPTIONS)
def test_every_option_of_every_command_can_be_set(
    command: str, option: click.Option, key: str
) -> None:
    value = toml(option)
    expected = [value] if option.multiple else value
    assert read(f"[{command}]\n{key} = {in_toml(value)}\n")[command] == {option.name: expected}
    assert read(f"{key} = {in_toml(value)}\n")[command] == {option.name: expected}


NEEDED = {
    "show": ["https://a.example/"],
    "check": ["https://a.example/"],
    "mute": ["https://a.example/", "--until=2099-01-01", "--why=known"],
    "unmute": ["https://a.example/"],
    "search": ["rivers"],
}
"""What these commands do not run without."""


@pytest.mark.parametrize(("command", "option", "key"), OPTIONS)
def test_what_is_set_arrives_and_the_command_line_wins(
    command: str, option: click.Option, key: str
) -> None:
    value = toml(option)
    found = read(f"[{command}]\n{key} = {in_toml(value)}\n")
    arguments = [each for each in NEEDED.get(command, []) if not each.startswith(f"--{key}=")]
    context = cli.commands[command].make_context(command, [*arguments], default_map=found[command])
    assert context.get_parameter_source(str(option.name)) is click.core.ParameterSource.DEFAULT_MAP
    assert context.params[str(option.name)] == as_python(option, value)
    given = [*spelled(option, value), *arguments]
    context = cli.commands[command].make_context(command, given, default_map=found[command])
    assert context.get_parameter_source(str(option.name)) is click.core.ParameterSource.COMMANDLINE


def as_python(option: click.Option, value: Any) -> Any:
    """What a command is given for a value of the file."""
    if option.multiple:
        return (value,)
    is_path = isinstance(option.type, click.Path) and option.type.type is Path
    return Path(value) if is_path else value


def spelled(option: click.Option, value: Any) -> list[str]:
    """The option on a command line, a flag the other way round."""
    return [*option.secondary_opts] if option.secondary_opts else [option.opts[0], str(value)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("timout = 5", "unknown key 'timout'; did you mean 'timeout'?"),
        ("per_host = 2", "unknown key 'per_host'; did you mean 'per-host'?"),
        ("robots = false", "unknown key 'robots'; did you mean 'no-robots'?"),
        ("[crwl]\ntimeout = 5", "unknown key '[crwl]'; did you mean '[crawl]'?"),
        ("crawl = 5", "unknown key 'crawl'; did you mean '[crawl]'?"),
        ("[timeout]\nseconds = 5", "unknown key '[timeout]'; did you mean 'timeout'?"),
        ("[report]\noutptu = 'a'", "[report] unknown key 'outptu'; did you mean 'output'?"),
        ("[links]\ntimeout = 5", "[links] unknown key 'timeout'"),
        ("xyzzy = 5", "unknown key 'xyzzy'"),
        ("timeout = '5'", "timeout must be a number, not '5'"),
        ("timeout = true", "timeout must be a number, not True"),
        ("timeout = [5]", "timeout must be a number, not [5]"),
        (f"timeout = 1{'0' * 400}", "timeout is too large"),
        ("per-host = 2.5", "per-host must be a whole number, not 2.5"),
        ("no-robots = 'yes'", "no-robots must be true or false, not 'yes'"),
        ("progress = 1", "progress must be true or false, not 1"),
        ("db = 5", "db must be text, not 5"),
        ("db = ['a']", "db must be text, not ['a']"),
        ("allow-network = [5]", "allow-network must be text, not 5"),
        ("at = 5", "at must be a moment, not 5"),
        ("at = 'soon'", "at: 'soon' is not a moment such as 2026-11-20T03:00Z"),
        ("at = 03:00:00", "at must be a moment, not datetime.time(3, 0)"),
        *(
            (
                f"[report]\nformat = '{word}'",
                f"[report] format: '{word}' is not one of {', '.join(map(repr, FORMATS))}.",
            )
            for word in ("xml", "jsonl")
        ),
        ("[schedule]\ncron = 3", "[schedule] cron must be text, not 3"),
        ("[crawl.timeout]\nseconds = 5", "[crawl] timeout must be a number, not {'seconds': 5}"),
    ],
)  # fmt: skip
def test_what_cannot_be_so_is_said_in_one_line_with_file_and_key(
    text: str, problem: str, linkvitals: Linkvitals
) -> None:
    with pytest.raises(UsageProblem) as told:
        read(text)
    assert str(told.value) == f"settings.toml: {problem}"
    left = linkvitals("--config", "settings.toml", "status")
    assert (left.code, left.out) == (Exit.WRONG_USE, "")
    assert left.err == f"linkvitals: settings.toml: {problem}\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"timeout = \n", "not valid TOML: ", id="half a line"),
        pytest.param(b"a = 1\na = 2\n", "not valid TOML: ", id="a key twice"),
        pytest.param("contact = 'Säle'".encode("latin-1"), "not valid TOML: ", id="not UTF-8"),
        pytest.param(b"\0\1\2", "not valid TOML: ", id="binary data"),
    ],
)
def test_what_is_no_toml_is_said_in_one_line(
    content: bytes, words: str, linkvitals: Linkvitals
) -> None:
    Path("linkvitals.toml").write_bytes(content)
    left = linkvitals("status")
    assert left.code == Exit.WRONG_USE
    assert left.err.startswith(f"linkvitals: linkvitals.toml: {words}")
    assert left.err.count("\n") == 1


def test_a_file_that_was_named_must_be_there(linkvitals: Linkvitals) -> None:
    left = linkvitals("--config", "no.toml", "status")
    assert left.code == Exit.WRONG_USE
    assert left.err == "linkvitals: no.toml: cannot be read: No such file or directory\n"


def test_an_empty_file_sets_nothing() -> None:
    assert not any(read("# nothing yet\n").values())


def test_a_whole_command_goes_by_the_file_and_by_the_command_line_first(
    linkvitals: Linkvitals,
) -> None:
    Path("list.md").write_text("[Atlas](https://atlas.example.org/)\n")
    Path("linkvitals.toml").write_text('[links]\nformat = "csv"\n')
    assert linkvitals("links", "list.md").out.startswith("list,line,column,url,raw,")
    assert linkvitals("links", "list.md", "--format", "jsonl").out.startswith('{"list": "list.md"')
