"""A text in; its language as an ISO 639-1 code (None where it is not clear) and the lines in another one out.

English is told by its small words, others by py3langid (Lui and Baldwin 2012) among the languages of the news.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpoint.documents.furniture import filled_lines
from standpoint.model import Furniture

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
MIN_LETTERS = 20  # below this a text in Latin letters says too little
LINE_LETTERS = 60  # a shorter line goes with the rest
MIN_PROB = 0.8  # py3langid's normalised probability, for a whole text
FOREIGN_PROB = 0.99  # the same, before a line of an English text is left uncoded
FOREIGN_LETTERS = 100  # likewise, and no list of names, which fit every language
ENGLISH_SHARE = 0.4  # an English text has at least this share of its letters in English lines
_SAMPLE = 60_000

_CANDIDATES = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga he hi hr hu hy id is it ja ka kk km ko ku ky "
    "lo lt lv mk mn ms mt nb ne nl no pl ps pt ro ru si sk sl sq sr sv sw ta th tl tr uk ur vi zh"
)
_THREE_LETTERS = (
    "eng:en rus:ru fra:fr fre:fr deu:de ger:de spa:es ara:ar tur:tr hye:hy arm:hy aze:az ukr:uk fas:fa per:fa kat:ka "
    "geo:ka zho:zh chi:zh ita:it por:pt pol:pl heb:he kur:ku srp:sr hrv:hr nld:nl"
)
_SMALL_WORD_LIST = (
    "the of and that with from have has had said says would which their been they this these those were will its by "
    "for not who is was are but after over about between against into than could should must"
)
_SMALL_WORDS = frozenset(_SMALL_WORD_LIST.split())
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_SHARE = 0.12
_FOREIGN_SMALL_SHARE = 0.04


@dataclass(frozen=True, slots=True)
class Languages:
    """The language of a text, None where it cannot be told, and its lines in another language."""

    language: str | None
    others: tuple[Furniture, ...] = ()


class LanguageReader:
    """Tells languages. The model is loaded at the first line that the small words do not settle, and kept here."""

    def __init__(self) -> None:
        self._model: LanguageIdentifier | None = None

    def read(self, text: str) -> Languages:
        """The language of most letters; English where English lines hold at least 40 % of them."""
        told = [(line, *self._tell_line(line.of(text))) for line in filled_lines(text[:_SAMPLE])]
        share: Counter[str] = Counter()
        for line, language, _ in told:
            if language is not None:
                share[language] += _count_letters(line.of(text))
        if not share:
            return Languages(self._tell_short(text[:_SAMPLE]))
        if share[ENGLISH] < ENGLISH_SHARE * share.total():
            return Languages(share.most_common(1)[0][0])
        others = (
            Furniture(line, f"written in {language}")
            for line, language, sure in told
            if language not in (None, ENGLISH) and sure
        )
        return Languages(ENGLISH, tuple(others))

    def _tell_line(self, line: str) -> tuple[str | None, bool]:
        """The language of one line and whether it is sure enough to leave the line uncoded."""
        words = _WORD.findall(line[:4000].casefold())
        letters = sum(map(len, words))
        latin = sum(len(w) for w in words if w[0] < "\u0250" or "\u1e00" <= w[0] < "\u1f00")
        if latin < 0.5 * letters:
            return (self._classify(line)[0], True) if letters >= MIN_LETTERS else (None, False)
        if letters < LINE_LETTERS:
            return None, False
        small = sum(w in _SMALL_WORDS for w in words) / len(words)
        if small >= _SMALL_SHARE:
            return ENGLISH, True
        language, prob = self._classify(line)
        if prob < MIN_PROB:
            return None, False
        lists = sum(w[0].isupper() for w in _WORD.findall(line[:4000])) > 0.5 * len(words)
        sure = prob >= FOREIGN_PROB and small < _FOREIGN_SMALL_SHARE and letters >= FOREIGN_LETTERS and not lists
        return language, sure

    def _tell_short(self, text: str) -> str | None:
        """The language of a text without a long line, such as a headline or a post."""
        words = _WORD.findall(text[:4000].casefold())
        letters = sum(map(len, words))
        if words and sum(w in _SMALL_WORDS for w in words) >= max(1, _SMALL_SHARE * len(words)):
            return ENGLISH
        if letters < MIN_LETTERS:
            return None
        language, prob = self._classify(text)
        return language if prob >= MIN_PROB else None

    def _classify(self, text: str) -> tuple[str, float]:
        if self._model is None:
            from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 (loads numpy and its tables)

            self._model = LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)
            self._model.set_languages(_CANDIDATES.split())
        language, prob = self._model.classify(text[:4000])
        return _one_code(language), float(prob)


def normalise_language(code: str | None) -> str | None:
    """The ISO 639-1 code of a language tag ("en-GB", "eng"), or None for what is no tag."""
    tag = re.split(r"[-_]", (code or "").strip().lower())[0]
    tag = dict(pair.split(":") for pair in _THREE_LETTERS.split()).get(tag, tag)
    return _one_code(tag) if re.fullmatch(r"[a-z]{2}", tag) else None


def _one_code(language: str) -> str:
    """The two written forms of Norwegian are one language here."""
    return "no" if language in ("nb", "nn") else language


def _count_letters(text: str) -> int:
    return sum(map(len, _WORD.findall(text)))
