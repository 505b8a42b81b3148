"""Makes predictions out of gold, the same on every run: rows of the interchange format or of relations come in, rows
with statements dropped, invented and doubled, spans shifted, and codes changed go out."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

Row = dict[str, Any]
ACTS = ("ACCUSE", "REQUEST", "STATE", "REJECT")
STANCES = ("supports", "opposes", "conditional", "unclear")


def perturb(row: Row, seed: int) -> Row:
    """A document as somebody careless would have marked it."""
    random = Random(seed)
    changed = copy.deepcopy(row)
    key = "relations" if "relations" in row else "statements"
    kept = [s for s in changed[key] if random.random() < 0.85]
    invented = [copy.deepcopy(s) for s in kept if random.random() < 0.1]
    for s in invented:
        s["content"] = _slide(s["content"], random.randrange(-200, 200), len(row["text"]))
    for s in kept:
        for role in ("source", "cue", "content"):
            if random.random() < 0.3:
                s[role] = _slide(s[role], random.randrange(-12, 13), len(row["text"]))
        if random.random() < 0.1:
            s["source"] = []
        if key == "statements":
            _recode(s, random)
    doubled = [s for s in kept if random.random() < 0.05]
    changed[key] = [*kept, *copy.deepcopy(doubled), *invented]
    random.shuffle(changed[key])
    for s in changed[key]:
        s["nested_in"] = None
    for mention in (*changed.get("agreements", []), *changed.get("dates", [])):
        _change_mention(mention, random, len(row["text"]))
    return changed


def _recode(s: Row, random: Random) -> None:
    s["confidence"] = round(random.random(), 2)
    if random.random() < 0.2:
        s["kind"] = random.choice(("direct", "mixed", "indirect", "ascribed"))
    if random.random() < 0.2:
        s["act"] = random.choice(ACTS)
    if random.random() < 0.2:
        s["target"] = random.choice(("RUS", "TUR", None))
    if random.random() < 0.2:
        s["said"] = random.choice(("2018-01-14", None))
    if random.random() < 0.1:
        s["speaker"] = None
    elif s["speaker"] and random.random() < 0.2:
        s["speaker"] = {**s["speaker"], "actor": random.choice(("RUS", "USA", None))}
    elif s["speaker"] and random.random() < 0.4:
        s["speaker"] = {**s["speaker"], "name": s["speaker"]["name"].upper().split()[-1]}
    for p in s["positions"]:
        if random.random() < 0.3:
            p["stance"] = random.choice(STANCES)
    if random.random() < 0.1:
        s["positions"] = [*s["positions"], {"issue": "ceasefire", "stance": random.choice(STANCES)}]


def _change_mention(mention: Row, random: Random, size: int) -> None:
    if random.random() < 0.3:
        mention["span"] = _slide(mention["span"], random.randrange(-30, 30), size)[0]
    if random.random() < 0.2 and "provision" in mention:
        mention["provision"] = "4"
    if random.random() < 0.2 and "value" in mention:
        mention["value"] = "2018-02"


def _slide(value: Any, by: int, size: int) -> list[list[int]]:
    """The spans moved by some characters, as far as the text reaches; a single span becomes a list of one."""
    spans = [] if not value else [value] if isinstance(value[0], int) else value
    moved = ([max(0, s + by), min(size, e + by)] for s, e in spans)
    return [[s, e] for s, e in moved if s < e] or [list(s) for s in spans]
