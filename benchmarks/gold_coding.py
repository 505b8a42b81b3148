"""Measures the coding step by itself on hand-coded articles: attributions and speakers are gold's, the codes are
ours.

python benchmarks/gold_coding.py GOLD_ARTICLES --codebooks FOLDER --scorer SCORER.py [--errors] [--only ID]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from simple_actors import NameResolver, find_mentions, last_names, party_names

from standpoint.actors import RegistryResolver
from standpoint.actors.protocol import ActorResolver
from standpoint.assembly import open_registry
from standpoint.codebooks import Codebook, load_codebook
from standpoint.coding import CodebookCoder
from standpoint.model import (
    Attribution,
    CodedAttributions,
    Document,
    Kind,
    Resolution,
    ResolvedActors,
    Span,
    Spans,
    Speaker,
)

CODEBOOKS = {"syria-talks": ("02", "03", "04", "05", "06", "07"), "armenia-azerbaijan": ("01",)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--codebooks", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--registry", action="store_true", help="mentions by the product's own registry")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    coders: dict[str, CodebookCoder] = {}
    books: dict[str, Codebook] = {}
    resolvers: dict[str, ActorResolver] = {}
    rows, spent = [], 0.0
    golds = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(args.gold.glob(f"{args.only}*.json"))]
    for gold in golds:
        name = gold.get("process") or ""
        if name not in coders:
            books[name] = load_codebook(str(args.codebooks / f"{name}.yml"))
            known = party_names(books[name]) | gold_names(golds, name)
            resolvers[name] = RegistryResolver(open_registry(books[name])) if args.registry else NameResolver(known)
            coders[name] = CodebookCoder(books[name], actors=resolvers[name])
        document, attributions, actors, groups = from_gold(gold, books[name])
        if args.registry:
            found = resolvers[name].resolve(document, attributions).mentions
            actors = ResolvedActors(actors.resolutions, found)
        start = time.process_time()
        coded = coders[name].code(document, attributions, actors)
        spent += time.process_time() - start
        rows.append(as_row(gold, groups, attributions, coded))
        if args.errors:
            show_errors(gold, rows[-1])
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        predicted.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
        ids = ",".join(g["id"] for g in golds)
        run = [sys.executable, str(args.scorer), str(args.gold), str(predicted), "--ids", ids]
        report = json.loads(subprocess.run(run, capture_output=True, check=True, text=True).stdout)
    for key, value in report.items():
        print(f"{key:18}{json.dumps(value)}")
    print(f"{'ms a document':18}{1000 * spent / max(1, len(rows)):.1f}")
    return 0


def gold_names(golds: list[dict[str, Any]], process: str) -> dict[str, str]:
    """Names of the speakers of one process, as the registry would know them."""
    speakers = [
        s["speaker"] for g in golds if g.get("process") == process for s in g["statements"] if s.get("speaker")
    ]
    return last_names((s["name"], s.get("actor")) for s in speakers)


def from_gold(
    gold: dict[str, Any], codebook: Codebook
) -> tuple[Document, list[Attribution], ResolvedActors, list[list[int]]]:
    """Document, attributions (joint speakers folded into one), actors, and the gold rows of each attribution."""
    text = gold["text"]
    document = Document(gold["id"], text, gold["publisher"], date.fromisoformat(gold["published"]), language="en")
    groups: dict[tuple[Any, ...], list[int]] = {}
    for i, s in enumerate(gold["statements"]):
        key = (*(spans(s[k]) for k in ("source", "cue", "content")), s["kind"], s.get("nested_in"))
        groups.setdefault(key, []).append(i)
    place = {gold["statements"][i].get("id", str(i)): n for n, rows in enumerate(groups.values()) for i in rows}
    attributions, resolutions = [], []
    for (source, cue, content, kind, nested), members in groups.items():
        outer = (
            place[nested] if nested is not None and nested in place else nested if isinstance(nested, int) else None
        )
        attributions.append(Attribution(source, cue, content, Kind(kind), 1.0, outer))
        speakers = tuple(
            Speaker(p["name"], p["name"], p.get("actor"), p.get("sector"), p.get("role"), "name", 1.0)
            for i in members
            if (p := gold["statements"][i].get("speaker"))
        )
        resolutions.append(Resolution(speakers, None if speakers else "not named"))
    names = party_names(codebook)
    names.update(last_names((s.name, s.actor) for r in resolutions for s in r.speakers))
    return (
        document,
        attributions,
        ResolvedActors(tuple(resolutions), find_mentions(text, names)),
        list(groups.values()),
    )


def spans(value: Any) -> Spans:
    if not value:
        return ()
    return (Span(*value),) if isinstance(value[0], int) else tuple(Span(*v) for v in value)


def as_row(
    gold: dict[str, Any], groups: list[list[int]], attributions: list[Attribution], coded: CodedAttributions
) -> dict[str, Any]:
    """Gold's statements with our codes in place of gold's, in gold's order."""
    statements: list[dict[str, Any]] = [{} for _ in gold["statements"]]
    for members, coding in zip(groups, coded.codings, strict=True):
        codes = [(gold["statements"][i].get("speaker") or {}).get("actor") for i in members]
        for i, code in zip(members, codes, strict=True):
            others = [c for c in codes if c != code]  # as the pipeline hands a joint target to each speaker
            statements[i] = {
                **gold["statements"][i],
                "said": coding.said.isoformat() if coding.said else None,
                "setting": coding.setting,
                "act": coding.act.value,
                "target": next(iter(others), None) if coding.target == code else coding.target,
                "positions": [
                    {"issue": p.issue, "stance": p.stance.value, "confidence": p.confidence} for p in coding.positions
                ],
            }
    return {
        "document": {"id": gold["id"], "text": gold["text"]},
        "statements": statements,
        "agreements": [
            {"span": list(a.span), "agreement": a.agreement, "provision": a.provision} for a in coded.agreements
        ],
        "dates": [{"span": list(d.span), "value": d.value} for d in coded.dates],
        "events": [{"span": list(e.span), "actor": e.actor, "act": e.act, "target": e.target} for e in coded.events],
    }


