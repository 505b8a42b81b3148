"""How positions are listed: the columns of the table and the fields of JSON and CSV go out."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from standpoint.cli.listings import Column, Field, Listing
from standpoint.cli.stances import STYLES, counted, signed
from standpoint.positions import Position


def list_positions() -> Listing[Position]:
    return Listing(
        fields=POSITION_FIELDS,
        columns=(
            Column("Issue", lambda p: p.issue, wide=True, least=20),
            Column("Actor", lambda p: p.actor, whole=True),
            Column("Stance", _stance, whole=True),
            Column("Days", _days, whole=True),
            Column("Evidence", _evidence, whole=True),
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


def _stance(p: Position) -> Text:
    text = Text(signed(p.stance), style=STYLES[p.stance])
    if p.shift is not None:
        text.append(f"\nbefore: {signed(p.shift.before)}", style="not bold dim")
    return text


def _days(p: Position) -> str:
    since = p.since.isoformat() if p.since else "\u2013"
    return f"{since} \u2013\n{p.until.isoformat()}" if p.until else f"{since} \u2013"


def _evidence(p: Position) -> str:
    differing = f"\n{len(p.differing)} differing" if p.differing else ""
    return f"{p.counts.total}, {p.grade}{differing}"


def _foot(rows: Sequence[Position]) -> str:
    return (
        f"{counted(len(rows), 'position')}. "
        "Days run from the first statement that shows it to the first that shows another."
    )
