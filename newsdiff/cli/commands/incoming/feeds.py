"""``newsdiff feeds``: the feeds that ``newsdiff update`` asks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.cli.library_access import library_of
from newsdiff.cli.values import codes_of, country_option, region_option
from newsdiff.sanitize import one_line

if TYPE_CHECKING:
    from newsdiff.library import StoredFeed

private_option = click.option(
    "--allow-private",
    is_flag=True,
    help="Allow hosts of this computer and its network; remembered with the feed.",
)


@click.group("feeds")
def command() -> None:
    """Manage the feeds that “newsdiff update” asks. Nothing here reaches the network."""


@command.command("add")
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@private_option
@click.pass_context
def add(context: click.Context, urls: tuple[str, ...], allow_private: bool) -> None:
    """Keep feeds; they are asked by the next “newsdiff update”."""
    from newsdiff.fetching.errors import UnusableUrlError
    from newsdiff.incoming.subscriptions import feed_at, keep_feeds

    try:
        named = [feed_at(url) for url in urls]
    except UnusableUrlError as error:
        raise click.UsageError(str(error)) from error
    with library_of(context, begin=True) as library:
        click.echo(keep_feeds(library, named, allow_private=allow_private).as_text())


@command.command(
    "starter",
    epilog="""\b
Examples:
  newsdiff feeds starter --country IE --country UA
  newsdiff feeds starter --region oceania --language en
  newsdiff feeds starter --country IE --dry-run
""",
)
@country_option
@region_option
@click.option(
    "--language", "languages", multiple=True, metavar="CODE", help="Only editions in this language (en, fr)."
)
@click.option("--dry-run", is_flag=True, help="Only print the feeds.")
@private_option
@click.pass_context
def starter(
    context: click.Context,
    countries: tuple[str, ...],
    regions: tuple[str, ...],
    languages: tuple[str, ...],
    dry_run: bool,
    allow_private: bool,
) -> None:
    """Keep the feeds of the outlets of some countries; the next “newsdiff update” asks them.

    The table of outlets (“newsdiff outlets”) says which they are. A feed that does not answer is named by
    the update, and asked again later each time.
    """
    from newsdiff.incoming.subscriptions import keep_feeds, starter_feeds

    codes = codes_of(countries, regions)
    if not codes:
        raise click.UsageError("name a country or a region: --country IE, --region europe")
    wanted = {language.lower() for language in languages}
    found = [starter_feeds(code, wanted) for code in sorted(codes)]
    for one in found:
        click.echo(one.as_text())
    listed = [feed for one in found for feed in one.feeds]
    if dry_run:
        for feed in listed:
            click.echo(one_line(f"{feed.url}  {feed.title}"))
        return
    if not listed:
        raise click.ClickException(
            "no feeds are known for these: add some with newsdiff feeds add URL, or in outlets.tsv"
        )
    with library_of(context, begin=True) as library:
        click.echo(keep_feeds(library, listed, allow_private=allow_private).as_text())


@command.command("remove")
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.pass_context
def remove(context: click.Context, urls: tuple[str, ...]) -> None:
    """Forget feeds; their articles stay."""
    with library_of(context) as library:
        for url in urls:
            library.feeds.remove(url)
    click.echo(f"{len(urls):,} removed")


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def list_(context: click.Context, as_json: bool) -> None:
    """Print each feed: when it was last asked, and what went wrong where something did."""
    with library_of(context) as library:
        feeds = library.feeds.all()
    if as_json:
        click.echo(json.dumps([_as_json(feed) for feed in feeds], indent=2))
    elif not feeds:
        click.echo("No feeds.")
    for feed in () if as_json else feeds:
        click.echo(_line(feed))


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@private_option
@click.pass_context
def import_(context: click.Context, file: Path, allow_private: bool) -> None:
    """Keep the feeds of an OPML list."""
    from newsdiff.incoming.subscriptions import feeds_listed_in, keep_feeds
    from newsdiff.readers.errors import UnreadableArticleError

    try:
        listed = feeds_listed_in(file)
    except UnreadableArticleError as error:
        raise click.ClickException(str(error)) from error
    with library_of(context, begin=True) as library:
        click.echo(keep_feeds(library, listed, allow_private=allow_private).as_text())


@command.command("export")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.pass_context
def export(context: click.Context, file: Path | None) -> None:
    """Write the feeds as an OPML list to FILE, or print it."""
    from newsdiff.cli.output import hand_out
    from newsdiff.incoming.feeds import Listed, write_opml

    with library_of(context) as library:
        feeds = library.feeds.all()
    hand_out(write_opml(tuple(Listed(feed.url, feed.title) for feed in feeds)) + b"\n", file)


def _line(feed: StoredFeed) -> str:
    title = f" ({feed.title})" if feed.title and feed.title != feed.shown else ""
    state = f"asked {feed.asked:%Y-%m-%d %H:%M} UTC" if feed.asked else "not asked yet"
    if feed.error:
        state += f", failed {feed.failures} time{'s' * (feed.failures > 1)}: {feed.error}"
    due = f", not before {feed.due:%Y-%m-%d %H:%M} UTC" if feed.due else ""
    return f"{one_line(feed.shown + title)}  {one_line(state + due)}"


def _as_json(feed: StoredFeed) -> dict[str, object]:
    return {
        "url": feed.shown,
        "title": feed.title,
        "allow_private": feed.allow_private,
        "asked": feed.asked.isoformat() if feed.asked else None,
        "due": feed.due.isoformat() if feed.due else None,
        "error": feed.error or None,
        "failures": feed.failures,
    }
