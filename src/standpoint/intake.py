"""Inputs, a pipeline and a record come in; what became of each document goes out, one after the other.

Nothing stops the run: what cannot be read or stored is reported as set aside, and the rest goes on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from standpoint.codebooks import Codebook
from standpoint.documents import ReadOptions, SetAside, Sourced, read_sources
from standpoint.errors import EvidenceError
from standpoint.model import CodedDocument, Coder
from standpoint.pipeline import CODED_LANGUAGES, Pipeline
from standpoint.record import Added, Outcome, Record

BATCH = 16
_DEFAULTS = ReadOptions()


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded document and where its text was read."""

    where: str
    coded: CodedDocument


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that was read: where, in which language, and what became of it in the record."""

    where: str
    language: str | None
    added: Added


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What a run of reading did, in the order of the inputs."""

    taken: tuple[Taken, ...]
    set_aside: tuple[SetAside, ...]

    @property
    def statements(self) -> int:
        """How many statements the record has of the documents that were read."""
        return sum(t.added.statements for t in self.taken)

    def count(self, outcome: Outcome) -> int:
        return sum(t.added.outcome is outcome for t in self.taken)

    @property
    def complete(self) -> bool:
        """Whether everything that was named is read and coded."""
        return not self.set_aside and all(t.language in CODED_LANGUAGES for t in self.taken)


def code_inputs(
    inputs: Sequence[str],
    pipeline: Pipeline,
    *,
    options: ReadOptions = _DEFAULTS,
    stdin: BinaryIO | None = None,
    batch_size: int = BATCH,
) -> Iterator[Coded | SetAside]:
    """Each document, coded, with where it was read; a SetAside for what cannot be read, in its place."""
    for batch in _batches(read_sources(inputs, options=options, stdin=stdin), batch_size):
        coded = iter(pipeline.code([item.document for item in batch if isinstance(item, Sourced)]))
        for item in batch:
            yield item if isinstance(item, SetAside) else Coded(item.where, next(coded))


def read_inputs_into(
    record: Record,
    inputs: Sequence[str],
    pipeline: Pipeline,
    codebook: Codebook,
    *,
    options: ReadOptions = _DEFAULTS,
    stdin: BinaryIO | None = None,
    recode: bool = False,
) -> Iterator[Taken | SetAside]:
    """The same, stored: each document in one transaction, so that what was read before an interruption is kept.

    A document that the record has by the same coder and codebook is not coded again, unless `recode` asks for it.
    """
    for batch in _batches(read_sources(inputs, options=options, stdin=stdin), BATCH):
        known = [None if recode else _find_same(record, item, codebook, pipeline.coder) for item in batch]
        pairs = list(zip(batch, known, strict=True))
        coded = iter(pipeline.code([i.document for i, have in pairs if isinstance(i, Sourced) and have is None]))
        for item, have in pairs:
            if isinstance(item, SetAside):
                if not _is_record(item.where, record.place):
                    yield item
            elif have is not None:
                yield Taken(item.where, item.document.language, have)
            else:
                yield _store(record, item.where, next(coded), codebook, recode)


def _batches(items: Iterable[Sourced | SetAside], size: int) -> Iterator[tuple[Sourced | SetAside, ...]]:
    rest = iter(items)
    while batch := tuple(islice(rest, size)):
        yield batch


def _find_same(record: Record, item: Sourced | SetAside, codebook: Codebook, coder: Coder) -> Added | None:
    if isinstance(item, SetAside):
        return None
    try:
        return record.find_same(item.document, codebook, coder)
    except EvidenceError:
        return None  # it is said when the document is stored


def _store(record: Record, where: str, coded: CodedDocument, codebook: Codebook, recode: bool) -> Taken | SetAside:
    try:
        added = record.add(coded, codebook, recode=recode)
    except EvidenceError as error:
        return SetAside(where, f"not stored ({error})", "see whether the input gives two documents one id")
    return Taken(where, coded.document.language, added)


def _is_record(where: str, place: str) -> bool:
    """Whether a file that was set aside is the record itself, which lies in the folder that is being read."""
    own = os.path.realpath(place)
    return os.path.realpath(where) in (own, f"{own}-wal", f"{own}-shm", f"{own}-journal")


def report_on(items: Iterable[Taken | SetAside]) -> ReadReport:
    """What a whole run did."""
    taken: list[Taken] = []
    aside: list[SetAside] = []
    for item in items:
        if isinstance(item, SetAside):
            aside.append(item)
        else:
            taken.append(item)
    return ReadReport(tuple(taken), tuple(aside))
