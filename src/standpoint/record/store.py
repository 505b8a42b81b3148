"""The record, as a Python user sees it: a path or URL comes in, coded documents go in, frozen rows come out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from types import TracebackType

import sqlalchemy as sa

from standpoint.codebooks import Codebook, parse_codebook
from standpoint.errors import UsageError
from standpoint.model import CodedDocument, Coder, Document
from standpoint.record import tables as t
from standpoint.record.checking import check_record
from standpoint.record.documents import read_coded, read_document
from standpoint.record.engine import as_record_errors, open_engine, writing
from standpoint.record.filters import StatementFilter
from standpoint.record.lookup import look_up, pick_by_prefix
from standpoint.record.reading import select_agreements, select_documents, select_events, select_statements
from standpoint.record.rows import (
    ActorRow,
    Added,
    AgreementRow,
    CodebookRow,
    DocumentRow,
    EventRow,
    RecordCheck,
    StatementRow,
)
from standpoint.record.writing import add_coded, find_same


@dataclass(frozen=True, slots=True)
class Record:
    """The database of who said what. Open it with `Record.open`, and close it or use it in a `with` block.

    Every listing gives frozen rows in an order that never varies. Names of actors, issues and codebooks may be
    typed in any case; an actor also by its name in the codebook. What is not there is a UsageError that names the
    nearest.
    """

    place: str
    _engine: sa.Engine = field(repr=False)
    _parsed: dict[str, Codebook] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, create: bool = False) -> Record:
        """Opens the record in a file, or at a database URL such as postgresql+psycopg://host/name.

        With `create` one is made where there is none. A record of an older version is brought up to date.
        Raises RecordError where there is no record, the file is something else, or a newer version made it.
        """
        place = os.fspath(path)
        return cls(place, open_engine(place, create=create))

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, coded: CodedDocument, codebook: Codebook, *, recode: bool = False) -> Added:
        """Stores a coded document, whole or not at all.

        A document that the same coder has read by the same codebook stays as it is, unless what is known about it
        (its publisher, its day) has changed; a coding by an older version of the coder, or by an earlier text of the
        codebook, is replaced; one by a newer version, or by another coder, is kept. `recode` replaces it in any case.
        A document in another language than English is stored without its codes. Raises EvidenceError where a
        quotation is not the document's words, or where the record has another text under the document's id.
        """
        with as_record_errors(self.place), writing(self._engine) as connection:
            return add_coded(connection, coded, codebook, recode=recode)

    def find_same(self, document: Document, codebook: Codebook, coder: Coder) -> Added | None:
        """What `add` would say of a document that need not be coded again; None where it has to be.

        Raises EvidenceError where the record has another text under the document's id.
        """
        with self._reading() as connection:
            return find_same(connection, document, codebook, coder)

    def documents(self, *, codebook: str | None = None) -> tuple[DocumentRow, ...]:
        """Every document, once for each codebook that it is coded by."""
        with self._reading() as connection:
            return select_documents(connection, self._codebook_id(codebook))

    def document(self, id: str) -> Document:
        """The document with this id, or whose id begins with it, with its text."""
        with self._reading() as connection:
            return read_document(connection, _pick(connection, t.documents, id, "document", self.place))

    def statements(
        self,
        *,
        actor: str | None = None,
        speaker: str | None = None,
        issue: str | None = None,
        document: str | None = None,
        codebook: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> tuple[StatementRow, ...]:
        """Statements by actor, speaker (id or name), issue, document (id or its beginning) and day.

        `since` is inclusive and `until` exclusive, by the day said or else published.
        """
        book = self._codebook_id(codebook)
        wanted = StatementFilter(
            actor=None if actor is None else self.resolve_actor(actor),
            speaker=None if speaker is None else self._resolve_speaker(speaker),
            issue=None if issue is None else self.resolve_issue(issue, codebook=book),
            document=None if document is None else self.document_id(document),
            codebook=book,
            since=since,
            until=until,
        )
        with self._reading() as connection:
            return select_statements(connection, wanted)

    def statement(self, id: str, *, codebook: str | None = None) -> StatementRow:
        """The statement with this id, or whose id begins with it.

        Raises UsageError where there is none, where several begin so, and where several codebooks have one with
        this id and none of them is named.
        """
        book = self._codebook_id(codebook)
        with self._reading() as connection:
            whole = _pick(connection, t.statements, id, "statement", self.place)
            rows = select_statements(connection, StatementFilter(ids=(whole,), codebook=book))
        if len(rows) == 1:
            return rows[0]
        places = ", ".join(f"document {r.document.id} by codebook {r.codebook}" for r in rows)
        if not rows:
            raise UsageError(f"Statement {whole} is not coded by {book}. Leave the codebook out, or name another.")
        raise UsageError(f"{len(rows)} statements have the id {whole}: {places}. List the statements of one of them.")

    def document_id(self, id: str) -> str:
        """The whole id of a document from its beginning."""
        with self._reading() as connection:
            return _pick(connection, t.documents, id, "document", self.place)

    def agreements(self, *, codebook: str | None = None) -> tuple[AgreementRow, ...]:
        """Every mention of an agreement, with the statements that cite it."""
        with self._reading() as connection:
            return select_agreements(connection, self._codebook_id(codebook))

    def events(self, *, codebook: str | None = None) -> tuple[EventRow, ...]:
        """What actors did towards each other, in the outlets' own words."""
        with self._reading() as connection:
            return select_events(connection, self._codebook_id(codebook))

    def coded_documents(self, *, codebook: str | None = None) -> Iterator[CodedDocument]:
        """Every coded document as it was added, one at a time, for the interchange format."""
        for row in self.documents(codebook=codebook):
            with self._reading() as connection:
                coded = read_coded(connection, row)
            yield coded

    def actors(self, *, codebook: str | None = None) -> tuple[ActorRow, ...]:
        """Every actor that speaks in the record, by code."""
        s = t.statements.c
        query = (
            sa.select(s.actor, sa.func.count(), sa.func.count(s.speaker_id.distinct()))
            .where(s.actor.is_not(None))
            .group_by(s.actor)
            .order_by(s.actor)
        )
        if codebook is not None:
            query = query.join(t.codings).where(t.codings.c.codebook_id == self._codebook_id(codebook))
        with self._reading() as connection:
            return tuple(ActorRow(*row) for row in connection.execute(query))

    def codebooks(self) -> tuple[CodebookRow, ...]:
        """The codebooks of the record, by id; of several texts of one codebook the one used last."""
        c, b = t.codings.c, t.codebooks.c
        last = (
            sa.select(sa.func.max(c.id).label("id"), sa.func.count().label("documents"))
            .group_by(c.codebook_id)
            .subquery()
        )
        query = (
            sa.select(b.id, b.title, b.sha256, last.c.documents)
            .select_from(last.join(t.codings, c.id == last.c.id).join(t.codebooks))
            .order_by(b.id)
        )
        with self._reading() as connection:
            return tuple(CodebookRow(*row) for row in connection.execute(query))

    def codebook(self, id: str | None = None) -> Codebook:
        """A codebook as it was when it was last used; without `id` the only one of the record."""
        rows = {r.id: r for r in self.codebooks()}
        if id is None and len(rows) != 1:
            have = f"several codebooks ({', '.join(rows)}); name one" if rows else "no documents yet; read some first"
            raise UsageError(f"{self.place} has {have}.")
        id = next(iter(rows)) if id is None else look_up(id, _alone(rows), what="codebook", where=self.place)
        digest = rows[id].sha256
        if digest not in self._parsed:
            with self._reading() as connection:
                query = sa.select(t.codebooks.c.yaml).where(t.codebooks.c.sha256 == digest)
                yaml = connection.execute(query).scalar_one()
            self._parsed[digest] = parse_codebook(yaml, f"codebook {id} of {self.place}")
        return self._parsed[digest]

    def check(self) -> RecordCheck:
        """Looks at everything in the record; the report has a problem for each thing that does not hold."""
        with self._reading() as connection:
            return check_record(connection)

    def resolve_actor(self, typed: str) -> str:
        """The code of an actor that speaks in the record or stands in its codebooks, from its code or name."""
        named = _alone(row.code for row in self.actors())
        for row in self.codebooks():
            book = self.codebook(row.id)
            for party in (*book.mediators, *book.parties):
                named += [(name, party.code) for name in (party.code, party.name, *party.aliases)]
        return look_up(typed, named, what="actor", where=self.place)

    def resolve_issue(self, typed: str, *, codebook: str | None = None) -> str:
        """The id of an issue of the record's codebooks, from its id or label."""
        named: list[tuple[str, str]] = []
        for row in self.codebooks():
            if codebook in (None, row.id):
                for issue in self.codebook(row.id).issues:
                    named += [(issue.id, issue.id), (issue.label, issue.id)]
        return look_up(typed, named, what="issue", where=self.place)

    def _resolve_speaker(self, typed: str) -> str:
        s = t.statements.c
        query = sa.select(s.speaker_name, s.speaker_id).where(s.speaker_id.is_not(None)).distinct()
        with self._reading() as connection:
            named = [(row.speaker_name, row.speaker_id) for row in connection.execute(query)]
        return look_up(typed, sorted(named), what="speaker", where=self.place)

    def _codebook_id(self, typed: str | None) -> str | None:
        if typed is None:
            return None
        return look_up(typed, _alone(r.id for r in self.codebooks()), what="codebook", where=self.place)

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with as_record_errors(self.place), self._engine.connect() as connection:
            yield connection


def _alone(ids: Iterable[str]) -> list[tuple[str, str]]:
    """Ids that have no names but themselves, for `look_up`."""
    return [(id, id) for id in ids]


def _pick(connection: sa.Connection, table: sa.Table, typed: str, what: str, where: str) -> str:
    begins = sa.func.lower(table.c.id).startswith(typed.strip().lower(), autoescape=True)
    ids = connection.execute(sa.select(table.c.id).where(begins).distinct().order_by(table.c.id)).scalars().all()
    return pick_by_prefix(typed.strip(), ids, what=what, where=where)
