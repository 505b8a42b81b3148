"""What is the position of this actor? A record and an actor come in, a brief composed of the record goes out.

A brief holds the record's own words, names, days and counts and nothing else; no sentence in it was made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from standpoint.model import Grade
from standpoint.positions.agreements import AgreementCitation, list_agreement_uses
from standpoint.positions.derive import Position, Shift, list_shifts, trace_positions
from standpoint.positions.evidence import Evidence, GradeCounts, by_day, count_grades, end_of, list_evidence
from standpoint.positions.names import ActorInfo, IssueInfo, Names, read_names
from standpoint.positions.tellings import group_tellings
from standpoint.record import Record, StatementRow


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement as it is told: several pieces of evidence where outlets tell it differently, side by side."""

    evidence: tuple[Evidence, ...]

    @property
    def differs(self) -> bool:
        """Whether outlets give the statement different stances or grades."""
        return len({(e.stance, e.grade) for e in self.evidence}) > 1


@dataclass(frozen=True, slots=True)
class IssueBrief:
    """An actor on one issue. `position` is the latest and `earlier` those before it, in order of time.

    `quotations` are the actor's own words and what outlets report of them, by day; `ascribed` is what others say that
    it wants or holds, by day: `Evidence.row.ascriber` names who does.
    """

    issue: IssueInfo
    position: Position
    earlier: tuple[Position, ...]
    counts: GradeCounts
    quotations: tuple[Telling, ...]
    ascribed: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """An actor in the record, on every issue that it takes up, as its codebook lists them.

    `agreements` are what it cites and what it says of them; `other` are its statements that touch no issue. `first`
    and `last` are the days of its first and last statement; `statements` and `documents` say how many there are.
    """

    actor: ActorInfo
    at: date | None
    statements: int
    documents: int
    first: date | None
    last: date | None
    issues: tuple[IssueBrief, ...]
    shifts: tuple[Shift, ...]
    agreements: tuple[AgreementCitation, ...]
    other: tuple[StatementRow, ...]


def compose_brief(record: Record, actor: str, *, at: date | None = None, codebook: str | None = None) -> Brief:
    """The brief of one actor, from what was said (else published) up to and including the day `at`.

    An actor of a codebook that says nothing in the record has a brief without issues. Raises UsageError for an
    actor or codebook that the record does not have, with the nearest it has.
    """
    names = read_names(record, codebook)
    code = record.resolve_actor(actor)
    rows = record.statements(actor=code, codebook=codebook, until=end_of(at))
    evidence = list_evidence(rows)
    positions = trace_positions(evidence, names)
    days = [row.day for row in rows if row.day is not None]
    return Brief(
        actor=names.actor(code),
        at=at,
        statements=len(rows),
        documents=len({row.document.id for row in rows}),
        first=min(days, default=None),
        last=max(days, default=None),
        issues=_brief_issues(positions, evidence, names),
        shifts=list_shifts(positions),
        agreements=list_agreement_uses(record, actor=code, at=at, codebook=codebook),
        other=tuple(row for row in rows if not row.statement.positions),
    )


def _brief_issues(
    positions: tuple[Position, ...], evidence: tuple[Evidence, ...], names: Names
) -> tuple[IssueBrief, ...]:
    found: dict[tuple[str, str], list[Position]] = {}
    for position in positions:
        found.setdefault((position.codebook, position.issue), []).append(position)
    briefs = []
    for key, held in found.items():
        about = sorted((e for e in evidence if (e.row.codebook, e.issue) == key), key=by_day)
        own = [e for e in about if e.grade is not Grade.ASCRIBED]
        rest = [e for e in about if e.grade is Grade.ASCRIBED]
        briefs.append(
            IssueBrief(
                issue=names.issue(*key),
                position=held[-1],
                earlier=tuple(held[:-1]),
                counts=count_grades(about),
                quotations=tuple(Telling(group) for group in group_tellings(own)),
                ascribed=tuple(Telling(group) for group in group_tellings(rest)),
            )
        )
    return tuple(briefs)
