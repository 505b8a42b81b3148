"""What the record says: ledger, positions and their shifts, the matrix, briefs, uses of agreements.

Everything here is composed from the record alone; `trace_stance` says how statements make a position.
"""

from standpoint.positions.agreements import AgreementCitation, list_agreement_uses
from standpoint.positions.brief import Brief, IssueBrief, Telling, compose_brief
from standpoint.positions.derive import Position, Shift, derive_positions, list_shifts
from standpoint.positions.evidence import Evidence, GradeCounts
from standpoint.positions.ledger import LedgerEntry, read_ledger
from standpoint.positions.matrix import Matrix, compose_matrix
from standpoint.positions.names import ActorInfo, AgreementInfo, IssueInfo, ProvisionInfo, RoleIn
from standpoint.positions.stretches import trace_stance
from standpoint.positions.tellings import group_tellings, measure_similarity

__all__ = [
    "ActorInfo",
    "AgreementCitation",
    "AgreementInfo",
    "Brief",
    "Evidence",
    "GradeCounts",
    "IssueBrief",
    "IssueInfo",
    "LedgerEntry",
    "Matrix",
    "Position",
    "ProvisionInfo",
    "RoleIn",
    "Shift",
    "Telling",
    "compose_brief",
    "compose_matrix",
    "derive_positions",
    "group_tellings",
    "list_agreement_uses",
    "list_shifts",
    "measure_similarity",
    "read_ledger",
    "trace_stance",
]
