"""How the keys of a phrasing stand in a sentence: concepts and words come in, the tightest row, its core and order go
out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from standpoint.coding.concepts import Concept
from standpoint.coding.phrasings import Phrasing
from standpoint.coding.words import Words

_PRONOUNS = frozenset({"we", "they", "it", "he", "she", "i", "our", "their", "its"})
_CLAUSE = frozenset(
    {"will", "would", "shall", "must", "should", "can", "could", "may", "might", "is", "are", "was", "were", "has",
     "had", "have", "not", "never", "no", "until", "unless", "if", "while", "before", "after", "because", "that",
     "which", "who", "from", "against", "without"}
)  # fmt: skip


def find_tightest(rows: Sequence[Sequence[Concept]]) -> list[Concept]:
    """One concept of each row, as close together as can be."""
    best: list[Concept] = [row[0] for row in rows]
    shortest = max(c.stop for c in best) - min(c.first for c in best)
    for start in sorted({c.first for row in rows for c in row}):
        picked = [next((c for c in row if c.first >= start), None) for row in rows]
        chosen = [c for c in picked if c is not None]
        if len(chosen) < len(rows):
            break
        length = max(c.stop for c in chosen) - min(c.first for c in chosen)
        if length < shortest:
            best, shortest = chosen, length
    return best


def has_own_subject(words: Words, concept: Concept) -> bool:
    """ "We will keep", "they would stay": a pronoun that may stand for the speaker's side is the subject."""
    return any(w in _PRONOUNS for w in words.lowers[max(0, concept.first - 3) : concept.first])


def find_core(words: Words, window: Sequence[Concept], weight: Mapping[str, float]) -> tuple[int, int]:
    """The words around the key that says most, up to where another clause begins, so that what stands between keys
    ("sanctions [would stay until] ...") is still read."""
    chief = max(window, key=lambda c: (bool(c.side), weight[c.key], -c.first))
    first, stop = chief.first, chief.stop
    for c in sorted(window, key=lambda c: -c.first):
        if c.stop <= first and not _CLAUSE & set(words.lowers[c.stop : first]):
            first = c.first
    for c in sorted(window, key=lambda c: c.first):
        if c.first >= stop and not _CLAUSE & set(words.lowers[stop : c.first]):
            stop = c.stop
    return first, stop


def is_turned_round(phrase: Phrasing, window: Sequence[Concept]) -> bool:
    """ "The Syrian attack" is no "attack on Syria": who fights stands before, whom one fights behind."""
    at = {c.key: c for c in window}
    fight = at.get("#fighting")
    order = list(phrase.sides)
    if fight is None or fight.side < 0:
        return False
    for key, concept in at.items():
        if key[0] == "@" and order.index(key) > order.index("#fighting") and 0 <= fight.first - concept.stop <= 4:
            return True
    return False
