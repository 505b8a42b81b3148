"""Compiles a codebook's issues for finding: issues and parties come in, weighed phrasings with their keys go out.

An issue is known by its label, aliases, phrases for and against, and by its description; from these come shorter and
mixed forms that the press uses ("the referendum", "to abandon the militia").
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpoint.coding.concepts import Concept, ConceptReader
from standpoint.coding.groups import GroupFinder
from standpoint.coding.lexicon import load_phrases
from standpoint.coding.phrases import ARTICLES, PhraseFinder
from standpoint.coding.phrasings import Phrasing, PoleReader, generality, is_claim, list_phrasings, without_denial
from standpoint.coding.words import WordReader, Words
from standpoint.model import Document, ResolvedActors, Speaker

if TYPE_CHECKING:
    from standpoint.actors.protocol import ActorResolver
    from standpoint.codebooks import Codebook, Issue


@dataclass(frozen=True, slots=True)
class ExactForm:
    """A text that names an issue word for word."""

    issue: str
    pole: int
    claim: bool
    directed: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that the issue finder looks up. Party keys are `@code`, concepts `#name`, other keys word roots."""

    exact: PhraseFinder[ExactForm]
    phrases: tuple[Phrasing, ...]
    by_key: Mapping[str, tuple[int, ...]]
    weight: Mapping[str, float]
    parties_of: Mapping[str, frozenset[str]]
    leads_of: Mapping[str, frozenset[str]]
    heads: Mapping[str, tuple[str, int]]
    places: frozenset[str]


class PhraseReader:
    """Reads the keys of a codebook's own phrases, with the parties that they name."""

    def __init__(
        self, codebook: Codebook, reader: WordReader, concepts: ConceptReader, actors: ActorResolver | None
    ) -> None:
        self._reader, self._concepts, self._actors = reader, concepts, actors
        self._groups = GroupFinder(codebook)
        names = [
            (name, party.code)
            for party in (*codebook.mediators, *codebook.parties)
            for name in (party.name, *party.aliases)
        ]
        self._parties: PhraseFinder[str] = PhraseFinder(names, reader, skip=ARTICLES)

    def read(self, text: str) -> tuple[Words, tuple[Concept, ...]]:
        words = self._reader.read(text)
        named, persons = self._named(text, words)
        found = self._concepts.read(words, named)
        if persons and not any(c.side for c in found):
            # "The future of Assad" is no future of Syria; "Assad's removal" may be told of "the president".
            found = tuple(c._replace(key=words.roots[c.stop - 1]) if c.first in persons else c for c in found)
        return words, found

    def _named(self, text: str, words: Words) -> tuple[list[tuple[int, int, str]], frozenset[int]]:
        """Parties named in a phrase of the codebook, as word ranges with codes, and which ranges are persons."""
        parties = [(h.first, h.stop, h.payload) for h in self._parties.find(words)]
        found = ResolvedActors((), ())
        if self._actors is not None:
            found = self._actors.resolve(Document("codebook", text, language="en"), ())
        places = [(words.within(m.span), m.speaker) for m in self._groups.add(text, found).mentions]
        places = [((a, b), speaker) for (a, b), speaker in places if speaker.actor and a < b]
        parties += [(a, b, str(speaker.actor)) for (a, b), speaker in places]
        return parties, frozenset(a for (a, _), speaker in places if is_person(speaker))


def is_person(speaker: Speaker) -> bool:
    """Whether a mention names somebody who speaks for an actor, and not the actor itself."""
    return (
        speaker.actor is not None
        and speaker.id not in (speaker.actor, speaker.actor.lower())
        and speaker.role is not None
    )


def compile_catalogue(codebook: Codebook, reader: WordReader, phrases: PhraseReader) -> Catalogue:
    exact: list[tuple[str, ExactForm]] = []
    rows: list[Phrasing] = []
    poles = PoleReader(reader)
    doers: dict[str, frozenset[str]] = {}
    signs: dict[tuple[str, str], int] = {}
    for issue in codebook.issues:
        described, concepts = phrases.read(issue.description)
        modal = next((i for i, w in enumerate(described.lowers) if w in ("should", "must")), 0)
        doers[issue.id] = frozenset(c.key for c in concepts if c.first < modal)
        ender = poles.ends(described)
        ended = poles.ended(described, ender)
        proposal = {c.key: -c.side if c.first in ended else c.side for c in concepts}
        going = frozenset(c.key for c in concepts if c.first in poles.leaving(described) and c.key[0] != "@")
        for text, pole in list_phrasings(issue):
            words, found = phrases.read(text)
            sides = {c.key: c.side for c in found}
            if text == issue.description:
                kept = tuple(c for c in found if ender is None or not ender[0] <= c.first < ender[1])
                sides = {c.key: c.side for c in kept}
                whole = ender is None or any(c.side and c.first not in ended for c in kept)
                rows.append(
                    Phrasing(issue.id, 1 if whole else -1, sides, False, frozenset(words.roots), _twice(kept))
                )
                continue
            sign = pole or poles.pole(words, sides, described, proposal, going)
            exact.append((text, ExactForm(issue.id, sign, pole != 0 or is_claim(words), any(sides.values()))))
            signs[issue.id, text] = sign
            roots = frozenset() if text == issue.label else frozenset(words.roots)
            kept, flip = without_denial(words, found) if pole else (found, 1)
            sides = {c.key: c.side for c in kept}
            rows.append(Phrasing(issue.id, sign * flip, sides, True, roots, _twice(kept)))
    owners: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for key in row.sides:
            owners[key].add(row.issue)
    for issue in codebook.issues:
        rows.extend(_mixed([r for r in rows if r.issue == issue.id], owners, doers[issue.id]))
    total = max(2, len(codebook.issues))
    light = frozenset(reader.forms(w)[1] for w in load_phrases("function.toml")["light"])
    return Catalogue(
        PhraseFinder(exact, reader, by_root=True, skip=ARTICLES),
        tuple(rows),
        _by_key(rows, owners),
        {key: math.log(1 + total / len(ids)) * generality(key, light) for key, ids in owners.items()},
        {
            i.id: frozenset(k for r in rows if r.issue == i.id for k in r.sides if k[0] == "@")
            for i in codebook.issues
        },
        _leads(rows),
        _heads(codebook, phrases, signs, owners),
        _places(codebook, phrases),
    )


