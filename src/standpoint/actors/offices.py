"""What a title asks for: the words of a noun phrase and its head come in, offices of the registry go out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from standpoint.actors.lexicon import DEPUTY, FORMER, words

_HEADS = ("head-of-state", "leader", "head-of-government")
TOP = ("secretary-general", "head-of-government", "leader", "head-of-state", "foreign-minister")
_CROWNED = ("king", "queen", "emir", "sultan", "emperor", "grand duke", "prince")
_ENVOYS = ("envoy", "negotiator", "other")
_DIPLOMATS = ("foreign", "state", "external", "representative")
_COMMANDERS = ("chief of", "army", "commander", "military", "general staff")
_SERVICES = ("intelligence", "spy", "police", "security", "negotiator", "election", "press", "mission", "delegation")
_SINGULAR = {
    "ministers": "minister", "secretaries": "secretary", "presidents": "president", "premiers": "premier",
    "chancellors": "chancellor", "leaders": "leader", "secretary-generals": "secretary-general",
}  # fmt: skip
PREMIERS = ("prime minister", "premier", "chancellor", "taoiseach", "president of the government",
             "president of the council", "head of government", "minister-president", "chief adviser")  # fmt: skip
_STOP = words(
    "the a an of for to in and on at by new its his her country s first top chief head acting interim "
    "current outgoing longtime then senior lead general high top"
)
_FIRST = words("chief top lead supreme head")
# What the head of an organ is head of, not of the whole body: "the UN human rights chief".
_FIELDS = words(
    "rights human refugee refugees aid humanitarian relief peacekeeping health food nuclear trade climate migration "
    "political children labour labor disarmament drugs aviation election elections electoral"
)
_SINGULAR_FIELDS = {"rights": "right", "refugees": "refugee", "drugs": "drug", "elections": "election"}
_SAME_FIELD = {"aid": ("humanitarian", "relief"), "humanitarian": ("aid", "relief"), "right": ()}


@dataclass(frozen=True, slots=True)
class Office:
    """What a title asks for: offices of the registry, best first, words of which a holder's title has one, and the
    rest of the words, which rank holders.

    `single` is False for an office with many holders at a time; `stem` is then what a holder's title may say instead
    of the office. `narrowed` has one entry for each thing that the title is confined to ("human rights", "European
    Parliament"): the sets of words by which it goes. `sole` allows a holder for whom nothing speaks but that there is
    no other; `plain` chooses, for `owners`, the one whose title has least to add, `chief` one who is first.
    """

    offices: tuple[str, ...]
    words: tuple[str, ...] = ()
    content: frozenset[str] = frozenset()
    single: bool = True
    stem: str = ""
    narrowed: tuple[tuple[frozenset[str], ...], ...] = ()
    owners: frozenset[str] = frozenset()
    sole: bool = False
    plain: bool = False
    chief: bool = False


def read_office(said_words: tuple[str, ...], head: str) -> Office | None:
    """The office that the words of a noun phrase ask for, `head` its noun; None for a title that names no office.

    "deputy", "former" and the like ask for another person than the office holder and give None.
    """
    plain = tuple(w for w in said_words if w not in ("-", "'s"))
    if any(w in FORMER or w in DEPUTY or w.startswith("ex-") for w in plain):
        return None
    said = f" {' '.join(plain)} "
    noun = _SINGULAR.get(head, head)
    for heads, any_of, office in _RULES:
        if noun in heads and (not any_of or any(f" {w}" in said for w in any_of)):
            if office is None:
                return None
            content = frozenset(w for w in plain if w not in _STOP and w != head)
            fields = frozenset(w for w in content if w in _FIELDS) if office.offices == TOP else None
            return replace(
                office,
                content=content,
                narrowed=(_field(fields),) if fields else (),
                chief=any(w in _FIRST for w in plain),
            )
    return None


def _field(words: frozenset[str]) -> tuple[frozenset[str], ...]:
    """The word sets by which a field of work goes: an aid chief is humanitarian chief or relief coordinator."""
    named = frozenset(_SINGULAR_FIELDS.get(w, w) for w in words)
    others = next((_SAME_FIELD[w] for w in named if w in _SAME_FIELD), ())
    return named, *(frozenset({w}) for w in others)


# The first that fits decides: head nouns, words of which one is said with them, and what they ask for.
_GOVERNMENT = ("head-of-government", "leader")
_MINISTERS = words("minister secretary")
_CHIEFS = words(
    "chief head boss chair chairman chairwoman chairperson director-general director commissioner "
    "commissioner-general"
)
_RULES: tuple[tuple[frozenset[str], tuple[str, ...], Office | None], ...] = (
    (_MINISTERS, ("prime",), Office(_GOVERNMENT, PREMIERS)),
    (_MINISTERS, ("secretary general", "general secretary"), Office(("secretary-general", "leader"))),
    (_MINISTERS, ("press",), Office(("spokesperson",), single=False)),
    (_MINISTERS, ("foreign", "external", "international relations"), Office(("foreign-minister",))),
    (_MINISTERS, ("defence", "defense", "war ", "armed forces"), Office(("defence-minister",))),
    (words("secretary"), ("of state ",), Office(("foreign-minister",))),
    (_MINISTERS, (), Office(("minister", "other", "spokesperson"), single=False)),
    (words("president"), (), Office((*_HEADS, "secretary-general"), ("presiden",))),
    (words("premier pm chancellor taoiseach"), (), Office(_GOVERNMENT, PREMIERS)),
    (
        words("leader ruler strongman dictator"),
        ("supreme",),
        Office(("head-of-state", "leader"), ("supreme leader",)),
    ),
    (words("leader"), ("opposition", "majority", "minority", "party"), None),
    (words("leader ruler strongman dictator"), (), Office(("leader", *_HEADS, "secretary-general"))),
    (words("king"), (), Office(("head-of-state", "leader"), ("king",))),
    (words("queen"), (), Office(("head-of-state", "leader"), ("queen",))),
    (words("emir"), (), Office(("head-of-state", "leader"), ("emir", "amir"))),
    (words("sultan"), (), Office(("head-of-state", "leader"), ("sultan",))),
    (words("emperor"), (), Office(("head-of-state", "leader"), ("emperor",))),
    (words("pope pontiff"), (), Office(("head-of-state", "leader"), ("pope",))),
    (words("ayatollah"), (), Office(("head-of-state", "leader"), ("supreme leader",))),
    (words("monarch"), (), Office(("head-of-state", "leader"), _CROWNED)),
    (words("prince"), ("crown",), Office(("other", *_GOVERNMENT, "head-of-state"), ("crown prince",))),
    (words("prince"), (), Office(("other", *_GOVERNMENT, "head-of-state"), ("prince",))),
    (words("secretary-general secretary-generals secretaries-general"), (), Office(("secretary-general", "leader"))),
    (words("diplomat"), ("top", "chief", "senior-most"), Office(("foreign-minister",), _DIPLOMATS)),
    (_CHIEFS, ("army", "military", "staff", "armed"), Office(("commander",), _COMMANDERS)),
    (_CHIEFS, ("foreign", "diplomatic"), Office(("foreign-minister", "secretary-general"))),
    (_CHIEFS, ("defence", "defense", "pentagon"), Office(("defence-minister",))),
    (_CHIEFS, _SERVICES, Office(("other", "commander", "negotiator", "adviser"), single=False)),
    (_CHIEFS, ("of government",), Office(_GOVERNMENT)),
    (_CHIEFS, ("of state",), Office(_HEADS)),
    (words("commissioner"), (), Office(("other",), ("commissioner",), single=False, stem="commissioner")),
    (_CHIEFS, (), Office(TOP)),
    (words("state"), ("head of state",), Office(_HEADS)),
    (words("government"), ("head of government",), Office(_GOVERNMENT)),
    (words("spokesman spokeswoman spokesperson"), (), Office(("spokesperson",), single=False, stem="spokes")),
    (words("mediator facilitator"), (), Office(("mediator", *_ENVOYS), single=False, stem="mediat")),
    (words("envoy representative coordinator"), (), Office(_ENVOYS, single=False, stem="envoy")),
    (words("negotiator"), (), Office(("negotiator", "envoy", "other"), single=False, stem="negotiat")),
    (words("co-chair co-chairman"), (), Office(("negotiator",), ("co-chair",), single=False, stem="co-chair")),
    (
        words("prosecutor prosecutor-general"),
        (),
        Office(("other",), ("prosecutor",), single=False, stem="prosecutor"),
    ),
    (words("ambassador"), (), Office(("ambassador",), single=False)),
    (words("adviser advisor aide"), (), Office(("adviser",), single=False)),
    (words("commander"), (), Office(("commander",), single=False, stem="command")),
    (words("speaker"), (), Office(("speaker-of-parliament",))),
)
