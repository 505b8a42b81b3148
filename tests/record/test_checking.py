"""Checking a record: an edit by another program -> the problem that the check names."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from builders import Said, coded
from standpoint.codebooks import Codebook
from standpoint.model import AgreementUse, Kind
from standpoint.record import Record

ROWS = (
    Said(
        "Zenda",
        "l'île reste à nous",
        {"dam": "opposes"},
        Kind.DIRECT,
        cites=("harbour-1999", "2", AgreementUse.REJECTS),
    ),
    Said("Muskar", "he doubts it", {"treaty": "opposes"}, inside=0),
)

EDITS: list[tuple[str, str | None, str | None, str]] = [
    (
        "UPDATE quotations SET words = 'our island' WHERE part = 'content' AND statement = 1",
        "d1",
        "d1-002",
        "quotations: the words",
    ),
    (
        "UPDATE quotations SET end_char = 9999 WHERE part = 'cue' AND statement = 0 AND coding_id = 1",
        "d1",
        "d1-001",
        "6 to 9999",
    ),
    ("UPDATE agreement_mentions SET words = upper(words)", "d1", None, "agreement_mentions: the words"),
    ("UPDATE documents SET text = replace(text, 'doubts', 'wished')", "d1", None, "its SHA-256 differs"),
    ("UPDATE codebooks SET yaml = yaml || '# x'", None, None, "lake-talks is not the one that was stored"),
    ("UPDATE codebooks SET yaml = 'id: 1'", None, None, "title"),
    ("UPDATE stated_positions SET issue = 'whales' WHERE statement = 0", "d1", None, "no issue whales"),
    ("UPDATE agreement_mentions SET agreement = 'pact'", "d1", None, "no agreement pact"),
    (
        "DELETE FROM quotations WHERE part = 'content' AND statement = 0 AND coding_id = 1",
        "d1",
        "d1-001",
        "has no content",
    ),
    ("UPDATE statements SET speaker_id = NULL WHERE number = 1", "d1", "d1-002", "no speaker and no reason"),
    ("DELETE FROM documents", None, None, "points at a row of documents that does not exist"),
    ("UPDATE statements SET nested_in = 7 WHERE number = 1", None, None, "points at a row of statements"),
    ("UPDATE statements SET nested_in = 1 WHERE number = 0 AND coding_id = 1", "d1", "d1-001", "nested in itself"),
    ("INSERT INTO furniture VALUES ('d1', 0, 1, 9999, 'x')", "d1", None, "Furniture stands at characters 1 to 9999"),
]


@pytest.mark.parametrize("row", EDITS, ids=[e[0] for e in EDITS])
def test_an_edit_is_found(place: Path, book: Codebook, row: tuple[str, str | None, str | None, str]) -> None:
    edit, document, statement, message = row
    with Record.open(place, create=True) as record:
        record.add(coded(*ROWS), book)
        record.add(coded(Said("Zenda", "elsewhere"), id="d2"), book)
        found = record.check()
        assert (found.sound, found.documents, found.statements, found.quotations) == (True, 2, 3, 10)
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute(edit)
    with Record.open(place) as record:
        problems = record.check().problems
    fitting = [p for p in problems if message in p.message]
    assert fitting, problems
    assert {(p.document, p.statement) for p in fitting} == {(document, statement)}


def test_an_empty_record_is_sound(record: Record) -> None:
    assert record.check().sound


def test_reading_goes_on_where_another_program_nested_in_a_circle(place: Path, book: Codebook) -> None:
    with Record.open(place, create=True) as record:
        record.add(coded(*ROWS), book)
        with closing(sqlite3.connect(place)) as connection, connection:
            connection.execute("UPDATE statements SET nested_in = 1 WHERE number = 0")
        assert [r.id for r in record.statements()] == ["d1-001", "d1-002"]
