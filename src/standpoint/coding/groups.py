"""Finds parties where a text names them by kind and not by name: a codebook and a document view come in, mentions
go out.

An analyst lists "Syrian opposition negotiators" or "Syrian Kurdish authorities"; the press writes "the opposition"
and "Kurds". Only words that one party of the codebook has alone are used, so that nothing is guessed between two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from standpoint.coding.lexicon import load_phrases
from standpoint.model import ActorMention, ResolvedActors, Span, Speaker

if TYPE_CHECKING:
    from standpoint.codebooks import Codebook, Party

_WORD = re.compile(r"[^\W\d_][\w’']*")
_ADJECTIVE = re.compile(r"(?:ish|ian|ese|(?<!st)an|i|ic|ite)$")
_ROLE_LEFT = re.compile(
    r"(?:\b(?:the|with|and|by|to|of|against|for|from)\s+|\b(?!Its|His|Her|Their|Our|My)[A-Z]\w+\s+|\barmed\s+)$"
)


class GroupFinder:
    """Adds mentions of parties by kind to those that the registry found. Compiled once per codebook."""

    def __init__(self, codebook: Codebook) -> None:
        kinds = load_phrases("groups.toml")
        self._members = frozenset(kinds["members"])
        parties = (*codebook.mediators, *codebook.parties)
        peoples = _owned(_peoples(p, frozenset(kinds["roles"])) for p in parties)
        irregular, fighting = frozenset(kinds["irregular"]), frozenset(kinds["fighting"])
        roles = _owned(_roles(p, frozenset(kinds["roles"]), irregular, fighting) for p in parties)
        by_code = {p.code: p for p in parties}
        self._speakers = {word: _as_speaker(by_code[code]) for word, code in (peoples | roles).items()}
        self._peoples = frozenset(peoples)
        words = sorted(self._speakers, key=len, reverse=True)
        members = "|".join(sorted(self._members))
        self._pattern = (
            re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?:\s+(?:{members}))*(?![\w-])")
            if words
            else None
        )

    def add(self, text: str, actors: ResolvedActors) -> ResolvedActors:
        """The same actors with the mentions by kind among them, in text order; a name found already stays."""
        if self._pattern is None:
            return actors
        mentions = list(actors.mentions)
        for m in self._pattern.finditer(text):
            word = _WORD.match(m.group())
            if word is None or not self._is_body(text, m, word.group()):
                continue
            span, speaker = Span(*m.span()), self._speakers[word.group()]
            at = bisect_left(mentions, span.start - 1, key=lambda m: m.span.end)
            if at < len(mentions) and mentions[at].span.end == span.start - 1 and text[span.start - 1] == " ":
                if mentions[at].span.of(text) not in speaker.name:
                    continue  # "Iraqi Kurds", where the party is Syrian Kurds
                span = Span(mentions.pop(at).span.start, span.end)
            if at < len(mentions) and mentions[at].span.overlaps(span):
                continue
            mentions.insert(at, ActorMention(span, speaker))
        return ResolvedActors(actors.resolutions, tuple(mentions))

    def _is_body(self, text: str, found: re.Match[str], word: str) -> bool:
        """Whether words name people and not a quality ("the Kurdish village", "rebel-held")."""
        if word in self._peoples:
            return word != found.group() or not _ADJECTIVE.search(word)
        return word.endswith("s") or bool(_ROLE_LEFT.search(text[max(0, found.start() - 30) : found.start()]))


def _as_speaker(party: Party) -> Speaker:
    return Speaker(party.code, party.name, party.code, party.sector, None, "role", 0.7)


def _owned(rows: Iterator[tuple[str, frozenset[str]]]) -> dict[str, str]:
    """Words that one party has alone, to its code."""
    owners: Mapping[str, set[str]] = defaultdict(set)
    for code, words in rows:
        for word in words:
            owners[word].add(code)
    return {word: next(iter(codes)) for word, codes in owners.items() if len(codes) == 1}


def _peoples(party: Party, roles: frozenset[str]) -> tuple[str, frozenset[str]]:
    """Adjectives of peoples in a party's name, and the nouns made from them ("Kurdish", "Kurd", "Kurds").

    Names of one word are the registry's; where a name tells a role ("Syrian opposition"), its adjective tells none.
    """
    found: set[str] = set()
    for name in (party.name, *party.aliases):
        for piece in re.split(r"[(),;/]|\band\b", name):
            words = _WORD.findall(piece)
            lowers = [w for w in words if w[0].islower()]
            if not lowers or roles & set(lowers):
                continue
            for word in words:
                if word[0].isupper() and word.endswith("ish"):
                    found.update((word, word[:-3], f"{word[:-3]}s"))
                elif word[0].isupper() and _ADJECTIVE.search(word):
                    found.update((word, f"{word}s"))
    return party.code, frozenset(found)


def _roles(
    party: Party, roles: frozenset[str], irregular: frozenset[str], fighting: frozenset[str]
) -> tuple[str, frozenset[str]]:
    """Nouns in a party's name that tell its role ("opposition", "rebel"), one and many; a militia is "the raiders"
    too."""
    found: set[str] = set()
    for name in (party.name, *party.aliases):
        for word in _WORD.findall(name):
            stem = word.removesuffix("s") if word.removesuffix("s") in roles else word
            if stem in roles:
                found.update((stem, f"{stem}s"))
    if found & irregular:
        found.update(form for noun in fighting for form in (noun, f"{noun}s"))
    return party.code, frozenset(found)
