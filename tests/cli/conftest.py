"""Fixtures of the command line: a function that runs a command as a user would, and a record that no model coded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builders import Said, coded, lake_codebook
from standpoint.cli.app import app
from standpoint.model import AgreementUse, Kind
from standpoint.record import Record

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs `standpoint` in an empty folder with a terminal of 100 columns and gives the result."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("STANDPOINT_RECORD", "STANDPOINT_CODEBOOK", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run(*words: str, input: bytes | None = None, columns: int = 100) -> Result:
        return CliRunner().invoke(app, list(words), input=input, env={"COLUMNS": str(columns)})

    return run


@pytest.fixture
def talks(tmp_path: Path) -> str:
    """A record of three reports: a shift of stance, a nested statement, an agreement cited, a source not known."""
    place = tmp_path / "talks.db"
    with Record.open(place, create=True) as record:
        book = lake_codebook()
        record.add(
            coded(
                Said("Zenda", "the treaty must wait", {"treaty": "opposes"}, on=date(2001, 3, 8)),
                Said("Muskar", '"we will open the dam"', {"dam": "supports"}, kind=Kind.DIRECT),
                Said("Firefly", "Ruritania wants the dam shut", {"dam": "supports"}),
                Said("RUR", "the dam to be shut", {"dam": "opposes"}, kind=Kind.ASCRIBED, cue="wants", inside=2),
                id="aaaa0000",
            ),
            book,
        )
        record.add(
            coded(
                Said("Zenda", '"we shall sign the treaty"', {"treaty": "supports"}, kind=Kind.DIRECT),
                Said("Firefly", "clause 2 is broken", cites=("harbour-1999", "2", AgreementUse.VIOLATED)),
                Said(None, "ships were seen"),
                id="aaaa1111",
                publisher="The Herald",
                published=date(2001, 4, 2),
            ),
            book,
        )
        record.add(coded(id="bbbb2222", language="fr", text="Rien."), book)
    return str(place)
