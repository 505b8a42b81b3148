"""What the benchmarks reach on the reference data must not fall below what was promised."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]


def _run(script: str, *args: str) -> dict[str, object]:
    command = [sys.executable, str(_ROOT / "benchmarks" / script), *args]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=_ROOT)
    scores = json.loads(done.stdout)
    assert isinstance(scores, dict)
    return scores


@pytest.mark.shared
def test_leaders_since_1990(shared: Path) -> None:
    scores = _run("leaders.py", str(shared / "data" / "world" / "reign_leaders_1945_2021-03.csv"))
    assert scores["share"] >= 0.98  # type: ignore[operator]


@pytest.mark.shared
def test_speakers_of_hand_coded_articles(shared: Path) -> None:
    codebooks = _ROOT / "src" / "standpoint" / "codebooks"
    gold, scorer = shared / "data" / "gold" / "articles", shared / "eval" / "score_coded.py"
    scores = _run("resolution.py", str(gold), "--scorer", str(scorer), "--codebooks", str(codebooks))
    assert scores["speaker_actor"]["share"] >= 0.95  # type: ignore[index]
    assert scores["speaker_name"]["share"] >= 0.92  # type: ignore[index]
