"""Stretches of a document that are written like a person's name: a view comes in, name runs in tokens go out.

"Jordan" alone is a state; in "Jordan Peterson said" it is part of a run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from standpoint.actors.entities import Sense
from standpoint.actors.lexicon import (
    ALSO_NAMES,
    COMMON_SURNAMES,
    HONORIFICS,
    INSTITUTIONS,
    NOT_NAMES,
    PRIVATE,
    STATE_PEOPLE,
)
from standpoint.actors.names import PARTICLES
from standpoint.actors.phrases import HEAD_NOUNS
from standpoint.actors.view import View

_NOUNS = STATE_PEOPLE | frozenset(INSTITUTIONS)
PERSONAL = (Sense.PERSON, Sense.SURNAME)


@dataclass(frozen=True, slots=True)
class Runs:
    """`spans` are half-open token ranges in text order; `of_token[i]` is the run of token i, or -1."""

    spans: tuple[tuple[int, int], ...]
    of_token: tuple[int, ...]


def find_runs(view: View, given_names: Mapping[str, str]) -> Runs:
    """Maximal runs of name-like tokens; one unknown word alone is no run at the beginning of a sentence."""
    size = len(view.words)
    like = [_is_name_like(view, i) for i in range(size)]
    for i in range(size):
        if view.hits[i] >= 0 and not like[i] and view.words[i] in ALSO_NAMES and view.capital(i):
            before = i > 0 and like[i - 1] and view.words[i - 1] in given_names
            after = i + 1 < size and like[i + 1] and view.hits[i + 1] < 0 and _in_lower_company(view, i)
            like[i] = before or after
    found: list[tuple[int, int]] = []
    doubtful: list[tuple[int, int]] = []
    i = 0
    openers = set(view.sentences)
    while i < size:
        if not like[i]:
            i += 1
            continue
        last = _run_end(view, like, i)
        known = any(view.hits[k] >= 0 for k in range(i, last))
        opens = view.starts[i] in openers or (i > 0 and view.words[i - 1] in ('"', "“", "”", "«", ".", ":"))
        sure = known or last - i > 1 or not opens or (last < size and view.words[last] == "'s")
        (found if sure else doubtful).append((i, last))
        i = last
    # The first word of a sentence has its capital for nothing, unless it is part of a name elsewhere.
    named = {view.words[k] for first, last in found for k in range(first, last)}
    found += [d for d in doubtful if view.words[d[0]] in named]
    found = _without_openers(view, found, openers)
    peoples = _peoples(view, found)
    spans = tuple(sorted(s for s in found if s[1] - s[0] > 1 or view.words[s[0]] not in peoples))
    of_token = [-1] * size
    for place, (first, last) in enumerate(spans):
        for k in range(first, last):
            of_token[k] = place
    return Runs(spans, tuple(of_token))


def _without_openers(view: View, spans: list[tuple[int, int]], openers: set[int]) -> list[tuple[int, int]]:
    """Runs less a first word that has its capital from the sentence: "Rival Hillary Clinton"."""
    written = {tuple(view.words[first:last]) for first, last in spans}
    return [
        (first + 1, last)
        if last - first > 2 and view.starts[first] in openers and tuple(view.words[first + 1 : last]) in written
        else (first, last)
        for first, last in spans
    ]


def _peoples(view: View, spans: list[tuple[int, int]]) -> frozenset[str]:
    """Words that the document uses as adjectives, "Kurdish" in "Kurdish leaders", and in no longer name."""
    longer = {view.words[k] for first, last in spans if last - first > 1 for k in range(first, last)}
    return frozenset(
        view.words[first]
        for first, last in spans
        if last - first == 1 and last < len(view.words) and view.hits[first] < 0 and view.words[last] in HEAD_NOUNS
        and not view.capital(last) and view.words[first] not in longer
    )  # fmt: skip


def _run_end(view: View, like: list[bool], first: int) -> int:
    size = len(like)
    end = first + 1
    while end < size:
        if (
            (like[end] and not _is_whole(view, end - 1) and not _is_whole(view, end))
            or (
                view.words[end] in PARTICLES
                and view.hits[end] < 0
                and end + 1 < size
                and (like[end + 1] or view.words[end + 1] in PARTICLES)
            )
            or (view.words[end] == "." and len(view.words[end - 1]) <= 2 and end + 1 < size and like[end + 1])
        ):
            end += 1
        else:
            break
    while end > first + 1 and not like[end - 1]:
        end -= 1
    return end


def _is_whole(view: View, token: int) -> bool:
    """True after a full registry name, which nothing continues."""
    hit = view.hits[token]
    return hit >= 0 and any(r.sense is Sense.PERSON for r in view.found[hit].readings)


def _is_name_like(view: View, token: int) -> bool:
    hit, word = view.hits[token], view.words[token]
    if hit >= 0:
        personal = all(r.sense in PERSONAL or r.sense is Sense.GIVEN for r in view.found[hit].readings)
        return personal and not _is_title(view, token)
    if not word[0].isalpha():
        return False
    if word[:3] in ("al-", "el-", "an-", "as-", "ad-", "ar-", "at-", "az-") or word[:4] in ("ash-", "abu-"):
        rest = view.folded[view.starts[token] + word.index("-") + 1]
        return rest.isupper()
    if not view.capital(token) or word in NOT_NAMES or word in HONORIFICS or word in PRIVATE or word in _NOUNS:
        return False
    if len(word) > 4 and view.folded[view.starts[token] : view.ends[token]].isupper():
        return _is_label(view, token)
    return len(word) > 1 or (token + 1 < len(view.words) and view.words[token + 1] == ".")


def _is_title(view: View, token: int) -> bool:
    """True for a surname that is an office ("the Pope") or a title ("Prince Mohammed")."""
    word = view.words[token]
    after_article = token > 0 and view.words[token - 1] in ("the", "a", "an")
    before_name = token + 1 < len(view.words) and view.capital(token + 1)
    titled = word in HONORIFICS or word in STATE_PEOPLE
    return (word in COMMON_SURNAMES and after_article) or (titled and before_name)


def _is_label(view: View, token: int) -> bool:
    """A speaker in capitals at the head of a line ("SMITH:")."""
    return token + 1 < len(view.words) and view.words[token + 1] == ":"


def _in_lower_company(view: View, token: int) -> bool:
    """True outside of headlines, where every word has a capital."""
    near = range(max(0, token - 6), min(len(view.words), token + 8))
    plain = [k for k in near if view.words[k][0].isalpha() and view.hits[k] < 0]
    return sum(1 for k in plain if not view.capital(k)) >= 2
