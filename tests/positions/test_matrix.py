"""A record -> its positions at a glance."""

from __future__ import annotations

from builders import CODEBOOK, Said, coded, lake_codebook
from positions.conftest import Fill
from positions.talks import TALKS, march
from standpoint.positions import Matrix, compose_matrix


def show(matrix: Matrix) -> list[list[str]]:
    head = ["", *(a.code for a in matrix.actors)]
    rows = zip(matrix.issues, matrix.cells, strict=True)
    return [head, *([i.id, *("." if c is None else c.stance.value for c in cells)] for i, cells in rows)]


def test_all_issues_stand_in_it_and_the_actors_that_hold_a_position(fill: Fill) -> None:
    assert show(compose_matrix(fill(*TALKS))) == [
        ["", "FRE", "RUR", "SYL"],
        ["treaty", "supports", "supports", "supports"],
        ["dam", ".", ".", "conditional"],
        ["patrols", ".", ".", "."],
    ]


def test_on_a_day_it_shows_what_was_held_then(fill: Fill) -> None:
    assert show(compose_matrix(fill(*TALKS), at=march(1))) == [
        ["", "RUR", "SYL"],
        ["treaty", "supports", "opposes"],
        ["dam", ".", "unclear"],
        ["patrols", ".", "."],
    ]


def test_an_actor_of_no_codebook_stands_last_without_a_name(fill: Fill) -> None:
    text = coded(Said("AAA", "yes", {"dam": "supports"}), Said("Sponsz", "no", {"dam": "opposes"}))
    matrix = compose_matrix(fill(text))
    assert [(a.code, a.name, [r.role for r in a.roles]) for a in matrix.actors] == [
        ("BOR", "Borduria", ["external"]),
        ("AAA", None, []),
    ]


def test_an_issue_that_a_codebook_no_longer_has_stands_last_without_a_label(fill: Fill) -> None:
    record = fill(coded(Said("Zenda", "yes", {"patrols": "supports"}), id="d1"))
    fewer = lake_codebook("\n".join(line for line in CODEBOOK.splitlines() if "id: patrols" not in line))
    record.add(coded(Said("Zenda", "yes", {"dam": "supports"}), id="d2"), fewer)
    matrix = compose_matrix(record)
    assert [(i.id, i.label) for i in matrix.issues] == [("treaty", "Lake treaty"), ("dam", "Dam"), ("patrols", None)]


def test_an_empty_record_has_an_empty_matrix(fill: Fill) -> None:
    assert compose_matrix(fill()) == Matrix((), (), ())
