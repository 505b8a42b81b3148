"""Standpoint reads the coverage of a negotiation and keeps the record of who said what and where every party stands.

Every public name below is loaded when it is first asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from standpoint.api import code as code
    from standpoint.api import open_record as open_record
    from standpoint.api import read as read
    from standpoint.assembly import open_pipeline as open_pipeline
    from standpoint.codebooks import Codebook as Codebook
    from standpoint.codebooks import list_codebooks as list_codebooks
    from standpoint.codebooks import load_codebook as load_codebook
    from standpoint.documents import ReadOptions as ReadOptions
    from standpoint.documents import SetAside as SetAside
    from standpoint.errors import StandpointError as StandpointError
    from standpoint.intake import ReadReport as ReadReport
    from standpoint.interchange import coded_to_json as coded_to_json
    from standpoint.model import CodedDocument as CodedDocument
    from standpoint.model import Document as Document
    from standpoint.positions import compose_brief as compose_brief
    from standpoint.positions import compose_matrix as compose_matrix
    from standpoint.positions import derive_positions as derive_positions
    from standpoint.positions import list_agreement_uses as list_agreement_uses
    from standpoint.record import Record as Record

__version__ = "0.1.0"

_HOMES = {
    "Codebook": "codebooks",
    "CodedDocument": "model",
    "Document": "model",
    "ReadOptions": "documents",
    "ReadReport": "intake",
    "Record": "record",
    "SetAside": "documents",
    "StandpointError": "errors",
    "code": "api",
    "coded_to_json": "interchange",
    "compose_brief": "positions",
    "compose_matrix": "positions",
    "derive_positions": "positions",
    "list_agreement_uses": "positions",
    "list_codebooks": "codebooks",
    "load_codebook": "codebooks",
    "open_pipeline": "assembly",
    "open_record": "api",
    "read": "api",
}

__all__ = ["__version__", *_HOMES]  # noqa: PLE0604 (a table of names is still only names)


def __getattr__(name: str) -> object:
    from importlib import import_module  # noqa: PLC0415 (nothing is loaded before it is asked for)

    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'standpoint' has no attribute {name!r}")
    return getattr(import_module(f"standpoint.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
