"""How well documents are coded: gold documents and predicted ones come in, figures and mistakes go out."""

from standpoint.evaluation.attribution import AttributionScores, KindRecall, RoleScores
from standpoint.evaluation.coded import CodedScores
from standpoint.evaluation.gold import Marked, Relation, read_marked
from standpoint.evaluation.mistakes import Mistake, MistakeKind, sample_mistakes
from standpoint.evaluation.pairing import Pair, pair_documents
from standpoint.evaluation.report import DocumentReport, Evaluation, evaluate, report_on
from standpoint.evaluation.running import predict_pairs
from standpoint.evaluation.scores import CalibrationScore, Judged, PRFScore, ShareScore
from standpoint.evaluation.writing import evaluation_to_json

__all__ = [
    "AttributionScores",
    "CalibrationScore",
    "CodedScores",
    "DocumentReport",
    "Evaluation",
    "Judged",
    "KindRecall",
    "Marked",
    "Mistake",
    "MistakeKind",
    "PRFScore",
    "Pair",
    "Relation",
    "RoleScores",
    "ShareScore",
    "evaluate",
    "evaluation_to_json",
    "pair_documents",
    "predict_pairs",
    "read_marked",
    "report_on",
    "sample_mistakes",
]
