"""Finds quoted stretches by their marks: text in, quotations out, with paragraph-spanning quotations recognised.

Marks are regular enough for rules: straight, curly, low-high, guillemets, doubled apostrophes and single quotes. A
quotation that runs over paragraphs is reopened in each and closed only in the last; each paragraph gives one stretch.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from standpoint.language.sentences import split_paragraphs
from standpoint.model import Span

_PAIRS = {"“": "”", "„": '“”"', "«": "»", "‟": "”", "``": "''", "''": "''", '"': '"”'}
_MARK = re.compile(r"``|''|[\"“”„‟«»]|[‘’']")
_OPENS_AFTER = re.compile(r"[\s(\[{–—\-/:.…]")
_SINGLE = "‘'"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch within one paragraph, marks included.

    `closed` is False where the paragraph ends before the closing mark. `continues` is True where the stretch is the
    next part of a quotation left open in the paragraph before.
    """

    span: Span
    closed: bool
    continues: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Outermost quoted stretches, in text order; they never overlap and never cross a paragraph's end."""
    found: list[Quotation] = []
    open_before = False
    for paragraph in split_paragraphs(text):
        quotes = _in_paragraph(text, paragraph, reopened=open_before)
        found.extend(quotes)
        open_before = bool(quotes) and not quotes[-1].closed
    return tuple(found)


def _in_paragraph(text: str, paragraph: Span, *, reopened: bool) -> list[Quotation]:
    found: list[Quotation] = []
    at = paragraph.start
    while at < paragraph.end:
        mark = _next_opening(text, at, paragraph)
        if mark is None:
            break
        start, after = mark.span()
        end = _closing(text, after, paragraph, mark.group())
        single = mark.group() in _SINGLE
        if end is None and single:
            at = after
            continue
        first = start == paragraph.start and not found
        if end is None:
            found.append(Quotation(Span(start, paragraph.end), closed=False, continues=reopened and first))
            break
        found.append(Quotation(Span(start, end), closed=True, continues=reopened and first))
        at = end
    return found


def _next_opening(text: str, at: int, paragraph: Span) -> re.Match[str] | None:
    for mark in _MARK.finditer(text, at, paragraph.end):
        symbol, before, after = mark.group(), text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
        at_edge = mark.start() == paragraph.start or bool(_OPENS_AFTER.match(before))
        if symbol in "“„‟«":
            return mark
        if symbol in ("”", "»", "’"):
            continue
        if symbol in _SINGLE:
            if at_edge and before != "." and after.isalpha() and (symbol == "‘" or after.isupper()):
                return mark
            continue
        if at_edge and after and not after.isspace() and mark.end() < paragraph.end:
            return mark
    return None


def _closing(text: str, at: int, paragraph: Span, opening: str) -> int | None:
    if opening in _SINGLE:
        return _closing_single(text, at, paragraph, "’'" if opening == "‘" else "'")
    closers = _PAIRS[opening]
    depth = 0
    for mark in _MARK.finditer(text, at, paragraph.end):
        symbol = mark.group()
        if symbol == opening and symbol in "“„«" and text[mark.start() - 1].isspace():
            depth += 1
            continue
        if symbol not in closers or (len(symbol) == 1 and symbol in _SINGLE):
            continue
        before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
        if opening == '"' and symbol == '"' and before.isspace() and after.isalnum():
            depth += 1
            continue
        if depth == 0:
            return mark.end()
        depth -= 1
    return None


def _closing_single(text: str, at: int, paragraph: Span, closers: str) -> int | None:
    for mark in re.finditer(f"[{closers}]", text[at : paragraph.end]):
        position = at + mark.start()
        before, after = text[position - 1], text[position + 1 : position + 2]
        if not before.isspace() and not after.isalnum() and position - at > 2:
            return position + 1
    return None
