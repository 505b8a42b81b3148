"""The schema of an actor entry, in a codebook's `actors:` or in a file of its own: YAML data in, frozen models out.

Roles are dated at the precision that is known (YYYY, YYYY-MM or YYYY-MM-DD); an empty `to` means still in office.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

ActorKind = Literal["person", "state", "organisation", "group", "body"]
Office = Literal[
    "head-of-state",
    "head-of-government",
    "leader",
    "foreign-minister",
    "defence-minister",
    "spokesperson",
    "negotiator",
    "envoy",
    "secretary-general",
    "minister",
    "ambassador",
    "speaker-of-parliament",
    "commander",
    "adviser",
    "other",
]
# PLOVER's sectors (Open Event Data Alliance, PLOVER manual), with those that older CAMEO lists add.
Sector = Literal[
    "GOV", "MIL", "REB", "OPP", "PTY", "LEG", "JUD", "COP", "SPY", "UAF", "SEP", "IGO", "NGO", "IMG", "NGM", "MED",
    "CVL", "BUS", "MNC", "EDU", "LAB", "AGR", "HLH", "REF", "REL", "SET", "RAD", "CRM", "ELI", "NON",
]  # fmt: skip

_PARTIAL_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def check_partial_day(text: str) -> str:
    """The text itself if it is YYYY, YYYY-MM or YYYY-MM-DD and such a day exists; ValueError if not."""
    match = _PARTIAL_DAY.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no day, month or year; write YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year or (month is not None and not 1 <= month <= 12):
        raise ValueError(f"{text!r} names a month that does not exist; write YYYY-MM-DD, YYYY-MM or YYYY")
    if day is not None and month is not None and not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(f"{text!r} names a day that does not exist; write YYYY-MM-DD, YYYY-MM or YYYY")
    return text


Text = Annotated[str, StringConstraints(min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_-]{1,23}$")]
PartialDay = Annotated[str, AfterValidator(check_partial_day)]


class Entry(BaseModel):
    """What all entries share: frozen, no unknown keys, white space trimmed."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, populate_by_name=True)


class ActorRole(Entry):
    """An office over a stretch of time. `actor` and `sector` override the entry's own for that stretch."""

    title: Text
    office: Office = "other"
    actor: Code | None = None
    sector: Sector | None = None
    from_: PartialDay | None = Field(default=None, alias="from")
    to: PartialDay | None = None


class ActorEntry(Entry):
    """A person, state, organisation, group or body. `actor` is the code spoken for, None where for nobody."""

    id: Slug
    name: Text
    kind: ActorKind
    actor: Code | None = None
    sector: Sector | None = None
    aliases: tuple[Text, ...] = ()
    roles: tuple[ActorRole, ...] = ()
    note: str | None = None
