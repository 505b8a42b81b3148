"""Rows of JSON Lines -> documents; a malformed row is named by its line and the others go on."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from standpoint.documents import ReadOptions, SetAside, read_inputs
from standpoint.model import Document


def read(path: Path, data: bytes | str, **options: object) -> list[Document | SetAside]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_inputs([str(path)], options=ReadOptions(**options)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        ({"text": "One."}, {"text": "One.", "title": None, "publisher": None, "published": None, "url": None}),
        ({"text": "One.\r\n two "}, {"text": "One.\r\n two "}),
        ({"text": "One.", "id": "a-1"}, {"id": "a-1"}),
        ({"text": "One.", "id": 17}, {"id": "17"}),
        ({"text": "One.", "publisher": " Ferry News "}, {"publisher": "Ferry News"}),
        ({"text": "One.", "published": "2031-05-03"}, {"published": date(2031, 5, 3)}),
        ({"text": "One.", "published": "2031-05-03T23:00:00-05:00"}, {"published": date(2031, 5, 3)}),
        ({"text": "One.", "title": "T", "url": "https://f.example"}, {"title": "T", "url": "https://f.example"}),
        ({"text": "One.", "title": ""}, {"title": None}),
        ({"text": "One.", "language": "de-AT"}, {"language": "de"}),
        ({"text": "The minister said no.", "language": None}, {"language": "en"}),
        ({"text": "One.", "other": {"deep": [1]}}, {"text": "One."}),
        (
            {"document": {"text": "One.", "id": "x", "publisher": "P"}, "statements": []},
            {"id": "x", "publisher": "P"},
        ),
        ({"text": "Emoji 😀"}, {"text": "Emoji 😀"}),
    ],
)
@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a.txt", "a"])
def test_a_row(tmp_path: Path, name: str, row: dict[str, object], fields: dict[str, object]) -> None:
    (document,) = read(tmp_path / name, json.dumps(row))
    assert isinstance(document, Document)
    assert {key: getattr(document, key) for key in fields} == fields


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "One"', "malformed JSON at column"),
        ("not JSON", "malformed JSON at column 1"),
        ('{"text": 5}', "text is a number, not a string"),
        ('{"text": null}', "text is empty"),
        ('{"text": " \\n"}', "text is empty"),
        ('{"body": "One.", "head": "T"}', "without the field text (its fields: body, head)"),
        ("{}", "without the field text (its fields: none)"),
        ("[1, 2]", "a list, not an object"),
        ('"One."', "a string, not an object"),
        ("null", "null, not an object"),
        ('{"document": "One."}', "a string, not an object"),
        ('{"text": "a", "title": ["T"]}', "title is a list"),
        ('{"text": "a", "published": "last week"}', "published is 'last week', no full date"),
        ('{"text": "a", "published": "03/05/2031"}', "no full date"),
        ('{"text": "a", "published": 1924905600}', "published is a number"),
        ('{"text": "a", "id": "a b"}', "id is 'a b'"),
        ('{"text": "a", "id": true}', "id is true or false"),
        ('{"text": "a\\u0000b"}', "NUL character in the text at 1"),
        ('{"text": "half \\ud83d"}', "half a surrogate pair in text at 5"),
        ('{"text": "a", "title": "\\udc00"}', "half a surrogate pair in title"),
        ("[" * 100_000, "malformed JSON"),
        ('{"text": ' + "1" * 5000 + "}", "malformed JSON"),
        ('{"text": "' + "x" * 2000 + '"}', "too large for one document"),
        ('{"text": "a", "more": "' + "x" * 9000 + '"}', "too large for one row"),
    ],
)
def test_a_bad_row_is_named_and_the_others_go_on(tmp_path: Path, line: str, reason: str) -> None:
    limit = 1000 if "x" * 2000 in line else 100_000
    found = read(tmp_path / "a.jsonl", f'{{"text": "First."}}\n\n{line}\n{{"text": "Last."}}', max_bytes=limit)
    first, bad, last = found
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.text, last.text) == ("First.", "Last.")
    assert isinstance(bad, SetAside)
    assert bad.where == f"{tmp_path / 'a.jsonl'}:3"
    assert reason in bad.reason
    assert bad.hint


def test_a_row_that_is_no_utf8(tmp_path: Path) -> None:
    data = b'{"text": "First."}\r\n{"text": "caf\xe9"}\r\n{"text": "Last."}\r\n'
    _, bad, last = read(tmp_path / "a.jsonl", data)
    assert isinstance(bad, SetAside)
    assert "no UTF-8 (byte 0xe9 at 13)" in bad.reason
    assert isinstance(last, Document)
    again = read(tmp_path / "a.jsonl", data, encoding="latin-1")
    assert [getattr(d, "text", d) for d in again] == ["First.", "café", "Last."]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_rows_under_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    found = read(tmp_path / "a.jsonl", '{"text": "Один."}\n{"text": "Два."}\n'.encode(encoding))
    assert [d.text for d in found if isinstance(d, Document)] == ["Один.", "Два."]


def test_a_list_names_its_rows_by_number(tmp_path: Path) -> None:
    good, bad = read(tmp_path / "a.json", '[\n{"text": "One."},\n{"body": "Two."}]')
    assert isinstance(good, Document)
    assert isinstance(bad, SetAside)
    assert bad.where == f"{tmp_path / 'a.json'}[2]"


def test_rows_together_may_be_larger_than_one_document(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"text": f"Words of row {n}."}) + "\n" for n in range(300))
    assert len(read(tmp_path / "a.jsonl", rows, max_bytes=1000)) == 300


def test_an_option_for_the_day_makes_a_bad_one_harmless(tmp_path: Path) -> None:
    (document,) = read(tmp_path / "a.jsonl", '{"text": "a", "published": "?"}', published=date(2031, 5, 3))
    assert isinstance(document, Document)
    assert document.published == date(2031, 5, 3)
