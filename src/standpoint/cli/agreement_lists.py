"""How citations of agreements are shown: by agreement and clause for reading, or as fields of JSON and CSV."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.text import Text

from standpoint.cli.blocks import say, say_words
from standpoint.cli.briefs import print_origin
from standpoint.cli.ids import ShortIds
from standpoint.cli.listings import Field, Listing
from standpoint.cli.stances import counted
from standpoint.cli.terminal import Terminal
from standpoint.model import AgreementUse, Speaker
from standpoint.positions import AgreementCitation

_STYLES = {
    AgreementUse.IMPLEMENTED: "green",
    AgreementUse.VIOLATED: "red",
    AgreementUse.REJECTS: "red",
    AgreementUse.PROPOSES: "yellow",
    AgreementUse.INVOKES: "bold",
}


def print_citations(terminal: Terminal, citations: Sequence[AgreementCitation], ids: ShortIds) -> None:
    """Each agreement, under it its clauses, under these who cited them, saying what."""
    out = terminal.out
    for number, ((codebook, id), of_agreement) in enumerate(
        groupby(citations, key=lambda c: (c.codebook, c.agreement.id))
    ):
        rows = list(of_agreement)
        about = rows[0].agreement
        if number:
            out.print()
        head = Text(about.title or id, style="bold underline")
        head.append(f"  {about.date or 'not dated'}, {id} in {codebook}", style="dim not underline not bold")
        say(terminal, head)
        for clause, of_clause in groupby(rows, key=lambda c: c.provision):
            if clause is not None:
                text = Text(f"clause {clause.number}", style="bold")
                text.append(f"  {clause.summary or ''}", style="italic not bold")
                say(terminal, text, indent=2, hang=4)
            for citation in of_clause:
                _print_citation(terminal, citation, ids)
    out.print()
    out.print(f"{counted(len(citations), 'citation')}.", style="dim")


def _print_citation(terminal: Terminal, citation: AgreementCitation, ids: ShortIds) -> None:
    text = Text()
    day = citation.day
    text.append(f"{day.isoformat() if day else 'no day'}  ")
    speakers = list(dict.fromkeys(_name(c.statement.speaker) for c in citation.statements))
    text.append(" and ".join(speakers) or (citation.document.publisher or "the outlet"), style="bold")
    if not citation.statements:
        text.append(", in the outlet's own words", style="dim")
    if citation.use is not None:
        text.append(f"  {citation.use}", style=_STYLES[citation.use])
    say(terminal, text, indent=2, hang=4)
    if citation.statements:
        say_words(terminal, citation.statements[0].words)
        print_origin(terminal, citation.statements[0], ids)
    else:
        say_words(terminal, citation.mention.words)


def _name(speaker: Speaker | None) -> str:
    if speaker is None:
        return "not known"
    return f"{speaker.name} ({speaker.actor})" if speaker.actor else speaker.name


def list_citations() -> Listing[AgreementCitation]:
    return Listing(
        fields=CITATION_FIELDS,
        columns=(),
        nothing="No citation of an agreement fits. The codebook names the agreements that are looked for.",
    )


CITATION_FIELDS: tuple[Field[AgreementCitation], ...] = (
    Field("codebook", lambda c: c.codebook),
    Field("agreement", lambda c: c.agreement.id),
    Field("title", lambda c: c.agreement.title),
    Field("date", lambda c: c.agreement.date),
    Field("provision", lambda c: None if c.provision is None else c.provision.number),
    Field("summary", lambda c: None if c.provision is None else c.provision.summary),
    Field("use", lambda c: c.use),
    Field("day", lambda c: c.day),
    Field("mention", lambda c: c.mention.words),
    Field("span", lambda c: f"{c.mention.span.start}:{c.mention.span.end}"),
    Field("speakers", lambda c: [s.statement.speaker.name for s in c.statements if s.statement.speaker]),
    Field("actors", lambda c: [s.actor for s in c.statements if s.actor]),
    Field("statements", lambda c: [s.id for s in c.statements]),
    Field("words", lambda c: c.statements[0].words if c.statements else None),
    Field("document", lambda c: c.document.id),
    Field("publisher", lambda c: c.document.publisher),
)
