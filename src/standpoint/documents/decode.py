"""Bytes in, text out with its line ends as they are, or a refusal that says what the bytes are instead.

A byte order mark tells the encoding and is no part of the text (Unicode 16, section 23.8), so it is left out.
"""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from standpoint.documents.codepages import find_latin_page
from standpoint.documents.options import RefusedError, refuse_size

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"%PDF-", "a PDF", "turn it into text first, for example with pdftotext"),
    (b"{\\rtf", "an RTF document", "save it as plain text first"),
    (b"PK\x03\x04", "a zip archive or an office document", "unpack it, or save it as plain text first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document", "save it as plain text first"),
    (
        b"SQLite format 3\x00",
        "an SQLite database",
        "open a record with --record; only texts can be read as documents",
    ),
    (b"\x89PNG\r\n", "a PNG picture", "give a text file"),
    (b"\xff\xd8\xff", "a JPEG picture", "give a text file"),
    (b"GIF8", "a GIF picture", "give a text file"),
    (b"\x7fELF", "a program", "give a text file"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive", "unpack it first"),
)
_TEXT_HINT = "give a text file, or name its encoding with --encoding"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_CODE_PAGES = (
    "cp1251 cp1253 cp1255 cp1256 cp1252 cp1250 iso8859_5 iso8859_7 koi8_r koi8_u cp866 shift_jis euc_jp "
    "gb18030 big5 euc_kr"
)
_SAMPLE = 100_000


def take_all(stream: BinaryIO, limit: int, size: int | None = None) -> bytes:
    """Every byte of a stream that holds at most `limit`; `size` is its length where known."""
    if size is not None and size > limit:
        raise refuse_size(size, limit)
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise refuse_size(None, limit)
    return data


def decode_bytes(data: bytes, *, encoding: str | None = None, declared: str | None = None) -> str:
    """The text of some bytes, unchanged but for the byte order mark.

    encoding: the caller's word, never doubted. declared: what a server or a page says, used where it fits.
    Raises RefusedError for bytes that are empty, binary, or in no encoding that can be told.
    """
    text = _decode(data, encoding, declared)
    _refuse_controls(text)
    if not text.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        raise RefusedError("empty", "give a file with text in it")
    return text


def find_mark(head: bytes) -> str | None:
    """The encoding that a byte order mark tells, if there is one."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), None)


def refuse_binary(head: bytes) -> None:
    """Raises RefusedError where the first bytes are those of a known form that is no text."""
    for magic, noun, hint in _BINARY:
        if head.startswith(magic):
            raise RefusedError(f"{noun}, not a text", hint)


def _decode(data: bytes, encoding: str | None, declared: str | None) -> str:
    if encoding is not None:
        return _by_option(data, encoding)
    if mark := find_mark(data):
        try:
            return data.decode(mark)
        except UnicodeDecodeError as error:
            raise RefusedError(
                f"begins with a mark of {mark} but breaks it at byte {error.start}", _TEXT_HINT
            ) from error
    refuse_binary(data)
    if wide := _unmarked_utf16(data):
        return data.decode(wide)
    if b"\x00" in data:
        where = data.index(b"\x00")
        raise RefusedError(f"binary: a NUL byte at {where}", _TEXT_HINT)
    for candidate in ("utf-8", declared):
        text = _try(data, candidate)
        if text is not None:
            return text
    _refuse_broken_utf8(data)
    return _detect(data)


def _by_option(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as error:
        start = getattr(error, "start", None)
        at = "" if start is None else f" at byte {start}"
        raise RefusedError(
            f"no {encoding}{at}, as --encoding asks", "name another encoding, or leave it out"
        ) from error


def _try(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: in most scripts every second byte is one of very few values, NUL for Latin letters."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(sample) < 8:
        return None
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if high.count(0) > 0.1 * len(high) and len(set(high)) <= 12:
            text = _try(data, name)
            if text is not None and "\x00" not in text:
                return name
    return None


def _refuse_broken_utf8(data: bytes) -> None:
    """UTF-8 nearly everywhere is damaged UTF-8, not another encoding: a guess would garble all the rest."""
    good = sum(len(m.group()) for m in _MULTIBYTE.finditer(data))
    bad = len(_HIGH.findall(data)) - good
    if good >= 8 and bad <= 0.1 * good:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise RefusedError(
                f"damaged UTF-8: byte {data[error.start]:#04x} at {error.start} (line {line}) fits nowhere",
                "repair that place, or name another encoding with --encoding",
            ) from error


def _detect(data: bytes) -> str:
    """Latin letters by their alphabets, any other script by what charset-normalizer tells from a sample."""
    sample = data[:_SAMPLE]
    text = _try(data, find_latin_page(sample))
    if text is not None:
        return text
    from charset_normalizer import from_bytes  # noqa: PLC0415 (slow to load, and most texts are UTF-8)

    best = from_bytes(sample, cp_isolation=_CODE_PAGES.split()).best()
    text = None if best is None else _try(data, best.encoding)
    if text is None:
        raise RefusedError("no UTF-8, and no other encoding can be told", "name its encoding with --encoding")
    return text


def _refuse_controls(text: str) -> None:
    if (nul := text.find("\x00")) >= 0:
        raise RefusedError(f"binary: a NUL character at {nul}", _TEXT_HINT)
    controls = len(_CONTROL.findall(text))
    if controls > 2 + 0.005 * len(text):
        raise RefusedError(f"binary: {controls} control characters among {len(text)}", _TEXT_HINT)
