"""Addresses -> documents or reports, against a server of our own on this machine; no network is needed."""

from __future__ import annotations

import gzip
import json
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from standpoint.documents import ReadOptions, SetAside, read_inputs
from standpoint.model import Document

PAGE = (
    "<!DOCTYPE html><html><head><title>Talks end</title></head><body><article><h1>Talks end</h1>"
    + "<p>The ministers of both states said on Friday that the talks had ended and would go on in June.</p>" * 3
    + "</article></body></html>"
)
FEED = (
    "<rss version='2.0'><channel><title>Ferry News</title><item><title>Talks end</title><link>{base}/page</link>"
    "<pubDate>Sat, 03 May 2031 00:30:00 +0400</pubDate></item><item><title>Gone</title><link>{base}/404</link></item>"
    "</channel></rss>"
)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        base = f"http://{self.headers['Host']}"
        path = self.path.partition("?")[0]
        answers: dict[str, tuple[str, bytes]] = {
            "/page": ("text/html; charset=utf-8", PAGE.encode()),
            "/a.txt": ("text/plain; charset=windows-1251", "Речь министра.".encode("cp1251")),
            "/plain": ("text/plain", b"The minister said no."),
            "/none": ("", b"The minister said no."),
            "/rows": ("application/x-ndjson", b'{"text": "One."}\n{"text": "Two."}\n'),
            "/rows.jsonl": ("application/octet-stream", b'{"text": "One."}\n'),
            "/doc": ("application/json", json.dumps({"text": "One."}, indent=1).encode()),
            "/feed": ("application/rss+xml", FEED.format(base=base).encode()),
            "/xml": ("text/xml", FEED.format(base=base).encode()),
            "/pdf": ("application/pdf", b"%PDF-1.4"),
            "/packed": ("text/plain", gzip.compress(b"The minister said no.")),
            "/empty": ("text/html", b""),
            "/big": ("text/plain", b"word " * 1000),
            "/%C3%A9t%C3%A9": ("text/plain", b"The minister said no."),
        }
        if path == "/slow":
            time.sleep(1.5)
        elif path == "/short":
            self.send_response(200)
            self.send_header("Content-Length", "100")
            self.end_headers()
            self.wfile.write(b"half")
        elif path == "/drop":
            self.close_connection = True
        elif path in ("/moved", "/away", "/round"):
            self.send_response(302)
            self.send_header("Location", {"/moved": "/page", "/away": "file:///etc/hosts", "/round": "/round"}[path])
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif path in answers:
            kind, data = answers[path]
            self.send_response(200)
            if kind:
                self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
        else:
            self.send_error(int(path[1:]) if path[1:].isdigit() else 404)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


def read(url: str, **options: object) -> list[Document | SetAside]:
    return list(read_inputs([url], options=ReadOptions(**options)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("/a.txt", ["Речь министра."]),
        ("/plain", ["The minister said no."]),
        ("/plain?x=1&y=é#part", ["The minister said no."]),
        ("/été", ["The minister said no."]),
        ("/none", ["The minister said no."]),
        ("/packed", ["The minister said no."]),
        ("/rows", ["One.", "Two."]),
        ("/rows.jsonl", ["One."]),
        ("/doc", ["One."]),
        ("/feed", ["Talks end", "Gone"]),
        ("/xml", ["Talks end", "Gone"]),
    ],
)
def test_what_a_server_gives(base: str, path: str, texts: list[str]) -> None:
    assert [getattr(d, "text", d) for d in read(base + path)] == texts


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_by_its_address(base: str, path: str) -> None:
    (document,) = read(base + path)
    assert isinstance(document, Document)
    assert document.title == "Talks end"
    assert document.url == f"{base}/page"


def test_the_pages_behind_a_feed(base: str) -> None:
    document, gone = read(f"{base}/feed", follow=True)
    assert isinstance(document, Document)
    assert "both states said" in document.text
    assert (str(document.published), document.url) == ("2031-05-03", f"{base}/page")
    assert document.publisher is not None
    assert isinstance(gone, SetAside)
    assert "404" in gone.reason


@pytest.mark.parametrize(
    ("path", "reason", "hint"),
    [
        ("/404", "the server answers 404 Not Found", "check the address"),
        ("/403", "the server answers 403", "save the page in a browser"),
        ("/429", "the server answers 429", "wait"),
        ("/500", "the server answers 500", "later"),
        ("/pdf", "a PDF", "pdftotext"),
        ("/empty", "empty", ""),
        ("/short", "broke off after 4 of 100 bytes", "again"),
        ("/drop", "no proper answer", "again"),
        ("/away", "302", ""),
        ("/round", "302", ""),
        ("/big", "too large for one document (5,000 bytes, and the limit is 2,000)", "--max-bytes"),
        ("/slow", "gave no answer in 0.5 s", "timeout"),
    ],
)
def test_what_goes_wrong_on_the_way(base: str, path: str, reason: str, hint: str) -> None:
    (found,) = read(base + path, timeout=0.5, max_bytes=2000)
    assert isinstance(found, SetAside)
    assert found.where == base + path
    assert reason in found.reason
    assert hint in found.hint


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1:1/", "cannot be reached"),
        ("http://", "names no host"),
        ("https:///path", "names no host"),
        ("http://[::1", "no address that can be asked"),
        ("http://ferry.example:99999999/", "no address that can be asked"),
        ("http://" + "a" * 70 + ".example/", "no address that can be asked"),
    ],
)
def test_addresses_that_lead_nowhere(url: str, reason: str) -> None:
    (found,) = read(url, timeout=2.0)
    assert isinstance(found, SetAside)
    assert reason in found.reason


def test_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    (found,) = read("https://ferry.example/page")
    assert isinstance(found, SetAside)
    assert found.reason == "the host ferry.example cannot be found; this machine may be offline"
    assert "read the file" in found.hint
