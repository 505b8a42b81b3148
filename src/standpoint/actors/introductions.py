"""How a document introduces people: a name run comes in; the titles and appositions that stand beside it go out.

"Turkey's president, X", "Foreign Minister X", "X, an aide to the president", "X of the Y", "Y's X".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from standpoint.actors.lexicon import (
    DETERMINERS,
    EMPLOYERS,
    FEMALE_WORDS,
    HONORIFICS,
    MALE_WORDS,
    PREPOSITIONS,
    PRIVATE,
    VERBS,
    words,
)
from standpoint.actors.phrases import HEAD_NOUNS, PERSON_NOUNS, Phrase, read_phrase, title_around
from standpoint.actors.runs import Runs
from standpoint.actors.view import View

_LINKS = frozenset({"of", "for", "to", "at", "in", "from", "on"})
_PLACING = frozenset({"of", "in", "at", "for"})
_CLOSING = frozenset({",", ".", ";"})
_PLACED = ("of", "the")
_STOPS = frozenset({".", ";", ":", "(", ")", "[", "]", '"', "“", "”", "?", "!", "–", "-"})
_ENDS = _STOPS | VERBS | {",", "who", "which"}
_LONGEST = 22
_HEADED = words("heads leads chairs represents headed led chaired represented is was serves served runs commands")


@dataclass(frozen=True, slots=True)
class Introduction:
    """One description beside a name. `close` is False where only a body is named ("X of the Y", "Y's X"); `owner` is
    the token of a body behind the name that says whose title it is ("President X of Y")."""

    phrase: Phrase
    close: bool = True
    owner: int | None = None


def introductions(view: View, runs: Runs, run: int) -> Iterator[Introduction]:
    """The descriptions of one run, those that say most first."""
    first, last = runs.spans[run]
    body = _affiliation(view, runs, first, last)
    yield from _titles(view, runs, first, body)
    after = _apposition(view, runs, last) or _predicate(view, runs, last)
    if after is not None:
        yield Introduction(read_phrase(view, *after, runs.of_token))
    if body is not None:
        yield Introduction(read_phrase(view, body, body + 1, runs.of_token), close=False)


def _titles(view: View, runs: Runs, first: int, body: int | None) -> Iterator[Introduction]:
    """The titles before a name, an office before the rank or the past that stands between it and the name."""
    found: list[Phrase] = []
    before = title_before(view, runs, first)
    while before is not None:
        phrase = read_phrase(view, *before, runs.of_token)
        if phrase.former or (found and phrase.head is not None and view.words[phrase.head] in PRIVATE):
            found.append(phrase)
        else:
            # "The mediator, retired judge X"
            found.insert(0, phrase)
        # "Sudan's army spokesman, Brig Gen X"
        lesser = phrase.former or _is_rank(view, *before)
        before = title_before(view, runs, before[0]) if lesser else None
    for phrase in found:
        told = phrase.owners or phrase.after or phrase.pronoun is not None or body is None or body < first
        yield Introduction(phrase, owner=None if told else body)


def _predicate(view: View, runs: Runs, last: int) -> tuple[int, int] | None:
    """The tokens of what a name is said to be: "X is the deputy head of Y", also behind a clause between commas."""
    size = len(view.words)
    at = last
    if at + 1 < size and view.words[at] == "," and view.words[at + 1] == "who":
        at = next((t + 1 for t in range(at + 2, min(size, at + _LONGEST)) if view.words[t] in _CLOSING), size)
    if at + 2 >= size or view.words[at] not in ("is", "was") or view.words[at + 1] not in ("the", "a", "an"):
        return None
    end = at + 1
    while end < size and end - at < _LONGEST and view.words[end] not in _ENDS and view.words[end] != "and":
        end += 1
    heads = [t for t in range(at + 1, end) if view.hits[t] < 0 and view.words[t] in PERSON_NOUNS]
    return (at + 1, end) if heads else None


def title_before(view: View, runs: Runs, first: int) -> tuple[int, int] | None:
    """The tokens of the title that ends at a name, with or without a comma between."""
    end = first
    if end > 1 and view.words[end - 1] == ",":
        end -= 1
    if end == 0:
        return None
    if end > 2 and view.words[end - 2 : end] == ("known", "as"):
        end -= 2
    elif end > 2 and view.words[end - 1] in ("called", "named"):
        # "A nurse called Rima", but "the minister called Rima"
        found = title_before(view, runs, end - 1)
        return found if found is not None and view.words[found[0]] in ("a", "an") else None
    head = _head_left(view, runs, end)
    if head is None or (end < first and view.words[head] in HONORIFICS and view.words[head] not in PERSON_NOUNS):
        return None
    if view.sentence_of(view.starts[head]) != view.sentence_of(view.starts[first]):
        return None
    start, _ = title_around(view, head, runs.of_token, end)
    return (start, end) if end < first or head == end - 1 or _is_link(view, head + 1) else None


def _is_rank(view: View, first: int, last: int) -> bool:
    return all(view.words[t] in HONORIFICS or view.words[t] == "." for t in range(first, last))


def gender_before(view: View, first: int) -> str | None:
    """What "Mr", "Ms" or "spokeswoman" before a name tells."""
    for token in range(max(0, first - 3), first):
        word = view.words[token]
        if word in FEMALE_WORDS and word not in ("her", "she"):
            return "f"
        if word in MALE_WORDS:
            return "m"
    return None


def title_word(view: View, first: int) -> str | None:
    """The one word right before a name that makes a surname or the name of a king of it."""
    if first == 0:
        return None
    at = first - 1
    if view.words[at] == "." and at > 0:
        at -= 1
    word = view.words[at]
    if word in HONORIFICS or word in PERSON_NOUNS:
        return word
    return None


def _head_left(view: View, runs: Runs, end: int) -> int | None:
    """The head noun of the phrase that ends before token `end`: its last word, or one before "of", "for", "to"."""
    last = end - 1
    if view.words[last] == "." and last > 0:
        last -= 1
    if view.words[last] in PREPOSITIONS or view.words[last] in DETERMINERS:
        return None
    chief = view.words[last] == "executive" and last > 0 and view.words[last - 1] == "chief"
    if chief or view.words[last] in PERSON_NOUNS or view.words[last] in HONORIFICS:
        return last
    for token in range(last, max(-1, last - 14), -1):
        word = view.words[token]
        if word in _STOPS or word in VERBS or word == ",":
            return None
        if runs.of_token[token] >= 0 and not _is_place(view, runs, token):
            return None
        if view.hits[token] < 0 and word in PERSON_NOUNS and _is_link(view, token + 1):
            return token
    return None


def _is_place(view: View, runs: Runs, token: int) -> bool:
    """True for an owner with its mark, and for what "of", "in" or "at" places: "the mayor of Chernihiv, X"."""
    first, last = runs.spans[runs.of_token[token]]
    return view.words[last] == "'s" or view.words[first - 1] in _PLACING or view.words[first - 2 : first] == _PLACED


def _is_link(view: View, token: int) -> bool:
    return token < len(view.words) and view.words[token] in _LINKS


def _apposition(view: View, runs: Runs, last: int) -> tuple[int, int] | None:
    """The tokens of the description between commas or brackets behind a name."""
    size = len(view.words)
    if last >= size or view.words[last] not in (",", "("):
        return None
    first = last + 1
    leading = first < size and view.words[first] in ("who", "whose")
    if leading:
        at = next((t for t in range(first + 1, min(size, first + 4)) if view.words[t] in _HEADED), None)
        if at is None:
            return None
        first = at + 1
    end = first
    while end < size and end - first < _LONGEST and view.words[end] not in _ENDS:
        end += 1
    # A list ends with "and" and another name; a description has a noun for a person or a body.
    heads = [t for t in range(first, end) if view.hits[t] < 0 and view.words[t] in HEAD_NOUNS | EMPLOYERS]
    if not heads or (runs.of_token[first] >= 0 and not (first + 1 < size and "'s" in view.words[first : first + 4])):
        bracketed = view.words[last] == "(" and end == first + 1 and view.hits[first] >= 0
        heading = leading and any(view.names_body(t) for t in range(first, end))
        return (first, end) if bracketed or heading else None
    return (first, end)


def _affiliation(view: View, runs: Runs, first: int, last: int) -> int | None:
    """The body in "John Kirby of the Pentagon", "Turkey's Erdogan" or "X, whose Northern Front has ..."."""
    words = view.words
    if first > 1 and words[first - 1] == "'s" and view.hits[first - 2] >= 0 and runs.of_token[first - 2] < 0:
        return first - 2
    at = last
    if at < len(words) and words[at] == ",":
        at += 1
    if at < len(words) and words[at] in ("of", "from", "with", "whose"):
        at += 2 if at + 1 < len(words) and words[at + 1] == "the" else 1
        if at + 1 < len(words) and view.hits[at] < 0 and words[at + 1] == "of":
            # "Of the bench of the Popular Alternative"
            at += 3 if at + 2 < len(words) and words[at + 2] == "the" else 2
        if at < len(words) and view.hits[at] >= 0 and runs.of_token[at] < 0:
            return at
    return None
