"""The commands over statements and their documents: a record and filters come in, listings go out."""

from __future__ import annotations

from typing import Annotated

import typer

from standpoint.cli.listings import Format
from standpoint.cli.options import Actor, CodebookOfRecord, FormatChoice, Issue, RecordPlace, Since, Until
from standpoint.cli.progress import asking
from standpoint.cli.terminal import Terminal

_SHOWN_CHARACTERS = 280


def statements(
    ctx: typer.Context,
    record: RecordPlace,
    actor: Actor = None,
    speaker: Annotated[str | None, typer.Option(metavar="ID|NAME", help="Only this person or body.")] = None,
    issue: Issue = None,
    document: Annotated[str | None, typer.Option(metavar="ID", help="Only this document, by its id's start.")] = None,
    since: Since = None,
    until: Until = None,
    codebook: CodebookOfRecord = None,
    full: Annotated[bool, typer.Option("--full", help="All words of long statements in the table.")] = False,
    form: FormatChoice = Format.TABLE,
) -> None:
    """List who said what, when, in which words, and what it says on which issue."""
    from standpoint.cli.ids import ShortIds
    from standpoint.cli.statement_lists import list_statements

    terminal: Terminal = ctx.obj
    with asking(terminal, record) as opened:
        rows = opened.statements(
            actor=actor,
            speaker=speaker,
            issue=issue,
            document=document,
            codebook=codebook,
            since=since,
            until=until,
        )
        ids = ShortIds.of(opened)
    list_statements(ids, None if full else _SHOWN_CHARACTERS).show(terminal, rows, form)


def documents(
    ctx: typer.Context, record: RecordPlace, codebook: CodebookOfRecord = None, form: FormatChoice = Format.TABLE
) -> None:
    """List the documents of a record and how many statements each has."""
    from standpoint.cli.ids import ShortIds
    from standpoint.cli.statement_lists import list_documents

    terminal: Terminal = ctx.obj
    with asking(terminal, record) as opened:
        rows, ids = opened.documents(codebook=codebook), ShortIds.of(opened)
    list_documents(ids, rows).show(terminal, rows, form)


def show(
    ctx: typer.Context,
    statement: Annotated[str, typer.Argument(metavar="STATEMENT-ID", help="The id, as `statements` lists it.")],
    record: RecordPlace,
    codebook: CodebookOfRecord = None,
) -> None:
    """Show one statement inside its paragraph, with everything that was coded of it."""
    from standpoint.cli.ids import find_statement
    from standpoint.cli.paragraphs import print_statement

    terminal: Terminal = ctx.obj
    with asking(terminal, record) as opened:
        row = opened.statement(find_statement(opened, statement), codebook=codebook)
        whole, book = opened.document(row.document.id), opened.codebook(row.codebook)
    print_statement(terminal, row, whole, book)
