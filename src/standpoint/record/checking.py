"""Checks a whole record: a connection comes in, a report of everything that does not hold goes out.

Nothing is repaired. A record that only `Record.add` has written is sound; this finds damage and edits by other
programs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from standpoint.codebooks import Codebook, parse_codebook
from standpoint.errors import CodebookError
from standpoint.record import tables as t
from standpoint.record.evidence import find_circle
from standpoint.record.rows import Problem, RecordCheck
from standpoint.record.writing import hash_text

_QUOTING = (t.quotations, t.agreement_mentions, t.date_mentions, t.events)


def check_record(connection: sa.Connection) -> RecordCheck:
    """Every problem of a record: damage, broken references, quotations that are not their document's characters."""
    problems = [*_check_database(connection), *_check_texts(connection), *_check_codes(connection)]
    for table in _QUOTING:
        problems.extend(_check_quotations(connection, table))
    return RecordCheck(
        documents=_count(connection, t.documents),
        statements=_count(connection, t.statements),
        quotations=sum(_count(connection, table) for table in _QUOTING),
        problems=tuple(problems),
    )


def _count(connection: sa.Connection, table: sa.Table) -> int:
    return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


def _check_database(connection: sa.Connection) -> Iterator[Problem]:
    if connection.dialect.name != "sqlite":
        return
    for (message,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if message != "ok":
            yield Problem(None, None, f"The file is damaged: {message}")
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem(None, None, f"Row {row[1]} of {row[0]} points at a row of {row[2]} that does not exist")


def _check_texts(connection: sa.Connection) -> Iterator[Problem]:
    d, f = t.documents.c, t.furniture.c
    for id, text, size, digest in connection.execute(sa.select(d.id, d.text, d.characters, d.text_sha256)):
        if hash_text(text) != digest or len(text) != size:
            yield Problem(id, None, "The text is not the one that was stored: its SHA-256 differs")
    query = sa.select(f.document_id, f.start_char, f.end_char, d.characters).select_from(
        t.furniture.join(t.documents)
    )
    outside = (f.start_char < 0) | (f.end_char <= f.start_char) | (f.end_char > d.characters)
    for id, start, end, size in connection.execute(query.where(outside)):
        yield Problem(id, None, f"Furniture stands at characters {start} to {end} of a text of {size}")


def _check_quotations(connection: sa.Connection, table: sa.Table) -> Iterator[Problem]:
    """Texts are read one at a time, in the order of the quotations, so that a large record fits into memory."""
    c, d = table.c, t.documents.c
    key = c.statement if table is t.quotations else c.number
    query = (
        sa.select(d.id, c.coding_id, key, c.start_char, c.end_char, c.words)
        .select_from(table.join(t.codings, t.codings.c.id == c.coding_id).join(t.documents))
        .order_by(d.id, c.coding_id, key, c.start_char)
    )
    at: str | None = None
    text = ""
    for document, coding, number, start, end, words in connection.execute(query).all():
        if document != at:
            at, text = document, connection.execute(sa.select(d.text).where(d.id == document)).scalar_one()
        if not 0 <= start < end <= len(text) or text[start:end] != words:
            statement = _id_of(connection, coding, number) if table is t.quotations else None
            yield Problem(
                document,
                statement,
                f"{table.name}: the words stored for characters {start} to {end} are not the document's",
            )


def _id_of(connection: sa.Connection, coding: int, number: int) -> str | None:
    s = t.statements.c
    id: str | None = connection.execute(sa.select(s.id).where(s.coding_id == coding, s.number == number)).scalar()
    return id


def _check_codes(connection: sa.Connection) -> Iterator[Problem]:
    s, p, m, q = t.statements.c, t.stated_positions.c, t.agreement_mentions.c, t.quotations.c
    joined = t.statements.join(t.codings)
    empty = sa.select(t.codings.c.document_id, s.id).select_from(joined)
    content = sa.exists().where(q.coding_id == s.coding_id, q.statement == s.number, q.part == "content")
    for document, id in connection.execute(empty.where(~content)):
        yield Problem(document, id, "The statement has no content")
    for document, id in connection.execute(empty.where(s.speaker_id.is_(None), s.unresolved.is_(None))):
        yield Problem(document, id, "The statement has no speaker and no reason why")
    yield from _check_nesting(connection)
    b = t.codebooks.c
    for digest, name, yaml in connection.execute(sa.select(b.sha256, b.id, b.yaml).order_by(b.sha256)).all():
        if hash_text(yaml) != digest:
            yield Problem(None, None, f"The codebook {name} is not the one that was stored: its SHA-256 differs")
        try:
            codebook = parse_codebook(yaml, f"codebook {name} of the record")
        except CodebookError as error:
            yield Problem(None, None, str(error))
            continue
        yield from _check_against(connection, digest, codebook, p, m)


def _check_nesting(connection: sa.Connection) -> Iterator[Problem]:
    s = t.statements.c
    nested = sa.select(s.coding_id).where(s.nested_in.is_not(None))
    query = sa.select(t.codings.c.document_id, s.coding_id, s.number, s.nested_in).select_from(
        t.statements.join(t.codings)
    )
    codings: dict[tuple[str, int], dict[int, int | None]] = {}
    for document, coding, number, outer in connection.execute(
        query.where(s.coding_id.in_(nested)).order_by(s.number)
    ):
        codings.setdefault((document, coding), {})[number] = outer
    for (document, coding), nested_in in sorted(codings.items()):
        circle = find_circle(nested_in)
        if circle is not None:
            yield Problem(document, _id_of(connection, coding, circle), "The statement is nested in itself")


def _check_against(
    connection: sa.Connection, digest: str, codebook: Codebook, positions: Any, mentions: Any
) -> Iterator[Problem]:
    for column, what, valid in (
        (positions.issue, "issue", [i.id for i in codebook.issues]),
        (mentions.agreement, "agreement", [a.id for a in codebook.agreements]),
    ):
        query = (
            sa.select(t.codings.c.document_id, column)
            .distinct()
            .select_from(column.table.join(t.codings, t.codings.c.id == column.table.c.coding_id))
            .where(t.codings.c.codebook_sha256 == digest, column.not_in(valid))
            .order_by(t.codings.c.document_id, column)
        )
        for document, id in connection.execute(query):
            yield Problem(document, None, f"The codebook {codebook.id} has no {what} {id}")
