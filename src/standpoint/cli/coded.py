"""Coded documents without a record come in, one after the other; the interchange format or a listing goes out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from standpoint.cli.ids import ShortIds
from standpoint.cli.listings import Format
from standpoint.cli.statement_lists import list_statements
from standpoint.cli.terminal import Terminal
from standpoint.interchange import coded_to_json, dump_line
from standpoint.model import CodedDocument, Document, Spans
from standpoint.record import DocumentInfo, Quotation, StatementRow

_SHOWN_CHARACTERS = 280


def print_coded(terminal: Terminal, documents: Iterable[CodedDocument], form: Format, *, codebook: str) -> None:
    """JSON Lines as the documents come; a table or CSV of their statements when all are there."""
    if form is Format.JSON:
        for coded in documents:
            sys.stdout.write(dump_line(coded_to_json(coded)) + "\n")
            sys.stdout.flush()
        return
    rows = [row for coded in documents for row in as_rows(coded, codebook)]
    ids = ShortIds.among(row.document.id for row in rows)
    list_statements(ids, _SHOWN_CHARACTERS).show(terminal, rows, form)


def as_rows(coded: CodedDocument, codebook: str) -> Iterator[StatementRow]:
    """The statements of a coded document as a record would give them."""
    d = coded.document
    about = DocumentInfo(d.id, d.publisher, d.published, d.title, d.url, d.language)
    speakers = {s.id: s.speaker for s in coded.statements}
    for s in coded.statements:
        yield StatementRow(
            statement=s,
            source=_quote(d, s.source),
            cue=_quote(d, s.cue),
            content=_quote(d, s.content),
            document=about,
            outer=speakers.get(s.nested_in) if s.nested_in else None,
            codebook=codebook,
            coder=coded.coder,
        )


def _quote(document: Document, spans: Spans) -> tuple[Quotation, ...]:
    return tuple(Quotation(span, span.of(document.text)) for span in spans)
