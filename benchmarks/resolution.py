"""Resolution of speakers on gold spans: coded documents come in, the shares of right actors and persons go out.

    python benchmarks/resolution.py GOLD_FOLDER --scorer score_coded.py [--codebooks FOLDER] [--errors N] [--plain]

The attributions are gold's own, so that only the speakers are measured; `--plain` reads without any codebook.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from standpoint.actors import Registry, RegistryResolver
from standpoint.codebooks import Codebook, load_codebook
from standpoint.model import Attribution, Document, Kind, ResolvedActors, Span


def read_document(row: dict[str, Any]) -> Document:
    """The document of one gold row, whose fields stand at the top or under "document"."""
    at = row.get("document") or row
    published = date.fromisoformat(at["published"]) if at.get("published") else None
    return Document(at.get("id") or row["id"], at["text"], at.get("publisher"), published, at.get("title"))


def read_attributions(row: dict[str, Any]) -> tuple[Attribution, ...]:
    """Gold's statements as attributions, one each; joint speakers have several of the same spans."""
    return tuple(
        Attribution(_spans(s["source"]), _spans(s["cue"]), _spans(s["content"]), Kind(s["kind"]), 1.0, _outer(row, s))
        for s in row["statements"]
    )


def code_speakers(row: dict[str, Any], resolver: RegistryResolver) -> tuple[dict[str, Any], float]:
    """Gold's statements with our speakers, one statement per speaker, and the seconds that resolution took."""
    attributions = read_attributions(row)
    unique = tuple(dict.fromkeys(_key(a) for a in attributions))
    first = {_key(a): i for i, a in reversed(list(enumerate(attributions)))}
    place = {k: n for n, k in enumerate(unique)}
    distinct = [attributions[first[k]] for k in unique]
    nested = tuple(
        a if a.nested_in is None else _nested(a, place[_key(attributions[a.nested_in])]) for a in distinct
    )
    document = read_document(row)
    started = time.perf_counter()
    actors = resolver.resolve(document, nested)
    seconds = time.perf_counter() - started
    return _coded(row, document, nested, actors), seconds


def _key(attribution: Attribution) -> tuple[Any, ...]:
    return attribution.source, attribution.cue, attribution.content


def _nested(a: Attribution, outer: int) -> Attribution:
    return Attribution(a.source, a.cue, a.content, a.kind, a.confidence, outer)


def _coded(
    row: dict[str, Any], document: Document, attributions: Sequence[Attribution], actors: ResolvedActors
) -> dict[str, Any]:
    statements = []
    for attribution, resolution in zip(attributions, actors.resolutions, strict=True):
        for speaker in resolution.speakers or (None,):
            statements.append({
                "source": attribution.source, "cue": attribution.cue, "content": attribution.content,
                "kind": attribution.kind.value,
                "speaker": speaker and {"id": speaker.id, "name": speaker.name, "actor": speaker.actor},
            })  # fmt: skip
    return {"document": {"id": document.id, "text": document.text}, "statements": statements}


def _spans(value: Any) -> tuple[Span, ...]:
    if not value:
        return ()
    return (Span(*value),) if isinstance(value[0], int) else tuple(Span(*v) for v in value)


def _outer(row: dict[str, Any], statement: dict[str, Any]) -> int | None:
    outer = statement.get("nested_in")
    if outer is None or isinstance(outer, int):
        return outer
    return next((i for i, s in enumerate(row["statements"]) if s.get("id") == outer), None)


def read_codebooks(folder: Path | None) -> dict[str, Codebook]:
    """The codebooks in a folder by their file's name."""
    return {f.stem: load_codebook(f) for f in sorted(folder.glob("*.yml"))} if folder else {}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--codebooks", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    books = read_codebooks(args.codebooks)
    resolvers = {name: RegistryResolver(_load(book)) for name, book in books.items()}
    plain = RegistryResolver(Registry.load())
    total = 0.0
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for path in sorted(args.gold.glob("*.json")):
            row = json.loads(path.read_text(encoding="utf-8"))
            coded, seconds = code_speakers(row, resolvers.get(row.get("process", ""), plain))
            total += seconds
            out.write(json.dumps(coded) + "\n")
        out.flush()
        command = [sys.executable, str(args.scorer), str(args.gold), out.name, "--errors", str(args.errors)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    scores = json.loads(done.stdout)
    shares = {k: scores[k] for k in ("documents", "speaker_actor", "speaker_name")}
    print(json.dumps({**shares, "ms_per_document": round(1000 * total / max(1, scores["documents"]), 1)}, indent=1))
    print(done.stderr, end="", file=sys.stderr)
    return 0


def _load(book: Codebook) -> Registry:
    return Registry.load(extra=book.actors, parties=(*book.parties, *book.mediators))


if __name__ == "__main__":
    sys.exit(main())
