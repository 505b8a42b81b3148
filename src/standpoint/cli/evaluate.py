"""The command that measures: gold documents come in, figures of how well they are coded go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpoint.cli.help import add_command
from standpoint.cli.options import ActorFiles, CodebookToUse, Quiet, Threads, Threshold
from standpoint.cli.terminal import Terminal

if TYPE_CHECKING:
    from standpoint.codebooks import Codebook
    from standpoint.evaluation import Marked, Pair
    from standpoint.model import Coder


class Form(StrEnum):
    """How the figures are printed."""

    TABLE = "table"
    JSON = "json"


def evaluate(
    ctx: typer.Context,
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help="Documents coded by hand: a folder of *.json, a file, or JSON Lines."),
    ],
    codebook: CodebookToUse = None,
    predicted: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Score this file of coded documents; nothing is coded anew."),
    ] = None,
    threshold: Threshold = None,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="List so many mistakes with their words.")] = 0,
    actors: ActorFiles = None,
    threads: Threads = None,
    form: Annotated[Form, typer.Option("--format", "-f", help="How to print the figures.")] = Form.TABLE,
    quiet: Quiet = False,
) -> None:
    """Measure how well documents are coded that somebody has coded by hand.

    The documents are coded by what is installed, or taken from --predicted, and compared: who said what, and, where
    the hand coding has them, speakers, acts, positions, clauses and days. A document that cannot be coded is named
    and counted, what is in it counts as missed, and the exit status is then 2.
    """
    from standpoint.assembly import open_pipeline
    from standpoint.cli.evaluation_tables import print_evaluation
    from standpoint.cli.listings import write_json
    from standpoint.cli.progress import watched
    from standpoint.codebooks import load_codebook
    from standpoint.evaluation import Evaluation, evaluation_to_json, predict_pairs, read_marked, report_on

    terminal: Terminal = ctx.obj.hushed(quiet)
    pairs: Iterator[Pair]
    coder: Coder | None
    with watched(terminal, "Coding" if predicted is None else "Scoring") as done:
        marked = read_marked(gold)
        if predicted is None:
            book = None if codebook is None else load_codebook(codebook)
            _note_uncoverable(terminal, marked, book)
            pipeline = open_pipeline(book, actor_files=actors or (), threads=threads, threshold=threshold)
            pairs, coder = predict_pairs(marked, pipeline), pipeline.coder
        else:
            pairs, coder = _take(marked, predicted, threshold)
        reports = []
        for pair in pairs:
            reports.append(report_on(pair))
            done(pair.gold.where)
    evaluation = Evaluation(tuple(reports))
    for failed in evaluation.failed:
        terminal.complain(f"{failed.where} ({failed.id}): {failed.problem}")
    if form is Form.JSON:
        write_json(evaluation_to_json(evaluation, coder=coder, mistakes=errors))
    else:
        print_evaluation(terminal, evaluation, mistakes=errors)
    if evaluation.failed:
        raise typer.Exit(2)


def register(app: typer.Typer, *, panel: str) -> None:
    """Adds the command to the program."""
    add_command(app, evaluate, "evaluate gold/ --codebook armenia-azerbaijan --errors 20", panel=panel)


def _take(gold: Sequence[Marked], predicted: Path, threshold: float | None) -> tuple[Iterator[Pair], Coder | None]:
    """The gold documents with what a file says of them, and whose codes these are."""
    from standpoint.evaluation import pair_documents, read_marked

    found = read_marked(predicted)
    kept = [p.keep_sure(threshold) for p in found] if threshold is not None else found
    return pair_documents(gold, kept), next((p.coded.coder for p in found if p.coded is not None), None)


def _note_uncoverable(terminal: Terminal, gold: Sequence[Marked], codebook: Codebook | None) -> None:
    """Says which issues of the hand coding nobody can find by this codebook."""
    known = {issue.id for issue in codebook.issues} if codebook is not None else set()
    coded = {p.issue for g in gold if g.coded is not None for s in g.coded.statements for p in s.positions}
    if codebook is None and coded:
        terminal.note("No codebook is named, so no issue and no agreement is looked for. Name one: --codebook NAME")
    elif coded - known and codebook is not None:
        terminal.note(f"{codebook.id} has no issue {', '.join(sorted(coded - known))}; positions on them are missed.")
