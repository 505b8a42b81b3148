"""A record in memory for every test that asks for one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from builders import lake_codebook
from standpoint.codebooks import Codebook
from standpoint.model import CodedDocument
from standpoint.record import Record

Fill = Callable[..., Record]


@pytest.fixture(scope="session")
def book() -> Codebook:
    return lake_codebook()


@pytest.fixture
def fill(book: Codebook) -> Iterator[Fill]:
    """Puts documents into a record in memory."""
    opened: list[Record] = []

    def put(*documents: CodedDocument, codebook: Codebook = book) -> Record:
        record = Record.open("sqlite://", create=True)
        opened.append(record)
        for document in documents:
            record.add(document, codebook)
        return record

    yield put
    for record in opened:
        record.close()
