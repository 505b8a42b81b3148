"""Whom pronouns mean: a scene, what has been said so far and a token come in, the likeliest referents go out.

Who has just spoken is the likeliest "he", then the first person of the sentence, then the nearest (salience as in
centering theory); gender and number rule out the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from standpoint.actors.lexicon import BODY_PRONOUNS, PLURAL_PRONOUNS, SINGULAR_PRONOUNS
from standpoint.actors.people import Kind, Referent
from standpoint.actors.scene import Scene

_REACH = 8
_SPOKE = 1.1
_OPENS = 0.6
_UNKNOWN_GENDER = 0.3


@dataclass(slots=True)
class Discourse:
    """What has been said so far, in text order: the token of each source, its sentence, and who spoke."""

    said: list[tuple[int, int, tuple[Referent, ...]]] = field(default_factory=list)

    def add(self, token: int, sentence: int, speakers: tuple[Referent, ...]) -> None:
        self.said.append((token, sentence, speakers))

    def backwards(self, token: int) -> Iterator[tuple[Referent, ...]]:
        """The speakers of the statements before a token, the nearest first."""
        for _, _, speakers in sorted((s for s in self.said if s[0] < token), key=lambda s: -s[0]):
            yield speakers

    def last_before(self, token: int) -> tuple[Referent, ...]:
        """The speakers of the last statement whose source stands before a token."""
        earlier = [s for s in self.said if s[0] < token]
        return max(earlier, key=lambda s: s[0])[2] if earlier else ()


def find_antecedents(scene: Scene, discourse: Discourse, token: int) -> tuple[Referent, ...]:
    """The referents of a third-person pronoun; more than one only for "they"."""
    word = scene.view.words[token]
    if word in SINGULAR_PRONOUNS:
        found = _best(scene, discourse, token, Kind.PERSON, SINGULAR_PRONOUNS[word])
        return (found,) if found else ()
    if word in BODY_PRONOUNS:
        found = _best(scene, discourse, token, Kind.BODY, None)
        return (found,) if found else ()
    if word in PLURAL_PRONOUNS:
        return _plural(scene, discourse, token)
    return ()


def _plural(scene: Scene, discourse: Discourse, token: int) -> tuple[Referent, ...]:
    here = scene.view.sentence_of(scene.view.starts[token])
    for at, sentence, speakers in sorted(discourse.said, key=lambda s: -s[0]):
        if at < token and here - sentence <= 3:
            if not speakers:
                # "Those who resigned complain ... They claim": still nobody in particular.
                return ()
            if len(speakers) > 1 or speakers[0].kind is Kind.PEOPLE:
                return speakers
            if speakers[0].kind is Kind.BODY:
                return speakers
    found = _best(scene, discourse, token, Kind.BODY, None)
    return (found,) if found else ()


def _best(scene: Scene, discourse: Discourse, token: int, kind: Kind, gender: str | None) -> Referent | None:
    view = scene.view
    here = view.sentence_of(view.starts[token])
    quoted = view.quote_at(view.starts[token]) is not None
    scores: dict[str, tuple[float, Referent]] = {}

    def offer(referent: Referent, score: float) -> None:
        if referent.kind is not kind:
            return
        if gender is not None and referent.gender is not None and referent.gender != gender:
            return
        if gender is not None and referent.gender is None:
            score -= _UNKNOWN_GENDER
        old = scores.get(referent.id)
        if old is None or old[0] < score:
            scores[referent.id] = (score, referent)

    for place in scene.places:
        distance = here - place.sentence
        if place.last > token or distance > _REACH or (place.quoted and not quoted):
            continue
        if kind is Kind.BODY and place.located:
            continue
        nearness = 0.001 * place.token / max(1, len(view.words))
        offer(place.referent, 1.0 / (1.0 + distance) + _OPENS * place.opens + nearness)
    for at, sentence, speakers in discourse.said:
        distance = here - sentence
        if at < token and distance <= _REACH:
            for speaker in speakers:
                offer(
                    speaker, 1.0 / (1.0 + distance) + _SPOKE / (1.0 + 0.5 * distance) + 0.001 * at / len(view.words)
                )
    if not scores:
        return None
    return max(scores.values(), key=lambda s: s[0])[1]
