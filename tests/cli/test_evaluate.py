"""`standpoint evaluate` -> figures of how well documents are coded, mistakes with their words, clear errors."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import Result

from builders import Said, coded
from standpoint.interchange import coded_to_json, dump_line
from standpoint.model import CodedDocument, Kind

Run = Callable[..., Result]

ZENDA = Said("Zenda", "the treaty must wait until the spring", {"treaty": "opposes"})
MUSKAR = Said("Muskar", '"we will open the dam"', {"dam": "supports"}, kind=Kind.DIRECT)
FIREFLY = Said("Firefly", "nobody may shut the dam again", {"dam": "opposes"})
GOLD = coded(ZENDA, MUSKAR, FIREFLY, id="a")
OTHER = coded(Said("Sponsz", "it is over"), id="b")


def lines(path: str, *documents: CodedDocument) -> str:
    Path(path).write_text("".join(dump_line(coded_to_json(d)) + "\n" for d in documents), encoding="utf-8")
    return path


@pytest.fixture
def careless(run: Run) -> list[str]:
    """The words of a command that compares gold with a coding that has one mistake of each kind."""
    first, second, third = GOLD.statements
    wrong = replace(second, speaker=first.speaker, positions=third.positions)
    invented = replace(third, id="a-009", content=second.source, confidence=0.1)
    predicted = replace(GOLD, statements=(wrong, third, invented), agreements=())
    return ["evaluate", lines("gold.jsonl", GOLD, OTHER), "--predicted", lines("found.jsonl", predicted, OTHER)]


def test_tables(run: Run, careless: list[str]) -> None:
    result = run(*careless, "--errors", "9")
    assert (result.exit_code, result.stderr) == (0, "")
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["statements", "0.750", "0.750", "0.750", "4", "4"] in rows
    assert ["with", "the", "right", "actor", "0.500", "0.500", "0.500", "4", "4"] in rows
    assert ["speaker's", "actor", "0.667", "of", "3"] in rows
    assert ["Title", "of", "a", "3", "1", "1", "1", "1", "0.667"] in rows
    assert [" ".join(r) for r in rows if r[:1] in (["missed"], ["invented"], ["wrong"])] == [
        "missed a",
        "invented a",
        "wrong speaker a",
        "wrong stance a",
    ]
    assert ["│", "the", "treaty", "must", "wait", "until", "the", "spring"] in rows
    assert "by hand: SYL (Muskar); found: RUR (Zenda)" in result.stdout
    assert "by hand: supports dam; found: opposes dam" in result.stdout
    said = " ".join(result.stdout.split())
    assert "2 documents, 4 statements by hand, 4 found." in said
    assert "Mistakes: 1 missed, 1 invented, 1 wrong speaker, 1 wrong stance." in said


def test_json(run: Run, careless: list[str]) -> None:
    found = json.loads(run(*careless, "--errors", "1", "--format", "json").stdout)
    assert list(found) == [
        *("coder", "documents", "problems", "attribution", "codes", "calibration", "mistakes", "by_document"),
        "examples",
    ]
    assert found["codes"]["statements"]["f1"] == 0.75
    assert found["mistakes"] == {"missed": 1, "invented": 1, "wrong speaker": 1, "wrong stance": 1}
    assert [d["statements"]["recall"] for d in found["by_document"]] == [0.6667, 1.0]
    assert (len(found["examples"]), found["coder"]["version"]) == (1, "1.0")


def test_threshold(run: Run, careless: list[str]) -> None:
    found = json.loads(run(*careless, "--threshold", "0.5", "--format", "json").stdout)
    assert found["mistakes"]["invented"] == 0


def test_a_document_of_which_nothing_is_predicted_is_counted(run: Run, careless: list[str]) -> None:
    lines("found.jsonl", OTHER)
    result = run(*careless)
    assert (result.exit_code, result.stderr) == (2, "gold.jsonl, line 1 (a): nothing was predicted for it\n")
    assert "Title of a (not coded)" in result.stdout
    assert "Mistakes: 3 missed." in " ".join(result.stdout.split())


@pytest.mark.parametrize(
    ("gold", "message"),
    [
        ('{"id": "x", "text": "Yes.", "statements": [{"content": [0, 9], "kind": "direct"}]}',
         r"standpoint: gold.jsonl, line 1: statements[0].content [0, 9] is no stretch of a text of 4 characters."),
        ("no", "standpoint: gold.jsonl, line 1: no JSON"),
        ("", "standpoint: gold.jsonl is empty."),
    ],
)  # fmt: skip
def test_bad_gold(run: Run, gold: str, message: str) -> None:
    Path("gold.jsonl").write_text(gold)
    result = run("evaluate", "gold.jsonl")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)


def test_what_is_installed(run: Run) -> None:
    """Without codes in gold only who said what is measured, and what is coded has a version."""
    row = {
        "id": "a",
        "text": 'Zenda said that the treaty must wait. "We will open the dam on Monday," Muskar told reporters.',
        "relations": [
            {"source": [[0, 5]], "cue": [[6, 10]], "content": [[16, 36]]},
            {"source": [[72, 78]], "cue": [[79, 83]], "content": [[38, 71]]},
        ],
    }
    Path("gold.jsonl").write_text(json.dumps(row))
    found = json.loads(run("evaluate", "gold.jsonl", "--format", "json").stdout)
    assert (found["attribution"]["attribution_f1"], found["codes"]) == (1.0, None)
    assert found["coder"]["name"] == "standpoint"
    assert 0 <= found["calibration"]["expected_error"] <= 1


def test_issues_that_no_codebook_has_are_told(run: Run) -> None:
    gold = lines("gold.jsonl", replace(OTHER, statements=coded(ZENDA, id="b").statements[:0]), GOLD)
    told = [run("evaluate", gold, *words).stderr for words in ((), ("--codebook", "demo-straits"))]
    assert "No codebook is named" in told[0]
    assert "demo-straits has no issue dam, treaty" in told[1]
