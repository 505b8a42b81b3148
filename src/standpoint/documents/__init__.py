"""From the outside world to Document: files, folders, addresses, feeds, pages, JSON Lines and the standard input."""

from standpoint.documents.compose import compose_document, derive_id
from standpoint.documents.duplicates import DuplicateGroup, find_near_duplicates
from standpoint.documents.furniture import find_furniture
from standpoint.documents.options import DEFAULT_MAX_BYTES, ReadOptions, SetAside, Sourced
from standpoint.documents.reader import read_inputs, read_sources

__all__ = [
    "DEFAULT_MAX_BYTES",
    "DuplicateGroup",
    "ReadOptions",
    "SetAside",
    "Sourced",
    "compose_document",
    "derive_id",
    "find_furniture",
    "find_near_duplicates",
    "read_inputs",
    "read_sources",
]
