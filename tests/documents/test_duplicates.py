"""Documents -> groups of those that carry the same text."""

from __future__ import annotations

import pytest

from standpoint.documents import compose_document, find_near_duplicates

WIRE = (
    "The foreign ministers of Norland and Sudmark agreed on Friday to open the road through the valley in June. "
    "The agreement came after three days of talks in the ferry port of Midhaven. Neither side would say whether the "
    "prisoners taken last winter would be freed before the opening. A second round is planned for the end of May, "
    "officials of both states said. The union, which mediates, called the result a first step, with others to follow."
)
CHANGED = WIRE.replace("on Friday", "late on Friday evening").replace("a first step", "a small first step")
CUT = WIRE[: WIRE.index("A second")]
OTHER = (
    "Sudmark's parliament rejected the budget for the third time this year after a night of angry speeches, and the "
    "prime minister said that new elections might be held in autumn unless the small parties change their minds. The "
    "finance minister offered to resign but was asked to stay until a successor is found, two of his aides said."
)


def groups(*texts: str) -> list[list[int]]:
    documents = [compose_document(text, id=str(n)) for n, text in enumerate(texts)]
    return [[int(name) for name in group.documents] for group in find_near_duplicates(documents)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ([], []),
        ([WIRE], []),
        ([WIRE, OTHER], []),
        ([WIRE, WIRE], [[0, 1]]),
        ([WIRE, OTHER, WIRE.upper().replace(" ", "\r\n")], [[0, 2]]),
        ([WIRE, CHANGED, OTHER], [[0, 1]]),
        ([OTHER, CUT, WIRE], [[1, 2]]),
        ([WIRE, f"Ferry News\n\n{CHANGED}\n\nFollow us on Telegram\n\nShare\n"], [[0, 1]]),
        ([WIRE, OTHER, CHANGED, OTHER + " The end.", CUT], [[0, 2, 4], [1, 3]]),
        (["The same short note.", "The same short note!", "Another short note."], [[0, 1]]),
        (
            [WIRE, f"{OTHER} " * 3 + "".join(f"Word{n} and so on. " for n in range(300)) + CUT],
            [],
        ),
        (["", " ", "..."], []),
    ],
)
def test_find_near_duplicates(texts: list[str], found: list[list[int]]) -> None:
    assert groups(*texts) == found


def test_similarity_is_that_of_the_loosest_link() -> None:
    documents = [compose_document(text, id=str(n)) for n, text in enumerate([WIRE, WIRE, CHANGED])]
    (group,) = find_near_duplicates(documents)
    assert group.documents == ("0", "1", "2")
    assert 0.6 <= group.similarity < 1


def test_one_document_given_twice_is_no_group() -> None:
    document = compose_document(WIRE)
    assert find_near_duplicates([document, document]) == ()
