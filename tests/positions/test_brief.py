"""A record and an actor -> its position on each issue, with the words that show it."""

from __future__ import annotations

from datetime import date

import pytest

from builders import Said, coded
from positions.conftest import Fill
from positions.talks import TALKS, march
from standpoint.errors import UsageError
from standpoint.model import Kind
from standpoint.positions import compose_brief


def test_a_brief_has_position_quotations_and_what_is_ascribed(fill: Fill) -> None:
    brief = compose_brief(fill(*TALKS), "syldavia")
    assert (brief.actor.name, brief.statements, brief.documents) == ("Syldavia", 5, 3)
    assert (brief.first, brief.last) == (march(1), march(5))
    treaty, dam = brief.issues
    assert (treaty.issue.label, treaty.position.stance, [p.stance for p in treaty.earlier]) == (
        "Lake treaty",
        "supports",
        ["opposes"],
    )
    assert [[e.row.id for e in t.evidence] for t in treaty.quotations] == [["d1-002"], ["d2-001"]]
    assert [[(e.row.id, e.row.ascriber) for e in t.evidence] for t in treaty.ascribed] == [[("d2-003", "Zenda")]]
    assert [([e.row.id for e in t.evidence], t.differs) for t in dam.quotations] == [
        (["d1-002"], False),
        (["d2-001", "d3-001"], True),
    ]
    assert (dam.counts.own_words, dam.counts.reported, dam.counts.ascribed) == (1, 2, 1)
    assert [s.issue for s in brief.shifts] == ["treaty"]


def test_what_touches_no_issue_and_what_is_cited_stand_apart(fill: Fill) -> None:
    brief = compose_brief(fill(*TALKS), "RUR")
    assert [r.id for r in brief.other] == ["d2-002", "d3-006", "d3-007"]
    assert [(c.provision and c.provision.number, c.use) for c in brief.agreements] == [
        ("2", "says it is violated"),
        ("10", None),
    ]


def test_a_brief_of_a_day_knows_nothing_later(fill: Fill) -> None:
    brief = compose_brief(fill(*TALKS), "SYL", at=march(2))
    assert [(i.issue.id, i.position.stance, i.position.until) for i in brief.issues] == [
        ("treaty", "opposes", None),
        ("dam", "unclear", None),
    ]
    assert (brief.last, brief.shifts) == (march(2), ())


def test_a_party_that_says_nothing_has_a_brief_without_issues(fill: Fill) -> None:
    brief = compose_brief(fill(coded(Said("Zenda", "yes"))), "Borduria")
    assert (brief.actor.code, brief.statements, brief.issues, brief.first) == ("BOR", 0, (), None)


def test_an_actor_that_is_not_there_is_named(fill: Fill) -> None:
    with pytest.raises(UsageError, match=r"no actor 'Sildavia'.*Did you mean SYL \(Syldavia\)"):
        compose_brief(fill(*TALKS), "Sildavia")


def test_every_word_of_a_brief_stands_in_its_document(fill: Fill) -> None:
    words = "l'«île» — n'est pas à vendre 🏝"
    record = fill(coded(Said("O'Hara-Çelik", words, {"dam": "opposes"}, Kind.DIRECT), id="é'1", published=date.min))
    person = record.statements(speaker="O'HARA-ÇELIK")[0]
    assert person.words == words
    text = record.document("é'").text
    assert [text[q.span.start : q.span.end] for q in person.content] == [words]
