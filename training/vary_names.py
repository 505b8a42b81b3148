"""A marked document comes in, the same document with other made-up names goes out, its spans moved along.

The same people and places return in many texts; with other names each time a model learns the sentence, not the name.
"""

from __future__ import annotations

import csv
import random
import re
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import Any

NAMES = Path(__file__).with_name("texts") / "names.csv"


def read_names(path: Path = NAMES) -> dict[str, list[tuple[str, str]]]:
    """Kind to (name, adjective) pairs; the adjective is empty but for states."""
    kinds: dict[str, list[tuple[str, str]]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            kinds.setdefault(row["kind"], []).append((row["name"], row["adjective"]))
    return kinds


def vary_names(row: dict[str, Any], rng: random.Random, names: dict[str, list[tuple[str, str]]]) -> dict[str, Any]:
    """Each known name becomes another of its kind, the same one throughout the document; spans are moved along."""
    changes = _choose(row["text"], rng, names)
    if not changes:
        return row
    pattern = re.compile(
        r"(?<![\w-])(" + "|".join(map(re.escape, sorted(changes, key=len, reverse=True))) + r")(?!\w)"
    )
    pieces, moved_at, moved_by = [], [0], [0]
    at = shift = 0
    for match in pattern.finditer(row["text"]):
        new = changes[match[1]]
        pieces += [row["text"][at : match.start()], new]
        at = match.end()
        shift += len(new) - len(match[1])
        moved_at.append(match.end())
        moved_by.append(shift)

    def move(place: int) -> int:
        return place + moved_by[bisect_right(moved_at, place) - 1]

    relations = [
        {role: [[move(s), move(e)] for s, e in spans] for role, spans in r.items()} for r in row["relations"]
    ]
    return {**row, "text": "".join(pieces) + row["text"][at:], "relations": relations}


def _choose(text: str, rng: random.Random, names: dict[str, list[tuple[str, str]]]) -> dict[str, str]:
    changes: dict[str, str] = {}
    for pairs in names.values():
        present = [p for p in pairs if any(_stands_in(text, form) for form in p if form)]
        others = rng.sample(pairs, k=len(pairs))
        for old, new in zip(present, others[: len(present)], strict=True):
            changes.update(_forms(old, new))
    return changes


def _stands_in(text: str, form: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(form)}s?(?!\w)", text, re.IGNORECASE) is not None


def _forms(old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """Name, adjective and people, each also in capitals."""
    found: dict[str, str] = {}
    for a, b in zip(old, new, strict=True):
        if not a or not b:
            continue
        found[a], found[a.upper()] = b, b.upper()
        if a is old[1]:
            people = b if b.endswith(("ese", "ish", "i")) else b + "s"
            found[a + "s"], found[(a + "s").upper()] = people, people.upper()
    return found
