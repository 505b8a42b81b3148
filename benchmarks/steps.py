"""Times the steps of the pipeline on hand-coded articles: processor and wall time a document, by step.

python benchmarks/steps.py ARTICLES_FOLDER --codebook FILE [--threads 2] [--repeat 5]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from standpoint.assembly import open_pipeline
from standpoint.codebooks import load_codebook
from standpoint.coding import CodebookCoder
from standpoint.model import Document


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--codebook", required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--repeat", type=int, default=5)
    args = parser.parse_args()
    rows = [json.loads(f.read_text(encoding="utf-8")) for f in sorted(args.articles.glob("*.json"))]
    documents = [
        Document(r["id"], r["text"], published=date.fromisoformat(r["published"]), language="en") for r in rows
    ]
    book = load_codebook(args.codebook)
    pipeline = open_pipeline(book, threads=args.threads)
    found = pipeline.attribution.attribute(documents)
    actors = [pipeline.actors.resolve(d, a) for d, a in zip(documents, found, strict=True)]
    rules = CodebookCoder(book, actors=pipeline.actors)
    steps: dict[str, Callable[[], object]] = {
        "attribution": lambda: pipeline.attribution.attribute(documents),
        "actors": lambda: [pipeline.actors.resolve(d, a) for d, a in zip(documents, found, strict=True)],
        "coding": lambda: [
            pipeline.coding.code(d, a, r) for d, a, r in zip(documents, found, actors, strict=True)
        ],
        "its rules": lambda: [rules.code(d, a, r) for d, a, r in zip(documents, found, actors, strict=True)],
    }
    least = {name: min(clock(step) for _ in range(args.repeat)) for name, step in steps.items()}
    print(f"{len(documents)} documents, {sum(map(len, found))} statements, {len(book.issues)} issues")
    for name, (cpu, wall) in least.items():
        share = cpu / least["attribution"][0]
        a, b = 1000 * cpu / len(documents), 1000 * wall / len(documents)
        print(f"{name:12} {a:7.1f} ms of processor time a document, {b:7.1f} ms in all; {share:.2f} of attribution")
    return 0


def clock(step: Callable[[], object]) -> tuple[float, float]:
    """Processor and wall time of one run, in seconds."""
    cpu, wall = time.process_time(), time.perf_counter()
    step()
    return time.process_time() - cpu, time.perf_counter() - wall


if __name__ == "__main__":
    sys.exit(main())
