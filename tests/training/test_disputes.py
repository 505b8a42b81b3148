"""Disputes with what is said in them: the files that ship are read, and bad lines are told by name."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))
from disputes import read_disputes

HEAD = "# A strait, two states\nissue strait | Keld should open the strait. | passage; open the strait\n----\n"


def test_every_dispute_has_issues_and_positions_on_most() -> None:
    for dispute in read_disputes():
        taken = {issue for told in dispute.told for issue in told.positions}
        assert len(dispute.issues) >= 8, dispute.name
        assert taken == set(dispute.issues), dispute.name
        assert any(not told.positions for told in dispute.told), dispute.name


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Keld will let no ship pass | strait:opposes", ("Keld will let no ship pass", "", {"strait": "opposes"})),
        ("Ships wait. >> It said go on | strait:supports", ("It said go on", "Ships wait.", {"strait": "supports"})),
        ("The ministers met on Friday | ", ("The ministers met on Friday", "", {})),
    ],
)
def test_a_line(tmp_path: Path, line: str, expected: tuple[str, str, dict[str, str]]) -> None:
    (tmp_path / "one.txt").write_text(HEAD + line + "\n", encoding="utf-8")
    (dispute,) = read_disputes(tmp_path)
    (told,) = dispute.told
    assert (told.words, told.context, told.positions) == expected
    assert dispute.aliases == {"strait": ("passage", "open the strait")}


@pytest.mark.parametrize("line", ["Keld refuses | canal:opposes", "Keld refuses | strait:no", " | strait:opposes"])
def test_a_bad_line_is_told_by_file_and_words(tmp_path: Path, line: str) -> None:
    (tmp_path / "one.txt").write_text(HEAD + line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"one\.txt: .*unknown"):
        read_disputes(tmp_path)
