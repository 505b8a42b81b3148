"""The registry: loading, its cache, and what a negotiation lays over it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from standpoint.actors import Registry, RegistryResolver, resolve_phrase
from standpoint.codebooks import load_codebook
from standpoint.codebooks.schema import Party


@pytest.fixture(scope="module")
def syria(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    book = load_codebook("syria-talks")
    cache = tmp_path_factory.mktemp("syria")
    return Registry.load(extra=book.actors, parties=(*book.parties, *book.mediators), cache=cache)


def test_the_cache_gives_the_same_registry(tmp_path: Path) -> None:
    first = Registry.load(cache=tmp_path)
    assert list(tmp_path.iterdir())
    assert Registry.load(cache=tmp_path).entities == first.entities


def test_a_damaged_cache_is_compiled_anew(tmp_path: Path, registry: Registry) -> None:
    Registry.load(cache=tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-20] + b"x" * 20)
    assert Registry.load(cache=tmp_path).entities == registry.entities


def test_no_cache_is_written_where_none_is_wanted(tmp_path: Path, registry: Registry) -> None:
    assert Registry.load(cache=tmp_path, use_cache=False).entities == registry.entities
    assert not list(tmp_path.iterdir())


def test_an_entity_by_id_and_by_code(registry: Registry) -> None:
    putin, georgia = registry.entity("vladimir-putin"), registry.entity("GEO")
    assert putin is not None
    assert putin.name == "Vladimir Putin"
    assert georgia is not None
    assert georgia.kind == "state"
    assert registry.entity("nobody-at-all") is None


def test_ids_are_unique(registry: Registry) -> None:
    ids = [e.id for e in registry.entities]
    assert len(ids) == len(set(ids))


def test_namesakes_are_apart(registry: Registry) -> None:
    father, son = registry.entity("heydar-aliyev"), registry.entity("ilham-aliyev")
    assert father is not None
    assert son is not None
    assert max(r.end for r in father.roles) <= date(2003, 12, 31)


@pytest.mark.parametrize(
    ("phrase", "day", "actor"),
    [
        ("The Syrian opposition", "2017-12-14", "HNC"),
        ("The YPG", "2018-01-15", "YPG"),
        ("The SDF and the YPG", "2018-12-20", "SDF"),
        ("Isis", "2018-12-20", "ISIS"),
        ("The Syrian government", "2018-12-20", "SYR"),
        ("the Kurdistan Workers' party", "2018-12-20", "PKK"),
        ("Turkish", "2018-12-20", "TUR"),
    ],
)
def test_a_codebook_names_its_parties(syria: Registry, phrase: str, day: str, actor: str) -> None:
    speakers = resolve_phrase(syria, phrase, date.fromisoformat(day)).speakers
    assert speakers[0].actor == actor


def test_a_negotiation_changes_no_other(syria: Registry, registry: Registry) -> None:
    day = date(2018, 1, 1)
    assert resolve_phrase(syria, "the Russian leader", day) == resolve_phrase(registry, "the Russian leader", day)


def test_one_resolver_serves_many_documents(resolver: RegistryResolver) -> None:
    assert resolver.registry.state("AZE") is not None


def _parties(*rows: tuple[str, str, tuple[str, ...]]) -> tuple[Party, ...]:
    return tuple(Party(code=code, name=name, aliases=aliases) for code, name, aliases in rows)


@pytest.mark.parametrize(
    ("code", "name", "phrase", "actor"),
    [
        ("RELIEF", "UNRWA", "UNRWA", "RELIEF"),
        ("RELIEF", "UNRWA", "the UN Secretary-General", "UN"),
        ("RELIEF", "UNRWA", "Unicef", "UN"),
        ("RELIEF", "UNRWA", "the United Nations", "UN"),
        ("BRUSSELS", "European Commission", "the European Parliament", "EU"),
        ("BRUSSELS", "European Union", "the European Parliament", "BRUSSELS"),
        ("NATIONS", "United Nations", "the UN Secretary-General", "NATIONS"),
        ("NATIONS", "United Nations", "Unicef", "NATIONS"),
        ("GUERRILLA", "FARC", "the FARC leader", "GUERRILLA"),
    ],
)
def test_a_party_takes_along_what_it_names(
    tmp_path_factory: pytest.TempPathFactory, code: str, name: str, phrase: str, actor: str
) -> None:
    cache = tmp_path_factory.getbasetemp() / "parties"
    registry = Registry.load(parties=_parties((code, name, ())), cache=cache)
    assert [s.actor for s in resolve_phrase(registry, phrase, date(2016, 5, 1)).speakers] == [actor]


@pytest.mark.parametrize(
    ("party", "phrase", "actor"),
    [
        (("TABLE", "Ruritanian opposition delegation", ()), "the opposition delegation in Riyadh", "TABLE"),
        (("TABLE", "Venezuelan opposition", ()), "a Venezuelan opposition negotiator", "TABLE"),
        (("TABLE", "Venezuelan opposition", ()), "a Turkish opposition negotiator", None),
        (("FRONT", "Armed rebel groups of Uganda", ("Ugandan rebels",)), "Ugandan rebel commanders", "FRONT"),
    ],
)
def test_opponents_are_the_party_of_the_negotiation(
    tmp_path_factory: pytest.TempPathFactory, party: tuple[str, str, tuple[str, ...]], phrase: str, actor: str | None
) -> None:
    cache = tmp_path_factory.getbasetemp() / "parties"
    registry = Registry.load(parties=_parties(party), cache=cache)
    assert [s.actor for s in resolve_phrase(registry, phrase, date(2016, 5, 1)).speakers] == [actor]
