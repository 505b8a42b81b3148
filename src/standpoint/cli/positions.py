"""The commands over positions: a record comes in, the matrix, listings of positions and briefs go out."""

from __future__ import annotations

from typing import Annotated

import typer

from standpoint.cli.listings import Format
from standpoint.cli.options import Actor, At, CodebookOfRecord, FormatChoice, Issue, RecordPlace
from standpoint.cli.progress import asking
from standpoint.cli.terminal import Terminal


def positions(
    ctx: typer.Context,
    record: RecordPlace,
    actor: Actor = None,
    issue: Issue = None,
    at: At = None,
    codebook: CodebookOfRecord = None,
    form: FormatChoice = Format.TABLE,
) -> None:
    """Show where every actor stands on every issue, on how many statements and whose word.

    Without --actor and --issue the table is the matrix of the last positions; with one of them, and in JSON and CSV,
    it is every position in turn, with the days from which and until which it was held.
    """
    from standpoint.cli.matrix import print_matrix
    from standpoint.cli.position_lists import list_positions
    from standpoint.positions import compose_matrix, derive_positions

    terminal: Terminal = ctx.obj
    if form is Format.TABLE and actor is None and issue is None:
        with asking(terminal, record) as opened:
            matrix = compose_matrix(opened, at=at, codebook=codebook)
        print_matrix(terminal, matrix)
        return
    with asking(terminal, record) as opened:
        rows = derive_positions(opened, actor=actor, issue=issue, at=at, codebook=codebook)
    list_positions().show(terminal, rows, form)


def brief(
    ctx: typer.Context,
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="An actor's code, or its name in the codebook.")],
    record: RecordPlace,
    at: At = None,
    codebook: CodebookOfRecord = None,
    form: FormatChoice = Format.TABLE,
) -> None:
    """Answer "what is the position of this actor?" in the words of the record.

    Its stance on each issue, the quotations that show it, by whom and when they were said, on whose word, and what
    others ascribe to it. Nothing in a brief was made up.
    """
    from standpoint.cli.brief_lists import brief_to_json, list_quotations
    from standpoint.cli.briefs import print_brief
    from standpoint.cli.ids import ShortIds
    from standpoint.cli.listings import write_json
    from standpoint.positions import compose_brief

    terminal: Terminal = ctx.obj
    with asking(terminal, record) as opened:
        composed = compose_brief(opened, actor, at=at, codebook=codebook)
        ids = ShortIds.of(opened)
    if form is Format.JSON:
        write_json(brief_to_json(composed))
    elif form is Format.CSV:
        list_quotations(terminal, composed)
    else:
        print_brief(terminal, composed, ids)


def agreements(
    ctx: typer.Context,
    record: RecordPlace,
    agreement: Annotated[
        str | None, typer.Option(metavar="ID|TITLE", help="Only this agreement, by its id, title or alias.")
    ] = None,
    provision: Annotated[str | None, typer.Option(metavar="NUMBER", help="Only this clause.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="CODE|NAME", help="Only what this actor cites.")] = None,
    at: At = None,
    codebook: CodebookOfRecord = None,
    form: FormatChoice = Format.TABLE,
) -> None:
    """Show who cites which agreement and clause, and what they say of it."""
    from standpoint.cli.agreement_lists import list_citations, print_citations
    from standpoint.cli.ids import ShortIds
    from standpoint.positions import list_agreement_uses

    terminal: Terminal = ctx.obj
    with asking(terminal, record) as opened:
        rows = list_agreement_uses(
            opened, agreement=agreement, provision=provision, actor=actor, at=at, codebook=codebook
        )
        ids = ShortIds.of(opened)
    if form is Format.TABLE and rows:
        print_citations(terminal, rows, ids)
    else:
        list_citations().show(terminal, rows, form)
