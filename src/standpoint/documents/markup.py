"""A fragment of HTML, as feeds carry it, in; its text out, with a blank line between paragraphs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCK_TAGS = (
    "address article aside blockquote dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr li main nav ol p pre section table tbody td th thead tr ul"
)
_SILENT_TAGS = "script style template noscript iframe object svg head button select"
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_SILENT = frozenset(_SILENT_TAGS.split())
_UNFIT = re.compile(r"[\x00\ud800-\udfff]")
_TAG = re.compile(r"<(?:!--|/?[a-zA-Z][^<>]*>)|&(?:[a-zA-Z]{2,8}|#\d{1,6});")


def is_markup(text: str) -> bool:
    """Whether a text has tags or entities in it."""
    return _TAG.search(text) is not None


def mend_characters(text: str) -> str:
    """The text with U+FFFD for what no text may hold: NUL and half surrogate pairs, which pages write as entities."""
    return _UNFIT.sub("\ufffd", text)


def strip_markup(fragment: str) -> str:
    """The text of a fragment: white space as a browser shows it, blocks as paragraphs, scripts left out."""
    parser = _Collector()
    parser.feed(fragment)
    parser.close()
    blocks = (_tidy(block) for block in "".join(parser.parts).split("\f"))
    return "\n\n".join(block for block in blocks if block)


def _tidy(block: str) -> str:
    lines = (re.sub(r"[ \t\r\n]+", " ", line).strip() for line in block.split("\v"))
    return "\n".join(line for line in lines if line)


class _Collector(HTMLParser):
    """Text pieces, with a form feed for the border of a block and a vertical tab for a line break."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag == "br":
            self.parts.append("\v")
        elif tag in _BLOCKS:
            self.parts.append("\f")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif tag in _BLOCKS:
            self.parts.append("\f")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\f", " ").replace("\v", " "))
