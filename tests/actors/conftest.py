"""Fixtures for resolution: the shipped registry, loaded once and kept out of the user's cache."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from standpoint.actors import Registry, RegistryResolver
from standpoint.codebooks import load_codebook

# Codebooks of these tests alone, of negotiations that nobody has held.
OWN = Path(__file__).parent / "codebooks"


@pytest.fixture(scope="session")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """The shipped registry without any codebook."""
    return Registry.load(cache=tmp_path_factory.mktemp("registry"))


@pytest.fixture(scope="session")
def resolver(registry: Registry) -> RegistryResolver:
    return RegistryResolver(registry)


@pytest.fixture(scope="session")
def resolvers(
    registry: Registry, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str | None], RegistryResolver]:
    """The resolver of each codebook by name, and of none; each made once."""
    made: dict[str | None, RegistryResolver] = {None: RegistryResolver(registry)}
    cache = tmp_path_factory.mktemp("codebooks")

    def resolver_of(name: str | None) -> RegistryResolver:
        if name is not None and name not in made:
            own = OWN / f"{name}.yml"
            book = load_codebook(own if own.exists() else name)
            parties = (*book.parties, *book.mediators)
            made[name] = RegistryResolver(Registry.load(extra=book.actors, parties=parties, cache=cache))
        return made[name]

    return resolver_of
