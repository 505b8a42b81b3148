"""Attribution by rule: documents in, attributions out, from quotation marks, cue verbs and "according to".

A plain stand-in for the trained model, and its measure: it keeps to one cue per clause and the text around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from standpoint.attribution.kinds import classify_kind
from standpoint.attribution.lexicon import load_lexicon
from standpoint.attribution.nesting import find_outer
from standpoint.language.quotes import Quotation, find_quotations
from standpoint.language.sentences import split_sentences, trim
from standpoint.model import Attribution, Document, Kind, Span, Spans

_QUOTED, _CLAUSE = "quote", "clause"
_VERB = re.compile(r"(?<![-\w])[^\W\d_]+")
_ACCORDING = re.compile(r"\b[Aa]ccording to\b")
_AUXILIARY = re.compile(
    r"(?:\b(?:has|have|had|is|are|was|were|been|being|be|will|would|also|then|later|again|repeatedly|previously|earlier"
    r"|once|never|always|now|still|further|publicly|recently|did|do|does|not|primarily|\w+ly)\s+|n[’']t\s+)+$"
)
_CLAUSE_START = re.compile(r"(?:[;:()–—]|\b(?:that|while|but|and|because|as|when|where|whether|although|if)\b|,)\s*")
_PARENTHESIS = re.compile(
    r"(?:despite|after|before|during|in|on|at|for|with|speaking|citing|following|meanwhile)\b", re.IGNORECASE
)
_HEARER = re.compile(r"(?:[^,;:“\"]{0,160}?)\bthat\s+(?=\S)")
_TAKES_OBJECT = re.compile(
    r"(?:want|seek|sought|expect|urge|call|accus|blam|condemn|describ|refus|ask)", re.IGNORECASE
)
_NOT_SOURCE = re.compile(r"^(?:what|which|who|to|of|in|by|for|there|this|not|or|nor)\b|^\W*$", re.IGNORECASE)
_STOP = " \t\r\n.,;:"


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence, or several where a quotation runs over their bounds; `masked` has the quotations blanked out."""

    span: Span
    masked: str
    quotes: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class RuleAttribution:
    """Attributions by rule. No weights, so `models` is empty."""

    @property
    def models(self) -> Mapping[str, str]:
        return MappingProxyType({})

    def attribute(self, documents: Sequence[Document]) -> tuple[tuple[Attribution, ...], ...]:
        """One tuple per document, sorted by where the attribution's first span begins."""
        return tuple(_attribute_one(d) for d in documents)


def _attribute_one(document: Document) -> tuple[Attribution, ...]:
    text = document.text
    quotations = find_quotations(text)
    found: list[Attribution] = []
    last: Attribution | None = None
    for unit in _units(text, quotations):
        if any(f.span.overlaps(unit.span) for f in document.furniture):
            last = None
            continue
        new = list(_read_unit(text, unit))
        if not new and last is not None and _is_only_quotation(text, unit):
            found[found.index(last)] = last = replace(last, content=(*last.content, unit.span))
            continue
        found.extend(new)
        last = next((a for a in reversed(new) if _ends_in_quotation(text, a)), None)
    ordered = sorted(found, key=lambda a: min(s for s in (*a.source, *a.cue, *a.content)))
    return tuple(
        replace(a, kind=classify_kind(text, a.source, a.cue, a.content, quotations), nested_in=outer)
        for a, outer in zip(ordered, find_outer(ordered), strict=True)
    )


def _units(text: str, quotations: Sequence[Quotation]) -> Iterator[_Unit]:
    sentences: list[Span] = []
    for sentence in split_sentences(text):
        inside = any(q.span.start < sentence.start < q.span.end for q in quotations)
        if sentences and inside:
            sentences[-1] = Span(sentences[-1].start, sentence.end)
        else:
            sentences.append(sentence)
    for span in sentences:
        quotes = tuple(q for q in quotations if q.span.overlaps(span))
        masked = span.of(text)
        for q in quotes:
            a, b = max(q.span.start, span.start) - span.start, min(q.span.end, span.end) - span.start
            masked = masked[:a] + "\x00" * (b - a) + masked[b:]
        yield _Unit(span, masked, quotes)


def _read_unit(text: str, unit: _Unit) -> Iterator[Attribution]:
    according = _ACCORDING.search(unit.masked)
    if according is not None:
        found = _read_according(text, unit, according)
        if found is not None:
            yield found
            return
    taken = 0
    for verb in _VERB.finditer(unit.masked):
        if verb.start() < taken:
            continue
        lemmas = set(load_lexicon().lemmas(verb.group()))
        group = _rule_cues()
        is_quote = bool(unit.quotes) and bool(lemmas & group[_QUOTED])
        if not is_quote and not lemmas & group[_CLAUSE]:
            continue
        found = _read_verb(text, unit, verb, is_quote)
        if found is not None:
            taken = verb.end() if found.content[-1].end - unit.span.start < verb.start() else len(unit.masked)
            following = re.search(r", (?:while|but) ", unit.masked[verb.end() :])
            if following is not None and found.content[-1].start - unit.span.start > verb.start():
                cut = unit.span.start + verb.end() + following.start()
                if cut > found.content[-1].start:
                    found = replace(found, content=(Span(found.content[-1].start, cut),))
                    taken = verb.end() + following.end()
            yield found
            if found.content[0].start < found.cue[0].start:
                return


