"""A real article, as its reader would have it read -> the statements, positions, brief and clause that are in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from standpoint.cli.app import app

pytestmark = pytest.mark.shared
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def record(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    place = str(tmp_path_factory.mktemp("article") / "talks.db")
    article = str(next((shared / "data" / "articles").glob("*.txt")))
    words = ["read", article, "--published", "2022-02-25", "--publisher", "Vestnik Kavkaza"]
    result = CliRunner().invoke(app, [*words, "--codebook", "armenia-azerbaijan", "--record", place])
    assert result.exit_code == 0, result.output
    return place


def ask(record: str, *words: str) -> Any:
    return json.loads(CliRunner().invoke(app, [*words, "--record", record, "--format", "json"]).stdout)


@pytest.mark.parametrize(
    ("words", "speaker", "actor", "kind", "cue", "day"),
    [
        ("Russia is striving to establish", "Vladimir Putin", "RUS", "indirect", "said", "2022-02-22"),
        ("Russia and Azerbaijan are primarily", "Vladimir Putin", "RUS", "indirect", "emphasized", "2022-02-22"),
        ('"A settlement in the region', "Vladimir Putin", "RUS", "direct", "said", "2022-02-22"),
        ('"We discussed the post-war', "Ilham Aliyev", "AZE", "direct", "told", "2022-02-24"),
        ('"As for the Zangezur corridor', "Ilham Aliyev", "AZE", "direct", "noted", "2022-02-24"),
        ("the Zangezur corridor should be", "Ilham Aliyev", "AZE", "indirect", "According to", "2022-02-24"),
        ('"We are maintaining strong', "Ilham Aliyev", "AZE", "direct", "said", "2022-02-24"),
        ('"We have sent a note', "Ilham Aliyev", "AZE", "direct", "concluded", "2022-02-24"),
        ("Armenia to sign a peace treaty that", "Azerbaijan", "AZE", "ascribed", "wants", None),
    ],
)
def test_statements(record: str, words: str, speaker: str, actor: str, kind: str, cue: str, day: str | None) -> None:
    found = [s for s in ask(record, "statements") if words in s["words"]]
    assert [(s["speaker"], s["actor"], s["kind"], s["cue"], s["said"]) for s in found] == [
        (speaker, actor, kind, cue, day)
    ]


def test_the_repeated_title_and_the_furniture_of_the_site_are_no_statements(record: str) -> None:
    rows = ask(record, "statements")
    assert not [s for s in rows if "YouTube" in s["words"]]
    assert len([s for s in rows if s["words"] == "Armenia to sign peace treaty with Azerbaijan"]) <= 1


def test_the_position_of_the_mediator(record: str) -> None:
    brief = ask(record, "brief", "RUS")
    assert brief["actor"]["roles"] == [{"codebook": "armenia-azerbaijan", "role": "mediator"}]
    treaty = next(i for i in brief["issues"] if i["id"] == "peace-treaty")
    assert treaty["position"]["stance"] == "supports"
    assert treaty["position"]["since"] == "2022-02-22"
    said = [q for telling in treaty["quotations"] for q in telling]
    assert ("Vladimir Putin", "reported") in {(q["speaker"], q["grade"]) for q in said}
    (held,) = ask(record, "positions", "--actor", "RUS", "--issue", "peace-treaty", "--at", "2022-02-25")
    assert held["stance"] == "supports"


def test_the_clause_and_who_cites_it(record: str) -> None:
    cited = [(a["agreement"], a["date"], a["provision"], a["speakers"], a["use"]) for a in ask(record, "agreements")]
    assert ("trilateral-2020", "2020-11-10", "9", ["Ilham Aliyev"], "invokes") in cited


def test_the_record_is_sound(record: str) -> None:
    assert ask(record, "record", "check") == []
