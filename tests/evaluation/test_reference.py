"""Gold against gold that was changed -> our figures are those of the reference scorers."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from evaluation.perturbing import Row, perturb
from standpoint.evaluation import evaluate, pair_documents, read_marked
from standpoint.evaluation.writing import attribution_to_json, coded_to_json

pytestmark = pytest.mark.shared
SEEDS = (1, 2, 3)


def read_lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines()]


def write_lines(path: Path, rows: list[Row]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def run_scorer(script: Path, *words: Path) -> Any:
    done = subprocess.run([sys.executable, str(script), *map(str, words)], capture_output=True, check=True, text=True)
    return json.loads(done.stdout)


def rounded(value: Any) -> Any:
    """Figures with four digits."""
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return round(value, 4) if isinstance(value, float) else value


def uncounted(value: Any) -> Any:
    """Figures without the counts that only our own scores carry."""
    if isinstance(value, dict):
        return {k: uncounted(v) for k, v in value.items() if k not in ("n_gold", "n_predicted")}
    return value


def coded_by_hand(shared: Path) -> list[Row]:
    files = sorted((shared / "data" / "gold" / "articles").glob("*.json"))
    return [json.loads(f.read_text(encoding="utf-8")) for f in files]


@pytest.fixture(params=SEEDS)
def careless(request: pytest.FixtureRequest, shared: Path, tmp_path: Path) -> Path:
    rows = [perturb(row, 100 * request.param + n) for n, row in enumerate(coded_by_hand(shared))]
    return write_lines(tmp_path / "careless.jsonl", rows[1:] if request.param == 2 else rows)


def test_codes(shared: Path, careless: Path) -> None:
    gold = shared / "data" / "gold" / "articles"
    theirs = run_scorer(shared / "eval" / "score_coded.py", gold, careless)
    ours = evaluate(pair_documents(read_marked(gold), read_marked(careless)))
    assert ours.coded is not None
    figures = coded_to_json(ours.coded)
    assert figures == {k: rounded(v) for k, v in theirs.items() if k in figures}
    assert set(theirs) - set(figures) == {"documents", "missing_documents"}
    assert [d.id for d in ours.failed] == theirs["missing_documents"]


def test_attribution_of_coded_documents(shared: Path, careless: Path, tmp_path: Path) -> None:
    gold = write_lines(tmp_path / "gold.jsonl", coded_by_hand(shared))
    _check_attribution(shared, gold, careless)


@pytest.mark.parametrize("seed", SEEDS)
def test_attribution_of_a_corpus(shared: Path, tmp_path: Path, seed: int) -> None:
    rows = read_lines(shared / "data" / "polnear" / "dev.jsonl.gz")[seed::8]
    gold = write_lines(tmp_path / "gold.jsonl", rows)
    _check_attribution(
        shared, gold, write_lines(tmp_path / "careless.jsonl", [perturb(r, seed + n) for n, r in enumerate(rows)])
    )


def test_gold_against_itself_is_without_a_mistake(shared: Path) -> None:
    for path in (shared / "data" / "gold" / "articles", shared / "data" / "polnear" / "dev.jsonl.gz"):
        gold = read_marked(path)
        same = evaluate(pair_documents(gold, gold))
        assert (same.attribution.with_source.f1, same.mistakes, same.failed) == (1, (), ())
        if same.coded is not None:
            assert same.coded.with_actor.f1 == same.coded.positions.f1 == same.coded.dates.share == 1


def _check_attribution(shared: Path, gold: Path, predicted: Path) -> None:
    theirs = run_scorer(shared / "eval" / "score_attribution.py", gold, predicted)
    ours = evaluate(pair_documents(read_marked(gold), read_marked(predicted)))
    figures = uncounted(attribution_to_json(ours.attribution))
    assert figures == {k: v for k, v in theirs.items() if k in figures}
    assert set(theirs) - set(figures) == {"documents", "missing_documents"}
    assert theirs["relations"]["f1"] < 0.95
