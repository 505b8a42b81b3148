"""The composition root: a codebook and a user's own settings come in, a pipeline ready to code documents goes out.

The only place that knows which model, which registry and which coder stand behind the pipeline's protocols.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from standpoint import __version__
from standpoint.actors import Registry, RegistryResolver
from standpoint.attribution import AttributionModel, load_attribution
from standpoint.codebooks import Codebook, load_actors
from standpoint.coding import CodebookCoder
from standpoint.coding.trained import load_stance
from standpoint.language.embedder import load_encoder
from standpoint.language.embedding import TextEncoder
from standpoint.pipeline import Pipeline


def open_pipeline(
    codebook: Codebook | None = None,
    *,
    actor_files: Sequence[str | PathLike[str]] = (),
    threads: int | None = None,
    threshold: float | None = None,
) -> Pipeline:
    """The pipeline for one codebook; without one, statements are found and their speakers known, but no issue is.

    actor_files: files of a user's own actors, which go before the codebook's. threads: how many threads the models
    take, None for as many as there are processors. threshold: statements of a lower confidence (0..1) are left out,
    None for the model's own.
    Raises CodebookError for a bad file of actors, ModelError for weights that are missing or damaged.
    """
    book = blank_codebook() if codebook is None else codebook
    resolver = RegistryResolver(open_registry(book, actor_files=actor_files))
    model = open_attribution(threads=threads, threshold=threshold)
    settings = {"own actors": _hash_files(actor_files)} if actor_files else {}
    if threshold is not None:
        settings["threshold"] = str(float(threshold))
    stance = load_stance(threads=threads) if book.issues else None
    return Pipeline(model, resolver, CodebookCoder(book, actors=resolver, stance=stance), __version__, settings)


def open_registry(codebook: Codebook | None = None, *, actor_files: Sequence[str | PathLike[str]] = ()) -> Registry:
    """Who is who in one negotiation: what ships, then the codebook's parties and actors, then those of the files."""
    book = blank_codebook() if codebook is None else codebook
    own = [entry for file in actor_files for entry in load_actors(Path(file))]
    return Registry.load(extra=(*book.actors, *own), parties=(*book.parties, *book.mediators))


def open_attribution(*, threads: int | None = None, threshold: float | None = None) -> AttributionModel:
    """The attribution model that ships; UsageError for values out of range, ModelError where weights are missing."""
    return load_attribution(threads=threads, threshold=threshold)


def open_encoder(*, threads: int | None = None) -> TextEncoder:
    """The sentence encoder that ships, for grouping what people say; ModelError where weights are missing."""
    return load_encoder(threads=threads)


def _hash_files(files: Sequence[str | PathLike[str]]) -> str:
    """A digest of the contents in order, so that a coding by other actors is told apart."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(hashlib.sha256(Path(file).read_bytes()).digest())
    return digest.hexdigest()


def blank_codebook() -> Codebook:
    """A codebook of no negotiation. The schema asks a user's file for parties and issues; this one has none."""
    return Codebook.model_construct(id="none", title="", description="", parties=(), issues=(), source="")
