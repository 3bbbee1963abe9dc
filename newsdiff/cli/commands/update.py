"""``newsdiff update``: what is new in the feeds."""

from __future__ import annotations

from datetime import date

import click

from newsdiff.cli.commands.add import print_summary
from newsdiff.cli.days import Day
from newsdiff.cli.library_access import library_of
from newsdiff.cli.progress import Bar


@click.command(
    "update",
    epilog="""\b
Examples:
  newsdiff update
  newsdiff update --since 2026-11-01
""",
)
@click.option(
    "--since", type=Day(), help="Only what was published on this day (2026-11-01, yesterday, 7d) or later."
)
@click.option("--now", is_flag=True, help="Ask all feeds, also those not due yet.")
@click.option(
    "--allow-private", is_flag=True, help="Allow feeds on hosts of this computer and its network, this time."
)
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.pass_context
def command(context: click.Context, since: date | None, now: bool, allow_private: bool, as_json: bool) -> int:
    """Ask the feeds of “newsdiff feeds” for new articles and group them into events.

    A feed is left alone for as long as its server asks for, and after a failure for five minutes, then twice
    as long each time. One that fails does not stop the others.

    The exit code is 0 when at least one feed answered or none was due; 1 when all that were asked failed;
    130 when it was cancelled (what was added before stays).
    """
    from newsdiff.fetching import Fetcher
    from newsdiff.incoming.updating import turns_of, update_feeds
    from newsdiff.incoming.web import Access

    with library_of(context) as library:
        if not library.feeds.all():
            raise click.ClickException("there are no feeds yet: add some with newsdiff feeds add URL")
        with Bar(shown=not as_json) as bar:
            access = Access(Fetcher(elsewhere=turns_of(library)), allow_private)
            update = update_feeds(library, access, since=since, early=now, progress=bar.show)
    if not as_json:
        click.echo(update.as_text() + (" (--now asks them too)" if update.waiting else ""))
    counts = {name: getattr(update, name) for name in ("asked", "unchanged", "failed", "waiting")}
    print_summary(update.summary, as_json=as_json, feeds=counts)
    if update.summary.trouble:
        raise click.ClickException(update.summary.trouble)
    if update.summary.cancelled:
        return 130
    return 1 if update.asked and update.failed == update.asked else 0
