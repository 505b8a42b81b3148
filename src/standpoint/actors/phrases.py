"""The parts of a noun phrase that say who is meant: a range of tokens comes in, its head, owners and names go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standpoint.actors.lexicon import (
    DEPUTY,
    DETERMINERS,
    FORMER,
    INDEFINITE,
    INSTITUTIONS,
    MEMBERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRIVATE,
    PRODUCTS,
    STATE_PEOPLE,
    words,
)
from standpoint.actors.view import View

TITLES = words(
    "president presidents premier premiers pm chancellor chancellors taoiseach minister ministers secretary leader "
    "leaders ruler strongman dictator king queen emir sultan emperor monarch prince pope pontiff secretary-general "
    "diplomat chief head boss chair chairman chairwoman chairperson director-general commissioner "
    "spokesman spokeswoman spokesperson envoy representative mediator negotiator ambassador adviser advisor aide "
    "commander speaker coordinator facilitator secretary-generals secretaries-general commissioner-general "
    "prosecutor prosecutor-general director co-chair co-chairman assistant undersecretary vice-president "
    "vice-premier vice-chairman vice-chair second-in-command comandante manager"
)
PERSON_NOUNS = TITLES | STATE_PEOPLE | MEMBERS | frozenset(PRIVATE)
HEAD_NOUNS = PERSON_NOUNS | frozenset(INSTITUTIONS) | PRODUCTS


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in tokens. `core` is up to the first preposition, relative or comma; `head` the head noun.

    `owners` are hit tokens that stand before the head (demonym, body, possessor) and `named` name runs in the core;
    `after` pairs each preposition behind the core with the first hit or name that follows it.
    """

    first: int
    last: int
    core: tuple[int, int]
    head: int | None
    owners: tuple[int, ...]
    pronoun: int | None
    country: bool
    after: tuple[tuple[str, int], ...]
    definite: bool
    indefinite: bool
    former: bool
    deputy: bool
    plural: bool

    def words(self, view: View) -> tuple[str, ...]:
        """The words of the whole phrase."""
        return tuple(view.words[self.first : self.last])


def read_phrase(view: View, first: int, last: int, runs: Sequence[int]) -> Phrase:
    """The phrase in tokens `first` to before `last`. `runs[i]` is the name run that token i is in, or -1."""
    words = view.words
    while first < last and not words[first][0].isalnum() and view.hits[first] < 0:
        first += 1
    stop = _core_end(view, first, last, runs)
    core = range(first, stop)
    plain = [i for i in core if not view.names_body(i) and runs[i] < 0]
    marked = {i for i in core if i + 1 < stop and words[i + 1] == "'s"}
    head = _head(view, plain, marked, stop)
    # "The Trump administration": a name before the noun is an owner without a mark.
    named = {i for i in range(first, head or first) if runs[i] >= 0 and runs[i + 1] != runs[i]}
    owners = {i for i in core if (view.names_body(i) if runs[i] < 0 else i in marked)} | named
    pronoun = next((i for i in reversed(plain) if words[i] in POSSESSIVES), None)
    said = {words[i] for i in plain}
    # "The deputy's spokesman" is no deputy.
    own = {words[i] for i in plain if not any(m > i for m in marked)}
    noun = words[head] if head is not None else ""
    return Phrase(
        first, last, (first, stop), head, tuple(sorted(owners)), pronoun,
        country=any(words[i] in _COUNTRY for i in plain if i in marked),
        after=_tail(view, stop, last, runs),
        definite=pronoun is not None or bool(said & _DEFINITE),
        indefinite=bool(said & INDEFINITE),
        former=any(w in FORMER or w.startswith("ex-") for w in own),
        deputy=bool(own & DEPUTY),
        plural=noun.endswith("s") and not noun.endswith("ss"),
    )  # fmt: skip


def _head(view: View, plain: Sequence[int], marked: set[int], stop: int) -> int | None:
    """The last noun that we know, else the last word of the core."""
    known = [i for i in plain if view.words[i] in HEAD_NOUNS and i not in marked]
    if known:
        return known[-1]
    last = stop - 1
    return last if plain and plain[-1] == last and view.words[last][0].isalpha() else None


def _core_end(view: View, first: int, last: int, runs: Sequence[int]) -> int:
    for i in range(first, last):
        word = view.words[i]
        if view.hits[i] >= 0 or runs[i] >= 0:
            continue
        if word == "." and i > first and (len(view.words[i - 1]) <= 4 and i + 1 < last):
            continue
        if i > first and (word in PREPOSITIONS or word in (",", "(", ";", ":", "[", ".")):
            return i
    return last


def _tail(view: View, stop: int, last: int, runs: Sequence[int]) -> tuple[tuple[str, int], ...]:
    found: list[tuple[str, int]] = []
    preposition = ""
    for i in range(stop, last):
        if view.hits[i] >= 0 or runs[i] >= 0:
            if preposition:
                found.append((preposition, i))
                # An unknown capitalised word may be part of an office ("of Foreign Affairs of Armenia").
                preposition = preposition if view.hits[i] < 0 else ""
        elif view.words[i] in PREPOSITIONS:
            preposition = view.words[i]
        elif view.words[i] in (",", "(", ";"):
            preposition = ""
    return tuple(found)


def title_around(view: View, head: int, runs: Sequence[int], limit: int) -> tuple[int, int]:
    """The token range of the noun phrase whose head noun stands at `head`, looking left and right of it.

    `limit` is the token before which it must end.
    """
    return _title_start(view, head, runs), _title_end(view, head, limit)


def _title_start(view: View, head: int, runs: Sequence[int]) -> int:
    first = head
    unknown = 0
    while first > 0:
        at, word = first - 1, view.words[first - 1]
        if word in DETERMINERS or word in POSSESSIVES:
            return at
        possessor = runs[at] >= 0 and first < head and view.words[first] == "'s"
        if view.hits[at] < 0 and not possessor and word not in _OWN:
            unknown += 1
            joint = word in PREPOSITIONS or word in ("and", "or", "but", "that") or not word[0].isalpha()
            if joint or unknown > 3 or (view.capital(at) and word not in _TITLE_WORDS):
                return first
        first = at
    return first


def _title_end(view: View, head: int, limit: int) -> int:
    """The end with what "of", "for" or "to" adds: "minister of foreign affairs of Armenia"."""
    last = head + 1
    while last < limit and view.words[last] in ("of", "for", "to", "at", "in"):
        reach = last + 1
        while reach < min(limit, last + 6) and (view.words[reach] in _AFTER_OF or view.hits[reach] >= 0):
            reach += 1
            if view.hits[reach - 1] >= 0 and not (reach < limit and view.words[reach] == "'s"):
                break
        if reach == last + 1 or (reach == last + 2 and view.words[last + 1] == "the"):
            break
        last = reach
    return last


_OWN = HEAD_NOUNS | FORMER | DEPUTY | {"'s", "-"}
_AFTER_OF = words(
    "the its armed forces foreign affairs defence defense general staff state government and 's security policy "
    "international"
)
_COUNTRY = words("country nation bloc kingdom republic state")
_DEFINITE = words("the this that these those")
_TITLE_WORDS = words(
    "prime foreign defence defense interior finance special chief general secretary vice deputy supreme crown new "
    "acting first senior permanent high top lead state"
)
