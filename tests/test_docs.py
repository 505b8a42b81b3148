"""The pages -> what they say of commands, tables, words and links holds."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer

from standpoint import errors
from standpoint.cli.app import app
from standpoint.interchange import coded_from_json
from standpoint.model import Act, AgreementUse, Grade, Kind, Stance
from standpoint.record.tables import SCHEMA, VERSION_TABLE, metadata

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
PAGES = sorted((ROOT / "docs").glob("*.md"))
COMMAND = re.compile(r"^(?:\$ )?(standpoint [^#|>\n]+)", re.M)


def ids(path: Path) -> str:
    return path.name


def fenced(page: str) -> str:
    """The text of all fenced blocks."""
    return "\n".join(re.findall(r"^```[^\n]*\n(.*?)^```", page, flags=re.M | re.S))


@pytest.mark.parametrize("path", [README, ROOT / "CHANGELOG.md", *PAGES], ids=ids)
def test_links_lead_to_files_that_are_there(path: Path) -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]+)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", [README, *PAGES], ids=ids)
def test_every_command_that_is_shown_is_one(path: Path) -> None:
    wrong = []
    for line in COMMAND.findall(fenced(path.read_text("utf-8"))):
        command, words = typer.main.get_command(app), shlex.split(line)[1:]
        while words and words[0] in getattr(command, "commands", {}):
            command = command.commands[words.pop(0)]  # type: ignore[attr-defined]
        known = {o for p in command.params for o in p.opts} | {"--help"}
        if hasattr(command, "commands") or {w for w in words if re.match(r"--?[a-z]", w)} - known:
            wrong.append(line)
    assert wrong == []


def test_every_page_can_be_found_from_the_readme() -> None:
    readme = README.read_text("utf-8")
    reached = {*re.findall(r"docs/([a-z]+\.md)", readme)}
    reached |= {link for page in reached for link in re.findall(r"\]\(([a-z]+\.md)", _read(page))}
    assert [p.name for p in PAGES if p.name not in reached] == []


def test_the_readme_installs_and_runs_the_main_job_with_one_command_and_the_tests_with_one() -> None:
    commands = [
        line for line in README.read_text("utf-8").splitlines() if line.startswith("python3 -m venv .venv && ")
    ]
    assert [c.split(" && ")[-1] for c in commands] == [".venv/bin/standpoint demo", ".venv/bin/python -m pytest"]


def test_continuous_integration_runs_the_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    found = re.search(r"grep -m 1 -- '(.*?)' README.md", script)
    assert found is not None
    assert [line for line in README.read_text("utf-8").splitlines() if found[1] in line] == [
        "python3 -m venv .venv && .venv/bin/pip install '.[test]' && .venv/bin/python -m pytest"
    ]


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda t: t.name)
def test_the_page_on_the_record_has_every_table_and_column(table: Any) -> None:
    sections = re.split(r"^## `(\w+)`$", _read("record.md"), flags=re.M)
    told = dict(zip(sections[1::2], sections[2::2], strict=True))
    columns = re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?`) \|", told[table.name], flags=re.M)))
    assert sorted(columns) == sorted(c.name for c in table.columns)


def test_the_page_on_the_record_has_no_other_table_and_the_right_revision() -> None:
    page = _read("record.md")
    assert sorted(re.findall(r"^## `(\w+)`$", page, flags=re.M)) == sorted(metadata.tables)
    assert f"revision {SCHEMA}" in page
    assert f"`{VERSION_TABLE}`" in page


def test_the_page_on_the_inside_has_every_room() -> None:
    rooms = {f"{p.name}/" for p in (ROOT / "src" / "standpoint").iterdir() if p.is_dir() and p.name[0] != "_"}
    rooms |= {p.name for p in (ROOT / "src" / "standpoint").glob("*.py")} - {"__main__.py", "errors.py"}
    assert sorted(r for r in rooms if f"`{r}`" not in _read("inside.md")) == []


@pytest.mark.parametrize("words", [Kind, Stance, Grade, Act, AgreementUse])
def test_the_vocabulary_has_every_value(words: type[Kind]) -> None:
    page = _read("vocabulary.md")
    assert [w.value for w in words if f"`{w.value}`" not in page] == []


def test_the_page_on_errors_has_every_kind() -> None:
    kinds = [n for n, e in vars(errors).items() if isinstance(e, type) and issubclass(e, errors.StandpointError)]
    assert [k for k in kinds if k not in _read("errors.md")] == []


def test_the_example_of_the_interchange_format_can_be_read() -> None:
    example = json.loads(re.findall(r"```json\n(.*?)```", _read("interchange.md"), flags=re.S)[0])
    example["document"]["text"] = "x" * 1000
    example["agreements"][0]["statement"] = example["statements"][0]["id"]
    coded = coded_from_json(example)
    assert (coded.statements[0].kind, coded.agreements[0].use) == (Kind.DIRECT, AgreementUse.INVOKES)


def _read(page: str) -> str:
    return (ROOT / "docs" / page).read_text("utf-8")
