"""The phrasings under which a codebook's issue is found: issues and concepts come in, weighed phrasings go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpoint.coding.concepts import Concept
from standpoint.coding.lexicon import load_phrases
from standpoint.coding.phrases import PhraseFinder
from standpoint.coding.words import WordReader, Words

if TYPE_CHECKING:
    from standpoint.codebooks import Issue

_NEGATIONS = ("no", "not", "without", "never")
_MODALS = frozenset({"should", "must", "ought"})
_AFTER_INTRANSITIVE = frozenset(
    {".", "under", "in", "at", "on", "now", "by", "with", "within", "before", "after", "and"}
)
_MOVING = frozenset({"withdraw", "pull"})
_WHOSE = frozenset({"its", "their", "the", "all", "his", "her", "every", "any"})
_FROM = frozenset({"from", "of", "off", "to"})
_FREEING = frozenset({"releas", "free"})
_CAPTIVES = frozenset({"prisoner", "hostag", "detaine", "captiv", "abducte", "activist", "leader"})
_REFUSALS = frozenset({"refus", "reject", "deny", "oppos"})
_KEPT_DENIALS = frozenset({"without", "until", "unless", "while"})
_VERB_WITHIN, _SHORT = 4, 3
_LIGHT_WEIGHT, _MANNER_WEIGHT = 0.4, 0.2
GENERAL = frozenset(
    {"#troops", "#talks", "#backing", "#weapons", "#security", "#treaty", "#relations", "#government"}
)


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A phrasing of an issue: its keys with their directions, and whether it names the proposal or its reverse.

    `whole` is False for the proposal's own sentence, of which a text need not have all; `twice` are keys that it has
    twice ("strikes over chemical attacks").
    """

    issue: str
    pole: int
    sides: Mapping[str, int]
    whole: bool
    roots: frozenset[str]
    twice: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Outline:
    """What of a phrasing is compared with every sentence: its keys, those that are no parties (`matters`), those with
    a direction, the first party, the names of places that a text need not repeat, and the weight of all keys."""

    phrase: Phrasing
    bare: bool
    keys: frozenset[str]
    matters: frozenset[str]
    directed: frozenset[str]
    leader: str | None
    places: frozenset[str]
    weight: float


def outline(phrase: Phrasing, places: frozenset[str], weight: Mapping[str, float]) -> Outline:
    keys = frozenset(phrase.sides)
    return Outline(
        phrase,
        is_bare(phrase),
        keys,
        frozenset(k for k in keys if not k.startswith("@")),
        frozenset(k for k in keys if phrase.sides[k]),
        next((k for k in phrase.sides if k.startswith("@")), None),
        frozenset() if phrase.whole else places & keys,
        sum(weight[k] for k in phrase.sides),
    )


def list_phrasings(issue: Issue) -> list[tuple[str, int]]:
    """Texts that name the issue, with the pole where the codebook gives it, else 0."""
    texts: dict[str, int] = {}
    for text, pole in (
        *((t, 1) for t in issue.supports),
        *((t, -1) for t in issue.opposes),
        *((t, 0) for t in issue.aliases),
        (issue.label, 0),
        (issue.description, 1),
    ):
        texts.setdefault(text, pole)
    return list(texts.items())


def without_denial(words: Words, concepts: Sequence[Concept]) -> tuple[tuple[Concept, ...], int]:
    """The concepts of a codebook's phrase without a denial that opens or governs it, and -1 where there is one.

    "Refuse to hand over the maps" holds the words for handing over the maps; a text that has them in another order
    has its own "refuse" or has none.
    """
    if _KEPT_DENIALS & set(words.lowers[:-1]):  # "no talks while" breaks off
        return tuple(concepts), 1
    refused = words.lemmas[:1] and words.lemmas[0] in _REFUSALS
    denied = any(w in _NEGATIONS for w in words.lowers)
    if bool(refused) == denied:
        return tuple(concepts), 1
    return tuple(c for c in concepts if not (refused and c.first == 0)), -1


