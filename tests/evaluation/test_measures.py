"""A text coded twice -> the figures of who said what and of each code, and the mistakes with their words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from evaluation.builders_of_gold import Coded, mark
from standpoint.evaluation import (
    DocumentReport,
    Marked,
    Mistake,
    MistakeKind,
    Pair,
    PRFScore,
    ShareScore,
    evaluate,
    report_on,
    sample_mistakes,
)

TEXT = (
    'Zenda said that the dam should stay shut on Friday. "We will sign the treaty," Muskar told Zenda. '
    "Firefly called it “a pity” that clause 2 of the accord fell."
)
ZENDA = Coded(
    "the dam should stay shut", "Zenda", "said", actor="RUR", name="Rudolf Zénda", said="2001-03-09",
    stances={"dam": "opposes"},
)  # fmt: skip
MUSKAR = Coded(
    '"We will sign the treaty,"', "Muskar", "told", actor="SYL", name="Muskar", kind="direct", act="AGREE",
    target="RUR", stances={"treaty": "supports"},
)  # fmt: skip
FIREFLY = Coded("it|“a pity” that clause 2 of the accord fell", "Firefly", "called", name="Firefly", kind="mixed")
CITED = (("clause 2 of the accord", "harbour-1999", "2"),)
DAYS = (("Friday", "2001-03-09"), ("on", None))
GOLD = mark(TEXT, ZENDA, MUSKAR, FIREFLY, agreements=CITED, dates=DAYS)


def score(*rows: Coded, **rest: Any) -> DocumentReport:
    return report_on(Pair(GOLD, mark(TEXT, *rows, **rest)))


def test_who_said_what() -> None:
    wide = replace(ZENDA, content="that the dam should stay shut on", cue="")
    a = score(wide, replace(MUSKAR, source="Zenda", content="We will sign the treaty")).attribution
    assert a.relations == PRFScore(2, 2, 3)
    assert a.source_given_match == ShareScore(1, 2)
    assert a.with_source == PRFScore(1, 2, 3)
    assert a.tokens.source == PRFScore(1, 1, 3)
    assert a.tokens.cue == PRFScore(1, 1, 3)
    assert a.spans.content == PRFScore(1, 2, 4)
    kinds = a.recall_by_kind
    assert (kinds.direct, kinds.mixed, kinds.indirect) == (ShareScore(1, 1), ShareScore(0, 1), ShareScore(1, 1))


@pytest.mark.parametrize(
    ("change", "measure", "expected"),
    [
        ({}, "with_actor", PRFScore(3, 3, 3)),
        ({"actor": "SYL"}, "with_actor", PRFScore(2, 3, 3)),
        ({"actor": "SYL"}, "speaker_actor", ShareScore(1, 2)),
        ({"actor": "SYL"}, "ledger", PRFScore(1, 2, 2)),
        ({"actor": "SYL"}, "positions", PRFScore(2, 2, 2)),
        ({"actor": None, "name": None}, "speaker_name", ShareScore(2, 3)),
        ({"name": "President ZENDA"}, "speaker_name", ShareScore(3, 3)),
        ({"name": "Zenda Rudolf"}, "speaker_name", ShareScore(2, 3)),
        ({"name": "Зенда"}, "speaker_name", ShareScore(2, 3)),
        ({"source": ""}, "source", ShareScore(2, 3)),
        ({"kind": "ascribed"}, "kind", ShareScore(2, 3)),
        ({"act": "REJECT"}, "act", ShareScore(2, 3)),
        ({"target": "SYL"}, "target", ShareScore(1, 1)),
        ({"said": None}, "said", ShareScore(0, 1)),
        ({"stances": {"dam": "supports"}}, "positions", PRFScore(1, 2, 2)),
        ({"stances": {}}, "positions", PRFScore(1, 1, 2)),
        ({"content": "Zenda said that"}, "statements", PRFScore(2, 3, 3)),
        ({"content": "Zenda said that"}, "positions", PRFScore(1, 2, 2)),
        ({"content": "Zenda said that"}, "ledger", PRFScore(2, 2, 2)),
    ],
)
def test_codes(change: dict[str, Any], measure: str, expected: object) -> None:
    found = score(replace(ZENDA, **change), MUSKAR, FIREFLY, agreements=CITED, dates=DAYS).coded
    assert getattr(found, measure) == expected


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (CITED, PRFScore(1, 1, 1)),
        ((("the accord", "harbour-1999", "2"),), PRFScore(1, 1, 1)),
        ((("the accord", "harbour-1999", None),), PRFScore(0, 1, 1)),
        ((("the treaty", "harbour-1999", "2"),), PRFScore(0, 1, 1)),
        ((*CITED, *CITED), PRFScore(1, 2, 1)),
    ],
)
def test_clauses(cited: tuple[tuple[str, str, str | None], ...], expected: PRFScore) -> None:
    found = score(agreements=cited).coded
    assert found is not None
    assert found.agreements == expected


@pytest.mark.parametrize(
    ("words", "value", "right"),
    [("on Friday", "2001-03-09", 1), ("Friday", "2001-03-02", 0), ("treaty", "2001-03-09", 0), ("Friday", None, 0)],
)
def test_days(words: str, value: str | None, right: int) -> None:
    found = score(dates=((words, value),)).coded
    assert found is not None
    assert found.dates == ShareScore(right, 1)


def test_of_joint_speakers_the_same_actors_are_meant_for_each_other() -> None:
    both = [replace(ZENDA, actor=a, name=a) for a in ("RUR", "SYL")]
    report = report_on(Pair(mark(TEXT, *both), mark(TEXT, *reversed(both))))
    assert report.coded is not None
    assert report.coded.with_actor.f1 == 1
    assert report.mistakes == ()


def test_mistakes() -> None:
    wrong = replace(MUSKAR, actor="RUR", name="Zenda", stances={"treaty": "opposes", "dam": "opposes"})
    found = score(wrong, Coded("told Zenda", "Muskar", name="Muskar")).mistakes
    assert found == (
        Mistake(MistakeKind.MISSED, "d1", "the dam should stay shut", "RUR (Rudolf Zénda)", None),
        Mistake(
            MistakeKind.MISSED, "d1", "it … “a pity” that clause 2 of the accord fell", "Firefly", None
        ),
        Mistake(MistakeKind.INVENTED, "d1", "told Zenda", None, "Muskar"),
        Mistake(MistakeKind.WRONG_SPEAKER, "d1", '"We will sign the treaty,"', "SYL (Muskar)", "RUR (Zenda)"),
        Mistake(
            MistakeKind.WRONG_STANCE, "d1", '"We will sign the treaty,"', "supports treaty",
            "opposes dam, opposes treaty",
        ),
    )  # fmt: skip


def test_without_codes_a_wrong_speaker_is_one_whose_words_are_not_the_source() -> None:
    spans_only = Marked("corpus", GOLD.document, GOLD.relations)
    report = report_on(Pair(spans_only, mark(TEXT, replace(ZENDA, source="Muskar"), MUSKAR, FIREFLY)))
    assert report.coded is None
    assert report.mistakes == (
        Mistake(MistakeKind.WRONG_SPEAKER, "d1", "the dam should stay shut", "Zenda", "Muskar"),
    )


def test_a_sample_has_each_kind_by_its_share_and_from_all_documents() -> None:
    made = [
        Mistake(kind, f"d{n}", "", None, None)
        for n in range(10)
        for kind in (MistakeKind.INVENTED, MistakeKind.MISSED)
    ]
    assert [(m.kind.value, m.document) for m in sample_mistakes(made, 4)] == [
        ("missed", "d0"), ("missed", "d5"), ("invented", "d0"), ("invented", "d5"),
    ]  # fmt: skip
    assert sample_mistakes(made, 0) == sample_mistakes([], 5) == ()
    assert len(sample_mistakes(made, 99)) == 20


def test_an_evaluation_adds_up_its_documents_and_knows_the_worst() -> None:
    other = mark(TEXT, ZENDA, id="d2")
    pairs = [Pair(other, other), Pair(GOLD, None, "nothing was predicted for it"), Pair(GOLD, mark(TEXT, ZENDA))]
    whole = evaluate(pairs)
    assert whole.attribution.relations == PRFScore(2, 2, 7)
    assert whole.coded is not None
    assert whole.coded.statements == PRFScore(2, 2, 7)
    assert [(d.id, d.count(MistakeKind.MISSED)) for d in whole.worst] == [("d1", 3), ("d1", 2)]
    assert [d.problem for d in whole.failed] == ["nothing was predicted for it"]
    assert (whole.calibration.error, whole.calibration.total) == (0, 2)
    assert whole.counts[MistakeKind.MISSED] == 5
