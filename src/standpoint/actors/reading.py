"""From a document to its scene: text, day and registry come in; words, bodies, persons and their places go out.

Full names come first, so that a surname means whoever bears it in this document, wherever the full name stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from standpoint.actors.bodies import Body, read_bodies
from standpoint.actors.descriptions import describe
from standpoint.actors.entities import Entity
from standpoint.actors.guesses import place_guessed
from standpoint.actors.identities import full_name_entity, surname_entity
from standpoint.actors.introductions import Introduction, gender_before, introductions, title_before, title_word
from standpoint.actors.lexicon import HONORIFICS, SINGULAR_PRONOUNS
from standpoint.actors.names import fold_name, slugify, surname_forms, variant_key
from standpoint.actors.owners import Owner
from standpoint.actors.parties import party_of_leader
from standpoint.actors.people import Kind, Referent, body_referent, person_referent
from standpoint.actors.phrases import Phrase
from standpoint.actors.registry import Registry
from standpoint.actors.runs import Runs, find_runs
from standpoint.actors.scene import Scene, find_places
from standpoint.actors.short_names import take_up_names
from standpoint.actors.traps import Traps
from standpoint.actors.view import View, build_view

_UNSURE = 0.4
_GIVEN = "given "
_BEFORE_GIVEN = ("sir", "dame", "lady", "don", "king", "queen", "prince", "princess")


def read_scene(
    text: str, day: date | None, registry: Registry, traps: Traps, given_names: Mapping[str, str]
) -> Scene:
    """The scene of one text."""
    view = take_up_names(build_view(text, registry.matcher), registry)
    runs = find_runs(view, given_names)
    bodies, counts = read_bodies(view, registry, runs, traps)
    beside = tuple(_state_beside(view, runs, bodies, first) for first, _ in runs.spans)
    entities = _name_entities(view, runs, registry, day, counts, beside)
    persons = _persons(view, runs, entities, day, given_names, beside, counts)
    scene = Scene(day, registry, view, runs, bodies, persons, counts, given_names)
    scene = replace(scene, places=find_places(scene))
    for _ in range(2):
        # Twice, because one introduction may rest on another: "Lavrov's deputy, X".
        introduced = _introduce(scene)
        if introduced == scene.persons:
            break
        scene = replace(scene, persons=introduced)
        scene = replace(scene, places=find_places(scene))
    return scene


def _state_beside(view: View, runs: Runs, bodies: tuple[Body | None, ...], first: int) -> str | None:
    """The actor that a title before a name names: GRC in "Greece's Prime Minister Papandreou"."""
    found = title_before(view, runs, first)
    if found is None:
        if first > 1 and view.words[first - 1] == "'s" and view.hits[first - 2] >= 0:
            found = (first - 2, first)
        else:
            return None
    named = [bodies[view.hits[t]] for t in range(*found) if view.hits[t] >= 0 and runs.of_token[t] < 0]
    codes = [b.entity.actor for b in named if b is not None and not b.compound]
    return codes[-1] if len(set(codes)) == 1 else None


def _name_entities(
    view: View, runs: Runs, registry: Registry, day: date | None, counts: Mapping[str, int],
    beside: tuple[str | None, ...],
) -> list[Entity | None]:  # fmt: skip
    found: list[Entity | None] = []
    for place, span in enumerate(runs.spans):
        long = span[1] - span[0] > 1 or " " in view.words[span[0]]
        found.append(full_name_entity(view, registry, span, day, counts, beside[place]) if long else None)
    bearers = _bearers(view, runs, found)
    for place, (first, last) in enumerate(runs.spans):
        if found[place] is None and last - first == 1:
            known = _bearer(bearers, view.slice(first, last), place)
            if known is not None and runs.spans[known] != (first, last):
                found[place] = found[known]
                continue
            found[place] = surname_entity(view, registry, first, day, counts, beside[place], title_word(view, first))
    return found


def _bearers(view: View, runs: Runs, entities: list[Entity | None]) -> dict[str, list[int]]:
    """Surnames, by key, to the runs with the full names of those who bear them."""
    table: dict[str, list[int]] = {}
    for place, (first, last) in enumerate(runs.spans):
        text = view.slice(first, last)
        if last - first == 1 and " " not in text:
            continue
        entity = entities[place]
        actors = frozenset(r.actor for r in entity.roles if r.actor) if entity else frozenset()
        forms = list(surname_forms(text, actors))
        if entity is not None:
            forms += [n.form for n in entity.names if n.key]
        # "Dame Rosalind", after Dame Rosalind Holt
        table.setdefault(_GIVEN + variant_key(text.split()[0]), []).append(place)
        for form in dict.fromkeys(variant_key(f) for f in forms):
            table.setdefault(form, []).append(place)
    return table


def _bearer(bearers: Mapping[str, list[int]], surname: str, place: int, sort: str = "") -> int | None:
    """The run with the full name that a surname takes up: the nearest before it, else the first after it."""
    found = bearers.get(sort + variant_key(surname), [])
    before = [p for p in found if p < place]
    return before[-1] if before else found[0] if found else None


def _persons(
    view: View, runs: Runs, entities: list[Entity | None], day: date | None, given_names: Mapping[str, str],
    beside: tuple[str | None, ...],
    counts: Mapping[str, int],
) -> tuple[Referent | None, ...]:  # fmt: skip
    bearers = _bearers(view, runs, entities)
    persons: list[Referent | None] = []
    for place, (first, last) in enumerate(runs.spans):
        text = " ".join(view.slice(first, last).split())
        entity = entities[place]
        given = fold_name(entity.name if entity else text).split()
        gender = gender_before(view, first) or (given_names.get(given[0]) if given else None)
        if entity is not None:
            prefer = beside[place] or _named_most(entity, counts)
            persons.append(person_referent(entity, day, prefer=prefer, gender=gender))
            continue
        known = _bearer(bearers, text, place) if last - first == 1 else None
        if known is None and last - first == 1 and first > 0 and view.words[first - 1] in _BEFORE_GIVEN:
            known = _bearer(bearers, text, place, _GIVEN)
        if known is not None and known != place:
            text = " ".join(view.slice(*runs.spans[known]).split())
            gender = gender or given_names.get(fold_name(text).split()[0])
        titled = first > 0 and view.words[first - 1] in HONORIFICS
        certain = titled or known is not None or (bool(given) and given[0] in given_names)
        persons.append(
            Referent(
                slugify(text) or "unnamed", text, None, None, None, "name", _UNSURE, gender=gender, certain=certain
            )
        )
    return tuple(persons)


def _named_most(entity: Entity, counts: Mapping[str, int]) -> str | None:
    """Of the actors that a person has served the one that the document is about."""
    codes = {r.actor for r in entity.roles if r.actor and counts.get(r.actor)}
    return max(sorted(codes), key=lambda c: counts[c]) if codes else None


def _introduce(scene: Scene) -> tuple[Referent | None, ...]:
    """The persons with what the document says of those who hold no office on the day that the registry knows."""
    told: dict[str, Referent] = {}
    guessed: set[str] = set()
    for place, person in enumerate(scene.persons):
        if person is None or (person.entity is not None and (person.office or person.actor)):
            continue
        for introduction in introductions(scene.view, scene.runs, place):
            described = _described(scene, person, introduction)
            whose = introduction.owner is not None or _says_whose(introduction.phrase)
            surer = whose and person.id in guessed and described is not None and described.actor is not None
            if described is not None and (surer or _says_more(told.get(person.id), described)):
                told[person.id] = described
                (guessed.discard if whose else guessed.add)(person.id)
            if described is not None:
                break
    told |= place_guessed(scene, told, guessed)
    for person in scene.persons:
        if person is not None and person.entity is None and told.get(person.id, person).actor is None:
            party = party_of_leader(scene.registry, person.name)
            if party is not None:
                known = told.get(person.id, person)
                told[person.id] = replace(known, actor=party.actor, sector=party.sector, certain=True)
    return tuple(told.get(p.id, p) if p is not None else None for p in scene.persons)


def _says_whose(phrase: Phrase) -> bool:
    return bool(phrase.owners or phrase.after or phrase.pronoun is not None)


def _described(scene: Scene, person: Referent, introduction: Introduction) -> Referent | None:
    phrase = introduction.phrase
    if not introduction.close:
        body = scene.body_at(phrase.first)
        if body is None or person.entity is not None:
            return None
        owner = body_referent(body.entity, body.sense)
        return replace(
            person, actor=owner.actor, sector=owner.sector, how="apposition", confidence=0.75, certain=True
        )
    of = scene.referent_at(introduction.owner) if introduction.owner is not None else None
    whose = Owner(of.actor, of, whole=False, token=introduction.owner) if of is not None else None
    told = describe(scene, phrase, partial(_before, scene), owner=whose)
    if told is None and phrase.head is None and phrase.owners:
        told = scene.referent_at(phrase.owners[-1])
    if told is None:
        return None
    guessed = whose is None and not _says_whose(phrase) and told.entity is None
    if guessed and phrase.plural:
        return None
    served = {r.actor for r in person.entity.roles} if person.entity else set()
    if guessed and served and told.actor not in served:
        # Whose minister somebody is whom the registry knows is no guess.
        told = replace(told, actor=_named_most(person.entity, scene.counts) if person.entity else None)
    role = _role_words(scene, phrase)
    gender = person.gender or told.gender
    sure = min(0.9, told.confidence)
    how = "name" if person.entity else "apposition"
    return replace(person, actor=told.actor, sector=told.sector, role=role, how=how, confidence=sure,
                   gender=gender, certain=True, office=told.office)  # fmt: skip


def _before(scene: Scene, token: int) -> Referent | None:
    """Whom the pronoun in "Chile backed it, and its foreign minister, X" means.

    The one who opens the sentence or the one before, else the nearest in them.
    """
    word = scene.view.words[token]
    kind = Kind.BODY if word in ("its", "their") else Kind.PERSON
    gender = SINGULAR_PRONOUNS.get(word)
    sentence = scene.view.sentence_of(scene.view.starts[token])
    fitting = [
        p for p in reversed(scene.places)
        if p.last <= token and sentence - p.sentence <= 1 and not p.located and not p.quoted
        and p.referent.kind is kind and (gender is None or p.referent.gender in (None, gender))
    ]  # fmt: skip
    several = [p for p in fitting if word == "their" and p.referent.sector in ("REB", "OPP", "SEP")]
    return next((p.referent for p in (*several, *(p for p in fitting if p.opens), *fitting)), None)


def _role_words(scene: Scene, phrase: Phrase) -> str:
    words = " ".join(scene.view.slice(phrase.first, phrase.last).split())
    for article in ("the ", "an ", "a ", "The ", "An ", "A "):
        words = words.removeprefix(article)
    return words


def _says_more(old: Referent | None, new: Referent) -> bool:
    return old is None or (old.actor is None and new.actor is not None)
