"""The positions of all on everything, at a glance: a record comes in, a table of issues by actors goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from standpoint.positions.derive import Position, derive_positions, latest_positions
from standpoint.positions.names import ActorInfo, IssueInfo, read_names
from standpoint.record import Record


@dataclass(frozen=True, slots=True)
class Matrix:
    """Issues by actors. `cells[i][j]` is the position of `actors[j]` on `issues[i]`, or None."""

    issues: tuple[IssueInfo, ...]
    actors: tuple[ActorInfo, ...]
    cells: tuple[tuple[Position | None, ...], ...]


def compose_matrix(record: Record, *, at: date | None = None, codebook: str | None = None) -> Matrix:
    """The latest position of each actor on each issue, or the one held on the day `at`.

    Rows are all issues of the codebooks, as they list them, whether or not anybody took them up; columns are the
    actors with a position, mediators first, then parties as listed, then others by code.
    """
    names = read_names(record, codebook)
    positions = latest_positions(derive_positions(record, at=at, codebook=codebook))
    listed = {(b.id, i.id) for b in names.codebooks for i in b.issues}
    keys = sorted(listed | {(p.codebook, p.issue) for p in positions}, key=lambda key: names.issue_rank(*key))
    codes = sorted({p.actor for p in positions}, key=names.actor_rank)
    found = {(p.codebook, p.issue, p.actor): p for p in positions}
    return Matrix(
        issues=tuple(names.issue(*key) for key in keys),
        actors=tuple(names.actor(code) for code in codes),
        cells=tuple(tuple(found.get((*key, code)) for code in codes) for key in keys),
    )
