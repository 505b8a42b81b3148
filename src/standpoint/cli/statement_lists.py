"""How statements and documents are listed: the columns of the tables and the fields of JSON and CSV go out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.text import Text

from standpoint.cli.ids import ShortIds
from standpoint.cli.listings import Column, Field, Listing, shorten
from standpoint.cli.stances import SIGNS, STYLES, counted
from standpoint.record import DocumentRow, Quotation, StatementRow


def list_statements(ids: ShortIds, limit: int | None) -> Listing[StatementRow]:
    """Statements; the table cuts words after `limit` characters."""

    def words(row: StatementRow) -> Text:
        text = Text(shorten(row.words, limit))
        for p in row.statement.positions:
            text.append(f"\n{SIGNS[p.stance]} {p.issue}", style=STYLES[p.stance])
        return text

    return Listing(
        fields=STATEMENT_FIELDS,
        columns=(
            Column("Id, day said", lambda r: f"{ids.statement(r.id)}\n{describe_day(r)}", style="dim", whole=True),
            Column("Speaker, kind: cue", lambda r: _speaker(r, ids), least=18, most=30),
            Column("Words, and stance by issue", words, wide=True, least=40),
        ),
        nothing="No statement fits. Leave out a filter, or see `standpoint documents` for what was read.",
        lines=True,
        footer=_foot_statements,
    )


STATEMENT_FIELDS: tuple[Field[StatementRow], ...] = (
    Field("id", lambda r: r.id),
    Field("document", lambda r: r.document.id),
    Field("publisher", lambda r: r.document.publisher),
    Field("published", lambda r: r.document.published),
    Field("speaker", lambda r: r.statement.speaker.name if r.statement.speaker else None),
    Field("speaker_id", lambda r: r.statement.speaker.id if r.statement.speaker else None),
    Field("role", lambda r: r.statement.speaker.role if r.statement.speaker else None),
    Field("actor", lambda r: r.actor),
    Field("sector", lambda r: r.statement.speaker.sector if r.statement.speaker else None),
    Field("unresolved", lambda r: r.statement.unresolved),
    Field("kind", lambda r: r.statement.kind),
    Field("grade", lambda r: r.grade),
    Field("ascriber", lambda r: r.ascriber),
    Field("said", lambda r: r.statement.said),
    Field("setting", lambda r: r.statement.setting),
    Field("source", lambda r: _joined(r.source)),
    Field("cue", lambda r: _joined(r.cue)),
    Field("words", lambda r: r.words),
    Field("spans", lambda r: [f"{q.span.start}:{q.span.end}" for q in r.content]),
    Field("act", lambda r: r.statement.act),
    Field("target", lambda r: r.statement.target),
    Field("positions", lambda r: [f"{p.issue}={p.stance}" for p in r.statement.positions]),
    Field("nested_in", lambda r: r.statement.nested_in),
    Field("confidence", lambda r: r.statement.confidence),
    Field("codebook", lambda r: r.codebook),
)


def list_documents(ids: ShortIds, rows: Sequence[DocumentRow]) -> Listing[DocumentRow]:
    """Documents; the codebook has a column only where the rows have several."""
    books = {row.codebook for row in rows}
    longest = max(map(len, books), default=0)
    book: Column[DocumentRow] = Column("Codebook", lambda r: r.codebook, whole=True, least=longest)
    return Listing(
        fields=DOCUMENT_FIELDS,
        columns=(
            Column("Id", lambda r: ids.document(r.document.id), style="dim", whole=True),
            Column("Published", lambda r: _iso(r.document.published), whole=True),
            Column("Publisher", lambda r: r.document.publisher or "\u2013"),
            Column("Title", lambda r: shorten(r.document.title or "\u2013", 120), wide=True, least=12),
            Column("Statements", _count_statements, right=True),
            *((book,) if len(books) > 1 else ()),
        ),
        nothing="No documents yet. Read some: standpoint read FILE --codebook NAME --record FILE",
        footer=_foot_documents,
    )


DOCUMENT_FIELDS: tuple[Field[DocumentRow], ...] = (
    Field("id", lambda r: r.document.id),
    Field("publisher", lambda r: r.document.publisher),
    Field("published", lambda r: r.document.published),
    Field("title", lambda r: r.document.title),
    Field("url", lambda r: r.document.url),
    Field("language", lambda r: r.document.language),
    Field("characters", lambda r: r.characters),
    Field("coded", lambda r: r.coded),
    Field("statements", lambda r: r.statements),
    Field("unresolved", lambda r: r.unresolved),
    Field("codebook", lambda r: r.codebook),
    Field("coder", lambda r: f"{r.coder.name} {r.coder.version}"),
)


def describe_day(row: StatementRow) -> str:
    """The day said; in brackets the day of publication, where the text does not say."""
    if row.statement.said is not None:
        return row.statement.said.isoformat()
    return f"({row.document.published.isoformat()})" if row.document.published else "\u2013"


def _speaker(row: StatementRow, ids: ShortIds) -> str:
    cue = shorten(_joined(row.cue), 40)
    kind = f"{row.statement.kind}: {cue}" if cue else row.statement.kind
    outer = row.statement.nested_in
    return f"{name_speaker(row)}\n{kind}" + (f"\ninside {ids.statement(outer)}" if outer else "")


def name_speaker(row: StatementRow) -> str:
    """Who speaks and for whom; where that is not known, the words of the source and the reason."""
    speaker = row.statement.speaker
    if speaker is None:
        source = f"\u201c{shorten(_joined(row.source), 60)}\u201d, " if row.source else ""
        return f"{source}{row.statement.unresolved}"
    return f"{speaker.name} ({speaker.actor or 'for nobody known'})"


def _joined(quotations: Sequence[Quotation]) -> str:
    return " [...] ".join(" ".join(q.words.split()) for q in quotations)


def _iso(day: date | None) -> str:
    return "\u2013" if day is None else day.isoformat()


def _count_statements(row: DocumentRow) -> str:
    return str(row.statements) if row.coded else f"not coded ({row.document.language})"


def _foot_statements(rows: Sequence[StatementRow]) -> str:
    return f"{counted(len(rows), 'statement')}. A day in brackets is that of publication: the text does not say when."


def _foot_documents(rows: Sequence[DocumentRow]) -> str:
    documents = len({row.document.id for row in rows})
    return f"{counted(documents, 'document')}, {counted(sum(row.statements for row in rows), 'statement')}."
