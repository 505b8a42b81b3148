"""Reports coded by hand to train on: files of `training/coded` come in, gold documents with their codebooks go out.

`NAME-NN.rows` codes the NN-th article of `training/texts/NAME.txt` by the codebook `NAME-NN.yml`, or by the one that
its header `# process:` names; with a header `# id:` the article is one of PolNeAR, whose text lies elsewhere.
"""

from __future__ import annotations

import gzip
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from coded_rows import read_coded_rows, split_headers
from marked_text import parse_numbered

HERE = Path(__file__).parent
CODED, TEXTS = HERE / "coded", HERE / "texts"


@dataclass(frozen=True)
class Report:
    """A gold document in the interchange format, and the file of its codebook."""

    gold: dict[str, Any]
    codebook: Path


def read_reports(polnear: Path | None = None, folder: Path = CODED) -> list[Report]:
    """Every coded report, by name. `polnear`: the folder of PolNeAR; without it its articles are left out.

    Raises ValueError or MarkError, with file and row, for what does not fit.
    """
    corpus = _read_polnear(polnear) if polnear else {}
    reports = []
    for file in sorted(folder.glob("*.rows")):
        fields, rows = split_headers(file.read_text(encoding="utf-8").splitlines())
        if "id" in fields and not corpus:
            continue
        process = fields.get("process", file.stem)
        text, relations = _find_text(file.stem, fields, corpus)
        statements = read_coded_rows(rows, relations, file.name)
        gold = {**fields, "id": file.stem, "process": process, "text": text, "statements": statements,
                "agreements": [], "dates": []}  # fmt: skip
        reports.append(Report(gold, folder / f"{process}.yml"))
    return reports


def _find_text(stem: str, fields: dict[str, str], corpus: dict[str, dict]) -> tuple[str, dict[int, dict]]:
    if "id" in fields:
        row = corpus[fields["id"]]
        return row["text"], dict(enumerate(row["relations"], 1))
    name, _, number = stem.rpartition("-")
    articles = (TEXTS / f"{name}.txt").read_text(encoding="utf-8").split("\n====\n")
    return parse_numbered(articles[int(number) - 1].strip(), stem)


def _read_polnear(folder: Path) -> dict[str, dict]:
    with gzip.open(folder / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, lines)}


def main() -> int:
    """Writes gold documents and their codebooks, for `benchmarks/end_to_end.py`."""
    if len(sys.argv) not in (2, 3):
        print(f"{__doc__}\n    python reports.py FOLDER [POLNEAR]", file=sys.stderr)
        return 2
    to = Path(sys.argv[1])
    (to / "codebooks").mkdir(parents=True, exist_ok=True)
    for report in read_reports(Path(sys.argv[2]) if len(sys.argv) > 2 else None):
        gold = json.dumps(report.gold, ensure_ascii=False, indent=1)
        (to / f"{report.gold['id']}.json").write_text(gold, encoding="utf-8")
        (to / "codebooks" / f"{report.gold['process']}.yml").write_bytes(report.codebook.read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
