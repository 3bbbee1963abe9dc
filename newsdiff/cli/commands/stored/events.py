"""``newsdiff events``: the reader's corrections of grouping. They are stored, and win over grouping."""

from __future__ import annotations

import click

from newsdiff.cli.library_access import event_named, library_of


@click.group("events")
def command() -> None:
    """Correct events: merge, move, split, pin. EVENT is the start of its id, or its title, or a part."""


@command.command("merge")
@click.argument("event")
@click.argument("others", nargs=-1, required=True)
@click.pass_context
def merge(context: click.Context, event: str, others: tuple[str, ...]) -> None:
    """Put OTHERS with their notes into EVENT, which keeps its id."""
    with library_of(context) as library:
        into = event_named(library, event)
        named = {event_named(library, other).id for other in others} - {into.id}
        for other in sorted(named):
            into = library.events.join(other, into.id)
    click.echo(f"{into.id} now holds {len(into.outlets)} articles")


@command.command("unmerge")
@click.argument("event")
@click.pass_context
def unmerge(context: click.Context, event: str) -> None:
    """Take out of EVENT the one that was merged into it last, with its notes and its former id."""
    with library_of(context) as library:
        made = library.events.unjoin(event_named(library, event).id)
    click.echo(f"{made.id} holds {len(made.outlets)} articles again")


@command.command("move")
@click.argument("event")
@click.argument("article")
@click.argument("to")
@click.pass_context
def move(context: click.Context, event: str, article: str, to: str) -> None:
    """Move ARTICLE (its short name) from EVENT to the event TO."""
    with library_of(context) as library:
        target = event_named(library, to)
        library.events.move(event_named(library, event).id, article, target.id)
        held = len(library.events.sources(target.id))
    click.echo(f"{target.id} now holds {held} articles")


@command.command("split")
@click.argument("event")
@click.argument("articles", nargs=-1, required=True)
@click.option("--title", help="A title for the new event.")
@click.pass_context
def split(context: click.Context, event: str, articles: tuple[str, ...], title: str | None) -> None:
    """Make an event of its own of ARTICLES (their short names)."""
    with library_of(context) as library:
        made = library.events.split(event_named(library, event).id, articles, title=title)
    click.echo(f"{made.id} holds {len(made.outlets)} articles")


@command.command("pin")
@click.argument("event")
@click.option("--off", is_flag=True, help="Let grouping add to it again.")
@click.pass_context
def pin(context: click.Context, event: str, off: bool) -> None:
    """Stop grouping from changing EVENT."""
    with library_of(context) as library:
        found = event_named(library, event)
        library.events.pin(found.id, pinned=not off)
    click.echo(f"{found.id} is {'no longer ' if off else ''}pinned")
