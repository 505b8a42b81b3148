"""`codebook suggest` and `codebook new` as a user calls them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builders import lake_codebook
from standpoint.cli.app import app
from standpoint.codebooks import load_codebook
from standpoint.record import Record
from suggestions.conftest import lake_talks

REPORT = """\
PORT ALDANE - Russia wants the fishing quota on the lake to be shared, Foreign Minister Sergey Lavrov said on Tuesday.

"A shared fishing quota is the only way," Lavrov said. "We will share the fishing quota with Turkey."

Turkish President Recep Tayyip Erdogan said that Turkey would accept a shared fishing quota.

"Bread is cheap in the harbour," Erdogan said. "Nobody saw herrings in autumn."
"""


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), env={"COLUMNS": "100"})


@pytest.fixture
def talks(tmp_path: Path) -> str:
    place = tmp_path / "talks.db"
    with Record.open(place, create=True) as record:
        for document in lake_talks():
            record.add(document, lake_codebook())
    return str(place)


def test_suggestions_are_shown_with_examples(talks: str) -> None:
    result = run("codebook", "suggest", "--record", talks)
    assert result.exit_code == 0
    assert "lighthouses" in result.stdout
    assert "a new issue?" in result.stdout
    assert "d1-001" in result.stdout
    assert "4 sentences in 3 documents: FRE 2, BOR 1, RUR 1, SYL 1" in result.stdout


def test_suggestions_as_json_and_csv_have_the_same_fields(talks: str) -> None:
    rows = json.loads(run("codebook", "suggest", "--record", talks, "--format", "json").stdout)
    table = list(csv.DictReader(io.StringIO(run("codebook", "suggest", "--record", talks, "-f", "csv").stdout)))
    assert [r["label"] for r in rows] == [r["label"] for r in table]
    assert list(rows[0]) == list(table[0])
    assert {"issue", "alias"} >= {r["kind"] for r in rows}


def test_nothing_to_suggest_is_said(talks: str) -> None:
    result = run("codebook", "suggest", "--record", talks, "--least", "50")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing to suggest" in result.stderr


def test_a_draft_is_written_and_passes_the_check(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    place = tmp_path / "quota.yml"
    words = ("codebook", "new", str(tmp_path / "report.txt"), "--id", "quota", "--output", str(place))
    result = run(*words)
    assert result.exit_code == 0, result.stderr
    assert "is a draft" in result.stderr
    book = load_codebook(place)
    assert book.id == "quota"
    assert {p.code: p.name for p in book.parties} == {"RUS": "Russia", "TUR": "Turkey"}
    assert "fishing quota" in book.issues[0].label.lower()
    again = run(*words)
    assert again.exit_code == 2
    assert "is there already" in again.stderr


def test_a_draft_is_printed_and_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    result = run("codebook", "new", str(tmp_path / "report.txt"), str(tmp_path / "gone.txt"))
    assert result.exit_code == 2
    assert result.stdout.startswith("# A draft")
    assert "gone.txt" in result.stderr


def test_documents_that_say_too_little_are_refused(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("It rained on the lake all day.\n", encoding="utf-8")
    result = run("codebook", "new", str(tmp_path / "report.txt"))
    assert result.exit_code == 2
    assert "No codebook can be drafted" in result.stderr
