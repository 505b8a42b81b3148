"""Other names for the same text: every span still covers the words it covered, but for the names in them."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

TRAINING = Path(__file__).resolve().parents[2] / "training"
sys.path.insert(0, str(TRAINING))

import marked_text  # noqa: E402
import vary_names  # noqa: E402

PARTICLES = ("al-", "de la", "ben ")
NAMES = {"state": [("Ara", "Aran"), ("Belmontia", "Belmontian")], "surname": [("Oz", ""), ("Quillfeather", "")]}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[S1:Oz] [C1:told] the Arans [T1:that Ara had won].", ("Quillfeather", "told", "that Belmontia had won")),
        ("[T1:“Ara’s road,”] [S1:OZ] [C1:said].", ("QUILLFEATHER", "said", "“Belmontia’s road,”")),
        ("[S1:Ozark] [C1:said] [T1:so]", ("Ozark", "said", "so")),
    ],
)
def test_spans_move_along(marked: str, expected: tuple[str, str, str]) -> None:
    row = marked_text.parse_document(marked, "d")
    seen = set()
    for seed in range(12):
        varied = vary_names.vary_names(row, random.Random(seed), NAMES)
        (relation,) = varied["relations"]
        seen.add(tuple(varied["text"][s:e] for role in ("source", "cue", "content") for s, e in relation[role]))
    assert expected in seen


def test_every_text_keeps_its_marks_on_word_bounds() -> None:
    names = vary_names.read_names()
    for row in marked_text.read_marked_folder(TRAINING / "texts"):
        varied = vary_names.vary_names(row, random.Random(row["id"]), names)
        assert len(varied["relations"]) == len(row["relations"])
        for old, new in zip(row["relations"], varied["relations"], strict=True):
            for role in old:
                for (s, e), (a, b) in zip(old[role], new[role], strict=True):
                    assert row["text"][e : e + 1] == varied["text"][b : b + 1]
                    both = row["text"][s:], varied["text"][a:]
                    assert both[0][0].isupper() == both[1][0].isupper() or any(t.startswith(PARTICLES) for t in both)
