"""The commands that read documents: inputs and options come in, a record is filled or coded documents are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from standpoint.cli.listings import Format
from standpoint.cli.options import ActorFiles, CodebookToUse, Quiet, RecordPlace, Threads, Threshold, parse_day
from standpoint.cli.terminal import Terminal

if TYPE_CHECKING:
    from standpoint.codebooks import Codebook
    from standpoint.documents import SetAside
    from standpoint.intake import Coded, Taken
    from standpoint.model import CodedDocument
    from standpoint.record import Record

_Item = TypeVar("_Item", bound="Coded | Taken | SetAside")

_HOW = "How to read"
_LARGEST_BYTES = 5_000_000

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUTS", help="Files, folders, globs, URLs, feeds, JSON Lines, or - for the standard input."
    ),
]
Publisher = Annotated[
    str | None, typer.Option(metavar="NAME", help="The outlet of every document, whatever it says itself.")
]
Published = Annotated[
    date | None,
    typer.Option(parser=parse_day, metavar="YYYY-MM-DD", help="The day on which every document was published."),
]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="The title of the document.")]
Language = Annotated[
    str | None,
    typer.Option(metavar="CODE", rich_help_panel=_HOW, help="The language, such as en, without detection."),
]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", rich_help_panel=_HOW, help="How bytes are encoded, such as cp1251."),
]
MaxBytes = Annotated[
    int, typer.Option(min=1, metavar="N", rich_help_panel=_HOW, help="Set aside documents of more bytes than this.")
]
Follow = Annotated[
    bool, typer.Option("--follow", rich_help_panel=_HOW, help="Read the page behind each entry of a feed.")
]
Timeout = Annotated[
    float, typer.Option(min=0.1, metavar="SECONDS", rich_help_panel=_HOW, help="How long to wait for a server.")
]


def read(
    ctx: typer.Context,
    inputs: Inputs,
    record: RecordPlace,
    codebook: CodebookToUse = None,
    published: Published = None,
    publisher: Publisher = None,
    title: Title = None,
    language: Language = None,
    encoding: Encoding = None,
    max_bytes: MaxBytes = _LARGEST_BYTES,
    follow: Follow = False,
    timeout: Timeout = 20.0,
    actors: ActorFiles = None,
    threads: Threads = None,
    threshold: Threshold = None,
    recode: Annotated[bool, typer.Option("--recode", help="Code again what this version has coded before.")] = False,
    quiet: Quiet = False,
) -> None:
    """Read documents into a record: who said what, coded by a codebook.

    Reading a document again changes nothing. What cannot be read is set aside and counted, the rest is read, and
    the exit status is then 2. A record that has one codebook needs no --codebook.
    """
    from standpoint.assembly import open_pipeline
    from standpoint.cli.progress import watched
    from standpoint.cli.summaries import say_summary
    from standpoint.documents import ReadOptions
    from standpoint.intake import read_inputs_into, report_on

    terminal: Terminal = ctx.obj.hushed(quiet)
    options = ReadOptions(
        publisher=publisher,
        published=published,
        title=title,
        language=language,
        encoding=encoding,
        max_bytes=max_bytes,
        timeout=timeout,
        follow=follow,
    )
    with watched(terminal, "Reading") as done:
        opened, book = _open_to_fill(record, codebook)
        with opened:
            pipeline = open_pipeline(book, actor_files=actors or (), threads=threads, threshold=threshold)
            items = read_inputs_into(opened, inputs, pipeline, book, options=options, recode=recode)
            report = report_on(_announced(terminal, items, done))
    say_summary(terminal, report, record)
    if not report.complete:
        raise typer.Exit(2)


def code(
    ctx: typer.Context,
    inputs: Inputs,
    codebook: CodebookToUse = None,
    published: Published = None,
    publisher: Publisher = None,
    title: Title = None,
    language: Language = None,
    encoding: Encoding = None,
    max_bytes: MaxBytes = _LARGEST_BYTES,
    follow: Follow = False,
    timeout: Timeout = 20.0,
    actors: ActorFiles = None,
    threads: Threads = None,
    threshold: Threshold = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="json is JSON Lines, one object a document.")] = (
        Format.JSON
    ),
    quiet: Quiet = False,
) -> None:
    """Code documents without a record and print them in the interchange format.

    Without a codebook, statements, speakers, acts and days are found, and no issue or agreement.
    """
    from standpoint.assembly import open_pipeline
    from standpoint.cli.coded import print_coded
    from standpoint.cli.progress import watched
    from standpoint.cli.summaries import describe_set_aside, is_complete
    from standpoint.codebooks import load_codebook
    from standpoint.documents import ReadOptions, SetAside
    from standpoint.intake import code_inputs

    terminal: Terminal = ctx.obj.hushed(quiet)
    options = ReadOptions(
        publisher=publisher,
        published=published,
        title=title,
        language=language,
        encoding=encoding,
        max_bytes=max_bytes,
        timeout=timeout,
        follow=follow,
    )
    book = None if codebook is None else load_codebook(codebook)
    aside: list[SetAside] = []
    complete = True

    def documents() -> Iterator[CodedDocument]:
        nonlocal complete
        for item in _announced(terminal, code_inputs(inputs, pipeline, options=options), done):
            complete = complete and is_complete(item)
            if isinstance(item, SetAside):
                aside.append(item)
            else:
                yield item.coded

    # A person who sees the lines come needs no bar between them.
    bar = replace(terminal, quiet=True) if form is Format.JSON and terminal.out.is_terminal else terminal
    with watched(bar, "Coding") as done:
        pipeline = open_pipeline(book, actor_files=actors or (), threads=threads, threshold=threshold)
        print_coded(terminal, documents(), form, codebook=book.id if book else "none")
    if aside:
        terminal.note(describe_set_aside(aside))
    if not complete:
        raise typer.Exit(2)


def _announced(terminal: Terminal, items: Iterable[_Item], done: Callable[[str], None]) -> Iterator[_Item]:
    """The same items; what went wrong with one is said when it comes by, and the bar moves on."""
    from standpoint.cli.summaries import complain_of

    for item in items:
        complain_of(terminal, item)
        done(item.where)
        yield item


def _open_to_fill(place: str, name: str | None) -> tuple[Record, Codebook]:
    """The record, made where there is none, and the codebook: the one named, else the record's only one."""
    from standpoint.codebooks import load_codebook
    from standpoint.errors import UsageError
    from standpoint.record import Record

    if name is not None:
        book = load_codebook(name)
        return Record.open(place, create=True), book
    if "://" not in place and not Path(place).exists():
        raise UsageError(
            f"{place} is a new record, so name the codebook to code by: --codebook NAME. "
            "`standpoint codebook list` shows those that ship."
        )
    record = Record.open(place)
    return record, record.codebook()
