"""What nameless referents are called in the record: a phrase and its owner come in, a name in its words goes out.

An institution is called by its state and its own words, people without names by theirs and "(unnamed)".
"""

from __future__ import annotations

import re

from standpoint.actors.entities import NEGOTIATION, Entity, Sense
from standpoint.actors.lexicon import DETERMINERS, FORMER, INSTITUTIONS, NOUN_SECTORS, POSSESSIVES, words
from standpoint.actors.names import slugify
from standpoint.actors.owners import Owner
from standpoint.actors.phrases import Phrase
from standpoint.actors.scene import Scene


def adjective(scene: Scene, entity: Entity | None, default: str) -> str:
    """How a state or body stands before a noun: "Russian", "EU".

    The adjective of a state that only the codebook knows is the one that the document has.
    """
    if entity is None:
        return default
    if entity.kind == "state" and entity.origin == NEGOTIATION:
        return _written_adjective(scene, entity) or entity.name
    for name in entity.names:
        if name.sense is Sense.DEMONYM:
            return name.form
    short = [n.form for n in entity.names if n.form.isupper() and 1 < len(n.form) < 6]
    return short[0] if short and entity.kind != "state" else entity.name


def _written_adjective(scene: Scene, entity: Entity) -> str | None:
    for hit in scene.view.found:
        for reading in hit.readings:
            told = reading.sense is Sense.DEMONYM and not reading.form.endswith("s")
            if told and scene.registry.entities[reading.entity] is entity:
                return scene.view.text[hit.start : hit.end]
    return None


def name_institution(scene: Scene, phrase: Phrase, owner: Owner | None) -> str:
    """ "Turkey's foreign ministry" and "the foreign ministry" alike are "Turkish foreign ministry"."""
    head = phrase.head if phrase.head is not None else phrase.core[1] - 1
    own = _own_words(scene, phrase, head, keep=owner is None)
    own += _purview(scene, phrase, head)
    if len(own) > 1 and own[-1].lower() in ("brass", "team"):
        own = own[:-1]
    referent = owner.referent if owner is not None else None
    if owner is not None and owner.token is not None and (body := scene.body_at(owner.token)) and body.compound:
        return scene.view.slice(owner.token, head + 1)
    if referent is None:
        return " ".join(own)
    if owner is not None and owner.token is None and _is_told(owner, own):
        return " ".join(own)
    before = (
        referent.name.split()[-1] if referent.kind == "person" else adjective(scene, referent.entity, referent.name)
    )
    return " ".join([before, *own])


def proper_name(scene: Scene, phrase: Phrase) -> str | None:
    """The phrase as the name that it is: "the Syrian Observatory for Human Rights", "The New York Times"."""
    view = scene.view
    first, last = phrase.core[0], phrase.core[1]
    while first < last and view.words[first] in DETERMINERS:
        first += 1
    if last - first < 1 or any(not view.capital(t) and view.words[t] not in _LINKING for t in range(first, last)):
        return None
    end = last
    while end < phrase.last and (view.capital(end) or view.words[end] in _LINKING):
        end += 1
    while end > last and not view.capital(end - 1):
        end -= 1
    if end - first < 2 and " " not in view.words[first]:
        return None
    return " ".join(view.slice(first, end).split())


def name_people(scene: Scene, phrase: Phrase, owner: Owner | None, *, unnamed: bool, actor: str | None = None) -> str:
    """ "A US official" is "US official (unnamed)"; the owner stands before the noun wherever the text has it."""
    head = phrase.head if phrase.head is not None else phrase.core[1] - 1
    own = _own_words(scene, phrase, head)
    before = ""
    if owner is not None and owner.referent is not None:
        shown = owner.referent
        before = (
            shown.name.split()[-1]
            if shown.kind == "person"
            else _as_written(scene, owner) or adjective(scene, shown.entity, shown.name)
        )
    elif actor is not None:
        before = adjective(scene, scene.registry.state(actor), actor)
    if before and owner is not None and owner.token is None and _is_told(owner, own):
        before = ""
    if before and own:
        own[0] = own[0][:1].lower() + own[0][1:] if scene.view.words[head] == own[-1].lower() else own[0]
    name = re.sub(r"\s+", " ", " ".join(w for w in (before, *own) if w))
    name = f"former {name}" if phrase.former else name
    name = name[:1].upper() + name[1:]
    # "Russian officials" is a collective, "two Russian officials" are people who keep their names to themselves.
    return f"{name} (unnamed)" if unnamed and not _collective(scene, phrase) else name


