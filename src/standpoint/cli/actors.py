"""The commands about actors: a name, an id or a file comes in, who it is, its roles or its problems go out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpoint.cli.help import add_command
from standpoint.cli.listings import Format
from standpoint.cli.options import ActorFiles, CodebookToUse, FormatChoice, parse_day
from standpoint.cli.terminal import Terminal

if TYPE_CHECKING:
    from standpoint.actors import Registry

group = typer.Typer(no_args_is_help=True, help="See who the program knows, and in which role on which day.")

OnDay = Annotated[
    date | None,
    typer.Option("--at", parser=parse_day, metavar="YYYY-MM-DD", help="On this day; else by the last known role."),
]


def find(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help='A name or a phrase, such as "the Russian leader".')],
    at: OnDay = None,
    codebook: CodebookToUse = None,
    actors: ActorFiles = None,
    form: FormatChoice = Format.TABLE,
) -> None:
    """Find whom a name or a phrase means on a day, and for whom they speak then."""
    from standpoint.actors import FoundActor, find_actors
    from standpoint.cli.listings import Column, Field, Listing

    terminal: Terminal = ctx.obj
    listing: Listing[FoundActor] = Listing(
        fields=(
            Field("id", lambda a: a.id),
            Field("name", lambda a: a.name),
            Field("kind", lambda a: a.kind),
            Field("actor", lambda a: a.actor),
            Field("sector", lambda a: a.sector),
            Field("role", lambda a: a.role),
            Field("how", lambda a: a.how),
        ),
        columns=(
            Column("Id", lambda a: a.id, style="dim"),
            Column("Name", lambda a: a.name, style="bold"),
            Column("Speaks for", lambda a: a.actor or "\u2013", whole=True),
            Column("Sector", lambda a: a.sector or "\u2013", whole=True),
            Column("Role", lambda a: a.role or "\u2013", wide=True, least=16),
            Column("Found by", lambda a: a.how),
        ),
        nothing=f"Nobody is known by {name!r}. Name your own actors in a file: standpoint actors find --help",
    )
    rows = find_actors(_open(codebook, actors), name, at)
    listing.show(terminal, rows, form)
    if not rows:
        raise typer.Exit(1)


def show(
    ctx: typer.Context,
    actor: Annotated[str, typer.Argument(metavar="ID", help="The id, as `actors find` gives it, or an actor code.")],
    codebook: CodebookToUse = None,
    actors: ActorFiles = None,
    form: FormatChoice = Format.TABLE,
) -> None:
    """Show the names of an actor and its roles with their days; of a state or body, everyone who spoke for it."""
    from standpoint.cli.actor_lists import show_entity
    from standpoint.errors import UsageError

    terminal: Terminal = ctx.obj
    registry = _open(codebook, actors)
    entity = registry.entity(actor)
    if entity is None:
        raise UsageError(f'There is no actor with the id {actor!r}. Find the id: standpoint actors find "{actor}"')
    show_entity(terminal, registry, entity, form)


def check(
    ctx: typer.Context,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILES", help="YAML files of your own actors; none: what ships.")
    ] = None,
    form: FormatChoice = Format.TABLE,
) -> None:
    """Check actors: impossible dates, two holders of one office, gaps, names that two actors share.

    Your own files are checked by themselves and then laid over the registry. The exit status is 1 where there are
    errors; warnings ask whether a fact is right.
    """
    from standpoint.cli.actor_checks import check_own, check_shipped
    from standpoint.cli.problems import show_report

    show_report(ctx.obj, check_own(files) if files else check_shipped(), form)


def _open(codebook: str | None, files: list[Path] | None) -> Registry:
    from standpoint.assembly import open_registry
    from standpoint.codebooks import load_codebook

    book = None if codebook is None else load_codebook(codebook)
    return open_registry(book, actor_files=files or ())


add_command(group, find, 'actors find "the Russian leader" --at 2022-02-25')
add_command(group, show, "actors show RUS")
add_command(group, check, "actors check my-actors.yml")
