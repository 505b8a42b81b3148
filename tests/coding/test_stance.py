"""Stance by rule: a cue, a content with the words that name the issue in [[brackets]] -> the stance on the issue.

`[[-words]]` name the reverse of the proposal. The conflicts are many and half of them made up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest

from standpoint.coding.lexicon import load_reader
from standpoint.coding.operators import OperatorReader
from standpoint.coding.polarity import RuleStance
from standpoint.coding.stance import Naming, StanceJudgement, StancePair
from standpoint.model import Kind, Span


@dataclass(frozen=True)
class _Issue:
    id: str = "issue"
    label: str = "Issue"
    description: str = "Something should be done."
    aliases: tuple[str, ...] = ()
    supports: tuple[str, ...] = field(default=())
    opposes: tuple[str, ...] = field(default=())


@pytest.fixture(scope="module")
def rules() -> RuleStance:
    reader = load_reader()
    return RuleStance(reader, OperatorReader(reader))


def stance_of(rules: RuleStance, cue: str, marked: str, kind: Kind = Kind.INDIRECT) -> str | None:
    judged = judge(rules, cue, marked, kind)
    return judged.stance.value if judged.stance else None


def judge(rules: RuleStance, cue: str, marked: str, kind: Kind = Kind.INDIRECT) -> StanceJudgement:
    named, text, at = [], "", 0
    for m in re.finditer(r"\[\[(-?)(.*?)\]\]", marked):
        text += marked[at : m.start()]
        named.append(Naming(Span(len(text), len(text) + len(m[2])), -1 if m[1] else 1))
        text, at = text + m[2], m.end()
    text += marked[at:]
    pair = StancePair(_Issue(), cue, text, kind, tuple(named))  # type: ignore[arg-type]
    return rules.judge([pair])[0]


CUES = [
    ("called for", "an immediate [[ceasefire]] in the valley", "supports"),
    ("demanded", "the [[withdrawal of the garrison]]", "supports"),
    ("urged", "both sides to [[open the border]]", "supports"),
    ("welcomed", "the [[prisoner exchange]]", "supports"),
    ("endorsed", "the plan for a [[referendum]]", "supports"),
    ("praised", "the [[disarmament of the militia]] as historic", "supports"),
    ("insists on", "[[direct talks]]", "supports"),
    ("wants", "the [[peace treaty]] to be signed this year", "supports"),
    ("hopes for", "a [[return of the refugees]]", "supports"),
    ("is committed to", "the [[two-state solution]]", "supports"),
    ("agreed to", "[[demarcate the frontier]]", "supports"),
    ("seeks", "to [[keep the status quo]]", "supports"),
    ("rejected", "a [[federal constitution]]", "opposes"),
    ("opposed", "the [[deployment of peacekeepers]]", "opposes"),
    ("refused", "to [[hold direct talks]] with the rebels", "opposes"),
    ("condemned", "the [[offensive]] in the north", "opposes"),
    ("vetoed", "the [[arms embargo]]", "opposes"),
    ("boycotted", "the [[peace conference]]", "opposes"),
    ("criticised", "the [[partition plan]]", "opposes"),
    ("ruled out", "any [[autonomy for the province]]", "opposes"),
    ("warned against", "a hasty [[lifting of sanctions]]", "opposes"),
    ("denounced", "the [[naval blockade]]", "opposes"),
    ("is angry at", "the [[supply of weapons]] to the militia", "opposes"),
    ("turned down", "the [[power-sharing deal]]", "opposes"),
]

REVERSALS = [
    ("condemned", "the decision to [[-withdraw]] the troops", "supports"),
    ("welcomed", "the [[-withdrawal]]", "opposes"),
    ("condemned", "the refusal to [[open the crossing]]", "supports"),
    ("accused", "the government of failing to [[implement the truce]]", "supports"),
    ("accused", "the rebels of undermining the [[peace process]]", "supports"),
    ("blamed", "the ministry for blocking the [[aid convoys]]", "supports"),
    ("called for", "an end to the [[siege]]", "opposes"),
    ("demanded", "that the army stop the [[offensive]]", "opposes"),
    ("urged", "the junta to lift the [[curfew]]", "opposes"),
    ("urged", "the parties to abandon the [[dam project]]", "opposes"),
    ("welcomed", "the end of the [[blockade]]", "opposes"),
    ("does not support", "the [[annexation]]", "opposes"),
    ("did not reject", "the [[ceasefire proposal]]", "supports"),
    ("is not opposed to", "the [[observer mission]]", "supports"),
    ("has never opposed", "the [[referendum]]", "supports"),
    ("cannot accept", "the [[new border line]]", "opposes"),
    ("would not accept", "the [[new border line]]", "opposes"),
    ("rejected", "calls to [[-halt the offensive]]", "supports"),
    ("opposes", "attempts to cancel the [[election]]", "supports"),
    ("criticised", "the delay of the [[election]]", "supports"),
]

SAYINGS = [
    ("said", "the [[corridor]] should be opened without delay", "supports"),
    ("said", "the [[corridor]] must be opened", "supports"),
    ("said", "the [[corridor]] should not be opened", "opposes"),
    ("said", "the [[blockade]] must be lifted", "opposes"),
    ("said", "the [[blockade]] must end", "opposes"),
    ("said", "a [[ceasefire]] is the only way to save lives", "supports"),
    ("said", "there is no alternative to [[negotiations]]", "supports"),
    ("said", "[[recognition of the province]] is a red line", "opposes"),
    ("said", "[[recognition of the province]] is out of the question", "opposes"),
    ("said", "[[foreign troops]] on the island would be unacceptable", "opposes"),
    ("said", "it is unacceptable for [[foreign troops to remain]]", "opposes"),
    ("said", "it is important to [[resume the talks]]", "supports"),
    ("said", "it is not acceptable to [[close the crossing]]", "opposes"),
    ("said", "the [[pipeline]] is not a threat to anyone", "supports"),
    ("said", "a [[-withdrawal]] would create a dangerous vacuum", "supports"),
    ("said", "the [[offensive]] would lead to bloodshed", "opposes"),
    ("said", "we will [[sign the treaty]]", "supports"),
    ("said", "we will not [[sign the treaty]]", "opposes"),
    ("said", "he would never [[negotiate with the rebels]]", "opposes"),
    ("said", "there would be no [[military operation]]", "opposes"),
    ("said", "they are ready to [[hold elections]]", "supports"),
    ("said", "they are not ready to [[hold elections]]", "opposes"),
    ("said", "they saw no need to [[negotiate]]", "opposes"),
    ("said", "his side supports the [[demilitarised zone]]", "supports"),
    ("said", "his side does not support the [[demilitarised zone]]", "opposes"),
    ("said", "his side had nothing against the [[demilitarised zone]]", "supports"),
    ("said", "nobody should block the [[aid route]]", "supports"),
    ("denied", "that the [[dam]] was a threat to the delta", "supports"),
]

SAYINGS += [
    ("said", "the [[filling of the dam]] would go ahead in July", "supports"),
    ("said", "the [[congress]] will proceed", "supports"),
    ("said", "he wants talks, and after that he wants the [[border commission]] to meet", "supports"),
]

CONDITIONS = [
    ("said", "they would [[sign the treaty]] only if the prisoners are freed", "conditional"),
    ("said", "they will not [[lift the sanctions]] unless inspectors return", "conditional"),
    ("said", "they would accept a [[ceasefire]] provided that the siege ends", "conditional"),
    ("said", "they are ready to [[pay for reconstruction]] on condition that the president leaves", "conditional"),
    ("said", "we will not [[withdraw]] until the militia is disarmed", "conditional"),
    ("said", "they would [[return to the talks]] if shelling stops", "conditional"),
    ("offered", "to [[release the hostages]] in exchange for a truce", "conditional"),
    ("said", "they will [[stay]] until the last town is free", "supports"),
    ("said", "if they [[attack the island]], we will respond with force", "opposes"),
    ("said", "it would retaliate if the neighbour [[builds the dam]]", "opposes"),
]

NOTHING = [
    ("urged", "the rivals to talk before the [[second filling of the dam]]", None),
    ("urged", "the rivals to talk before they start the [[second filling of the dam]]", None),
    ("said", "the envoy left after the [[border commission]] met", None),
    ("said", "the [[talks]] took place in Geneva", None),
    ("said", "the [[ceasefire]] had held for two days", None),
    ("noted", "that the [[corridor]] is forty kilometres long", None),
    ("said", "the [[peace conference]] opens on Monday", None),
    ("reported", "that the [[election]] was held in May", None),
    ("said", "3,000 people live beside the [[pipeline]]", None),
    ("rejected", "reports that the [[offensive]] had begun", None),
    ("gave different views on", "whether the [[president should leave]]", "unclear"),
    ("clashed over", "the [[border commission]]", "unclear"),
]

OWN_WORDS = [
    ("said", "nothing but a [[ceasefire]] will do", "supports"),
    ("said", "the [[blockade]] has achieved nothing but hunger", "opposes"),
    ("said", "“Recognise our [[borders]] and sign the treaty.”", "supports"),
    ("said", "“Stop the [[shelling]] now.”", "opposes"),
    ("said", "“Let us start the [[negotiations]].”", "supports"),
    ("said", "“We need a [[ceasefire]].”", "supports"),
    ("said", "“We do not need [[foreign mediators]].”", "opposes"),
    ("said", "“The army must not shell the town and must allow [[aid]] in.”", "supports"),
    ("said", "“Never will we accept the [[partition]].”", "opposes"),
    ("said", "anyone who calls the [[partition]] a solution is mistaken", "opposes"),
]

HARD = [
    ("said", "“Do not shell the town, and allow [[aid]] in.”", "supports"),
    ("said", "whoever opposes the [[constitution]] betrays the people", "supports"),
    ("asked", "“Who would want to live under such an [[occupation]]?”", "opposes"),
    ("said", "the time for [[talks]] has passed", "opposes"),
]


@pytest.mark.parametrize(("cue", "content", "expected"), [*CUES, *REVERSALS, *SAYINGS, *CONDITIONS, *NOTHING])
def test_stance(rules: RuleStance, cue: str, content: str, expected: str | None) -> None:
    assert stance_of(rules, cue, content) == expected


@pytest.mark.parametrize(("cue", "content", "expected"), OWN_WORDS)
def test_stance_in_own_words(rules: RuleStance, cue: str, content: str, expected: str | None) -> None:
    assert stance_of(rules, cue, content, Kind.DIRECT) == expected


@pytest.mark.xfail(strict=True, reason="irony, rhetorical questions and fixed phrases need a trained model")
@pytest.mark.parametrize(("cue", "content", "expected"), HARD)
def test_stance_beyond_rules(rules: RuleStance, cue: str, content: str, expected: str | None) -> None:
    assert stance_of(rules, cue, content, Kind.DIRECT) == expected