def show_errors(gold: dict[str, Any], row: dict[str, Any]) -> None:
    text = gold["text"]

    def words(value: Any) -> str:
        return " … ".join(s.of(text) for s in spans(value))

    print(f"== {gold['id']}")
    for g, p in zip(gold["statements"], row["statements"], strict=True):
        wrong = [k for k in ("act", "target", "said") if g.get(k) != p.get(k) and (k == "act" or g.get(k))]
        ours = {(x["issue"], x["stance"]) for x in p["positions"]}
        theirs = {(x["issue"], x["stance"]) for x in g["positions"]}
        if wrong or ours != theirs:
            codes = "; ".join(f"{k}: {g.get(k)} coded {p.get(k)}" for k in wrong)
            print(f"- <{words(g['source'])}> ({words(g['cue'])}) «{words(g['content'])}» {codes}")
            print(f"    missed {sorted(theirs - ours)}  added {sorted(ours - theirs)}") if ours != theirs else None
    for a in gold.get("agreements", []):
        hit = any(
            p["span"][0] < a["span"][1] and a["span"][0] < p["span"][1] and p["agreement"] == a["agreement"]
            and p["provision"] == a.get("provision") for p in row["agreements"]
        )  # fmt: skip
        if not hit:
            print(f"  agreement missed: {words(a['span'])!r} {a['agreement']} {a.get('provision')}")
    for p in row["agreements"]:
        print(f"  agreement ours: {words(p['span'])!r} {p['agreement']} {p['provision']}")
    for e in row["events"]:
        print(f"  event: {words(e['span'])[:90]!r} {e['actor']} {e['act']} {e['target']}")


if __name__ == "__main__":
    sys.exit(main())
