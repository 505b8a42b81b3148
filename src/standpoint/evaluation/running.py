"""Gold documents and a pipeline come in; pairs of gold and what the pipeline predicts go out, one after the other.

A document that cannot be coded becomes a pair that says why, and the run goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standpoint.errors import StandpointError
from standpoint.evaluation.gold import Marked
from standpoint.evaluation.pairing import Pair
from standpoint.model import CodedDocument
from standpoint.pipeline import CODED_LANGUAGES, Pipeline

BATCH = 16
_FAILURES = (StandpointError, ValueError)  # the model's own invariants raise ValueError


def predict_pairs(gold: Sequence[Marked], pipeline: Pipeline, *, batch_size: int = BATCH) -> Iterator[Pair]:
    """Each gold document with what the pipeline finds in its text, `batch_size` coded at a time."""
    for start in range(0, len(gold), batch_size):
        batch = gold[start : start + batch_size]
        try:
            coded = pipeline.code([g.document for g in batch])
        except _FAILURES:
            yield from (_predict_one(g, pipeline) for g in batch)
        else:
            yield from map(_pair, batch, coded)


def _predict_one(gold: Marked, pipeline: Pipeline) -> Pair:
    try:
        (coded,) = pipeline.code([gold.document])
    except _FAILURES as error:
        return Pair(gold, None, f"it cannot be coded: {error}")
    return _pair(gold, coded)


def _pair(gold: Marked, coded: CodedDocument) -> Pair:
    language = gold.document.language
    problem = None if language in CODED_LANGUAGES else f"its language is not coded yet ({language})"
    return Pair(gold, Marked.of(coded, "the pipeline"), problem)
