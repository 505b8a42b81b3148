"""The beginning of a plain text -> its title, or None."""

from __future__ import annotations

import pytest

from standpoint.documents.titles import find_title

BODY = "The two ministers met on Friday and agreed to meet again, officials said.\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ministers agree to meet\n\n{BODY}", "Ministers agree to meet"),
        (f"Ministers agree to meet\r\n\r\n{BODY}", "Ministers agree to meet"),
        (f"\n\n  Ministers agree to meet  \n\n{BODY}", "Ministers agree to meet"),
        (f"Will they ever sign?\n\n{BODY}", "Will they ever sign?"),
        (f"‘We will sign,’ says minister\n\n{BODY}", "‘We will sign,’ says minister"),
        (f"Talks go on in the U.S.\n\n{BODY}", "Talks go on in the U.S."),
        (f"And then they left...\n\n{BODY}", "And then they left..."),
        (f"# Ministers agree to meet\n\n{BODY}", "Ministers agree to meet"),
        (f"Ferry News\n\nMinisters agree to meet\n\n{BODY}", "Ministers agree to meet"),
        (f"3 May 2031\n\nMinisters agree to meet\n\n{BODY}", "Ministers agree to meet"),
        (f"Share | Tweet | Email\n\nMinisters agree to meet\n\n{BODY}", "Ministers agree to meet"),
        (BODY, None),
        (f"{BODY}\n{BODY}", None),
        (f"Ministers agree to meet\n{BODY}", None),  # no blank line
        ("Ministers agree to meet", None),  # nothing follows
        ("Ministers agree to meet\n\n", None),
        (f"Ministers agree to meet:\n\n{BODY}", None),
        (f"{'word ' * 40}\n\n{BODY}", None),
        (f"Norland\n\n{BODY}", None),
        ("", None),
        ("\n\n\n", None),
    ],
)
def test_find_title(text: str, title: str | None) -> None:
    assert find_title(text, "Ferry News") == title
