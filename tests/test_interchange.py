"""The interchange format: what is written is read back whole, the same coding gives the same bytes, errors name the
field."""

from __future__ import annotations

import copy
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from builders import Said, coded
from standpoint.errors import DocumentError
from standpoint.interchange import (
    coded_from_json,
    coded_from_lines,
    coded_to_json,
    document_from_json,
    document_to_json,
    dump_line,
)
from standpoint.model import AgreementUse, CodedDocument, Kind
from strategies import coded_documents

EXAMPLE = coded(
    Said("Zenda", "the treaty is near", {"treaty": "supports"}, Kind.DIRECT, on=date(2001, 3, 9)),
    Said(
        "Muskar", "he doubts it", {"treaty": "opposes"}, inside=0, cites=("harbour-1999", "2", AgreementUse.REJECTS)
    ),
)


@given(coded_documents())
@settings(max_examples=30, deadline=None)
def test_what_is_written_is_read_back_whole(document: CodedDocument) -> None:
    line = dump_line(coded_to_json(document))
    assert coded_from_json(json.loads(line)) == document


@given(coded_documents())
@settings(max_examples=30, deadline=None)
def test_one_document_is_one_line_and_the_same_bytes(document: CodedDocument) -> None:
    line = dump_line(coded_to_json(document))
    assert len(line.splitlines()) == 1
    assert line.encode() == dump_line(coded_to_json(coded_from_json(json.loads(line)))).encode()


def test_keys_stand_in_the_order_of_the_format() -> None:
    row = coded_to_json(EXAMPLE)
    assert list(row) == ["document", "statements", "agreements", "dates", "events", "coder"]
    assert list(row["document"])[:7] == ["id", "url", "publisher", "published", "title", "language", "text"]
    assert list(row["statements"][0]) == [
        *("id", "source", "cue", "content", "kind", "speaker", "unresolved", "said", "setting", "nested_in"),
        *("act", "target", "positions", "confidence"),
    ]
    assert row["agreements"][0]["use"] == "rejects"
    assert row["agreements"][0]["statement"] == "d1-002"


def test_a_document_alone_is_read_back() -> None:
    assert document_from_json(document_to_json(EXAMPLE.document)) == EXAMPLE.document


def test_lines_are_read_one_by_one_and_blank_ones_passed_over() -> None:
    line = dump_line(coded_to_json(EXAMPLE))
    assert list(coded_from_lines([line, "\n", line], where="out.jsonl")) == [EXAMPLE, EXAMPLE]


def test_a_line_that_is_no_json_is_named() -> None:
    with pytest.raises(DocumentError, match=r"out\.jsonl, line 2"):
        list(coded_from_lines(["", "{"], where="out.jsonl"))


def test_a_document_coded_by_hand_may_leave_things_out() -> None:
    row = {
        "id": "x",
        "text": "Zenda said yes and so did he.",
        "statements": [
            {"source": [0, 5], "cue": None, "content": [[11, 14]], "kind": "indirect", "nested_in": None,
             "speaker": {"name": "Zenda", "actor": "RUR"}, "positions": [{"issue": "treaty", "stance": "supports"}]},
            {"source": None, "content": [19, 28], "kind": "ascribed", "nested_in": 0, "speaker": None},
        ],
    }  # fmt: skip
    first, second = coded_from_json(row).statements
    assert (first.id, first.source, first.cue, first.confidence) == ("x-001", ((0, 5),), (), 1.0)
    assert first.speaker is not None
    assert (first.speaker.id, first.speaker.how) == ("Zenda", "hand")
    assert (second.nested_in, second.act.value) == ("x-001", "STATE")


BROKEN: list[tuple[str, list[Any], Any, str]] = [
    ("content that ends after the text", ["statements", 0, "content"], [[0, 999]], r"statements\[0\]\.content"),
    ("an empty span", ["statements", 0, "cue"], [[3, 3]], r"statements\[0\]\.cue"),
    ("a span of words", ["agreements", 0, "span"], ["a", "b"], r"agreements\[0\]\.span"),
    ("no content", ["statements", 1, "content"], [], r"statements\[1\]\.content"),
    ("an unknown kind", ["statements", 0, "kind"], "shouted", "direct, mixed, indirect, ascribed"),
    ("an unknown stance", ["statements", 0, "positions", 0, "stance"], "maybe", r"positions\[0\]\.stance"),
    ("a day that does not exist", ["statements", 0, "said"], "2001-02-30", "YYYY-MM-DD"),
    ("a confidence above one", ["statements", 0, "confidence"], 1.5, "from 0 to 1"),
    ("nesting in nothing", ["statements", 1, "nested_in"], "nowhere", "nested_in"),
    ("a text that is a number", ["document", "text"], 5, "document.text"),
    ("statements that are no list", ["statements"], {}, "statements"),
    ("a citation by nobody", ["agreements", 0, "statement"], "nobody", r"agreements\[0\]\.statement"),
    ("a coder without a version", ["coder"], {"name": "x"}, "coder.version"),
]


@pytest.mark.parametrize(("path", "value", "message"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN])
def test_an_error_names_place_and_field(path: list[Any], value: Any, message: str) -> None:
    row: Any = copy.deepcopy(coded_to_json(EXAMPLE))
    inner = row
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    with pytest.raises(DocumentError, match=message) as caught:
        coded_from_json(row, where="page 3")
    assert str(caught.value).startswith("page 3")


@pytest.mark.shared
def test_documents_coded_by_hand_are_read(shared: Path) -> None:
    for file in sorted((shared / "data" / "gold" / "articles").glob("*.json")):
        found = coded_from_json(json.loads(file.read_text(encoding="utf-8")), where=file.name)
        assert coded_from_json(coded_to_json(found)) == found
