"""An evaluation comes in, one JSON object goes out.

Shares are in 0..1 with four digits, null where there is nothing to measure.
"""

from __future__ import annotations

from typing import Any

from standpoint.evaluation.attribution import AttributionScores, KindRecall, RoleScores
from standpoint.evaluation.coded import CodedScores
from standpoint.evaluation.mistakes import Mistake, MistakeKind, sample_mistakes
from standpoint.evaluation.report import DocumentReport, Evaluation
from standpoint.evaluation.scores import PRFScore, ShareScore
from standpoint.model import Coder

JsonObject = dict[str, Any]


def evaluation_to_json(evaluation: Evaluation, *, coder: Coder | None = None, mistakes: int = 0) -> JsonObject:
    """The whole evaluation; `coder` is whose codes were scored, `mistakes` how many to list with their words."""
    calibration = evaluation.calibration
    return {
        "coder": None if coder is None else _coder_to_json(coder),
        "documents": len(evaluation.documents),
        "problems": [{"document": d.id, "where": d.where, "problem": d.problem} for d in evaluation.failed],
        "attribution": attribution_to_json(evaluation.attribution),
        "codes": None if evaluation.coded is None else coded_to_json(evaluation.coded),
        "calibration": {"expected_error": _rounded(calibration.error), "n": calibration.total},
        "mistakes": {kind.value: n for kind, n in evaluation.counts.items()},
        "by_document": [_document_to_json(d) for d in evaluation.documents],
        "examples": [_mistake_to_json(m) for m in sample_mistakes(evaluation.mistakes, mistakes)],
    }


def attribution_to_json(scores: AttributionScores) -> JsonObject:
    """The figures of who said what."""
    return {
        "tokens": _roles_to_json(scores.tokens),
        "spans": _roles_to_json(scores.spans),
        "relations": _prf_to_json(scores.relations),
        "source_given_match": _rounded(scores.source_given_match.share),
        "attribution_f1": _rounded(scores.with_source.f1),
        "recall_by_kind": _kinds_to_json(scores.recall_by_kind),
    }


def coded_to_json(scores: CodedScores) -> JsonObject:
    """The figures of what statements are coded as."""
    sets = ("statements", "positions", "ledger", "agreements")
    shares = ("source", "kind", "act", "target", "said", "speaker_actor", "speaker_name", "dates")
    return {
        **{name: _prf_to_json(getattr(scores, name)) for name in sets},
        "statement_f1": _rounded(scores.with_actor.f1),
        **{name: _share_to_json(getattr(scores, name)) for name in shares},
    }


def _document_to_json(d: DocumentReport) -> JsonObject:
    return {
        "document": d.id,
        "where": d.where,
        "title": d.title,
        "statements": _prf_to_json(d.statements),
        "attribution_f1": _rounded(d.attribution.with_source.f1),
        "statement_f1": None if d.coded is None else _rounded(d.coded.with_actor.f1),
        "mistakes": {kind.value: d.count(kind) for kind in MistakeKind},
    }


def _mistake_to_json(m: Mistake) -> JsonObject:
    return {
        "kind": m.kind.value,
        "document": m.document,
        "words": m.words,
        "gold": m.gold,
        "predicted": m.predicted,
    }


def _roles_to_json(scores: RoleScores) -> JsonObject:
    return {role: _prf_to_json(getattr(scores, role)) for role in ("source", "cue", "content")}


def _kinds_to_json(scores: KindRecall) -> JsonObject:
    kinds = {kind: getattr(scores, kind) for kind in ("direct", "indirect", "mixed")}
    return {kind: {"recall": _rounded(s.share), "n": s.total} for kind, s in kinds.items() if s.total}


def _prf_to_json(score: PRFScore) -> JsonObject:
    return {
        "precision": _rounded(score.precision),
        "recall": _rounded(score.recall),
        "f1": _rounded(score.f1),
        "n_gold": score.gold,
        "n_predicted": score.predicted,
    }


def _share_to_json(score: ShareScore) -> JsonObject:
    return {"share": _rounded(score.share), "n": score.total}


def _coder_to_json(coder: Coder) -> JsonObject:
    return {"name": coder.name, "version": coder.version, "models": dict(sorted(coder.models.items()))}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
