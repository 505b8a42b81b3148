"""Who speaks where a statement names no source: attributions and one of them come in, whose words it is goes out.

A quotation without a cue goes on with the one before it; a headline quotes what the text below it repeats.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from standpoint.actors.people import Kind, Referent
from standpoint.actors.scene import Scene
from standpoint.model import Attribution
from standpoint.model import Kind as Way

_NOT_NAMED = "the source is not named"
_LEAD = 400
_INTERVIEW = re.compile(r"\binterview|\bQ&A\b|\bquestions and answers\b", re.IGNORECASE)


def implied_by(scene: Scene, attributions: Sequence[Attribution], index: int) -> int | Referent | str:
    """The index of the statement that has the same speaker, or the one interviewed, or why there is none."""
    own = attributions[index]
    repeated = _repeated(scene, attributions, index)
    if repeated is not None:
        return repeated
    if own.nested_in is not None:
        return "the statement around it names no source for it"
    if own.cue and own.kind not in (Way.DIRECT, Way.MIXED):
        return _NOT_NAMED
    before = [
        i for i, a in enumerate(attributions)
        if i != index and a.nested_in is None and a.content[-1].end <= own.content[0].start
    ]  # fmt: skip
    if before:
        last = max(before, key=lambda i: attributions[i].content[-1].end)
        if _adjoins(scene, attributions[last], own):
            return last
    return _interviewee(scene) or _NOT_NAMED


def _adjoins(scene: Scene, one: Attribution, other: Attribution) -> bool:
    """True where no more than a paragraph's end lies between two statements, cue and source of the first aside."""
    end = max(s.end for s in (*one.content, *one.cue, *one.source))
    return scene.view.text[end : other.content[0].start].count("\n\n") <= 1 and other.content[0].start - end < 300


def _repeated(scene: Scene, attributions: Sequence[Attribution], index: int) -> int | None:
    words = _content_words(scene, attributions[index])
    if len(words) < 3:
        return None
    for other, attribution in enumerate(attributions):
        told = other != index and attribution.source and attribution.nested_in is None
        if told and words in _content_words(scene, attribution):
            return other
    return None


def _content_words(scene: Scene, attribution: Attribution) -> str:
    text = " ".join(s.of(scene.view.folded) for s in attribution.content).lower()
    return " ".join(re.findall(r"\w+", text))


def _interviewee(scene: Scene) -> Referent | None:
    """The one person whom the top of an interview names."""
    if not _INTERVIEW.search(scene.view.text[:_LEAD]):
        return None
    named = {
        p.referent.id: p.referent
        for p in scene.places
        if p.referent.kind is Kind.PERSON and scene.view.starts[p.token] < _LEAD
    }
    return next(iter(named.values())) if len(named) == 1 else None
