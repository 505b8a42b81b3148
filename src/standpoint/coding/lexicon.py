"""Reads the lexicons beside this module: a data file's name comes in, its entries go out.

The files are lists of phrases under headings, written for this package; they hold general English and no name.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files

from standpoint.coding.words import WordReader
from standpoint.errors import ModelError


def load_reader() -> WordReader:
    """A word reader with the irregular forms that ship."""
    irregular: dict[str, str] = {}
    for line in _read("irregular.txt").splitlines():
        base, *forms = line.partition("#")[0].split() or [""]
        irregular.update(dict.fromkeys([base, *forms], base) if base else {})
    return WordReader(irregular)


def load_phrases(name: str) -> dict[str, tuple[str, ...]]:
    """Heading to phrases of one lexicon; a file's entries are strings in which phrases are parted by semicolons or
    lines."""
    table: dict[str, tuple[str, ...]] = {}
    for heading, value in tomllib.loads(_read(name)).items():
        if not isinstance(value, str):
            raise ModelError(f"lexicon {name}: heading {heading!r} must be a string of phrases")
        table[heading] = tuple(_split(value))
    return table


def _split(value: str) -> Iterator[str]:
    for line in value.splitlines():
        for phrase in line.partition("#")[0].split(";"):
            if phrase.strip():
                yield " ".join(phrase.split())


def _read(name: str) -> str:
    return files("standpoint.coding").joinpath("data", name).read_text(encoding="utf-8")
