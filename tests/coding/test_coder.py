"""The whole coder on made-up reports: statements -> positions, days, settings and events."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

import pytest

from standpoint.coding import CodebookCoder
from standpoint.coding.stance import StanceJudgement, StancePair
from standpoint.coding.trained import load_stance
from standpoint.coding.view import DocumentView
from standpoint.model import (
    ActorMention,
    Attribution,
    CodedAttributions,
    Document,
    Kind,
    Resolution,
    ResolvedActors,
    Span,
    Speaker,
    Stance,
)
from standpoint.pipeline import Pipeline

CODES = {
    "Arland": "ARL",
    "Arlandian": "ARL",
    "Borduria": "BOR",
    "Bordurian": "BOR",
    "Cascara": "CAS",
    "Cascaran": "CAS",
}
LEADERS = {"Vell": "ARL", "Orsk": "BOR", "Imre": "CAS"}


@pytest.fixture(scope="module")
def coder(book: Any, names: Any) -> CodebookCoder:
    return CodebookCoder(book, actors=names)


def code(
    coder: CodebookCoder, marked: str, published: date | None = date(2022, 2, 25)
) -> tuple[str, CodedAttributions]:
    """Statements stand as `{Name|cue|content}` in this order; the marks go."""
    text, attributions, resolutions, at = "", [], [], 0
    for m in re.finditer(r"\{(\w*)(.*?)\|(.*?)\|(.*?)\}", marked):
        text += marked[at : m.start()]
        parts = []
        for part in (m[1] + m[2], m[3], m[4]):
            parts.append(Span(len(text), len(text) + len(part)))
            text += part + (" " if part and part is not m[4] else "")
        at = m.end()
        kind = Kind.DIRECT if m[4].startswith("“") else Kind.INDIRECT
        source, cue, content = parts
        attributions.append(
            Attribution((source,) if source.end > source.start else (), (cue,), (content,), kind, 1.0)
        )
        name, actor = (m[1], LEADERS[m[1]]) if m[1] in LEADERS else ("", None)
        found = (Speaker(name.lower(), name, actor, "GOV", None, "name", 1.0),) if actor else ()
        resolutions.append(Resolution(found, None if found else "nobody"))
    text += marked[at:]
    mentions = tuple(
        ActorMention(Span(*m.span()), Speaker(c, m.group(), c, None, None, "name", 1.0))
        for m in re.finditer(r"\b[A-Z]\w+\b", text)
        if (c := (CODES | LEADERS).get(m.group()))
    )
    document = Document("d", text, "The Marble Times", published, language="en")
    return text, coder.code(document, attributions, ResolvedActors(tuple(resolutions), mentions))


POSITIONS = [
    ("{Orsk|demanded|that Arland pull out of the valley}.", [("garrison", "opposes")]),
    ("{Vell|vowed|to keep the garrison in the valley}.", [("garrison", "supports")]),
    ("{Vell|condemned|calls for an Arlandian withdrawal}.", [("garrison", "supports")]),
    (
        "{Imre|called for|a truce and the opening of the Salt Road}.",
        [("truce", "supports"), ("salt-road", "supports")],
    ),
    ("{Orsk|rejected|a ceasefire}.", [("truce", "opposes")]),
    ("{Orsk|said|the Salt Road should be opened}.", [("salt-road", "supports")]),
    ("{Orsk|said|the Salt Road is long}.", []),
    ("{Orsk|said|he would accept a truce only if Arland left}.", [("garrison", "opposes"), ("truce", "conditional")]),
    ("The Arlandian withdrawal was near. {Orsk|welcomed|the move}.", [("garrison", "opposes")]),
    ("The Arlandian withdrawal was near. {Vell|said|the move would be a grave mistake}.", [("garrison", "supports")]),
    ("{Imre|praised|Vell as a great man}.", []),
    ("{Vell|said|not one cart will pass}.", [("salt-road", "opposes")]),
    ("{Vell|said|traders pass freely}.", [("salt-road", "supports")]),
]


@pytest.mark.parametrize(("marked", "expected"), POSITIONS)
def test_positions(coder: CodebookCoder, marked: str, expected: list[tuple[str, str]]) -> None:
    _, coded = code(coder, marked)
    assert [(p.issue, p.stance.value) for p in coded.codings[0].positions] == expected


class _Sure:
    """A model that is sure that whatever it is asked is supported."""

    models: ClassVar[dict[str, str]] = {}

    def judge(self, pairs: Sequence[StancePair]) -> tuple[StanceJudgement, ...]:
        return (StanceJudgement(Stance.SUPPORTS, 0.9),) * len(pairs)


@pytest.mark.parametrize(
    "marked",
    [
        "The truce was near. {Orsk|demanded|that the decision to stop all shooting and shelling be kept}.",
        "The Salt Road was near. {Orsk|demanded|that it be a road of salt and of traders, the move he wants}.",
        "{Orsk|demanded|that the army go home}.",
    ],
)
def test_no_statement_takes_two_positions_on_one_issue(book: Any, names: Any, marked: str) -> None:
    coder = CodebookCoder(book, actors=names, stance=replace(load_stance(threads=1), model=_Sure()))
    _, coded = code(coder, marked)
    issues = [p.issue for p in coded.codings[0].positions]
    assert issues
    assert len(issues) == len(set(issues))


SAID = [
    ("{Vell|urged|Borduria on Tuesday to sign}.", [date(2022, 2, 22)]),
    ("On Tuesday {Vell|said|the road was open}.", [date(2022, 2, 22)]),
    ("{Vell|said|the road was open}.", [None]),
    ("{Vell|said|the road opens on Monday}.", [None]),
    ("{Vell|said on Tuesday|the road was open}. {Vell|added|it was long}.", [date(2022, 2, 22), date(2022, 2, 22)]),
    ("{Vell|welcomed|the plan}. On Thursday {Vell|said|it was good}.", [date(2022, 2, 24), date(2022, 2, 24)]),
    ("On Tuesday {Vell|said|the road was open}. {Orsk|said|it was not}.", [date(2022, 2, 22), None]),
    ("On Tuesday {Vell|said|it was open}. {Vell|has repeatedly said|that it is long}.", [date(2022, 2, 22), None]),
    ("Citing the 10 November 2019 statement, {Vell|said|it was open}.", [None]),
    (
        "On Tuesday {Vell|said|it was open} as he hosted Orsk in Marble House. It was cold. {Orsk|said|it was not}.",
        [date(2022, 2, 22), date(2022, 2, 22)],
    ),
    (
        "On Tuesday {Vell|said|it was open} as he hosted Orsk in Marble House. {Imre|said|it was not}.",
        [date(2022, 2, 22), None],
    ),
    ("Vell and Orsk met on Wednesday in Cascara. {Orsk|said|it was open}.", [date(2022, 2, 23)]),
    ("Vell and Orsk met on Wednesday in Cascara. {Orsk|says|it is open}.", [None]),
    ("{Vell|announced|a road}. On Sunday {Vell|said|it was long}.", [date(2022, 2, 20), date(2022, 2, 20)]),
]


@pytest.mark.parametrize(("marked", "expected"), SAID)
def test_day_said(coder: CodebookCoder, marked: str, expected: list[date | None]) -> None:
    _, coded = code(coder, marked)
    assert [c.said for c in coded.codings] == expected


SETTINGS = [
    ("During a visit to Cascara {Vell|said|it was open}.", "a visit to Cascara"),
    ("At a press conference with Imre {Vell|said|it was open}.", "a press conference with Imre"),
    ("In an interview with Arland Radio {Vell|said|it was open}.", "an interview with Arland Radio"),
    ("{Vell|said|it was open} on Twitter.", "Twitter"),
    ("{Vell|said|it was open}.", None),
]


@pytest.mark.parametrize(("marked", "expected"), SETTINGS)
def test_setting(coder: CodebookCoder, marked: str, expected: str | None) -> None:
    _, coded = code(coder, marked)
    assert coded.codings[0].setting == expected


EVENTS = [
    ("Arland shelled Borduria on Tuesday.", [("ARL", "ASSAULT", "BOR", "2022-02-22")]),
    ("Arland and Borduria agreed to a truce.", [("ARL", "AGREE", "BOR", None), ("BOR", "AGREE", "ARL", None)]),
    ("Arland expelled two Bordurian diplomats.", [("ARL", "SANCTION", "BOR", None)]),
    ("Arland will impose sanctions on Borduria.", [("ARL", "THREATEN", "BOR", None)]),
    ("Arland met with Borduria in Cascara.", [("ARL", "CONSULT", "BOR", None)]),
    ("Borduria was attacked by Arland.", [("ARL", "ASSAULT", "BOR", None)]),
    ("{Vell|said|Arland shelled Borduria}.", []),
    ("Arland may attack Borduria.", []),
    ("The attack on Borduria failed.", []),
    ("Arland recalled its ambassador from Borduria.", [("ARL", "SANCTION", "BOR", None)]),
]


@pytest.mark.parametrize(("marked", "expected"), EVENTS)
def test_events(coder: CodebookCoder, marked: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    _, coded = code(coder, marked)
    assert [(e.actor, e.act.value, e.target, e.date) for e in coded.events] == expected


def test_a_date_in_a_mention_takes_the_year_of_its_instrument(coder: CodebookCoder) -> None:
    text, coded = code(coder, "They cited the November 10 statement.")
    assert [(d.span.of(text), d.value) for d in coded.dates] == [("November 10", "2019-11-10")]


def test_same_input_same_output(coder: CodebookCoder) -> None:
    marked = "On Tuesday {Vell|said|a truce and the Salt Road were near}. Arland shelled Borduria."
    assert code(coder, marked) == code(coder, marked)


def test_what_two_agreed_is_aimed_at_the_other(book: Any, names: Any) -> None:
    text = "Vell and Orsk agreed to a truce."
    attribution = Attribution((Span(0, 13),), (Span(14, 23),), (Span(24, 31),), Kind.INDIRECT, 1.0)
    speakers = tuple(Speaker(n.lower(), n, c, "GOV", None, "joint", 1.0) for n, c in list(LEADERS.items())[:2])

    class Found:
        models: ClassVar[dict[str, str]] = {}

        def attribute(self, documents: Any) -> Any:
            return ((attribution,),)

        def resolve(self, document: Any, attributions: Any) -> ResolvedActors:
            return ResolvedActors((Resolution(speakers),), ())

    pipeline = Pipeline(Found(), Found(), CodebookCoder(book, actors=names), "test")
    (coded,) = pipeline.code([Document("d", text, language="en")])
    assert [(s.speaker.actor, s.act.value, s.target) for s in coded.statements if s.speaker] == [
        ("ARL", "AGREE", "BOR"),
        ("BOR", "AGREE", "ARL"),
    ]


def test_an_empty_document(coder: CodebookCoder) -> None:
    assert coder.code(Document("d", ""), (), ResolvedActors((), ())) == CodedAttributions(())


def test_rules_carry_no_weights(coder: CodebookCoder, view_of: Callable[..., DocumentView]) -> None:
    assert dict(coder.models) == {}
