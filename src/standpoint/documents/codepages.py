"""Bytes of a text in Latin letters in; the single-byte code page that makes an alphabet of them out, or None.

Detectors by statistics take Polish, Czech or Turkish for Western here, so the letters beyond ASCII decide: each
language has few, and in the wrong code page others stand in their place ("Erdoðan", "powiedzia³").
"""

from __future__ import annotations

from collections import Counter

_PUNCTUATION = frozenset("‘’‚‹›“”„«»–—…•·€£§©®°™†‡½¼¾\u00a0\u00ad\u200b")
_ALPHABETS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "cp1252",
        (
            "äöüß",
            "àâçéèêëîïôœùûüÿ",
            "áéíñóúü¿¡ªº",
            "áâãàçéêíóôõúüºª",
            "àèéìíòóùú",
            "äöåé",
            "æøåéöä",
            "áéëïöüíóè",
        ),
    ),
    ("cp1250", ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ")),
    ("cp1254", ("çğıöşüİâîû",)),
    ("cp1257", ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž")),
    ("iso8859_2", ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áéíóöőúüű", "čćđšž")),
    ("cp850", ("áéíñóúü¿¡ªº", "àâçéèêëîïôœùûüÿ", "äöüß")),
)
_WESTERN = frozenset("".join(_ALPHABETS[0][1]))
_MOST_LATIN = 0.25  # a larger share of bytes beyond ASCII is no Latin script
_STRAY = 0.05  # letters of other languages, in names
_MIXED_COST = 1.0  # Western letters of several languages at once, as in an English text with names


def find_latin_page(data: bytes) -> str | None:
    """The code page whose letters are best those of one language; of equals the more common one."""
    high = sum(1 for byte in data if byte >= 0x80)
    if high > _MOST_LATIN * len(data):
        return None
    best: tuple[float, str] | None = None
    for page, alphabets in _ALPHABETS:
        try:
            text = data.decode(page)
        except UnicodeDecodeError:
            continue
        beyond = Counter(c for c in text if c >= "\x80" and c not in _PUNCTUATION)
        cost = min(_count_strays(beyond, frozenset(a + a.upper())) for a in alphabets)
        if page == "cp1252":
            cost = min(cost, _count_strays(beyond, _WESTERN | {c.upper() for c in _WESTERN}) + _MIXED_COST)
        if best is None or cost < best[0]:
            best = (cost, page)
    return best[1] if best is not None and best[0] <= _MIXED_COST + _STRAY * high else None


def _count_strays(beyond: Counter[str], alphabet: frozenset[str]) -> float:
    return float(sum(count for letter, count in beyond.items() if letter not in alphabet))
