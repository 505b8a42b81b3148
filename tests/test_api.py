"""The public names of the package -> what docs/python.md says of them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import standpoint
from standpoint.samples import load_samples

PAGE = Path(__file__).resolve().parents[1] / "docs" / "python.md"


def test_the_example_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    reports = tmp_path / "reports"
    reports.mkdir()
    rows = [{"text": d.text, "publisher": d.publisher, "published": str(d.published)} for d in load_samples()[:4]]
    (reports / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (reports / "empty.txt").write_text("")
    example = re.search(r"```python\n(.*?)```", PAGE.read_text("utf-8"), flags=re.S)
    assert example is not None
    result = subprocess.run([sys.executable, "-c", example[1]], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    assert re.fullmatch(r"4 documents, \d+ statements", lines[0])
    assert lines[1].startswith("reports/empty.txt empty")
    assert any(re.match(r"[A-Z]+ \w+ since ", line) for line in lines)


@pytest.mark.parametrize("name", [n for n in standpoint.__all__ if n != "__version__"])
def test_every_public_name_is_there_and_has_a_docstring(name: str) -> None:
    assert getattr(standpoint, name).__doc__


def test_the_page_has_every_function() -> None:
    page = PAGE.read_text("utf-8")
    functions = [n for n in standpoint.__all__ if n[0].islower()]
    assert [n for n in functions if f"| `{n}(" not in page] == []


def test_dir_and_missing_names() -> None:
    assert set(standpoint.__all__) == set(dir(standpoint))
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = standpoint.no_such_name


def test_importing_the_package_loads_nothing() -> None:
    script = (
        "import sys, time\nbefore = set(sys.modules)\nbegun = time.process_time()\nimport standpoint\n"
        "took = time.process_time() - begun\n"
        "print(took < 0.2, sorted(m for m in set(sys.modules) - before if m.startswith('standpoint')))"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout == "True ['standpoint']\n"


def test_code_takes_one_input_or_several_and_names_what_it_left_out(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text('"The talks go on," President Ilham Aliyev said.')
    (one,) = standpoint.code(good)
    assert isinstance(one, standpoint.CodedDocument)
    assert [s.speaker.actor for s in one.statements if s.speaker] == ["AZE"]
    both = list(standpoint.code([str(good), tmp_path / "gone.txt"], codebook="armenia-azerbaijan"))
    assert [type(item).__name__ for item in both] == ["CodedDocument", "SetAside"]


def test_reading_twice_changes_nothing(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text('"The treaty must be signed," said Ilham Aliyev.')
    book = standpoint.load_codebook("armenia-azerbaijan")
    pipeline = standpoint.open_pipeline(book)
    with standpoint.open_record(tmp_path / "talks.db", create=True) as record:
        outcomes = [
            [t.added.outcome.value for t in standpoint.read(good, record, codebook=book, pipeline=pipeline).taken]
            for _ in range(2)
        ]
        rows = record.statements()
    assert outcomes == [["added"], ["unchanged"]]
    assert len(rows) == 1
