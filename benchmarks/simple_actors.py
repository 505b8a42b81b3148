"""A plain matcher of actors by name, for benchmarks: texts with known speakers come in, actor mentions go out.

It stands in for the registry where the coding step is to be measured by itself, on speakers given by hand.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

from standpoint.model import ActorMention, Span, Speaker

_STATES = Path(__file__).resolve().parents[1] / "src" / "standpoint" / "actors" / "data" / "states.csv"


def state_names() -> dict[str, str]:
    """Name, spelling, demonym or metonym to the state's code."""
    names: dict[str, str] = {}
    with _STATES.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            for field in ("name", "spellings", "demonyms", "metonyms", "capital"):
                for name in row[field].split(";"):
                    if len(name) > 1:
                        names.setdefault(name, row["code"])
    return names


def find_mentions(text: str, names: dict[str, str]) -> tuple[ActorMention, ...]:
    """Whole-word matches, the longest first where two overlap."""
    pattern = re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)) + r")(?!\w)"
    )
    return tuple(
        ActorMention(Span(*m.span()), Speaker(names[m.group()], m.group(), names[m.group()], None, None, "name", 1.0))
        for m in pattern.finditer(text)
    )


def last_names(speakers: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """The names of known speakers, whole and by their last word, to the codes that they speak for."""
    names: dict[str, str] = {}
    for name, actor in speakers:
        if actor and re.match(r"[A-Z]", name) and "(" not in name:
            for form in (name, name.split()[-1]):
                if form[:1].isupper() and len(form) > 2:
                    names.setdefault(form, actor)
    return names
