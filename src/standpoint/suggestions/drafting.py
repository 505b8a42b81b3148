"""Begins a codebook: coded documents come in, YAML that passes the check goes out, with what an analyst must review.

Who takes part is who speaks or is spoken to; the issues are groups of sentences that are alike, in their own words.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from standpoint.errors import UsageError
from standpoint.language.embedding import TextEncoder
from standpoint.model import CodedDocument, Statement
from standpoint.suggestions.issues import LEAST_SAYINGS, Topic, count_actors, find_topics
from standpoint.suggestions.lexical import WordEncoder
from standpoint.suggestions.parties import DraftParty, LooseSpeaker, draft_parties, list_loose_speakers
from standpoint.suggestions.phrases import Phrase
from standpoint.suggestions.sayings import cut_sayings, leave_out_enclosing, said_in_documents
from standpoint.suggestions.terms import open_terms

if TYPE_CHECKING:
    from standpoint.actors import Registry

_PARTIES, _ISSUES, _ALIASES, _EXAMPLES, _WORDS, _LOOSE = 20, 15, 5, 3, 8, 15
_WIDTH = 150
_BELONGS = 0.6
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def draft_codebook(
    documents: Iterable[CodedDocument],
    encoder: TextEncoder | None = None,
    *,
    registry: Registry | None = None,
    id: str = "draft",
    title: str | None = None,
    least: int = LEAST_SAYINGS,
) -> str:
    """The YAML text of a codebook for the negotiation that some documents are about.

    documents: coded by any codebook or none. encoder: embeds sentences; without one their words are compared.
    registry: names the actors; without it they go by their codes. id: the codebook's, lower-case with hyphens.
    least: how many sentences make an issue.
    Raises UsageError for another id, and where the documents have too few statements to find an actor and an issue.
    """
    if not _ID.fullmatch(id):
        raise UsageError(
            f"{id!r} is no id of a codebook. Write it in lower case with hyphens, for example lake-talks."
        )
    read = tuple(documents)
    statements = [s for d in read for s in d.statements]
    parties = draft_parties(statements, registry)[:_PARTIES]
    names = [n for p in parties for n in p.names]
    names += [s.speaker.name for s in statements if s.speaker is not None]
    sayings = cut_sayings(leave_out_enclosing(said_in_documents(read)))
    terms = open_terms(names)
    chosen = encoder or WordEncoder(terms, [s.words for s in sayings])
    topics = [t for t in find_topics(sayings, chosen, terms, least=least) if _can_be_named(t)][:_ISSUES]
    if not parties or not topics:
        lacking = "actor that speaks twice" if not parties else f"matter that {least} sentences speak of"
        raise UsageError(
            f"No codebook can be drafted from {_count(len(read), 'document')} with "
            f"{_count(len(statements), 'statement')}: there is no {lacking}. Give more documents about it."
        )
    heading = title or f"Talks of {' and '.join(p.name for p in parties if p.core)}"
    return "\n".join(
        [
            *_write_head(id, heading, read),
            *_write_parties(parties, list_loose_speakers(statements)),
            *_write_issues(topics, statements),
            *_write_end(),
            "",
        ]
    )


def _write_head(id: str, title: str, documents: Sequence[CodedDocument]) -> Iterator[str]:
    days = sorted(d.document.published for d in documents if d.document.published is not None)
    span = f" published from {days[0]} to {days[-1]}" if days else ""
    yield "# A draft, to be reviewed: every name, proposal and phrase below was counted together, not understood."
    yield "# Check it while you work:  standpoint codebook check FILE"
    yield f"id: {id}"
    yield f"title: {_quote(title)}"
    told = f"draft: {title}, as told by {_count(len(documents), 'document')}{span}."
    yield f"description: {_quote(told)}"
    yield 'origin: "Drafted by Standpoint from these documents; not reviewed yet."'


def _write_parties(parties: Sequence[DraftParty], loose: Sequence[LooseSpeaker]) -> Iterator[str]:
    yield ""
    yield "# Who takes part, the busiest first. Review: the roles (core, external, guarantor, host, observer,"
    yield "# facilitator); move those who mediate to a list `mediators:`; add aliases that the texts use."
    yield "parties:"
    for p in parties:
        fields = [f"code: {_quote(p.code)}", f"name: {_quote(p.name)}", f"role: {'core' if p.core else 'external'}"]
        fields += [f"sector: {p.sector}"] if p.sector else []
        yield f"  - {{{', '.join(fields)}}}  # speaks in {_count(p.statements, 'statement')}, {p.aimed} aimed at it"
    if loose:
        yield ""
        yield "# Speakers for whom no actor is known. Give those who matter under `actors:`, and for whom:"
        for s in islice(loose, _LOOSE):
            yield f"#   {_plain(s.name)} ({s.statements})"


def _write_issues(topics: Sequence[Topic], statements: Sequence[Statement]) -> Iterator[str]:
    speaker_of = {s.id: s.speaker.name for s in statements if s.speaker is not None}
    yield ""
    yield "# What is argued about, in the texts' own words. Review: is each a proposal that one may support?"
    yield "# Say who should do what; add phrases that speak for it (supports) and against it (opposes)."
    yield "issues:"
    ids: set[str] = set()
    used: set[str] = set()
    for number, topic in enumerate(topics, start=1):
        own = _own_phrases(topic, used)
        proposal = _find_proposal(topic)
        label = proposal.words
        counts = _plain(", ".join(f"{actor} {n}" for actor, n in count_actors(topic).items()))
        documents = len({s.document for s in topic.sayings})
        said = f"{_count(len(topic.sayings), 'sentence')} in {_count(documents, 'document')}"
        yield f"  # draft: {said} ({counts or 'no known actor'}), such as"
        for s in topic.sayings[:_EXAMPLES]:
            who = _plain(speaker_of.get(s.statements[0], "not known"))
            yield f"  #   {who}: {_plain(s.words)} ({_plain(s.statements[0])})"
        slug = _make_id(label, number, ids)
        yield f"  #   further words: {', '.join(_plain(p.words) for p in topic.phrases[:_WORDS])}"
        yield f"  - id: {slug}"
        yield f"    label: {_quote(label[:1].upper() + label[1:])}"
        yield f"    description: {_quote(_propose(proposal))}"
        yield f"    aliases: [{', '.join(_quote(w) for w in own)}]"


def _write_end() -> Iterator[str]:
    yield ""
    yield "# Instruments that the parties cite are not drafted: list them under `agreements:`, with their provisions."


def _own_phrases(topic: Topic, used: set[str]) -> list[str]:
    """Aliases: phrases that no issue before has, for one phrase must lead to one issue.

    A single word is one only where it is hardly said of anything else.
    """
    own: list[str] = []
    for phrase in topic.phrases:
        folded = " ".join(phrase.words.casefold().split())
        belongs = phrase.is_long or (phrase.noun and phrase.share >= _BELONGS)
        if belongs and folded not in used and len(own) < _ALIASES:
            used.add(folded)
            own.append(phrase.words)
    return own


def _can_be_named(topic: Topic) -> bool:
    """Whether one of its best phrases is a thing or a doing, and not an adjective or a participle."""
    return any(p.noun or p.verb for p in topic.phrases[:3])


def _find_proposal(topic: Topic) -> Phrase:
    """What the topic can be called: what one may do with something, else a thing, else what one may do."""
    first = [*(p for p in topic.phrases if p.verb and p.is_long), *(p for p in topic.phrases[:3] if p.noun)]
    return next(iter(first), topic.phrases[0])


def _propose(phrase: Phrase) -> str:
    """A proposal, drafted from a phrase of the texts: what one should do, or what should be agreed upon."""
    if phrase.verb:
        return f"The parties should {phrase.words}."
    article = f"{phrase.article} " if phrase.article else ""
    return f"There should be agreement on {article}{phrase.words}."


def _make_id(label: str, number: int, ids: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or f"issue-{number}"
    if slug in ids:
        slug = f"{slug}-{number}"
    ids.add(slug)
    return slug


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _plain(text: str) -> str:
    """Text for a comment: one line of printable characters, not too long."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1].rsplit(" ", 1)[0] + "…"


def _quote(text: str) -> str:
    """A double-quoted YAML scalar, which JSON's strings are."""
    return json.dumps(" ".join("".join(c if c.isprintable() else " " for c in text).split()), ensure_ascii=False)