class PoleReader:
    """Tells whether an alias names the proposal (+1) or its reverse (-1), where the codebook does not say so."""

    def __init__(self, reader: WordReader) -> None:
        lists = load_phrases("proposals.toml")
        self._enders = PhraseFinder([(p, None) for p in lists["enders"]], reader)
        self._goings = PhraseFinder([(p, None) for p in lists["goings"]], reader)
        self._reversals = PhraseFinder([(p, None) for p in lists["reversals"]], reader)
        self._ends = PhraseFinder([(p, None) for p in (*lists["enders"], *lists["ends"], *lists["goings"])], reader)

    def ends(self, proposal: Words) -> tuple[int, int] | None:
        """Where a proposal says that something should stop ("should end the drills"); None for other proposals."""
        modal = next((i for i, w in enumerate(proposal.lowers) if w in _MODALS), None)
        if modal is None:
            return None
        hits = self._enders.find(proposal, modal + 1, min(len(proposal), modal + _VERB_WITHIN))
        if not hits or (proposal.lemmas[hits[0].first] in _FREEING and not _CAPTIVES & set(proposal.lemmas)):
            return None
        return hits[0].first, hits[0].stop

    def _leaving(self, proposal: Words) -> set[str]:
        """Roots of the words for those who should go, where a proposal says so."""
        return {proposal.roots[i] for i in self.leaving(proposal) if len(proposal.lowers[i]) > _SHORT}

    def leaving(self, proposal: Words) -> range:
        """The words that name those who should go: before "should leave", or behind "should withdraw its"."""
        modal = next((i for i, w in enumerate(proposal.lowers) if w in _MODALS), 0)
        hits = self._goings.find(proposal, modal + 1, min(len(proposal), modal + _VERB_WITHIN))
        if not hits:
            return range(0)
        at = hits[0].stop
        moved = proposal.lowers[hits[0].first] in _MOVING  # "leave the town" moves no town
        if moved and proposal.lowers[at : at + 1] and proposal.lowers[at] in _WHOSE:
            stop = next(
                (i for i in range(at, len(proposal)) if proposal.lowers[i] in _AFTER_INTRANSITIVE | _FROM), at
            )
            return range(at + 1, stop)
        return range(0, modal)

    def ended(self, proposal: Words, ender: tuple[int, int] | None) -> range:
        """The words that name what a proposal ends: behind the verb, or before it in the passive."""
        if ender is None:
            return range(0)
        if _is_passive(proposal, ender[0]):
            return range(0, ender[0])
        stop = next(
            (i for i in range(ender[1], len(proposal)) if proposal.lowers[i] in _AFTER_INTRANSITIVE), ender[1]
        )
        return range(ender[1], stop)

    def pole(
        self,
        phrase: Words,
        ours: Mapping[str, int],
        proposal: Words,
        theirs: Mapping[str, int],
        going: frozenset[str] = frozenset(),
    ) -> int:
        """-1 for an alias that begins with a negation, that the proposal negates or ends, or that points the other
        way; `going` are the keys of those who should go."""
        negated = _is_negated(phrase, proposal)
        if negated is not None:
            return -1 if negated else 1
        shared = [k for k in ours if ours[k] and theirs.get(k, 0)]
        if shared:
            return -1 if any(ours[k] != theirs[k] for k in shared) else 1  # `theirs` is as the proposal leaves it
        if going & set(ours) and not self._ends.find(phrase) and not any(ours.values()):
            return -1  # "the Kenyan soldiers", where Kenya should withdraw its contingent
        return -1 if len(phrase) and self._is_ended(phrase, proposal) else 1

    def _is_ended(self, phrase: Words, proposal: Words) -> bool:
        """Whether an alias names what should end, or who should go, and not the end itself."""
        roots = set(phrase.roots) - {"th"}
        ender = self.ends(proposal)
        if ender is None:
            reverse = self._reversals.find(phrase) and not self._reversals.find(proposal)
            return bool(reverse) or (not self._ends.find(phrase) and bool(roots & self._leaving(proposal)))
        ended = self.ended(proposal, ender)
        banned = self._reversals.find(proposal, ended.start, ended.stop)  # "the ban should be lifted"
        if len(self._ends.find(phrase)) > len(banned):
            return False
        rest = set(proposal.roots[ender[1] :]) if _is_passive(proposal, ender[0]) else set()
        return not (roots and roots <= rest)  # "a humanitarian pause", under which fighting should stop


def _is_negated(phrase: Words, proposal: Words) -> bool | None:
    """Whether an alias says no to what the proposal says; None where neither has a negation."""
    roots = set(phrase.roots) - {"th"}
    opening = phrase.lowers[:1]
    for i, lower in enumerate(proposal.lowers):
        if lower in _NEGATIONS and roots & set(proposal.roots[i + 1 : i + 2]):
            return not (set(opening) & set(_NEGATIONS) or lower in phrase.lowers)
    return True if set(opening) & set(_NEGATIONS) else None


def _is_passive(words: Words, at: int) -> bool:
    """Whether what ends stands before the verb: "checks should be scrapped", "fighting should stop under ..."."""
    after = words.lowers[at + 1] if at + 1 < len(words) else "."
    return words.lowers[at - 1] == "be" or after in _AFTER_INTRANSITIVE


def is_bare(phrase: Phrasing) -> bool:
    """Whether a phrasing holds but parties and general words ("US troops in Syria"), so that it must stand
    together."""
    return all(k.startswith("@") or k in GENERAL for k in phrase.sides)


def turned(phrase: Phrasing, concepts: Sequence[Concept]) -> int:
    """-1 where an odd number of keys points the other way than in the phrasing."""
    sign = 1
    for c in concepts:
        if c.side and phrase.sides[c.key] and c.side != phrase.sides[c.key]:
            sign = -sign
    return sign


def generality(key: str, light: frozenset[str]) -> float:
    """How much a key says of an issue, in 0..1. `light` are roots of verbs that say little."""
    if key == "#condition":
        return _MANNER_WEIGHT
    if key.startswith("@") or key in light:
        return _LIGHT_WEIGHT
    return 0.6 if key in GENERAL else 1.0


def is_claim(phrase: Words) -> bool:
    return any(w in ("is", "are", "must", "should", "will") for w in phrase.lowers[1:])
