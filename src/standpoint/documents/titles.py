"""A text and its publisher in; its headline out, where the first line looks like one, else None."""

from __future__ import annotations

import re

from standpoint.documents.days import is_date_line
from standpoint.documents.sitelines import LineReader

_MAX_CHARACTERS = 200
_MAX_WORDS = 30
_LINES_PASSED = 4
_FINAL_STOP = re.compile(r"(?:(?<!\.)\.(?!\.)|[,;:])[\"”’»')\]]*$")
_HASHES = re.compile(r"^#{1,6}\s+|\s+#{1,6}$")


def find_title(text: str, publisher: str | None = None, *, reader: LineReader | None = None) -> str | None:
    """The first line that is neither the outlet's name nor a date, where it is short, has no final stop, and a blank
    line and more text follow it."""
    reader = LineReader() if reader is None else reader
    lines = text[:20_000].split("\n")
    filled = [i for i, line in enumerate(lines) if line.strip()]
    for place in filled[:_LINES_PASSED]:
        line = _HASHES.sub("", lines[place].strip())
        if _is_passed(line, publisher, reader):
            continue
        alone = place + 1 < len(lines) and not lines[place + 1].strip()
        return line if alone and place != filled[-1] and _is_headline(line) else None
    return None


def _is_passed(line: str, publisher: str | None, reader: LineReader) -> bool:
    if publisher is not None and line.casefold() == publisher.casefold():
        return True
    return is_date_line(line) or reader.explain(line) is not None


def _is_headline(line: str) -> bool:
    words = line.split()
    if not 2 <= len(words) <= _MAX_WORDS or len(line) > _MAX_CHARACTERS:
        return False
    return _FINAL_STOP.search(line) is None or _ends_in_initials(line)


def _ends_in_initials(line: str) -> bool:
    return re.search(r"\b(?:[A-Z]\.){2,}$", line) is not None
