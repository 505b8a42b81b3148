"""Writes coded documents into a record: an open transaction and a coded document come in, rows go out.

A document and its coding are written together or not at all; an earlier coding by the same codebook is replaced
whole.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any, NamedTuple

import sqlalchemy as sa

from standpoint.codebooks import Codebook
from standpoint.model import CodedDocument, Coder, Document
from standpoint.pipeline import CODED_LANGUAGES
from standpoint.record import tables as t
from standpoint.record.documents import read_document
from standpoint.record.evidence import check_evidence, check_same_text, parts_of, place_contents
from standpoint.record.rows import Added, Outcome


class _Earlier(NamedTuple):
    """The coding that a record already has of a document by a codebook."""

    id: int
    codebook_sha256: str
    coder_sha256: str
    name: str
    version: str


def add_coded(connection: sa.Connection, coded: CodedDocument, codebook: Codebook, *, recode: bool) -> Added:
    """Stores one coded document unless the record has it already; see `Record.add`."""
    check_evidence(coded)
    stored = _find_document(connection, coded.document)
    earlier = _find_earlier(connection, coded.document.id, codebook.id)
    coder_sha256, codebook_sha256 = hash_coder(coded.coder), hash_text(codebook.source)
    if earlier is not None and not recode:
        same = (earlier.coder_sha256, earlier.codebook_sha256) == (coder_sha256, codebook_sha256)
        same = same and stored == coded.document  # codes rest on its day and publisher as well as on its text
        if same or not _replaces(coded.coder, earlier):
            outcome = Outcome.UNCHANGED if same else Outcome.KEPT
            return Added(coded.document.id, outcome, _count(connection, earlier.id))
    if earlier is not None:
        connection.execute(sa.delete(t.codings).where(t.codings.c.id == earlier.id))
    readable = coded.document.language in CODED_LANGUAGES
    _store_document(connection, coded.document, stored)
    _store_once(
        connection,
        t.codebooks,
        {"sha256": codebook_sha256, "id": codebook.id, "title": codebook.title, "yaml": codebook.source},
    )
    _store_once(
        connection,
        t.coders,
        {
            "sha256": coder_sha256,
            "name": coded.coder.name,
            "version": coded.coder.version,
            "models": dump_models(coded.coder),
        },
    )
    key = connection.execute(
        sa.insert(t.codings).values(
            document_id=coded.document.id,
            codebook_id=codebook.id,
            codebook_sha256=codebook_sha256,
            coder_sha256=coder_sha256,
            outcome="coded" if readable else "other-language",
        )
    ).inserted_primary_key
    if not readable:
        return Added(coded.document.id, Outcome.OTHER_LANGUAGE, 0)
    _store_codes(connection, coded, int(key[0]) if key else 0)
    return Added(coded.document.id, Outcome.ADDED if earlier is None else Outcome.RECODED, len(coded.statements))


def find_same(connection: sa.Connection, document: Document, codebook: Codebook, coder: Coder) -> Added | None:
    """What the record has of a document, where this coder has read just this document by just this codebook."""
    earlier = _find_earlier(connection, document.id, codebook.id)
    if earlier is None or _find_document(connection, document) != document:
        return None
    if (earlier.coder_sha256, earlier.codebook_sha256) != (hash_coder(coder), hash_text(codebook.source)):
        return None
    return Added(document.id, Outcome.UNCHANGED, _count(connection, earlier.id))


def hash_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def hash_coder(coder: Coder) -> str:
    return hash_text("\0".join((coder.name, coder.version, dump_models(coder))))


def dump_models(coder: Coder) -> str:
    return json.dumps(dict(coder.models), sort_keys=True)


def _replaces(coder: Coder, earlier: _Earlier) -> bool:
    """A coder replaces its own earlier work, not that of a newer version of itself, nor that of another coder."""
    return coder.name == earlier.name and _release(coder.version) >= _release(earlier.version)


def _release(version: str) -> tuple[int, ...]:
    """The numbers of a version's release, so that 0.10 is newer than 0.9."""
    release = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(int(n) for n in release.group().split(".")) if release else ()


def _find_earlier(connection: sa.Connection, document: str, codebook: str) -> _Earlier | None:
    row = connection.execute(
        sa.select(t.codings.c.id, t.codings.c.codebook_sha256, t.coders.c.sha256, t.coders.c.name, t.coders.c.version)
        .join(t.coders)
        .where(t.codings.c.document_id == document, t.codings.c.codebook_id == codebook)
    ).first()
    return None if row is None else _Earlier(*row)


def _count(connection: sa.Connection, coding: int) -> int:
    count = sa.select(sa.func.count()).select_from(t.statements).where(t.statements.c.coding_id == coding)
    return int(connection.execute(count).scalar_one())


