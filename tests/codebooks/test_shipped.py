"""Every codebook that ships -> no problems, enough of everything, and ids that others already rely on."""

from __future__ import annotations

from pathlib import Path

import pytest

from standpoint.codebooks import check_codebook, list_codebooks, load_codebook

SHIPPED = ("armenia-azerbaijan", "colombia-eln", "demo-straits", "syria-talks")


def test_the_list_is_complete() -> None:
    assert tuple(row.id for row in list_codebooks()) == SHIPPED
    assert all(row.shipped and row.problem is None for row in list_codebooks())


@pytest.mark.parametrize("name", SHIPPED)
def test_no_errors_and_no_warnings(name: str) -> None:
    assert str(check_codebook(name)) == f"{name}.yml: no problems"


@pytest.mark.parametrize("name", SHIPPED)
def test_every_issue_has_phrases_for_and_against(name: str) -> None:
    book = load_codebook(name)
    assert book.id == name
    assert len(book.issues) >= 12
    assert book.mediators
    assert [i.id for i in book.issues if len(i.aliases) < 3 or not i.supports or not i.opposes] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_agreements_are_dated_and_say_what_is_in_them(name: str) -> None:
    book = load_codebook(name)
    assert [a.id for a in book.agreements if a.date is None] == []
    assert sum(len(a.provisions) for a in book.agreements) >= 10
    assert book.origin


def test_the_made_up_one_says_so_and_uses_no_code_of_a_real_state() -> None:
    book = load_codebook("demo-straits")
    assert "made-up" in book.title.lower()
    assert "invented" in book.description
    assert all(len(code) == 4 for code in book.codes - {"FHF"})
    assert {role.to is None for actor in book.actors for role in actor.roles} == {True, False}


@pytest.mark.parametrize(
    ("agreement", "date", "numbers"),
    [
        ("trilateral-2020", "2020-11-10", 9),
        ("trilateral-2021-01", "2021-01-11", 4),
        ("trilateral-2021-11", "2021-11-26", 0),
        ("moscow-declaration-2022", "2022-02-22", 3),
        ("prague-2022", "2022-10-06", 0),
        ("washington-declaration-2025", "2025-08-08", 5),
        ("peace-treaty-text-2025", "2025-08-08", 17),
    ],
)
def test_instruments_of_armenia_and_azerbaijan(agreement: str, date: str, numbers: int) -> None:
    found = load_codebook("armenia-azerbaijan").agreement(agreement)
    assert found is not None
    assert (str(found.date), len(found.provisions)) == (date, numbers)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["armenia-azerbaijan", "syria-talks"])
def test_the_ids_of_the_reference_codebooks_are_kept(name: str, shared: Path) -> None:
    gold = load_codebook(shared / "data/gold/codebooks" / f"{name}.yml")
    ours = load_codebook(name)
    assert ours.id == gold.id
    assert {p.code for p in gold.parties} <= {p.code for p in ours.parties}
    assert {m.code for m in gold.mediators} <= {m.code for m in ours.mediators}
    assert {i.id for i in gold.issues} <= {i.id for i in ours.issues}
    for agreement in gold.agreements:
        kept = ours.agreement(agreement.id)
        assert kept is not None
        assert kept.date == agreement.date
        assert {p.number for p in agreement.provisions} <= {p.number for p in kept.provisions}
