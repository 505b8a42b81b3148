"""Finds whom a statement is aimed at: a view, an attribution and its act come in, an actor code goes out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from standpoint.coding.standing import CLEAR, SUBJECT, is_place, standing
from standpoint.coding.view import DocumentView, bounds
from standpoint.model import Act, Kind, Span

_TAKEN_UP = re.compile(
    r"[“\"]?(?:it|this|that|the|such an?|any)\b"
    r"(?:\s+(?:\w+\s+)?(?:move|plan|decision|proposal|step|deal|policy|measure|idea))?"
    r"(?=\s+(?:is|was|would|could|will|can|may|might|had|has)\b)",
    re.IGNORECASE,
)
_ANAPHOR = re.compile(
    r"\W*(?:(?:[a-z]+ing\s+)?(?:it|this|that)(?=\W*$|[^\w\s’']|\s*[“\"]|\s+(?:as|an?|the|one)\b)"
    r"|(?:[\w\"“”’']+\s+){0,4}?(?:the|that|this|these|those|his|her|their|its|such)\s+(?:\w+\s+)?(?:plans?|proposals?|"
    r"ideas?|demands?|measures?|schemes?|offers?|requests?|claims?|charges?|accusations?|moves?|appeals?|suggestions?|"
    r"conditions?)\b\W*$)",
    re.IGNORECASE,
)
_HEARER_WITHIN = 60
"""Characters between a cue and its content that hold no more than who is spoken to."""
_WISH = re.compile(r"\b(?:want|demand|expect|insist)")
_ANSWER = re.compile(r"\b(?:answer|repl(?:y|ied)|retort|counter|respond|hit back|shot back)")
_PUT_TO = re.compile(
    r"\b(?:you|your|provided|unless|until|once|if|as long as|the other side|without)\b", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"[“\"]?(?:both|all|(?:the\s+)?(?:two|three|four|five|rival|warring|conflict\s+)\s*(?:\w+\s+)?(?:sides|parties|countries|"
    r"states|leaders|governments|armies|communities|presidents|ministers|capitals)|(?:the|all)\s+(?:sides|parties|countries))\b",
    re.IGNORECASE,
)
_MUTUAL = re.compile(
    r"\b(?:clash|quarrel|argu|differ|disagree|trad|exchang|at odds|fell out|spar|blam\w+ each other)"
)
_WARNING = re.compile(r"\b(?:warn|caution)")
_DENIAL = re.compile(r"\b(?:den(?:y|ie|ial)|reject|dismiss|rebut|refut|contradict|disput)")
_CLAIM = re.compile(r"\b(?:claim|allegation|assertion|charge|report|suggestion)")
_DENIED = re.compile(r"\bden(?:y|ies|ied|ying)\b")
_DEED = re.compile(r"(?:[“\"]?\w+ing|that|it|he|she|they)\b")
_BY = re.compile(r"\b(?:by|from)\s+(?:the\s+)?$")
_WANTS_AIM = frozenset({Act.ACCUSE, Act.REJECT, Act.THREATEN, Act.SUPPORT, Act.REQUEST, Act.COERCE, Act.ASSAULT})
_WITH_PARTNERS = frozenset({Act.SUPPORT, Act.AGREE, Act.COOPERATE})
_JOINT = frozenset({Act.AGREE, Act.CONSULT, Act.COOPERATE})
_FACES = frozenset({*_WANTS_AIM, Act.AGREE, Act.CONCEDE, Act.RETREAT})
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Aims:
    """Who may be meant where the statement names nobody: for each issue those who would carry it out, whom the last
    statement met, with whom the agreement was made that it speaks of, whose words the statement before reported,
    and the opponent of a core party. `goes_on` where the speaker's last statement stands in the same sentence."""

    agents: tuple[tuple[str, ...], ...] = ()
    before: str | None = None
    partners: tuple[str, ...] = ()
    answered: str | None = None
    rival: str | None = None
    goes_on: bool = False
    core: frozenset[str] = frozenset()


