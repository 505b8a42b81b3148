"""How an evaluation is shown for reading: an evaluation comes in, a table for each of its parts goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from standpoint.cli.blocks import say, say_words
from standpoint.cli.listings import new_table, print_table
from standpoint.cli.stances import counted
from standpoint.cli.terminal import Terminal, one_line
from standpoint.evaluation import (
    AttributionScores,
    CodedScores,
    Evaluation,
    Mistake,
    MistakeKind,
    PRFScore,
    ShareScore,
    sample_mistakes,
)

if TYPE_CHECKING:
    from rich.table import Table

_WORST, _LEAST_NAME = 5, 24
_NOTHING = "\u2013"
_FOUND = "found"
_SHOWN_CHARACTERS = 300

Rows = tuple[tuple[str, PRFScore | ShareScore], ...]


def print_evaluation(terminal: Terminal, evaluation: Evaluation, *, mistakes: int) -> None:
    """Figures on attribution and on codes, the documents that miss most, and some mistakes with their words."""
    out = terminal.out
    print_table(terminal, _compose("Who said what", _rows_of_attribution(evaluation.attribution)))
    if evaluation.coded is not None:
        out.print()
        print_table(terminal, _compose("What it was coded as", _rows_of_codes(evaluation.coded)))
    if evaluation.worst:
        out.print()
        print_table(terminal, _compose_worst(evaluation))
    for mistake in sample_mistakes(evaluation.mistakes, mistakes):
        out.print()
        _print_mistake(terminal, mistake)
    out.print()
    say(terminal, _sum_up(evaluation), style="dim")


def _rows_of_attribution(a: AttributionScores) -> Rows:
    roles = ("source", "cue", "content")
    kinds = ("direct", "mixed", "indirect")
    return (
        *((f"{role}, words", getattr(a.tokens, role)) for role in roles),
        *((f"{role}, exact spans", getattr(a.spans, role)) for role in roles),
        ("statements", a.relations),
        ("with the right source", a.with_source),
        (f"source of those {_FOUND}", a.source_given_match),
        *((f"{kind} ones {_FOUND}", getattr(a.recall_by_kind, kind)) for kind in kinds),
    )


def _rows_of_codes(c: CodedScores) -> Rows:
    return (
        ("statements", c.statements),
        ("with the right actor", c.with_actor),
        ("positions of statements", c.positions),
        ("positions of actors", c.ledger),
        ("agreements and clauses", c.agreements),
        ("source", c.source),
        ("kind", c.kind),
        ("act", c.act),
        ("target", c.target),
        ("day said", c.said),
        ("speaker's actor", c.speaker_actor),
        ("speaker's name", c.speaker_name),
        ("days with the right value", c.dates),
    )


def _compose(title: str, rows: Rows) -> Table:
    """One row a measure: sets of things have precision, recall and F1, single answers the share that is right."""
    table = new_table(title=title)
    table.add_column("Measure", overflow="fold")
    for head in ("Precision", "Recall", "F1", "Right", "By hand", _FOUND.capitalize()):
        table.add_column(head, justify="right", no_wrap=True)
    for name, score in rows:
        if isinstance(score, PRFScore):
            figures = (_share(score.precision), _share(score.recall), _share(score.f1), "")
            table.add_row(name, *figures, f"{score.gold:,}", f"{score.predicted:,}")
        else:
            table.add_row(name, "", "", "", f"{_share(score.share)} of {score.total:,}")
    return table


def _compose_worst(evaluation: Evaluation) -> Table:
    kinds = [k for k in MistakeKind if k is not MistakeKind.WRONG_STANCE or evaluation.coded is not None]
    table = new_table(title="Documents that miss most")
    table.add_column("Document", overflow="fold", min_width=_LEAST_NAME)
    for head in ("By hand", *(kind.value.capitalize().replace(" ", "\n") for kind in kinds), "F1"):
        table.add_column(head, justify="right")
    for d in evaluation.worst[:_WORST]:
        counts = (f"{d.count(kind):,}" for kind in kinds)
        name = one_line(d.title or d.id) if d.problem is None else f"{one_line(d.title or d.id)} (not coded)"
        table.add_row(name, f"{d.statements.gold:,}", *counts, _share(d.statements.f1))
    return table


def _print_mistake(terminal: Terminal, m: Mistake) -> None:
    head = Text(m.kind.value, style="bold")
    head.append(f"  {m.document}", style="not bold dim")
    say(terminal, head, hang=2)
    words = one_line(m.words)
    say_words(terminal, words if len(words) <= _SHOWN_CHARACTERS else words[:_SHOWN_CHARACTERS] + "\u2026")
    nothing = "no position" if m.kind is MistakeKind.WRONG_STANCE else "no speaker"
    sides = []
    if m.kind is not MistakeKind.INVENTED:
        sides.append(f"by hand: {one_line(m.gold or nothing)}")
    if m.kind is not MistakeKind.MISSED:
        sides.append(f"{_FOUND}: {one_line(m.predicted or nothing)}")
    say(terminal, "; ".join(sides), style="dim", indent=4, hang=2)


def _sum_up(evaluation: Evaluation) -> str:
    a = evaluation.attribution.relations
    parts = [
        f"{counted(len(evaluation.documents), 'document')}, {counted(a.gold, 'statement')} by hand, "
        f"{a.predicted:,} {_FOUND}."
    ]
    made = [f"{n:,} {kind}" for kind, n in evaluation.counts.items() if n]
    if made:
        parts.append(f"Mistakes: {', '.join(made)}.")
    if evaluation.failed:
        parts.append(f"{counted(len(evaluation.failed), 'document')} could not be coded or compared.")
    error = evaluation.calibration.error
    if error is not None:
        parts.append(f"Expected calibration error of the confidence: {error:.3f}.")
    return " ".join(parts)


def _share(value: float | None) -> str:
    return _NOTHING if value is None else f"{value:.3f}"
