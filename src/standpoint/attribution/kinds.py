"""Kinds of attribution: the spans of one attribution and the document's quotations in, one of the four kinds out.

Quotation marks decide direct and mixed; the head word of the cue decides between indirect and ascribed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from standpoint.attribution.lexicon import ASCRIBED, load_lexicon
from standpoint.language.quotes import Quotation
from standpoint.model import Kind, Span, Spans

_WORD = re.compile(r"\w+")
_LABEL = re.compile(r"(?:[A-Z][.)]?|[^a-z\n]*[A-Z]{2,}[^a-z\n]*|QUESTION|ANSWER)$")
_CLAUSE_WORDS = 4


def classify_kind(text: str, source: Spans, cue: Spans, content: Spans, quotations: Sequence[Quotation]) -> Kind:
    """Direct: quoted clauses only. Mixed: paraphrase with quoted words. Indirect: reported speech, votes, orders.

    Ascribed: wants, believes, sees, fears, is determined: no act of speech is reported, whoever says so.
    A cue inside a quotation reports at second hand, so the marks around it do not make its content direct.
    """
    if _is_speaker_label(text, source, cue):
        return Kind.DIRECT
    around = [q.span for q in quotations]
    second_hand = any(q.covers(c) for q in around for c in cue)
    if not second_hand:
        inside, outside = _count_quoted(text, content, around)
        if inside and not outside and _is_clause(text, content):
            return Kind.DIRECT
        if inside and not _is_ascribed(text, cue):
            return Kind.MIXED
    return Kind.ASCRIBED if _is_ascribed(text, cue) else Kind.INDIRECT


def _is_ascribed(text: str, cue: Spans) -> bool:
    return load_lexicon().head_group(" ".join(c.of(text) for c in cue)) == ASCRIBED


def _is_speaker_label(text: str, source: Spans, cue: Spans) -> bool:
    """`NAME:` or `Q:` at the start of a line, as transcripts have it; the words that follow are the speaker's own."""
    if len(source) != 1 or len(cue) != 1 or cue[0].of(text).strip() not in (":", "."):
        return False
    name = source[0]
    at_line_start = not text[text.rfind("\n", 0, name.start) + 1 : name.start].strip()
    return at_line_start and _LABEL.match(name.of(text).strip()) is not None


def _count_quoted(text: str, content: Spans, quoted: Sequence[Span]) -> tuple[int, int]:
    """Words of the content inside and outside quotation marks."""
    starts = [m.start() for s in content for m in _WORD.finditer(text, s.start, s.end)]
    inside = sum(1 for w in starts if any(q.start <= w < q.end for q in quoted))
    return inside, len(starts) - inside


def _is_clause(text: str, content: Spans) -> bool:
    """False for a few quoted words that complete someone else's sentence ("a disgrace")."""
    words = " ".join(s.of(text) for s in content).strip("\"“”„«»‘’' \n")
    if len(_WORD.findall(words)) >= _CLAUSE_WORDS:
        return True
    return words[:1].isupper() or words[-1:] in (",", ".", "!", "?", "…")
