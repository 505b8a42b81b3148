"""How suggestions for a codebook are shown: as blocks with examples for reading, or as fields of JSON and CSV."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from standpoint.cli.blocks import say, say_words
from standpoint.cli.listings import Field, Listing
from standpoint.cli.stances import counted
from standpoint.cli.terminal import Terminal
from standpoint.suggestions import Suggestion

_SHOWN = 3

SUGGESTIONS: Listing[Suggestion] = Listing(
    fields=(
        Field("label", lambda s: s.label),
        Field("words", lambda s: s.words),
        Field("kind", lambda s: "alias" if s.is_alias else "issue"),
        Field("sentences", lambda s: s.sayings),
        Field("documents", lambda s: s.documents),
        Field("actors", lambda s: [f"{actor} {n}" for actor, n in s.actors.items()]),
        Field("nearest_issue", lambda s: s.nearest.issue if s.nearest else None),
        Field("similarity", lambda s: s.nearest.similarity if s.nearest else None),
        Field("alias", lambda s: s.nearest.alias if s.nearest else None),
        Field("statements", lambda s: [id for e in s.examples for id in e.statements]),
        Field("examples", lambda s: [e.words for e in s.examples]),
    ),
    columns=(),
    nothing="Nothing to suggest: no matter that the codebook leaves out is spoken of often enough.",
)


def print_suggestions(terminal: Terminal, suggestions: Sequence[Suggestion]) -> None:
    """Each suggestion: what it may be, how often it is said by whom, and the sentences in the middle of it."""
    for number, s in enumerate(suggestions):
        if number:
            terminal.out.print()
        head = Text(", ".join((s.label, *s.words[:2])), style="bold")
        head.append(f"  {_describe(s)}", style="not bold")
        say(terminal, head, hang=2)
        spoken = ", ".join(f"{actor} {n}" for actor, n in s.actors.items())
        counts = (
            f"{counted(s.sayings, 'sentence')} in {counted(s.documents, 'document')}: {spoken or 'no known actor'}"
        )
        say(terminal, counts, style="dim", indent=2)
        for example in s.examples[:_SHOWN]:
            say_words(terminal, example.words)
            say(terminal, ", ".join(example.statements), style="dim", indent=6)
    terminal.out.print()
    terminal.out.print(f"{counted(len(suggestions), 'suggestion')}.", style="dim")


def _describe(s: Suggestion) -> str:
    if s.nearest is None:
        return "a new issue?"
    if s.nearest.alias is not None:
        return f"an alias of {s.nearest.issue}? \u201c{s.nearest.alias}\u201d"
    return f"a new issue? (nearest is {s.nearest.issue})"
