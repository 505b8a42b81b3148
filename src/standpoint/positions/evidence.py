"""What a position rests on: rows of a record come in, one piece of evidence for each stance in them goes out.

Evidence is never merged or rewritten; grades rank it, days order it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from standpoint.model import Grade, Stance
from standpoint.record import StatementRow

GRADES = tuple(Grade)
"""Best first."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement and the stance on one issue that it expresses; `confidence` in 0..1 is the coder's."""

    row: StatementRow
    issue: str
    stance: Stance
    confidence: float

    @property
    def day(self) -> date | None:
        """When it was said, else published; None where neither is known."""
        return self.row.day

    @property
    def grade(self) -> Grade:
        return self.row.grade


@dataclass(frozen=True, slots=True)
class GradeCounts:
    """How many statements of each grade."""

    own_words: int
    reported: int
    ascribed: int

    @property
    def total(self) -> int:
        return self.own_words + self.reported + self.ascribed


def list_evidence(rows: Iterable[StatementRow]) -> tuple[Evidence, ...]:
    """One piece of evidence for each issue of each statement, in the order of the rows."""
    return tuple(Evidence(row, p.issue, p.stance, p.confidence) for row in rows for p in row.statement.positions)


def count_grades(evidence: Iterable[Evidence]) -> GradeCounts:
    grades = [e.grade for e in evidence]
    return GradeCounts(*(grades.count(g) for g in GRADES))


def best_grade(evidence: Iterable[Evidence]) -> Grade:
    """The best grade of some evidence; there must be some."""
    return min((e.grade for e in evidence), key=GRADES.index)


def by_day(evidence: Evidence) -> tuple[bool, date, bool, date, str, str]:
    """Sorts evidence by day (undated last), then by publication and id, so that an order never varies."""
    day, published = evidence.day, evidence.row.document.published
    return (day is None, day or date.min, published is None, published or date.min, evidence.row.id, evidence.stance)


def end_of(day: date | None) -> date | None:
    """The day after, which an exclusive bound needs to hold `day` itself; the last day there is stands for ever."""
    return None if day is None or day == date.max else day + timedelta(days=1)
