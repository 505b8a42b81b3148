"""Marked cases put to the shipped model: a text -> who said what, for features that the training corpus lacks.

A found attribution counts as the expected one where the words of its content, and those of its source, overlap the
expected ones by half or more (Jaccard over tokens; two empty sources are alike). `known_failures.tsv` says what fails
and why; `nothing_said.txt` holds texts in which nothing is to be found.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from standpoint.attribution import AttributionModel
from standpoint.model import Attribution, Document, Span

HERE = Path(__file__).parent
TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Relation:
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    relations: tuple[Relation, ...]


def _load_cases() -> list[Case]:
    path = HERE.parents[1] / "training" / "marked_text.py"
    spec = importlib.util.spec_from_file_location("marked_text_of_cases", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)

    def spans(found: list[list[int]]) -> tuple[Span, ...]:
        return tuple(Span(*s) for s in found)

    return [
        Case(
            row["id"],
            row["text"],
            tuple(Relation(*(spans(r[role]) for role in ("source", "cue", "content"))) for r in row["relations"]),
        )
        for row in module.read_marked_folder(HERE / "cases")
    ]


def _known_failures() -> dict[str, str]:
    lines = (HERE / "known_failures.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))


CASES = _load_cases()
KNOWN = _known_failures()


def _params(cases: list[Case], prefix: str = "") -> list[object]:
    return [
        pytest.param(
            case,
            id=case.name,
            marks=[pytest.mark.xfail(reason=KNOWN[prefix + case.name])] if prefix + case.name in KNOWN else [],
        )
        for case in cases
    ]


def _overlap(text: str, left: tuple[Span, ...], right: tuple[Span, ...]) -> float:
    a, b = ({m.start() for s in spans for m in TOKEN.finditer(text, s.start, s.end)} for spans in (left, right))
    return len(a & b) / len(a | b) if a | b else 1.0


def _match(case: Case, found: tuple[Attribution, ...]) -> list[int | None]:
    """For each expected relation the found attribution that is it, each used once, best overlaps first."""
    pairs = sorted(
        (
            (-_overlap(case.text, r.content, a.content) - _overlap(case.text, r.source, a.source), i, j)
            for i, r in enumerate(case.relations)
            for j, a in enumerate(found)
            if _overlap(case.text, r.content, a.content) >= 0.5 and _overlap(case.text, r.source, a.source) >= 0.5
        )
    )
    chosen: list[int | None] = [None] * len(case.relations)
    for _, i, j in pairs:
        if chosen[i] is None and j not in chosen:
            chosen[i] = j
    return chosen


def _holder(case: Case, inner: Relation) -> int | None:
    """The shortest other relation whose content holds this one's cue and content."""
    holding = [
        (sum(s.end - s.start for s in r.content), i)
        for i, r in enumerate(case.relations)
        if r is not inner and all(any(s.covers(x) for s in r.content) for x in (*inner.cue, *inner.content))
    ]
    return min(holding)[1] if holding else None


@pytest.mark.parametrize("case", _params([c for c in CASES if c.relations]))
def test_every_statement_is_found(case: Case, shipped_model: AttributionModel) -> None:
    (found,) = shipped_model.attribute([Document(case.name, case.text)])
    missing = [
        " ".join(s.of(case.text) for s in r.content)
        for r, at in zip(case.relations, _match(case, found), strict=True)
        if at is None
    ]
    assert not missing, f"found: {[[s.of(case.text) for s in (*a.source, *a.cue, *a.content)] for a in found]}"


@pytest.mark.parametrize("case", _params([c for c in CASES if not c.relations]))
def test_nothing_is_found(case: Case, shipped_model: AttributionModel) -> None:
    (found,) = shipped_model.attribute([Document(case.name, case.text)])
    assert not [" ".join(s.of(case.text) for s in a.content) for a in found]


@pytest.mark.parametrize("case", _params([c for c in CASES if c.name.startswith("nested")], "nesting:"))
def test_what_is_said_inside_is_nested(case: Case, shipped_model: AttributionModel) -> None:
    (found,) = shipped_model.attribute([Document(case.name, case.text)])
    at = _match(case, found)
    holders = [_holder(case, r) for r in case.relations]
    expected = [None if h is None else at[h] for h in holders]
    assert None not in at
    assert [found[i].nested_in for i in at if i is not None] == expected
