"""What people say and what a codebook covers -> what it lacks."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from builders import CODEBOOK, Said, coded, lake_codebook
from standpoint.codebooks import Codebook
from standpoint.errors import UsageError
from standpoint.language.embedding import TextEncoder
from standpoint.model import Span
from standpoint.record import Record
from standpoint.suggestions import Suggestion, suggest_issues
from suggestions.conftest import HashingEncoder, lake_talks

ENCODERS = [pytest.param(None, id="words"), pytest.param(HashingEncoder(), id="encoder")]


def find(suggestions: tuple[Suggestion, ...], word: str) -> Suggestion:
    (found,) = [s for s in suggestions if word in s.label or word in " ".join(s.words)]
    return found


@pytest.mark.parametrize("encoder", ENCODERS)
def test_what_no_issue_covers_is_suggested(record: Record, book: Codebook, encoder: TextEncoder | None) -> None:
    found = find(suggest_issues(record, book, encoder), "lighthouses")
    assert (found.sayings, found.documents) == (4, 3)
    assert found.actors == {"FRE": 2, "BOR": 1, "RUR": 1, "SYL": 1}
    assert not found.is_alias
    ids = {id for e in found.examples for id in e.statements}
    assert ids == {"d1-001", "d2-001", "d2-002", "d3-001", "d3-002"}
    assert all("lighthouses" in record.statement(id).words for id in ids)


def test_what_is_close_to_an_issue_is_proposed_as_its_alias(record: Record, book: Codebook) -> None:
    found = find(suggest_issues(record, book), "gates")
    assert found.nearest is not None
    assert (found.nearest.issue, found.nearest.label) == ("dam", "Dam")
    assert "gates" in found.label


@pytest.mark.parametrize("encoder", ENCODERS)
def test_what_an_issue_covers_is_not_suggested(record: Record, book: Codebook, encoder: TextEncoder | None) -> None:
    words = " ".join(e.words for s in suggest_issues(record, book, encoder) for e in s.examples)
    assert "treaty" not in words
    assert "patrols" not in words


@pytest.mark.parametrize(("least", "count"), [(2, 3), (3, 2), (4, 1), (5, 0)])
def test_fewer_sentences_than_asked_for_make_no_suggestion(
    record: Record, book: Codebook, least: int, count: int
) -> None:
    assert len(suggest_issues(record, book, least=least)) == count


def test_no_more_than_asked_for_are_suggested(record: Record, book: Codebook) -> None:
    found = suggest_issues(record, book, least=2)
    assert suggest_issues(record, book, least=2, most=1) == found[:1]


def test_an_alias_that_an_issue_has_is_not_proposed_again(book: Codebook) -> None:
    rows = [Said("Zenda", f"joint patrols are a fine thing, {end}") for end in ("we hope", "says he", "as ever")]
    with Record.open("sqlite://", create=True) as record:
        for number, row in enumerate(rows):
            record.add(coded(row, id=f"d{number}"), book)
        (found,) = suggest_issues(record, book)
    assert found.nearest is not None
    assert found.nearest.issue == "patrols"
    assert found.nearest.alias is None or found.nearest.alias.casefold() != "joint patrols"


def test_the_order_of_reading_changes_nothing(book: Codebook) -> None:
    seen = []
    for order in list(permutations(lake_talks()))[::5]:
        with Record.open("sqlite://", create=True) as record:
            for document in order:
                record.add(document, book)
            seen.append(suggest_issues(record, book))
    assert all(s == seen[0] for s in seen)


def test_a_statement_inside_a_covered_one_is_covered(book: Codebook) -> None:
    rows = [
        Said("Zenda", "Muskar had promised that the old lighthouses would be repaired", {"dam": "supports"}),
        Said("Muskar", "would be repaired", inside=0),
    ]
    with Record.open("sqlite://", create=True) as record:
        for number in range(3):
            document = coded(*rows, id=f"d{number}")
            outer = document.statements[0].content[0]
            inner = replace(document.statements[1], content=(Span(outer.start + 24, outer.end),))
            record.add(replace(document, statements=(document.statements[0], inner)), book)
        assert suggest_issues(record, book) == ()


def test_an_empty_record_has_nothing_to_suggest_by(book: Codebook) -> None:
    with Record.open("sqlite://", create=True) as record, pytest.raises(UsageError, match="lake-talks"):
        suggest_issues(record, book)


def test_another_codebook_than_the_records_is_named(record: Record) -> None:
    other = lake_codebook(CODEBOOK.replace("id: lake-talks", "id: river-talks"))
    with pytest.raises(UsageError, match="no codebook 'river-talks'"):
        suggest_issues(record, other)
