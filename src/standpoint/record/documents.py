"""Reads whole documents out of a record: a connection and an id come in, documents and their codings go out."""

from __future__ import annotations

import sqlalchemy as sa

from standpoint.model import (
    Act,
    AgreementMention,
    AgreementUse,
    CodedDocument,
    DateMention,
    Document,
    Event,
    Furniture,
    Span,
)
from standpoint.record import tables as t
from standpoint.record.filters import StatementFilter
from standpoint.record.reading import select_statements
from standpoint.record.rows import DocumentRow


def read_document(connection: sa.Connection, id: str) -> Document:
    """A document with its text and furniture; the id must be one of the record's."""
    d, f = t.documents.c, t.furniture.c
    about = (d.id, d.text, d.publisher, d.published, d.title, d.url, d.language)
    row = connection.execute(sa.select(*about).where(d.id == id)).one()
    furniture = connection.execute(
        sa.select(f.start_char, f.end_char, f.reason).where(f.document_id == id).order_by(f.number)
    )
    return Document(*row, furniture=tuple(Furniture(Span(r[0], r[1]), r[2]) for r in furniture))


def read_coded(connection: sa.Connection, row: DocumentRow) -> CodedDocument:
    """A document with everything that one codebook's coding has of it, as it was added."""
    coding = (
        sa.select(t.codings.c.id)
        .where(t.codings.c.document_id == row.document.id, t.codings.c.codebook_id == row.codebook)
        .scalar_subquery()
    )
    wanted = StatementFilter(document=row.document.id, codebook=row.codebook)
    a, d, e = t.agreement_mentions.c, t.date_mentions.c, t.events.c
    agreements = connection.execute(
        sa.select(a.start_char, a.end_char, a.agreement, a.provision, a.use, a.statement)
        .where(a.coding_id == coding)
        .order_by(a.number)
    )
    dates = connection.execute(
        sa.select(d.start_char, d.end_char, d.value).where(d.coding_id == coding).order_by(d.number)
    )
    events = connection.execute(
        sa.select(e.start_char, e.end_char, e.actor, e.act, e.target, e.date, e.confidence)
        .where(e.coding_id == coding)
        .order_by(e.number)
    )
    return CodedDocument(
        document=read_document(connection, row.document.id),
        statements=tuple(s.statement for s in select_statements(connection, wanted)),
        agreements=tuple(
            AgreementMention(Span(r[0], r[1]), r[2], r[3], None if r[4] is None else AgreementUse(r[4]), r[5])
            for r in agreements
        ),
        dates=tuple(DateMention(Span(r[0], r[1]), r[2]) for r in dates),
        events=tuple(Event(Span(r[0], r[1]), r[2], Act(r[3]), r[4], r[5], r[6]) for r in events),
        coder=row.coder,
    )
