"""A document as the resolver sees it: text comes in; folded text, tokens, hits, quotations and sentences go out."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from standpoint.actors.entities import BODY_SENSES, Sense
from standpoint.actors.matching import Hit, NameMatcher
from standpoint.actors.names import fold_text
from standpoint.language.quotes import find_quotations
from standpoint.language.sentences import split_sentences
from standpoint.model import Span

# "Secretary general" is one noun, with or without its hyphen.
_TOKEN = re.compile(
    r"'s(?![^\W_])|(?:secretary|secretaries|director|commissioner|prosecutor|attorney)[ ]generals?(?![^\W_])|"
    r"[^\W_]+(?:[.&\-][^\W_]+)*(?:'(?!s(?![^\W_]))[^\W_]+)*|[^\w\s]|_"
)


# What follows the hyphen in given names of two syllables.
_REST = re.compile(r"[A-Za-z][a-z]+")
_QUOTED = 60
_GIVEN = (Sense.SURNAME, Sense.GIVEN)


@dataclass(frozen=True, slots=True)
class View:
    """Tokens are parallel tuples; `hits[i]` is the index in `found` of the hit that token i is, or -1.

    `words` are folded and lower case; a hit is one token whatever its words.
    """

    text: str
    folded: str
    found: tuple[Hit, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    hits: tuple[int, ...]
    quotes: tuple[Span, ...]
    sentences: tuple[int, ...]

    def token_at(self, offset: int) -> int:
        """The first token that ends after an offset."""
        return bisect_right(self.ends, offset)

    def token_range(self, span: Span) -> tuple[int, int]:
        """The tokens that lie in a span, as a half-open range."""
        first = self.token_at(span.start)
        last = first
        while last < len(self.starts) and self.starts[last] < span.end:
            last += 1
        return first, last

    def sentence_of(self, offset: int) -> int:
        return bisect_right(self.sentences, offset) - 1

    def quote_at(self, offset: int) -> Span | None:
        """The quotation around an offset."""
        place = bisect_right(self.quotes, Span(offset, len(self.text) + 1)) - 1
        if place >= 0 and self.quotes[place].start <= offset < self.quotes[place].end:
            return self.quotes[place]
        return None

    def capital(self, token: int) -> bool:
        """True where the token begins with a capital letter."""
        return self.folded[self.starts[token]].isupper()

    def names_body(self, token: int) -> bool:
        """True where a token is a hit that may mean a state, body or group."""
        hit = self.hits[token]
        return hit >= 0 and any(r.sense in BODY_SENSES for r in self.found[hit].readings)

    def slice(self, first: int, last: int) -> str:
        """The document's words from token `first` to before token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""


def _is_syllable(folded: str, hit: Hit) -> bool:
    """True for "Young" in "Song Young-moo", not for "Putin" in "the Putin-led party"."""
    if folded[hit.end : hit.end + 1] != "-" or any(r.sense not in _GIVEN for r in hit.readings):
        return False
    rest = _REST.match(folded, hit.end + 1)
    return rest is not None and not rest.group().endswith(("ed", "era", "style", "like", "friendly"))


def _word(lower: str, token: re.Match[str]) -> str:
    """The token as a word: the mark of a plural possessor ("the rebels' leader") is that of any other."""
    word = token.group()
    start, end = token.span()
    if word == "'" and lower[start - 1 : start] == "s" and lower[end : end + 1] == " ":
        # Not the end of words in single quotation marks
        opened = max(lower.rfind(" '", 0, start), lower.rfind("\n'", 0, start))
        quoted = opened >= 0 and "' " not in lower[opened + 2 : start] and start - opened < _QUOTED
        return word if quoted or not lower[end + 1 : end + 2].isalpha() else "'s"
    return word.replace(" ", "-")


def build_view(text: str, matcher: NameMatcher) -> View:
    """The view of one document."""
    folded = fold_text(text)
    found = tuple(h for h in matcher.find(folded) if not _is_syllable(folded, h))
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    hits: list[int] = []
    lower = folded.lower() if len(folded.lower()) == len(folded) else folded
    at = 0
    for place, hit in enumerate(found):
        for token in _TOKEN.finditer(lower, at, hit.start):
            starts.append(token.start())
            ends.append(token.end())
            words.append(_word(lower, token))
            hits.append(-1)
        starts.append(hit.start)
        ends.append(hit.end)
        words.append(lower[hit.start : hit.end])
        hits.append(place)
        at = hit.end
    for token in _TOKEN.finditer(lower, at):
        starts.append(token.start())
        ends.append(token.end())
        words.append(_word(lower, token))
        hits.append(-1)
    quotes = tuple(q.span for q in find_quotations(text))
    sentences = tuple(s.start for s in split_sentences(text)) or (0,)
    return View(text, folded, found, tuple(starts), tuple(ends), tuple(words), tuple(hits), quotes, sentences)