def _find_document(connection: sa.Connection, document: Document) -> Document | None:
    """The document that the record has under this id; its text never changes under one id."""
    known = connection.execute(sa.select(t.documents.c.id).where(t.documents.c.id == document.id)).first()
    if known is None:
        return None
    stored = read_document(connection, document.id)
    check_same_text(document, stored.text)
    return stored


def _store_document(connection: sa.Connection, document: Document, stored: Document | None) -> None:
    """Stores a document, or brings what is known about it up to date."""
    about = {
        "publisher": document.publisher,
        "published": document.published,
        "title": document.title,
        "url": document.url,
        "language": document.language,
    }
    if stored is None:
        connection.execute(
            sa.insert(t.documents).values(
                id=document.id,
                characters=len(document.text),
                text_sha256=hash_text(document.text),
                text=document.text,
                **about,
            )
        )
    else:
        connection.execute(sa.update(t.documents).where(t.documents.c.id == document.id).values(**about))
        connection.execute(sa.delete(t.furniture).where(t.furniture.c.document_id == document.id))
    rows = [
        {
            "document_id": document.id,
            "number": number,
            "start_char": f.span.start,
            "end_char": f.span.end,
            "reason": f.reason,
        }
        for number, f in enumerate(document.furniture)
    ]
    _insert_all(connection, t.furniture, rows)


def _store_once(connection: sa.Connection, table: sa.Table, row: dict[str, Any]) -> None:
    found = connection.execute(sa.select(table.c.sha256).where(table.c.sha256 == row["sha256"])).first()
    if found is None:
        connection.execute(sa.insert(table).values(**row))


def _store_codes(connection: sa.Connection, coded: CodedDocument, coding: int) -> None:
    text, statements = coded.document.text, coded.statements
    number_of = {s.id: i for i, s in enumerate(statements)}
    anchors = place_contents(statements)
    statement_rows, quotation_rows, position_rows = [], [], []
    for number, (s, anchor) in enumerate(zip(statements, anchors, strict=True)):
        key = {"coding_id": coding, "statement": number}
        statement_rows.append(
            {
                "coding_id": coding,
                "number": number,
                "id": s.id,
                "anchor": anchor,
                "kind": s.kind.value,
                "speaker_id": s.speaker and s.speaker.id,
                "speaker_name": s.speaker and s.speaker.name,
                "actor": s.speaker and s.speaker.actor,
                "sector": s.speaker and s.speaker.sector,
                "role": s.speaker and s.speaker.role,
                "how": s.speaker and s.speaker.how,
                "speaker_confidence": s.speaker and s.speaker.confidence,
                "unresolved": s.unresolved,
                "said": s.said,
                "setting": s.setting,
                "nested_in": None if s.nested_in is None else number_of[s.nested_in],
                "act": s.act.value,
                "target": s.target,
                "confidence": s.confidence,
            }
        )
        for part, place, span in parts_of(s):
            quotation_rows.append(
                {
                    **key,
                    "part": part,
                    "number": place,
                    "start_char": span.start,
                    "end_char": span.end,
                    "words": span.of(text),
                }
            )
        for place, p in enumerate(s.positions):
            position_rows.append(
                {**key, "number": place, "issue": p.issue, "stance": p.stance.value, "confidence": p.confidence}
            )
    _insert_all(connection, t.statements, statement_rows)
    _insert_all(connection, t.quotations, quotation_rows)
    _insert_all(connection, t.stated_positions, position_rows)
    _insert_all(
        connection,
        t.agreement_mentions,
        [
            {
                "coding_id": coding,
                "number": i,
                "start_char": a.span.start,
                "end_char": a.span.end,
                "words": a.span.of(text),
                "agreement": a.agreement,
                "provision": a.provision,
                "use": a.use and a.use.value,
                "statement": a.attribution,
            }
            for i, a in enumerate(coded.agreements)
        ],
    )
    _insert_all(
        connection,
        t.date_mentions,
        [
            {
                "coding_id": coding,
                "number": i,
                "start_char": d.span.start,
                "end_char": d.span.end,
                "words": d.span.of(text),
                "value": d.value,
            }
            for i, d in enumerate(coded.dates)
        ],
    )
    _insert_all(
        connection,
        t.events,
        [
            {
                "coding_id": coding,
                "number": i,
                "start_char": e.span.start,
                "end_char": e.span.end,
                "words": e.span.of(text),
                "actor": e.actor,
                "act": e.act.value,
                "target": e.target,
                "date": e.date,
                "confidence": e.confidence,
            }
            for i, e in enumerate(coded.events)
        ],
    )


def _insert_all(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(sa.insert(table), rows)
