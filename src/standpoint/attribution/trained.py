"""Attribution by the trained model: documents in, attributions out, on an int8 encoder and a small linker.

A window is run by itself, without padding, so that what is found in a document never depends on its neighbours.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from standpoint.attribution.assembly import Found, assemble
from standpoint.attribution.calibration import Calibration
from standpoint.attribution.decode import Cutoffs, Link, Run, find_cues, read_links
from standpoint.attribution.linker import Linker
from standpoint.errors import UsageError
from standpoint.language.encoder import Encoder
from standpoint.language.pieces import load_pieces, load_tokenizer
from standpoint.language.quotes import find_quotations
from standpoint.language.weights import count_cores, digest_weights, find_weights
from standpoint.language.windows import Window, cut_windows
from standpoint.model import Attribution, Document, Span, Spans

_FILES = ("attribution.onnx", "attribution-linker.onnx", "attribution.json")


@dataclass(frozen=True, slots=True)
class TrainedAttribution:
    """The model with what counts as found. `models` names its weight files, by SHA-256.

    `threads` windows are worked on at a time; `threshold` is the least confidence that is kept.
    """

    encoder: Encoder
    linker: Linker
    tokenizer: Tokenizer
    cutoffs: Cutoffs
    calibration: Calibration
    models: Mapping[str, str]
    threads: int
    threshold: float = 0.0

    def attribute(self, documents: Sequence[Document]) -> tuple[tuple[Attribution, ...], ...]:
        """One tuple per document, sorted by where the attribution's first span begins."""
        with ThreadPoolExecutor(self.threads) as pool:
            jobs = []
            for document in documents:
                quotes = find_quotations(document.text)
                skip = [f.span for f in document.furniture]
                windows = cut_windows(document.text, self.tokenizer, skip=skip, quotations=quotes)
                jobs.append((document, quotes, [pool.submit(self._read, w) for w in windows]))
            return tuple(
                assemble(document, [f for w in read for f in w.result() if f.confidence >= self.threshold], quotes)
                for document, quotes, read in jobs
            )

    def _read(self, window: Window) -> list[Found]:
        hidden, tags = self.encoder.run(window.pieces, window.features)
        words, tags = hidden[window.first], tags[window.first]
        cues = find_cues(tags, self.cutoffs.cue_prob)
        if not cues:
            return []
        links, valid = self.linker.score(words, window.quoted, cues)
        found = read_links(cues, tags, links, valid, self.cutoffs)
        return [to_found(link, window.words, self.calibration) for link in found]


def to_found(link: Link, words: Spans, calibration: Calibration) -> Found:
    """A link over the words of a window, in characters. `words`: the words' spans."""
    source, content = _characters(link.source, words), _characters(link.content, words)
    return Found(source, _characters((link.cue,), words), content, calibration.apply(link))


def load_attribution(
    folder: Path | None = None, *, threads: int | None = None, threshold: float | None = None
) -> TrainedAttribution:
    """The model in a folder of weights, by default the one that ships.

    `threads`: cores to use, by default all that this process may use. `threshold`: the least confidence of a
    statement, in 0..1, by default the one that the weights name. Raises UsageError for values out of range,
    ModelError where weights are missing.
    """
    if threads is not None and threads < 1:
        raise UsageError(f"threads is {threads}; give 1 or more")
    if threshold is not None and not 0 <= threshold <= 1:
        raise UsageError(f"the threshold is {threshold}; give a share between 0 and 1")
    place = find_weights(folder, _FILES)
    settings = json.loads((place / "attribution.json").read_text(encoding="utf-8"))
    return TrainedAttribution(
        encoder=Encoder.load(place / "attribution.onnx", load_pieces(place)),
        linker=Linker.load(place / "attribution-linker.onnx"),
        tokenizer=load_tokenizer(place),
        cutoffs=Cutoffs(**settings["cutoffs"]),
        calibration=Calibration(**settings["calibration"]),
        models=digest_weights(place, _FILES),
        threads=threads or count_cores(),
        threshold=settings["threshold"] if threshold is None else threshold,
    )


def _characters(runs: Sequence[Run], words: Spans) -> Spans:
    return tuple(Span(words[a].start, words[b - 1].end) for a, b in runs)
