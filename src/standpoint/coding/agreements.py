"""Finds mentions of the codebook's agreements and their clauses: a document view comes in, agreement mentions go out.

A mention is an alias, a noun phrase with the day, place or number of parties of one instrument, a numbered clause,
or a clause that restates a provision of an instrument that the document names.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpoint.coding.duties import find_kept
from standpoint.coding.phrases import ARTICLES, PhraseFinder
from standpoint.coding.restated import RestatementFinder
from standpoint.coding.usage import UsageReader
from standpoint.coding.view import DocumentView
from standpoint.coding.words import WordReader
from standpoint.model import AgreementMention, DateMention, Span

if TYPE_CHECKING:
    from standpoint.codebooks import Agreement, Codebook

_HEADS = (
    r"agreements?|accords?|deals?|statements?|declarations?|memorand(?:um|a)|treaty|treaties|resolutions?|protocols?|pacts?"
    r"|communiqu[eé]s?|documents?|road ?maps?|frameworks?|conventions?|truce|ceasefire|cease-fire|arrangements?"
    r"|commitments?"
    r"|understandings?|texts?|plans?|papers?|principles"
)
_HEAD = re.compile(rf"\b(?P<head>{_HEADS})\b(?!\s+(?:with|that|on\s+whether))", re.IGNORECASE)
_LEFT = re.compile(
    r"(?<!\w)(?:(?:the|this|these|those|an?|its|their|his|her|our|all|both)\s+)?"
    r"(?:(?!(?:and|or|of|to|in|by|on|at|for|with|as|is|was|be|said|that|the|an?|from|apart|than|which|who|had|has|have|"
    r"would|will|after|before|over|into|against|under|sign|signed|reach|reached)\b)[\w’'\-–.,]+\s+){0,7}$",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"(?:\s*,?\s+(?:(?:that|which)\s+(?:was|were)\s+)?(?:signed|reached|adopted|concluded|issued|agreed|struck|brokered|"
    r"made|dated|inked)\b|(?=\s+(?:of|on|in|at|from|dated|between)\b))(?P<rest>(?:,?\s+(?!(?:and|but|which|that|who|is|was|"
    r"were|are|has|have|had|as|to|will|would|said|says|ahead|demand\w*|call\w*|require\w*)\b)[\w’'–-]+){0,10})"
)
_NAME_OR_NUMBER = re.compile(r"(?:[A-Z][\w’'-]*|[0-9]+(?:st|nd|rd|th)?|week|month|year)(?![\w])")
_CLAUSE = re.compile(
    r"\b(?P<word>[Pp]aragraphs?|[Pp]oints?|[Aa]rticles?|[Cc]lauses?|[Ii]tems?|[Pp]rovisions?|[Ss]ections?)\s+"
    r"(?P<numbers>[0-9]{1,3}[a-z]?(?:(?:\s*,\s*|\s*(?:,\s*)?and\s+|\s+or\s+)[0-9]{1,3}[a-z]?)*)\b"
)
_ORDINAL = re.compile(
    r"\b(?:the\s+)?(?P<ordinal>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[0-9]{1,2}(?:st|nd|rd|th))\s+"
    r"(?:paragraph|point|article|clause|item|provision)\b",
    re.IGNORECASE,
)
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
_OF = re.compile(r"\s*(?:of|in|from|under)\s+(?=\S)")
_RESOLUTION = re.compile(r"\b(?:resolutions?|UNSCR|UNSC|res\.)\s+(?:no\.?\s*)?(?P<n>[0-9]{2,4})\b", re.IGNORECASE)
_INDEFINITE = re.compile(r"\b(?:an?|any|another|new)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_MADE = re.compile(r"\b(?:signed|reached|adopted|concluded|issued|agreed|brokered)\b")
_MONTHS = frozenset(month_name)
_ANY_KIND = frozenset(
    ("agreement", "accord", "deal", "statement", "declaration", "document", "memorandum", "treaty", "pact", "text",
     "arrangement", "commitment", "understanding", "protocol", "communique", "communiqué")
)  # fmt: skip
_DEFINITE = re.compile(r"^(?:the|this|that|those|these|its|their|his|her|our|both|all)\b", re.IGNORECASE)
_PARTIES = {"trilateral": 3, "bilateral": 2, "quadrilateral": 4, "tripartite": 3, "four-party": 4, "three-way": 3}


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    agreement: str
    provision: str | None
    strength: float


class AgreementFinder:
    """Finds the agreements of one codebook. Patterns are compiled once; `find` keeps no state between documents."""

    def __init__(self, codebook: Codebook, reader: WordReader) -> None:
        self._agreements = tuple(codebook.agreements)
        aliases = [(a, g.id) for g in self._agreements for a in (*g.aliases, g.title)]
        self._aliases: PhraseFinder[str] = PhraseFinder(aliases, reader, skip=ARTICLES)
        clauses = [(a, (g.id, p.number)) for g in self._agreements for p in g.provisions for a in p.aliases]
        self._clauses: PhraseFinder[tuple[str, str]] = PhraseFinder(clauses, reader, skip=ARTICLES)
        self._restated = RestatementFinder(self._agreements, reader)
        self._usage = UsageReader(reader)
        self._places = _proper_words(codebook)
        self._numbers = {g.id: frozenset(p.number for p in g.provisions) for g in self._agreements}

    def find(self, view: DocumentView, dates: Sequence[DateMention]) -> tuple[AgreementMention, ...]:
        """Every mention, in text order, with the enclosing attribution and what it says of the agreement."""
        if not self._agreements:
            return ()
        named = _without_overlaps([*self._by_alias(view), *self._by_phrase(view, dates)])
        clauses = self._by_clause(view, named)
        taken = [*clauses, *(n for n in named if not any(c.span.covers(n.span) for c in clauses))]
        kept = find_kept(view, [(f.span, f.agreement) for f in sorted(taken, key=lambda f: f.span)])
        taken.extend(_Found(span, agreement, None, 1.0) for span, agreement in kept)
        known = frozenset(f.agreement for f in taken)
        restated = [
            _Found(span, agreement, number, 0.5)
            for span, agreement, number in self._restated.find(view, known)
            if not any(span.overlaps(f.span) and f.agreement == agreement and f.provision for f in taken)
        ]
        taken = [
            f
            for f in taken
            if f.provision or not any(r.agreement == f.agreement and r.span.covers(f.span) for r in restated)
        ]
        found = sorted([*taken, *restated], key=lambda f: (f.span, f.agreement, f.provision or ""))
        return tuple(
            AgreementMention(f.span, f.agreement, f.provision, self._usage.read(view, f.span), view.innermost(f.span))
            for f in found
        )

    def dated(self, mentions: Sequence[AgreementMention], span: Span) -> str | None:
        """The day of the instrument in whose mention a date stands, so that "10 November" gets the instrument's
        year."""
        days = {a.id: a.date for a in self._agreements}
        for mention in mentions:
            if mention.span.covers(span) and days.get(mention.agreement) is not None:
                return str(days[mention.agreement])
        return None

    def _by_alias(self, view: DocumentView) -> list[_Found]:
        found = []
        for hit in [*self._aliases.find(view.words)]:
            span = view.words.span(hit.first, hit.stop)
            if _INDEFINITE.search(view.text[: span.start][-30:]) and not re.search(r"[A-Z0-9]", span.of(view.text)):
                continue  # "would propose a security council resolution" names none that exists
            span = _with_determiner(view, span)
            found.append(_Found(span, hit.payload, None, 2.0 + (hit.stop - hit.first) / 10))
        for clause in self._clauses.find(view.words):
            agreement, number = clause.payload
            found.append(_Found(view.words.span(clause.first, clause.stop), agreement, number, 1.5))
        return found

    def _by_phrase(self, view: DocumentView, dates: Sequence[DateMention]) -> list[_Found]:
        found = []
        for sentence in view.sentences:
            for head in _HEAD.finditer(view.text, sentence.start, sentence.end):
                span = _noun_phrase(view.text, sentence, Span(*head.span()))
                hit = self._resolve(view.text, span, head["head"].lower(), [d for d in dates if span.covers(d.span)])
                if hit is not None:
                    found.append(hit)
            for number in _RESOLUTION.finditer(view.text, sentence.start, sentence.end):
                ids = [g.id for g in self._agreements if re.search(rf"\b{number['n']}\b", f"{g.title} {g.id}")]
                if len(ids) == 1:
                    found.append(_Found(Span(*number.span()), ids[0], None, 3.0))
        return found

    def _resolve(self, text: str, span: Span, head: str, dates: Sequence[DateMention]) -> _Found | None:
        phrase = span.of(text)
        explicit = [d for d in dates if _is_dated(text, d)]
        scores = {g.id: _fit(g, phrase, head, explicit, self._places[g.id]) for g in self._agreements}
        best = max(scores.values(), default=0.0)
        winners = [a for a, score in scores.items() if score == best]
        if best < 2.0 or len(winners) != 1:
            return None
        if not (_DEFINITE.match(phrase) or _MADE.search(phrase) or any(_is_dated(text, d) for d in dates)):
            return None
        return _Found(span, winners[0], None, best)

    def _by_clause(self, view: DocumentView, named: Sequence[_Found]) -> list[_Found]:
        found: list[_Found] = []
        spots = [
            (Span(*m.span()), re.findall(r"[0-9]{1,3}[a-z]?", m["numbers"])) for m in _CLAUSE.finditer(view.text)
        ]
        spots += [(Span(*m.span()), [_ordinal(m["ordinal"])]) for m in _ORDINAL.finditer(view.text)]
        for span, numbers in spots:
            owner, stop = self._owner(view, span, numbers, named)
            if owner is not None:
                found.extend(_Found(Span(span.start, stop), owner, n, 3.0) for n in numbers)
        return found

    def _owner(
        self, view: DocumentView, span: Span, numbers: Sequence[str], named: Sequence[_Found]
    ) -> tuple[str | None, int]:
        """The instrument that a numbered clause belongs to, and where the mention ends."""
        link = _OF.match(view.text, span.end)
        if link is not None:
            for f in named:
                if f.span.start <= link.end() + 4 and f.span.end > link.end():
                    return f.agreement, f.span.end
        sentence = view.sentence_at(span.start)
        near = [f for f in named if sentence.covers(f.span)]
        before = [f for f in named if f.span.end <= span.start]
        for f in (*near, *reversed(before)):
            if not self._numbers[f.agreement] or set(numbers) <= self._numbers[f.agreement]:
                return f.agreement, span.end
        return None, span.end


def _proper_words(codebook: Codebook) -> dict[str, frozenset[str]]:
    """Names that only one agreement bears ("Sochi"): its place, and capitalised words of its aliases that are no
    party's."""
    parties = {
        word.lower()[:5]
        for p in (*codebook.mediators, *codebook.parties)
        for word in re.findall(r"\w+", f"{p.name} {' '.join(p.aliases)}")
    }
    rows = {
        g.id: {w for a in g.aliases for w in re.findall(r"\b[A-Z][\w’'-]{3,}", a)} | ({g.place} if g.place else set())
        for g in codebook.agreements
    }
    counts = Counter(word for words in rows.values() for word in words)
    return {
        agreement: frozenset(
            w
            for w in words
            if counts[w] == 1 and w.lower()[:5] not in parties and not _HEAD.fullmatch(w) and w not in _MONTHS
        )
        for agreement, words in rows.items()
    }


