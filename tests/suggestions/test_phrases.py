"""Sentences of a group among others -> the phrases that name it."""

from __future__ import annotations

import numpy as np
import pytest

from standpoint.suggestions.lexical import WordEncoder
from standpoint.suggestions.phrases import Phrase, count_phrases, name_group
from standpoint.suggestions.terms import open_terms

OTHERS = ("the dam should be opened", "prisoners came home", "nobody saw the ferry", "herrings swim deep")

NAMED: list[tuple[tuple[str, ...], str, str | None, bool]] = [
    (("a peace treaty is near", "they fear a peace treaty", "a treaty of peace helps"), "peace treaty", "a", False),
    (("we must sign papers", "they will sign papers", "to sign papers is hard"), "sign papers", None, True),
    (("the Zeta corridor is ours", "of the Zeta corridor", "on the Zeta corridor"), "Zeta corridor", "the", False),
    (("self-government now", "for self-government", "their self-government"), "self-government", None, False),
    (("Lighthouses burn", "old lighthouses", "our lighthouses"), "lighthouses", None, False),
]


@pytest.mark.parametrize(("group", "words", "article", "verb"), NAMED)
def test_a_group_is_named_by_its_own_words(
    group: tuple[str, ...], words: str, article: str | None, verb: bool
) -> None:
    terms = open_terms(())
    sentences = [terms.read(t) for t in (*group, *OTHERS)]
    best = name_group(sentences[: len(group)], count_phrases(sentences), len(sentences))[0]
    assert (best.words, best.article, best.verb) == (words, article, verb)


def test_words_of_talk_and_names_of_parties_name_nothing() -> None:
    terms = open_terms(["Ruritania", "Kingdom of Syldavia", "US"])
    sentence = terms.read("Ruritania told the US president that the kingdom of Syldavia wants new lighthouses today")
    assert [sentence.text[sentence.words.starts[t.place] :].split()[0] for t in sentence.terms] == ["lighthouses"]


def test_a_phrase_says_how_much_of_it_is_the_groups() -> None:
    terms = open_terms(())
    sentences = [terms.read(t) for t in ("rusty dam", "rusty dam", "dam walls", "ferry", "ferry")]
    found = name_group(sentences[:2], count_phrases(sentences), 5)
    assert found == (Phrase("rusty dam", 2, 1.0, None, False, False),)


def test_texts_that_share_rare_words_are_alike() -> None:
    texts = [*OTHERS, "the ferry was seen by nobody", "a ferry, a ferry!"]
    vectors = WordEncoder(open_terms(()), texts).embed([*texts, "", "the of and"])
    alike = vectors @ vectors.T
    assert alike[2, 4] > 0.5 > abs(alike[0, 1])
    assert np.allclose(np.diag(alike)[:6], 1)
    assert not vectors[6:].any()
