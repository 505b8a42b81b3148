"""The commands that help to make codebooks: a record or documents come in, suggestions or a draft go out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpoint.cli.help import add_command
from standpoint.cli.listings import Format
from standpoint.cli.options import ActorFiles, CodebookOfRecord, FormatChoice, Quiet, RecordPlace
from standpoint.cli.terminal import Terminal

if TYPE_CHECKING:
    from standpoint.documents import SetAside
    from standpoint.model import CodedDocument

_LEAST, _MOST = 3, 20

Least = Annotated[int, typer.Option(min=2, metavar="N", help="How many sentences must speak of a matter.")]


def suggest(
    ctx: typer.Context,
    record: RecordPlace,
    codebook: CodebookOfRecord = None,
    least: Least = _LEAST,
    most: Annotated[int, typer.Option(min=1, metavar="N", help="So many suggestions at most.")] = _MOST,
    form: FormatChoice = Format.TABLE,
) -> None:
    """Propose issues and aliases that a codebook lacks, from what people say in a record that no issue covers.

    Each suggestion is a group of sentences that are alike. Nothing is changed: add to the codebook what you find
    right, and read the documents again.
    """
    from standpoint.assembly import open_encoder
    from standpoint.cli.progress import watched
    from standpoint.cli.suggestion_lists import SUGGESTIONS, print_suggestions
    from standpoint.record import Record
    from standpoint.suggestions import suggest_issues

    terminal: Terminal = ctx.obj
    with watched(terminal, "Comparing"), Record.open(record) as opened:
        book = opened.codebook(codebook)
        found = suggest_issues(opened, book, open_encoder(), least=least, most=most)
    if form is Format.TABLE and found:
        print_suggestions(terminal, found)
    else:
        SUGGESTIONS.show(terminal, found, form)


def new(
    ctx: typer.Context,
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUTS...", help="Files, folders, globs, URLs, feeds or JSON Lines to draft from."),
    ],
    id: Annotated[str, typer.Option("--id", metavar="ID", help="The codebook's id: lower case, with hyphens.")] = (
        "my-talks"
    ),
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The title; else the parties' names.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this new file, not to the output.")
    ] = None,
    least: Least = _LEAST,
    actors: ActorFiles = None,
    quiet: Quiet = False,
) -> None:
    """Draft a codebook from documents: who takes part, and what is argued about in the texts' own words.

    The draft passes the check and says in comments what to review.
    """
    from standpoint.assembly import open_encoder, open_registry
    from standpoint.cli.progress import watched
    from standpoint.cli.summaries import complain_of, describe_set_aside, is_complete
    from standpoint.errors import UsageError
    from standpoint.suggestions import draft_codebook

    terminal: Terminal = ctx.obj.hushed(quiet)
    if output is not None and output.exists():
        raise UsageError(f"{output} is there already. Name a new file, or move that one away.")
    aside: list[SetAside] = []
    complete = True

    def documents() -> Iterator[CodedDocument]:
        nonlocal complete
        from standpoint.assembly import open_pipeline
        from standpoint.documents import SetAside
        from standpoint.intake import code_inputs

        for item in code_inputs(inputs, open_pipeline(actor_files=actors or ())):
            complain_of(terminal, item)
            complete = complete and is_complete(item)
            if isinstance(item, SetAside):
                aside.append(item)
            else:
                yield item.coded
            done(item.where)

    with watched(terminal, "Reading") as done:
        text = draft_codebook(
            documents(),
            open_encoder(),
            registry=open_registry(actor_files=actors or ()),
            id=id,
            title=title,
            least=least,
        )
    if output is None:
        typer.echo(text, nl=False)
    else:
        _write(output, text)
        terminal.note(f"{output} is a draft. Review it, then: standpoint codebook check {output}")
    if aside:
        terminal.note(describe_set_aside(aside))
    if not complete:
        raise typer.Exit(2)


def register(group: typer.Typer) -> None:
    """Adds the commands to those about codebooks."""
    add_command(group, suggest, "codebook suggest --record talks.db")
    add_command(group, new, "codebook new reports/ --id my-talks --output my-talks.yml")


def _write(path: Path, text: str) -> None:
    from standpoint.errors import UsageError

    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. Name a file in a folder of yours.") from error
