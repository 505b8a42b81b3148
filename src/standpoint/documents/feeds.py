"""An RSS or Atom feed in, one draft per entry out: title and body or summary, the entry's day, the feed's name."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from standpoint.documents.days import parse_day
from standpoint.documents.decode import take_all
from standpoint.documents.draft import Draft, Opened
from standpoint.documents.fetch import fetch_url
from standpoint.documents.markup import is_markup, mend_characters, strip_markup
from standpoint.documents.options import ReadOptions, RefusedError, SetAside
from standpoint.documents.pages import join_title, read_page


def read_feed(opened: Opened, options: ReadOptions) -> Iterator[Draft | SetAside]:
    """The entries of a feed, in its order. With `options.follow`, the page behind each entry is read instead."""
    import feedparser  # noqa: PLC0415 (only feeds need it)

    data = take_all(opened.stream, options.max_bytes, opened.size)
    headers = {"content-type": f"{opened.content_type or 'application/xml'}; charset={opened.charset}"}
    # As a stream: feedparser takes a bare string for a file name or an address.
    try:
        parsed = feedparser.parse(io.BytesIO(data), response_headers=headers if opened.charset else {})
    except (ValueError, LookupError, ArithmeticError, AssertionError, RecursionError) as error:
        # What its loose parser lets through for damaged XML.
        raise RefusedError(f"damaged XML ({error})", "fetch it again, or repair it") from error
    if not parsed.entries:
        if parsed.get("version"):
            raise RefusedError("a feed without entries", "try again later, or name the pages themselves")
        raise RefusedError("XML that is no RSS or Atom feed", "give a feed, an HTML page or a plain text")
    publisher = _title(parsed.feed)
    for number, entry in enumerate(parsed.entries, 1):
        where = f"{opened.where} entry {number}"
        draft = _read_entry(where, entry, publisher)
        if options.follow and draft.url:
            yield _follow(draft, options)
        elif not draft.text.strip():
            yield SetAside(where, "an entry without text", "read its page: name its address, or use --follow")
        else:
            yield draft


def _read_entry(where: str, entry: Mapping[str, Any], publisher: str | None) -> Draft:
    title = _title(entry)
    bodies = [part.get("value") or "" for part in entry.get("content") or ()]
    body = _to_text(max((*bodies, entry.get("summary") or ""), key=len))
    return Draft(
        where=where,
        text=join_title(title, body) if body else title or "",
        publisher=_title(entry.get("source") or {}) or publisher,
        published=_published(entry),
        title=title,
        url=entry.get("link") or None,
    )


def _follow(draft: Draft, options: ReadOptions) -> Draft | SetAside:
    try:
        page = read_page(fetch_url(draft.url or "", options), options)
    except RefusedError as error:
        return SetAside(f"{draft.where} ({draft.url})", error.reason, error.hint)
    return replace(
        page,
        publisher=page.publisher or draft.publisher,
        published=draft.published or page.published,
        title=page.title or draft.title,
        url=page.url or draft.url,
    )


def _title(holder: Mapping[str, Any]) -> str | None:
    return " ".join(_to_text(str(holder.get("title") or "")).split()) or None


def _to_text(value: str) -> str:
    return mend_characters(strip_markup(value) if is_markup(value) else value.strip())


def _published(entry: Mapping[str, Any]) -> date | None:
    """The day in the zone that the feed writes; feedparser's own parse, which turns to UTC, only where ours fails."""
    for key in ("published", "updated", "created"):
        if key in entry and entry.get(key) and (day := parse_day(str(entry[key]))) is not None:
            return day
        # Asked for first: feedparser answers for "updated" with "published", and warns of it.
        parsed = entry.get(f"{key}_parsed") if f"{key}_parsed" in entry else None
        if parsed is not None:
            return date(parsed.tm_year, parsed.tm_mon, parsed.tm_mday)
    return None
