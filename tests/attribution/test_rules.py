"""Attribution by rule: a text -> (source, cue, content) of each attribution, as written."""

from __future__ import annotations

from pathlib import Path

import pytest

from standpoint.attribution import RuleAttribution
from standpoint.model import Document, Furniture, Span


def _table(text: str, furniture: tuple[Furniture, ...] = ()) -> list[tuple[str, str, str]]:
    (found,) = RuleAttribution().attribute([Document("d", text, furniture=furniture)])

    def words(spans: tuple[Span, ...]) -> str:
        return " ".join(s.of(text) for s in spans)

    return [(words(a.source), words(a.cue), words(a.content)) for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will sign," Ana Rell said.', [("Ana Rell", "said", '"We will sign,"')]),
        ("“We will sign,” said the minister.", [("the minister", "said", "“We will sign,”")]),
        ("The minister said that the talks had failed.", [("The minister", "said", "the talks had failed")]),
        ("Tesk also said on Monday that the talks failed.", [("Tesk", "also said", "the talks failed")]),
        ("Varland wants Tesk to withdraw.", [("Varland", "wants", "Tesk to withdraw")]),
        ("According to the envoy, the border is open.", [("the envoy", "According to", "the border is open")]),
        ("The border is open, according to the envoy.", [("the envoy", "according to", "The border is open")]),
        (
            'The envoy called both sides "old friends".',
            [("The envoy", "called", 'both sides "old friends"')],
        ),
        (
            '"We will sign," Rell said. "There is time."',
            [("Rell", "said", '"We will sign," "There is time."')],
        ),
        ("The bridge was opened on Monday.", []),
    ],
)
def test_sentence_gives(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert _table(text) == expected


def test_furniture_gives_no_statement() -> None:
    text = "Varland wants Tesk to withdraw.\n\nVarland wants Tesk to withdraw."
    assert len(_table(text, (Furniture(Span(33, 64), "title again"),))) == 1


@pytest.mark.shared
def test_reads_the_first_article(shared: Path) -> None:
    text = (shared / "data/articles/000_4ff4d1174487e294.txt").read_text(encoding="utf-8")
    assert len(_table(text)) >= 9
