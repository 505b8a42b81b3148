"""Traces one actor's stance on one issue over time: evidence comes in, stretches of one stance each go out.

The rules of the field that decide what counts are all in this file; see `trace_stance`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from standpoint.model import Grade, Stance
from standpoint.positions.evidence import Evidence, best_grade, by_day
from standpoint.positions.tellings import group_tellings


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stance from `since` (inclusive) to `until` (exclusive; None where it is the last known).

    `since` is None where no statement has a day. `statements` express the stance; `differing` fall into the same
    time, have the same standing and express another; `ascribed` is what others ascribe to the actor while there is
    its own word. `shifted_from` is the stance that the actor left for this one.
    """

    stance: Stance
    since: date | None
    until: date | None
    statements: tuple[Evidence, ...]
    differing: tuple[Evidence, ...]
    ascribed: tuple[Evidence, ...]
    shifted_from: Stance | None


def trace_stance(evidence: Iterable[Evidence]) -> tuple[Stretch, ...]:
    """The stretches of one actor's stance on one issue, in order of time.

    Whose word counts. A party's own words and what an outlet reports of them make its position. What others ascribe
    to it makes one only for the days before the first of these, or where there is none; from then on it is kept in
    `ascribed`, whether it agrees or not, and overrides nothing.

    What a day says. Of a day's statements those that take no side (`unclear`) are left aside, and of the rest only
    those of the best grade speak: own words before reported. The stance that most of them express is the day's; the
    same statement told by several outlets counts once. On a tie the stance held so far stays; where none of the tied
    ones was held, `conditional` is taken if it is among them, for a condition contradicts neither yes nor no; else
    the day is `unclear`.

    When a stance changes. A day with another stance than the one held ends the stretch and begins a new one, with a
    shift. An `unclear` day ends nothing; a stretch that began `unclear` ends with the first day that takes a side,
    and that is no shift. From what was ascribed to a party to its own word there is no shift either.

    Statements without a day begin and end nothing: each joins the last stretch with its stance, else the last
    stretch. Where no statement has a day, all are taken as of one day, and `since` is None.
    """
    rows = sorted(evidence, key=by_day)
    own = [e for e in rows if e.grade is not Grade.ASCRIBED]
    ascribed = [e for e in rows if e.grade is Grade.ASCRIBED]
    if not own:
        return _trace(ascribed)
    first = min((e.day for e in own if e.day is not None), default=None)
    before: list[Evidence] = []
    aside: list[Evidence] = []
    for e in ascribed:
        (before if first is not None and e.day is not None and e.day < first else aside).append(e)
    earlier = list(_trace(before))
    if earlier:
        earlier[-1] = replace(earlier[-1], until=first)
    return (*earlier, *_with_ascribed(_trace(own), aside))


def judge_day(evidence: Sequence[Evidence], held: Stance | None) -> Stance:
    """The stance that the statements of one day express, by the rules of `trace_stance`; `held` is the one before."""
    sided = [e for e in evidence if e.stance is not Stance.UNCLEAR]
    if not sided:
        return Stance.UNCLEAR
    best = best_grade(sided)
    speaking = [e for e in sided if e.grade is best]
    votes = [stance for telling in group_tellings(speaking) for stance in {e.stance for e in telling}]
    most = max(votes.count(s) for s in votes)
    tied = {s for s in votes if votes.count(s) == most}
    if len(tied) == 1:
        return tied.pop()
    if held in tied:
        return held or Stance.UNCLEAR
    return Stance.CONDITIONAL if Stance.CONDITIONAL in tied else Stance.UNCLEAR


def _trace(rows: Sequence[Evidence]) -> tuple[Stretch, ...]:
    """Stretches from evidence of one standing, sorted by day."""
    dated = [e for e in rows if e.day is not None]
    undated = [e for e in rows if e.day is None]
    if not rows:
        return ()
    if not dated:
        return (_make_stretch(judge_day(undated, None), None, undated, None),)
    found: list[tuple[Stance, date, list[Evidence]]] = []
    for day, group in groupby(dated, key=lambda e: e.day):
        held = found[-1][0] if found else None
        of_day = list(group)
        stance = judge_day(of_day, held)
        if found and stance in (held, Stance.UNCLEAR):
            found[-1][2].extend(of_day)
        else:
            found.append((stance, day or date.min, of_day))
    last_with = {stance: members for stance, _, members in found}
    for e in undated:
        last_with.get(e.stance, found[-1][2]).append(e)
    stretches = []
    for number, (stance, since, members) in enumerate(found):
        before = found[number - 1][0] if number else None
        stretch = _make_stretch(stance, since, members, None if before is Stance.UNCLEAR else before)
        until = found[number + 1][1] if number + 1 < len(found) else None
        stretches.append(replace(stretch, until=until))
    return tuple(stretches)


def _make_stretch(
    stance: Stance, since: date | None, members: Sequence[Evidence], shifted_from: Stance | None
) -> Stretch:
    """A stretch of `unclear` rests on all its statements: none takes a side, or several cancel out."""
    holding = tuple(e for e in members if stance in (e.stance, Stance.UNCLEAR))
    rest = tuple(e for e in members if stance not in (e.stance, Stance.UNCLEAR))
    return Stretch(stance, since, None, holding, rest, (), shifted_from)


def _with_ascribed(stretches: Sequence[Stretch], aside: Sequence[Evidence]) -> tuple[Stretch, ...]:
    """Ascribed statements go to the stretch that their day falls into, undated ones to the last."""
    mine: list[list[Evidence]] = [[] for _ in stretches]
    begins = [s.since or date.min for s in stretches]
    for e in aside:
        mine[-1 if e.day is None else bisect_right(begins, e.day) - 1].append(e)
    return tuple(replace(s, ascribed=tuple(rows)) for s, rows in zip(stretches, mine, strict=True))
