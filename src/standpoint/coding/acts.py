"""Codes what a statement does: a view and an attribution come in, a PLOVER act with its target goes out.

The cue decides where it names an act by itself ("accused", "urged"); after a neutral cue the content does, and of several
acts the strongest is taken (PLOVER; the manual's one act a statement).
"""

from __future__ import annotations

from dataclasses import dataclass

from standpoint.coding.deeds import Deed, DeedReader, Mood
from standpoint.coding.operators import Operator, OperatorReader, Role
from standpoint.coding.targets import TargetReader
from standpoint.coding.view import DocumentView
from standpoint.coding.words import WordReader
from standpoint.model import Act, Kind, Span

FRIENDLY = frozenset({Act.AGREE, Act.CONSULT, Act.SUPPORT, Act.CONCEDE, Act.COOPERATE, Act.AID, Act.RETREAT})
HOSTILE = frozenset({Act.COERCE, Act.ASSAULT, Act.SANCTION, Act.MOBILIZE, Act.PROTEST, Act.THREATEN})
_STRENGTH = (
    Act.ASSAULT, Act.THREATEN, Act.COERCE, Act.SANCTION, Act.REJECT, Act.ACCUSE, Act.REQUEST, Act.RETREAT, Act.AGREE,
    Act.CONCEDE, Act.MOBILIZE, Act.SUPPORT, Act.COOPERATE, Act.AID, Act.CONSULT, Act.PROTEST,
)  # fmt: skip
_TRANSPARENT = frozenset(
    {"order", "announc", "declar", "plan", "decid", "prepar", "offer", "decision", "pledg", "promis", "vow"}
)
_ASCRIBED_STATES = frozenset({Act.REQUEST, Act.AGREE, Act.CONSULT})
_SELF_DIRECT = frozenset({"i", "we"})
_SELF_INDIRECT = frozenset({"he", "she", "it", "they", "i", "we"})


@dataclass(frozen=True, slots=True)
class ActReading:
    act: Act
    target: str | None


class ActReader:
    """Reads acts and targets with the shipped lexicons."""

    def __init__(self, reader: WordReader, operators: OperatorReader) -> None:
        self._reader, self._operators = reader, operators
        self.deeds = DeedReader(reader)
        self._targets = TargetReader()

    def read(self, view: DocumentView, index: int, topic: str | None = None) -> ActReading:
        """The act of one attribution. `topic` is the actor that the statement before was aimed at, for pronouns."""
        attribution = view.attributions[index]
        cue = self._reader.read(" ".join(s.of(view.text) for s in attribution.cue))
        own = view.speaker_codes(index)
        by_cue = self.deeds.cue_act(cue)
        deeds = [d for span in attribution.content for d in self.deeds.read(view, span)]
        transparent = bool(_TRANSPARENT & set(cue.lemmas))
        if attribution.kind is Kind.ASCRIBED and by_cue in _ASCRIBED_STATES:
            by_cue = None
        act = by_cue
        if by_cue is None or transparent or by_cue is Act.THREATEN:
            by_content = self._by_content(view, index, deeds, own)
            act = by_content if by_content is not Act.STATE or by_cue is None else by_cue
            if transparent and by_cue is not None and by_content in (Act.ACCUSE, Act.SUPPORT):
                act = by_cue
        act = act or Act.STATE
        if attribution.kind is Kind.ASCRIBED and act in (Act.REQUEST, Act.AGREE, Act.SUPPORT, Act.THREATEN):
            act = Act.STATE
        return ActReading(act, self._targets.read(view, index, act, deeds, own))

    def _by_content(self, view: DocumentView, index: int, deeds: list[Deed], own: tuple[str, ...]) -> Act:
        attribution = view.attributions[index]
        direct = attribution.kind in (Kind.DIRECT, Kind.MIXED)
        found = [
            act for d in deeds if (act := _reported(d, own, direct=direct, infinitive=_is_bare(view, d))) is not None
        ]
        for span in attribution.content:
            if self._is_demand(view, span, direct=direct, own=own):
                found.append(Act.REQUEST)
            evaluated = self._evaluated(view, span)
            if evaluated is not None:
                found.append(evaluated)
        return min(found, key=_STRENGTH.index) if found else Act.STATE

    def _is_demand(self, view: DocumentView, span: Span, *, direct: bool, own: tuple[str, ...]) -> bool:
        """ "Armenia must sign", "let us start", an imperative in the speaker's own words."""
        first, stop = view.words.within(span)
        lowers = view.words.lowers
        for i in range(first, stop):
            if lowers[i] in ("must", "ought") or (lowers[i] == "should" and i > first):
                subjects = [m for m in view.mentions_in(span) if m.span.end <= view.words.starts[i]]
                near = subjects[-1] if subjects else None
                gap = view.text[near.span.end : view.words.starts[i]] if near else ""
                if (
                    near is not None
                    and near.speaker.actor not in own
                    and len(gap.split()) <= 4
                    and not set(".;,") & set(gap)
                ):
                    return True
                if lowers[i - 1] == "you":
                    return True
        return direct and any(lowers[i] == "let" and lowers[i + 1 : i + 2] == ("us",) for i in range(first, stop))

    def _evaluated(self, view: DocumentView, span: Span) -> Act | None:
        """ACCUSE for a statement that judges ill, SUPPORT for one that thanks or agrees; None for neither or both."""
        first, stop = view.words.within(span)
        words = view.words
        part = self._reader.read(view.text, span)
        bad = good = 0
        operators = self._operators.read(part)
        for n, o in enumerate(operators):
            negated = n > 0 and Role.NOT in operators[n - 1].roles and operators[n - 1].stop >= o.first - 2
            if Role.BAD in o.roles:
                bad += not negated
            elif _is_praise(o, part.lemmas[o.first : o.stop]):
                good += not negated
        del words, first, stop
        if bad and not good:
            return Act.ACCUSE
        return Act.SUPPORT if good and not bad else None


