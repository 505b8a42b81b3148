"""The command line put together: command functions of the other files come in, the program goes out."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import standpoint
from standpoint.cli import actors, codebooks, demo, evaluate, positions, reading, records, statements, suggest
from standpoint.cli.help import add_command, reflow
from standpoint.cli.options import Quiet
from standpoint.cli.terminal import open_terminal
from standpoint.errors import StandpointError

FAILED, STOPPED = 2, 130


class _Translating(TyperGroup):
    """The library raises and the command line translates: a message and an exit status for everything on purpose."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except StandpointError as error:
            (ctx.obj or open_terminal()).complain(f"standpoint: {error}")
            raise typer.Exit(FAILED) from error
        except KeyboardInterrupt as error:
            (ctx.obj or open_terminal()).complain("standpoint: stopped. What was read until then is kept.")
            raise typer.Exit(STOPPED) from error


app = typer.Typer(
    cls=_Translating,
    name="standpoint",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=reflow(
        """Reads the coverage of a negotiation and keeps the record: who said what, and where every party stands.

        Answers go to the standard output, everything else to the standard error. The exit status is 0 where all went
        well, 1 where a check found problems, 2 where something could not be read or answered.
        """
    ),
    epilog="Example:  standpoint demo",
)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"standpoint {standpoint.__version__}")
        raise typer.Exit


@app.callback()
def start(
    ctx: typer.Context,
    quiet: Quiet = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Takes what stands before the command."""
    ctx.obj = open_terminal(quiet=quiet)


_FIRST, _ASK, _MORE = "Read", "Ask the record", "Look after"


def _add(panel: str, command: Any, example: str) -> None:
    add_command(app, command, example, panel=panel)


_add(_FIRST, demo.demo, "demo --record demo.db")
_add(_FIRST, reading.read, "read articles/ --codebook armenia-azerbaijan --record talks.db")
_add(_FIRST, reading.code, "code article.txt --codebook armenia-azerbaijan > article.jsonl")
_add(_ASK, positions.positions, "positions --record talks.db --at 2022-02-25")
_add(_ASK, positions.brief, "brief RUS --record talks.db")
_add(_ASK, statements.statements, "statements --record talks.db --actor RUS --issue peace-treaty")
_add(_ASK, statements.show, "show 3f2a-004 --record talks.db")
_add(_ASK, positions.agreements, "agreements --record talks.db")
_add(_ASK, statements.documents, "documents --record talks.db --format csv")
app.add_typer(records.group, name="record", rich_help_panel=_MORE)
suggest.register(codebooks.group)
app.add_typer(codebooks.group, name="codebook", rich_help_panel=_MORE)
app.add_typer(actors.group, name="actors", rich_help_panel=_MORE)
evaluate.register(app, panel=_MORE)


def main() -> None:
    """The program `standpoint`."""
    sys.exit(app())
