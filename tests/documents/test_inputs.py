"""Inputs as a user names them -> documents and reports, in order; nothing stops the run."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standpoint.documents import ReadOptions, SetAside, derive_id, read_inputs
from standpoint.errors import UsageError
from standpoint.model import Document

TEXT = "Ministers agree to meet\n\nThe ministers of both states said on Friday that they would meet again in June.\n"


def read(*inputs: str | Path, **options: object) -> list[Document | SetAside]:
    return list(read_inputs([str(i) for i in inputs], options=ReadOptions(**options)))  # type: ignore[arg-type]


def texts(*inputs: str | Path) -> list[str]:
    return [f"! {x.reason}" if isinstance(x, SetAside) else x.text for x in read(*inputs)]


def only(*inputs: str | Path, **options: object) -> Document:
    (found,) = read(*inputs, **options)
    assert isinstance(found, Document)
    return found


def refused(*inputs: str | Path, **options: object) -> SetAside:
    (found,) = read(*inputs, **options)
    assert isinstance(found, SetAside)
    assert found.where
    assert found.hint
    return found


def test_a_plain_text_is_kept_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    document = only(path)
    assert document.text == TEXT.replace("\n", "\r\n")
    assert (document.title, document.language) == ("Ministers agree to meet", "en")
    assert (document.publisher, document.published, document.url) == (None, None, None)
    assert document.id == derive_id(document.text, None, None)
    assert len(document.id) == 16


def test_offsets_hold_against_the_decoded_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + (TEXT + "\n\nFollow us on X\n").encode())
    document = only(path)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        decoded = stream.read()
    assert document.text == decoded
    assert [f.span.of(decoded) for f in document.furniture] == ["Follow us on X"]


def test_options_go_before_what_the_input_says(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Some words.", "publisher": "A", "published": "2031-01-01", "title": "B", "url": "C"}')
    told = {"publisher": "Ferry News", "published": date(2031, 5, 3), "title": "T", "url": "https://f.example/1"}
    document = only(path, **told, language="de")
    assert {k: getattr(document, k) for k in told} == told
    assert document.language == "de"
    assert document.id == derive_id("Some words.", "Ferry News", date(2031, 5, 3))


def test_a_dateline_with_its_year_gives_the_day(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("MIDHAVEN, 3 May 2031 (Ferry News) — The talks ended, both sides said.")
    assert only(tmp_path / "a.txt").published == date(2031, 5, 3)


@pytest.mark.parametrize(
    ("name", "data", "reason", "hint"),
    [
        ("a.txt", b"", "empty", "text in it"),
        ("a.txt", b"\r\n  \n", "empty", "text in it"),
        ("a.txt", b"\x00\x01\x02\x03", "binary", "text file"),
        ("a.txt", b"%PDF-1.4 ...", "a PDF", "pdftotext"),
        ("a", b"\x89PNG\r\n\x1a\n", "PNG", "text file"),
        ("a.docx", b"PK\x03\x04rest", "office document", "plain text"),
        ("a.txt", "Größe Straße Übung Äther – so".encode() + b"\xff", "damaged UTF-8", "--encoding"),
        ("a.html", b"<html><body><div></div></body></html>", "without the text of an article", ".txt"),
        ("a.html", b"", "empty", "text in it"),
        ("a.xml", b"<?xml version='1.0'?><note><to>You</to></note>", "no RSS or Atom feed", "plain text"),
        ("a.rss", b"<rss version='2.0'><channel><title>T</title></channel></rss>", "without entries", "later"),
        ("a.json", b'[{"text": "unfinished', "malformed JSON at line 1", "one object a line"),
        ("a.json", b"[]", "a list without rows", "one object a line"),
        ("a.jsonl", b"\n\n", "empty", "text in it"),
        ("a.txt.gz", gzip.compress(b"words " * 5)[:20], "damaged gzip", "again"),
        ("a.txt.gz", b"\x1f\x8bnot gzip", "damaged gzip", "again"),
    ],
)
def test_bad_files_are_set_aside(tmp_path: Path, name: str, data: bytes, reason: str, hint: str) -> None:
    (tmp_path / name).write_bytes(data)
    found = refused(tmp_path / name)
    assert found.where == str(tmp_path / name)
    assert reason in found.reason
    assert hint in found.hint


def test_the_others_are_still_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("First words.")
    (tmp_path / "b.txt").write_bytes(b"\x00")
    (tmp_path / "c.txt").write_text("Last words.")
    assert texts(tmp_path / "none.txt", tmp_path) == [
        "! there is no such file",
        "First words.",
        "! binary: a NUL byte at 0",
        "Last words.",
    ]


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        ("no/such/file.txt", "no such file"),
        ("no/such/*.txt", "nothing matches"),
        ("ftp://ferry.example/a", "addresses of ftp"),
        ("file://elsewhere/a.txt", "another machine"),
        ("file:///no/such/file.txt", "no such file"),
        ("", "empty name"),
        ("a\x00b", "holds a NUL"),
        ("*\x00b", "holds a NUL"),
        ("/dev/null", "a device"),
        ("x" * 5000, "cannot be read"),
    ],
)
def test_places_that_are_none(item: str, reason: str) -> None:
    assert reason in refused(item).reason


def test_a_folder_is_read_with_all_below_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.md", "c/d", ".hidden.txt", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Words of {name}.")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert texts(tmp_path) == [
        "Words of a/b/c.md.",
        "Words of a/z.txt.",
        "Words of b.txt.",
        "Words of c/d.",
        "! not a form that is read (.png)",
    ]


def test_folders_with_nothing_readable(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "a.png").touch()
    (tmp_path / "others" / "b.pdf").touch()
    assert texts(tmp_path / "empty", tmp_path / "others") == [
        "! an empty folder",
        "! a folder with nothing readable (2 files of .pdf, .png)",
    ]


def test_links_are_followed_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Words.")
    (tmp_path / "in" / "again.txt").symlink_to(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "broken.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "self.txt").symlink_to(tmp_path / "in" / "self.txt")
    (tmp_path / "out").mkdir()
    (tmp_path / "in" / "zz").symlink_to(tmp_path / "out")
    (tmp_path / "out" / "b.txt").write_text("Other words.")
    found = read(tmp_path / "in")
    assert [x.text for x in found if isinstance(x, Document)] == ["Words.", "Other words."]
    assert {Path(x.where).name: x.reason for x in found if isinstance(x, SetAside)} == {
        "broken.txt": "there is no such file",
        "loop": "a folder that holds itself through a link",
        "self.txt": "cannot be read (Too many levels of symbolic links)",
    }


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    assert texts(tmp_path / "a.txt", tmp_path, tmp_path / "*.txt", f"file://{tmp_path}/a.txt") == ["Words."]


def test_globs(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.md", "d/e.txt", "[x].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Words of {name}.")
    assert texts(tmp_path / "?.txt") == ["Words of a.txt.", "Words of b.txt."]
    assert texts(tmp_path / "**/e*.txt") == ["Words of d/e.txt."]
    assert texts(tmp_path / "[x].txt") == ["Words of [x].txt."]


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
def test_what_the_system_will_not_give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Words.")

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("standpoint.documents.reader.open", refuse, raising=False)
    assert (error.strerror or "").casefold() in refused(path).reason.casefold()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_permission_denied(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "a.txt").chmod(0)
    assert refused(tmp_path / "a.txt").reason == "permission denied"


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.xml", "a.txt.gz"])
def test_too_large(tmp_path: Path, name: str) -> None:
    data = b"<html>" * (name == "a.html") + b"words " * 400
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    found = refused(tmp_path / name, max_bytes=1000)
    assert "too large for one document" in found.reason
    assert "--max-bytes" in found.hint


def test_fifty_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as stream:
        stream.write(b"words\n")
        stream.truncate(50_000_000)
    assert refused(tmp_path / "a.txt").reason == (
        "too large for one document (50,000,000 bytes, and the limit is 5,000,000)"
    )


def test_one_enormous_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The talks went on and on. " * 100_000)
    document = only(tmp_path / "a.txt")
    assert (document.title, document.language, document.furniture) == (None, "en", ())


def test_gzip_is_taken_off(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    assert only(tmp_path / "a.txt.gz").text == TEXT


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT.encode(), [TEXT]),
        (b"", ["! empty"]),
        (b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        (b'{"document": {"text": "One."}, "statements": []}\n', ["One."]),
        (b'{\n "id": "x",\n "text": "One."\n}', ["One."]),
        (b'[{"text": "One."}, {"text": "Two."}]', ["One.", "Two."]),
        (b'{"text": "One."}', ["One."]),
        (b"{not JSON, but a text in braces}", ["{not JSON, but a text in braces}"]),
        (gzip.compress(b"Some words."), ["Some words."]),
        (b"\x00\x00", ["! binary: a NUL byte at 0"]),
    ],
)
def test_standard_input(data: bytes, expected: list[str]) -> None:
    found = list(read_inputs(["-", "-"], stdin=io.BytesIO(data)))
    assert [f"! {x.reason}" if isinstance(x, SetAside) else x.text for x in found] == expected
    assert all(x.where == "standard input" for x in found if isinstance(x, SetAside))


def test_a_pipe_is_read_to_its_end() -> None:
    code = "from standpoint.documents import read_inputs; print([len(d.text) for d in read_inputs(['-'])])"
    data = b"The talks went on. " * 20_000
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    assert done.stdout.strip() == f"[{len(data)}]".encode()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_text, args=("Words from a pipe.",))
    writer.start()
    assert texts(tmp_path / "pipe") == ["Words from a pipe."]
    writer.join()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"max_bytes": 0}, "bytes above 0"),
        ({"timeout": 0.0}, "seconds above 0"),
        ({"encoding": "no-such"}, "no encoding is called"),
        ({"encoding": "base64"}, "bytes into bytes"),
    ],
)
def test_bad_options(options: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        ReadOptions(**options)  # type: ignore[arg-type]


def test_a_plain_text_loads_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    code = (
        "import sys; from standpoint.documents import read_inputs; list(read_inputs([sys.argv[1]]));"
        "print([m for m in ('trafilatura', 'feedparser', 'lxml', 'py3langid', 'numpy', 'charset_normalizer')"
        " if m in sys.modules])"
    )
    path = str(tmp_path / "a.txt")
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


BEGINNINGS = [
    b"",
    b"\xff\xfe",
    b"\x1f\x8b\x08",
    b"<html><body>",
    b"<rss><channel><item><title>&#",
    b'{"text": "',
    b"[",
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=80))
def test_no_bytes_stop_the_run(beginning: bytes, rest: bytes) -> None:
    for found in read_inputs(["-"], stdin=io.BytesIO(beginning + rest)):
        if isinstance(found, Document):
            assert found.text.encode("utf-8")
            assert all(0 <= f.span.start < f.span.end <= len(found.text) for f in found.furniture)
        else:
            assert found.reason
            assert found.hint


@pytest.mark.shared
def test_an_article_as_it_was_published(shared: Path) -> None:
    path = shared / "data/articles/000_4ff4d1174487e294.txt"
    document = only(path, published=date(2022, 2, 25), publisher="Vestnik Kavkaza")
    assert document.text == path.read_bytes().decode("utf-8")
    assert document.language == "en"
    assert document.title == document.text.split("\n")[0]
    assert [f.reason for f in document.furniture] == ["title repeated", "publisher's name", "share buttons"]


@pytest.mark.shared
def test_articles_in_the_interchange_format(shared: Path) -> None:
    found = read(shared / "data/gold/articles")
    assert len(found) == 7
    assert all(isinstance(d, Document) and d.language == "en" and d.published and not d.furniture for d in found)
