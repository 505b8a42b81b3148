"""A record -> its ledger: which document gives whom which stance on what."""

from __future__ import annotations

from typing import Any

import pytest

from builders import Said, coded
from positions.conftest import Fill
from positions.talks import TALKS, march
from standpoint.model import Kind
from standpoint.positions import read_ledger

ALL = [
    ("d1", "RUR", "treaty", "supports", "own words"),
    ("d1", "SYL", "treaty", "opposes", "reported"),
    ("d1", "SYL", "dam", "unclear", "reported"),
    ("d1", "SYL", "dam", "opposes", "ascribed"),
    ("d2", "SYL", "dam", "conditional", "own words"),
    ("d2", "SYL", "treaty", "supports", "own words"),
    ("d2", "SYL", "treaty", "opposes", "ascribed"),
    ("d3", "SYL", "dam", "supports", "reported"),
    ("d3", "FRE", "treaty", "supports", "reported"),
]

ASKED: list[tuple[dict[str, Any], list[tuple[str, ...]]]] = [
    ({}, ALL),
    ({"actor": "SYL", "issue": "lake treaty"}, [r for r in ALL if r[1:3] == ("SYL", "treaty")]),
    ({"until": march(4)}, ALL[:4]),
    ({"actor": "Borduria"}, []),
]


@pytest.mark.parametrize(("asked", "rows"), ASKED)
def test_the_ledger(fill: Fill, asked: dict[str, Any], rows: list[tuple[str, ...]]) -> None:
    found = read_ledger(fill(*TALKS), **asked)
    assert [(e.document.id, e.actor, e.issue, e.stance, e.grade) for e in found] == rows


def test_an_entry_counts_its_statements_by_grade(fill: Fill) -> None:
    text = coded(
        Said("Zenda", "yes", {"dam": "supports"}),
        Said("Zenda", "yes indeed", {"dam": "supports"}, Kind.DIRECT),
        Said("RUR", "wants it", {"dam": "supports"}, Kind.ASCRIBED),
    )
    (entry,) = read_ledger(fill(text))
    assert (entry.counts.own_words, entry.counts.reported, entry.counts.ascribed) == (1, 1, 1)
    assert (entry.grade, len(entry.statements)) == ("own words", 3)
