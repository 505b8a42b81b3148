"""Measures the record: made-up coded documents are written and read again, what the record says is derived from them.

python benchmarks/record.py [--documents 2000] [--statements 15] [--record FILE]
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from builders import PEOPLE, Said, coded, lake_codebook
from standpoint.model import AgreementUse, CodedDocument, Kind
from standpoint.positions import compose_brief, compose_matrix, derive_positions, list_agreement_uses
from standpoint.record import Record

SEED = 7
FIRST = date(2001, 1, 1)
WORDS = [
    "accord", "bay", "border", "boat", "bridge", "captain", "channel", "commission", "convoy", "crew", "dam",
    "delegation", "dredger", "envoy", "ferry", "fleet", "guarantee", "harbour", "island", "inspector", "lake",
    "lighthouse", "map", "minister", "net", "observer", "patrol", "pier", "pilot", "port", "quota", "reef",
    "sailor", "shore", "signal", "survey", "tariff", "tide", "toll", "treaty", "tugboat", "village", "war",
    "water", "wharf", "winter",
]  # fmt: skip


def make_documents(count: int, statements: int) -> Iterator[CodedDocument]:
    """Documents over three years; a third of the statements is told by two outlets, a tenth cites an agreement."""
    rng = random.Random(SEED)
    told: list[Said] = []
    for number in range(count):
        day = FIRST + timedelta(days=number * 1000 // count)
        rows = [_make_row(rng, day) for _ in range(statements)]
        again = [r for r in told if r.on == day and r.inside is None][: statements // 3]
        told = rows
        yield coded(*again, *rows, id=f"d{number:06d}", published=day, publisher=rng.choice(["Courier", "Herald"]))


def _make_row(rng: random.Random, day: date) -> Said:
    stances = {
        rng.choice(["treaty", "dam", "patrols"]): rng.choice(["supports", "opposes", "conditional", "unclear"])
    }
    return Said(
        by=rng.choice(sorted(PEOPLE)),
        words=" ".join(rng.choices(WORDS, k=rng.randint(8, 30))),
        stances=stances if rng.random() < 0.6 else {},
        kind=rng.choice(list(Kind)),
        on=day,
        cites=("harbour-1999", rng.choice(["2", "10", None]), AgreementUse.INVOKES) if rng.random() < 0.1 else None,
    )


@contextmanager
def timed(what: str, count: int, unit: str) -> Iterator[None]:
    begin = time.perf_counter()
    yield
    seconds = time.perf_counter() - begin
    print(f"{what:<44}{seconds:8.2f} s {count / seconds:12,.0f} {unit}/s")


def measure(place: Path, documents: list[CodedDocument]) -> None:
    book, count = lake_codebook(), len(documents)
    with Record.open(place, create=True) as record:
        with timed("written", count, "documents"):
            for document in documents:
                record.add(document, book)
        with timed("read again, unchanged", count, "documents"):
            for document in documents:
                record.add(document, book)
        statements = sum(len(d.statements) for d in documents)
        with timed("listed", statements, "statements"):
            record.statements()
        with timed("coded documents", count, "documents"):
            for _ in record.coded_documents():
                pass
        asked: list[tuple[str, Callable[[], object]]] = [
            ("derive_positions", lambda: derive_positions(record)),
            ("derive_positions on a day", lambda: derive_positions(record, at=FIRST + timedelta(days=500))),
            (
                "derive_positions of one actor on one issue",
                lambda: derive_positions(record, actor="RUR", issue="dam"),
            ),
            ("compose_matrix", lambda: compose_matrix(record)),
            ("compose_brief", lambda: compose_brief(record, "SYL")),
            ("list_agreement_uses", lambda: list_agreement_uses(record)),
            ("check", record.check),
        ]
        for what, ask in asked:
            with timed(what, count, "documents"):
                ask()
    print(f"{'size of the file':<44}{place.stat().st_size / 1e6:8.1f} MB")
    print(f"{'peak memory':<44}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:8.0f} MB")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--statements", type=int, default=15)
    parser.add_argument("--record", type=Path)
    args = parser.parse_args()
    documents = list(make_documents(args.documents, args.statements))
    print(f"{len(documents)} documents, {sum(len(d.statements) for d in documents)} statements, seed {SEED}")
    if args.record is not None:
        measure(args.record, documents)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "talks.db", documents)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
