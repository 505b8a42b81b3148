"""RSS and Atom as outlets write them -> one document per entry."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from standpoint.documents import SetAside, read_inputs
from standpoint.model import Document

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Ferry &amp; Port News</title><link>https://ferry.example/</link>{items}</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Ferry News</title>{items}</feed>"""


def read(path: Path, data: str | bytes) -> list[Document | SetAside]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_inputs([str(path)]))


@pytest.mark.parametrize(
    ("item", "fields"),
    [
        (
            "<item><title>Talks end</title><link>https://ferry.example/1</link><description>They ended.</description>"
            "<pubDate>Sat, 03 May 2031 00:30:00 +0400</pubDate></item>",
            {
                "text": "Talks end\n\nThey ended.",
                "title": "Talks end",
                "url": "https://ferry.example/1",
                "published": date(2031, 5, 3),  # the day in the outlet's own zone
                "publisher": "Ferry & Port News",
            },
        ),
        (
            "<item><title>Talks &amp;amp; tea</title><description>Short.</description><content:encoded><![CDATA["
            "<p>The <b>minister</b> said: &ldquo;Yes.&rdquo;</p><script>x()</script><p>She left.<br/>Rain.</p>]]>"
            "</content:encoded></item>",
            {"text": "Talks & tea\n\nThe minister said: “Yes.”\n\nShe left.\nRain.", "title": "Talks & tea"},
        ),
        (
            "<item><title>Talks end</title><description>&lt;p&gt;Talks end today.&lt;/p&gt;</description></item>",
            {"text": "Talks end today."},  # the title is there already
        ),
        ("<item><title>Only a title</title></item>", {"text": "Only a title", "published": None, "url": None}),
        ("<item><description>Only words.</description></item>", {"text": "Only words."}),
        (
            "<item><title>T one</title><description>Words.</description>"
            "<source url='https://o.example'>Other Outlet</source></item>",
            {"publisher": "Other Outlet"},
        ),
        ("<item><title>T one</title><pubDate>soon</pubDate></item>", {"published": None}),
        ("<item><title>T one</title><pubDate>2031-05-03</pubDate></item>", {"published": date(2031, 5, 3)}),
    ],
)
@pytest.mark.parametrize("name", ["a.xml", "a.rss", "feed", "a.txt"])
def test_rss(tmp_path: Path, name: str, item: str, fields: dict[str, object]) -> None:
    (document,) = read(tmp_path / name, RSS.format(items=item))
    assert isinstance(document, Document)
    assert {key: getattr(document, key) for key in fields} == fields


def test_atom(tmp_path: Path) -> None:
    items = (
        "<entry><title>Talks end</title><id>x</id><link href='https://ferry.example/1'/>"
        "<updated>2031-05-03T21:00:00Z</updated><summary>S.</summary>"
        "<content type='html'>&lt;p&gt;They ended.&lt;/p&gt;</content></entry>"
        "<entry><title>Talks begin</title><id>y</id><published>2031-05-01T21:00:00Z</published>"
        "<updated>2031-05-03T21:00:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
        "<p>They began.</p></div></content></entry>"
    )
    found = read(tmp_path / "a.atom", ATOM.format(items=items))
    assert [(d.text, d.published, d.publisher) for d in found if isinstance(d, Document)] == [
        ("Talks end\n\nThey ended.", date(2031, 5, 3), "Ferry News"),
        ("Talks begin\n\nThey began.", date(2031, 5, 1), "Ferry News"),
    ]


def test_an_entry_without_text_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    items = "<item><link>https://ferry.example/1</link></item><item><title>Talks end</title></item>"
    empty, document = read(tmp_path / "a.xml", RSS.format(items=items))
    assert isinstance(empty, SetAside)
    assert empty.where == f"{tmp_path / 'a.xml'} entry 1"
    assert isinstance(document, Document)


def test_a_feed_in_another_encoding(tmp_path: Path) -> None:
    data = RSS.replace("UTF-8", "windows-1251").format(items="<item><title>Речь министра</title></item>")
    (document,) = read(tmp_path / "a.xml", data.encode("cp1251"))
    assert isinstance(document, Document)
    assert document.title == "Речь министра"


def test_a_damaged_feed_gives_what_it_has(tmp_path: Path) -> None:
    data = RSS.format(items="<item><title>One more</title></item><item><title>Two & more</title>")
    titles = [d.title for d in read(tmp_path / "a.xml", data) if isinstance(d, Document)]
    assert titles[0] == "One more"
