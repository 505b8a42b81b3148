"""The commands about a record as a whole: a record comes in, what is wrong with it goes out."""

from __future__ import annotations

import typer

from standpoint.cli.help import add_command
from standpoint.cli.listings import Format
from standpoint.cli.options import FormatChoice, RecordPlace
from standpoint.cli.terminal import Terminal

group = typer.Typer(no_args_is_help=True, help="Check that a record is sound.")


def check(ctx: typer.Context, record: RecordPlace, form: FormatChoice = Format.TABLE) -> None:
    """Check that a record is sound: every quotation equals its document's characters, and nothing is broken.

    The exit status is 1 where something is wrong. Nothing is repaired.
    """
    from standpoint.cli.listings import Column, Field, Listing
    from standpoint.cli.progress import asking
    from standpoint.cli.stances import counted
    from standpoint.record import Problem

    terminal: Terminal = ctx.obj
    with asking(terminal, record) as opened:
        report = opened.check()
    listing: Listing[Problem] = Listing(
        fields=(
            Field("document", lambda p: p.document),
            Field("statement", lambda p: p.statement),
            Field("problem", lambda p: p.message),
        ),
        columns=(
            Column("Document", lambda p: p.document or "\u2013", whole=True),
            Column("Statement", lambda p: p.statement or "\u2013", whole=True),
            Column("Problem", lambda p: p.message, wide=True),
        ),
        nothing="",
    )
    if form is not Format.TABLE or report.problems:
        listing.show(terminal, report.problems, form)
    looked = (
        f"{counted(report.documents, 'document')}, {counted(report.statements, 'statement')}, "
        f"{counted(report.quotations, 'quotation')}"
    )
    if report.sound:
        terminal.note(f"{record} is sound: {looked}.")
        return
    terminal.complain(
        f"{record}: {counted(len(report.problems), 'problem')} in {looked}. "
        "Restore a copy, or read the documents into a new record."
    )
    raise typer.Exit(1)


add_command(group, check, "record check --record talks.db")
