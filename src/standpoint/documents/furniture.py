"""A text, its title and its publisher in; the stretches that are kept but not coded out, in text order.

These are a title that stands twice and what a site puts around a text. Nothing is ever cut from the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from standpoint.documents.sitelines import LineReader
from standpoint.language.sentences import split_sentences, trim
from standpoint.model import Furniture, Span

_SENTENCE_AREA = 1_500
_NAME_LINE = re.compile(
    r"[\[(—–-]*\s*[A-ZÀ-ÞА-Я][\w.'’&/-]*(?:\s+(?:of|the|and|de|for|&|in|[A-ZÀ-ÞА-Я0-9][\w.'’&/-]*)){0,4}\s*[\])]*"
)
_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u00a0": " "}
)
_SUFFIX = re.compile(r"\s+[|\-–—:·•]\s+[^|]{2,40}$")


def find_furniture(
    text: str, *, title: str | None = None, publisher: str | None = None, reader: LineReader | None = None
) -> tuple[Furniture, ...]:
    """Whole lines, and sentences at the very end, that are no part of what the text says.

    title: a line that repeats it is furniture, but for the first one. publisher: its bare name is, at the end.
    reader: the shapes of lines, where they are read already.
    """
    lines = filled_lines(text)
    reader = LineReader() if reader is None else reader
    reasons = [reader.explain(line.of(text)) for line in lines]
    _mark_titles(text, lines, reasons, title)
    _mark_lists(text, lines, reasons, reader)
    _mark_ending(text, lines, reasons, publisher)
    found = [Furniture(line, reason) for line, reason in zip(lines, reasons, strict=True) if reason is not None]
    if len(found) == len(lines):
        return ()  # a text of nothing but such lines is not what the patterns were made for
    return tuple(sorted([*found, *_ending_sentences(text, lines, reasons, reader)]))


def filled_lines(text: str) -> list[Span]:
    """Every line with something in it, without the white space at its ends."""
    found, start = [], 0
    for line in text.split("\n"):
        span = trim(text, Span(start, start + len(line)))
        if span.start < span.end:
            found.append(span)
        start += len(line) + 1
    return found


def _mark_titles(text: str, lines: Sequence[Span], reasons: list[str | None], title: str | None) -> None:
    if title is None:
        return
    wanted, seen = _plain(title), False
    for index, line in enumerate(lines):
        if line.end - line.start > len(title) + 80:
            continue
        held = line.of(text)
        if wanted in (_plain(held), _plain(_SUFFIX.sub("", held))):
            if seen:
                reasons[index] = "title repeated"
            else:
                reasons[index], seen = None, True


def _mark_lists(text: str, lines: Sequence[Span], reasons: list[str | None], reader: LineReader) -> None:
    """Titles of other texts under "Related stories", where they run to the end."""
    for index in range(len(lines) - 1, 0, -1):
        if reader.opens_section(lines[index].of(text)):
            for below in range(index, len(lines)):
                reasons[below] = reasons[below] or "pointer to another text"
        elif reasons[index] is None and not _is_bare(lines[index].of(text)):
            return


def _is_bare(line: str) -> bool:
    """A line that is no full sentence: short, without a final stop."""
    return (
        len(line) <= 160 and re.search(r"[.;:…][\"”’»')\]]*$", line) is None and '"' not in line and "“" not in line
    )


def _mark_ending(text: str, lines: Sequence[Span], reasons: list[str | None], publisher: str | None) -> None:
    """From the last line upwards: the publisher's name, and one bare name among or under the furniture."""
    names = 0
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index].of(text)
        if reasons[index] is not None:
            continue
        if publisher is not None and _plain(line).strip("()[]- ") == _plain(publisher):
            reasons[index] = "publisher's name"
        elif names == 0 and _is_name_line(text, lines, index):
            reasons[index], names = "name alone at the end", 1
        else:
            return


def _is_name_line(text: str, lines: Sequence[Span], index: int) -> bool:
    line = lines[index]
    gap = text[lines[index - 1].end : line.start]
    return gap.count("\n") > 1 and line.end - line.start <= 60 and _NAME_LINE.fullmatch(line.of(text)) is not None


def _ending_sentences(
    text: str, lines: Sequence[Span], reasons: Sequence[str | None], reader: LineReader
) -> list[Furniture]:
    """Furniture that runs on in the last paragraph ("... he said. Follow us on Telegram.")."""
    last = next(
        (line for line, reason in zip(reversed(lines), reversed(reasons), strict=True) if reason is None), None
    )
    if last is None:
        return []
    start = max(last.start, last.end - _SENTENCE_AREA)
    sentences = split_sentences(text, Span(start, last.end))
    found = []
    for sentence in sentences[:0:-1]:
        reason = reader.explain(sentence.of(text))
        if reason is None or reason == "rule":
            break
        found.append(Furniture(sentence, reason))
    return found


def _plain(text: str) -> str:
    return " ".join(text.translate(_QUOTES).casefold().lstrip("# ").split()).rstrip(" #.")
