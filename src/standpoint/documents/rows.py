"""JSON Lines and JSON in, one draft per row out; a row that is malformed is reported by its line and the rest go on.

A row has `text` and perhaps id, url, publisher, published, title and language, by itself or under `document`
(the interchange format); other fields are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date

from standpoint.documents.days import parse_day
from standpoint.documents.decode import decode_bytes, find_mark, take_all
from standpoint.documents.draft import Draft, Opened
from standpoint.documents.options import ReadOptions, RefusedError, SetAside, refuse_size

_ROW_SIZES = 4  # a row of the interchange format holds its statements too
_MAX_ID = 200
_ROW_HINT = 'write one object a line, like {"text": "...", "published": "2031-05-03"}'


def read_rows(opened: Opened, options: ReadOptions) -> Iterator[Draft | SetAside]:
    """Rows of JSON Lines, read one at a time, so that the whole may be of any size."""
    rows = 0
    for number, line in _lines(opened, options):
        where = f"{opened.where}:{number}"
        if isinstance(line, RefusedError):
            yield SetAside(where, line.reason, line.hint)
            rows += 1
        elif line.strip():
            yield _read_row(where, line, options)
            rows += 1
    if not rows:
        raise RefusedError("empty", _ROW_HINT)


def read_json(opened: Opened, options: ReadOptions) -> Iterator[Draft | SetAside]:
    """One JSON object, or a list of them, in a file of its own."""
    limit = _ROW_SIZES * options.max_bytes
    try:
        data = take_all(opened.stream, limit, opened.size)
    except RefusedError as error:
        raise RefusedError(error.reason, "write it as JSON Lines, one object a line, or raise --max-bytes") from error
    text = decode_bytes(data, encoding=options.encoding, declared=opened.charset)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise RefusedError(
            f"malformed JSON at line {error.lineno}, column {error.colno}: {error.msg}", _ROW_HINT
        ) from error
    except (ValueError, RecursionError) as error:
        raise RefusedError(f"malformed JSON ({error})", _ROW_HINT) from error
    if not isinstance(value, list):
        yield _draft_of(opened.where, value, options)
        return
    if not value:
        raise RefusedError("empty: a list without rows", _ROW_HINT)
    for number, row in enumerate(value, 1):
        yield _draft_of(f"{opened.where}[{number}]", row, options)


def _lines(opened: Opened, options: ReadOptions) -> Iterator[tuple[int, str | RefusedError]]:
    limit = _ROW_SIZES * options.max_bytes
    mark = find_mark(opened.head)
    if options.encoding is not None or mark not in (None, "utf-8-sig"):
        data = take_all(opened.stream, limit, opened.size)
        yield from enumerate(decode_bytes(data, encoding=options.encoding).split("\n"), 1)
        return
    number = 0
    while line := opened.stream.readline(limit + 1):
        number += 1
        if len(line) > limit:
            _skip_line(opened, line)
            yield number, refuse_size(None, limit, "row")
            continue
        try:
            text = line.removeprefix(b"\xef\xbb\xbf").decode("utf-8") if number == 1 else line.decode("utf-8")
        except UnicodeDecodeError as error:
            at = f"byte {line[error.start]:#04x} at {error.start}"
            yield (
                number,
                RefusedError(f"a row that is no UTF-8 ({at})", "repair it, or name its encoding with --encoding"),
            )
            continue
        yield number, text


def _skip_line(opened: Opened, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = opened.stream.readline(1 << 20)


def _read_row(where: str, line: str, options: ReadOptions) -> Draft | SetAside:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return SetAside(where, f"malformed JSON at column {error.colno}: {error.msg}", _ROW_HINT)
    except (ValueError, RecursionError) as error:
        return SetAside(where, f"malformed JSON ({error})", _ROW_HINT)
    return _draft_of(where, value, options)


def _draft_of(where: str, row: object, options: ReadOptions) -> Draft | SetAside:
    try:
        return _check_row(where, row, options)
    except RefusedError as error:
        return SetAside(where, error.reason, error.hint)


def _check_row(where: str, row: object, options: ReadOptions) -> Draft:
    if isinstance(row, dict) and "document" in row:
        row = row["document"]
    if not isinstance(row, dict):
        raise RefusedError(f"a row that is {_noun(row)}, not an object", _ROW_HINT)
    if "text" not in row:
        held = ", ".join(sorted(str(k) for k in row)[:8]) or "none"
        raise RefusedError(f"a row without the field text (its fields: {held})", _ROW_HINT)
    text = _string(row, "text")
    if text is None or not text.strip():
        raise RefusedError("a row whose text is empty", "leave such rows out")
    if "\x00" in text:
        raise RefusedError(f"a NUL character in the text at {text.index(chr(0))}", "take it out; no text holds one")
    size = len(text.encode("utf-8"))
    if size > options.max_bytes:
        raise refuse_size(size, options.max_bytes)
    return Draft(
        where=where,
        text=text,
        id=_identifier(row),
        publisher=_string(row, "publisher"),
        published=_published(row, options),
        title=_string(row, "title"),
        url=_string(row, "url"),
        language=_string(row, "language"),
    )


def _string(row: Mapping[str, object], key: str) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise RefusedError(
            f"a row whose {key} is {_noun(value)}, not a string", f"write {key} in quotation marks, or null"
        )
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise RefusedError(f"half a surrogate pair in {key} at {error.start}", "write the character whole") from error
    return value if key == "text" else value.strip() or None


def _identifier(row: Mapping[str, object]) -> str | None:
    value = row.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    name = _string(row, "id")
    if name is not None and (len(name) > _MAX_ID or not name.isprintable() or any(c.isspace() for c in name)):
        raise RefusedError(
            f"a row whose id is {name[:40]!r}", f"use up to {_MAX_ID} characters without spaces, or none"
        )
    return name


def _published(row: Mapping[str, object], options: ReadOptions) -> date | None:
    if options.published is not None:
        return options.published
    value = _string(row, "published")
    if value is None:
        return None
    if (day := parse_day(value)) is None:
        raise RefusedError(f"a row whose published is {value!r}, no full date", "write YYYY-MM-DD, or null")
    return day


def _noun(value: object) -> str:
    if value is None:
        return "null"
    names = {bool: "true or false", int: "a number", float: "a number", str: "a string", list: "a list"}
    return names.get(type(value), "an object")
