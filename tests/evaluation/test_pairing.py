"""Gold texts and predicted texts -> pairs of the same text with the same offsets, or the reason why there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evaluation.builders_of_gold import Coded, mark
from standpoint.evaluation import Marked, Pair, pair_documents, report_on

TEXT = "Zenda said yes."
ROW = Coded("yes", "Zenda", "said", actor="RUR")
DATES = (("yes", "2001"),)


def predict(text: str, id: str = "other") -> Marked:
    return mark(text, ROW, id=id, agreements=(("yes", "x", None),), dates=DATES)


def pair(gold: Marked, *predicted: Marked) -> Pair:
    (found,) = pair_documents([gold], predicted)
    return found


@pytest.mark.parametrize("predicted", [TEXT, f"  {TEXT}", f"{TEXT}\n", f"A title.\n\n{TEXT}\nMore to read."])
@pytest.mark.parametrize("gold", [TEXT, f"\n {TEXT}", f"{TEXT}\n\n"])
def test_offsets_are_moved_to_where_gold_begins(gold: str, predicted: str) -> None:
    found = pair(predict(gold), predict("Zenda said yes twice."), predict(predicted))
    report = report_on(found)
    assert found.problem is None
    assert report.coded is not None
    assert (report.attribution.with_source.f1, report.attribution.spans.cue.f1) == (1, 1)
    assert (report.coded.with_actor.f1, report.coded.agreements.f1, report.coded.dates.share) == (1, 1, 1)


def test_what_stands_before_golds_text_is_in_no_gold_statement() -> None:
    title = Coded("Zenda says no", actor="RUR")
    both = mark(f"Zenda says no\n\n{TEXT}", title, replace(ROW, content="yes", source="", cue="said"))
    report = report_on(pair(mark(TEXT, replace(ROW, source="")), both))
    assert report.statements.precision == 0.5


def test_without_the_text_the_id_decides_and_the_problem_is_told() -> None:
    found = pair(predict(TEXT, "a"), predict("Zenda said: yes!", "b"), predict("Zenda said so: yes.", "a"))
    assert found.predicted is not None
    assert found.predicted.document.id == "a"
    assert found.problem is not None
    assert "offsets cannot be compared" in found.problem


def test_nothing_is_predicted() -> None:
    found = pair(predict(TEXT, "a"), mark("Muskar slept.", id="b"))
    assert (found.predicted, found.problem) == (None, "nothing was predicted for it")