def _is_dated(text: str, mention: DateMention) -> bool:
    """Whether a time expression gives a month or a year; a weekday does not date an instrument."""
    return mention.value is not None and bool(re.search(r"\d|[A-Z][a-z]{2,}(?<!day)$", mention.span.of(text)))


def _fit(agreement: Agreement, phrase: str, head: str, dates: Sequence[DateMention], places: frozenset[str]) -> float:
    """How well a noun phrase names an instrument: its day, place and parties, and its kind."""
    about = f"{agreement.title} {' '.join(agreement.aliases)}".lower()
    stem = head.rstrip("s")
    if stem not in _ANY_KIND and stem not in about:
        return 0.0
    score, signed = (0.3 if stem in about else 0.0), str(agreement.date or "")
    for d in dates:
        if d.value is None:
            continue
        if signed and signed.startswith(d.value):
            score += {10: 2.5, 7: 1.8, 4: 1.2}.get(len(d.value), 0.0)
        elif len(d.value) == 10 and signed[5:] == d.value[5:] and not re.search(r"\b(?:19|20)\d\d\b", phrase):
            score += 2.2
        else:
            return 0.0
    if any(re.search(rf"\b{re.escape(place)}\b", phrase) for place in places):
        score += 1.8
    for word, parties in _PARTIES.items():
        if word in phrase.lower():
            score += 0.4 if word in about or len(agreement.signatories) == parties else -1.0
    words = {w.lower() for w in re.findall(r"\w{4,}", phrase)} - {head}
    if words & set(re.findall(r"\w{4,}", about)):
        score += 0.2
    return score


