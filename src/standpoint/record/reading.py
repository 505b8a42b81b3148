"""Reads a record: a connection and what to look for come in, frozen rows go out, in an order that never varies.

Documents stand by day of publication (undated ones last), then id, then codebook; statements in text order within.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import sqlalchemy as sa

from standpoint.model import (
    Act,
    AgreementUse,
    Coder,
    Event,
    Kind,
    Span,
    Stance,
    StatedPosition,
    Statement,
)
from standpoint.record import tables as t
from standpoint.record.evidence import PARTS
from standpoint.record.filters import Conditions, StatementFilter, choose
from standpoint.record.nesting import NOT_NESTED, as_speaker, select_enclosing
from standpoint.record.rows import (
    AgreementRow,
    DocumentInfo,
    DocumentRow,
    EventRow,
    Quotation,
    StatementRow,
)

_Key = tuple[int, int]
_ABOUT = [t.documents.c[c] for c in ("id", "publisher", "published", "title", "url", "language")]
_CODER = [t.coders.c[c] for c in ("name", "version", "models")]
_FROM = t.codings.join(t.documents).join(t.coders)
ORDER = (t.documents.c.published.is_(None), t.documents.c.published, t.documents.c.id, t.codings.c.codebook_id)


def select_documents(connection: sa.Connection, codebook: str | None) -> tuple[DocumentRow, ...]:
    counts = (
        sa.select(
            t.statements.c.coding_id,
            sa.func.count().label("statements"),
            (sa.func.count() - sa.func.count(t.statements.c.speaker_id)).label("unresolved"),
        )
        .group_by(t.statements.c.coding_id)
        .subquery()
    )
    query = (
        sa.select(
            *_ABOUT,
            t.documents.c.characters,
            t.codings.c.codebook_id,
            *_CODER,
            t.codings.c.outcome,
            sa.func.coalesce(counts.c.statements, 0),
            sa.func.coalesce(counts.c.unresolved, 0),
        )
        .select_from(_FROM.outerjoin(counts, counts.c.coding_id == t.codings.c.id))
        .order_by(*ORDER)
    )
    if codebook is not None:
        query = query.where(t.codings.c.codebook_id == codebook)
    return tuple(
        DocumentRow(
            DocumentInfo(*row[:6]), row[6], row[7], _as_coder(*row[8:11]), row[11] == "coded", row[12], row[13]
        )
        for row in connection.execute(query)
    )


def select_statements(connection: sa.Connection, wanted: StatementFilter) -> tuple[StatementRow, ...]:
    s, chosen = t.statements, choose(wanted)
    query = (
        sa.select(
            s,
            *(c.label(f"document_{c.name}") for c in _ABOUT),
            t.codings.c.codebook_id,
            *(c.label(f"coder_{c.name}") for c in _CODER),
        )
        .select_from(s.join(t.codings, t.codings.c.id == s.c.coding_id).join(t.documents).join(t.coders))
        .where(*chosen)
        .order_by(*ORDER, s.c.number)
    )
    rows = connection.execute(query).mappings().all()
    quotations = _quotations(connection, chosen)
    positions = _positions(connection, chosen)
    enclosing = select_enclosing(connection, chosen)
    coders = {(r["coder_name"], r["coder_version"], r["coder_models"]) for r in rows}
    known = {c: _as_coder(*c) for c in coders}
    documents: dict[str, DocumentInfo] = {}
    found = []
    for row in rows:
        key = (row["coding_id"], row["number"])
        around = enclosing.get(key, NOT_NESTED)
        source, cue, content = (quotations.get((*key, part), ()) for part in PARTS)
        document = documents.get(row["document_id"])
        if document is None:
            document = DocumentInfo(*(row[f"document_{c.name}"] for c in _ABOUT))
            documents[document.id] = document
        statement = Statement(
            id=row["id"],
            source=tuple(q.span for q in source),
            cue=tuple(q.span for q in cue),
            content=tuple(q.span for q in content),
            kind=Kind(row["kind"]),
            speaker=as_speaker(row),
            unresolved=row["unresolved"],
            said=row["said"],
            setting=row["setting"],
            nested_in=around.id,
            act=Act(row["act"]),
            target=row["target"],
            positions=positions.get(key, ()),
            confidence=row["confidence"],
        )
        coder = known[row["coder_name"], row["coder_version"], row["coder_models"]]
        found.append(
            StatementRow(
                statement=statement,
                source=source,
                cue=cue,
                content=content,
                document=document,
                outer=around.speaker,
                codebook=row["codebook_id"],
                coder=coder,
                beyond=around.beyond,
            )
        )
    return tuple(found)


def select_agreements(connection: sa.Connection, codebook: str | None) -> tuple[AgreementRow, ...]:
    m = t.agreement_mentions
    query = (
        sa.select(m, *(c.label(f"document_{c.name}") for c in _ABOUT), t.codings.c.codebook_id, t.statements.c.id)
        .add_columns(*(c.label(f"coder_{c.name}") for c in _CODER))
        .select_from(
            m.join(t.codings, t.codings.c.id == m.c.coding_id)
            .join(t.documents)
            .join(t.coders)
            .outerjoin(
                t.statements, (t.statements.c.coding_id == m.c.coding_id) & (t.statements.c.number == m.c.statement)
            )
        )
        .order_by(*ORDER, m.c.number)
    )
    if codebook is not None:
        query = query.where(t.codings.c.codebook_id == codebook)
    rows = connection.execute(query).mappings().all()
    speaking: dict[tuple[str, str], list[StatementRow]] = {}
    for row in select_statements(connection, StatementFilter(citing=True, codebook=codebook)):
        speaking.setdefault((row.document.id, row.codebook), []).append(row)
    return tuple(
        AgreementRow(
            quotation=Quotation(Span(r["start_char"], r["end_char"]), r["words"]),
            agreement=r["agreement"],
            provision=r["provision"],
            use=None if r["use"] is None else AgreementUse(r["use"]),
            statements=_joint(speaking.get((r["document_id"], r["codebook_id"]), ()), r["id"]),
            document=DocumentInfo(*(r[f"document_{c.name}"] for c in _ABOUT)),
            codebook=r["codebook_id"],
            coder=_as_coder(r["coder_name"], r["coder_version"], r["coder_models"]),
        )
        for r in rows
    )


def select_events(connection: sa.Connection, codebook: str | None) -> tuple[EventRow, ...]:
    e = t.events
    query = (
        sa.select(*_ABOUT, t.codings.c.codebook_id, *_CODER)
        .add_columns(
            e.c.start_char, e.c.end_char, e.c.actor, e.c.act, e.c.target, e.c.date, e.c.confidence, e.c.words
        )
        .select_from(e.join(t.codings, t.codings.c.id == e.c.coding_id).join(t.documents).join(t.coders))
        .order_by(*ORDER, e.c.number)
    )
    if codebook is not None:
        query = query.where(t.codings.c.codebook_id == codebook)
    return tuple(
        EventRow(
            Event(Span(r[10], r[11]), r[12], Act(r[13]), r[14], r[15], r[16]),
            r[17],
            DocumentInfo(*r[:6]),
            r[6],
            _as_coder(*r[7:10]),
        )
        for r in connection.execute(query)
    )


def _quotations(connection: sa.Connection, chosen: Conditions) -> dict[tuple[int, int, str], tuple[Quotation, ...]]:
    q = t.quotations
    query = (
        sa.select(q.c.coding_id, q.c.statement, q.c.part, q.c.start_char, q.c.end_char, q.c.words)
        .select_from(_with_statements(q))
        .where(*chosen)
        .order_by(q.c.coding_id, q.c.statement, q.c.part, q.c.number)
    )
    found: dict[tuple[int, int, str], list[Quotation]] = {}
    for coding, statement, part, start, end, words in connection.execute(query):
        found.setdefault((coding, statement, part), []).append(Quotation(Span(start, end), words))
    return {key: tuple(rows) for key, rows in found.items()}


def _positions(connection: sa.Connection, chosen: Conditions) -> dict[_Key, tuple[StatedPosition, ...]]:
    p = t.stated_positions
    query = (
        sa.select(p.c.coding_id, p.c.statement, p.c.issue, p.c.stance, p.c.confidence)
        .select_from(_with_statements(p))
        .where(*chosen)
        .order_by(p.c.coding_id, p.c.statement, p.c.number)
    )
    found: dict[_Key, list[StatedPosition]] = {}
    for coding, statement, issue, stance, confidence in connection.execute(query):
        found.setdefault((coding, statement), []).append(StatedPosition(issue, Stance(stance), confidence))
    return {key: tuple(rows) for key, rows in found.items()}


def _with_statements(table: sa.Table) -> sa.Join:
    return (
        table.join(t.statements)
        .join(t.codings, t.codings.c.id == table.c.coding_id)
        .join(t.documents, t.documents.c.id == t.codings.c.document_id)
    )


def _joint(rows: Sequence[StatementRow], id: str | None) -> tuple[StatementRow, ...]:
    """The statement of this id and those of its joint speakers, which have the same words."""
    cited = next((r for r in rows if r.id == id), None)
    if cited is None:
        return ()
    same = [r for r in rows if r.content == cited.content and r.source == cited.source and r.cue == cited.cue]
    return tuple(same)


def _as_coder(name: str, version: str, models: str) -> Coder:
    return Coder(name, version, json.loads(models))
