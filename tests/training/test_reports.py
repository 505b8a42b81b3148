"""Reports coded by hand to train on: each fits its article and its codebook."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from standpoint.codebooks import load_codebook

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))
from reports import CODED, Report, read_reports

REPORTS = read_reports()


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r.gold["id"])
def test_codes_are_those_of_the_codebook(report: Report) -> None:
    book = load_codebook(str(report.codebook))
    issues, codes = {i.id for i in book.issues}, set(book.codes)
    for statement in report.gold["statements"]:
        assert {p["issue"] for p in statement["positions"]} <= issues
        assert statement["target"] is None or statement["target"] in codes or len(statement["target"]) == 3
        assert all(report.gold["text"][s:e].strip() for s, e in statement["content"])


def test_every_file_is_read_and_most_statements_take_no_position() -> None:
    own = [f for f in CODED.glob("*.rows") if not f.name.startswith("polnear")]
    assert len(REPORTS) == len(own)
    statements = [s for r in REPORTS for s in r.gold["statements"]]
    assert sum(bool(s["positions"]) for s in statements) < len(statements) / 2
