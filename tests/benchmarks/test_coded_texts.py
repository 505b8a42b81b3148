"""Hand-coded articles in the house's mark-up: those that ship are read, and rows that do not fit are told by name."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from standpoint.codebooks import load_codebook

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from coded_texts import HERE, read_coded

TEXT = "# published: 2020-01-05\n# process: ferry\n[S1:Peru] [C1:wants] [T1:a ferry].\n----\n"


@pytest.mark.parametrize("file", sorted(HERE.glob("*.txt")), ids=lambda f: f.stem)
def test_each_article_is_coded_by_its_codebook(file: Path) -> None:
    gold = read_coded(file)
    book = load_codebook(str(HERE / "codebooks" / f"{gold['process']}.yml"))
    assert len(gold["statements"]) >= 20
    for statement in gold["statements"]:
        assert {p["issue"] for p in statement["positions"]} <= {i.id for i in book.issues}
        assert statement["speaker"]["actor"] in {*book.codes, None}


def test_spans_and_codes_of_a_row(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text(TEXT + "1 | ascribed | Peru | PER | REQUEST | | | ferry:supports\n", encoding="utf-8")
    gold = read_coded(file)
    (statement,) = gold["statements"]
    assert gold["text"] == "Peru wants a ferry."
    assert (statement["source"], statement["cue"], statement["content"]) == ([0, 4], [5, 10], [[11, 18]])
    assert statement["positions"] == [{"issue": "ferry", "stance": "supports"}]
    assert statement["target"] is None


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("2 | ascribed | Peru | PER | REQUEST | | |", "relation's number"),
        ("1 | ascribed | Peru | PER", "7 cells"),
        ("1 | spoken | Peru | PER | REQUEST | | |", "unknown kind"),
        ("1 | ascribed | Peru | PER | REQUEST | | | ferry:maybe", "stance"),
        ("1 | ascribed | Peru | PER | REQUEST | | 2020-01 |", "2020-01"),
    ],
)
def test_a_row_that_does_not_fit_is_told(tmp_path: Path, row: str, problem: str) -> None:
    (tmp_path / "one.txt").write_text(f"{TEXT}{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=problem):
        read_coded(tmp_path / "one.txt")
