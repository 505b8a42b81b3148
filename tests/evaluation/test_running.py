"""Gold documents and a pipeline without a model -> pairs; what cannot be coded does not stop the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evaluation.builders_of_gold import Coded, mark
from standpoint.errors import DocumentError
from standpoint.evaluation import evaluate, predict_pairs
from standpoint.model import Attribution, CodedAttributions, Coding, Document, Kind, Resolution, ResolvedActors, Span
from standpoint.pipeline import Pipeline

ROW = Coded("yes", "Zenda", "said")
GOLD = [
    mark("Zenda said yes.", ROW, id="a"),
    mark("Zenda said yes, loudly.", ROW, id="loud"),
    mark("Zenda said yes and slept.", ROW, id="b"),
    mark("Zenda a dit oui, yes.", Coded("yes"), id="c", language="fr"),
]


class Yes:
    """Finds "yes" everywhere, and cannot stand a loud one."""

    models: Mapping[str, str] = {}

    def __init__(self, error: Exception) -> None:
        self.error = error

    def attribute(self, documents: Sequence[Document]) -> tuple[tuple[Attribution, ...], ...]:
        if any(d.id == "loud" for d in documents):
            raise self.error
        spans = [Span(d.text.index("yes"), d.text.index("yes") + 3) for d in documents]
        return tuple((Attribution((Span(0, 5),), (), (s,), Kind.INDIRECT, 0.8),) for s in spans)

    def resolve(self, document: Document, attributions: Sequence[Attribution]) -> ResolvedActors:
        return ResolvedActors(tuple(Resolution((), "a test") for _ in attributions), ())

    def code(
        self, document: Document, attributions: Sequence[Attribution], actors: ResolvedActors
    ) -> CodedAttributions:
        return CodedAttributions(tuple(Coding() for _ in attributions))


def test_the_run_goes_on() -> None:
    for error in (DocumentError("too loud"), ValueError("too loud")):
        steps = Yes(error)
        for size in (1, 2, 16):
            whole = evaluate(predict_pairs(GOLD, Pipeline(steps, steps, steps, "1"), batch_size=size))
            assert [(d.id, d.statements.matched, d.problem) for d in whole.documents] == [
                ("a", 1, None),
                ("loud", 0, "it cannot be coded: too loud"),
                ("b", 1, None),
                ("c", 0, "its language is not coded yet (fr)"),
            ]
            assert whole.calibration.total == 2
