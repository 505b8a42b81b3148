"""Fixtures for resolution: the shipped registry, loaded once and kept out of the user's cache."""

from __future__ import annotations

import pytest

from standpoint.actors import Registry, RegistryResolver


@pytest.fixture(scope="session")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """The shipped registry without any codebook."""
    return Registry.load(cache=tmp_path_factory.mktemp("registry"))


@pytest.fixture(scope="session")
def resolver(registry: Registry) -> RegistryResolver:
    return RegistryResolver(registry)
