"""Days and lexicon checks on hand-coded articles: what is found must not fall below what was reached."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from standpoint.coding.dates import DateFinder
from standpoint.language.sentences import split_sentences


@pytest.mark.shared
def test_days_of_hand_coded_articles(shared: Path) -> None:
    right = total = 0
    for path in sorted((shared / "data" / "gold" / "articles").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        found = DateFinder().find(gold["text"], date.fromisoformat(gold["published"]), split_sentences(gold["text"]))
        for row in gold["dates"]:
            if row["value"]:
                start, end = row["span"]
                total += 1
                right += any(m.value == row["value"] and m.span.start < end and start < m.span.end for m in found)
    assert right / total >= 0.9
