"""``newsdiff feeds``: the feeds that ``newsdiff update`` asks."""

from __future__ import annotations

from pathlib import Path

import click

from newsdiff.cli.library_access import library_of
from newsdiff.harmless import one_line


@click.group("feeds")
def command() -> None:
    """Keep the feeds that “newsdiff update” asks."""


@command.command("add")
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.pass_context
def add(context: click.Context, urls: tuple[str, ...]) -> None:
    """Keep feeds; nothing is fetched yet."""
    from newsdiff.incoming.subscriptions import subscribe

    for url in urls:
        if not url.startswith(("http://", "https://")):
            raise click.UsageError(f"{url} is no http or https address")
    with library_of(context, begin=True) as library:
        click.echo(f"{subscribe(library, urls):,} added")


@command.command("remove")
@click.argument("url")
@click.pass_context
def remove(context: click.Context, url: str) -> None:
    """Forget a feed; its articles stay."""
    from newsdiff.incoming.subscriptions import unsubscribe

    with library_of(context) as library:
        if not unsubscribe(library, url):
            raise click.ClickException(f"{url}: is none of the feeds: see newsdiff feeds list")


@command.command("list")
@click.pass_context
def list_(context: click.Context) -> None:
    """Print each feed, and its last error where there was one."""
    from newsdiff.incoming.subscriptions import subscriptions

    with library_of(context) as library:
        for one in subscriptions(library):
            click.echo(one_line(f"{one.url}  {one.error}" if one.error else one.url))


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_context
def import_(context: click.Context, file: Path) -> None:
    """Keep the feeds of an OPML list."""
    from newsdiff.incoming.feeds import NotAFeedError, read_opml
    from newsdiff.incoming.subscriptions import subscribe

    try:
        urls = read_opml(file.read_bytes())
    except NotAFeedError as error:
        raise click.ClickException(f"{file}: {error}") from error
    with library_of(context, begin=True) as library:
        click.echo(f"{subscribe(library, urls):,} added")


@command.command("export")
@click.pass_context
def export(context: click.Context) -> None:
    """Print the feeds as an OPML list."""
    from newsdiff.incoming.feeds import write_opml
    from newsdiff.incoming.subscriptions import subscriptions

    with library_of(context) as library:
        click.echo(write_opml(tuple(one.url for one in subscriptions(library))))
