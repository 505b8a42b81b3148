"""Pairs of gold and predicted documents come in; the whole evaluation goes out: figures, documents, mistakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from standpoint.evaluation.attribution import (
    AttributionScores,
    judge_relations,
    match_relations,
    score_attribution,
)
from standpoint.evaluation.coded import CodedScores, match_statements, score_coded
from standpoint.evaluation.mistakes import Mistake, MistakeKind, find_coded_mistakes, find_mistakes
from standpoint.evaluation.pairing import Pair
from standpoint.evaluation.scores import CalibrationScore, Judged, PRFScore, measure_calibration


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document's figures and mistakes. `coded` is None where either side has no codes.

    problem: why nothing, or nothing of use, was predicted for it; what is in gold then counts as missed.
    """

    id: str
    where: str
    title: str | None
    attribution: AttributionScores
    coded: CodedScores | None
    judged: tuple[Judged, ...]
    mistakes: tuple[Mistake, ...]
    problem: str | None = None

    @property
    def statements(self) -> PRFScore:
        """Statements that were found."""
        return self.attribution.relations if self.coded is None else self.coded.statements

    def count(self, kind: MistakeKind) -> int:
        return sum(m.kind is kind for m in self.mistakes)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures over all documents, in gold's order; `coded` is over those that have codes."""

    documents: tuple[DocumentReport, ...]

    @property
    def attribution(self) -> AttributionScores:
        return sum((d.attribution for d in self.documents), AttributionScores())

    @property
    def coded(self) -> CodedScores | None:
        scores = [d.coded for d in self.documents if d.coded is not None]
        return sum(scores, CodedScores()) if scores else None

    @property
    def calibration(self) -> CalibrationScore:
        """Of the confidence in statements; right is one whose content and source are gold's."""
        return measure_calibration([j for d in self.documents for j in d.judged])

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        return tuple(m for d in self.documents for m in d.mistakes)

    @property
    def counts(self) -> Mapping[MistakeKind, int]:
        """How many mistakes there are of each kind."""
        found = Counter(m.kind for m in self.mistakes)
        return {kind: found[kind] for kind in MistakeKind}

    @property
    def failed(self) -> tuple[DocumentReport, ...]:
        """The documents for which nothing of use was predicted."""
        return tuple(d for d in self.documents if d.problem is not None)

    @property
    def worst(self) -> tuple[DocumentReport, ...]:
        """Documents with missed statements, those that miss most first."""
        rows = (d for d in self.documents if d.count(MistakeKind.MISSED))
        return tuple(sorted(rows, key=lambda d: -d.count(MistakeKind.MISSED)))


def evaluate(pairs: Iterable[Pair]) -> Evaluation:
    """Scores every pair."""
    return Evaluation(tuple(report_on(pair) for pair in pairs))


def report_on(pair: Pair) -> DocumentReport:
    """Scores one pair."""
    document = pair.gold.document
    gold, found = pair.gold.relations, () if pair.predicted is None else pair.predicted.relations
    matches = match_relations(document.text, gold, found)
    mistakes = tuple(find_mistakes(pair, matches))
    coded, has_codes = None, pair.predicted is None or pair.predicted.coded is not None
    if pair.gold.coded is not None and has_codes:
        predicted = None if pair.predicted is None else pair.predicted.coded
        statements = () if predicted is None else predicted.statements
        matched = match_statements(document.text, pair.gold.coded.statements, statements)
        coded = score_coded(document.text, pair.gold.coded, predicted, matched)
        mistakes = tuple(find_coded_mistakes(pair.gold.coded, predicted, matched))
    return DocumentReport(
        id=document.id,
        where=pair.gold.where,
        title=document.title,
        attribution=score_attribution(document.text, gold, found, matches),
        coded=coded,
        judged=judge_relations(found, matches),
        mistakes=mistakes,
        problem=pair.problem,
    )
