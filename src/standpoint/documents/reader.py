"""Inputs of every sort in; documents and reports of what was set aside out, one after the other, in order.

No input ever stops the run, and no more than one document is held at a time.
"""

from __future__ import annotations

import gzip
import io
import os
import stat
import sys
import zlib
from collections.abc import Iterator, Sequence
from typing import BinaryIO, cast

from standpoint.documents.compose import Composer
from standpoint.documents.decode import decode_bytes, refuse_binary, take_all
from standpoint.documents.draft import Draft, Opened
from standpoint.documents.feeds import read_feed
from standpoint.documents.fetch import fetch_url
from standpoint.documents.forms import HEAD_BYTES, Form, find_form
from standpoint.documents.options import ReadOptions, RefusedError, SetAside, Sourced
from standpoint.documents.pages import read_page
from standpoint.documents.places import Place, describe_os_error, find_places
from standpoint.documents.rows import read_json, read_rows
from standpoint.model import Document

_DEFAULTS = ReadOptions()
_GZIP = b"\x1f\x8b"


def read_inputs(
    inputs: Sequence[str], *, options: ReadOptions = _DEFAULTS, stdin: BinaryIO | None = None
) -> Iterator[Document | SetAside]:
    """Documents from files, folders, globs, web addresses, feeds, JSON Lines and `-`, in the order given.

    A folder is read with all below it, sorted by path. Whatever cannot be read gives a SetAside in its place.
    stdin: what `-` reads; the process's own standard input where it is left out.
    Raises nothing for bad input; a bad option raises UsageError when `options` is made.
    """
    for item in read_sources(inputs, options=options, stdin=stdin):
        yield item if isinstance(item, SetAside) else item.document


def read_sources(
    inputs: Sequence[str], *, options: ReadOptions = _DEFAULTS, stdin: BinaryIO | None = None
) -> Iterator[Sourced | SetAside]:
    """The same, each document with where it was read, for those who report on it."""
    composer = Composer(options)
    for place in find_places(inputs):
        if isinstance(place, SetAside):
            yield place
            continue
        for draft in _read_place(place, options, stdin):
            yield draft if isinstance(draft, SetAside) else Sourced(draft.where, composer.compose(draft))


def _read_place(place: Place, options: ReadOptions, stdin: BinaryIO | None) -> Iterator[Draft | SetAside]:
    try:
        if place.url is not None:
            opened = fetch_url(place.url, options)
            yield from _read_form(_unpack(opened), options)
        elif place.path is not None:
            with open(place.path, "rb") as stream:
                yield from _read_form(_unpack(_open_file(place, stream)), options)
        else:
            yield from _read_form(_unpack(_open_stdin(place, stdin)), options)
    except RefusedError as error:
        yield SetAside(place.where, error.reason, error.hint)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield SetAside(place.where, f"damaged gzip ({error})", "fetch or pack it again")
    except OSError as error:
        yield describe_os_error(place.where, error)


def _open_file(place: Place, stream: io.BufferedReader) -> Opened:
    status = os.fstat(stream.fileno())
    size = status.st_size if stat.S_ISREG(status.st_mode) else None
    name = "" if place.path is None else place.path.name
    return Opened(place.where, stream, name, b"", size)


def _open_stdin(place: Place, stdin: BinaryIO | None) -> Opened:
    return Opened(place.where, sys.stdin.buffer if stdin is None else stdin, "", b"")


def _unpack(opened: Opened) -> Opened:
    """The same with its first bytes seen, and with gzip taken off."""
    stream, head = _peek(opened.stream)
    size = opened.size
    if head.startswith(_GZIP):
        stream, head = _peek(cast(BinaryIO, gzip.GzipFile(fileobj=stream)))
        size = None
    return Opened(opened.where, stream, opened.name, head, size, opened.url, opened.content_type, opened.charset)


def _peek(stream: BinaryIO) -> tuple[BinaryIO, bytes]:
    """A stream that still has all of its bytes, and the first of them."""
    buffered = io.BufferedReader(_Replay(stream), HEAD_BYTES)
    return cast(BinaryIO, buffered), buffered.peek(HEAD_BYTES)


class _Replay(io.RawIOBase):
    """Any binary stream as a raw one that fills its buffer, so that `peek` sees the whole head also of a pipe."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        data = self._stream.read(len(view))
        view[: len(data)] = data
        return len(data)


def _read_form(opened: Opened, options: ReadOptions) -> Iterator[Draft | SetAside]:
    if not opened.head.strip():
        _refuse_blank(opened)
    refuse_binary(opened.head)
    form = find_form(opened.head, opened.name, opened.content_type)
    if form is Form.ROWS:
        yield from read_rows(opened, options)
    elif form is Form.JSON:
        yield from read_json(opened, options)
    elif form in (Form.FEED, Form.XML):
        yield from read_feed(opened, options)
    elif form is Form.HTML:
        yield read_page(opened, options)
    else:
        data = take_all(opened.stream, options.max_bytes, opened.size)
        text = decode_bytes(data, encoding=options.encoding, declared=opened.charset)
        yield Draft(opened.where, text, url=opened.url)


def _refuse_blank(opened: Opened) -> None:
    if len(opened.head) < HEAD_BYTES:
        raise RefusedError("empty", "give a file with text in it")
