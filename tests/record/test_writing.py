"""Adding coded documents: what was there, what comes -> what becomes of it. Whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from builders import CODEBOOK, Said, coded, lake_codebook
from standpoint.codebooks import Codebook
from standpoint.errors import EvidenceError, RecordError
from standpoint.model import (
    Act,
    AgreementMention,
    AgreementUse,
    CodedDocument,
    DateMention,
    Event,
    Furniture,
    Kind,
    Span,
)
from standpoint.record import Outcome, Record
from standpoint.record import tables as t

YES = (Said("Zenda", "the treaty is near", {"treaty": "supports"}, Kind.DIRECT),)
NO = (Said("Zenda", "the treaty is near", {"treaty": "opposes"}, Kind.DIRECT),)


def count_rows(record: Record) -> dict[str, int]:
    with record._engine.connect() as connection:
        counts = {
            x.name: connection.execute(sa.select(sa.func.count()).select_from(x)) for x in t.metadata.sorted_tables
        }
        return {name: rows.scalar_one() for name, rows in counts.items()}


def read_all(record: Record) -> list[list[Any]]:
    with record._engine.connect() as connection:
        return [list(connection.execute(sa.select(x))) for x in t.metadata.sorted_tables]


AGAIN: list[tuple[str, dict[str, Any], dict[str, Any], bool, Outcome, str]] = [
    ("the same", {}, {}, False, Outcome.UNCHANGED, "supports"),
    ("by a newer version", {}, {"version": "1.1"}, False, Outcome.RECODED, "opposes"),
    ("by version 0.10 after 0.9", {"version": "0.9"}, {"version": "0.10"}, False, Outcome.RECODED, "opposes"),
    ("by an older version", {"version": "1.1"}, {}, False, Outcome.KEPT, "supports"),
    ("by an older version, asked for", {"version": "1.1"}, {}, True, Outcome.RECODED, "opposes"),
    ("by the same version, asked for", {}, {}, True, Outcome.RECODED, "opposes"),
    ("by another coder", {}, {"coder": "hand"}, False, Outcome.KEPT, "supports"),
    ("by another coder, asked for", {}, {"coder": "hand"}, True, Outcome.RECODED, "opposes"),
    ("after a coding by hand", {"coder": "hand"}, {"version": "9"}, False, Outcome.KEPT, "supports"),
    ("published on another day", {}, {"published": date(2001, 3, 11)}, False, Outcome.RECODED, "opposes"),
    ("with a publisher", {"publisher": None}, {"publisher": "The Courier"}, False, Outcome.RECODED, "opposes"),
]


@pytest.mark.parametrize("row", [a[1:] for a in AGAIN], ids=[a[0] for a in AGAIN])
def test_a_document_that_comes_again(record: Record, book: Codebook, row: tuple[Any, ...]) -> None:
    first, second, recode, outcome, stance = row
    assert record.add(coded(*YES, **first), book).outcome is Outcome.ADDED
    before = read_all(record)
    added = record.add(coded(*NO, **second), book, recode=recode)
    assert (added.document, added.outcome, added.statements) == ("d1", outcome, 1)
    assert [p.stance for r in record.statements() for p in r.statement.positions] == [stance]
    if outcome in (Outcome.UNCHANGED, Outcome.KEPT):
        assert read_all(record) == before
    assert record.check().sound


def test_new_weights_of_the_same_version_code_again(record: Record, book: Codebook) -> None:
    record.add(coded(*YES), book)
    other = coded(*NO)
    other = replace(other, coder=replace(other.coder, models={"tagger": "1" * 64}))
    assert record.add(other, book).outcome is Outcome.RECODED


def test_a_changed_codebook_codes_again_and_both_texts_stay(record: Record, book: Codebook) -> None:
    record.add(coded(*YES), book)
    changed = lake_codebook(CODEBOOK.replace("Talks on the lake", "Talks on the great lake"))
    assert record.add(coded(*NO), changed).outcome is Outcome.RECODED
    assert count_rows(record)["codebooks"] == 2
    assert [(r.id, r.title, r.documents) for r in record.codebooks()] == [
        ("lake-talks", "Talks on the great lake", 1)
    ]


def test_two_codebooks_code_one_document_side_by_side(record: Record, book: Codebook) -> None:
    other = lake_codebook(CODEBOOK.replace("id: lake-talks", "id: river-talks"))
    assert record.add(coded(*YES), book).outcome is Outcome.ADDED
    assert record.add(coded(*NO), other).outcome is Outcome.ADDED
    assert [(r.codebook, r.statement.positions[0].stance) for r in record.statements()] == [
        ("lake-talks", "supports"),
        ("river-talks", "opposes"),
    ]
    assert count_rows(record)["documents"] == 1


def test_a_recoded_document_leaves_nothing_of_its_earlier_codes(record: Record, book: Codebook) -> None:
    rows = (*YES, Said("Muskar", "he doubts it", {"treaty": "opposes"}, inside=0, cites=("harbour-1999", "2", None)))
    record.add(coded(*rows), book)
    record.add(coded(*rows[:1], text="", version="2.0", id="d2"), book)
    alone = count_rows(record)
    second = coded(*rows, version="2.0")
    record.add(replace(second, statements=second.statements[:1], agreements=()), book)
    assert {k: v - alone[k] for k, v in count_rows(record).items() if v != alone[k]} == {
        "agreement_mentions": -1,
        "quotations": -3,
        "stated_positions": -1,
        "statements": -1,
    }


def test_another_language_is_stored_without_its_codes(record: Record, book: Codebook) -> None:
    added = record.add(coded(*YES, language="fr"), book)
    assert (added.outcome, added.statements) == (Outcome.OTHER_LANGUAGE, 0)
    assert [(r.coded, r.statements) for r in record.documents()] == [(False, 0)]
    assert record.document("d1").language == "fr"
    assert record.add(coded(*YES, language="fr"), book).outcome is Outcome.UNCHANGED


def test_another_text_under_a_known_id_is_refused(record: Record, book: Codebook) -> None:
    record.add(coded(*YES), book)
    before = read_all(record)
    with pytest.raises(EvidenceError, match=r"Document d1: the record has another text.*an id of its own"):
        record.add(coded(Said("Zenda", "something else")), book)
    assert read_all(record) == before


WHOLE = coded(*YES, Said("Muskar", "he doubts it", inside=0), Said("Firefly", "talks go on", inside=1))
SIZE = len(WHOLE.document.text)


def change_statement(number: int, **changes: Any) -> CodedDocument:
    rows = list(WHOLE.statements)
    rows[number] = replace(rows[number], **changes)
    return replace(WHOLE, statements=tuple(rows))


BROKEN: list[tuple[str, CodedDocument, str]] = [
    (
        "content past the end",
        change_statement(1, content=(Span(0, SIZE + 1),)),
        f"content of statement d1-002.*{SIZE}",
    ),
    ("a cue before the start", change_statement(0, cue=(Span(-1, 3),)), "cue of statement d1-001"),
    ("an empty source", change_statement(0, source=(Span(3, 3),)), "source of statement d1-001"),
    ("a span turned round", change_statement(0, content=(Span(5, 3),)), "content of statement d1-001"),
    ("two statements of one id", change_statement(1, id="d1-001"), "same id"),
    ("nested in nothing", change_statement(1, nested_in="d9-001"), "d1-002 is nested in d9-001"),
    ("nested in itself", change_statement(1, nested_in="d1-002"), "d1-002 is nested in d1-002"),
    ("nested in a circle", change_statement(0, nested_in="d1-003"), "d1-001 is nested in itself"),
    (
        "a mention outside",
        replace(WHOLE, agreements=(AgreementMention(Span(0, 999), "harbour-1999"),)),
        "harbour-1999 points at characters 0 to 999",
    ),
    (
        "a mention in no statement",
        replace(WHOLE, agreements=(AgreementMention(Span(0, 2), "harbour-1999", attribution=3),)),
        "statement number 3, and there are 3",
    ),
    ("a date outside", replace(WHOLE, dates=(DateMention(Span(SIZE, SIZE + 1), "2001"),)), "the date 2001"),
    (
        "an event outside",
        replace(WHOLE, events=(Event(Span(0, 0), "RUR", Act.AID, None, None, 1),)),
        "an event of RUR",
    ),
    (
        "furniture outside",
        replace(WHOLE, document=replace(WHOLE.document, furniture=(Furniture(Span(0, 999), "title"),))),
        r"the furniture \(title\)",
    ),
]


@pytest.mark.parametrize(("document", "message"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN])
def test_codes_that_point_elsewhere_are_refused(
    record: Record, book: Codebook, document: CodedDocument, message: str
) -> None:
    with pytest.raises(EvidenceError, match=f"(?s)Document d1: .*{message}"):
        record.add(document, book)
    assert set(count_rows(record).values()) == {0}


HALFWAY: list[tuple[str, CodedDocument]] = [
    ("a confidence above one in the last statement", change_statement(2, confidence=1.5)),
    ("a confidence that is no number", change_statement(2, confidence=float("nan"))),
    ("half of a surrogate pair in a name", change_statement(2, setting="a \ud800 b")),
    ("half of a surrogate pair in the text", replace(WHOLE, document=replace(WHOLE.document, text="\udfff" * SIZE))),
    ("an event with a wrong share", replace(WHOLE, events=(Event(Span(0, 2), "RUR", Act.AID, None, None, 7),))),
]


@pytest.mark.parametrize("document", [h[1] for h in HALFWAY], ids=[h[0] for h in HALFWAY])
def test_a_failure_halfway_leaves_nothing(
    record: Record, book: Codebook, document: CodedDocument, place: Any
) -> None:
    with pytest.raises(RecordError, match=r"talks\.db"):
        record.add(document, book)
    assert set(count_rows(record).values()) == {0}
    assert record.add(WHOLE, book).outcome is Outcome.ADDED


def test_a_failure_halfway_through_coding_again_keeps_the_earlier_codes(record: Record, book: Codebook) -> None:
    record.add(WHOLE, book)
    before = read_all(record)
    newer = change_statement(2, confidence=1.5)
    with pytest.raises(RecordError):
        record.add(replace(newer, coder=replace(newer.coder, version="2.0")), book)
    assert read_all(record) == before


def test_every_stored_quotation_is_the_document_at_its_offsets(record: Record, book: Codebook) -> None:
    text = "Le comité – d’après l'Ambassadeur — 𝔻𝕚𝕡𝕝𝕠 said: ¡sí! "
    rows = (
        Said(
            "Zenda",
            "l'île n'est pas à “vendre” 👩‍👧",
            {"treaty": "opposes"},
            cites=("harbour-1999", "10", AgreementUse.REJECTS),
        ),
        Said("O'Brien-Łódź", "naïve; DROP TABLE statements; --' OR '1'='1", on=date(1999, 1, 1)),
    )
    document = coded(*rows, text=text, publisher="L'Écho d'Ànnexe", id="d'1 é")
    document = replace(
        document,
        dates=(DateMention(Span(3, 9), "1999"),),
        events=(Event(Span(12, 24), "RUR", Act.AID, None, None, 0.5),),
    )
    record.add(document, book)
    with record._engine.connect() as connection:
        for table in (t.quotations, t.agreement_mentions, t.date_mentions, t.events):
            c = table.c
            stored = connection.execute(sa.select(c.start_char, c.end_char, c.words)).all()
            assert stored
            assert all(document.document.text[a:b] == words for a, b, words in stored)
    assert record.check().sound
    assert next(record.coded_documents()) == document


@pytest.mark.parametrize(
    ("contents", "anchors"),
    [
        ([((0, 4),), ((4, 9),)], ["0-4", "4-9"]),
        ([((0, 4),), ((0, 4),), ((0, 4),)], ["0-4", "0-4/2", "0-4/3"]),
        ([((0, 4), (6, 9)), ((0, 4),)], ["0-4,6-9", "0-4"]),
    ],
)
def test_a_statement_is_anchored_by_its_content(
    record: Record, book: Codebook, contents: list[tuple[tuple[int, int], ...]], anchors: list[str]
) -> None:
    base = coded(*[Said("Zenda", "yes")] * 3)
    rows = [replace(base.statements[i], content=tuple(Span(*s) for s in c)) for i, c in enumerate(contents)]
    record.add(replace(base, statements=tuple(rows)), book)
    with record._engine.connect() as connection:
        query = sa.select(t.statements.c.anchor).order_by(t.statements.c.number)
        assert list(connection.execute(query).scalars()) == anchors
