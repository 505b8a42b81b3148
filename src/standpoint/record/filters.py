"""Says which statements to list: what is wanted comes in, conditions on the tables of a record go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from standpoint.record import tables as t

Conditions = Sequence[sa.ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Which statements to list; what is None does not narrow.

    `since` is inclusive, `until` exclusive, both by the day said or else published; a statement without either is
    left out where one of them is given. `citing` keeps all statements of documents in which one cites an agreement.
    """

    actor: str | None = None
    speaker: str | None = None
    issue: str | None = None
    document: str | None = None
    codebook: str | None = None
    since: date | None = None
    until: date | None = None
    ids: tuple[str, ...] | None = None
    citing: bool = False


def choose(wanted: StatementFilter) -> Conditions:
    """The conditions of a filter, for queries in which statements, codings and documents are joined."""
    s, day = t.statements.c, sa.func.coalesce(t.statements.c.said, t.documents.c.published)
    chosen: list[sa.ColumnElement[bool]] = []
    for column, value in (
        (s.actor, wanted.actor),
        (s.speaker_id, wanted.speaker),
        (t.codings.c.document_id, wanted.document),
        (t.codings.c.codebook_id, wanted.codebook),
    ):
        if value is not None:
            chosen.append(column == value)
    if wanted.ids is not None:
        chosen.append(s.id.in_(wanted.ids))
    if wanted.since is not None:
        chosen.append(day >= wanted.since)
    if wanted.until is not None:
        chosen.append(day < wanted.until)
    if wanted.issue is not None:
        p = t.stated_positions.alias("wanted_position").c  # the query itself may read stated_positions
        chosen.append(sa.exists().where(p.coding_id == s.coding_id, p.statement == s.number, p.issue == wanted.issue))
    if wanted.citing:
        m = t.agreement_mentions.c
        chosen.append(s.coding_id.in_(sa.select(m.coding_id).where(m.statement.is_not(None))))
    return chosen
