"""Acts and targets: "source (cue) [content]" -> PLOVER act and target, in made-up states.

Names: Arland (ARL), Borduria (BOR), Cascara (CAS); the speaker is Arland's unless the source says otherwise.
"""

from __future__ import annotations

import re

import pytest

from standpoint.coding.acts import ActReader
from standpoint.coding.lexicon import load_reader
from standpoint.coding.targets import Aims
from standpoint.coding.view import build_view
from standpoint.model import ActorMention, Attribution, Document, Kind, Resolution, ResolvedActors, Span, Speaker

NAMES = {
    "Arland": "ARL",
    "Arlandian": "ARL",
    "Borduria": "BOR",
    "Bordurian": "BOR",
    "Cascara": "CAS",
    "Cascaran": "CAS",
}
_PLACES = re.compile(r"\b(?:" + "|".join(sorted(NAMES, key=len, reverse=True)) + r")\b")


def speaker(code: str) -> Speaker:
    return Speaker(code.lower(), code, code, "GOV", None, "name", 1.0)


@pytest.fixture(scope="module")
def acts() -> ActReader:
    return ActReader(load_reader())


def act_of(acts: ActReader, sentence: str, kind: Kind) -> tuple[str, str | None]:
    """`source (cue) [content]`, in this order; the brackets go, the spans stay."""
    text, spans, at = "", {"(": [], "[": []}, 0
    for m in re.finditer(r"\((.*?)\)|\[(.*?)\]", sentence):
        text += sentence[at : m.start()]
        words = m[1] if m[1] is not None else m[2]
        spans[m.group()[0]].append(Span(len(text), len(text) + len(words)))
        text, at = text + words, m.end()
    text += sentence[at:]
    cue, content = tuple(spans["("]), tuple(spans["["])
    source = Span(0, min(cue[0].start, content[0].start))
    mentions = tuple(ActorMention(Span(*m.span()), speaker(NAMES[m.group()])) for m in _PLACES.finditer(text))
    own = next((m.speaker for m in mentions if source.covers(m.span)), speaker("ARL"))
    attribution = Attribution((source,), cue, content, kind, 1.0)
    view = build_view(
        Document("d", text, language="en"),
        [attribution],
        ResolvedActors((Resolution((own,)),), mentions),
        load_reader(),
    )
    reading = acts.read(view, 0, Aims())
    return reading.act.value, reading.target


