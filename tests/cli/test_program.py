"""The installed program in processes of its own -> the same bytes every time, and manners beside pipes."""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from typer.testing import Result

from standpoint import __version__
from standpoint.samples import load_samples

Run = Callable[..., Result]


def start(*words: str, seed: str = "0", cwd: Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "COLUMNS": "100"}
    for name in ("STANDPOINT_RECORD", "STANDPOINT_CODEBOOK", "FORCE_COLOR"):
        environment.pop(name, None)
    program = [sys.executable, "-c", "from standpoint.cli.app import main; main()"]
    return subprocess.run([*program, *words], capture_output=True, cwd=cwd, env=environment, check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three made-up reports as JSON Lines."""
    folder = tmp_path_factory.mktemp("reports")
    rows = [
        {"text": d.text, "publisher": d.publisher, "published": str(d.published), "title": d.title}
        for d in load_samples()[:3]
    ]
    (folder / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


def test_the_same_input_gives_the_same_bytes_in_every_process(reports: Path) -> None:
    words = ("code", "reports.jsonl", "--codebook", "demo-straits")
    first, second = (start(*words, seed=seed, cwd=reports) for seed in ("1", "2"))
    assert first.returncode == 0, first.stderr
    assert first.stdout.count(b"\n") == 3
    assert first.stdout == second.stdout


def test_the_same_record_gives_the_same_bytes_in_every_process(reports: Path) -> None:
    answers = []
    for seed in ("1", "2"):
        record = f"{seed}.db"
        read = start("read", "reports.jsonl", "-c", "demo-straits", "-r", record, seed=seed, cwd=reports)
        assert (read.returncode, read.stdout) == (0, b""), read.stderr
        asked = (("positions",), ("brief", "NORH"), ("statements", "-f", "csv"), ("agreements", "-f", "json"))
        answers.append([start(*words, "-r", record, seed=seed, cwd=reports).stdout for words in asked])
    assert answers[0] == answers[1]
    assert all(answers[0])


def test_standard_input_is_read(reports: Path) -> None:
    row = (reports / "reports.jsonl").read_bytes().split(b"\n")[0]
    result = start("code", "-", cwd=reports, input=row)
    assert (result.returncode, len(json.loads(result.stdout)["statements"]) > 0) == (0, True)
    assert result.stderr == b""


def test_a_reader_who_has_seen_enough_is_no_error(reports: Path) -> None:
    program = [
        sys.executable,
        "-c",
        "from standpoint.cli.app import main; main()",
        "codebook",
        "show",
        "demo-straits",
    ]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=reports) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def _is_made(record: Path) -> bool:
    """Whether the record has its tables, so that the command is at its work."""
    if not record.exists():
        return False
    with closing(sqlite3.connect(record)) as connection:
        found = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'documents'").fetchone()
    return bool(found[0])


def test_whoever_stops_it_keeps_what_was_read(reports: Path) -> None:
    program = [sys.executable, "-c", "from standpoint.cli.app import main; main()"]
    words = ["read", "reports.jsonl", "-", "-c", "demo-straits", "-r", "stopped.db"]
    with subprocess.Popen([*program, *words], stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=reports) as process:
        while process.poll() is None and not _is_made(reports / "stopped.db"):
            time.sleep(0.1)
        while process.poll() is None:  # a library that is just being loaded may swallow the first one
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(2)
        _, said = process.communicate()
    assert (process.returncode, said) == (130, b"standpoint: stopped. What was read until then is kept.\n")
    assert start("record", "check", "-r", "stopped.db", cwd=reports).returncode == 0


def test_demo_shows_the_matrix_and_the_brief_of_the_mediator_in_time(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = start("demo", "--record", "demo.db", cwd=tmp_path)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    text = result.stdout.decode()
    assert result.returncode == 0, result.stderr
    for part in ("invented", "NORH", "VALM", "ESTR", "What is the position of the mediator, Norhaven?", "own words"):
        assert part in text
    # Processor time, so that the other work of a machine does not count: at most 20 s on two cores.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 40
    again = start("demo", "--record", "demo.db", cwd=tmp_path)
    assert again.stdout == result.stdout


def test_help_answers_at_once(tmp_path: Path) -> None:
    """Nothing that reads documents is loaded to say how to do it."""
    script = (
        "import sys; sys.argv = ['standpoint', 'read', '--help']\n"
        "from standpoint.cli.app import app\n"
        "try:\n    app()\nexcept SystemExit:\n    pass\n"
        "slow = {'numpy', 'sqlalchemy', 'onnxruntime', 'trafilatura', 'dateparser'} & set(sys.modules)\n"
        "print('slow:', sorted(slow))"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path, check=True)
    assert result.stdout.rstrip().endswith("slow: []")


def test_version_and_completion(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert run("--version").stdout == f"standpoint {__version__}\n"
    environment = {
        **os.environ,
        "_STANDPOINT_COMPLETE": "complete_bash",
        "COMP_WORDS": "standpoint read x --codebook arm",
        "COMP_CWORD": "4",
    }
    program = [
        sys.executable,
        "-c",
        "import sys; sys.argv = ['standpoint']\nfrom standpoint.cli.app import main; main()",
    ]
    result = subprocess.run(program, capture_output=True, text=True, cwd=tmp_path, env=environment, check=False)
    assert result.stdout.split() == ["armenia-azerbaijan"]
