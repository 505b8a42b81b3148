"""Names that mean something else in the company they keep: a table of forms and telling words in, false hits out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from standpoint.actors.view import View


@dataclass(frozen=True, slots=True)
class Trap:
    """`against` are words that speak for the other meaning, `speaking` words that speak for the registry's."""

    against: frozenset[str]
    speaking: frozenset[str]


@dataclass(frozen=True, slots=True)
class Traps:
    """Traps by folded form in lower case, and phrases that hold a name and are something else."""

    by_form: Mapping[str, Trap]

    def false_friends(self, view: View) -> frozenset[int]:
        """Hits that do not mean their body here."""
        asked = {
            place: trap
            for place, hit in enumerate(view.found)
            if (trap := self.by_form.get(view.folded[hit.start : hit.end].lower()))
        }
        if not asked:
            return frozenset()
        words = frozenset(view.words)
        return frozenset(
            place for place, trap in asked.items() if len(words & trap.against) > len(words & trap.speaking)
        )


def load_traps() -> Traps:
    """The shipped table: one form a line, `form: words against; words speaking`, words separated by spaces."""
    text = (resources.files("standpoint.actors") / "data" / "traps.txt").read_text(encoding="utf-8")
    table: dict[str, Trap] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            form, _, rest = line.partition(":")
            against, _, speaking = rest.partition(";")
            table[form.strip().lower()] = Trap(frozenset(against.split()), frozenset(speaking.split()))
    return Traps(table)


def load_given_names() -> Mapping[str, str]:
    """Given names to f or m, folded and in lower case."""
    text = (resources.files("standpoint.actors") / "data" / "given_names.txt").read_text(encoding="utf-8")
    names: dict[str, str] = {}
    for line in text.splitlines():
        gender, _, rest = line.partition(":")
        if gender in ("f", "m"):
            names |= dict.fromkeys(rest.split(), gender)
    return names
