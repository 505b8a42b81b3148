"""The person or body whose name a noun phrase is: a scene and a phrase come in, a referent or None goes out.

"Russian President Vladimir Putin" is Putin; "Trump administration" and "a spokesman for Putin" are not.
"""

from __future__ import annotations

from dataclasses import replace

from standpoint.actors.entities import Sense
from standpoint.actors.lexicon import (
    DETERMINERS,
    HONORIFICS,
    INSTITUTIONS,
    NOT_NAMES,
    OUTLETS,
    PREPOSITIONS,
    PRIVATE,
    VAGUE,
    words,
)
from standpoint.actors.names import slugify
from standpoint.actors.naming import proper_name, unnamed_id
from standpoint.actors.people import Kind, Referent, body_referent
from standpoint.actors.phrases import HEAD_NOUNS, Phrase
from standpoint.actors.scene import Scene

_REGIONAL = words("north south east west northern southern eastern western central middle upper lower new")
_DEPARTMENTS = {
    "pentagon": "US Department of Defense",
    "state department": "US State Department",
    "foreign office": "UK Foreign Office",
}
_OWNING = PREPOSITIONS | DETERMINERS | HEAD_NOUNS | HONORIFICS | {"'s", ".", "(", "-"}


def read_name(scene: Scene, phrase: Phrase) -> Referent | None:
    """The referent whose name, known or not, is the head of a phrase."""
    person = person_named(scene, phrase)
    if person is not None and person.certain:
        return person
    whole = _whole_name(scene, phrase)
    if whole is None and person is not None:
        return replace(person, certain=True, confidence=0.5)
    return whole or _body(scene, phrase) or _one_word(scene, phrase)


def person_named(scene: Scene, phrase: Phrase) -> Referent | None:
    """The person whose name, known or not, is the phrase, not one to whom its noun belongs."""
    token = phrase.core[0]
    while token < phrase.core[1]:
        run = scene.runs.of_token[token]
        if run < 0:
            token += 1
            continue
        token = scene.runs.spans[run][1]
        if token >= phrase.core[1] or not _goes_on(scene, phrase, token):
            return scene.persons[run]
    run = scene.runs.of_token[phrase.last - 1]
    if run < 0 or scene.runs.spans[run][0] <= phrase.core[0]:
        return None
    before = scene.runs.spans[run][0] - 1
    while before > phrase.core[0] and scene.view.words[before] in _REGIONAL and scene.view.capital(before):
        before -= 1
    # "Speaker of the parliament of Armenia X", but not "a spokesman for President X", "envoy for the South Caucasus".
    words = scene.view.words
    titled = before > phrase.core[0] and words[before - 1] == "of" and words[before] in INSTITUTIONS
    # "A commander known as X"
    titled |= words[before] == "as" and words[before - 1] == "known"
    return None if words[before] in _OWNING and not titled else scene.persons[run]


def _goes_on(scene: Scene, phrase: Phrase, end: int) -> bool:
    """True where a name only modifies the noun behind it: "Trump administration", "Lavrov's deputy"."""
    word = scene.view.words[end]
    if word == "'s":
        return end + 1 < phrase.core[1]
    if scene.view.hits[end] >= 0 or not word[0].isalpha():
        return False
    return not scene.view.capital(end) or (phrase.head is not None and phrase.head > end)


def _body(scene: Scene, phrase: Phrase) -> Referent | None:
    last = phrase.core[1] - 1
    if last > phrase.core[0] and scene.view.words[last] == "'s":
        last -= 1
    body = scene.body_at(last) if last >= phrase.core[0] else None
    if body is None:
        return None
    referent = body_referent(body.entity, body.sense)
    return _seat(scene, last, referent) if body.sense is Sense.METONYM else referent


def _seat(scene: Scene, token: int, state: Referent) -> Referent:
    """A house that governs has a name of its own, which the article tells from a capital's: "the Kremlin"."""
    start = token - 1 if token > 0 and scene.view.words[token - 1] == "the" else token
    article, _, written = " ".join(scene.view.slice(start, token + 1).split()).partition(" ")
    if article.lower() != "the" or state.actor is None:
        return state
    name = _DEPARTMENTS.get(written.lower(), written)
    return replace(state, id=unnamed_id(state.actor, name), name=name)


def _whole_name(scene: Scene, phrase: Phrase) -> Referent | None:
    """A body that nobody knows, by its full name: "The New York Times", "the Roper Center for Public Opinion"."""
    words = scene.view.words[phrase.core[0] : phrase.core[1]]
    sector = next((PRIVATE.get(w) or OUTLETS.get(w) for w in reversed(words) if w in PRIVATE or w in OUTLETS), None)
    name = proper_name(scene, phrase) if sector else None
    if name is None:
        return None
    return Referent(slugify(name), name, None, sector, None, "name", 0.8, Kind.BODY)


def _one_word(scene: Scene, phrase: Phrase) -> Referent | None:
    """A name that nothing but its place as a source shows to be one: "Reuters", "Smith" at a sentence's start."""
    view, (first, last) = scene.view, phrase.core
    if last - first != 1 or not view.capital(first) or scene.body_at(first) is not None:
        return None
    if any(view.words[first] in closed for closed in (NOT_NAMES, HEAD_NOUNS, VAGUE, DETERMINERS)):
        return None
    name = view.slice(first, last)
    return Referent(slugify(name), name, None, None, None, "name", 0.4)
