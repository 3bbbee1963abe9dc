"""``newsdiff why EVENT``: what the articles of an event share, and what keeps look-alikes out of it."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from newsdiff.cli.library_access import event_named, library_of


@click.command("why")
@click.argument("event")
@click.argument("article", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def command(context: click.Context, event: str, article: str | None, as_json: bool) -> None:
    """Explain why articles stand together: names and rare words that each shares with the others, what speaks
    against it, and which other events look alike and were kept apart.

    EVENT is the start of its id, its title, or a part of the title that no other has; ARTICLE the short name
    of one of its articles.
    """
    from newsdiff.sanitize import one_line

    with library_of(context) as library:
        found = event_named(library, event)
        reasons = everything = library.events.why(found.id)
        look_alikes = library.events.look_alikes(found.id)
    if article is not None:
        reasons = tuple(why for why in reasons if article in (why.article, why.label))
        if not reasons:
            raise click.ClickException(f"the event has no article {article!r}: see newsdiff why {event!r}")
    if as_json:
        answer = {
            "event": found.id,
            "articles": [asdict(why) for why in reasons],
            "look_alikes": [asdict(other) for other in look_alikes],
        }
        click.echo(json.dumps(answer, indent=2))
        return
    click.echo(one_line(f"{found.id}  {found.title or 'untitled'}"))
    if len(everything) == 1:
        click.echo("    the only article of its event: there is nothing to compare it with yet")
        reasons = ()
    for why in reasons:
        click.echo(one_line(f"{why.article} ({why.label}), likeness {why.likeness:.2f}"))
        click.echo(one_line(f"    names: {', '.join(why.names) or 'none shared'}"))
        click.echo(one_line(f"    words: {', '.join(why.terms) or 'none shared'}"))
        if why.copy_of:
            click.echo(one_line(f"    a copy of the text of {why.copy_of}"))
        if why.against:
            click.echo(one_line(f"    despite {why.against}"))
    for other in look_alikes:
        because = "; ".join(other.because) or "too little in common"
        click.echo(one_line(f"kept apart from {other.event[:6]} {other.title or 'untitled'}: {because}"))
