"""Measures issues and stance on short statements of many disputes: the scenarios of `training/stance` in, shares out.

    python benchmarks/disputes.py [SCENARIO ...] [--errors]

Each statement is read with the sentence before it by the whole program, with the scenario's issues as its codebook.
Prints F1 of (statement, issue, stance), how many issues taken up were found, and how often their stance is right.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from standpoint.actors import RegistryResolver
from standpoint.assembly import open_attribution, open_registry
from standpoint.codebooks import Codebook
from standpoint.codebooks.schema import Issue
from standpoint.coding import CodebookCoder
from standpoint.model import CodedDocument, Document
from standpoint.pipeline import Pipeline

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
from disputes import Told, read_disputes


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="scenarios, by default all")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    model = open_attribution()
    totals: Counter[str] = Counter()
    for dispute in read_disputes():
        if args.names and dispute.name not in args.names:
            continue
        issues = (
            Issue(id=id, label=text, description=text, aliases=dispute.aliases[id])
            for id, text in dispute.issues.items()
        )
        book = Codebook.model_construct(
            id=dispute.name, title=dispute.title, description="", source="", mediators=(), agreements=(), actors=(),
            parties=(), issues=tuple(issues),
        )  # fmt: skip
        resolver = RegistryResolver(open_registry(book))
        pipeline = Pipeline(model, resolver, CodebookCoder(book, actors=resolver), "benchmark")
        texts = (f"{t.context} {t.words}".strip() for t in dispute.told)
        documents = [Document(str(i), text, language="en") for i, text in enumerate(texts)]
        counts: Counter[str] = Counter()
        for told, coded in zip(dispute.told, pipeline.code(documents), strict=True):
            counts += count(told, coded, show=args.errors)
        report(dispute.name, counts)
        totals += counts
    report("all", totals)
    return 0


def count(told: Told, coded: CodedDocument, *, show: bool) -> Counter[str]:
    """Positions of the statement, not of the sentence before it, against the ones that it takes."""
    begin = len(told.context)
    found = {
        (p.issue, str(p.stance)) for s in coded.statements if s.content[-1].end > begin for p in s.positions
    }
    gold = set(told.positions.items())
    named = {issue for issue, _ in found}
    if show and found != gold:
        print(f"- {told.context} >> {told.words}\n    missed {sorted(gold - found)} added {sorted(found - gold)}")
    return Counter(
        right=len(found & gold), found=len(found), gold=len(gold), named=len(named & told.positions.keys())
    )


def report(name: str, c: Counter[str]) -> None:
    precision, recall = c["right"] / max(1, c["found"]), c["right"] / max(1, c["gold"])
    f1 = 2 * c["right"] / max(1, c["found"] + c["gold"])
    named, stance = c["named"] / max(1, c["gold"]), c["right"] / max(1, c["named"])
    print(
        f"{name:24} positions P {precision:.3f} R {recall:.3f} F1 {f1:.3f}   "
        f"issue found {named:.3f}   stance right where found {stance:.3f}   n {c['gold']}"
    )


if __name__ == "__main__":
    sys.exit(main())
