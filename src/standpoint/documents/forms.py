"""The first bytes of an input, its name and a server's word in; which of the forms that can be read it is out.

What the content says goes before the name: pages and feeds are saved under every suffix.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import PurePosixPath

from standpoint.documents.decode import find_mark

HEAD_BYTES = 65_536


class Form(StrEnum):
    """How an input holds its documents."""

    TEXT = "plain text"
    HTML = "HTML"
    FEED = "feed"
    ROWS = "JSON Lines"
    JSON = "JSON"
    XML = "XML"


_SUFFIXES = {
    ".txt": Form.TEXT,
    ".text": Form.TEXT,
    ".md": Form.TEXT,
    "": Form.TEXT,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xhtml": Form.HTML,
    ".rss": Form.FEED,
    ".atom": Form.FEED,
    ".xml": Form.XML,
    ".jsonl": Form.ROWS,
    ".ndjson": Form.ROWS,
    ".json": Form.JSON,
}
_TYPES = {
    "text/html": Form.HTML,
    "application/xhtml+xml": Form.HTML,
    "application/rss+xml": Form.FEED,
    "application/atom+xml": Form.FEED,
    "application/rdf+xml": Form.FEED,
    "application/x-ndjson": Form.ROWS,
    "application/jsonl": Form.ROWS,
    "application/json": Form.JSON,
}
_PROLOG = r"\A\s*(?:<\?.{0,2000}?\?>\s*|<!--.{0,4000}?-->\s*|<!doctype\s+(?!html)[^>]*>\s*)*"
_HTML = re.compile(_PROLOG + r"<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(_PROLOG + r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL)
_FIELD = re.compile(r'"(?:text|document)"\s*:')
_JSON_START = re.compile(r'\A\s*(?:\[\s*)?\{\s*"')


def find_form(head: bytes, name: str, content_type: str | None = None) -> Form:
    """The form of an input. `name` is a file name or the path of a URL; a last `.gz` is looked through."""
    text = head.decode(find_mark(head) or "utf-8", errors="ignore").lstrip("\ufeff")
    suffix = find_suffix(name)
    if _HTML.match(text):
        return Form.HTML
    if _FEED.match(text):
        return Form.FEED
    told = _TYPES.get(content_type or "") or _SUFFIXES.get(suffix, Form.TEXT)
    if told in (Form.TEXT, Form.JSON) and (seen := _see_json(text)):
        return seen
    return told


def find_suffix(name: str) -> str:
    """The suffix that tells the form, in small letters."""
    path = PurePosixPath(name.lower())
    return PurePosixPath(path.stem).suffix if path.suffix == ".gz" else path.suffix


def is_known_suffix(name: str) -> bool:
    """Whether a file of a folder is taken for a document by its name."""
    return find_suffix(name) in _SUFFIXES


def _see_json(text: str) -> Form | None:
    if not _JSON_START.match(text):
        return None
    line, newline, _ = text.lstrip().partition("\n")
    if not newline:
        return (Form.ROWS if line.startswith("{") else Form.JSON) if _FIELD.search(text) else None
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return Form.JSON if _FIELD.search(text) else None
    return Form.ROWS if isinstance(row, dict) and ("text" in row or "document" in row) else None
