"""The commands about codebooks: a name or a file comes in, its problems, a listing or its content go out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpoint.cli.completion import complete_codebook
from standpoint.cli.help import add_command
from standpoint.cli.listings import Format
from standpoint.cli.options import FormatChoice
from standpoint.cli.terminal import Terminal

if TYPE_CHECKING:
    from standpoint.codebooks import Codebook

group = typer.Typer(no_args_is_help=True, help="See the codebooks that ship; draft, check and extend your own.")
Named = Annotated[
    str,
    typer.Argument(metavar="NAME|FILE", autocompletion=complete_codebook, help="A name that ships, or a YAML file."),
]
Folder = Annotated[Path | None, typer.Option(metavar="FOLDER", help="A folder of your own codebooks, listed too.")]


def check(ctx: typer.Context, codebook: Named, form: FormatChoice = Format.TABLE) -> None:
    """Check a codebook; every problem names file, line and field. The exit status is 1 where there are errors."""
    from standpoint.cli.problems import show_report
    from standpoint.codebooks import check_codebook

    show_report(ctx.obj, check_codebook(codebook), form)


def list_(ctx: typer.Context, folder: Folder = None, form: FormatChoice = Format.TABLE) -> None:
    """List the codebooks that ship."""
    from standpoint.cli.listings import Column, Field, Listing
    from standpoint.codebooks import CodebookSummary, list_codebooks

    terminal: Terminal = ctx.obj
    listing: Listing[CodebookSummary] = Listing(
        fields=(
            Field("id", lambda c: c.id),
            Field("title", lambda c: c.title),
            Field("parties", lambda c: c.parties),
            Field("mediators", lambda c: c.mediators),
            Field("issues", lambda c: c.issues),
            Field("agreements", lambda c: c.agreements),
            Field("shipped", lambda c: c.shipped),
            Field("path", lambda c: c.path),
            Field("problem", lambda c: c.problem),
        ),
        columns=(
            Column("Name", lambda c: c.id, style="bold", whole=True),
            Column("Title", lambda c: c.problem or c.title, wide=True),
            Column("Parties", lambda c: str(c.parties), right=True),
            Column("Mediators", lambda c: str(c.mediators), right=True),
            Column("Issues", lambda c: str(c.issues), right=True),
            Column("Agreements", lambda c: str(c.agreements), right=True),
        ),
        nothing="No codebooks.",
    )
    listing.show(terminal, list_codebooks(folder), form)


def show(
    ctx: typer.Context,
    codebook: Named,
    yaml: Annotated[
        bool, typer.Option("--yaml", help="Print the file itself, to begin a codebook of your own with.")
    ] = False,
) -> None:
    """Show the parties, issues and agreements of a codebook."""
    from standpoint.codebooks import load_codebook

    terminal: Terminal = ctx.obj
    book = load_codebook(codebook)
    if yaml:
        typer.echo(book.source, nl=not book.source.endswith("\n"))
    else:
        _print(terminal, book)


def _print(terminal: Terminal, book: Codebook) -> None:
    from rich.text import Text

    from standpoint.cli.blocks import say
    from standpoint.cli.listings import new_table, print_table

    out = terminal.out
    say(terminal, Text.assemble((book.id, "bold"), f"  {book.title}"))
    say(terminal, book.description, style="dim", indent=2)
    out.print()
    parties = new_table(title="Who takes part")
    for head in ("Code", "Name", "Role"):
        parties.add_column(head)
    for party in (*book.mediators, *book.parties):
        parties.add_row(Text(party.code, style="bold"), Text(party.name), Text(party.role))
    print_table(terminal, parties)
    out.print()
    issues = new_table(title="Issues")
    issues.add_column("Id", no_wrap=True)
    issues.add_column("Proposal", ratio=1)
    for issue in book.issues:
        issues.add_row(Text(issue.id, style="bold"), Text(issue.description))
    print_table(terminal, issues)
    if book.agreements:
        out.print()
        table = new_table(title="Agreements")
        table.add_column("Id", overflow="fold")
        table.add_column("Date", no_wrap=True)
        table.add_column("Title", ratio=1)
        table.add_column("Clauses", justify="right")
        for a in book.agreements:
            day = a.date.isoformat() if a.date else "\u2013"
            table.add_row(Text(a.id, style="bold"), day, Text(a.title), str(len(a.provisions)))
        print_table(terminal, table)


add_command(group, check, "codebook check my-talks.yml")
add_command(group, list_, "codebook list", name="list")
add_command(group, show, "codebook show armenia-azerbaijan")
