"""Any coded document that is put into a record comes out as it was, and the order of reading changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import lake_codebook
from standpoint.interchange import coded_from_json, coded_to_json, dump_line
from standpoint.model import CodedDocument
from standpoint.record import Outcome, Record
from strategies import coded_documents

BOOK = lake_codebook()
FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def memory() -> Iterator[Record]:
    """One record in memory for many examples: each takes the place of the one before under the same id."""
    with Record.open("sqlite://", create=True) as record:
        yield record


def put(record: Record, document: CodedDocument, id: str) -> CodedDocument:
    named = replace(document, document=replace(document.document, id=id))
    record.add(named, BOOK, recode=True)
    return named


def number_of(record: Record) -> str:
    return f"n{len(record.documents()):05d}"


@given(coded_documents())
@FEW
def test_what_is_added_is_read_back_whole(memory: Record, document: CodedDocument) -> None:
    named = put(memory, document, number_of(memory))
    assert named in list(memory.coded_documents())
    assert memory.document(named.document.id) == named.document
    assert memory.add(named, BOOK).outcome is Outcome.UNCHANGED


@given(coded_documents())
@FEW
def test_a_record_and_the_interchange_format_give_each_other_back(memory: Record, document: CodedDocument) -> None:
    named = put(memory, document, number_of(memory))
    (stored,) = (d for d in memory.coded_documents() if d.document.id == named.document.id)
    line = dump_line(coded_to_json(stored))
    assert line == dump_line(coded_to_json(named))
    assert coded_from_json(json.loads(line)) == named


@given(st.lists(coded_documents(), min_size=2, max_size=4), st.randoms(use_true_random=False))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_order_of_reading_changes_nothing(documents: list[CodedDocument], random: st.DataObject) -> None:
    named = [replace(d, document=replace(d.document, id=f"d{i}")) for i, d in enumerate(documents)]
    shuffled = random.sample(named, len(named))  # type: ignore[attr-defined]
    listings = []
    for order in (named, shuffled):
        with Record.open("sqlite://", create=True) as record:
            for document in order:
                record.add(document, BOOK)
            listings.append(
                (list(record.coded_documents()), record.statements(), record.agreements(), record.events())
            )
            quoting = [
                p for p in record.check().problems if "no issue" not in p.message and "no agree" not in p.message
            ]
            assert quoting == []
    assert listings[0] == listings[1]
