"""Takes a source apart where several speak: a range of tokens comes in, one conjunct for each speaker goes out.

A name and its apposition are one; "the UK and France" after "ministers from" share the noun before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standpoint.actors.entities import Sense
from standpoint.actors.lexicon import (
    FACTIONS,
    FIRST_PRONOUNS,
    HONORIFICS,
    PLURAL_PRONOUNS,
    PRODUCTS,
    RELATIVE_PRONOUNS,
    SINGULAR_PRONOUNS,
    words,
)
from standpoint.actors.named import person_named
from standpoint.actors.phrases import HEAD_NOUNS, Phrase, read_phrase
from standpoint.actors.scene import Scene

_PRONOUNS = frozenset({*FIRST_PRONOUNS, *PLURAL_PRONOUNS, *SINGULAR_PRONOUNS, "it"})
_JOINTS = frozenset({"and", "&", "or", "nor", "plus"})
_THOSE = ("those", "others")
_INSTITUTIONS = words(
    "agency administration association authority bank board bureau center centre commission committee council "
    "court department federation foundation fund institute institution ministry office organisation organization "
    "service services studies"
)
_SHARED = frozenset({"of", "from", "for", "in", "representing", "by"})


@dataclass(frozen=True, slots=True)
class Conjunct:
    """Tokens of one speaker. `owner` is the token of a body that stands elsewhere and owns this noun."""

    first: int
    last: int
    owner: int | None = None
    distributed: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    first: int
    last: int
    joined: bool
    sort: str
    phrase: Phrase


def split_conjuncts(scene: Scene, first: int, last: int) -> tuple[Conjunct, ...]:
    """The speakers of the source in tokens `first` to before `last`, in text order."""
    last = _before_clause(scene, first, last)
    whole = read_phrase(scene.view, first, last, scene.runs.of_token)
    if whole.head is not None and scene.view.words[whole.head] in PRODUCTS and whole.core[1] < last:
        # "A statement by X and Y" is one statement.
        return (Conjunct(first, last),)
    pieces = _pieces(scene, first, last)
    if len(pieces) > 1 and pieces[0].sort == "pronoun" and scene.view.words[pieces[0].first] in ("we", "us", "both"):
        # "We, Russia and Azerbaijan, believe"
        pieces = pieces[1:]
    if len(pieces) > 2 and _introduces(scene, pieces):
        # "The guarantors, Cuba and Norway"
        pieces = pieces[1:]
    merged = _merge(scene, pieces)
    return _share(scene, merged)


def _introduces(scene: Scene, pieces: Sequence[_Piece]) -> bool:
    """True for a plural noun before a list of the names of those whom it means."""
    noun = pieces[0].phrase
    if pieces[0].sort != "noun" or not noun.plural or not noun.definite or noun.owners or noun.head is None:
        return False
    listed = pieces[-1].joined and all(p.sort in ("body", "name") for p in pieces[1:])
    return listed and not pieces[1].joined and scene.view.words[noun.head] not in FACTIONS


def _before_clause(scene: Scene, first: int, last: int) -> int:
    """The end of the noun phrase before a relative clause or examples, which may name others."""
    for token in range(first + 1, last):
        # A hit is a name: the WHO is no pronoun.
        relative = scene.view.words[token] in RELATIVE_PRONOUNS and scene.view.hits[token] < 0
        if relative and scene.view.words[token] != "whom":
            return token
        if _gives_examples(scene, token, last):
            return token
    return last


def _gives_examples(scene: Scene, token: int, last: int) -> bool:
    """ "Critics, including senators": those named are some of the critics, who speak as one."""
    words = scene.view.words
    return words[token] == "including" or (words[token] == "such" and token + 1 < last and words[token + 1] == "as")


def _pieces(scene: Scene, first: int, last: int) -> list[_Piece]:
    words = scene.view.words
    cuts: list[tuple[int, int, bool]] = []
    start, joined = first, False
    inside = False
    for token in range(first, last):
        if inside or (words[token] == "(" and token > first):
            # What stands in brackets only describes: "John Kerry (D-Mass.)".
            if not inside and token > start:
                cuts.append((start, token, joined))
                joined = False
            inside = words[token] != ")"
            start = token + 1
            continue
        if words[token] not in _JOINTS and words[token] not in (",", ";"):
            continue
        if token > start:
            cuts.append((start, token, joined))
            joined = False
        joined |= words[token] in _JOINTS
        start = token + 1
    if start < last:
        cuts.append((start, last, joined))
    pieces: list[_Piece] = []
    for begin, end, is_joined in cuts:
        piece = _classify(scene, begin, end, is_joined)
        one_name = _ends_a_name(scene, begin, end)
        if pieces and is_joined and (one_name or piece.sort == "other" or pieces[-1].sort == "other"):
            # "foreign affairs and security policy chief": one title
            old = pieces.pop()
            piece = _classify(scene, old.first, end, old.joined)
        pieces.append(piece)
    return pieces


def _ends_a_name(scene: Scene, first: int, last: int) -> bool:
    """ "Exchange Commission" after "the Securities and": capitals up to an institution's noun, no name of its own."""
    view = scene.view
    capitals = all(view.capital(t) and view.hits[t] < 0 for t in range(first, last))
    return capitals and last - first > 1 and view.words[last - 1] in _INSTITUTIONS


