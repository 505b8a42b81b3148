"""Looking people and bodies up by hand: a name or phrase and a day -> who it may be, and how it was found."""

from __future__ import annotations

from datetime import date

import pytest

from standpoint.actors import Registry, find_actors, resolve_phrase


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Vladimir Putin", "2018-01-01", "RUS Vladimir Putin (name)"),
        ("putin", "2018-01-01", "RUS Vladimir Putin (surname)"),
        ("Pashinjan", "2020-01-01", "ARM Nikol Pashinyan (spelling)"),
        ("AZE", "2020-01-01", "AZE Azerbaijan (id)"),
        ("ilham-aliyev", "2020-01-01", "AZE Ilham Aliyev (id)"),
        ("Baku", "2020-01-01", "AZE Azerbaijan (metonym)"),
        ("Georgian", "2020-01-01", "GEO Georgia (demonym)"),
        ("the Russian leader", "1995-01-01", "RUS Boris Yeltsin (role)"),
        ("a US official", "1995-01-01", "USA US official (unnamed) (role)"),
    ],
)
def test_found(registry: Registry, name: str, day: str, expected: str) -> None:
    found = find_actors(registry, name, date.fromisoformat(day))
    assert f"{found[0].actor} {found[0].name} ({found[0].how})" == expected


def test_namesakes_in_office_come_first(registry: Registry) -> None:
    before, after = (find_actors(registry, "Aliyev", date(y, 6, 1)) for y in (2001, 2010))
    assert before[0].id == "heydar-aliyev"
    assert after[0].id == "ilham-aliyev"


def test_who_has_left_office_speaks_for_nobody(registry: Registry) -> None:
    (found,) = find_actors(registry, "Barack Obama", date(2021, 1, 1))
    assert found.actor is None
    assert found.role == "former President of the United States"


def test_nobody(registry: Registry) -> None:
    assert find_actors(registry, "Nobody At All Xyz", date(2020, 1, 1)) == () or all(
        f.actor is None for f in find_actors(registry, "Nobody At All Xyz", date(2020, 1, 1))
    )


def test_without_a_day_the_last_role_counts(registry: Registry) -> None:
    (speaker,) = resolve_phrase(registry, "Barack Obama", None).speakers
    assert (speaker.actor, speaker.role) == ("USA", "President of the United States")


def test_a_phrase_that_means_nobody_gives_a_reason(registry: Registry) -> None:
    found = resolve_phrase(registry, "sources", date(2020, 1, 1))
    assert not found.speakers
    assert found.reason
