"""Splits text into paragraphs and sentences: text in, character spans out, trimmed of white space.

Lines are paragraphs unless the text is hard-wrapped, where only blank lines are; sentences never cross paragraphs.
"""

from __future__ import annotations

import re
from itertools import pairwise

from standpoint.model import Span

_BLANK = re.compile(r"\n[ \t\r\f\v\u00a0]*\n")
_ABBREVIATIONS = re.compile(
    r"(?:mr|mrs|ms|dr|prof|gen|col|lt|capt|sgt|maj|cmdr|adm|rep|sen|gov|pres|st|jr|sr|hon|rev|amb|sec|dep|min|nos?|vs"
    r"|etc|inc|ltd|co|corp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|fig|art|para|approx|e\.g|i\.e|cf|al|u\.s|u\.k"
    r"|u\.n|d\.c|a\.m|p\.m|messrs|supt|[a-hj-z])$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]+[\"”’»')\]]*(?=\s+[\"“‘«„'(\[]*[^\sa-z])")


def split_paragraphs(text: str) -> tuple[Span, ...]:
    """Non-empty paragraphs in text order."""
    pattern = _BLANK if _is_hard_wrapped(text) else re.compile(r"\n")
    spans, start = [], 0
    for gap in pattern.finditer(text):
        spans.append(Span(start, gap.start()))
        start = gap.end()
    spans.append(Span(start, len(text)))
    trimmed = (trim(text, s) for s in spans)
    return tuple(s for s in trimmed if s.start < s.end)


def split_sentences(text: str, within: Span | None = None) -> tuple[Span, ...]:
    """Sentences in text order, of the whole text or of the paragraphs inside `within`."""
    area = Span(0, len(text)) if within is None else within
    found = []
    for paragraph in split_paragraphs(text[area.start : area.end]):
        start, stop = paragraph.start + area.start, paragraph.end + area.start
        for end in _END.finditer(text, start, stop):
            if _is_abbreviation(text, end.start(), start):
                continue
            found.append(trim(text, Span(start, end.end())))
            start = end.end()
        found.append(trim(text, Span(start, stop)))
    return tuple(s for s in found if s.start < s.end)


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _is_abbreviation(text: str, stop: int, start: int) -> bool:
    if text[stop] != ".":
        return False
    word = re.search(r"[\w.]+$", text[max(start, stop - 12) : stop])
    if word is None:
        return False
    return _ABBREVIATIONS.match(word.group()) is not None


def _is_hard_wrapped(text: str) -> bool:
    """True where most lines stop in mid-sentence at about one width, as in mail and old archives."""
    lines = [line.rstrip() for line in text.split("\n")]
    runs = [(a, b.lstrip()) for a, b in pairwise(lines) if a and b]
    if len(runs) < 4:
        return False
    broken = sum(1 for a, b in runs if 40 <= len(a) <= 100 and a[-1] not in ".!?:\"”»'" and b[:1].islower())
    return broken >= 0.4 * len(runs)