BY_CUE = [
    ("Arland (would not accept) [the Bordurian map]", "REJECT", "BOR"),
    ("Arland (did not dispute) [the Bordurian map]", "STATE", None),
    ("Arland (does not demand) [that Borduria leave]", "STATE", None),
    ("Arland (called) [the Bordurian report “a fairy tale”]", "REJECT", "BOR"),
    ("Arland (has sworn) [to burn every Bordurian village]", "THREATEN", "BOR"),
    ("Arland (asked) [who had fired on the Bordurian post]", "STATE", None),
    ("Arland (accused) [Borduria of shelling the border]", "ACCUSE", "BOR"),
    ("Arland (blamed) [Borduria for the collapse of the talks]", "ACCUSE", "BOR"),
    ("Arland (condemned) [the attack by Borduria]", "ACCUSE", "BOR"),
    ("Arland (denounced) [Bordurian policy as hostile]", "ACCUSE", "BOR"),
    ("Arland (criticised) [Borduria over the dam]", "ACCUSE", "BOR"),
    ("Arland (complained) [that Borduria had closed the road]", "ACCUSE", "BOR"),
    ("Arland (expressed concern) [over the Bordurian build-up]", "ACCUSE", "BOR"),
    ("Arland (urged) [Borduria to open the border]", "REQUEST", "BOR"),
    ("Arland (called on) [Borduria to free the prisoners]", "REQUEST", "BOR"),
    ("Arland (demanded) [that Borduria pull back its troops]", "REQUEST", "BOR"),
    ("Arland (asked) [Borduria for more time]", "REQUEST", "BOR"),
    ("Arland (appealed to) [Borduria to show restraint]", "REQUEST", "BOR"),
    ("Arland (has pleaded with) [Borduria to let aid through]", "REQUEST", "BOR"),
    ("Arland (has pleaded with) Borduria [to press Cascara to let aid through]", "REQUEST", "BOR"),
    ("Arland (told) [Borduria to leave]", "REQUEST", "BOR"),
    ("Arland (warned against) [a new offensive by Borduria]", "REQUEST", "BOR"),
    ("Arland (rejected) [the Bordurian offer]", "REJECT", "BOR"),
    ("Arland (refused) [to meet with Borduria]", "REJECT", "BOR"),
    ("Arland (denied) [the charges made by Borduria]", "REJECT", "BOR"),
    ("Arland (dismissed) [an appeal from Borduria]", "REJECT", "BOR"),
    ("Arland (vetoed) [a resolution tabled by Borduria]", "REJECT", "BOR"),
    ("Arland (ruled out) [talks with Borduria]", "REJECT", "BOR"),
    ("Arland (opposed) [the plan drawn up by Cascara]", "REJECT", "CAS"),
    ("Arland (boycotted) [the meeting called by Cascara]", "REJECT", "CAS"),
    ("Arland (threatened) [to break relations with Borduria]", "THREATEN", "BOR"),
    ("Arland (warned) [Borduria of grave consequences]", "THREATEN", "BOR"),
    ("Arland (vowed) [to retake the valley from Borduria]", "THREATEN", "BOR"),
    ("Arland (praised) [Borduria for its restraint]", "SUPPORT", "BOR"),
    ("Arland (welcomed) [the move by Borduria]", "SUPPORT", "BOR"),
    ("Arland (thanked) [Cascara for its mediation]", "SUPPORT", "CAS"),
    ("Arland (hailed) [Cascara as a friend]", "SUPPORT", "CAS"),
    ("Arland (agreed to) [a truce with Borduria]", "AGREE", "BOR"),
    ("Arland (accepted) [the plan of Cascara]", "AGREE", "CAS"),
    ("Arland (promised) [help to Cascara]", "AGREE", "CAS"),
    ("Arland (pledged) [to work with Borduria]", "AGREE", "BOR"),
    ("Arland (has offered) [to host talks]", "AGREE", None),
    ("Arland (discussed) [the border with Borduria]", "CONSULT", "BOR"),
    ("Arland (demanded) [an apology]", "REQUEST", None),
    ("Arland (lodged a protest) [over the overflight by Borduria]", "ACCUSE", "BOR"),
    ("Arland (did not rule out) [talks with Borduria]", "STATE", None),
    ("Arland (expressed gratitude) [to Cascara]", "SUPPORT", "CAS"),
    ("Arland (offered) [to give up half the seats to Borduria]", "CONCEDE", "BOR"),
    ("Arland (invited) [the president of Borduria to the palace]", "REQUEST", "BOR"),
    ("Arland (would not hear of) [a share for Borduria]", "REJECT", "BOR"),
]

BY_CONTENT = [
    ("Arland (said) [it would attack the Bordurian army]", "THREATEN", "BOR"),
    ("Arland (said) [it would shortly mount an assault on Borduria]", "THREATEN", "BOR"),
    ("Arland (said) [it would impose sanctions on Borduria]", "THREATEN", "BOR"),
    ("Arland (said) [it would not negotiate with Borduria]", "REJECT", "BOR"),
    ("Arland (said) [it will not accept the line drawn by Borduria]", "REJECT", "BOR"),
    ("Arland (said) [talks with Borduria were out of the question]", "REJECT", "BOR"),
    ("Arland (said) [it was not possible to talk to Borduria]", "REJECT", "BOR"),
    ("Arland (said) [Borduria had violated the truce]", "ACCUSE", "BOR"),
    ("Arland (said) [Borduria had attacked two villages]", "ACCUSE", "BOR"),
    ("Arland (said) [Borduria had refused to meet the envoys]", "ACCUSE", "BOR"),
    ("Arland (said) [Borduria was insincere]", "ACCUSE", "BOR"),
    ("Arland (said) [the conduct of Borduria was provocative]", "ACCUSE", "BOR"),
    ("Arland (said) [the Bordurian president was a threat to peace]", "ACCUSE", "BOR"),
    ("Arland (said) [Borduria must return the valley]", "REQUEST", "BOR"),
    ("Arland (said) [Borduria should withdraw its army]", "REQUEST", "BOR"),
    ("Arland (said) [Borduria must not shell the town]", "REQUEST", "BOR"),
    ("Arland (said) [Cascara was a strategic partner]", "SUPPORT", "CAS"),
    ("Arland (said) [Cascara was right]", "SUPPORT", "CAS"),
    ("Arland (said) [it had met with Borduria]", "CONSULT", "BOR"),
    ("Arland (said) [it had held talks with Borduria]", "CONSULT", "BOR"),
    ("Arland (said) [it had discussed the border with Borduria]", "CONSULT", "BOR"),
    ("Arland (said) [it was working with Cascara on a patrol]", "COOPERATE", "CAS"),
    ("Arland (said) [it had shared intelligence with Cascara]", "COOPERATE", "CAS"),
    ("Arland (said) [it had withdrawn its troops]", "RETREAT", None),
    ("Arland (said) [it would release the prisoners]", "AGREE", None),
    ("Arland (said) [it had reached an agreement with Borduria]", "AGREE", "BOR"),
    ("Arland (said) [there would be no military operation]", "AGREE", None),
    ("Arland (said) [it had sent food to Cascara]", "AID", "CAS"),
    ("Arland (said) [it had recalled its ambassador from Borduria]", "SANCTION", "BOR"),
    ("Arland (said) [it had expelled two Bordurian diplomats]", "SANCTION", "BOR"),
    ("Arland (said) [its army had shelled Borduria]", "ASSAULT", "BOR"),
    ("Arland (announced) [the withdrawal of its troops]", "RETREAT", None),
    ("Arland (said) [the road is forty miles long]", "STATE", None),
    ("Arland (said) [the session opens on Monday]", "STATE", None),
    ("Arland (said) [Borduria lies to the north]", "STATE", None),
    ("Arland (said) [the harvest had been good]", "STATE", None),
    ("Arland (noted) [that the season was long]", "STATE", None),
    ("Arland (said) [it did not attack Borduria]", "AGREE", "BOR"),
    ("Arland (said) [no soldier of Arland would leave the ridge]", "REJECT", None),
    ("Arland (said) [not a single lorry will pass]", "REJECT", None),
    ("Arland (said) [nobody in the palace would discuss it with Borduria]", "REJECT", "BOR"),
    ("Arland (said) [nobody would be harmed]", "STATE", None),
    ("Arland (said) [the shelling has to stop first]", "REQUEST", None),
    ("Arland (said) [it expected a share of the tolls from Borduria]", "REQUEST", "BOR"),
    ("Arland (said) [its soldiers would bring in their rifles]", "AGREE", None),
    ("Arland (said) [more raids would follow]", "THREATEN", None),
    ("Arland (said) [the wish of Borduria was not unreasonable]", "SUPPORT", "BOR"),
    ("Arland (said) [it had been shown no map by Borduria]", "ACCUSE", "BOR"),
    ("Arland (said) [Borduria was sheltering a commander of the rebels]", "ACCUSE", "BOR"),
]

