"""Follows who answers whom through a document: statements and their targets come in, in text order, and whom the
next one may mean comes out.

Coders read a statement against those before it: "it" is what the other side has just proposed, and a party that names
nobody speaks to its opponent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from standpoint.coding.targets import Aims, resumes
from standpoint.coding.view import DocumentView

_SAME_SPEAKER, _ANSWER = 3, 3
_ADDRESSED = 3


@dataclass(frozen=True, slots=True)
class _Turn:
    """One statement read: where it stands, who speaks, at whom it is aimed, and whether it resumed another's."""

    sentence: int
    ids: frozenset[str]
    codes: tuple[str, ...]
    target: str | None
    resumes: bool


class Exchange:
    """The statements of one document read so far. `core` are the parties that negotiate."""

    def __init__(self, view: DocumentView, core: Iterable[str]) -> None:
        self._view = view
        self._core = frozenset(core)
        self._turns: list[_Turn] = []
        named = Counter(m.speaker.actor for m in view.actors.mentions if m.speaker.actor)
        self._weights: Counter[tuple[str | None, str | None]] = Counter(
            {(a, b): named[b] for a in self._core for b in self._core if a != b}
        )

    def aims(self, index: int, agents: tuple[tuple[str, ...], ...], partners: tuple[str, ...]) -> Aims:
        """Who may be meant by a statement that names nobody."""
        sentence, ids, codes = self._place(index)
        last = next((t for t in reversed(self._turns) if ids & t.ids and t.target), None)
        near = last is not None and sentence - last.sentence <= _SAME_SPEAKER
        return Aims(
            agents,
            _other(last, codes) if last is not None and near else None,
            partners,
            self._answered(sentence, codes),
            self._rival(codes),
            last is not None and sentence == last.sentence,
            self._core,
        )

    def note(self, index: int, target: str | None) -> None:
        """Takes in whom a statement was aimed at."""
        sentence, ids, codes = self._place(index)
        self._turns.append(_Turn(sentence, ids, codes, target, resumes(self._view, index)))
        first, second = (*codes, target, None)[:2]
        for pair in ((first, second), (second, first)):
            if pair in self._weights:
                self._weights[pair] += _ADDRESSED

    def _place(self, index: int) -> tuple[int, frozenset[str], tuple[str, ...]]:
        view = self._view
        ids = frozenset(s.id for s in view.actors.resolutions[index].speakers)
        return view.sentence_index(view.attributions[index].content[0].start), ids, view.speaker_codes(index)

    def _answered(self, sentence: int, codes: tuple[str, ...]) -> str | None:
        """The owner of what was said last: its speaker, or the one whose words that speaker took up."""
        for turn in reversed(self._turns):
            if sentence - turn.sentence > _ANSWER:
                return None
            if turn.codes and not set(turn.codes) & set(codes):
                owner = turn.target if turn.resumes else None
                return owner if owner and owner not in codes else turn.codes[0]
        return None

    def _rival(self, codes: tuple[str, ...]) -> str | None:
        """The party that a core party has met most in this document."""
        if len(codes) != 1 or codes[0] not in self._core:
            return None
        return max(((n, b) for (a, b), n in self._weights.items() if a == codes[0] and n), default=(0, None))[1]


def _other(turn: _Turn, codes: tuple[str, ...]) -> str | None:
    """Whom a turn met: its target, or of two who spoke together the other one."""
    return next((c for c in (turn.target, *turn.codes) if c not in codes), None)
