"""Cuts a text into windows of word pieces for the encoder: text in, pieces with word bounds and features out.

A word is a run of word characters or one other visible character, so that every span the models find begins and ends
at a word. Windows hold whole paragraphs where they fit, whole sentences where not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
from tokenizers import Tokenizer

from standpoint.errors import ModelError
from standpoint.language.quotes import Quotation, find_quotations
from standpoint.language.sentences import split_paragraphs, split_sentences
from standpoint.model import Span

WORD = re.compile(r"\w+|[^\w\s]")
MAX_PIECES = 256
N_FEATURES = 6
_SENTENCE_MAX = 180


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces of a stretch of text.

    `pieces`, `features`: (n_pieces,), with [CLS] first and [SEP] after each paragraph; a feature is 3 * (inside
    quotation marks) + (0 lower case, 1 capitalised, 2 all capitals). `words`: the words' character spans;
    `first`: (n_words,) the index of each word's first piece.
    """

    pieces: np.ndarray
    features: np.ndarray
    words: tuple[Span, ...]
    first: np.ndarray
    quoted: np.ndarray


@dataclass(frozen=True, slots=True)
class _Block:
    pieces: list[int]
    features: list[int]
    words: list[Span]
    first: list[int]
    quoted: list[int]


def cut_windows(
    text: str,
    tokenizer: Tokenizer,
    *,
    max_pieces: int = MAX_PIECES,
    skip: Sequence[Span] = (),
    quotations: Sequence[Quotation] | None = None,
) -> tuple[Window, ...]:
    """Windows of at most `max_pieces` pieces, of about equal length. Text inside `skip` spans is left out."""
    quotes = find_quotations(text) if quotations is None else quotations
    cls, sep = mark_ids(tokenizer)
    spans = list(_blocks(text, skip))
    encodings = tokenizer.encode_batch([text[s.start : s.end] for s in spans], add_special_tokens=False)
    blocks: list[_Block] = []
    for span, encoding in zip(spans, encodings, strict=True):
        blocks.extend(_pieces(text, span, encoding, quotes, max_pieces - 2))
    total = sum(len(b.pieces) + 1 for b in blocks)
    target = total / max(1, ceil(total / (max_pieces - 1)))
    return tuple(_join(group, cls, sep) for group in _pack(blocks, max_pieces - 1, target))


def mark_ids(tokenizer: Tokenizer) -> tuple[int, int]:
    """The numbers of the pieces that stand at the beginning of a sequence and behind each of its parts."""
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    if cls is None or sep is None:
        raise ModelError("the tokenizer has no [CLS] or no [SEP]; install the package again")
    return cls, sep


def _blocks(text: str, skip: Sequence[Span]) -> Iterator[Span]:
    for paragraph in split_paragraphs(text):
        if any(s.covers(paragraph) for s in skip):
            continue
        if paragraph.end - paragraph.start <= _SENTENCE_MAX * 4:
            yield paragraph
        else:
            yield from split_sentences(text, paragraph)


def _pieces(text: str, span: Span, encoding: object, quotes: Sequence[Quotation], limit: int) -> Iterator[_Block]:
    """The pieces of one paragraph or sentence, in blocks of at most `limit`."""
    ids: list[int] = encoding.ids  # type: ignore[attr-defined]
    offsets: list[tuple[int, int]] = encoding.offsets  # type: ignore[attr-defined]
    words = [Span(m.start(), m.end()) for m in WORD.finditer(text, span.start, span.end)]
    starts = [span.start + a for a, _ in offsets]
    block, at, quote = _Block([], [], [], [], []), 0, 0
    for n, word in enumerate(words):
        until = words[n + 1].start if n + 1 < len(words) else span.end
        begin = at
        while at < len(ids) and starts[at] < until:
            at += 1
        if begin == at:
            continue
        if len(block.pieces) + at - begin > limit:
            yield block
            block = _Block([], [], [], [], [])
        while quote < len(quotes) and quotes[quote].span.end <= word.start:
            quote += 1
        inside = quote < len(quotes) and quotes[quote].span.start <= word.start
        feature = 3 * inside + _shape(word.of(text))
        block.first.append(len(block.pieces))
        block.words.append(word)
        block.quoted.append(quote + 1 if inside else 0)
        block.pieces.extend(ids[begin : min(at, begin + limit)])
        block.features.extend([feature] * min(at - begin, limit))
    if block.pieces:
        yield block


def _shape(word: str) -> int:
    if not word[0].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def _pack(blocks: Sequence[_Block], limit: int, target: float) -> Iterator[list[_Block]]:
    group: list[_Block] = []
    size = 0
    for block in blocks:
        length = len(block.pieces) + 1
        overshoot = size + length - target
        if group and (size + length > limit or overshoot > max(0.0, target - size)):
            yield group
            group, size = [], 0
        group.append(block)
        size += length
    if group:
        yield group


def _join(group: Sequence[_Block], cls: int, sep: int) -> Window:
    pieces, features = [cls], [0]
    first: list[int] = []
    for block in group:
        first.extend(len(pieces) + f for f in block.first)
        pieces.extend((*block.pieces, sep))
        features.extend((*block.features, 0))
    return Window(
        np.array(pieces, dtype=np.int64),
        np.array(features, dtype=np.int64),
        tuple(w for b in group for w in b.words),
        np.array(first, dtype=np.int64),
        np.array([q for b in group for q in b.quoted], dtype=np.int64),
    )
