"""How commands explain themselves: a function and an example come in, a command with both in its help goes out."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import typer


def add_command(
    app: typer.Typer, command: Callable[..., None], example: str, *, name: str | None = None, panel: str | None = None
) -> None:
    """Adds a command whose help is its docstring and, below the options, an example to copy."""
    app.command(
        name, help=reflow(command.__doc__ or ""), epilog=f"Example:  standpoint {example}", rich_help_panel=panel
    )(command)


def reflow(text: str) -> str:
    """A docstring with each paragraph on one line, so that the help breaks lines where the terminal ends."""
    return "\n\n".join(" ".join(p.split()) for p in inspect.cleandoc(text).split("\n\n"))
