"""Every command -> help with an example that the command line takes, and a place in docs/commands.md."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import Result

from standpoint.cli.app import app

Run = Callable[..., Result]
PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands.md"


def commands() -> Iterator[tuple[str, Any]]:
    """Every command with the words that call it."""
    yield from _under(typer.main.get_command(app), ())


def _under(command: Any, words: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield " ".join(words), command
        return
    for name, sub in inner.items():
        yield from _under(sub, (*words, name))


COMMANDS = dict(commands())


@pytest.mark.parametrize("words", COMMANDS)
def test_help_has_an_example(run: Run, words: str) -> None:
    result = run(*words.split(), "--help")
    assert result.exit_code == 0
    example = re.search(r"Example:\s+(standpoint .*)", result.stdout)
    assert example is not None
    called = shlex.split(example[1])[1:]
    assert " ".join(called).startswith(words)
    known = {o for p in COMMANDS[words].params for o in p.opts}
    assert {w for w in called if w.startswith("--")} <= known


@pytest.mark.parametrize("words", COMMANDS)
def test_every_parameter_is_explained(words: str) -> None:
    assert [p.name for p in COMMANDS[words].params if not getattr(p, "help", None)] == []


def sections() -> dict[str, str]:
    """The page by its headings."""
    parts = re.split(r"^#+ `standpoint ([a-z ]+)`.*$", PAGE.read_text("utf-8"), flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_the_page_has_every_command_and_no_other() -> None:
    assert sorted(sections()) == sorted(COMMANDS)


@pytest.mark.parametrize("words", COMMANDS)
def test_the_page_has_every_option(words: str) -> None:
    section = sections()[words]
    options = [max(p.opts, key=len) for p in COMMANDS[words].params if p.param_type_name == "option"]
    assert [o for o in options if f"`{o}" not in section and o != "--help"] == []


def test_the_page_has_no_option_that_is_not_there() -> None:
    wrong = []
    for words, section in sections().items():
        known = {o for p in COMMANDS[words].params for o in p.opts}
        wrong += [(words, o) for o in re.findall(r"^\| `(--[a-z-]+)", section, flags=re.M) if o not in known]
    assert wrong == []
