"""Proposes what a codebook lacks: a record and its codebook come in, suggestions go out, the most said first.

A suggestion is a group of sentences that are alike and that no issue covers. Where they are close to an issue all the
same, their words are an alias that it lacks; else they may be an issue of their own. Analysts decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from standpoint.codebooks import Codebook
from standpoint.language.embedding import TextEncoder, Vectors
from standpoint.record import Record
from standpoint.suggestions.clusters import group_alike, measure_least
from standpoint.suggestions.lexical import WordEncoder
from standpoint.suggestions.phrases import Phrase, count_phrases, name_group
from standpoint.suggestions.sayings import Saying, cut_sayings, leave_out_covered, leave_out_enclosing, said_in_rows
from standpoint.suggestions.terms import TermReader, open_terms

LEAST_SAYINGS, MOST_SUGGESTIONS = 3, 20
_EXAMPLES, _WORDS = 5, 5
_CLOSER, _CLOSE = 0.3, 0.6
"""How much closer to an issue than unlike issues are to each other makes an alias of words, and what always does."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that shows what a suggestion is about, and the statements that say it."""

    words: str
    document: str
    statements: tuple[str, ...]
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearIssue:
    """The issue that a suggestion is most like. `similarity` is a cosine; `alias` is set where it is close enough."""

    issue: str
    label: str
    similarity: float
    alias: str | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that people speak of and that no issue covers.

    `label` are the words that tell it best from all else, `words` further ones. `examples` are the sentences nearest
    to the middle of it; `sayings`, `documents` and `actors` say how many sentences there are, in how many documents,
    and how many of each actor. `nearest` is None where the codebook has no issues.
    """

    label: str
    words: tuple[str, ...]
    examples: tuple[Example, ...]
    sayings: int
    documents: int
    actors: Mapping[str, int]
    nearest: NearIssue | None

    @property
    def is_alias(self) -> bool:
        return self.nearest is not None and self.nearest.alias is not None


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of sayings that are alike, the one in the middle first, and the phrases that name it."""

    sayings: tuple[Saying, ...]
    phrases: tuple[Phrase, ...]
    centre: Vectors


def suggest_issues(
    record: Record,
    codebook: Codebook,
    encoder: TextEncoder | None = None,
    *,
    least: int = LEAST_SAYINGS,
    most: int = MOST_SUGGESTIONS,
) -> tuple[Suggestion, ...]:
    """Suggestions for a codebook from what a record has by it, those of most actors and sayings first.

    encoder: embeds sentences; without one their words are compared. least: how many sentences make a suggestion.
    most: so many suggestions at most.
    Raises UsageError where the record has no document of this codebook.
    """
    rows = record.statements(codebook=codebook.id)
    uncovered = leave_out_enclosing(leave_out_covered(said_in_rows(rows)))
    sayings = cut_sayings(uncovered)
    parties = (*codebook.parties, *codebook.mediators)
    names = [n for p in parties for n in (p.name, *p.aliases)]
    names += [n for a in codebook.agreements for n in (a.title, *a.aliases)]
    names += [r.statement.speaker.name for r in rows if r.statement.speaker is not None]
    terms = open_terms(names)
    phrasings = [
        (i, text)
        for i, issue in enumerate(codebook.issues)
        for text in (issue.label, issue.description, *issue.aliases, *issue.supports, *issue.opposes)
    ]
    texts = [s.words for s in sayings]
    encoder = encoder or WordEncoder(terms, [*texts, *(text for _, text in phrasings)])
    known = encoder.embed([text for _, text in phrasings])
    bound = min(_CLOSE, measure_least(known @ known.T) + _CLOSER)
    return tuple(
        _as_suggestion(topic, codebook, [i for i, _ in phrasings], known, bound)
        for topic in find_topics(sayings, encoder, terms, least=least)[:most]
    )


def find_topics(
    sayings: Sequence[Saying], encoder: TextEncoder, terms: TermReader, *, least: int = LEAST_SAYINGS
) -> tuple[Topic, ...]:
    """Groups of at least `least` sayings that have words in common, those of most actors and sayings first."""
    sentences = [terms.read(s.words) for s in sayings]
    telling = [i for i, s in enumerate(sentences) if len(s.terms) > 1]
    sayings, sentences = [sayings[i] for i in telling], [sentences[i] for i in telling]
    vectors = encoder.embed([s.words for s in sayings])
    everywhere = count_phrases(sentences)
    topics = []
    for group in group_alike(vectors):
        if len(group) < least:
            break  # groups come largest first
        phrases = name_group([sentences[i] for i in group], everywhere, len(sentences))
        if not phrases or phrases[0].sentences * 2 < len(group):
            continue  # nothing that most of them speak of
        centre = vectors[list(group)].mean(axis=0)
        middle = sorted(group, key=lambda i: (-round(float(vectors[i] @ centre), 4), i))
        topics.append(Topic(tuple(sayings[i] for i in middle), phrases, centre))
    return tuple(sorted(topics, key=lambda t: (-len(count_actors(t)), -len(t.sayings))))


def count_actors(topic: Topic) -> Mapping[str, int]:
    """How many sayings each actor has, the most first."""
    counts = Counter(a for s in topic.sayings for a in s.actors)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _as_suggestion(
    topic: Topic, codebook: Codebook, issue_of: Sequence[int], known: Vectors, bound: float
) -> Suggestion:
    label = topic.phrases[0].words
    return Suggestion(
        label=label,
        words=tuple(p.words for p in topic.phrases[1 : 1 + _WORDS]),
        examples=tuple(
            Example(s.words, s.document, s.statements, s.actors) for s in islice(topic.sayings, _EXAMPLES)
        ),
        sayings=len(topic.sayings),
        documents=len({s.document for s in topic.sayings}),
        actors=count_actors(topic),
        nearest=_find_nearest(topic, codebook, issue_of, known, bound),
    )


def _find_nearest(
    topic: Topic, codebook: Codebook, issue_of: Sequence[int], known: Vectors, bound: float
) -> NearIssue | None:
    if not len(known):
        return None
    scores = known @ (topic.centre / max(float(np.linalg.norm(topic.centre)), 1e-9))
    best = int(np.argmax(scores))
    issue = codebook.issues[issue_of[best]]
    similarity = float(scores[best])
    has = {a.casefold() for a in (issue.label, *issue.aliases, *issue.supports, *issue.opposes)}
    fresh = next((p.words for p in topic.phrases if p.noun and p.words.casefold() not in has), None)
    return NearIssue(issue.id, issue.label, round(similarity, 3), fresh if similarity >= bound else None)
