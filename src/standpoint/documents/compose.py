"""A draft in, a Document out, with id, title, day, language and furniture; the caller's options go first."""

from __future__ import annotations

import hashlib
from datetime import date

from standpoint.documents.days import find_dateline_day
from standpoint.documents.draft import Draft
from standpoint.documents.furniture import find_furniture
from standpoint.documents.languages import LanguageReader, normalise_language
from standpoint.documents.options import ReadOptions
from standpoint.documents.sitelines import LineReader
from standpoint.documents.titles import find_title
from standpoint.model import Document, Furniture


def compose_document(
    text: str,
    *,
    id: str | None = None,
    publisher: str | None = None,
    published: date | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Document:
    """A document from a text that is at hand, with its title, language and furniture found as `read_inputs` does."""
    draft = Draft("", text, id, publisher, published, title, url, language)
    return Composer(ReadOptions()).compose(draft)


def derive_id(text: str, publisher: str | None, published: date | None) -> str:
    """The first 16 hexadecimal digits of the SHA-256 over text, publisher and day, which makes a document itself."""
    day = "" if published is None else published.isoformat()
    return hashlib.sha256("\x1f".join((text, publisher or "", day)).encode("utf-8")).hexdigest()[:16]


class Composer:
    """Makes documents of drafts; keeps what is slow to load between them."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._languages = LanguageReader()
        self._lines = LineReader()

    def compose(self, draft: Draft) -> Document:
        """The document of one draft."""
        options, text = self._options, draft.text
        publisher = options.publisher or draft.publisher
        published = options.published or draft.published or find_dateline_day(text)
        title = options.title or draft.title or find_title(text, publisher, reader=self._lines)
        language = normalise_language(options.language or draft.language)
        others: tuple[Furniture, ...] = ()
        if language is None:
            told = self._languages.read(text)
            language, others = told.language, told.others
        furniture = find_furniture(text, title=title, publisher=publisher, reader=self._lines)
        marked = {f.span for f in furniture}
        return Document(
            id=draft.id or derive_id(text, publisher, published),
            text=text,
            publisher=publisher,
            published=published,
            title=title,
            url=options.url or draft.url,
            language=language,
            furniture=tuple(sorted([*furniture, *(o for o in others if o.span not in marked)])),
        )
