"""Text in blocks: styled text comes in, lines wrapped to the terminal and set in by some columns go out.

Lines end where their words do, so that what is sent to a file has no blanks at the ends.
"""

from __future__ import annotations

from rich.text import Text

from standpoint.cli.terminal import Terminal, one_line

MEASURE = 100
"""No line of prose is longer than this, however wide the terminal is."""
_LEAST = 24


def say(
    terminal: Terminal, text: Text | str, *, indent: int = 0, hang: int = 0, style: str = "", bar: bool = False
) -> None:
    """Prints a block; its second and later lines are set in by `hang` more, and a bar stands before each if asked."""
    whole = Text(text, style=style) if isinstance(text, str) else text
    lead = "\u2502 " if bar else ""
    width = max(_LEAST, min(terminal.out.width, MEASURE) - indent - len(lead))
    first, *rest = whole.wrap(terminal.out, width) or [Text()]
    lines = [first]
    if rest and hang:
        behind = whole[len(first.plain) :] if len(first.plain) < len(whole) else Text()
        behind = _without_leading_blanks(behind)
        lines.extend(behind.wrap(terminal.out, max(_LEAST, width - hang)))
    else:
        lines.extend(rest)
    for number, line in enumerate(lines):
        line.rstrip()
        set_in = Text(" " * (indent + (hang if number else 0)))
        set_in.append(lead, style="dim")
        set_in.append_text(line)
        terminal.out.print(set_in, soft_wrap=True)


def say_words(terminal: Terminal, words: str, *, indent: int = 4) -> None:
    """Words of a document, on as many lines as they need, behind a bar."""
    say(terminal, one_line(words), indent=indent, bar=True)


def _without_leading_blanks(text: Text) -> Text:
    blanks = len(text.plain) - len(text.plain.lstrip())
    return text[blanks:] if blanks else text
