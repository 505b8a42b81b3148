"""The interchange format: coded documents come in and JSON objects go out, or the reverse, one object a document.

Nothing is lost on the way: what a reader of the format may leave out (`unresolved`, `how`, `furniture`, ...) stands
beside the keys that it must know.
"""

from standpoint.interchange.reading import coded_from_json, coded_from_lines, document_from_json
from standpoint.interchange.writing import coded_to_json, document_to_json, dump_line

__all__ = [
    "coded_from_json",
    "coded_from_lines",
    "coded_to_json",
    "document_from_json",
    "document_to_json",
    "dump_line",
]
