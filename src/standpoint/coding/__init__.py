"""What it means: issues, stance, acts, agreements, days. `CodebookCoder` puts the coders of one codebook together."""

from standpoint.coding.coder import CodebookCoder
from standpoint.coding.protocol import StatementCoder
from standpoint.coding.stance import StanceJudgement, StanceModel, StancePair

__all__ = ["CodebookCoder", "StanceJudgement", "StanceModel", "StancePair", "StatementCoder"]
