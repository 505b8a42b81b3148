"""A record -> where everybody stands, and who moved when."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from builders import CODEBOOK, Said, coded, lake_codebook
from positions.conftest import Fill
from positions.talks import TALKS, march
from standpoint.errors import UsageError
from standpoint.model import Kind
from standpoint.positions import compose_matrix, derive_positions, list_shifts, read_ledger

HELD: list[tuple[dict[str, Any], list[tuple[Any, ...]]]] = [
    (
        {},
        [
            ("FRE", "treaty", "supports", 6, None, "reported", 1),
            ("RUR", "treaty", "supports", 1, None, "own words", 1),
            ("SYL", "treaty", "opposes", 1, 4, "reported", 1),
            ("SYL", "treaty", "supports", 4, None, "own words", 1),
            ("SYL", "dam", "unclear", 1, 4, "reported", 1),
            ("SYL", "dam", "conditional", 4, None, "own words", 1),
        ],
    ),
    ({"actor": "ruritania"}, [("RUR", "treaty", "supports", 1, None, "own words", 1)]),
    ({"issue": "Dam", "actor": "SYL", "at": march(3)}, [("SYL", "dam", "unclear", 1, None, "reported", 1)]),
    ({"issue": "treaty", "at": march(4)}, [
        ("RUR", "treaty", "supports", 1, None, "own words", 1),
        ("SYL", "treaty", "supports", 4, None, "own words", 1),
    ]),
    ({"at": date(2001, 2, 28)}, []),
    ({"actor": "SYL", "issue": "treaty", "at": date.max}, [("SYL", "treaty", "supports", 4, None, "own words", 1)]),
    ({"codebook": "lake-talks", "issue": "patrols"}, []),
]  # fmt: skip


def day(value: date | None) -> int | None:
    return None if value is None else value.day


@pytest.mark.parametrize(("asked", "expected"), HELD)
def test_positions(fill: Fill, asked: dict[str, Any], expected: list[tuple[Any, ...]]) -> None:
    found = derive_positions(fill(*TALKS), **asked)
    rows = [(p.actor, p.issue, p.stance, day(p.since), day(p.until), p.grade, p.counts.total) for p in found]
    assert rows == expected


def test_a_position_lists_what_it_rests_on(fill: Fill) -> None:
    (held,) = derive_positions(fill(*TALKS), actor="SYL", issue="dam", at=march(9))
    assert [(e.row.id, e.stance, e.grade) for e in held.statements] == [("d2-001", "conditional", "own words")]
    assert [(e.row.id, e.stance, e.grade) for e in held.differing] == [("d3-001", "supports", "reported")]
    assert [(e.row.id, e.row.ascriber) for e in held.ascribed] == []
    (earlier,) = derive_positions(fill(*TALKS), actor="SYL", issue="dam", at=march(2))
    assert [(e.row.id, e.row.ascriber) for e in earlier.ascribed] == [("d1-003", "The Courier")]


def test_what_a_rival_quotes_moves_nobody(fill: Fill) -> None:
    positions = derive_positions(fill(*TALKS), actor="SYL", issue="treaty")
    assert [p.stance for p in positions] == ["opposes", "supports"]
    assert [e.row.ascriber for e in positions[-1].ascribed] == ["Zenda"]


def test_shifts_are_listed_by_day(fill: Fill) -> None:
    more = coded(Said("Zenda", "we changed our mind", {"treaty": "opposes"}), id="d0", published=march(3))
    shifts = list_shifts(derive_positions(fill(*TALKS, more)))
    assert [(s.actor, s.issue, s.day.day, s.before, s.after, s.grade) for s in shifts] == [
        ("RUR", "treaty", 3, "supports", "opposes", "reported"),
        ("SYL", "treaty", 4, "opposes", "supports", "reported"),
    ]


@pytest.mark.parametrize("asked", [{"actor": "XYZ"}, {"issue": "whales"}, {"codebook": "river-talks"}])
def test_what_the_record_does_not_have_is_named(fill: Fill, asked: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="There is no"):
        derive_positions(fill(*TALKS), **asked)  # type: ignore[arg-type]


def test_the_order_of_reading_changes_nothing(fill: Fill) -> None:
    seen = []
    for order in permutations(TALKS):
        record = fill(*order)
        seen.append((derive_positions(record), read_ledger(record), compose_matrix(record)))
    assert all(s == seen[0] for s in seen)


def test_joint_speakers_each_hold_the_position(fill: Fill) -> None:
    text = coded(
        Said("Zenda", "the treaty is done", {"treaty": "supports"}),
        Said("Muskar", "", {"treaty": "supports"}, joint=True),
    )
    assert [(p.actor, p.counts.total) for p in derive_positions(fill(text))] == [("RUR", 1), ("SYL", 1)]


def test_joint_speakers_of_one_side_make_one_statement_of_a_day(fill: Fill) -> None:
    text = coded(
        Said("Zenda", "the treaty is done", {"treaty": "supports"}),
        Said("Rassendyll", "", {"treaty": "supports"}, joint=True),
        Said("Zenda", "the treaty is dead", {"treaty": "opposes"}),
        Said("Rassendyll", "the treaty stinks", {"treaty": "opposes"}),
    )
    (held,) = derive_positions(fill(text))
    assert held.stance == "opposes"


def test_two_codebooks_keep_their_positions_apart(fill: Fill) -> None:
    record = fill(*TALKS)
    river = lake_codebook(CODEBOOK.replace("id: lake-talks", "id: river-talks"))
    record.add(coded(Said("Zenda", "the treaty is dead", {"treaty": "opposes"}, Kind.DIRECT), id="r1"), river)
    found = derive_positions(record, actor="RUR")
    assert [(p.codebook, p.stance) for p in found] == [("lake-talks", "supports"), ("river-talks", "opposes")]
    assert [p.stance for p in derive_positions(record, actor="RUR", codebook="river-talks")] == ["opposes"]
