"""How positions are listed: the columns of the table and the fields of JSON and CSV go out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from standpoint.cli.listings import Column, Field, Listing
from standpoint.cli.stances import STYLES, counted, signed
from standpoint.positions import Position


def list_positions() -> Listing[Position]:
    return Listing(
        fields=POSITION_FIELDS,
        columns=(
            Column("Issue", lambda p: p.issue, wide=True, least=14),
            Column("Actor", lambda p: p.actor, whole=True),
            Column("Stance", lambda p: signed(p.stance), style=lambda p: STYLES[p.stance], whole=True),
            Column("Since", lambda p: _day(p.since), whole=True),
            Column("Until", lambda p: _day(p.until), whole=True),
            Column("Statements", _statements, right=True),
            Column("Evidence", lambda p: p.grade, whole=True),
            Column("Before", lambda p: "" if p.shift is None else signed(p.shift.before), whole=True),
        ),
        nothing="No position fits: no statement of this actor takes up this issue by that day.",
        footer=_foot,
    )


POSITION_FIELDS: tuple[Field[Position], ...] = (
    Field("codebook", lambda p: p.codebook),
    Field("issue", lambda p: p.issue),
    Field("actor", lambda p: p.actor),
    Field("stance", lambda p: p.stance),
    Field("since", lambda p: p.since),
    Field("until", lambda p: p.until),
    Field("last", lambda p: p.last),
    Field("grade", lambda p: p.grade),
    Field("own_words", lambda p: p.counts.own_words),
    Field("reported", lambda p: p.counts.reported),
    Field("ascribed", lambda p: p.counts.ascribed),
    Field("shifted_from", lambda p: None if p.shift is None else p.shift.before),
    Field("statements", lambda p: [e.row.id for e in p.statements]),
    Field("differing", lambda p: [e.row.id for e in p.differing]),
    Field("ascribed_statements", lambda p: [e.row.id for e in p.ascribed]),
)


def _day(day: date | None) -> str:
    return "\u2013" if day is None else day.isoformat()


def _statements(p: Position) -> str:
    return str(p.counts.total) + (f" ({len(p.differing)} differ)" if p.differing else "")


def _foot(rows: Sequence[Position]) -> str:
    return f"{counted(len(rows), 'position')}. Since is the day of the first statement that shows it."