def _is_told(owner: Owner, own: list[str]) -> bool:
    """True where the words have the owner's name in them: "Kurdish leaders", "western officials"."""
    entity = owner.referent.entity if owner.referent else None
    names = entity.names if entity and entity.kind != "state" else ()
    parts = {p for n in names for p in n.form.lower().replace("-", " ").split()}
    parts |= {"european"} if "western" in parts else set()
    return any(w.lower() in parts for w in own[:-1])


def noun_sector(noun: str, owner: Owner | None) -> str | None:
    """The sector that a noun gives its bearer, else that of whom he or she serves (PLOVER)."""
    given = NOUN_SECTORS.get(noun) or INSTITUTIONS.get(noun)
    if owner is not None and owner.referent is not None:
        entity = owner.referent.entity
        if entity is not None and entity.kind not in ("state", "person"):
            return owner.referent.sector
    return given or "GOV"


def _purview(scene: Scene, phrase: Phrase, head: int) -> list[str]:
    """What "of" adds to an institution's own name: "the Ministry of Foreign Affairs"."""
    view = scene.view
    if head + 1 >= phrase.last or view.words[head + 1] not in ("of", "for"):
        return []
    end = head + 2
    while end < phrase.last and scene.body_at(end) is None and view.words[end] not in ("of", "for", "in", ",", "'s"):
        end += 1
    after_own = end < phrase.last and scene.body_at(end) is not None and view.words[end - 1] in ("of", "the")
    return [] if end == head + 2 or after_own else view.slice(head + 1, end).split()


def _collective(scene: Scene, phrase: Phrase) -> bool:
    if not phrase.plural or scene.view.words[phrase.core[0]] in _COUNTED:
        return False
    # "Officials in Washington" will not be named.
    return bool(phrase.owners) or not any(preposition == "in" for preposition, _ in phrase.after)


def unnamed_id(actor: str | None, name: str) -> str:
    """An id for who has no name: the actor's code and the words."""
    slug = slugify(name)
    return f"{actor.lower()}-{slug}" if actor else slug


_LINKING = words("of for and on the in to against without de la &")
_COUNTED = words("two three four five several some many other others senior another various a unnamed")


def _as_written(scene: Scene, owner: Owner) -> str:
    if owner.token is None or scene.body_at(owner.token) is None:
        return ""
    body = scene.body_at(owner.token)
    written = scene.view.slice(owner.token, owner.token + 1)
    follower = scene.view.words[owner.token + 1] if owner.token + 1 < len(scene.view.words) else ""
    as_adjective = (
        body is not None and body.sense is not Sense.METONYM and (body.sense is Sense.DEMONYM or written.isupper())
    )
    return written if as_adjective and follower != "'s" else ""


def _own_words(scene: Scene, phrase: Phrase, head: int, *, keep: bool = False) -> list[str]:
    """The words of the core up to the head, without determiners, owners and possessive marks."""
    own: list[str] = []
    for i in range(phrase.core[0], head + 1):
        word = scene.view.words[i]
        if not keep and (i in phrase.owners or (scene.runs.of_token[i] >= 0 and i != head)):
            own = []
            continue
        if word in DETERMINERS or word in FORMER or word in POSSESSIVES or not word[0].isalnum():
            continue
        own.append(scene.view.slice(i, i + 1))
    return own
