"""Measures acts and actor codes on PLOVER's gold standard records: one coded sentence each, by the event coder alone.

    python benchmarks/gsr.py GSR.jsonl [--errors]

An organisation counts as the class IGO that the records use; sectors are not compared.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from simple_actors import find_mentions, state_names

from standpoint.coding.deeds import DeedReader
from standpoint.coding.events import main_event
from standpoint.coding.lexicon import load_reader
from standpoint.coding.view import build_view
from standpoint.model import Document, ResolvedActors

_ORGANISATIONS = {
    "United Nations": "IGO", "U.N.": "IGO", "UN": "IGO", "Security Council": "IGO", "NATO": "IGO",
    "European Community": "IGO",
    "European Union": "IGO", "EU": "IGO", "EC": "IGO", "Arab League": "IGO", "Red Cross": "IGO", "U.N": "IGO",
    "International Atomic Energy Agency": "IGO", "IAEA": "IGO", "International Labor Office": "IGO", "ILO": "IGO",
    "Amnesty International": "IGO", "al-Qaeda": "IMG", "al Qaeda": "IMG",
}  # fmt: skip
_SAME = {"ITL": "ITA", "JAP": "JPN", "NIC": "NIC", "VTN": "VNM"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gsr", type=Path)
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    reader = load_reader()
    deeds = DeedReader(reader)
    names = state_names() | _ORGANISATIONS
    acts = total = hits = predicted = gold = 0
    confused: Counter[tuple[str, str]] = Counter()
    for line in args.gsr.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = Document(row["id"], row["text"], language="en")
        view = build_view(document, (), ResolvedActors((), find_mentions(row["text"], names)), reader)
        event = main_event(view, deeds)
        act = event.act.value if event else "none"
        acts += act == row["event"]
        total += 1
        sides = []
        for role, ours in (("source", event.actors if event else ()), ("target", event.targets if event else ())):
            theirs = {_SAME.get(a["code"], a["code"]) for a in row[role] if isinstance(a, dict) and a.get("code")}
            hits += len(theirs & set(ours))
            predicted += len(set(ours))
            gold += len(theirs)
            sides.append((theirs, set(ours)))
        if act != row["event"]:
            confused[row["event"], act] += 1
        if args.errors and (act != row["event"] or any(a != b for a, b in sides)):
            print(f"{row['event']:10} {act:10} {sides} {row['text']}")
    print(f"act {acts / total:.3f} of {total}; codes F1 {2 * hits / (predicted + gold):.3f}")
    print(", ".join(f"{a}->{b} {n}" for (a, b), n in confused.most_common(30)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
