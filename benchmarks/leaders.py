"""Leaders by date: the rows of REIGN come in, the share that "the leader of COUNTRY" finds at mid-term goes out.

    python benchmarks/leaders.py reign_leaders_1945_2021-03.csv [--since 1990] [--misses N]

A row is found where the phrase, on the middle day of the term, gives one person who bears the name that REIGN writes.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rapidfuzz.fuzz import ratio

from standpoint.actors import Registry, resolve_phrase
from standpoint.actors.entities import Entity
from standpoint.actors.names import fold_name, variant_key

_REVIEW = Path(__file__).resolve().parents[1] / "tools" / "world_facts" / "reign_names.txt"
_BLOCK = re.compile(r"= (?P<ccode>\S+) \| (?P<codes>[^|]+)\|")
_LAST = date(2021, 3, 31)


@dataclass(frozen=True, slots=True)
class Term:
    """One row: who, the country's number in REIGN, and the middle day."""

    leader: str
    country: str
    middle: date


def read_terms(path: Path, since: int) -> Iterator[Term]:
    """Rows of leaders whose term touches `since` or later."""
    with path.open(encoding="latin-1", newline="") as rows:
        for row in csv.DictReader(rows):
            start = _month(row["syear"], row["smonth"]) or date.min
            end = _month(row["eyear"], row["emonth"]) or _LAST
            if end.year >= since and start.year > 1:
                middle = date.fromordinal((max(start, date(since, 1, 1)).toordinal() + end.toordinal()) // 2)
                yield Term(" ".join(row["leader"].split()), row["ccode"], middle)


def read_codes(review: Path = _REVIEW) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """REIGN's country numbers to our codes with the years of each, from the reviewed table of names."""
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for line in review.read_text(encoding="utf-8").splitlines():
        block = _BLOCK.match(line)
        if block:
            parts = [[*p.split(), "-", "-"] for p in block["codes"].split(",")]
            found[block["ccode"]] = tuple((p[0], p[1], p[2]) for p in parts)
    return found


def bears(entity: Entity | None, leader: str) -> bool:
    """True where a word of the name that REIGN writes is, in some spelling, one of the person's names."""
    if entity is None:
        return False
    ours = {fold_name(w) for n in entity.names for w in re.split(r"[ \-]", n.form)} - {""}
    theirs = {fold_name(w) for w in re.split(r"[ \-]", leader)} - {""}
    keys = {variant_key(w) for w in ours}
    return any(
        w in ours or variant_key(w) in keys or any(ratio(w, o) >= 75 for o in ours) for w in theirs if len(w) > 2
    )


def _month(year: str, month: str) -> date | None:
    return date(int(year), int(month), 15) if year.isdigit() and month.isdigit() else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("leaders", type=Path)
    parser.add_argument("--since", type=int, default=1990)
    parser.add_argument("--misses", type=int, default=0)
    args = parser.parse_args()
    registry = Registry.load()
    codes = read_codes()
    total = found = 0
    misses = []
    for term in read_terms(args.leaders, args.since):
        total += 1
        code = next((c for c, a, b in codes.get(term.country, ()) if _within(term.middle, a, b)), None)
        state = registry.state(code) if code else None
        name = state.name if state else term.country
        speakers = resolve_phrase(registry, f"the leader of {name}", term.middle).speakers
        right = len(speakers) == 1 and bears(registry.entity(speakers[0].id), term.leader)
        found += right
        if not right:
            misses.append(f"{term.middle} {name}: {term.leader} coded {[s.name for s in speakers]}")
    print(json.dumps({"rows": total, "found": found, "share": round(found / total, 4) if total else None}, indent=1))
    print("\n".join(misses[: args.misses]), file=sys.stderr)
    return 0


def _within(day: date, first: str, last: str) -> bool:
    text = day.isoformat()
    return (first == "-" or first <= text) and (last == "-" or text <= last)


if __name__ == "__main__":
    sys.exit(main())
