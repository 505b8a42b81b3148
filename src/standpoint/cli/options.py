"""The options that several commands share, each described once: types for command functions go out."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from standpoint.cli.completion import complete_codebook
from standpoint.cli.listings import Format


def parse_day(value: str | date) -> date:
    """A day from YYYY-MM-DD, as every date of the command line is written."""
    if isinstance(value, date):
        return value
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return date.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value} is no day of the calendar") from error
    raise typer.BadParameter(f"{value!r} is no day; write it as YYYY-MM-DD, for example 2022-02-25")


RecordPlace = Annotated[
    str,
    typer.Option(
        "--record", "-r", metavar="FILE", envvar="STANDPOINT_RECORD", help="The record: a file, or a database's URL."
    ),
]
CodebookOfRecord = Annotated[
    str | None,
    typer.Option("--codebook", "-c", metavar="NAME", help="Only what this codebook of the record coded."),
]
CodebookToUse = Annotated[
    str | None,
    typer.Option(
        "--codebook",
        "-c",
        metavar="NAME|FILE",
        envvar="STANDPOINT_CODEBOOK",
        autocompletion=complete_codebook,
        help="A codebook that ships, by name, or a YAML file of your own.",
    ),
]
FormatChoice = Annotated[Format, typer.Option("--format", "-f", help="How to print what was found.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary; errors are still said.")]
At = Annotated[
    date | None,
    typer.Option(parser=parse_day, metavar="YYYY-MM-DD", help="As of this day, by what was said until then."),
]
Since = Annotated[
    date | None,
    typer.Option(parser=parse_day, metavar="YYYY-MM-DD", help="Said (else published) on this day or later."),
]
Until = Annotated[
    date | None, typer.Option(parser=parse_day, metavar="YYYY-MM-DD", help="Said (else published) before this day.")
]
Actor = Annotated[str | None, typer.Option(metavar="CODE|NAME", help="Only this actor.")]
Issue = Annotated[str | None, typer.Option(metavar="ID|LABEL", help="Only this issue.")]
ActorFiles = Annotated[
    list[Path] | None,
    typer.Option("--actors", metavar="FILE", help="A YAML file of your own actors; may be given several times."),
]
Threads = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Threads that the models use; by default one a processor.")
]
Threshold = Annotated[
    float | None,
    typer.Option(min=0, max=1, metavar="0..1", help="Leave out statements of a lower confidence than this."),
]
