"""Codes what a statement does: a view and an attribution come in, a PLOVER act with its target goes out.

The cue decides where it names an act by itself ("accused", "urged"); after a neutral cue the content does, and of
several acts the strongest is taken (PLOVER; one act a statement).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from standpoint.coding.cues import FRIENDLY, OWN_FUTURE, CueReader, names, names_in_scorn
from standpoint.coding.deeds import Deed, DeedReader, Mood
from standpoint.coding.demands import OWN_NOUNS, complains, find_demand, refuses
from standpoint.coding.lexicon import load_phrases
from standpoint.coding.phrases import PhraseFinder
from standpoint.coding.standing import is_place
from standpoint.coding.targets import Aims, TargetReader
from standpoint.coding.view import DocumentView, bounds
from standpoint.coding.words import WordReader, Words
from standpoint.model import Act, Attribution, Kind, Span

HOSTILE = frozenset({Act.COERCE, Act.ASSAULT, Act.SANCTION, Act.MOBILIZE, Act.PROTEST, Act.THREATEN})
_STRENGTH = (
    Act.ASSAULT, Act.THREATEN, Act.COERCE, Act.SANCTION, Act.REJECT, Act.ACCUSE, Act.REQUEST, Act.RETREAT, Act.AGREE,
    Act.CONCEDE, Act.MOBILIZE, Act.SUPPORT, Act.COOPERATE, Act.AID, Act.CONSULT, Act.PROTEST,
)  # fmt: skip
# Cues that announce a deed of one's own, so that the deed is the act.
_TRANSPARENT = frozenset(
    {"order", "announc", "declar", "plan", "decid", "prepar", "decision", "stick", "determination", "mul", "confirm"}
)
_ASCRIBED = frozenset({Act.ACCUSE, Act.MOBILIZE, Act.RETREAT, Act.THREATEN})
_AHEAD = {
    Act.AID: Act.AGREE,
    Act.CONCEDE: Act.AGREE,
    Act.AGREE: Act.AGREE,
    Act.REJECT: Act.REJECT,
    Act.RETREAT: Act.AGREE,
    Act.COOPERATE: Act.COOPERATE,
}
_FELT = frozenset({
    "suspect", "regret", "angry", "furious", "alarm", "frustrat", "outrag", "dismay", "disappoint", "appal",
    "concern", "resent", "indignant", "incens",
})  # fmt: skip
_WEAK = frozenset({"warn", "caution"})
_ANSWERING = frozenset({"counter", "retort"})
_JUDGED = frozenset({Act.ACCUSE, Act.SUPPORT})
_INTENT = frozenset({"plan", "intend", "threaten"})
_TO = re.compile(r"to\s")
_WARNED_OF = re.compile(r"\s+of\b")
_ADDRESSEE, _NEAR = 30, 4
_SELF_DIRECT = frozenset({"i", "we"})
_SELF_INDIRECT = frozenset({"he", "she", "it", "they", "i", "we"})
_OWNERS = frozenset(["its", "his", "her", "their", "our", "my", "the", "both", "two"])
_LEADING = frozenset(
    [
        "to",
        "not",
        "never",
        "also",
        "already",
        "be",
        "been",
        "again",
        "soon",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "the",
        "a",
        "an",
        "any",
        "both",
        "two",
    ]
)
_FINITE = frozenset(
    ["is", "are", "was", "were", "would", "will", "must", "should", "could", "can", "may", "might", "has", "had"]
)
_NEGATIONS = frozenset({"not", "never", "no", "nor", "neither", "cannot", "hardly", "without"})


@dataclass(frozen=True, slots=True)
class ActReading:
    act: Act
    target: str | None


class ActReader:
    """Reads acts and targets with the shipped lexicons."""

    def __init__(self, reader: WordReader) -> None:
        self._reader = reader
        self.deeds = DeedReader(reader)
        self._cues = CueReader(reader, self.deeds)
        judged = [(p, heading == "WELL") for heading, ps in load_phrases("judgements.toml").items() for p in ps]
        self._judged: PhraseFinder[bool] = PhraseFinder(judged, reader)
        self._targets = TargetReader()

    def read(self, view: DocumentView, index: int, aims: Aims) -> ActReading:
        """The act of one attribution; `aims` is who may be meant where the statement names nobody."""
        attribution = view.attributions[index]
        cue = self._reader.recall(" ".join(s.of(view.text) for s in attribution.cue))
        by_cue = self._cues.read(view, attribution, cue)
        transparent = "tel" in cue.lemmas or bool(_TRANSPARENT & set(cue.lemmas))
        deeds = self._deeds(view, index, transparent=transparent)
        act, hint = by_cue, None
        sworn = "swear" in cue.lemmas and not _TO.match(_opening(view, attribution))
        weak = sworn or bool(_WEAK & set(cue.lemmas))
        if by_cue is None or transparent or weak or _ANSWERING & set(cue.lemmas):
            by_content, hint = self._by_content(view, index, deeds, cue, transparent=transparent)
            if by_content is None and names(cue) and names_in_scorn(view, attribution):
                by_content = Act.ACCUSE
            if by_cue is Act.THREATEN and weak:
                act, hint = (by_content, hint) if by_content is not None else (self._warned(view, attribution), None)
            else:
                answers = bool(_ANSWERING & set(cue.lemmas))
                keeps = by_cue is not None and (by_content is None or (by_content in _JUDGED and not answers))
                act, hint = (by_cue, None) if keeps else (by_content, hint)
        if attribution.kind is Kind.ASCRIBED and not (act in _ASCRIBED and (transparent or by_cue is not None)):
            act, hint = None, None
        elif act is Act.ACCUSE and _felt(attribution, cue) and not self._targets.names_other(view, index):
            act = None  # "is furious at the delay" blames nobody
        if act is None and (denier := self._targets.denied_by(view, index)) is not None:
            act, hint = Act.ACCUSE, denier  # the claim in "denied claims that it had shelled the town"
        act = act or Act.STATE
        return ActReading(act, hint or self._targets.read(view, index, act, aims))

    def _warned(self, view: DocumentView, attribution: Attribution) -> Act:
        """A warning threatens where it names what its speaker may do; a mere forecast of harm states."""
        cue, content = bounds(attribution.cue), attribution.content[0]
        if any(OWN_FUTURE.search(c.of(view.text)) for c in attribution.content):
            return Act.THREATEN
        named = view.mentions_in(Span(cue.end, max(cue.end, content.start + _ADDRESSEE)))
        return Act.THREATEN if named and _WARNED_OF.search(view.text[named[0].span.end :][:24]) else Act.STATE

    def _deeds(self, view: DocumentView, index: int, *, transparent: bool) -> list[Deed]:
        """The deeds in a content that no statement inside it tells in its own speaker's name."""
        ids = {s.id for s in view.actors.resolutions[index].speakers}
        inner = [
            c
            for i in view.inner.get(index, ())
            if not ids & {s.id for s in view.actors.resolutions[i].speakers}
            for c in view.attributions[i].content
        ]
        found = []
        for place, span in enumerate(view.attributions[index].content):
            for deed in self.deeds.read(view, span, all_forms=transparent):
                where = view.words.span(deed.first, deed.stop)
                if any(c.covers(where) for c in inner):
                    continue
                split = place and deed.subject is None and deed.pronoun is None
                before = view.mentions_in(view.attributions[index].content[place - 1]) if split else ()
                # "[groups] that X says [are terrorists]": the subject stands in the span before
                found.append(replace(deed, subject=before[-1]) if before else deed)
        return found

    def _by_content(
        self, view: DocumentView, index: int, deeds: list[Deed], cue: Words, *, transparent: bool
    ) -> tuple[Act | None, str | None]:
        """The strongest act that the content performs, and the actor that its own words aim it at."""
        attribution = view.attributions[index]
        own = view.speaker_codes(index)
        direct = attribution.kind is Kind.DIRECT
        opening = {view.words.within(s)[0] for s in attribution.content}
        found: list[tuple[Act, str | None]] = []
        for d in deeds:
            opens = (
                any(0 <= d.first - first <= _NEAR for first in opening) if transparent else _is_bare(view, d, opening)
            )
            opens = opens and not names(cue)
            planned = opens and bool(_INTENT & set(cue.lemmas)) and d.act in HOSTILE - {Act.MOBILIZE}
            put = replace(d, mood=Mood.AHEAD) if planned else d  # "plans [to freeze the accounts]"
            act = _reported(put, own, direct=direct, infinitive=opens)
            if act is not None:
                found.append((act, _aim(view, d, own)))
        for span in attribution.content:
            demanded, subject = find_demand(view, span, direct=direct, own=own)
            if demanded:
                found.append((Act.REQUEST, subject))
            if refuses(view, span, direct=direct, own=own):
                found.append((Act.REJECT, None))
            found.extend(self._judgement(view, span, own))
            if complains(span.of(view.text)):
                found.append((Act.ACCUSE, None))
        return min(found, key=lambda row: _STRENGTH.index(row[0])) if found else (None, None)

    def _judgement(self, view: DocumentView, span: Span, own: tuple[str, ...]) -> list[tuple[Act, str | None]]:
        """ACCUSE for a statement that judges ill, SUPPORT for one that thanks or agrees, with whom it judges."""
        first, stop = view.words.within(span)
        for hit in self._judged.find(view.words, first, stop):
            left = set(view.words.lowers[max(first, hit.first - 3) : hit.first])
            if left & _NEGATIONS or {"i", "would"} <= left:  # "I would be lying if"
                continue
            place = view.words.span(hit.first, hit.stop)
            sentence = view.sentence_at(place.start)
            near = [
                m
                for m in view.mentions_in(Span(max(span.start, sentence.start), place.start))
                if m.speaker.actor and m.speaker.actor not in own and not is_place(view.text, m)
            ]
            return [(Act.SUPPORT if hit.payload else Act.ACCUSE, near[-1].speaker.actor if near else None)]
        return []


