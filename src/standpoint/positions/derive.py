"""Where every actor stands on every issue, and since when: a record comes in, positions go out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from standpoint.model import Grade, Stance
from standpoint.positions.evidence import Evidence, GradeCounts, best_grade, count_grades, end_of
from standpoint.positions.ledger import read_ledger
from standpoint.positions.names import Names, read_names
from standpoint.positions.stretches import Stretch, trace_stance
from standpoint.record import Record


@dataclass(frozen=True, slots=True)
class Shift:
    """That an actor left one stance for another. `grade` is the weaker of the grades of the two positions."""

    codebook: str
    actor: str
    issue: str
    day: date
    before: Stance
    after: Stance
    grade: Grade


@dataclass(frozen=True, slots=True)
class Position:
    """An actor's stance on an issue over a stretch of time, as the evidence gives it.

    `since` is the day of the first statement that shows it (None where no statement has a day), `until` the day on
    which another position begins (None for the last known), `last` the day of the latest statement that shows it.
    `statements` show the stance; `grade` is their best and `counts` how many there are of each grade. `differing` are
    statements of the same standing and time with another stance; `ascribed` is what others ascribed to the actor in
    that time, where the position rests on its own word. `shift` is set where the actor left another stance for this.
    """

    codebook: str
    actor: str
    issue: str
    stance: Stance
    since: date | None
    until: date | None
    last: date | None
    grade: Grade
    counts: GradeCounts
    statements: tuple[Evidence, ...]
    differing: tuple[Evidence, ...]
    ascribed: tuple[Evidence, ...]
    shift: Shift | None


def derive_positions(
    record: Record,
    *,
    actor: str | None = None,
    issue: str | None = None,
    at: date | None = None,
    codebook: str | None = None,
) -> tuple[Position, ...]:
    """Every position, by issue as its codebook lists them, then actor (mediators first), then time.

    With `at`, the one position that each actor held on each issue that day, from what was said (else published) up to
    and including it. How statements make a position, and how ties go, is said at `stretches.trace_stance`.
    Raises UsageError for an actor, issue or codebook that the record does not have, with the nearest it has.
    """
    names = read_names(record, codebook)
    entries = read_ledger(record, actor=actor, issue=issue, codebook=codebook, until=end_of(at))
    positions = trace_positions((e for entry in entries for e in entry.statements), names)
    return latest_positions(positions) if at is not None else positions


def trace_positions(evidence: Iterable[Evidence], names: Names) -> tuple[Position, ...]:
    """Positions from evidence of any number of actors and issues; evidence of no known actor is left out."""
    about: dict[tuple[str, str, str], list[Evidence]] = {}
    for e in evidence:
        if e.row.actor is not None:
            about.setdefault((e.row.codebook, e.issue, e.row.actor), []).append(e)
    ordered = sorted(about, key=lambda key: (names.issue_rank(key[0], key[1]), names.actor_rank(key[2])))
    return tuple(p for key in ordered for p in _as_positions(key, trace_stance(about[key])))


def latest_positions(positions: Iterable[Position]) -> tuple[Position, ...]:
    """The last position of each actor on each issue."""
    last = {(p.codebook, p.issue, p.actor): p for p in positions}
    return tuple(last.values())


def list_shifts(positions: Iterable[Position]) -> tuple[Shift, ...]:
    """The shifts among positions, by day, then in the order of the positions."""
    return tuple(sorted((p.shift for p in positions if p.shift is not None), key=lambda s: s.day))


def _as_positions(key: tuple[str, str, str], stretches: Iterable[Stretch]) -> list[Position]:
    codebook, issue, actor = key
    positions: list[Position] = []
    for s in stretches:
        grade = best_grade(s.statements)
        shift = None
        if s.shifted_from is not None and s.since is not None and positions:
            weaker = max(grade, positions[-1].grade, key=tuple(Grade).index)
            shift = Shift(codebook, actor, issue, s.since, s.shifted_from, s.stance, weaker)
        positions.append(
            Position(
                codebook=codebook,
                actor=actor,
                issue=issue,
                stance=s.stance,
                since=s.since,
                until=s.until,
                last=max((e.day for e in s.statements if e.day is not None), default=None),
                grade=grade,
                counts=count_grades(s.statements),
                statements=s.statements,
                differing=s.differing,
                ascribed=s.ascribed,
                shift=shift,
            )
        )
    return positions
