"""Shows what to ask the stance model and from which share to believe it:
`python choose.py WEIGHTS FOLDER CODEBOOKS [FOLDER CODEBOOKS ...]`.

Folders of coded articles with their codebooks in; for thresholds of `standpoint.coding.combine` the F1 of positions
and of the ledger on each folder, and how often a statement the model is asked, out. Articles are read as the program
reads them.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from standpoint import assembly
from standpoint.attribution import AttributionModel
from standpoint.codebooks import load_codebook
from standpoint.coding import combine
from standpoint.coding.stance import StanceJudgement, StanceModel, StancePair
from standpoint.coding.trained import StanceReader, load_stance
from standpoint.evaluation import Marked, evaluate, predict_pairs, read_marked
from standpoint.model import Attribution, Document
from standpoint.pipeline import Pipeline

WORTH = (0.0, 0.25, 0.5, 0.75, 99.0)  # at the last the rules are alone
LEAST = (0.6, 0.7, 0.8, 0.9)


@dataclass
class Remembering:
    """A model that answers a question that it has heard before out of its memory, and counts them."""

    inner: StanceModel
    known: dict[tuple[str, str], StanceJudgement] = field(default_factory=dict)
    asked: int = 0

    @property
    def models(self) -> Mapping[str, str]:
        return self.inner.models

    def judge(self, pairs: Sequence[StancePair]) -> tuple[StanceJudgement, ...]:
        self.asked += len(pairs)
        keys = [(p.issue.description, p.told) for p in pairs]
        new = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in self.known}
        self.known.update(zip(new, self.inner.judge(list(new.values())), strict=True))
        return tuple(self.known[key] for key in keys)


@dataclass
class Attributed:
    """An attribution model that reads every document once."""

    inner: AttributionModel
    known: dict[str, tuple[Attribution, ...]] = field(default_factory=dict)

    @property
    def models(self) -> Mapping[str, str]:
        return self.inner.models

    def attribute(self, documents: Sequence[Document]) -> list[tuple[Attribution, ...]]:
        new = [d for d in documents if d.text not in self.known]
        self.known.update((d.text, tuple(a)) for d, a in zip(new, self.inner.attribute(new), strict=True))
        return [self.known[d.text] for d in documents]


def main() -> int:
    if len(sys.argv) < 4 or len(sys.argv) % 2:
        print(__doc__, file=sys.stderr)
        return 2
    reader = load_stance(Path(sys.argv[1]))
    model = Remembering(reader.model)
    stance = StanceReader(model, reader.pieces, reader.taking)
    folders = list(zip(map(Path, sys.argv[2::2]), map(Path, sys.argv[3::2]), strict=True))
    attribution = Attributed(assembly.open_attribution())
    found: dict[str, Pipeline] = {}

    def measure(folder: Path, codebooks: Path) -> tuple[float, float, float]:
        by_process: dict[str, list[Marked]] = defaultdict(list)
        for file in sorted(folder.glob("*.json")):
            by_process[json.loads(file.read_text(encoding="utf-8"))["process"]].extend(read_marked(file))
        pairs = []
        model.asked = 0
        for process, marked in by_process.items():
            with (
                patch.object(assembly, "load_stance", lambda **_: stance),
                patch.object(assembly, "open_attribution", lambda **_: attribution),
            ):
                key = f"{codebooks}/{process}"
                if key not in found:
                    found[key] = assembly.open_pipeline(load_codebook(str(codebooks / f"{process}.yml")))
            pairs += predict_pairs(marked, found[key])
        coded = evaluate(pairs).coded
        assert coded is not None
        return coded.positions.f1 or 0.0, coded.ledger.f1 or 0.0, model.asked / max(1, coded.statements.predicted)

    print("worth least " + " ".join(f"{f.name:>18}" for f, _ in folders))
    for worth in WORTH:
        for least in LEAST:
            with patch.object(combine, "WORTH_ASKING", worth), patch.object(combine, "LEAST", least):
                cells = [measure(*f) for f in folders]
            row = " ".join(f"{f1:6.3f} {ledger:5.3f} {asked:5.2f}" for f1, ledger, asked in cells)
            print(f"{worth:5} {least:5} {row}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
