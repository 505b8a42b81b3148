"""Finds on whose word nested statements stand: a choice of statements comes in, the speakers around each go out.

A statement may be nested several deep, and each of those around it passes it on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from standpoint.model import Speaker
from standpoint.record import tables as t
from standpoint.record.filters import Conditions

_SPEAKER = ("speaker_id", "speaker_name", "actor", "sector", "role", "how", "speaker_confidence")


class Enclosing(NamedTuple):
    """What a statement is nested in: the next statement around it, its speaker, and those beyond, from inside out."""

    id: str | None
    speaker: Speaker | None
    beyond: tuple[Speaker | None, ...]


NOT_NESTED = Enclosing(None, None, ())


def select_enclosing(connection: sa.Connection, chosen: Conditions) -> Mapping[tuple[int, int], Enclosing]:
    """What encloses each nested statement of the codings that hold a chosen one, by coding and number."""
    s = t.statements.c
    nesting = (
        sa.select(s.coding_id)
        .select_from(t.statements.join(t.codings, t.codings.c.id == s.coding_id).join(t.documents))
        .where(s.nested_in.is_not(None), *chosen)
        .correlate(None)
    )
    columns = (s.coding_id, s.number, s.nested_in, s.anchor, s.id, *(s[c] for c in _SPEAKER))
    codings: dict[int, dict[int, Any]] = {}
    for row in connection.execute(sa.select(*columns).where(s.coding_id.in_(nesting))).mappings():
        codings.setdefault(row["coding_id"], {})[row["number"]] = row
    return {
        (coding, number): _enclose(row, rows)
        for coding, rows in codings.items()
        for number, row in rows.items()
        if row["nested_in"] is not None
    }


def as_speaker(row: sa.RowMapping) -> Speaker | None:
    """The speaker of a row of `statements`; None where the source is unresolved."""
    return None if row["speaker_id"] is None else Speaker(*(row[c] for c in _SPEAKER))


def _enclose(inner: Any, rows: Mapping[int, Any]) -> Enclosing:
    """Walks outwards; the number of steps is bounded, for another program may have written a circle."""
    through: list[Speaker | None] = []
    at = inner["nested_in"]
    while at is not None and len(through) < len(rows):
        through.append(as_speaker(_nearest(inner, at, rows)))
        at = rows[at]["nested_in"]
    return Enclosing(rows[inner["nested_in"]]["id"], through[0], tuple(through[1:]))


def _nearest(inner: Any, at: int, rows: Mapping[int, Any]) -> Any:
    """Of joint speakers around a statement the one on its own side, else the first."""
    joint: Sequence[Any] = [r for r in rows.values() if _place(r) == _place(rows[at])]
    own = (r for r in joint if r["actor"] is not None and r["actor"] == inner["actor"])
    return next(own, rows[at])


def _place(row: Any) -> str:
    return str(row["anchor"]).partition("/")[0]
