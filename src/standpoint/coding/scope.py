"""The clause around the words that name an issue: words, operators and their bounds come in, a scope goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from standpoint.coding.demands import OWN_NOUNS
from standpoint.coding.operators import Operator
from standpoint.coding.words import Words
from standpoint.model import Span

_STOPS = frozenset(".;?!:")
_NEW_QUOTATION = re.compile(r"[,.;!?…–—-]\s*[\"”’]\s+(?P<opening>[\"“‘])(?=\W*[A-Z])")
_TURNS_CLAUSE = frozenset({"but", "while", "although", "whereas", "though", "however", "because", "since"})
_SUBORDINATE = frozenset({"because", "which", "who", "whose", "grounds", "basis"})
_PREPOSITIONS = frozenset(
    {"of", "in", "to", "with", "against", "for", "from", "on", "by", "over", "at", "into", "about", "between", "than",
     "toward", "towards", "under"}
)  # fmt: skip
_BETWEEN = frozenset(
    {"will", "would", "has", "have", "had", "is", "are", "was", "were", "be", "been", "also", "again", "still", "now",
     "not", "never", "did", "does", "do", "only", "to"}
)  # fmt: skip
_COPULAS = frozenset({"remain", "remains", "remained", "stands", "stood"})
_JUDGED_WITHIN = 6
_SUBJECTS = frozenset(
    {"the", "a", "an", "this", "these", "those", "our", "their", "its", "i", "we", "he", "she", "they", "it", "no"}
)
_FINITE = frozenset(
    {"will", "would", "must", "should", "can", "could", "may", "is", "are", "was", "were", "has", "have", "had"}
)
_PEOPLE = frozenset(
    {"country", "countries", "state", "states", "capital", "capitals", "government", "governments", "neighbour",
     "neighbours", "neighbor", "neighbors", "power", "powers", "party", "parties", "group", "groups", "people",
     "nation", "nations", "ally", "allies", "quarters", "circles"}
)  # fmt: skip
_SOME = frozenset({"a", "an", "some", "certain", "another", "other", "others", "many", "few"})
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my"})
_SELF = frozenset({"i", "we", "he", "she", "it", "they", "us", "our", "my"})


@dataclass(frozen=True, slots=True)
class Scope:
    """The clause `[first, stop)` around the naming words `[begin, end)`, and the operators in it; `sequel` are those
    of a clause that judges it ("..., which is important")."""

    words: Words
    first: int
    begin: int
    end: int
    stop: int
    operators: tuple[Operator, ...]
    own: tuple[tuple[int, int], ...]
    others: tuple[tuple[int, int], ...] = ()
    sequel: tuple[Operator, ...] = ()

    def is_others(self, at: int) -> bool:
        """Whether the verb at `at` has another actor as its subject: "the rebels reject the truce"."""
        before = [(b, True) for a, b in self.others if self.first <= a and b <= at and self._is_subject(a)]
        before += [(b, False) for a, b in self.own if self.first <= a and b <= at]
        before += [(i + 1, False) for i in range(self.first, at) if self.words.lowers[i] in _SELF]
        if not before or not max(before)[1]:
            return False
        return _joins(self.words.lowers[max(before)[0] : at])

    @property
    def is_of_some(self) -> bool:
        """Whether the clause begins with somebody left unnamed: "a country that calls itself a friend is ..."."""
        opening = [w for w in self.words.lowers[self.first : self.first + 4] if w[0].isalnum()]
        return opening[:1] == ["others"] or (bool(_SOME & set(opening[:1])) and bool(_PEOPLE & set(opening[1:2])))

    def _is_subject(self, at: int) -> bool:
        left = self.words.lowers[max(self.first, at - 2) : at]
        return not _PREPOSITIONS & set(left)

    @property
    def before(self) -> tuple[Operator, ...]:
        return tuple(o for o in self.operators if o.head_stop <= self.begin)

    @property
    def after(self) -> tuple[Operator, ...]:
        return tuple(o for o in self.operators if o.first >= self.end)

    def is_own(self, at: int) -> bool:
        """Whether the verb group at `at` has the speaker as its subject, or none at all."""
        left = [i for i in range(max(self.first, at - 3), at) if not self.begin <= i < self.end]
        lowers = self.words.lowers
        if any(lowers[i] in OWN_NOUNS and i > self.first and lowers[i - 1] in _OWNERS for i in left):
            return True
        if lowers[self.first] == "the" and at - self.first <= 4 and lowers[self.first + 1] in OWN_NOUNS:
            return True  # "the country would never ..."
        if any(self.words.lowers[i] in _SELF for i in left) or any(0 <= at - b <= 3 for _, b in self.own):
            return True
        if at > self.first and lowers[at - 1] == "and" and any(self.first <= b <= at for _, b in self.own):
            return True  # "Arland does not recognise it and will ignore it"
        return at == self.first or "there" in self.words.lowers[max(self.first, at - 2) : at]

    @property
    def asks(self) -> bool:
        """Whether the clause is a question, be it one that is shouted."""
        mark = self.words.lowers[self.stop] if self.stop < len(self.words) else ""
        return mark == "?" or (mark == "!" and "why" in self.words.lowers[self.first : self.first + 3])


def _joins(between: tuple[str, ...]) -> bool:
    """Whether words lead from a subject to its verb: auxiliaries and adverbs, an aside between commas, a first verb
    before "and"."""
    if "'s" in between:
        return False  # "their claim" tells nothing
    commas = [i for i, w in enumerate(between) if w == ","]
    if len(commas) == 2:
        between = between[: commas[0]] + between[commas[1] + 1 :]
    if "and" in between and not {"that", "which", "who"} & set(between):
        between = between[len(between) - between[::-1].index("and") :]
    strange = [w for w in between if w not in _BETWEEN | _COPULAS and w[0].isalnum() and not w.endswith("ly")]
    return len(strange) <= (2 if _COPULAS & set(between) else 0)


def read_scope(
    words: Words,
    begin: int,
    end: int,
    operators: Sequence[Operator],
    own: tuple[tuple[int, int], ...],
    others: tuple[tuple[int, int], ...] = (),
    breaks: frozenset[int] = frozenset(),
) -> Scope:
    """The clause that holds the words `[begin, end)`; `own` are word ranges that name the speaker's side, `others`
    those that name somebody else, `breaks` words at which a sentence of its own begins (`find_breaks`)."""
    first = begin
    while first > 0 and first - 1 not in breaks and not _is_break(words, first - 1):
        first -= 1
    stop = end
    while stop < len(words) and stop not in breaks and not _is_break(words, stop):
        stop += 1
    inside = tuple(o for o in operators if first <= o.first < stop)
    sequel: tuple[Operator, ...] = ()
    if stop < len(words) and words.lowers[stop] == "which":
        sequel = tuple(o for o in operators if stop < o.first <= stop + _JUDGED_WITHIN)
    return Scope(words, first, begin, end, stop, inside, own, others, sequel)


def find_breaks(text: str, words: Words) -> frozenset[int]:
    """The words that open another sentence of a quotation in parts: "X," she said. "Y." ends its first without a
    stop."""
    return frozenset(words.within(Span(m.start("opening"), len(text)))[0] for m in _NEW_QUOTATION.finditer(text))


def _opens_clause(words: Words, at: int) -> bool:
    return at < len(words) and (words.lowers[at] in _SUBJECTS and bool(_FINITE & set(words.lowers[at + 1 : at + 4])))


def _is_break(words: Words, at: int) -> bool:
    lower = words.lowers[at]
    if lower == "and" and at > 0 and words.lowers[at - 1] == "," and _opens_clause(words, at + 1):
        return True  # "the monitors must leave, and the mandate will not be renewed"
    if lower == "that" and at > 0 and words.lowers[at - 1] in ("and", "but"):
        return True  # "that the siege must end and that the convoys ..."
    if lower in _STOPS or lower in _SUBORDINATE:
        return True
    return lower in _TURNS_CLAUSE and at > 0 and words.lowers[at - 1] in (",", "–", "-", "—")
