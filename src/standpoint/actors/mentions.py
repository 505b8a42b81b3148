"""Every actor that a document mentions: a scene comes in; mentions by name, title or institution go out in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from standpoint.actors.descriptions import describe
from standpoint.actors.entities import Sense
from standpoint.actors.lexicon import ADJUNCTS, INSTITUTIONS, PRODUCTS, words
from standpoint.actors.people import Referent
from standpoint.actors.phrases import TITLES, read_phrase, title_around
from standpoint.actors.scene import Place, Scene
from standpoint.model import ActorMention, Span

_TITLED = (TITLES | frozenset(INSTITUTIONS)) - PRODUCTS
# Nouns that are titles or institutions only with an owner beside them.
_COMMON = words(
    "state side country nation capital body group party camp house office service team staff agency "
    "director media radio tv television mission head chief chair command guard guards council court"
)


_TITLE_WORDS = TITLES | ADJUNCTS | words("prime vice deputy chief top lead acting supreme crown high")


def find_mentions(scene: Scene) -> tuple[ActorMention, ...]:
    """Mentions that do not overlap: "the Azerbaijani president" is one, of the president.

    A body in "US-backed" and a place where something happens are mentions as well.
    """
    view = scene.view
    found: list[ActorMention] = []
    named = _known(scene)
    for first, last, referent in _titled(scene):
        while named and named[0].token < first:
            found.append(_mention(scene, named[0].token, named[0].last, named[0].referent))
            named = named[1:]
        if found and found[-1].span.end > view.starts[first]:
            continue
        while named and named[0].token < last:
            named = named[1:]
        found.append(_mention(scene, first, last, referent))
    found += [_mention(scene, p.token, p.last, p.referent) for p in named]
    return tuple(found)


def _known(scene: Scene) -> tuple[Place, ...]:
    return tuple(p for p in scene.places if p.referent.actor or p.referent.entity)


def _mention(scene: Scene, first: int, last: int, referent: Referent) -> ActorMention:
    view = scene.view
    return ActorMention(Span(view.starts[first], view.ends[last - 1]), referent.speaker())


def _titled(scene: Scene) -> Iterator[tuple[int, int, Referent]]:
    """Titles and institutions that stand for themselves, as token ranges without the article."""
    view, of_token = scene.view, scene.runs.of_token
    done = 0
    for token, word in enumerate(view.words):
        if word not in _TITLED or view.hits[token] >= 0 or of_token[token] >= 0 or token < done:
            continue
        if token + 1 < len(view.words) and (of_token[token + 1] >= 0 or view.words[token + 1] == "'s"):
            continue
        first, last = title_around(view, token, of_token, min(len(view.words), token + 8))
        phrase = read_phrase(view, first, last, of_token)
        if phrase.head != token or phrase.indefinite or phrase.plural or phrase.pronoun is not None:
            continue
        if not phrase.owners and not phrase.after and (not phrase.definite or word in _COMMON):
            continue
        referent = describe(scene, phrase)
        if referent is None or referent.actor is None:
            continue
        start = _without_article(scene, first, token)
        body = scene.body_at(start)
        if body is not None and body.sense is Sense.NAME and referent.entity is body.entity:
            continue
        done = last
        yield start, last, replace(referent, how="role")


def _without_article(scene: Scene, first: int, head: int) -> int:
    """The first token of a title that belongs to it: an owner, or a word of titles."""
    view = scene.view
    while first < head:
        owned = view.hits[first] >= 0 or scene.runs.of_token[first] >= 0
        if owned or view.words[first] in _TITLE_WORDS:
            break
        first += 1
    return first
