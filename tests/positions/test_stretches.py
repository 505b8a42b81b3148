"""What was said, when and on whose word -> where an actor stands, since when and until when."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import evidence
from standpoint.model import Grade, Kind, Stance
from standpoint.positions import Evidence, trace_stance
from standpoint.positions.stretches import Stretch

FIRST = date(2001, 3, 1)
OWN, REPORTED, ASCRIBED = Kind.DIRECT, Kind.INDIRECT, Kind.ASCRIBED
STANCES = {"+": "supports", "-": "opposes", "?": "conditional", "0": "unclear"}
KINDS = {"o": OWN, "m": Kind.MIXED, "r": REPORTED, "a": ASCRIBED}


def read_evidence(line: str) -> list[Evidence]:
    """`3+o` is: on the third day, supports, in its own words. `_` is no day."""
    found = []
    for code in line.split():
        day = None if code[0] == "_" else FIRST + timedelta(days=int(code[:-2]) - 1)
        found.append(evidence(STANCES[code[-2]], day, kind=KINDS[code[-1]]))
    return found


def show(stretches: tuple[Stretch, ...]) -> str:
    """`1-4+` is: supports from the first day until the fourth; `>` before it: it left another stance for this."""
    signs = {v: k for k, v in STANCES.items()}
    shown = []
    for s in stretches:
        since = "_" if s.since is None else str((s.since - FIRST).days + 1)
        until = "" if s.until is None else str((s.until - FIRST).days + 1)
        grade = min((e.grade for e in s.statements), key=tuple(Grade).index)
        rest = f"{len(s.statements)}/{len(s.differing)}/{len(s.ascribed)}"
        shown.append(f"{'>' if s.shifted_from else ''}{since}-{until}{signs[s.stance]}{grade[0]} {rest}")
    return ", ".join(shown)


# Expected: since-until, stance, best grade, then how many statements show it / differ / are ascribed meanwhile.
TRACES: list[tuple[str, str, str]] = [
    ("nothing said", "", ""),
    ("once", "1+r", "1-+r 1/0/0"),
    ("twice the same", "1+r 5+o", "1-+o 2/0/0"),
    ("a change", "1+r 5-r", "1-5+r 1/0/0, >5--r 1/0/0"),
    ("there and back", "1+r 5-r 9+r", "1-5+r 1/0/0, >5-9-r 1/0/0, >9-+r 1/0/0"),
    ("a condition is a stance", "1+r 5?r", "1-5+r 1/0/0, >5-?r 1/0/0"),
    ("an unclear day ends nothing", "1+r 50r 9+r", "1-+r 2/1/0"),
    ("from unclear to a side is no shift", "10r 5-r", "1-50r 1/0/0, 5--r 1/0/0"),
    ("only unclear", "10r 50o", "1-0o 2/0/0"),
    ("own words before what is reported, on one day", "1-r 1-r 1+o", "1-+o 1/2/0"),
    ("partly quoted is own words", "1-r 1+m", "1-+o 1/1/0"),
    ("an unclear quotation takes no side", "10o 1+r", "1-+r 1/1/0"),
    ("most of a day", "1+r 1-r 1+r", "1-+r 2/1/0"),
    ("a tie keeps the stance held", "1+r 5+r 5-r", "1-+r 2/1/0"),
    ("a tie of others with a condition", "10r 5+r 5?r", "1-50r 1/0/0, 5-?r 1/1/0"),
    ("a tie of yes and no", "1+r 1-r", "1-0r 2/0/0"),
    ("a tie of yes and no keeps what was held before", "1?r 5+r 5-r", "1-?r 1/2/0"),
    ("what is reported later can change it", "1+o 5-r", "1-5+o 1/0/0, >5--r 1/0/0"),
    ("ascribed alone", "1+a 5-a", "1-5+a 1/0/0, >5--a 1/0/0"),
    ("ascribed on the day of its own word", "1-a 1+r", "1-+r 1/0/1"),
    ("ascribed after its own word", "1+r 5-a 9-a", "1-+r 1/0/2"),
    ("ascribed before its own word", "1-a 5+r", "1-5-a 1/0/0, 5-+r 1/0/0"),
    ("ascribed before and after", "1-a 3-a 5+r 7-a", "1-5-a 2/0/0, 5-+r 1/0/1"),
    ("a rival cannot turn a shift", "1+r 5-r 6+a 7+a 8+a", "1-5+r 1/0/0, >5--r 1/0/3"),
    ("ascribed goes to its time", "1+r 3-a 5-r 9+a", "1-5+r 1/0/1, >5--r 1/0/1"),
    ("no day at all", "_+r _+r _-r", "_-+r 2/1/0"),
    ("no day joins its stance", "1+r 5-r _+r", "1-5+r 2/0/0, >5--r 1/0/0"),
    ("no day joins the last", "1+r 5-r _?r", "1-5+r 1/0/0, >5--r 1/1/0"),
    ("its own word without a day beats what is dated and ascribed", "1-a _+r", "_-+r 1/0/1"),
    ("ascribed without a day", "1+r 5-r _+a", "1-5+r 1/0/0, >5--r 1/0/1"),
]


@pytest.mark.parametrize(("line", "expected"), [t[1:] for t in TRACES], ids=[t[0] for t in TRACES])
def test_a_stance_is_traced(line: str, expected: str) -> None:
    assert show(trace_stance(read_evidence(line))) == expected


SAME = "The dam will be opened before the winter, the minister promised"
TOLD: list[tuple[str, list[tuple[str, str, str]], Stance]] = [
    (
        "one statement in two outlets counts once",
        [("+", "d1", SAME), ("+", "d2", SAME), ("-", "d3", ""), ("-", "d4", "")],
        Stance.OPPOSES,
    ),
    ("two outlets that tell it differently", [("+", "d1", SAME), ("-", "d2", SAME)], Stance.UNCLEAR),
    (
        "told differently, and a second statement",
        [("+", "d1", SAME), ("-", "d2", SAME), ("-", "d3", "")],
        Stance.OPPOSES,
    ),
]


@pytest.mark.parametrize(("rows", "stance"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_a_day_counts_statements_and_not_tellings(rows: list[tuple[str, str, str]], stance: Stance) -> None:
    told = [evidence(STANCES[s], FIRST, document=d, words=w) for s, d, w in rows]
    (stretch,) = trace_stance(told)
    assert stretch.stance is stance


CODES = st.builds(
    lambda day, stance, kind: f"{day}{stance}{kind}",
    st.integers(1, 6).map(str) | st.just("_"),
    st.sampled_from("+-?0"),
    st.sampled_from("oramr"),
)


@given(st.lists(CODES, max_size=8), st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_the_order_of_evidence_changes_nothing(codes: list[str], random: object) -> None:
    rows = read_evidence(" ".join(codes))
    shuffled = random.sample(rows, len(rows))  # type: ignore[attr-defined]
    assert trace_stance(rows) == trace_stance(shuffled)


@given(st.lists(CODES, min_size=1, max_size=8))
@settings(max_examples=80, deadline=None)
def test_what_always_holds(codes: list[str]) -> None:
    rows = read_evidence(" ".join(codes))
    stretches = trace_stance(rows)
    placed = [e for s in stretches for e in (*s.statements, *s.differing, *s.ascribed)]
    assert sorted(id(e) for e in placed) == sorted(id(e) for e in rows), "every piece has one place"
    assert all(s.statements for s in stretches), "every position rests on statements"
    assert all(s.until == after.since for s, after in pairwise(stretches))
    assert stretches[-1].until is None
    own = [e for e in rows if e.grade is not Grade.ASCRIBED]
    if own:
        assert stretches[-1].statements[0].grade is not Grade.ASCRIBED, "no rival decides where there is its own word"
        day = min((e.day for e in own if e.day), default=None)
        late = [s for s in stretches if day is None or (s.since or date.min) >= day]
        assert all(e.grade is not Grade.ASCRIBED for s in late for e in (*s.statements, *s.differing))
    assert all(a.stance is not b.stance for a, b in pairwise(stretches) if b.shifted_from)
