"""How names are written: a name comes in; its folded form, slug, surnames and the key of its variants go out.

Folding keeps one character for one, so that offsets in a folded text are offsets in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from standpoint.actors.lexicon import words

_PLAIN = {
    "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "ʿ": "'", "ʾ": "'", "′": "'",
    "‐": "-", "‑": "-", "–": "-", "—": "-", "\u00a0": " ", "\n": " ", "\r": " ", "\t": " ", "\u2009": " ",
    "ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ð": "d", "þ": "t", "ß": "s",
    "æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "ħ": "h", "Ħ": "H", "ə": "a", "Ə": "A", "ŋ": "n", "Ð": "D", "Þ": "T",
}  # fmt: skip
PARTICLES = words(
    "al el de da di do du dos das del della van von der den ter bin ibn ben bint ould abu abd le la los las st st. "
    "ad as"
)
# Family name first, also in English.
_FAMILY_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK", "SGP", "HKG", "MAC", "KHM"})
# Called by the first of their names.
_GIVEN_NAME_USED = frozenset({"ETH", "ERI", "MYS", "IDN", "TIG", "LAO", "THA", "ISL", "BTN", "TKM"})
_ROMAN = re.compile(r"[IVX]+|Jr\.?|Sr\.?|II+")
_VARIANTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"[ ]", ""), (r"^(?:al|el)(?=[^aeiouy][aeiouy])", ""), (r"i?y?an$", "ian"), (r"^[qgk]h?ad+h*", "qad"),
        (r"ph", "f"), (r"ff$", "v"), (r"dzh|dj", "j"), (r"tch|tsch|cz", "ch"), (r"sch", "sh"), (r"ck", "k"),
        (r"kh|gh|q", "k"), (r"x", "ks"), (r"ou|oo", "u"), (r"ee", "i"), (r"[iy]+e", "e"), (r"[ae][iy]", "e"),
        (r"tz|ts|c(?=[iey])", "s"), (r"w", "v"), (r"nka$", "nko"), (r"[iyj]+", "i"), (r"(.)\1+", r"\1"), (r"i$", ""),
        (r"h(?=[^aeiou]|$)", ""), (r"i(?=[eaou])", ""), (r"ma(?=[md])", "me"),
    )
)  # fmt: skip


_UNMARKED = str.maketrans("-", " ", ".'(),\"")


@lru_cache(maxsize=1)
def _table() -> Mapping[int, str]:
    """Every letter with accents below U+2000 to its one base letter; the folded punctuation."""
    table = {ord(k): v for k, v in _PLAIN.items()}
    # Latin letters with accents; what lies between has other base letters.
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x2000)):
        base = unicodedata.normalize("NFKD", chr(code))[:1]
        if code not in table and base.isascii() and base.isalpha():
            table[code] = base
    return table


def fold_text(text: str) -> str:
    """The text with accents, apostrophes, dashes and white space made plain, of the same length."""
    return text if text.isascii() and "\n" not in text and "\t" not in text else text.translate(_table())


def fold_name(name: str) -> str:
    """A key for equal names: folded, lower case, single spaces, no marks. Combining accents are dropped."""
    plain = name.lower()
    if not plain.isascii():
        plain = fold_text(unicodedata.normalize("NFC", name)).lower()
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(plain.translate(_UNMARKED).split())


def slugify(name: str) -> str:
    """`Aung San Suu Kyi` -> `aung-san-suu-kyi`."""
    plain = unicodedata.normalize("NFKD", fold_text(name)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def surname_forms(name: str, actors: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """What a person is called after the first mention, the usual form first; empty for a single name.

    `actors` are codes of the states that the person has served, which decide the order of names.
    """
    tokens = [t for t in name.replace(",", "").split() if not (_ROMAN.fullmatch(t) and len(name.split()) > 1)]
    if len(tokens) < 2:
        return tuple(tokens) if tokens and tokens != [name] else ()
    if actors & _FAMILY_FIRST and not _looks_western(tokens):
        return (tokens[0],)
    if "VNM" in actors:
        return (tokens[-1],)
    start = len(tokens) - 1
    while start > 1 and tokens[start - 1].lower() in PARTICLES:
        start -= 1
    last = " ".join(tokens[start:])
    forms = [last]
    if start < len(tokens) - 1 and tokens[start].lower() not in ("bin", "ibn", "ben", "bint", "abd", "ould"):
        forms.append(tokens[-1])
    bare = re.sub(r"^(?:al|el|ad|as)[- ]", "", last, flags=re.IGNORECASE)
    if bare != last:
        forms.append(bare)
    if start >= 2 and tokens[start - 1][:1].isupper() and len(tokens[start - 1].rstrip(".")) > 1:
        forms.append(" ".join(tokens[start - 1 :]))
    if actors & _GIVEN_NAME_USED:
        forms.insert(0, tokens[0])
    return tuple(dict.fromkeys(f for f in forms if len(f) > 1))


def _looks_western(tokens: list[str]) -> bool:
    """True for "Lawrence Wong": a family-first name is three syllables, or has a hyphen in its second part."""
    return len(tokens) == 2 and "-" not in tokens[1] and len(tokens[0]) > 5


@lru_cache(maxsize=8192)
def variant_key(name: str) -> str:
    """Equal for spellings of one name in other romanisations: Pashinyan and Pashinian, Zelensky and Zelenskyy."""
    key = fold_name(name)
    for pattern, to in _VARIANTS:
        key = pattern.sub(to, key)
    return key