_PRAISE = frozenset(
    {
        "thank",
        "grateful",
        "welcom",
        "right",
        "friend",
        "friendly",
        "partner",
        "prais",
        "trust",
        "appreciat",
        "constructiv",
        "proud",
    }
)


def _is_praise(operator: Operator, lemmas: tuple[str, ...]) -> bool:
    return bool(operator.roles & {Role.GOOD, Role.FOR}) and bool(_PRAISE & set(lemmas))


def _is_bare(view: DocumentView, deed: Deed) -> bool:
    return deed.subject is None and deed.pronoun is None


def _reported(deed: Deed, own: tuple[str, ...], *, direct: bool, infinitive: bool) -> Act | None:
    """What telling of a deed does: one's own deeds count as done or promised, another's hostile deeds accuse."""
    code = deed.subject.speaker.actor if deed.subject else None
    mine = infinitive or (code is not None and code in own)
    if deed.pronoun is not None:
        mine = deed.pronoun in (_SELF_DIRECT if direct else _SELF_INDIRECT)
    if deed.mood is Mood.OPEN:
        return None
    if mine:
        return _own(deed)
    if code is None:
        return None
    if deed.mood is Mood.DUE:
        return Act.REQUEST
    if deed.act in HOSTILE or (deed.act is Act.REJECT) or (deed.negated and deed.act in FRIENDLY):
        return Act.ACCUSE if not (deed.negated and deed.act in HOSTILE) else None
    return None


def _own(deed: Deed) -> Act | None:
    if deed.mood is Mood.DUE:
        return None
    if deed.negated:
        return (
            Act.REJECT
            if deed.act in FRIENDLY or deed.act is Act.REJECT
            else (Act.AGREE if deed.act in HOSTILE else None)
        )
    if deed.mood is Mood.AHEAD:
        if deed.act in HOSTILE:
            return Act.THREATEN
        return (
            Act.AGREE
            if deed.act in (Act.AID, Act.CONCEDE, Act.AGREE)
            else deed.act
            if deed.act in (Act.REJECT, Act.RETREAT)
            else None
        )
    return None if deed.act is Act.REQUEST else deed.act
