"""Stance by class of English construction: cue, content with [[naming words]], stance; one table for each class.

The conflicts are real or made up and none of the sentences is a quotation; `[[-words]]` name the reverse of the
proposal.
"""

from __future__ import annotations

import pytest
from tests.coding.test_stance import judge, stance_of

from standpoint.coding.lexicon import load_reader
from standpoint.coding.operators import OperatorReader
from standpoint.coding.polarity import RuleStance
from standpoint.model import Kind

EXPLICIT = 0.7
"""From here on a judgement by rule rests on an operator that governs the naming words."""


@pytest.fixture(scope="module")
def rules() -> RuleStance:
    reader = load_reader()
    return RuleStance(reader, OperatorReader(reader))


ACCUSED_OF_HINDERING = [
    ("accused", "Rabat of dragging out the [[census of voters]]", "supports"),
    ("accused", "the junta of stringing out the [[handover of power]]", "supports"),
    ("accused", "Juba of flouting the [[truce]]", "supports"),
    ("blamed", "the speaker for sitting on the [[amnesty law]]", "supports"),
    ("complained", "that the ministry was dragging its heels on the [[demarcation]]", "supports"),
]
SAID_TO_HINDER = [
    ("said", "the militias were undermining the [[truce]]", "supports"),
    ("said", "the dam would violate the [[water treaty]]", "supports"),
    ("said", "they were undermining the council in favour of a [[new offensive]]", "opposes"),
    ("said", "“We will breach the [[blockade]].”", "opposes"),
]
BY_DOING = [
    ("accused", "Seoul of violating the accord by [[flying balloons]] over the line", "opposes"),
    ("accused", "the army of breaking the truce by [[shelling the port]]", "opposes"),
    ("condemned", "attempts to derail the vote by [[arming the clans]]", "opposes"),
    ("accused", "the rebels of undermining the talks by sending the [[column]] north", "opposes"),
]
REGRETTED = [
    ("said", "she was sorry that the two presidents would not [[meet in Tbilisi]]", "supports"),
    ("said", "it was a pity that there would be no [[exchange of prisoners]]", "supports"),
    ("said", "he was disappointed that the [[summit]] would not take place", "supports"),
    ("said", "unfortunately the rebels had not [[signed the accord]]", "supports"),
    ("said", "he was saddened by the [[offensive]]", "opposes"),
]
ONE_SENTENCE_AT_A_TIME = [
    ("said", "“We came to end the killing,” “An [[armistice]] should be signed this week.”", "supports"),
    ("said", "“They must stop the raids,” “The [[ferry]] should sail again.”", "supports"),
    ("said", "“Nobody refuses to talk.” “A [[no-fly zone]] must be set up.”", "supports"),
    ("said", "that the rebels must lay down their arms, and that the [[amnesty]] should come first", "supports"),
    ("said", "that the siege must end and that the [[convoys]] must be let through", "supports"),
    ("said", "that the base guarantees calm and that the [[-garrison]] will stay there", "opposes"),
]
NONE_WILL_BE_DONE = [
    ("said", "no [[hostage]] would be handed over before the siege was lifted", "conditional"),
    ("said", "no [[accord]] will be signed before the last checkpoint is gone", "conditional"),
    ("said", "no [[-detainees]] would be freed before the trial", "conditional"),
    ("said", "no [[referendum]] will be held", "opposes"),
]
ARGUMENT_OF_ANOTHER_VERB = [
    ("urged", "the army to hand the maps to the [[peacekeepers]]", None),
    ("called on", "both sides to give their lists of the missing to the [[commission]]", None),
    ("asked", "the rebels to deliver the bodies to the [[monitors]]", None),
    ("urged", "the council to send its remarks to the [[tribunal]]", None),
    ("urged", "the council to give its backing to the [[tribunal]]", "supports"),
    ("urged", "both sides to return to the [[ceasefire]]", "supports"),
]
JOINED_DEMANDS = [
    ("urged", "both sides to stop the raids and to [[open the crossing]]", "supports"),
    ("called on", "Khartoum to free the doctors and to [[let the convoys in]]", "supports"),
    ("demanded", "that Manila remove the wreck and [[sign the code of conduct]]", "supports"),
    ("urged", "the junta to end the curfew and [[hold elections]]", "supports"),
    ("urged", "the junta to end the curfew and the [[blockade]]", "opposes"),
]
REFUSED_TWICE = [
    ("accused", "them of refusing to face facts and [[recognise the council]]", "supports"),
    ("blamed", "the clans for failing to disarm and [[open the road]]", "supports"),
    ("criticised", "the refusal to free the crew and [[return the ship]]", "supports"),
    ("regretted", "that some still refuse to see reason and [[sign the charter]]", "supports"),
]
GAVE_UP_A_DEMAND = [
    ("withdrew his demand", "that the [[-monitors leave]]", "supports"),
    ("dropped its objections to", "the [[pipeline]]", "supports"),
    ("lifted its veto on", "the [[accession talks]]", "supports"),
    ("ended its boycott of", "the [[parliament]]", "supports"),
    ("gave up its claim to", "the [[islands]]", "opposes"),
    ("said", "his party had dropped its opposition to the [[land swap]]", "supports"),
]
CORRECTED = [
    ("said", "“I said in May that we would not [[meet]]. I was wrong. So we will [[meet]] them.”", "supports"),
    (
        "said",
        "“We used to reject the [[census]]. We changed our minds. We will accept the [[census]].”",
        "supports",
    ),
    ("said", "“I said the [[monitors]] must go. I have changed my mind, they did good work.”", "supports"),
    ("said", "“We demanded [[secession]]. That was a mistake. We reject [[secession]].”", "opposes"),
]
QUESTIONS = [
    ("asked", "whether the envoy would [[sign the accord]]", None),
    ("Asked about", "the [[summit]] that Cairo had proposed", None),
    ("asked", "what the next [[round of talks]] would bring", None),
    ("was asked", "why the army would not [[withdraw]]", None),
    ("asked", "the army to [[withdraw]]", "supports"),
    (":", "“We have invited both. Will the [[leaders meet]]”", None),
    (":", "“Does the alliance support the [[airlift]]”", None),
]
AS_SOON_AS = [
    ("said", "we will [[open the border]] as soon as the sanctions are lifted", "conditional"),
    ("said", "they are willing to [[share the water]] as soon as the dam is full", "conditional"),
    ("said", "he would [[attend the congress]] once the prisoners are home", "conditional"),
    ("said", "“We will open the port as soon as they [[lift the embargo]].”", "supports"),
]
NO_CONDITION = [
    ("said", "“We want the [[refugees to return]], and they look at us as if we were mad.”", "supports"),
    ("said", "we will [[sign the accord]] even if the rebels do not", "supports"),
    ("said", "we will not [[leave the valley]] even if they attack", "opposes"),
    ("demanded", "the [[evacuation of the sick]], if necessary by sea", "supports"),
]
RELATIVE_CLAUSES = [
    ("said", "the [[-closure of the port]] was a mistake that Asmara would pay for", "supports"),
    ("said", "the [[annexation]] is a crime that we will not forget", "opposes"),
    ("said", "the [[-boycott]] was a blunder that his party must answer for", "supports"),
    ("said", "the [[treaty]] was an achievement that nobody should belittle", "supports"),
]
SAYING_IS_NO_WILL = [
    ("said", "“We talked about the [[embargo]], and I will tell you that it was a long night.”", None),
    ("said", "“On the [[referendum]] we will say more tomorrow.”", None),
    ("said", "“I would note that the [[commission]] met in May.”", None),
    ("said", "“We will see what the [[talks]] bring.”", None),
]
TOLD_OF_OTHERS = [
    ("said", "“A country that calls itself a friend is insisting on [[arming the militia]].”", None),
    ("said", "“Some states want the [[partition of the island]].”", None),
    ("said", "“Certain capitals back the [[junta]].”", None),
    ("said", "“A neighbour of ours is demanding the [[corridor]].”", None),
    ("said", "some states were undermining the [[tribunal]]", "supports"),
]
JOINED_CLAUSES = [
    ("said", "the [[monitors]] must leave, and the mandate will not be renewed", "opposes"),
    ("said", "the [[truce]] must hold, and the army will not fire first", "supports"),
    ("said", "no one may block the road, and the [[convoys]] must pass", "supports"),
    ("said", "the siege must end, and the [[airport]] should be opened", "supports"),
]
SENT_AWAY = [
    ("said", "his side wanted the [[peacekeepers]] out", "opposes"),
    ("said", "the navy wants the [[monitors]] gone by May", "opposes"),
    ("demands", "the [[-mercenaries]] out of the capital", "supports"),
    ("wants", "the [[settlers]] off the hills", "opposes"),
    ("wants", "the [[peacekeepers]] to stay", "supports"),
    ("preferred", "to leave the [[mediators]] out of it", "opposes"),
    ("condemned", "the decision to put the [[vote]] off", "supports"),
]
BARE_FACTS = [
    ("said", "the [[sanctions]] were imposed because of the war", None),
    ("said", "the [[corridor]] had been imposed by decree", None),
    ("said", "a clerk of the [[commission]] had promised to call back", None),
    ("said", "an [[imposed settlement]] would be a grave mistake", "opposes"),
]
TABLES = {name.lower(): rows for name, rows in list(globals().items()) if name.isupper() and isinstance(rows, list)}


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [pytest.param(*row, id=f"{name}: {row[1][:50]}") for name, rows in TABLES.items() for row in rows],
)
def test_class(rules: RuleStance, cue: str, content: str, expected: str | None) -> None:
    kind = Kind.DIRECT if content.startswith("“") else Kind.INDIRECT
    assert stance_of(rules, cue, content, kind) == expected


WEAK = [
    ("supports", "an assembly with wide powers over schools, courts, roads and [[fishing licences]]"),
    ("wants", "the two companies to share the costs of the works on the road beside the [[pipeline]]"),
    ("praised", "the envoy. He spoke of the [[ceasefire]]"),
]
EXPLICITLY = [
    ("rejected", "the [[ceasefire]]"),
    ("said", "the [[blockade]] must end"),
    ("said", "we will not [[sign the treaty]]"),
]


@pytest.mark.parametrize(("cue", "content"), WEAK)
def test_what_stands_far_away_is_left_to_a_model(rules: RuleStance, cue: str, content: str) -> None:
    assert judge(rules, cue, content).confidence < EXPLICIT


@pytest.mark.parametrize(("cue", "content"), EXPLICITLY)
def test_what_is_governed_is_kept(rules: RuleStance, cue: str, content: str) -> None:
    assert judge(rules, cue, content).confidence >= EXPLICIT
