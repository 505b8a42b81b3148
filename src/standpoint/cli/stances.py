"""How stances and grades look, the same in every view: a stance comes in, a sign, a colour and a word go out.

The sign and the word carry the meaning; the colour only helps the eye.
"""

from __future__ import annotations

from standpoint.model import Grade, Stance
from standpoint.positions import GradeCounts

SIGNS = {Stance.SUPPORTS: "+", Stance.OPPOSES: "\u2212", Stance.CONDITIONAL: "\u00b1", Stance.UNCLEAR: "?"}
STYLES = {
    Stance.SUPPORTS: "green",
    Stance.OPPOSES: "red",
    Stance.CONDITIONAL: "yellow",
    Stance.UNCLEAR: "dim",
}
SHORT_GRADES = {Grade.OWN_WORDS: "own", Grade.REPORTED: "rep", Grade.ASCRIBED: "asc"}
SHIFT = "\u0394"


def signed(stance: Stance) -> str:
    """A stance as sign and word."""
    return f"{SIGNS[stance]} {stance}"


def describe_counts(counts: GradeCounts) -> str:
    """How many statements of each grade, those that are there."""
    parts = (
        (counts.own_words, "in own words"),
        (counts.reported, "reported"),
        (counts.ascribed, "ascribed"),
    )
    return ", ".join(f"{n} {what}" for n, what in parts if n) or "none"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
