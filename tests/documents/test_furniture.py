"""Texts -> the stretches that are kept but not coded; and lines that look like them but speak."""

from __future__ import annotations

from itertools import pairwise

import pytest

from standpoint.documents.furniture import find_furniture
from standpoint.documents.sitelines import LineReader

BODY = "The minister said that the talks would go on. The other side gave no answer."


def marked(text: str, title: str | None = None, publisher: str | None = None) -> list[str]:
    return [f.span.of(text) for f in find_furniture(text, title=title, publisher=publisher)]


@pytest.mark.parametrize(
    "line",
    [
        "on YouTube",
        "on Telegram",
        "Follow us on Twitter",
        "Follow us on Facebook, Twitter and Telegram!",
        "Follow @ferrynews on X",
        "Follow the author on Bluesky",
        "Watch Ferry News on YouTube",
        "You can also find us on Instagram",
        "Join our Telegram channel",
        "Join our WhatsApp group for breaking news",
        "Stay tuned",
        "Subscribe to our newsletter",
        "Subscribe now for full access.",
        "Sign up for our daily briefing",
        "Sign up to the First Edition newsletter",
        "Get the latest news delivered to your inbox",
        "Download our free app",
        "Newsletter",
        "Read more: Ministers to meet again in June",
        "READ MORE",
        "Read also: Who is who at the talks",
        "Also read | Who is who at the talks",
        "ALSO READ: Who is who at the talks",
        "See also: the text of the treaty",
        "Read the full story here.",
        "Read the full statement",
        "Related: A year of talks",
        "Related articles",
        "WATCH: Minister leaves the palace",
        "Most read",
        "Editor's picks",
        "You may also like",
        "More on this story",
        "Recommended for you",
        "Click here to read more",
        "Continue reading the main story",
        "Share",
        "Share this article",
        "Share on Facebook",
        "Share this:",
        "Facebook | Twitter | WhatsApp | Email",
        "Share Tweet Email Print",
        "f Share 12  Tweet 3",
        "Copy link",
        "Print this page",
        "12 comments",
        "1.2K views",
        "Advertisement",
        "ADVERTISEMENT",
        "Sponsored content",
        "Story continues below advertisement",
        "Article continues after this advertisement",
        "Skip past newsletter promotion",
        "after newsletter promotion",
        "Support our journalism",
        "Support independent media outlets.",
        "Donate now",
        "Become a member today",
        "Loading...",
        "Back to top",
        "Show comments",
        "Leave a comment",
        "Comments are closed",
        "Home > World > Talks",
        "News › Politics › Norland",
        "© 2031 Ferry News",
        "© Ferry News. All rights reserved.",
        "Copyright (c) 2031 Ferry News",
        "(c) 2031 Ferry News",
        "Ferry News 2031. All Rights Reserved",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Reproduction without permission is prohibited.",
        "When using materials of the site a hyperlink to it is obligatory",
        "This website uses cookies to improve your experience.",
        "Privacy policy",
        "Terms of use",
        "The views expressed in this article are those of the author.",
        "This article was amended on 5 May 2031 to correct a name.",
        "This story has been updated with a comment from the ministry.",
        "This article was originally published in The Daily Ferry.",
        "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
        "Our Standards: The Ferry Principles.",
        "Found a mistake? Select it and press Ctrl+Enter",
        "If you notice an error, write to us",
        "Contact us",
        "Reporting by Anna Reed in Midhaven; Editing by Tom Wells",
        "(Reporting by Anna Reed; Writing by Tom Wells; Editing by Ann Lee)",
        "Additional reporting by Tom Wells",
        "Tom Wells contributed to this report.",
        "With inputs from agencies",
        "Translated by Anna Reed",
        "Author: Anna Reed",
        "By Anna Reed",
        "By Anna Reed and Tom Wells in Midhaven",
        "By Anna Reed, diplomatic editor",
        "BY ANNA REED | FERRY NEWS",
        "Photo: Tom Wells / Ferry News",
        "Photo by Tom Wells",
        "Image: Ministry of Foreign Affairs",
        "File photo: The palace in Midhaven",
        "Picture credit: Tom Wells",
        "Tom Wells/AFP",
        "REUTERS/Tom Wells",
        "Tom Wells/Pool via AP",
        "[Tom Wells/Anadolu]",
        "(AFP)",
        "Source: Ferry News",
        "4 min read",
        "2 hours ago",
        "Published 3 May 2031",
        "Last updated: 3 May 2031 14:05",
        "Updated 14:05",
        "Published on Saturday, May 3, 2031",
        "Tags: talks, Norland, Sudmark",
        "Topics: talks",
        "#talks #norland",
        "https://ferry.example/talks",
        "@ferrynews",
        "desk@ferry.example",
        "***",
        "____________",
        "ENDS",
        "- END -",
        "• Read more: Ministers to meet again",
    ],
)
def test_site_lines_are_furniture(line: str) -> None:
    assert LineReader().explain(line) is not None
    for end in ("\n", "\r\n"):
        text = f"{BODY}{end}{end}{line}{end}"
        assert marked(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        BODY,
        "Ministers follow each other to Midhaven",
        "Follow the treaty or face sanctions, minister tells Sudmark",
        "Join the treaty, envoy urges Sudmark",
        "Sign up to the treaty, envoy tells Sudmark",
        "Register of prisoners handed over in Midhaven",
        "Support for talks grows in Norland",
        "Support independent Norland, says parliament",
        "Become a member of the union, Norland told",
        "More than a dozen prisoners were freed",
        "More talks expected in June",
        "Related charges were dropped, the prosecutor said.",
        "Read in full, the treaty says nothing of the valley.",
        "See you in Midhaven, minister tells envoy",
        "Watch out for the valley, general warns",
        "Share of the river is ours, says Sudmark",
        "Share the river, envoy urges",
        "Email shows minister knew of the plan",
        "Print run of ballots halted in Norland",
        "Like it or not, we must talk, minister says",
        "Comments by the minister drew an angry answer",
        "Copyright talks collapse in Midhaven",
        "This article of the constitution is mandatory, the court said.",
        "This article of the treaty was amended in 2019 by both parliaments.",
        "Any use of force is prohibited under the treaty, the envoy said.",
        "No part of this territory will be given up without permission of the people.",
        "Terms of the ceasefire were agreed on Friday",
        "Terms and conditions of the ceasefire were agreed on Friday",
        "Reporting by the observers shows that the guns are silent.",
        "Research by the union found that prices rose.",
        "Published plans show a new road through the valley.",
        "Updated plan presented in Midhaven",
        "Updated 3-point plan presented in Midhaven",
        "Posted 3 battalions to the border, says Sudmark",
        "By Friday the talks were over.",
        "By noon Norland had signed.",
        "By signing, Norland ends the war.",
        "Photos of the palace show the ministers at one table.",
        "Video shows soldiers leaving the valley, officials said.",
        "Image of the union suffers, says envoy",
        "Sources: talks to go on in June",
        "Advertising ban lifted in Norland",
        "Home to two peoples, the valley is divided",
        "Search for the missing goes on",
        "Next round of talks in June",
        "Close the border, says general",
        "Minister: we will sign",
        "Reporter: Mr Minister, will you sign the text?",
        "Q: Will you sign?",
        "Endless talks, no treaty",
        "Stay in the valley, general orders",
        "Contact line quiet for a second day",
        "Contact group to meet in Midhaven",
        "Donated food reaches the valley",
        "What do you think of the treaty, minister?",
        "The views expressed by the minister are not new.",
        "2 killed in the valley",
        "12 views of one treaty",
        "-- and then they left",
        "On 3 May 2031 they signed.",
        "“Read the treaty,” the minister said.",
    ],
)
def test_lines_that_speak_are_none(line: str) -> None:
    assert LineReader().explain(line) is None
    assert marked(f"{line}\n\n{BODY}\n") == []


