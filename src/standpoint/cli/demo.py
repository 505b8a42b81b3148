"""The command that shows what the program does: samples come in, a matrix and the mediator's brief go out."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from standpoint.cli.options import Quiet
from standpoint.cli.terminal import Terminal


def demo(
    ctx: typer.Context,
    record: Annotated[
        str | None, typer.Option("--record", "-r", metavar="FILE", help="Keep the record in this file.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Code the made-up reports that come with the program and show what they say.

    All states, people and outlets in them are invented. Without --record the record is thrown away at the end.
    """
    terminal: Terminal = ctx.obj.hushed(quiet)
    if record is not None:
        show_demo(terminal, record)
        terminal.note(f"Ask on: standpoint statements --record {record}")
        return
    with tempfile.TemporaryDirectory(prefix="standpoint-") as folder:
        show_demo(terminal, str(Path(folder) / "demo.db"))
    terminal.note("To ask on, keep the record: standpoint demo --record demo.db")


def show_demo(terminal: Terminal, place: str) -> None:
    """Codes the samples into the record at `place` and prints what it says."""
    from standpoint.assembly import open_pipeline
    from standpoint.cli.briefs import print_brief
    from standpoint.cli.ids import ShortIds
    from standpoint.cli.matrix import print_matrix
    from standpoint.cli.progress import watched
    from standpoint.cli.stances import counted
    from standpoint.codebooks import load_codebook
    from standpoint.positions import compose_brief, compose_matrix
    from standpoint.record import Record
    from standpoint.samples import SAMPLE_CODEBOOK, load_samples

    book = load_codebook(SAMPLE_CODEBOOK)
    mediator = book.mediators[0]
    with Record.open(place, create=True) as opened:
        with watched(terminal, "Coding") as done:
            documents = load_samples()
            for coded in open_pipeline(book).code_stream(documents, batch_size=4):
                opened.add(coded, book)
                done(coded.document.title or coded.document.id)
        total = sum(row.statements for row in opened.documents(codebook=book.id))
        out = terminal.out
        out.print(book.title, style="bold")
        out.print(
            f"{counted(len(documents), 'report')}, {counted(total, 'statement')}. "
            "Every state, person and outlet is invented.",
            style="dim",
        )
        out.print()
        print_matrix(terminal, compose_matrix(opened, codebook=book.id))
        out.print()
        out.print(f"What is the position of the mediator, {mediator.name}?", style="bold")
        out.print()
        print_brief(terminal, compose_brief(opened, mediator.code, codebook=book.id), ShortIds.of(opened))
