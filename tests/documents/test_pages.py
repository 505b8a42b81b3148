"""HTML pages as sites make them -> text, title, publisher and day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from standpoint.documents import SetAside, read_inputs
from standpoint.documents.markup import is_markup, strip_markup
from standpoint.model import Document

P1 = "Norland’s foreign minister signed the border text on Friday after three days of talks, officials said."
P2 = (
    "“We will keep every word of it,” the minister said. “The road through the valley will open in June & stay open.”"
)
P3 = "Sudmark has not yet said whether its parliament will vote on the text, which was changed on 4 March 2030."
BODY = "".join(f"<p>{p.replace('&', '&amp;')}</p>" for p in (P1, P2, P3))
TITLE = "Norland signs border text"


def page(head: str, body: str = BODY, h1: str = f"<h1>{TITLE}</h1>") -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head>{head}</head><body><nav><a href='/'>Home</a><a href='/w'>All</a></nav>"
        f"<main><article>{h1}{body}</article></main><aside><a href='/2'>Other story</a></aside>"
        "<script>var x = 'no text';</script><footer>© 2031 The Daily Ferry</footer></body></html>"
    )


def read(path: Path, html: str | bytes) -> Document:
    path.write_bytes(html if isinstance(html, bytes) else html.encode())
    (document,) = read_inputs([str(path)])
    assert isinstance(document, Document), document
    return document


OPEN_GRAPH = (
    f"<title>{TITLE} - The Daily Ferry</title><meta property='og:site_name' content='The Daily Ferry'>"
    f"<meta property='og:title' content='{TITLE}'>"
    "<meta property='article:published_time' content='2031-05-03T23:30:00+04:00'>"
)
JSON_LD = (
    f"<title>{TITLE} | The Daily Ferry</title><script type='application/ld+json'>{{'@context':'https://schema.org',"
    f"'@type':'NewsArticle','headline':'{TITLE}','datePublished':'2031-05-03T08:00:00Z',"
    "'publisher':{'@type':'Organization','name':'The Daily Ferry'}}</script>"
).replace("'", '"')


@pytest.mark.parametrize(
    ("head", "publisher", "published"),
    [
        (OPEN_GRAPH, "The Daily Ferry", date(2031, 5, 3)),
        (JSON_LD, "The Daily Ferry", date(2031, 5, 3)),
        (f"<title>{TITLE}</title><meta name='date' content='2031-05-03'>", None, date(2031, 5, 3)),
        (f"<title>{TITLE}</title>", None, None),  # a day in the text is no day of publication
    ],
)
def test_a_page(tmp_path: Path, head: str, publisher: str | None, published: date | None) -> None:
    document = read(tmp_path / "a.html", page(head))
    assert document.title == TITLE
    assert document.text == "\n\n".join([TITLE, P1, P2, P3])
    assert document.language == "en"
    assert document.published == published
    assert document.publisher == publisher


@pytest.mark.parametrize("name", ["a.htm", "a.xhtml", "saved page", "a.txt", "a.xml"])
def test_a_page_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    assert read(tmp_path / name, page(OPEN_GRAPH)).title == TITLE


@pytest.mark.parametrize(
    ("encoding", "label"),
    [("utf-8", "utf-8"), ("utf-8-sig", "x"), ("cp1251", "windows-1251"), ("utf-16", "utf-16"), ("koi8-r", "KOI8-R")],
)
def test_the_pages_own_encoding(tmp_path: Path, encoding: str, label: str) -> None:
    words = "Министр заявил, что переговоры продолжатся в пятницу, и стороны вернутся к тексту договора."
    html = page(
        f"<meta charset='{label}'><title>Речь министра</title>", f"<p>{words}</p>" * 3, "<h1>Речь министра</h1>"
    )
    document = read(tmp_path / "a.html", html.replace("©", "").encode(encoding))
    assert words in document.text
    assert (document.title, document.language) == ("Речь министра", "ru")


def test_latin_1_on_the_web_means_cp1252(tmp_path: Path) -> None:
    html = page(f"<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>{OPEN_GRAPH}")
    assert "“We will keep every word of it,”" in read(tmp_path / "a.html", html.encode("cp1252")).text


def test_site_furniture_in_a_page_is_marked(tmp_path: Path) -> None:
    document = read(tmp_path / "a.html", page(OPEN_GRAPH, BODY + "<p>Follow us on Telegram</p>"))
    assert [f.span.of(document.text) for f in document.furniture] == ["Follow us on Telegram"]


def test_what_no_text_may_hold_is_replaced(tmp_path: Path) -> None:
    document = read(tmp_path / "a.html", page(OPEN_GRAPH, f"<p>{P1} &#xD83D; and &#0; too.</p>{BODY}"))
    assert "\x00" not in document.text
    assert document.text.encode("utf-8")


def test_the_title_is_not_put_before_itself(tmp_path: Path) -> None:
    document = read(tmp_path / "a.html", page(OPEN_GRAPH, f"<p>{TITLE}</p>{BODY}", ""))
    assert document.text.count(TITLE) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<html><body></body></html>",
        "<html><head><title>App</title></head><body><div id='app'></div><script>run()</script></body></html>",
        "<!DOCTYPE html>",
        "<html>",
        "<html><frameset><frame src='a'></frameset></html>",
    ],
)
def test_a_page_without_an_article(tmp_path: Path, html: str) -> None:
    (tmp_path / "a.html").write_text(html)
    (found,) = read_inputs([str(tmp_path / "a.html")])
    assert isinstance(found, SetAside)
    assert found.reason == "a page without the text of an article"


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("One.<br>Two.<br/>Three.", "One.\nTwo.\nThree."),
        ("<div>One <b>bold</b>\n  word.</div>", "One bold word."),
        ("&ldquo;One&rdquo; &amp; two &#8212; &lt;three&gt;", "“One” & two — <three>"),
        ("<script>x()</script>One.<style>p{}</style>", "One."),
        ("<ul><li>One<li>Two</ul>", "One\n\nTwo"),
        ("One <a href='x'>link</a>, <img src='y'> and <unknown>tag</unknown>", "One link, and tag"),
        ("unclosed <p>para <b>bold", "unclosed\n\npara bold"),
        ("<svg><text>no</text></svg>One.", "One."),
        ("a < b and b > c", "a < b and b > c"),
        ("", ""),
    ],
)
def test_strip_markup(fragment: str, text: str) -> None:
    assert strip_markup(fragment) == text


@pytest.mark.parametrize(("text", "held"), [("<p>a", True), ("a &amp; b", True), ("a < b", False), ("AT&T b", False)])
def test_is_markup(text: str, held: bool) -> None:
    assert is_markup(text) is held
