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
from standpoint.model import CodedDocument
from standpoint.pipeline import Pipeline
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

    taken: tuple[Added, ...]
    set_aside: tuple[SetAside, ...]

    @property
    def statements(self) -> int:
        """How many statements the record has of the documents that were read."""
        return sum(a.statements for a in self.taken)

    def count(self, outcome: Outcome) -> int:
        return sum(a.outcome is outcome for a in self.taken)

    @property
    def complete(self) -> bool:
        """Whether everything that was named is read and coded."""
        return not self.set_aside and not self.count(Outcome.OTHER_LANGUAGE)


def code_inputs(
    inputs: Sequence[str],
    pipeline: Pipeline,
    *,
    options: ReadOptions = _DEFAULTS,
    stdin: BinaryIO | None = None,
    batch_size: int = BATCH,
) -> Iterator[Coded | SetAside]:
    """Each document, coded, with where it was read; a SetAside for what cannot be read, in its place."""
    rest = read_sources(inputs, options=options, stdin=stdin)
    while batch := tuple(islice(rest, batch_size)):
        read = [item.document for item in batch if isinstance(item, Sourced)]
        coded = iter(pipeline.code(read))
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
    """The same, stored: each document in one transaction, so that what was read before an interruption is kept."""
    for item in code_inputs(inputs, pipeline, options=options, stdin=stdin):
        if isinstance(item, SetAside):
            if not _is_record(item.where, record.place):
                yield item
            continue
        try:
            added = record.add(item.coded, codebook, recode=recode)
        except EvidenceError as error:
            yield SetAside(
                item.where, f"codes that do not fit the text ({error})", "the program is at fault: report it"
            )
        else:
            yield Taken(item.where, item.coded.document.language, added)


def _is_record(where: str, place: str) -> bool:
    """Whether a file that was set aside is the record itself, which lies in the folder that is being read."""
    own = os.path.realpath(place)
    return os.path.realpath(where) in (own, f"{own}-wal", f"{own}-shm", f"{own}-journal")


def report_on(items: Iterable[Taken | SetAside]) -> ReadReport:
    """What a whole run did."""
    taken: list[Added] = []
    aside: list[SetAside] = []
    for item in items:
        if isinstance(item, SetAside):
            aside.append(item)
        else:
            taken.append(item.added)
    return ReadReport(tuple(taken), tuple(aside))
