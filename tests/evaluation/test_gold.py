"""Files of coded documents -> documents with what is marked in them, or an error that names file, line and field."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from standpoint.errors import DocumentError
from standpoint.evaluation import Marked, Relation, read_marked
from standpoint.model import Span

TEXT = "Zenda said yes."
CONTENT = [11, 14]
STATEMENT = {"source": [0, 5], "cue": None, "content": CONTENT, "kind": "indirect"}
CODED = {"id": "a", "text": TEXT, "statements": [STATEMENT]}
RELATIONS = {
    "id": "a",
    "text": TEXT,
    "published": "2001-03-10",
    "relations": [{"source": [[0, 5]], "cue": [], "content": [CONTENT]}, {"source": [[0, 5]], "content": []}],
    "other_annotators": [[]],
}
INTERCHANGE = {"document": {"id": "a", "text": TEXT}, "statements": [STATEMENT]}
FOUND = (Relation((Span(0, 5),), (), (Span(11, 14),)),)


def write(path: Path, *rows: Any) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "has_codes"),
    [(CODED, True), (INTERCHANGE, True), (RELATIONS, False)],
    ids=["flat", "nested", "relations"],
)
def test_shapes(tmp_path: Path, row: Any, has_codes: bool) -> None:
    (found,) = read_marked(write(tmp_path / "gold.jsonl", row))
    assert (found.document.id, found.relations, found.coded is not None) == ("a", FOUND, has_codes)


def test_places(tmp_path: Path) -> None:
    folder = tmp_path / "gold"
    folder.mkdir()
    for name in ("b", "a"):
        (folder / f"{name}.json").write_text(json.dumps({**CODED, "id": name}, indent=2), encoding="utf-8")
    (folder / "notes.md").write_text("No gold.")
    packed = tmp_path / "gold.jsonl.gz"
    packed.write_bytes(gzip.compress(f"{json.dumps(CODED)}\n\n{json.dumps(RELATIONS)}\n".encode("utf-8-sig")))
    lines = write(tmp_path / "lines.json", CODED, CODED)
    ids = [[d.document.id for d in read_marked(p)] for p in (folder, folder / "b.json", packed, lines)]
    assert ids == [["a", "b"], ["b"], ["a", "a"], ["a", "a"]]


def test_a_document_without_an_id_is_called_after_its_place(tmp_path: Path) -> None:
    nameless = {k: v for k, v in CODED.items() if k != "id"}
    flat = write(tmp_path / "lines.jsonl", CODED, nameless, {"document": {"text": TEXT}, "statements": []})
    assert [d.document.id for d in read_marked(flat)] == ["a", "lines-2", "lines-3"]
    assert read_marked(write(tmp_path / "alone.json", nameless))[0].document.id == "alone"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{", "no JSON"),
        ("[1]", "the whole should be a JSON object"),
        ({"id": "a", "text": TEXT}, "neither statements .* nor relations"),
        ({**CODED, "text": None}, r"document\.text is missing"),
        ({**CODED, "statements": [{"content": [0, 99], "kind": "direct"}]}, r"statements\[0\]\.content \[0, 99\]"),
        ({**CODED, "statements": [{"content": CONTENT, "kind": "loud"}]}, r"statements\[0\]\.kind 'loud'"),
        ({**RELATIONS, "relations": {}}, "relations should be a list"),
        ({**RELATIONS, "relations": [{"content": []}, 1]}, r"relations\[1\] should be a JSON object"),
        ({**RELATIONS, "relations": [{"content": []}, {"content": [[3, 3]]}]}, r"relations\[1\]\.content \[3, 3\]"),
        ({**RELATIONS, "relations": [{"source": "Ann", "content": [CONTENT]}]}, r"relations\[0\]\.source should be"),
        ({**RELATIONS, "relations": [{"cue": [[1, True]], "content": [CONTENT]}]}, r"relations\[0\]\.cue should be"),
        ({"document": 1, "relations": []}, "document should be a JSON object"),
    ],
)
def test_an_error_names_file_line_and_field(tmp_path: Path, row: Any, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(CODED) + "\n" + (row if isinstance(row, str) else json.dumps(row)))
    with pytest.raises(DocumentError, match=rf"gold\.jsonl, line 2: .*{message}"):
        read_marked(path)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("gold.jsonl", None, "No such file"),
        ("gold.jsonl", b"", "is empty"),
        ("gold.jsonl", b"\xff\xfe", "no UTF-8 at byte 0"),
        ("gold.jsonl", gzip.compress(b"{}" * 99)[:-12], "cannot be unpacked"),
        ("gold.json", b'{\n "id": "a",\n "text": }', "line 3"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, data: bytes | None, message: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(DocumentError, match=rf"{name}.*{message}"):
        read_marked(tmp_path / name)


def test_a_folder_without_documents(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"has no \*\.json file"):
        read_marked(tmp_path)


def test_only_the_sure_ones(tmp_path: Path) -> None:
    unsure = {"content": [0, 5], "kind": "indirect", "confidence": 0.4}
    row = {**CODED, "statements": [STATEMENT, unsure]}
    (found,) = read_marked(write(tmp_path / "gold.jsonl", row))
    assert [_size(found.keep_sure(t)) for t in (0, 0.4, 0.41)] == [(2, 2), (2, 2), (1, 1)]


def _size(marked: Marked) -> tuple[int, int]:
    assert marked.coded is not None
    return len(marked.relations), len(marked.coded.statements)