class TargetReader:
    """Takes the actor named best in the content, then who is responsible for its issue, then one beside it, then
    whom the exchange of statements suggests, then one before it."""

    def read(self, view: DocumentView, index: int, act: Act, aims: Aims) -> str | None:
        """The target's code, or None where nobody is meant."""
        attribution = view.attributions[index]
        codes = view.speaker_codes(index)
        own = frozenset(codes)
        score, named = self._named(view, index, own, act)
        if len(own) > 1 and (act in _JOINT or self._is_mutual(view, index)):
            return codes[-1]
        hearer = self._hearer(view, index, own)
        if hearer is not None:
            return hearer
        if act is Act.STATE:
            warned = any(_WARNING.search(c.of(view.text)) for c in attribution.cue)
            aimed = warned or attribution.kind is Kind.ASCRIBED
            return named if aimed and score >= 1.0 else self._concerned(view, index, own, aims, named)
        if act in _WANTS_AIM and _SEVERAL.match(attribution.content[0].of(view.text)):
            return None
        replied = aims.answered if self._answers(view, index) else None
        replied = self._denied(view, index, own) or replied if act is Act.REJECT else replied
        agent = _only_other(aims.agents, own) if act in _WANTS_AIM else None
        before = aims.before if aims.before not in own else None
        if replied is None and named is not None and score >= CLEAR:
            return ((agent or before) if self._takes_up(view, index) and score < SUBJECT else None) or named
        partner = _only_other((aims.partners,), own) if act in _WITH_PARTNERS else None
        beside = self._beside(view, index, own)
        faces = act in (_FACES if own & aims.core else _WANTS_AIM)
        faces = faces and not (act is Act.REJECT and self._denies_deed(view, index))
        answered = aims.answered if resumes(view, index) else None
        facing = (aims.answered if aims.answered in aims.core else None) or aims.rival
        nearest = before or (facing if faces else None) or self._last(view, index, own, act)
        return replied or agent or beside or partner or named or answered or nearest

    def _answers(self, view: DocumentView, index: int) -> bool:
        """Whether the cue says that the statement replies to the one before."""
        return any(_ANSWER.search(c.of(view.text)) for c in view.attributions[index].cue)

    def _concerned(
        self, view: DocumentView, index: int, own: frozenset[str], aims: Aims, named: str | None
    ) -> str | None:
        """Whom a mere statement concerns: the owner of what it takes up, the party that a wish or a condition is put
        to, or whom the sentence has met already."""
        attribution = view.attributions[index]
        if aims.answered is not None and (resumes(view, index) or self._answers(view, index)):
            return aims.answered
        if aims.goes_on and aims.before not in own and attribution.kind is not Kind.ASCRIBED:
            return aims.before
        content = " ".join(c.of(view.text) for c in attribution.content)
        wished = any(_WISH.search(c.of(view.text)) for c in attribution.cue)
        faces = bool(aims.core & own) and attribution.kind is not Kind.ASCRIBED
        put = faces and _PUT_TO.search(content) is not None
        if not (wished or put or (faces and aims.agents)):
            return None
        before = aims.before if aims.before in aims.core - own else None
        return (_only_other(aims.agents, own) if wished else None) or (named if put else None) or before or aims.rival

    def _is_mutual(self, view: DocumentView, index: int) -> bool:
        """Whether two speakers do to each other what the cue says ("clashed", "traded accusations")."""
        return any(_MUTUAL.search(c.of(view.text)) for c in view.attributions[index].cue)

    def _denied(self, view: DocumentView, index: int, own: frozenset[str]) -> str | None:
        """Whom a denial inside another's statement contradicts: the one whose statement it is."""
        attribution = view.attributions[index]
        outer = attribution.nested_in
        if outer is None or not any(_DENIAL.search(c.of(view.text)) for c in attribution.cue):
            return None
        return next((c for c in view.speaker_codes(outer) if c not in own), None)

    def denied_by(self, view: DocumentView, index: int) -> str | None:
        """Who denies a claim inside whose denial this statement is told."""
        attribution = view.attributions[index]
        if not any(_CLAIM.search(c.of(view.text)) for c in attribution.cue):
            return None
        for outer, other in enumerate(view.attributions):
            holds = any(c.covers(attribution.content[0]) for c in other.content)
            codes = [c for c in view.speaker_codes(outer) if c not in view.speaker_codes(index)]
            if outer != index and codes and holds and any(_DENIAL.search(c.of(view.text)) for c in other.cue):
                return codes[0]
        return None

    def _takes_up(self, view: DocumentView, index: int) -> bool:
        """Whether the content begins with what was spoken of before ("it could lead to", "the plan")."""
        return _TAKEN_UP.match(view.attributions[index].content[0].of(view.text)) is not None

    def _named(self, view: DocumentView, index: int, own: frozenset[str], act: Act) -> tuple[float, str | None]:
        best: tuple[float, int, str] | None = None
        denied = act is Act.REJECT and self._denies_deed(view, index)
        for span in view.attributions[index].content:
            mentions = view.mentions_in(span)
            for n, mention in enumerate(mentions):
                code = mention.speaker.actor
                if code is None or code in own or (denied and not _BY.search(view.text[: mention.span.start][-12:])):
                    continue
                follower = mentions[n + 1] if n + 1 < len(mentions) else None
                row = (-standing(view.text, span, mention, follower, act), mention.span.start, code)
                best = min(best, row) if best else row
        return (-best[0], best[2]) if best and best[0] < 0 else (0.0, None)

    def names_other(self, view: DocumentView, index: int) -> bool:
        """Whether the content names a side that is not the speaker's."""
        own = view.speaker_codes(index)
        named = (m.speaker.actor for s in view.attributions[index].content for m in view.mentions_in(s))
        return any(code and code not in own for code in named)

    def _denies_deed(self, view: DocumentView, index: int) -> bool:
        """ "denied [sending arms to the rebels]" is not aimed at those that it was said to be done to."""
        attribution = view.attributions[index]
        cue = " ".join(c.of(view.text) for c in attribution.cue)
        return bool(_DENIED.search(cue)) and bool(_DEED.match(attribution.content[0].of(view.text)))

    def _hearer(self, view: DocumentView, index: int, own: frozenset[str]) -> str | None:
        """The other side that stands alone between cue and content ("had pleaded with [the Lunians] to stop")."""
        attribution = view.attributions[index]
        start = attribution.content[0].start
        if not attribution.cue or not (end := attribution.cue[-1].end) < start <= end + _HEARER_WITHIN:
            return None
        heard = [m for m in view.mentions_in(Span(end, start)) if m.speaker.actor and not is_place(view.text, m)]
        sides = {m.speaker.actor for m in heard}
        return heard[0].speaker.actor if len(sides) == 1 and not sides & own else None

    def _beside(self, view: DocumentView, index: int, own: frozenset[str]) -> str | None:
        """An actor between the cue and the content, or right after the cue."""
        attribution = view.attributions[index]
        if not attribution.cue:
            return None
        cue = bounds(attribution.cue)
        sentence = view.sentence_at(cue.start)
        for mention in view.mentions_in(Span(cue.end, max(cue.end, sentence.end))):
            inside = any(s.covers(mention.span) for s in (*attribution.content, *attribution.source))
            if inside or mention.span.start - cue.end > 40 or is_place(view.text, mention):
                continue
            if mention.speaker.actor not in own:
                return mention.speaker.actor
        return None

    def _last(self, view: DocumentView, index: int, own: frozenset[str], act: Act) -> str | None:
        """The nearest actor before the statement that is not the speaker's own side."""
        if act not in _WANTS_AIM:
            return None
        attribution = view.attributions[index]
        start = min(s.start for s in (*attribution.source, *attribution.cue, *attribution.content))
        floor = view.sentences[max(0, view.sentence_index(start) - _NEAR)].start
        before = [
            m
            for m in view.mentions_in(Span(floor, max(floor, start)))
            if m.speaker.actor and m.speaker.actor not in own and not is_place(view.text, m)
        ]
        return before[-1].speaker.actor if before else None


def resumes(view: DocumentView, index: int) -> bool:
    """Whether a content is about what somebody has just said ("it", "that demand")."""
    return _ANAPHOR.match(view.attributions[index].content[0].of(view.text)) is not None


def _only_other(agents: tuple[tuple[str, ...], ...], own: frozenset[str]) -> str | None:
    """The one side besides the speaker's that an issue calls on; None where it calls on several."""
    for row in agents:
        others = [a for a in row if a not in own]
        if len(others) == 1:
            return others[0]
    return None
