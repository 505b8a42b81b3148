"""What a Python user calls: paths and names come in, records, coded documents and reports go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from os import PathLike, fspath

from standpoint.assembly import open_pipeline
from standpoint.codebooks import Codebook, load_codebook
from standpoint.documents import ReadOptions, SetAside
from standpoint.intake import ReadReport, code_inputs, read_inputs_into, report_on
from standpoint.model import CodedDocument
from standpoint.pipeline import Pipeline
from standpoint.record import Record

Inputs = str | PathLike[str] | Sequence[str | PathLike[str]]

_DEFAULTS = ReadOptions()


def open_record(path: str | PathLike[str], *, create: bool = False) -> Record:
    """Opens the record in a file or at a database URL; with `create` one is made where there is none.

    Close it, or use it in a `with` block. Raises RecordError where there is no record or the file is something else.
    """
    return Record.open(path, create=create)


def read(
    inputs: Inputs,
    record: Record,
    *,
    codebook: Codebook | str,
    options: ReadOptions = _DEFAULTS,
    pipeline: Pipeline | None = None,
) -> ReadReport:
    """Reads documents into a record: one input or several, each a file, folder, glob, URL, feed or JSON Lines.

    codebook: a codebook, the name of one that ships, or the path of a YAML file. pipeline: one that was opened
    before, which saves loading the models again. Bad input raises nothing: the report says what was set aside.
    """
    book = _as_codebook(codebook)
    return report_on(
        read_inputs_into(record, _as_list(inputs), pipeline or open_pipeline(book), book, options=options)
    )


def code(
    inputs: Inputs,
    *,
    codebook: Codebook | str | None = None,
    options: ReadOptions = _DEFAULTS,
    pipeline: Pipeline | None = None,
) -> Iterator[CodedDocument | SetAside]:
    """Codes documents without a record, one after the other; a SetAside stands where an input cannot be read.

    Without a codebook statements, speakers, acts and days are found, and no issue or agreement.
    """
    chosen = pipeline or open_pipeline(None if codebook is None else _as_codebook(codebook))
    for item in code_inputs(_as_list(inputs), chosen, options=options):
        yield item if isinstance(item, SetAside) else item.coded


def _as_list(inputs: Inputs) -> list[str]:
    return [fspath(inputs)] if isinstance(inputs, str | PathLike) else [fspath(i) for i in inputs]


def _as_codebook(codebook: Codebook | str) -> Codebook:
    return codebook if isinstance(codebook, Codebook) else load_codebook(codebook)