def _twice(concepts: Iterable[Concept]) -> frozenset[str]:
    counts = Counter(c.key for c in concepts if c.key[0] != "@")
    return frozenset(key for key, n in counts.items() if n > 1)


def _mixed(rows: list[Phrasing], owners: Mapping[str, set[str]], doers: frozenset[str]) -> list[Phrasing]:
    """A matter with a direction together with a party that it is done to and that few issues name: "abandon the
    militia", where the codebook has "partnership with the militia"."""
    parties = list(dict.fromkeys(k for r in rows for k in r.sides if k[0] == "@" and k not in doers))
    mixed = []
    for key, side, pole in dict.fromkeys((k, s, r.pole) for r in rows for k, s in r.sides.items() if s and r.whole):
        for party in parties:
            if len(owners[party]) <= _FEW:
                mixed.append(Phrasing(rows[0].issue, pole, {key: side, party: 0}, True, frozenset()))
    return mixed


def _by_key(rows: list[Phrasing], owners: Mapping[str, set[str]]) -> dict[str, tuple[int, ...]]:
    by_key: dict[str, list[int]] = defaultdict(list)
    for index, phrase in enumerate(rows):
        alone = next(iter(phrase.sides), "") if len(phrase.sides) == 1 else None
        if alone is not None and (not alone.startswith("#") or len(owners[alone]) > 1):
            continue
        for key in phrase.sides:
            by_key[key].append(index)
    return {key: tuple(ids) for key, ids in by_key.items()}


def _leads(rows: list[Phrasing]) -> dict[str, frozenset[str]]:
    leads: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        leads[row.issue].update([k for k in row.sides if k.startswith("@")][:1])
    return {issue: frozenset(keys) for issue, keys in leads.items()}


def _heads(
    codebook: Codebook, phrases: PhraseReader, signs: Mapping[tuple[str, str], int], owners: Mapping[str, set[str]]
) -> dict[str, tuple[str, int]]:
    """Head nouns of labels and aliases that one issue alone has, for short forms ("the referendum")."""
    vague = frozenset(load_phrases("function.toml")["vague"])
    heads: dict[str, tuple[str, int]] = {}
    for issue in codebook.issues:
        for text in (issue.label, *issue.aliases):
            words, found = phrases.read(text)
            stop = next((i for i, w in enumerate(words.lowers) if i and w in _PREPOSITIONS), len(words))
            head = next((c for c in reversed(found) if c.stop == stop and c.key[0] != "@"), None)
            named = head is not None and words.lowers[head.stop - 1] not in vague
            if (
                head is not None
                and named
                and stop > 0
                and len(found) > 1
                and owners[head.key] == {issue.id}
                and not head.side
            ):
                heads.setdefault(head.key, (issue.id, signs.get((issue.id, text), 1)))
    return heads


def _places(codebook: Codebook, phrases: PhraseReader) -> frozenset[str]:
    """Keys that are names of things and places, which a text need not repeat in every sentence."""
    return frozenset(
        c.key
        for issue in codebook.issues
        for text in (issue.description, issue.label, *issue.aliases)
        for words, found in (phrases.read(text),)
        for c in found
        if c.key[0] not in "@#" and c.first > 0 and text[words.starts[c.first]].isupper()
    )


_PREPOSITIONS = frozenset(
    ["of", "in", "on", "for", "with", "to", "from", "under", "over", "between", "against", "by", "across", "at"]
)


def agents_of(issue: Issue, phrases: PhraseReader) -> tuple[str, ...]:
    """The parties that would carry a proposal out: those that stand as the subject of its sentence, by themselves or
    with their bodies ("US troops should stay"), but not as the quality of a thing ("Ukrainian grain")."""
    words, found = phrases.read(issue.description)
    modal = next((i for i, w in enumerate(words.lowers) if w in ("should", "must")), 0)
    agents = []
    for c in found:
        after = words.lowers[c.stop] if c.stop < len(words) else ""
        before = words.lowers[c.first - 1] if c.first else ""
        if (
            c.key[0] == "@"
            and c.stop <= modal
            and (c.stop == modal or after in _BODIES)
            and before not in _PREPOSITIONS
        ):
            agents.append(c.key[1:])
    joined = any(
        w == "and" and words.lowers[i + 1] not in ("its", "their") for i, w in enumerate(words.lowers[:modal])
    )
    known = tuple(dict.fromkeys(agents))
    return () if joined and len(known) == 1 else known  # the other one is not known


_BODIES = frozenset(
    [
        ",",
        "and",
        "or",
        "troops",
        "forces",
        "army",
        "soldiers",
        "government",
        "authorities",
        "president",
        "minister",
        "parliament",
        "leaders",
        "side",
        "police",
        "militia",
        "fighters",
        "negotiators",
        "peacekeepers",
        "officials",
        "states",
        "people",
    ]
)
_FEW = 2