def _felt(attribution: Attribution, cue: Words) -> bool:
    return attribution.kind is Kind.ASCRIBED and bool(_FELT & set(cue.lemmas))


def _opening(view: DocumentView, attribution: Attribution) -> str:
    return attribution.content[0].of(view.text)


def _aim(view: DocumentView, deed: Deed, own: tuple[str, ...]) -> str | None:
    """The other side of a deed: its doer where that is not the speaker, else the one it is done to."""
    for mention in (deed.subject, deed.object):
        if mention is not None and mention.speaker.actor not in own and not is_place(view.text, mention):
            return mention.speaker.actor
    return None


def _is_bare(view: DocumentView, deed: Deed, opening: set[int]) -> bool:
    """Whether a verb without subject is the speaker's: what directly follows the cue ("refused [to meet]"), but no
    gerund as a subject ("blocking convoys is a crime") and no noun."""
    lowers = view.words.lowers
    first = max((i for i in opening if i <= deed.first), default=-1)
    if deed.predicate or first < 0:
        return False
    lead = [w for w in lowers[first : deed.first] if w[0].isalnum() and not w.endswith("ly")]
    own = any(a in _OWNERS and b in OWN_NOUNS for a, b in pairwise(lead))  # "its army had shelled the town"
    if not all(w in _LEADING or (own and (w in OWN_NOUNS or w in _FINITE)) for w in lead):
        return False
    if lowers[deed.first].endswith("ing") and deed.first == first:
        return not any(w in _FINITE for w in lowers[deed.stop : deed.stop + 8])
    return True


