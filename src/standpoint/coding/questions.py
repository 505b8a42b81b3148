"""Tells what is asked from what is said: the words of a cue and a content, or a clause, come in, yes or no goes out.

A question takes no side, whoever asks it and however it names the issue.
"""

from __future__ import annotations

from standpoint.coding.scope import Scope
from standpoint.coding.words import Words
from standpoint.model import Kind

_ASKING = frozenset({"ask", "wonder", "inquir", "enquir"})
_OPENING = frozenset(
    {"whether", "if", "about", "what", "why", "how", "when", "where", "which", "who", "whom", "whose"}
)
_INVERTED = frozenset(
    {"will", "would", "does", "do", "did", "is", "are", "was", "were", "can", "could", "has", "have", "shall"}
)


def is_question(cue: Words, content: Words) -> bool:
    """ "Asked about [the summit]", "asked [whether they would sign]"; "asked [them to sign]" is a request."""
    if not _ASKING & set(cue.lemmas) or len(cue) == 0:
        return False
    return cue.lowers[-1] in _OPENING or content.lowers[:1] in {(w,) for w in _OPENING}


def asks(scope: Scope, kind: Kind) -> bool:
    """Whether the clause is a question; one that lost its mark is known by its verb, which stands first."""
    if scope.asks:
        return True
    if kind is not Kind.DIRECT:
        return False
    at = next((i for i in range(scope.first, scope.begin) if scope.words.lowers[i][0].isalnum()), scope.begin)
    after = scope.words.lowers[at + 1 : at + 2]
    return scope.words.lowers[at] in _INVERTED and at < scope.begin and after != ("not",)
