"""Articles coded by hand in `benchmarks/coded` come in, gold in the interchange format goes out:

    python benchmarks/coded_texts.py FOLDER [NUMBER ...]

A file opens with lines `# key: value` (publisher, published, process), goes on with the text in the mark-up of
`training/marked_text.py`, and ends, below a line `----`, with a row for each statement (`training/coded_rows.py`).
The articles and all that is said in them are invented.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
from coded_rows import read_coded_rows, split_headers
from marked_text import parse_numbered

HERE = Path(__file__).with_name("coded")


def read_coded(path: Path) -> dict[str, Any]:
    """One file as a gold document. Raises ValueError or MarkError, with file and row, for what does not fit."""
    head, _, rows = path.read_text(encoding="utf-8").partition("\n----\n")
    fields, body = split_headers(head.splitlines())
    text, relations = parse_numbered("\n".join(body), path.name)
    statements = read_coded_rows(rows.splitlines(), relations, path.name)
    return {"id": path.stem, "text": text, **fields, "statements": statements, "agreements": [], "dates": []}


def main() -> int:
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    to, numbers = Path(sys.argv[1]), sys.argv[2:]
    to.mkdir(parents=True, exist_ok=True)
    for file in sorted(HERE.glob("*.txt")):
        if numbers and file.name[:2] not in numbers:
            continue
        coded = read_coded(file)
        (to / f"{file.stem}.json").write_text(json.dumps(coded, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