def _read_according(text: str, unit: _Unit, match: re.Match[str]) -> Attribution | None:
    base = unit.span.start
    cue = Span(base + match.start(), base + match.end())
    after = unit.masked[match.end() :]
    if match.start() == 0:
        comma = after.find(",")
        if comma < 0:
            return None
        source = trim(text, Span(cue.end, cue.end + comma))
        content = _strip(text, Span(source.end + 1, unit.span.end))
    else:
        source = _strip(text, Span(cue.end, unit.span.end))
        content = _strip(text, Span(base, cue.start))
    return _make(source, cue, (content,), 0.8)


def _read_verb(text: str, unit: _Unit, verb: re.Match[str], is_quote: bool) -> Attribution | None:
    base = unit.span.start
    before, after = unit.masked[: verb.start()], unit.masked[verb.end() :]
    auxiliary = _AUXILIARY.search(before)
    cue_start = auxiliary.start() if auxiliary else verb.start()
    cue = Span(base + cue_start, base + verb.end())
    source = _source_before(text, base, before[:cue_start])
    inverted = re.match(r"\s+((?:the |a |an )?[^,.;\x00]{2,80})", after) if source is None else None
    if inverted is not None and before.rstrip(" ,").endswith("\x00"):
        source = trim(text, Span(base + verb.end() + inverted.start(1), base + verb.end() + inverted.end(1)))
    if source is None:
        return None
    lead = [q.span for q in unit.quotes if q.span.end <= cue.start]
    tail = [q.span for q in unit.quotes if q.span.start >= cue.end]
    if is_quote and lead and before.startswith("\x00"):
        return _make(source, cue, tuple(lead + tail), 0.9)
    content = _content_after(text, unit, verb.end(), takes_that=not _TAKES_OBJECT.match(verb.group()))
    if content is None:
        return None
    return _make(source, cue, (content,), 0.8 if tail else 0.7)


def _source_before(text: str, base: int, before: str) -> Span | None:
    """The noun phrase that ends where the cue begins, back to where its clause starts."""
    if not before.strip() or before.rstrip().endswith("\x00"):
        return None
    stop = len(before.rstrip())
    if before.rstrip().endswith(","):
        stop = len(before.rstrip()) - 1
        opened = before.rfind(",", 0, stop)
        if opened > 0:
            stop = opened if _PARENTHESIS.match(before[opened + 1 :].lstrip()) else stop
            end = stop
            opened = opened if stop != opened else len(before)
            starts = [m.end() for m in _CLAUSE_START.finditer(before, 0, min(opened, end))]
            return _source(text, Span(base + (starts[-1] if starts else 0), base + end))
    starts = [m.end() for m in _CLAUSE_START.finditer(before, 0, stop)]
    start = max([s for s in starts if s < stop], default=0)
    return _source(text, Span(base + max(start, before.rfind("\x00", 0, stop) + 1), base + stop))


def _source(text: str, span: Span) -> Span | None:
    source = trim(text, span)
    words = source.of(text)
    return None if len(words) > 120 or _NOT_SOURCE.match(words) else source


def _content_after(text: str, unit: _Unit, at: int, *, takes_that: bool) -> Span | None:
    that = _HEARER.match(unit.masked, at) if takes_that else None
    begin = that.end() if that is not None else at
    quote = unit.masked.find("\x00", at)
    if that is None and quote >= 0 and re.search(r"[,:]\s*$", unit.masked[at:quote]):
        begin = quote
    content = _strip(text, Span(unit.span.start + begin, unit.span.end))
    return content if content.end - content.start > 5 else None


def _make(source: Span, cue: Span, content: Spans, confidence: float) -> Attribution | None:
    if source.start >= source.end or any(c.start >= c.end for c in content):
        return None
    return Attribution((source,), (cue,), content, Kind.INDIRECT, confidence)


def _strip(text: str, span: Span) -> Span:
    """Without white space, commas and stops at its ends; a stop inside a quotation stays with it."""
    start, end = span
    while start < end and text[start] in _STOP:
        start += 1
    while end > start and text[end - 1] in _STOP:
        end -= 1
    return Span(start, end)


def _is_only_quotation(text: str, unit: _Unit) -> bool:
    return bool(unit.quotes) and not unit.masked.replace("\x00", "").strip(_STOP)


def _ends_in_quotation(text: str, attribution: Attribution) -> bool:
    return attribution.content[-1].of(text)[-1:] in "\"”»'’" and attribution.content[0].of(text)[:1] in "\"“„«'‘`"


@cache
def _rule_cues() -> Mapping[str, frozenset[str]]:
    path = files("standpoint.attribution") / "data" / "rule_cues.txt"
    groups: dict[str, set[str]] = {_QUOTED: set(), _CLAUSE: set()}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, words = line.split(":", 1)
            groups[name].update(words.split())
    return MappingProxyType({name: frozenset(words) for name, words in groups.items()})
