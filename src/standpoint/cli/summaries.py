"""What is said of a run of reading: single items and the report of the whole come in, sentences go out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from standpoint.cli.stances import counted
from standpoint.cli.terminal import Terminal
from standpoint.documents import SetAside
from standpoint.intake import Coded, ReadReport, Taken
from standpoint.pipeline import CODED_LANGUAGES
from standpoint.record import Outcome

_DETAIL = re.compile(r": | \(")
_REST = {
    Outcome.RECODED: "coded anew",
    Outcome.UNCHANGED: "already there",
    Outcome.KEPT: "left as a newer version coded them",
    Outcome.OTHER_LANGUAGE: "in another language, stored and not coded",
}


def is_complete(item: Coded | Taken | SetAside) -> bool:
    """Whether an input was read and coded."""
    return not isinstance(item, SetAside) and _language(item) in CODED_LANGUAGES


def complain_of(terminal: Terminal, item: Coded | Taken | SetAside) -> None:
    """Says what went wrong with one input, if anything did."""
    if isinstance(item, SetAside):
        terminal.complain(f"{item} \u2013 set aside")
    elif not is_complete(item):
        what = "stored, not coded" if isinstance(item, Taken) else "not coded"
        terminal.complain(
            f"{item.where}: in a language that is not coded yet ({_language(item)}), so it is {what}; "
            "if it is English after all, say so with --language en"
        )


def say_summary(terminal: Terminal, report: ReadReport, place: str) -> None:
    """What the run did with the record, what it set aside and why, and what to do next."""
    parts = [f"{report.count(Outcome.ADDED)} new"]
    parts.extend(f"{report.count(o)} {what}" for o, what in _REST.items() if report.count(o))
    total = counted(len(report.taken), "document")
    terminal.note(f"{place}: {total} read ({', '.join(parts)}), {counted(report.statements, 'statement')}.")
    if report.set_aside:
        terminal.note(describe_set_aside(report.set_aside))
    if report.statements:
        terminal.note(f"Next: standpoint positions --record {place}")


def describe_set_aside(rows: Sequence[SetAside]) -> str:
    """How many inputs were set aside, and how many for each reason, the most frequent first.

    What a reason says of the one input ("binary: a NUL byte at 148") was said when it came by.
    """
    reasons = Counter(_DETAIL.split(r.reason, maxsplit=1)[0] for r in rows)
    counts = sorted(reasons.items(), key=lambda row: (-row[1], row[0]))
    return f"Set aside {counted(len(rows), 'input')}: " + "; ".join(f"{n} \u00d7 {why}" for why, n in counts) + "."


def _language(item: Coded | Taken) -> str | None:
    return item.language if isinstance(item, Taken) else item.coded.document.language
