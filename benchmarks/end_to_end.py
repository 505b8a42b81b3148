"""Measures everything at once on hand-coded articles: their text in, the program's coding against theirs out.

    python benchmarks/end_to_end.py GOLD_FOLDER --codebooks FOLDER

Each article is coded by the codebook that its field "process" names; a codebook that ships has the same id.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path

from standpoint.assembly import open_pipeline
from standpoint.codebooks import load_codebook
from standpoint.evaluation import Marked, evaluate, evaluation_to_json, predict_pairs, read_marked


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--codebooks", type=Path, help="a folder of codebooks; else those that ship")
    args = parser.parse_args()
    by_process: dict[str, list[Marked]] = defaultdict(list)
    for file in sorted(args.gold.glob("*.json")):
        process = json.loads(file.read_text(encoding="utf-8"))["process"]
        by_process[process].extend(read_marked(file))
    pairs = []
    for process, marked in by_process.items():
        book = load_codebook(str(args.codebooks / f"{process}.yml") if args.codebooks else process)
        pairs += predict_pairs(marked, open_pipeline(book))
    print(json.dumps(evaluation_to_json(evaluate(pairs)), indent=1, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
