"""Whom a noun phrase belongs to ("Turkish", "of Armenia", "Lavrov's", "his"): a phrase in, an owner out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from standpoint.actors.entities import NEGOTIATION, Sense
from standpoint.actors.focus import focus_body, focus_state
from standpoint.actors.lexicon import MANY_STATES, NOT_NAMES, POSSESSIVES, words
from standpoint.actors.parties import collective_party, named_party
from standpoint.actors.people import Kind, Referent, body_referent
from standpoint.actors.phrases import HEAD_NOUNS, Phrase, read_phrase
from standpoint.actors.scene import Scene

# "Ambassador to Syria" serves the state that sends him, not the one he is sent to.
_SENT = words(
    "ambassador ambassadors envoy envoys representative representatives mediator mediators negotiator "
    "negotiators mission coordinator rapporteur"
)
_OF = frozenset({"of", "from", "for", "to", "at", "in", "within", "inside", "representing"})


@dataclass(frozen=True, slots=True)
class Owner:
    """`named` is False where the phrase does not say whose it is; `whole` where the owner stands before the head."""

    actor: str | None
    referent: Referent | None
    named: bool = True
    whole: bool = True
    token: int | None = None


Antecedent = Callable[[int], Referent | None]
Describe = Callable[[Scene, Phrase, Antecedent], Referent | None]


def find_owner(scene: Scene, phrase: Phrase, antecedent: Antecedent, describe: Describe) -> Owner | None:
    """The owner of a phrase; None where the phrase names none. `describe` reads a phrase within the phrase."""
    noun = scene.view.words[phrase.head] if phrase.head is not None else ""
    before = [t for t in phrase.owners if phrase.head is None or t < phrase.head]
    token = _nearest(scene, before, sent=noun in _SENT)
    if token is not None:
        return _owner(scene, token, whole=True)
    if phrase.country:
        code = focus_state(scene, phrase.first)
        state = scene.registry.state(code) if code else None
        if state is not None:
            return Owner(state.actor, body_referent(state, Sense.NAME))
        bloc = focus_body(scene, phrase.first, "bloc")
        return Owner(bloc.actor, bloc) if bloc else None
    if phrase.pronoun is not None and scene.view.words[phrase.pronoun] in POSSESSIVES:
        referent = antecedent(phrase.pronoun)
        if referent is not None and not noun.startswith(("counterpart", "colleague")):
            return Owner(referent.actor, _state_of(scene, referent) or referent)
    return _behind(scene, phrase, noun, antecedent, describe)


def group_owner(scene: Scene, phrase: Phrase) -> Owner | None:
    """Whose "Kurdish leaders" or "Tamil fighters" are: the group in the document that has the word in its name."""
    view = scene.view
    words = {view.words[i] for i in range(*phrase.core) if view.capital(i) and view.hits[i] < 0}
    words -= NOT_NAMES | HEAD_NOUNS
    adjectives = MANY_STATES & {view.words[i] for i in range(*phrase.core) if i != phrase.head}
    # A negotiation that knows the west taken together means Europeans by it, unless it has them apart.
    wider = {"western"} if "european" in adjectives else set()
    asked = (a for a in (adjectives, wider) if a)
    together = next((e for a in asked if (e := scene.registry.taken_together(frozenset(a)))), None)
    if together is not None:
        return Owner(together.actor, body_referent(together, Sense.NAME))
    groups = {p.referent.id: p.referent for p in scene.places if p.referent.kind is Kind.BODY} if words else {}
    # The negotiation's own parties first, then those that the document names most.
    named = Counter(p.referent.id for p in scene.places)
    for referent in sorted(groups.values(), key=lambda r: (not _is_party(r), -named[r.id])):
        entity = referent.entity
        if entity is None or entity.kind == "state" or entity.actor is None:
            continue
        parts = {part for name in entity.names for part in name.form.lower().replace("-", " ").split()}
        if words & parts:
            return Owner(referent.actor, referent)
    before = view.words[phrase.core[0] : phrase.head if phrase.head is not None else phrase.core[1]]
    party = named_party(scene.registry, words) or collective_party(scene.registry, before)
    return Owner(party.actor, body_referent(party, Sense.NAME)) if party is not None else None


def _is_party(referent: Referent) -> bool:
    return referent.entity is not None and referent.entity.origin == NEGOTIATION


def has_unknown_owner(scene: Scene, phrase: Phrase) -> bool:
    """True for "Connecticut's governor" and "head of the Black Caucus": whose it is is said, but not known."""
    words = scene.view.words
    head = phrase.core[1] if phrase.head is None else phrase.head
    for token in range(phrase.core[0], head):
        known = scene.body_at(token) is not None or not scene.view.capital(token)
        opening = scene.view.starts[token] in scene.view.sentences
        if not known and not opening and words[token] not in NOT_NAMES and words[token] not in HEAD_NOUNS:
            return True
    at = phrase.core[1]
    if at >= phrase.last or words[at] not in ("of", "for", "at"):
        return False
    if words[at] == "for" and words[head - 1 if head == phrase.core[1] else head] in _PORTFOLIOS:
        # "Minister for Political Coordination"
        return False
    return any(
        scene.runs.of_token[t] >= 0 or (scene.view.capital(t) and words[t] not in _OFFICE_WORDS)
        for t in range(at + 1, min(phrase.last, at + 5))
    )


def _nearest(scene: Scene, tokens: list[int], *, sent: bool) -> int | None:
    """The owner next to the head, but the first of "UN Syria envoy" and never the one in "US-backed"."""
    view = scene.view
    kept = []
    for token in tokens:
        body = scene.body_at(token)
        if body is not None and body.compound and scene.view.words[token + 2] != "led":
            continue
        person = scene.person_at(token)
        if body is None and (person is None or not person.certain):
            continue
        kept.append(token)
    if not kept:
        return None
    if len(kept) > 1:
        last = scene.body_at(kept[-1])
        bare = last is not None and last.sense is Sense.NAME
        marked = kept[-1] + 1 < len(view.words) and view.words[kept[-1] + 1] == "'s"
        if bare and not marked and (sent or view.words[kept[-2] + 1] == "'s"):
            return kept[0]
        if view.words[kept[-2] + 1] == "'s" and scene.person_at(kept[-2]) is None and not marked:
            return kept[-2] if last is not None and last.sense is not Sense.DEMONYM else kept[-1]
    return kept[-1]


def _owner(scene: Scene, token: int, *, whole: bool) -> Owner | None:
    referent = scene.referent_at(token)
    return (
        None
        if referent is None or not referent.certain
        else Owner(referent.actor, referent, whole=whole, token=token)
    )


def _behind(scene: Scene, phrase: Phrase, noun: str, antecedent: Antecedent, describe: Describe) -> Owner | None:
    """The owner in "the president of Azerbaijan", "an aide to Putin", "an adviser to the president"."""
    for preposition, token in phrase.after:
        if preposition not in _OF or (noun in _SENT and preposition in ("to", "for", "in", "on")):
            continue
        body = scene.body_at(token)
        if preposition in ("in", "at", "inside") and body is not None and body.sense is Sense.DEMONYM:
            continue
        if preposition == "in" and body is not None and body.sense is Sense.NAME and noun not in _HERE:
            continue
        owner = _owner(scene, token, whole=False)
        if owner is not None:
            return owner
    words = scene.view.words
    for i in range(phrase.core[1], phrase.last - 1):
        if words[i] in _OF and not (noun in _SENT and words[i] in ("to", "for", "in", "on")):
            inner = read_phrase(scene.view, i + 1, phrase.last, scene.runs.of_token)
            if inner.head is None or (words[inner.head] == noun and inner.first == phrase.first):
                return None
            referent = describe(scene, inner, antecedent)
            if referent is not None and referent.actor is not None:
                return Owner(referent.actor, _state_of(scene, referent) or referent, whole=False)
            return None
    return None


_OFFICE_WORDS = words(
    "state foreign affairs defence defense government staff the republic armed forces general "
    "interior justice finance parliament security national council ministry"
)
_PORTFOLIOS = words("minister ministers secretary undersecretary commissioner")
_HERE = words(
    "officials official authorities leaders leader government rebels ministers diplomats negotiators "
    "sources commanders ambassador"
)


def _state_of(scene: Scene, referent: Referent) -> Referent | None:
    """The state that a person serves, whose ministers and spokesmen "his" or "the president's" are."""
    state = scene.registry.state(referent.actor) if referent.actor else None
    return body_referent(state, Sense.NAME) if state else None