@pytest.mark.parametrize(
    ("text", "title", "publisher", "stretches"),
    [
        (f"A title\n\nA title\n\n{BODY}\n", "A title", None, ["A title"]),
        (f"A title\r\n\r\nA title\r\n\r\n{BODY}", "A title", None, ["A title"]),
        (f'“A title”\n\n{BODY}\n\n"A Title"\n', "“A title”", None, ['"A Title"']),
        (f"A title\n\nA title | Ferry News\n\n{BODY}", "A title", None, ["A title | Ferry News"]),
        (f"A title - Ferry News\n\nA title\n\n{BODY}", "A title", None, ["A title"]),
        (f"A title\n\n{BODY}\n", "A title", None, []),
        (f"{BODY}\n", "A title", None, []),
        (f"{BODY}\n\nFerry News\n\non YouTube\n", None, None, ["Ferry News", "on YouTube"]),
        (f"{BODY}\n\nferry news\n", None, "Ferry News", ["ferry news"]),
        (f"{BODY}\n\n(FERRY NEWS)", None, "Ferry News", ["(FERRY NEWS)"]),
        (f"{BODY}\n\nFerry News", None, None, ["Ferry News"]),
        (f"{BODY}\n\n– Anna Reed", None, None, ["– Anna Reed"]),
        (f"{BODY}\nFerry News", None, None, []),  # no blank line above, publisher not known: a list, an address
        (f"{BODY}\n\nFerry News said no.", None, "Ferry News", []),
        (f"{BODY}\n\nAnna Reed\n\nTom Wells\n", None, None, ["Tom Wells"]),  # a list of signatories is not eaten up
        (f"Ferry News\n\n{BODY}", None, "Ferry News", []),
        (
            f"{BODY}\n\nRelated stories\n\nMinister to resign\n\nWho is who at the talks?\n",
            None,
            None,
            ["Related stories", "Minister to resign", "Who is who at the talks?"],
        ),
        (f"{BODY}\n\nRead more\n\nMinister to resign\n\n{BODY}", None, None, ["Read more"]),
        (f"{BODY} Follow us on Telegram.", None, None, ["Follow us on Telegram."]),
        (
            f"{BODY} Subscribe to our newsletter. Follow us on Telegram.",
            None,
            None,
            ["Subscribe to our newsletter.", "Follow us on Telegram."],
        ),
        (
            f"{BODY} Read more: https://ferry.example/1\n\nShare\n",
            None,
            None,
            ["Read more: https://ferry.example/1", "Share"],
        ),
        (f"Share\n\n{BODY}\n\nAdvertisement\n\n{BODY}\n", None, None, ["Share", "Advertisement"]),
        ("on YouTube", None, None, []),  # nothing else: not for these patterns
        ("Ferry News", None, "Ferry News", []),
        ("", None, None, []),
        ("\n \n", None, None, []),
    ],
)
def test_find_furniture(text: str, title: str | None, publisher: str | None, stretches: list[str]) -> None:
    assert marked(text, title, publisher) == stretches


def test_furniture_is_in_text_order_and_never_overlaps() -> None:
    text = f"T one\n\nT one\n\nShare\n\n{BODY} Follow us on X.\n\nRelated\n\nOther\n\nFerry News\n\non YouTube"
    spans = [f.span for f in find_furniture(text, title="T one", publisher="Ferry News")]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "token", ["share ", "on ", "a > ", "#a ", "AP/", "reuters/", "follow us on x ", "By A ", "- "]
)
def test_no_line_takes_long(token: str) -> None:
    line = (token * 200)[:255] + "%"
    assert len(LineReader().explain(line) or "") < 40  # a pattern that backtracks would not come back
