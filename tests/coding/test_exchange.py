"""Whom statements mean that name nobody, read against those before them: a row is a text of statements, the last of
which is coded.

Arland (ARL) and Borduria (BOR) negotiate, Cascara (CAS) mediates; a source speaks for the country that it names.
"""

from __future__ import annotations

import re

import pytest

from standpoint.coding.acts import ActReader
from standpoint.coding.exchange import Exchange
from standpoint.coding.lexicon import load_reader
from standpoint.coding.view import build_view
from standpoint.model import ActorMention, Attribution, Document, Kind, Resolution, ResolvedActors, Span, Speaker

CODES = {"Arland": "ARL", "Borduria": "BOR", "Cascara": "CAS"}
_NAME = re.compile("|".join(CODES))
_MARK = re.compile(r"<(?P<source>.*?)>|\((?P<cue>.*?)\)|\[(?P<content>.*?)\]")


def speaker(code: str) -> Speaker:
    return Speaker(code.lower(), code, code, "GOV", None, "name", 1.0)


@pytest.fixture(scope="module")
def acts() -> ActReader:
    return ActReader(load_reader())


def code_last(acts: ActReader, marked: str, kind: Kind) -> tuple[str, str | None]:
    """`<source> (cue) [content]` for each statement, in this order; the marks go, the spans stay."""
    text, rows, at = "", [], 0
    for m in _MARK.finditer(marked):
        text += marked[at : m.start()]
        words = m[m.lastgroup or 0]
        if m.lastgroup == "source":
            rows.append({})
        rows[-1][m.lastgroup] = Span(len(text), len(text) + len(words))
        text, at = text + words, m.end()
    text += marked[at:]
    mentions = tuple(ActorMention(Span(*m.span()), speaker(CODES[m.group()])) for m in _NAME.finditer(text))
    attributions = [Attribution((r["source"],), (r["cue"],), (r["content"],), Kind.INDIRECT, 1.0) for r in rows]
    last = rows[-1]
    attributions[-1] = Attribution((last["source"],), (last["cue"],), (last["content"],), kind, 1.0)
    spoken = [
        tuple(speaker(code) for name, code in CODES.items() if name in a.source[0].of(text)) for a in attributions
    ]
    actors = ResolvedActors(tuple(Resolution(s) for s in spoken), mentions)
    view = build_view(Document("d", text, language="en"), attributions, actors, load_reader())
    exchange = Exchange(view, {"ARL", "BOR"})
    for index in range(len(attributions)):
        reading = acts.read(view, index, exchange.aims(index, (), ()))
        exchange.note(index, reading.target)
    return reading.act.value, reading.target


LAST = [
    # what is taken up belongs to whoever said it
    ("<Cascara> (proposed) [a market on the bridge]. <Arland> (rejected) [it]", "REJECT", "CAS"),
    ("<Cascara> (proposed) [a market on the bridge]. <Arland> (would not hear of) [that idea]", "REJECT", "CAS"),
    ("<Cascara> (proposed) [a market on a bridge]. <Arland> (said) [it could live with the scheme]", "AGREE", "CAS"),
    ("<Cascara> (proposed) [a market]. <Arland> (rejected) [it]. <Borduria> (did not oppose) [it]", "STATE", "CAS"),
    # a reply is aimed at whom it answers
    ("<Borduria> (said) [the dam was finished]. <Arland> (answered) [the water was low]", "STATE", "BOR"),
    ("<Cascara> (said) [the dam was finished]. <Arland> (retorted) [this was a provocation]", "ACCUSE", "CAS"),
    ("<Borduria> (said) [the dam was safe]. <Arland> (countered) [Cascara had measured it]", "REJECT", "BOR"),
    # a second clause goes on about the same side
    ("<Arland> (accused) [Cascara of bias] and <Arland> (noted) [that the sluice could be shut]", "STATE", "CAS"),
    # a core party that names nobody speaks to its opponent
    ("Borduria waits. <Arland> (refused) [to move a single gun]", "REJECT", "BOR"),
    ("Borduria waits. <Arland> (said) [it would sign if the guns fell silent first]", "AGREE", "BOR"),
    ("Borduria waits. <Arland> (said) [the road stays shut unless the guns fall silent]", "STATE", "BOR"),
    ("Borduria waits. <Arland> (said) [the harvest had been good]", "STATE", None),
    # an outsider judges the side that spoke last
    ("<Arland> (said) [its planes had flown]. <Cascara> (deplored) [the flights of Friday]", "ACCUSE", "ARL"),
    # several are nobody
    ("Borduria waits. <Arland> (accused) [both capitals of delay]", "ACCUSE", None),
    ("Borduria waits. <Cascara> (urged) [the two presidents to meet]", "REQUEST", None),
]

WISHES = [
    ("Borduria waits. <Arland> (wants) [the channel opened]", "STATE", "BOR"),
    ("Borduria waits. <Arland> (fears) [the winter]", "STATE", None),
    ("Borduria waits. <Arland> (is planning) [to freeze the accounts of smugglers]", "THREATEN", "BOR"),
]


@pytest.mark.parametrize(("marked", "act", "target"), LAST)
def test_whom_the_last_statement_means(acts: ActReader, marked: str, act: str, target: str | None) -> None:
    assert code_last(acts, marked, Kind.INDIRECT) == (act, target)


@pytest.mark.parametrize(("marked", "act", "target"), WISHES)
def test_whom_a_wish_means(acts: ActReader, marked: str, act: str, target: str | None) -> None:
    assert code_last(acts, marked, Kind.ASCRIBED) == (act, target)


def test_claim_inside_a_denial(acts: ActReader) -> None:
    text = "Arland denied claims by Borduria that it had flown over the valley"
    mentions = tuple(ActorMention(Span(*m.span()), speaker(CODES[m.group()])) for m in _NAME.finditer(text))

    def span(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    denial = Attribution(span("Arland"), span("denied"), span(text[14:]), Kind.INDIRECT, 1.0)
    claim = Attribution(
        span("Borduria"), span("claims"), span("it had flown over the valley"), Kind.INDIRECT, 1.0, nested_in=0
    )
    actors = ResolvedActors((Resolution((speaker("ARL"),)), Resolution((speaker("BOR"),))), mentions)
    view = build_view(Document("d", text, language="en"), [denial, claim], actors, load_reader())
    reading = acts.read(view, 1, Exchange(view, {"ARL", "BOR"}).aims(1, (), ()))
    assert (reading.act.value, reading.target) == ("ACCUSE", "ARL")
