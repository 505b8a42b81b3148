"""The made-up reports that ship with the package: nothing comes in, documents go out, ready to be coded.

All states, people, outlets and events in them are invented; the codebook `demo-straits` describes their negotiation.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib import resources

from standpoint.documents import compose_document
from standpoint.model import Document, Furniture, Span

SAMPLE_CODEBOOK = "demo-straits"
_FILE = "demo-straits.jsonl"
_NOTE_BEGINS = "[This report is made up."


def load_samples() -> tuple[Document, ...]:
    """The sample documents, by day. The note that a report is made up is marked, so that it is not coded."""
    text = resources.files("standpoint.samples").joinpath(_FILE).read_text("utf-8")
    return tuple(_read_row(line) for line in text.split("\n") if line)


def _read_row(line: str) -> Document:
    row = json.loads(line)
    document = compose_document(
        row["text"],
        publisher=row["publisher"],
        published=date.fromisoformat(row["published"]),
        title=row["title"],
        language=row["language"],
    )
    return _mark_note(document)


def _mark_note(document: Document) -> Document:
    start = document.text.rindex(_NOTE_BEGINS)
    span = Span(start, len(document.text.rstrip()))
    others = (f for f in document.furniture if not f.span.overlaps(span))
    note = Furniture(span, "note that the text is made up")
    return replace(document, furniture=tuple(sorted((*others, note))))