def _classify(scene: Scene, first: int, last: int, joined: bool) -> _Piece:
    phrase = read_phrase(scene.view, first, last, scene.runs.of_token)
    words = scene.view.words
    noun = words[phrase.head] if phrase.head is not None else ""
    at_end = phrase.core[1] - 1
    if last - first == 1 and words[first] in _PRONOUNS:
        sort = "pronoun"
    elif person_named(scene, phrase) is not None:
        sort = "name"
    elif at_end >= phrase.core[0] and scene.body_at(at_end) is not None:
        sort = "body"
    elif noun in HEAD_NOUNS or noun.endswith("counterpart") or (noun and phrase.owners) or words[first] in _THOSE:
        sort = "noun"
    else:
        sort = "other"
    return _Piece(first, last, joined, sort, phrase)


def _merge(scene: Scene, pieces: Sequence[_Piece]) -> list[_Piece]:
    """Pieces without those that only describe their neighbour."""
    kept: list[_Piece] = []
    described = False
    for piece in pieces:
        before = kept[-1] if kept else None
        if described and piece.joined and not _is_closed(scene, piece):
            # "X, a journalist and commentator", "X, a fellow at Y and former ambassador to Z"
            continue
        described = False
        if before is None or piece.joined:
            kept.append(piece)
        elif before.sort == "noun" and piece.sort == "name" and _bare_name(scene, piece):
            kept[-1] = _Piece(piece.first, piece.last, before.joined, "name", piece.phrase)
        elif before.sort == "noun" and piece.sort == "body" and not before.phrase.owners + before.phrase.after:
            kept[-1] = _Piece(piece.first, piece.last, before.joined, "body", piece.phrase)
        elif _describes(pieces, before, piece):
            described = True
        else:
            kept.append(piece)
    return kept


def _is_closed(scene: Scene, piece: _Piece) -> bool:
    """True where a comma ended the description before "and": "X, the minister, and Y"."""
    return piece.first >= 2 and scene.view.words[piece.first - 2] == ","


def _describes(pieces: Sequence[_Piece], before: _Piece, piece: _Piece) -> bool:
    """True where a piece after a comma only says what the one before it is."""
    if piece.sort == "other":
        return True
    if before.sort not in ("name", "body"):
        return False
    if piece.sort == "noun":
        return not _lists_on(pieces, piece)
    # "X, now retired in Cambridge, Mass.": no list without an "and" at its end.
    return not any(p.joined and p.sort != "other" for p in pieces[pieces.index(piece) + 1 :])


def _bare_name(scene: Scene, piece: _Piece) -> bool:
    """True for a name with nothing but a rank before it."""
    words, of_token = scene.view.words, scene.runs.of_token
    token = piece.phrase.core[0]
    while of_token[token] < 0 and (words[token] in HONORIFICS or words[token] == "."):
        token += 1
    return of_token[token] >= 0


def _lists_on(pieces: Sequence[_Piece], piece: _Piece) -> bool:
    """True for the noun of "Turkey, aid groups and the UN", which is followed by "and" and is plural."""
    place = pieces.index(piece)
    return piece.phrase.plural and place + 1 < len(pieces) and pieces[place + 1].joined


def _share(scene: Scene, pieces: Sequence[_Piece]) -> tuple[Conjunct, ...]:
    found: list[Conjunct] = []
    noun: _Piece | None = None
    for place, piece in enumerate(pieces):
        follower = pieces[place + 1] if place + 1 < len(pieces) else None
        if noun is not None and piece.sort == "body" and piece.last - piece.first <= 2:
            found.append(Conjunct(noun.first, noun.last, piece.last - 1, distributed=True))
            continue
        noun = None
        shares = (
            follower is not None and follower.sort == "noun" and follower.phrase.plural and follower.phrase.owners
        )
        if shares and follower is not None and _is_bare_adjective(scene, piece):
            found.append(Conjunct(follower.first, follower.last, piece.last - 1, distributed=True))
            continue
        if piece.sort == "noun" and piece.phrase.plural and follower is not None and _ends_in_owner(scene, piece):
            noun = piece
            found.append(Conjunct(piece.first, piece.last, distributed=True))
            continue
        owner = None
        distributed = False
        if piece.sort == "noun" and place and not piece.phrase.owners and not piece.phrase.definite:
            before = pieces[place - 1].phrase
            if pieces[place - 1].sort == "noun" and before.owners and not piece.phrase.after:
                owner = before.owners[-1]
        if piece.sort == "noun" and place and piece.phrase.plural and _is_bare_adjective(scene, pieces[place - 1]):
            distributed = True
        found.append(Conjunct(piece.first, piece.last, owner, distributed))
    return tuple(found)


def _is_bare_adjective(scene: Scene, piece: _Piece) -> bool:
    """ "The Russian", before "and Turkish presidents"."""
    body = scene.body_at(piece.last - 1)
    if piece.sort != "body" or body is None or piece.last - piece.first > 2:
        return False
    return body.sense is Sense.DEMONYM or not scene.view.words[piece.first].startswith("the")


def _ends_in_owner(scene: Scene, piece: _Piece) -> bool:
    if scene.body_at(piece.last - 1) is None or piece.last - 1 < piece.phrase.core[1]:
        return False
    before = scene.view.words[piece.last - 2]
    return (scene.view.words[piece.last - 3] if before == "the" else before) in _SHARED
