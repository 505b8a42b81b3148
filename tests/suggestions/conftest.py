"""A record of made-up talks in which people speak of what the codebook has, and of what it has not."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from builders import Said, coded, lake_codebook
from standpoint.codebooks import Codebook
from standpoint.language.embedding import WIDTH, Vectors
from standpoint.model import CodedDocument, Kind
from standpoint.record import Record


class HashingEncoder:
    """A stand-in for the encoder that ships: words hashed into as many places, no weights, the same on every run."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), WIDTH), np.float32)
        for row, text in enumerate(texts):
            for word in re.findall(r"\w{4,}", text.lower()):
                place = int.from_bytes(hashlib.sha256(word[:6].encode()).digest()[:4], "big")
                vectors[row, place % WIDTH] += 1 if place // WIDTH % 2 else -1
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def lake_talks() -> tuple[CodedDocument, ...]:
    """Three of four documents speak of lighthouses, which no issue covers; the dam's gates are near an issue."""
    return (
        coded(
            Said("Zenda", "the old lighthouses should be repaired before the winter storms", kind=Kind.DIRECT),
            Said("Zenda", "we want the treaty on the lake to be signed", {"treaty": "supports"}),
            Said("Muskar", "the treaty on the lake is worth nothing", {"treaty": "opposes"}),
            Said("Muskar", "the gates of the dam are rusty and must be painted"),
            id="d1",
        ),
        coded(
            Said("Muskar", "nobody will repair the old lighthouses without money from Freedonia"),
            Said("Firefly", "Zenda had promised that his sailors would repair the old lighthouses themselves"),
            Said("Zenda", "the gates of the dam cannot be painted in this weather"),
            Said("Firefly", "whoever counts herrings in the rain needs patience"),
            id="d2",
        ),
        coded(
            Said("Firefly", "old lighthouses guide every boat, so both should repair them"),
            Said("Sponsz", "", joint=True),
            Said("Muskar", "painting the gates of the dam is the work of both"),
            Said("Rassendyll", "patrols on the lake may sail", {"patrols": "supports"}),
            id="d3",
        ),
        coded(
            Said("Zenda", "a choir of both capitals sang for the envoys on Sunday"),
            Said("Ishmael", "my grandmother baked bread for every guest", sector="CVL"),
            Said("Ishmael", "bread is what the guests remember", sector="CVL"),
            id="d4",
        ),
    )


@pytest.fixture(scope="session")
def book() -> Codebook:
    return lake_codebook()


@pytest.fixture
def record(book: Codebook) -> Iterator[Record]:
    with Record.open("sqlite://", create=True) as opened:
        for document in lake_talks():
            opened.add(document, book)
        yield opened