def _noun_phrase(text: str, sentence: Span, head: Span) -> Span:
    left = text[sentence.start : head.start]
    before = _LEFT.search(left)
    start = sentence.start + (before.start() if before else len(left))
    after = _RIGHT.match(text[head.end : sentence.end])
    end = head.end
    if after is not None:
        names = list(_NAME_OR_NUMBER.finditer(text, head.end + after.start("rest"), head.end + after.end("rest")))
        end = names[-1].end() if names else head.end
    while start < head.start and not text[start].isalnum():
        start += 1
    return Span(start, end)


def _with_determiner(view: DocumentView, span: Span) -> Span:
    before = re.search(
        r"\b(?:the|a|an|this|its|their)\s+(?:(?:joint|so-called|new|recent)\s+)?$",
        view.text[max(0, span.start - 24) : span.start],
        re.I,
    )
    return Span(span.start - len(before.group()), span.end) if before else span


def _without_overlaps(found: Sequence[_Found]) -> list[_Found]:
    """The strongest of overlapping mentions, longest first among equals."""
    taken: list[_Found] = []
    for f in sorted(found, key=lambda f: (-f.strength, f.span.start - f.span.end, f.span.start, f.agreement)):
        if not any(f.span.overlaps(t.span) for t in taken):
            taken.append(f)
    return sorted(taken, key=lambda f: f.span)


def _ordinal(word: str) -> str:
    word = word.lower()
    return str(_ORDINALS.index(word) + 1) if word in _ORDINALS else re.sub(r"\D", "", word)
