"""An empty record for every test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import lake_codebook
from standpoint.codebooks import Codebook
from standpoint.record import Record


@pytest.fixture(scope="session")
def book() -> Codebook:
    return lake_codebook()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "talks.db"


@pytest.fixture
def record(place: Path) -> Iterator[Record]:
    with Record.open(place, create=True) as opened:
        yield opened
