"""An HTML page in, the draft of its main text out, with title, publisher and day from the page's metadata."""

from __future__ import annotations

import re

from standpoint.documents.days import parse_day
from standpoint.documents.decode import decode_bytes, take_all
from standpoint.documents.draft import Draft, Opened
from standpoint.documents.markup import mend_characters
from standpoint.documents.options import ReadOptions, RefusedError

_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
_LAST_DAY = "2100-12-31"
_PAGE_HINT = "save the article's text as a .txt file and read that"
# Words that stand for other encodings on the web (WHATWG Encoding Standard, section 4.2).
_WEB_LABELS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}


def read_page(opened: Opened, options: ReadOptions) -> Draft:
    """The draft of a page. The headline stands before the body, as the reader sees it, where the body has it not."""
    data = take_all(opened.stream, options.max_bytes, opened.size)
    declared = opened.charset or _declared(data)
    html = decode_bytes(data, encoding=options.encoding, declared=_WEB_LABELS.get((declared or "").lower(), declared))
    return extract_page(html, where=opened.where, url=opened.url)


def extract_page(html: str, *, where: str, url: str | None = None) -> Draft:
    """The same of a page that is decoded already."""
    from trafilatura import bare_extraction  # noqa: PLC0415 (slow to load; only pages need it)

    # From metadata, not from whatever date the text mentions; and the same page gives the same day on every day.
    day = {"original_date": True, "extensive_search": False, "max_date": _LAST_DAY}
    try:
        found = bare_extraction(html, url=url, with_metadata=True, include_comments=False, date_extraction_params=day)
    except (ValueError, LookupError, ArithmeticError, RecursionError) as error:
        raise RefusedError(f"a page that cannot be taken apart ({error})", _PAGE_HINT) from error
    body = "" if found is None or isinstance(found, dict) else mend_characters(found.text or "").strip()
    if found is None or isinstance(found, dict) or not body:
        raise RefusedError("a page without the text of an article", _PAGE_HINT)
    publisher = mend_characters(found.sitename or "").strip() or None
    title = _clean_title(found.title, publisher)
    return Draft(
        where=where,
        text=join_title(title, re.sub(r"\n+", "\n\n", body)),
        publisher=publisher,
        published=None if found.date is None else parse_day(found.date),
        title=title,
        url=url or found.url or None,
    )


def join_title(title: str | None, body: str) -> str:
    """The title, a blank line and the body; the body alone where it begins with the title."""
    if title is None or _plain(body[: 3 * len(title) + 100]).startswith(_plain(title)):
        return body
    return f"{title}\n\n{body}"


def _clean_title(title: str | None, publisher: str | None) -> str | None:
    cleaned = " ".join(mend_characters(title or "").split())
    if publisher:
        tail = re.compile(rf"\s+[|\-–—:·•]\s+(?:the\s+)?{re.escape(publisher)}$", re.IGNORECASE)
        cleaned = tail.sub("", cleaned)
    return cleaned or None


def _plain(text: str) -> str:
    return " ".join(text.casefold().translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'}).split())


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    return None if match is None else match[1].decode("ascii", "ignore")
