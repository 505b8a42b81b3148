"""Listings of a record: what was added and what is asked for -> the rows, in an order that never varies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from builders import CODEBOOK, Said, coded, lake_codebook
from standpoint.codebooks import Codebook
from standpoint.errors import UsageError
from standpoint.model import Act, AgreementUse, Event, Furniture, Grade, Kind, Span
from standpoint.record import Record
from standpoint.record import tables as t
from standpoint.record.filters import StatementFilter, choose

DAY = [date(2001, 3, d) for d in range(1, 12)]
DOCUMENTS = (
    coded(
        Said("Zenda", "the treaty is near", {"treaty": "supports"}, Kind.DIRECT, on=DAY[1]),
        Said(
            "Muskar",
            "the dam stays shut",
            {"dam": "opposes", "treaty": "unclear"},
            cites=("harbour-1999", "10", None),
        ),
        id="d1",
        published=DAY[2],
    ),
    coded(Said(None, "nobody knows"), Said("Zenda", "patrols may sail", {"patrols": "conditional"}), id="d2"),
    coded(Said("Firefly", "talks go on", {"treaty": "supports"}), id="a3", published=None),
)


@pytest.fixture
def full(record: Record, book: Codebook) -> Record:
    for document in DOCUMENTS:
        record.add(document, book)
    return record


ASKED: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["d1-001", "d1-002", "d2-001", "d2-002", "a3-001"]),
    ({"actor": "RUR"}, ["d1-001", "d2-002"]),
    ({"actor": "ruritanians"}, ["d1-001", "d2-002"]),
    ({"actor": " Syldavia "}, ["d1-002"]),
    ({"actor": "Borduria"}, []),
    ({"speaker": "ZENDA"}, ["d1-001", "d2-002"]),
    ({"issue": "treaty"}, ["d1-001", "d1-002", "a3-001"]),
    ({"issue": "lake treaty", "actor": "SYL"}, ["d1-002"]),
    ({"document": "d2"}, ["d2-001", "d2-002"]),
    ({"document": "a"}, ["a3-001"]),
    ({"since": DAY[2]}, ["d1-002", "d2-001", "d2-002"]),
    ({"until": DAY[2]}, ["d1-001"]),
    ({"since": DAY[1], "until": DAY[3]}, ["d1-001", "d1-002"]),
    ({"codebook": "LAKE-talks", "issue": "dam"}, ["d1-002"]),
]


@pytest.mark.parametrize(("asked", "ids"), ASKED)
def test_statements_are_narrowed(full: Record, asked: dict[str, Any], ids: list[str]) -> None:
    assert [r.id for r in full.statements(**asked)] == ids


UNKNOWN: list[tuple[str, str]] = [
    ("actor", r"no actor 'Ruritanja'.*Did you mean RUR \(Ruritania"),
    ("issue", r"no issue 'Ruritanja'.*It has dam, patrols, treaty"),
    ("speaker", "no speaker 'Ruritanja'"),
    ("document", "no document 'Ruritanja'.*listing of documents"),
    ("codebook", "no codebook 'Ruritanja'.*lake-talks"),
]


@pytest.mark.parametrize(("key", "message"), UNKNOWN)
def test_what_is_not_there_is_named_with_the_nearest(full: Record, key: str, message: str) -> None:
    with pytest.raises(UsageError, match=rf"(?s){message}"):
        full.statements(**{key: "Ruritanja"})


def test_the_order_of_reading_changes_no_listing(tmp_path: Path, book: Codebook) -> None:
    seen = []
    for number, order in enumerate(permutations(DOCUMENTS)):
        with Record.open(tmp_path / f"{number}.db", create=True) as record:
            for document in order:
                record.add(document, book)
            seen.append((record.statements(), record.documents(), record.agreements(), record.actors()))
    assert all(listings == seen[0] for listings in seen)


def test_a_statement_is_found_by_the_beginning_of_its_id(full: Record) -> None:
    assert full.statement("a3").words == "talks go on"
    for typed, message in (
        ("d1", "2 statements of .* begin with 'd1'"),
        ("zz", "no statement 'zz'"),
        (" ", "Type its id"),
    ):
        with pytest.raises(UsageError, match=message):
            full.statement(typed)


def test_an_id_that_several_have_is_told_apart(record: Record, book: Codebook) -> None:
    river = lake_codebook(CODEBOOK.replace("id: lake-talks", "id: river-talks"))
    record.add(DOCUMENTS[0], book)
    record.add(DOCUMENTS[0], river)
    assert record.statement("d1-001", codebook="river-talks").codebook == "river-talks"
    with pytest.raises(UsageError, match="2 statements have the id d1-001: document d1 by codebook lake-talks"):
        record.statement("d1-001")
    with pytest.raises(UsageError, match="has several codebooks"):
        record.codebook()
    record.add(DOCUMENTS[1], book)
    with pytest.raises(UsageError, match="not coded by river-talks"):
        record.statement("d2-001", codebook="river-talks")


def test_two_speakers_of_one_name_are_not_taken_for_each_other(record: Record, book: Codebook) -> None:
    one = coded(Said("Zenda", "yes"))
    speaker = one.statements[0].speaker
    assert speaker is not None
    other = replace(one.statements[0], id="d1-002", speaker=replace(speaker, id="zenda-the-elder", actor="SYL"))
    record.add(replace(one, statements=(one.statements[0], other)), book)
    assert [r.id for r in record.statements(speaker="zenda-the-elder")] == ["d1-002"]
    assert [r.id for r in record.statements(speaker="zenda")] == ["d1-001"]
    with pytest.raises(UsageError, match="'Zenda' may be any of zenda, zenda-the-elder"):
        record.statements(speaker="Zenda")


def test_documents_count_their_statements(full: Record) -> None:
    rows = [(r.document.id, r.codebook, r.statements, r.unresolved, r.coded) for r in full.documents()]
    assert rows == [
        ("d1", "lake-talks", 2, 0, True),
        ("d2", "lake-talks", 2, 1, True),
        ("a3", "lake-talks", 1, 0, True),
    ]
    assert [(r.code, r.statements, r.speakers) for r in full.actors()] == [
        ("FRE", 1, 1),
        ("RUR", 2, 1),
        ("SYL", 1, 1),
    ]


def test_an_empty_record_lists_nothing(record: Record) -> None:
    assert (record.statements(), record.documents(), record.agreements(), record.events(), record.actors()) == (
        (),
    ) * 5
    with pytest.raises(UsageError, match="no documents yet"):
        record.codebook()
    with pytest.raises(UsageError, match="It has none yet"):
        record.statements(actor="RUR")


def test_a_citation_brings_all_joint_speakers(record: Record, book: Codebook) -> None:
    rows = (
        Said("Zenda", "the accord holds", cites=("harbour-1999", "2", AgreementUse.IMPLEMENTED)),
        Said("Muskar", "", joint=True),
        Said("Firefly", "talks go on"),
    )
    record.add(coded(*rows), book)
    (row,) = record.agreements()
    assert [s.actor for s in row.statements] == ["RUR", "SYL"]
    assert (row.agreement, row.provision, row.use, row.quotation.words) == (
        "harbour-1999",
        "2",
        "says it is implemented",
        "the accord holds",
    )


def test_events_come_with_their_words(record: Record, book: Codebook) -> None:
    base = coded(Said("Zenda", "yes"), text="Ruritania opened the dam. ")
    event = Event(Span(0, 24), "RUR", Act.CONCEDE, "SYL", "2001-03", 0.5)
    record.add(replace(base, events=(event,)), book)
    assert [(r.event, r.words) for r in record.events()] == [(event, "Ruritania opened the dam")]


def test_a_document_is_read_back_with_its_furniture(record: Record, book: Codebook) -> None:
    base = coded(Said("Zenda", "yes"))
    marked = replace(base.document, furniture=(Furniture(Span(0, 5), "title"), Furniture(Span(6, 8), "l'autre")))
    record.add(replace(base, document=marked), book)
    assert record.document("d") == marked


MED, GOV = "MED", "GOV"
NESTED: list[tuple[str, list[Said], Grade, str | None]] = [
    ("own words", [Said("Zenda", "a", kind=Kind.DIRECT)], Grade.OWN_WORDS, None),
    ("partly own words", [Said("Zenda", "a", kind=Kind.MIXED)], Grade.OWN_WORDS, None),
    ("reported", [Said("Zenda", "a")], Grade.REPORTED, None),
    ("ascribed by the outlet", [Said("RUR", "a", kind=Kind.ASCRIBED)], Grade.ASCRIBED, "The Courier"),
    (
        "quoted by a rival",
        [Said("Muskar", "a"), Said("Zenda", "b", kind=Kind.DIRECT, inside=0)],
        Grade.ASCRIBED,
        "Muskar",
    ),
    ("passed on by its own side", [Said("Rassendyll", "a"), Said("Zenda", "b", inside=0)], Grade.REPORTED, None),
    ("through an outlet", [Said("Herald", "a", sector=MED), Said("Zenda", "b", inside=0)], Grade.REPORTED, None),
    ("by nobody known", [Said(None, "a"), Said("Zenda", "b", inside=0)], Grade.ASCRIBED, None),
    ("by one who speaks for nobody", [Said("Ishmael", "a"), Said("Zenda", "b", inside=0)], Grade.ASCRIBED, "Ishmael"),
    (
        "by its own side, as a rival tells",
        [Said("Muskar", "a"), Said("Rassendyll", "b", inside=0), Said("Zenda", "c", kind=Kind.DIRECT, inside=1)],
        Grade.ASCRIBED,
        "Muskar",
    ),
    (
        "by its own side, as an outlet tells",
        [Said("Herald", "a", sector=MED), Said("Rassendyll", "b", inside=0), Said("Zenda", "c", inside=1)],
        Grade.REPORTED,
        None,
    ),
    (
        "by a rival and its own side jointly",
        [Said("Muskar", "a"), Said("Rassendyll", "", joint=True), Said("Zenda", "c", inside=0)],
        Grade.REPORTED,
        None,
    ),
    (
        "ascribed by its own side",
        [Said("Rassendyll", "a"), Said("RUR", "b", kind=Kind.ASCRIBED, inside=0)],
        Grade.ASCRIBED,
        "Rassendyll",
    ),
]


@pytest.mark.parametrize(("rows", "grade", "ascriber"), [n[1:] for n in NESTED], ids=[n[0] for n in NESTED])
def test_a_grade_says_whose_word_it_is(
    record: Record, book: Codebook, rows: list[Said], grade: Grade, ascriber: str | None
) -> None:
    record.add(coded(*rows), book)
    last = record.statements()[-1]
    assert (last.grade, last.ascriber) == (grade, ascriber)
    alone = record.statements(actor="RUR")[-1]
    assert (alone.grade, alone.statement.nested_in) == (grade, last.statement.nested_in)


def test_words_left_out_between_spans_are_marked(record: Record, book: Codebook) -> None:
    base = coded(Said("Zenda", "the treaty is near"))
    (span,) = base.statements[0].content
    parts = (Span(span.start, span.start + 3), Span(span.start + 11, span.end))
    record.add(replace(base, statements=(replace(base.statements[0], content=parts),)), book)
    assert record.statements()[0].words == "the [...] is near"


def test_an_issue_is_looked_up_statement_by_statement(record: Record) -> None:
    """Narrowing to an issue must not look through all its statements once for each statement."""
    query = sa.select(t.statements.c.id).where(*choose(StatementFilter(actor="RUR", issue="dam")))
    sql = query.compile(record._engine, compile_kwargs={"literal_binds": True})
    with record._engine.connect() as connection:
        plan = " ".join(row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}"))
    assert "(issue=? AND coding_id=? AND statement=?)" in plan or "(coding_id=? AND statement=?)" in plan