def _reported(deed: Deed, own: tuple[str, ...], *, direct: bool, infinitive: bool) -> Act | None:
    """What telling of a deed does: one's own deeds count as done or promised, another's hostile deeds accuse."""
    if deed.predicate and deed.act in (Act.THREATEN, Act.REJECT, Act.AGREE) and not deed.negated:
        return deed.act
    code = deed.subject.speaker.actor if deed.subject else None
    mine = code is not None and code in own
    if deed.subject is None and deed.pronoun is None:
        mine = infinitive
    elif deed.pronoun is not None:
        mine = deed.pronoun in (_SELF_DIRECT if direct else _SELF_INDIRECT)
    if deed.mood is Mood.OPEN:
        return Act.THREATEN if mine and deed.act is Act.THREATEN else None
    if mine and not deed.passive:
        return _own(deed)
    return _others(deed) if code is not None else None


def _others(deed: Deed) -> Act | None:
    if deed.mood is Mood.DUE:
        return Act.REQUEST
    hostile = deed.act in HOSTILE or deed.act is Act.REJECT
    return Act.ACCUSE if hostile != deed.negated and (hostile or deed.act in FRIENDLY) else None


def _own(deed: Deed) -> Act | None:
    """What one's own deed does: refused it rejects, announced it pledges or threatens, done it counts as it is."""
    act: Act | None = None if deed.act is Act.REQUEST else deed.act
    if deed.mood is Mood.DUE:
        act = None
    elif deed.negated:
        kept = Act.AGREE if deed.act in HOSTILE else None
        act = Act.REJECT if deed.act in FRIENDLY or deed.act is Act.REJECT else kept
    elif deed.mood is Mood.AHEAD:
        act = Act.THREATEN if deed.act in HOSTILE else _AHEAD.get(deed.act)
    return act
