"""A brief as data: a brief comes in, one JSON object or rows of CSV, one a quotation, go out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from standpoint.cli.agreement_lists import CITATION_FIELDS
from standpoint.cli.listings import Field, Format, Listing, as_json
from standpoint.cli.position_lists import POSITION_FIELDS
from standpoint.cli.statement_lists import STATEMENT_FIELDS
from standpoint.cli.terminal import Terminal
from standpoint.positions import ActorInfo, Brief, Evidence, IssueBrief, Telling

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation of a brief; `telling` numbers those that tell the same statement."""

    issue: IssueBrief
    telling: int
    evidence: Evidence


def brief_to_json(brief: Brief) -> JsonObject:
    """The whole brief; statements with the fields that `statements --format json` has."""
    return {
        "actor": actor_to_json(brief.actor),
        "at": as_json(brief.at),
        "statements": brief.statements,
        "documents": brief.documents,
        "first": as_json(brief.first),
        "last": as_json(brief.last),
        "issues": [_issue_to_json(issue) for issue in brief.issues],
        "shifts": [
            {
                "codebook": s.codebook,
                "issue": s.issue,
                "day": s.day.isoformat(),
                "before": s.before.value,
                "after": s.after.value,
                "grade": s.grade.value,
            }
            for s in brief.shifts
        ],
        "agreements": [_as_object(CITATION_FIELDS, c) for c in brief.agreements],
        "other": [_as_object(STATEMENT_FIELDS, row) for row in brief.other],
    }


def actor_to_json(actor: ActorInfo) -> JsonObject:
    roles = [{"codebook": r.codebook, "role": r.role} for r in actor.roles]
    return {"code": actor.code, "name": actor.name, "roles": roles}


def list_quotations(terminal: Terminal, brief: Brief) -> None:
    """Every quotation of the brief as a row of CSV."""
    rows = [q for issue in brief.issues for q in _quoted(issue)]
    listing: Listing[_Quoted] = Listing(
        fields=(
            Field("issue", lambda q: q.issue.issue.id),
            Field("position", lambda q: q.issue.position.stance),
            Field("stance", lambda q: q.evidence.stance),
            Field("stance_confidence", lambda q: q.evidence.confidence),
            Field("telling", lambda q: q.telling),
            *(_of_row(f) for f in STATEMENT_FIELDS),
        ),
        columns=(),
        nothing="",
    )
    listing.show(terminal, rows, Format.CSV)


def _issue_to_json(issue: IssueBrief) -> JsonObject:
    return {
        "codebook": issue.issue.codebook,
        "id": issue.issue.id,
        "label": issue.issue.label,
        "description": issue.issue.description,
        "position": _as_object(POSITION_FIELDS, issue.position),
        "earlier": [_as_object(POSITION_FIELDS, p) for p in issue.earlier],
        "quotations": [_telling_to_json(t) for t in issue.quotations],
        "ascribed": [_telling_to_json(t) for t in issue.ascribed],
    }


def _telling_to_json(telling: Telling) -> list[JsonObject]:
    return [
        {
            "stance": e.stance.value,
            "stance_confidence": e.confidence,
            **_as_object(STATEMENT_FIELDS, e.row),
        }
        for e in telling.evidence
    ]


def _quoted(issue: IssueBrief) -> Iterator[_Quoted]:
    for number, telling in enumerate((*issue.quotations, *issue.ascribed), start=1):
        for evidence in telling.evidence:
            yield _Quoted(issue, number, evidence)


def _of_row(field: Field[Any]) -> Field[_Quoted]:
    return Field(field.name, lambda q: field.value(q.evidence.row))


def _as_object(fields: tuple[Field[Any], ...], row: Any) -> JsonObject:
    return {f.name: as_json(f.value(row)) for f in fields}
