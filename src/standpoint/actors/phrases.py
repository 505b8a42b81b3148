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
)
from standpoint.actors.view import View

TITLES = frozenset(
    "president presidents premier premiers pm chancellor chancellors taoiseach minister ministers secretary leader "
    "leaders ruler strongman dictator king queen emir sultan emperor monarch prince pope pontiff secretary-general "
    "diplomat chief head boss chair chairman chairwoman chairperson director-general commissioner spokesman spokeswoman "
    "spokesperson envoy representative mediator negotiator ambassador adviser advisor aide commander speaker "
    "coordinator facilitator secretary-generals".split()
)
PERSON_NOUNS = TITLES | STATE_PEOPLE | MEMBERS | frozenset(PRIVATE)
HEAD_NOUNS = PERSON_NOUNS | frozenset(INSTITUTIONS) | PRODUCTS


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in tokens. `core` is up to the first preposition, relative or comma; `head` the head noun or None.

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
    definite = indefinite = former = deputy = country = False
    pronoun: int | None = None
    stop = _core_end(view, first, last, runs)
    owners: list[int] = []
    head: int | None = None
    for i in range(first, stop):
        word = words[i]
        if view.hits[i] >= 0 and runs[i] < 0:
            owners.append(i)
        elif runs[i] >= 0:
            if i + 1 < stop and words[i + 1] == "'s":
                owners.append(i)
        elif word in POSSESSIVES:
            pronoun, definite = i, True
        elif word in DETERMINERS:
            definite |= word in ("the", "this", "that", "these", "those")
            indefinite |= word in INDEFINITE
        elif word in ("country", "nation", "bloc", "kingdom", "republic", "state") and i + 1 < stop and words[i + 1] == "'s":
            country = True
        elif word in FORMER or word.startswith("ex-"):
            former = True
        elif word in DEPUTY:
            deputy = True
        elif word in HEAD_NOUNS and not (i + 1 < stop and words[i + 1] == "'s"):
            head = i
        elif word == "'s":
            deputy = former = False
    if head is None and stop > first and runs[stop - 1] < 0 and view.hits[stop - 1] < 0 and words[stop - 1][0].isalpha():
        head = stop - 1
    if head is not None:
        # "The Trump administration": a name before the noun is an owner without a mark.
        owners += [i for i in range(first, head) if runs[i] >= 0 and runs[i + 1] != runs[i] and i not in owners]
        owners.sort()
    noun = words[head] if head is not None else ""
    plural = noun.endswith("s") and not noun.endswith("ss")
    return Phrase(
        first, last, (first, stop), head, tuple(owners), pronoun, country, _tail(view, stop, last, runs),
        definite, indefinite, former, deputy, plural,
    )  # fmt: skip


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
    first = head
    unknown = 0
    while first > 0:
        word, hit = view.words[first - 1], view.hits[first - 1]
        if word in DETERMINERS or word in POSSESSIVES:
            first -= 1
            break
        if hit >= 0 or word == "'s" or word in HEAD_NOUNS or word in FORMER or word in DEPUTY or word == "-":
            first -= 1
        elif runs[first - 1] >= 0 and first < head and view.words[first] == "'s":
            first -= 1
        elif word[0].isalpha() and word not in PREPOSITIONS and word not in ("and", "or", "but", "that") and unknown < 3 \
                and (not view.capital(first - 1) or word in _TITLE_WORDS):
            unknown += 1
            first -= 1
        else:
            break
    last = head + 1
    while last < limit and view.words[last] in ("of", "for", "to", "at", "in"):
        reach = last + 1
        while reach < limit and reach < last + 6 and (
            view.words[reach] in ("the", "its", "armed", "forces", "foreign", "affairs", "defence", "defense", "general", "staff",
                                  "state", "government", "and", "'s", "security", "policy", "international")
            or view.hits[reach] >= 0
        ):
            reach += 1
            if view.hits[reach - 1] >= 0 and not (reach < limit and view.words[reach] == "'s"):
                break
        if reach == last + 1 or (reach == last + 2 and view.words[last + 1] == "the"):
            break
        last = reach
    return first, last


_TITLE_WORDS = frozenset("prime foreign defence defense interior finance special chief general secretary vice deputy "
                         "supreme crown new acting first senior permanent high top lead state".split())  # fmt: skip
