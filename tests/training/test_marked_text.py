"""Inline marks: a marked text -> its bare text and the words of each relation."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

TRAINING = Path(__file__).resolve().parents[2] / "training"


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("marked_text", TRAINING / "marked_text.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["marked_text"] = module
    spec.loader.exec_module(module)
    return module


marked_text = _load()


@pytest.mark.parametrize(
    ("marked", "text", "relations"),
    [
        ("[T1:“No,”] [S1:she] [C1:said].", "“No,” she said.", [("she", "said", "“No,”")]),
        ("[S1:A] [C1:said] [T1:[S2:B] [C2:lied] [T2:once]].", "A said B lied once.",
         [("A", "said", "B lied once"), ("B", "lied", "once")]),
        ("[C1:reported] [T1:a [[draft]] text]", "reported a [draft] text", [("", "reported", "a [draft] text")]),
        ("[C1:said] [T1:all [[draft]]]", "said all [draft]", [("", "said", "all [draft]")]),
        ("[S1,2:A] [C1:said] [T1:x] and [C2:denied] [T2:y]", "A said x and denied y",
         [("A", "said", "x"), ("A", "denied", "y")]),
        ("# nocue 1\n# a note\n[T1:“Go.”]", "“Go.”", [("", "", "“Go.”")]),
        ("[T1:“A,”] [S1:he] [C1:said]. [T1:“B.”]", "“A,” he said. “B.”", [("he", "said", "“A,” | “B.”")]),
        ("No marks.", "No marks.", []),
    ],
)  # fmt: skip
def test_marks(marked: str, text: str, relations: list[tuple[str, str, str]]) -> None:
    row = marked_text.parse_document(marked, "d")
    words = [
        tuple(" | ".join(text[s:e] for s, e in r[k]) for k in ("source", "cue", "content")) for r in row["relations"]
    ]
    assert (row["text"], words) == (text, relations)


@pytest.mark.parametrize(
    "marked",
    [
        "[T1:open",
        "closed]",
        "[S1:A] [C1:said]",
        "[T1:no cue]",
        "a [bare] bracket",
        "# nocue 2\n[C1:a] [T1:b]",
        "[T1:] [C1:x]",
    ],
)
def test_faults_are_named(marked: str) -> None:
    with pytest.raises(marked_text.MarkError, match="d: "):
        marked_text.parse_document(marked, "d")


def test_every_text_of_the_house_parses() -> None:
    folders = [
        TRAINING / "texts",
        TRAINING / "texts" / "held_out",
        TRAINING.parent / "tests" / "attribution" / "cases",
    ]
    rows = [row for folder in folders for row in marked_text.read_marked_folder(folder)]
    texts = [row["text"] for row in rows]
    assert len(texts) == len(set(texts))