ASCRIBED = [
    ("Arland (wants) [Borduria to sign the treaty]", "STATE", "BOR"),
    ("Arland (believes) [the war is over]", "STATE", None),
    ("Arland (hopes) [that the talks succeed]", "STATE", None),
    ("Arland (is angry at) [the support that Cascara gives]", "ACCUSE", "CAS"),
    ("Arland (is preparing) [to send troops into the valley]", "MOBILIZE", None),
    ("Arland (sees) [the dam as a danger]", "STATE", None),
    ("Arland (plans) [to impose sanctions on Borduria]", "THREATEN", "BOR"),
]

OWN_WORDS = [
    ("“[We will never negotiate with Borduria],” Arland's leader (said)", "REJECT", "BOR"),
    ("“[Let us start the talks],” he (said)", "REQUEST", None),
    ("“[I would like to thank Cascara],” he (said)", "SUPPORT", "CAS"),
    ("“[Borduria must leave],” he (said)", "REQUEST", "BOR"),
    ("“[We met with Borduria in May],” he (said)", "CONSULT", "BOR"),
    ("“[We will strike Borduria],” he (said)", "THREATEN", "BOR"),
    ("“[They attacked us],” he (said)", "STATE", None),
    ("“[Where is the promised aid?]” he (asked)", "STATE", None),
    ("“[Take the rest.]” he (said)", "REQUEST", None),
    ("“[Send them home, all of them],” he (said)", "REQUEST", None),
    ("“[The rest is easy. Do not ask us to leave],” he (said)", "REQUEST", None),
    ("“[Leave was granted to the whole crew],” he (said)", "STATE", None),
    ("“[I would be lying if I said that Borduria was ready],” he (said)", "STATE", None),
]


@pytest.mark.parametrize(("sentence", "act", "target"), [*BY_CUE, *BY_CONTENT])
def test_act_of_reported_speech(acts: ActReader, sentence: str, act: str, target: str | None) -> None:
    assert act_of(acts, sentence, Kind.INDIRECT) == (act, target)


@pytest.mark.parametrize(("sentence", "act", "target"), ASCRIBED)
def test_act_of_ascribed_views(acts: ActReader, sentence: str, act: str, target: str | None) -> None:
    assert act_of(acts, sentence, Kind.ASCRIBED) == (act, target)


@pytest.mark.parametrize(("sentence", "act", "target"), OWN_WORDS)
def test_act_of_own_words(acts: ActReader, sentence: str, act: str, target: str | None) -> None:
    assert act_of(acts, sentence, Kind.DIRECT) == (act, target)
