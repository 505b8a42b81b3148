"""Finds the words of a statement that turn or weigh what stands beside them: words come in, operators go out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from standpoint.coding.lexicon import load_phrases
from standpoint.coding.phrases import PhraseFinder
from standpoint.coding.words import WordReader, Words


class Role(StrEnum):
    FOR = "FOR"
    AGAINST = "AGAINST"
    GOOD = "GOOD"
    BAD = "BAD"
    TURN = "TURN"
    NOT = "NOT"
    MUST = "MUST"
    WILL = "WILL"
    IF = "IF"
    OPEN = "OPEN"
    DENY = "DENY"
    THREAT = "THREAT"
    CUE = "CUE"
    PROCEED = "PROCEED"
    ONLY = "ONLY"
    TIME = "TIME"


@dataclass(frozen=True, slots=True)
class Operator:
    """A word or phrase `[first, stop)` with all the roles that its lexicon entry has.

    `head_stop` ends its first piece: "keep .. closed" governs what stands in its gap.
    """

    first: int
    stop: int
    roles: frozenset[Role]
    head_stop: int


@dataclass(frozen=True, slots=True)
class CueReading:
    """What the cue alone says: `sign` is +1, -1 or 0 (neutral), `denies` where it turns an assessment round.

    `open` is True where it says that no side is taken ("clashed over"), `wishes` where it only hopes, `warns` where
    its object is what to keep away from, `threatens` where it announces, `rejects` where judging words in the content
    are its reason ("dismissed [the polls as a sham]"), `contradicts` where it only says that something is not so,
    `describes` where the content says what something is ("called [the demand hostile]").
    """

    sign: int
    denies: bool
    open: bool = False
    wishes: bool = False
    warns: bool = False
    threatens: bool = False
    rejects: bool = False
    contradicts: bool = False
    describes: bool = False


_WISHES = frozenset({"hop", "hope", "want", "wish", "expect", "long", "dream"})
_REJECTS = frozenset({"reject", "dismis", "denounc", "condemn", "refus", "spurn"})
_DESCRIBES = frozenset({"cal", "describ", "brand", "label", "term", "deem", "regard", "characteris", "characteriz"})
_CONTRADICTS = frozenset({"deny", "deni", "denial", "rebut", "refut", "contradict", "disput", "counter"})
_WARNS = frozenset({"warn", "caution", "advis", "argu", "speak", "vot", "campaign"})


class OperatorReader:
    """Reads operators; of overlapping ones the longest stays, with its roles."""

    def __init__(self, reader: WordReader) -> None:
        entries = [(p, Role(name)) for name, phrases in load_phrases("attitudes.toml").items() for p in phrases]
        self._finder: PhraseFinder[Role] = PhraseFinder(entries, reader)

    def read(self, words: Words) -> tuple[Operator, ...]:
        """Operators in text order."""
        spans: dict[tuple[int, int, int, int], set[Role]] = {}
        for hit in self._finder.find(words):
            spans.setdefault((hit.first, hit.stop, hit.head_stop, hit.tail_first), set()).add(hit.payload)
        kept: list[Operator] = []
        taken: set[int] = set()
        for (first, stop, head, tail), roles in sorted(spans.items(), key=lambda kv: (_size(kv[0]), kv[0][0])):
            own = {*range(first, head), *range(tail, stop)}
            if not own & taken:
                kept.append(Operator(first, stop, frozenset(roles), head))
                taken |= own
        return tuple(sorted(kept, key=lambda o: o.first))

    def cue(self, words: Words) -> CueReading:
        """The attitude of a cue: the last attitude word in it, turned by each negation before it."""
        sign, flips, denies, undecided, ended = 0, 1, False, False, False
        for operator in self.read(words):
            undecided = undecided or Role.OPEN in operator.roles
            if Role.NOT in operator.roles:
                flips = -flips
            elif Role.AGAINST in operator.roles:
                sign, denies = 1 if ended else -1, Role.DENY in operator.roles
            elif Role.FOR in operator.roles and sign == 0:
                sign = 1
            elif Role.DENY in operator.roles:
                sign, denies = -1, True
            elif operator.roles & {Role.WILL, Role.MUST, Role.CUE} and sign == 0:
                sign = 1
            elif operator.roles & {Role.BAD, Role.TURN} and sign == 0:
                sign, ended = -1, Role.TURN in operator.roles  # "lifted its veto on", "withdrew its demand"
        if words.lowers == ("call",):
            sign = 1  # the noun; "called it a crime" calls for nothing
        lemmas = set(words.lemmas)
        return CueReading(
            sign * flips, denies, undecided, bool(_WISHES & lemmas), bool(_WARNS & lemmas), "threaten" in lemmas,
            bool(_REJECTS & lemmas) and flips > 0, bool(_CONTRADICTS & lemmas),
            bool(_DESCRIBES & lemmas),
        )  # fmt: skip


def _size(span: tuple[int, int, int, int]) -> int:
    """Less for phrases of more words, those of a gap left out."""
    first, stop, head, tail = span
    return first - stop if stop == head else (first - head) + (tail - stop)
