"""Reads what is done in a stretch of text: a view and bounds come in, deeds with their doer and the one done to go
out.

A deed is a hit of the act lexicon that stands as a verb, with its subject, object, negation and modality read from
the words around it; there is no parser, so that every choice is by position inside the clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from standpoint.coding.lexicon import load_phrases
from standpoint.coding.phrases import PhraseFinder, PhraseHit
from standpoint.coding.view import DocumentView
from standpoint.coding.words import WordReader, Words
from standpoint.model import Act, ActorMention, Span


class Mood(StrEnum):
    """How the deed is put: done or under way, promised or planned, demanded, or merely possible."""

    DONE = "done"
    AHEAD = "ahead"
    DUE = "due"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Deed:
    """`subject` is the mention that does it; `pronoun` the pronoun in its place; neither for imperatives and
    infinitives. `predicate` marks what counts in any form ("out of the question")."""

    act: Act
    first: int
    stop: int
    subject: ActorMention | None
    pronoun: str | None
    object: ActorMention | None
    negated: bool
    mood: Mood
    passive: bool
    length: int
    predicate: bool = False


_BREAKS = frozenset(
    {".", ";", ":", "?", "!", "but", "while", "although", "because", "whereas", "though", "saying", "adding"}
)
_SUBJECTS = frozenset({"i", "we", "you", "he", "she", "it", "they", "who", "which", "that"})
_NEGATIONS = frozenset({"not", "never", "cannot", "no", "neither", "nor", "without"})
_AHEAD = frozenset({"will", "shall", "would", "going"})
_INTENT = frozenset({"ready", "willing", "prepared", "going", "planned", "plans", "planning", "intends", "intended"})
_DUE = frozenset({"must", "should", "ought"})
_OPEN = frozenset({"may", "might", "could", "can", "if", "whether"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_SKIP = frozenset(
    {"not", "never", "also", "already", "again", "now", "still", "have", "has", "had", "having", "to", "be", "been",
     "is",
     "are", "was", "were", "do", "does", "did", "only", "just", "then", "jointly", "once", "all", "both", "too"}
) | _AHEAD | _DUE | _OPEN  # fmt: skip
_ADVERBS = frozenset({"never", "also", "already", "again", "now", "still", "only", "just", "then", "soon", "once"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "this", "that", "these", "those", "any",
     "no",
     "some", "of", "for", "in", "on", "by", "with", "under", "from", "against", "over", "after", "before", "about",
     "into",
     "during", "between", "at", "new", "more", "such", "each", "every", "other", "military", "full", "'s", "and",
     "or",
     "international", "economic", "political", "recent", "joint", "further", "possible", "as", "armed"}
)  # fmt: skip
_VERBAL_LEFT = (
    frozenset({"to", "i", "we", "they", "who", "not", "n't", "do", "did", "does", "let"}) | _AHEAD | _DUE | _OPEN
)
_BEFORE_GERUNDS = frozenset({"the", "a", "an", "its", "their", "his", "of", "on", "about", "into"})
_ADJECTIVAL = ("ian", "ish", "ese", "ean", "can", "man", "ch", "ek", "iot", "ic", "ni", "aqi", "wiss", "utch")


_ANY_FORM = "="


@dataclass(frozen=True, slots=True)
class _Entry:
    """An act of the lexicon; `any_form` where its phrase counts though it is no verb ("out of the question")."""

    act: Act
    any_form: bool


class DeedReader:
    """Finds deeds with the shipped act lexicon."""

    def __init__(self, reader: WordReader) -> None:
        entries = [
            (phrase.removeprefix(_ANY_FORM), _Entry(Act(act), phrase.startswith(_ANY_FORM)))
            for act, phrases in load_phrases("acts.toml").items()
            for phrase in phrases
        ]
        self._finder: PhraseFinder[_Entry] = PhraseFinder(entries, reader)

    def cue_act(self, words: Words, stop: int | None = None) -> Act | None:
        """The act that a cue names, None for cues such as "said". The longest phrase that begins before `stop`
        decides."""
        end = len(words) if stop is None else stop
        # Beyond the cue only its last word governs: "has offered [to host talks]" has no talks.
        hits = [h for h in self._finder.find(words) if h.first < end and (h.stop <= end or h.head_stop >= end)]
        if not hits:
            return None
        best = max(hits, key=lambda h: (_size(h), -h.first))
        return best.payload.act

    def read(self, view: DocumentView, span: Span, *, all_forms: bool = False) -> tuple[Deed, ...]:
        """Deeds inside `span`, in text order. Of overlapping hits the longest stays."""
        first, stop = view.words.within(span)
        hits = self._finder.find(view.words, first, stop)
        kept: list[PhraseHit[_Entry]] = []
        for hit in sorted(hits, key=lambda h: (-_size(h), h.first)):
            if not any(_is_part(hit, k) for k in kept):
                kept.append(hit)
        mentions = view.mentions_in(span)
        places = [(view.words.within(m.span), m) for m in mentions]
        rows = [p for p in places if p[0][0] < p[0][1]]
        deeds = []
        for hit in sorted(kept, key=lambda h: h.first):
            if all_forms or hit.payload.any_form or _is_verb(view.words, hit.first, first, rows):
                deeds.append(_deed(view.words, hit, first, stop, rows))
        return tuple(deeds)


_Places = list[tuple[tuple[int, int], ActorMention]]


def _size(hit: PhraseHit[_Entry]) -> int:
    return hit.stop - hit.first if hit.stop == hit.head_stop else (hit.head_stop - hit.first) + 1


def _is_part(hit: PhraseHit[_Entry], longer: PhraseHit[_Entry]) -> bool:
    """Whether a hit shares the head of a longer phrase or is its tail ("sanctions" in "impose new sanctions")."""
    shares = hit.first < longer.head_stop and longer.first < hit.head_stop
    return shares or (longer.first <= hit.first and hit.stop == longer.stop)


def _is_verb(words: Words, at: int, first: int, places: _Places) -> bool:
    """Whether the word stands as a verb; base forms and s-forms are nouns after a determiner or an adjective."""
    lower = words.lowers[at]
    before = words.lowers[at - 1] if at > first else ""
    if before.endswith("ly") or before in _ADVERBS:
        before = words.lowers[at - 2] if at - 1 > first else ""
    if before in _VERBAL_LEFT or before == "" or (lower.endswith("s") and _follows_finite(words, at)):
        return not (lower.endswith("s") and _follows_finite(words, at))  # "sanctions would stay"
    if lower.endswith("ing"):
        return before not in _BEFORE_GERUNDS or lower in ("according",)
    inflected = lower.endswith("ed") or (words.lemmas[at] != lower.rstrip("e") and not lower.endswith("s"))
    if inflected and not lower.endswith("s"):
        after = words.lowers[at + 1] if at + 1 < len(words) else ""
        return before not in ("the", "a", "an", "its", "their", "his", "her", "of") or after in ("by",)
    if before in _DETERMINERS:
        return False
    for (begin, end), _ in places:
        if end == at:
            name = words.lowers[end - 1]
            return not name.endswith(_ADJECTIVAL) or (lower.endswith("s") and begin > first and False)
    return lower.endswith("s") or before.endswith("s") or before in _SUBJECTS


def _follows_finite(words: Words, at: int) -> bool:
    after = words.lowers[at + 1] if at + 1 < len(words) else ""
    return after in _AHEAD | _DUE | _OPEN | _BE | {"has", "have", "had"}


def _deed(words: Words, hit: PhraseHit[_Entry], first: int, stop: int, places: _Places) -> Deed:
    group = hit.first
    while group > first and (words.lowers[group - 1] in _SKIP or words.lowers[group - 1].endswith("ly")):
        group -= 1
    aux = words.lowers[group : hit.first]
    nearby = words.lowers[max(first, group - 4) : hit.first]
    passive = (
        bool(_BE & set(aux[-2:])) and not words.lowers[hit.first].endswith("ing") and _is_participle(words, hit.first)
    )
    begin, end = _clause(words, hit, first, stop)
    left = [p for p in places if begin <= p[0][0] and p[0][1] <= group]
    right = [p for p in places if hit.first < p[0][0] and p[0][1] <= end]
    subject, pronoun = _subject(words, group, begin, left)
    obj = right[0][1] if right else None
    if passive:
        agent = next((m for (a, _), m in right if "by" in words.lowers[max(hit.stop, a - 5) : a]), None)
        subject, obj, pronoun = agent, subject, None
    mood = Mood.DONE
    if set(aux) & _AHEAD or _INTENT & set(nearby):
        mood = Mood.AHEAD
    elif set(aux) & _DUE or {"have", "to"} <= set(aux) or {"has", "to"} <= set(aux):
        mood = Mood.DUE
    elif set(aux) & _OPEN or "if" in words.lowers[begin:group]:
        mood = Mood.OPEN
    negated = bool(_NEGATIONS & set(aux))
    return Deed(
        hit.payload.act,
        hit.first,
        hit.stop,
        subject,
        pronoun,
        obj,
        negated,
        mood,
        passive,
        _size(hit),
        hit.payload.any_form,
    )


def _subject(words: Words, group: int, begin: int, left: _Places) -> tuple[ActorMention | None, str | None]:
    """The nearest mention or pronoun before the verb group; a mention that ends nearer than a pronoun wins."""
    pronoun_at = next((i for i in range(group - 1, begin - 1, -1) if words.lowers[i] in _SUBJECTS), -1)
    if left:
        near = [
            p
            for p in left
            if words.lowers[p[0][0] - 1] not in ("of", "in", "to", "with", "against", "for", "from", "on")
        ] or left
        (_, end), mention = near[-1]
        if end > pronoun_at:
            return mention, None
    return (None, words.lowers[pronoun_at]) if pronoun_at >= 0 else (None, None)


def _clause(words: Words, hit: PhraseHit[_Entry], first: int, stop: int) -> tuple[int, int]:
    begin, end = hit.first, hit.stop
    while begin > first and words.lowers[begin - 1] not in _BREAKS:
        begin -= 1
    while end < stop and words.lowers[end] not in _BREAKS:
        end += 1
    return begin, end


def _is_participle(words: Words, at: int) -> bool:
    lower = words.lowers[at]
    return lower.endswith("ed") or (words.lemmas[at] != lower.rstrip("e") and not lower.endswith("s"))
