"""``newsdiff update``: what is new in the feeds."""

from __future__ import annotations

from datetime import date

import click

from newsdiff.cli.commands.incoming.add import print_summary
from newsdiff.cli.library_access import library_of
from newsdiff.cli.progress import progress_bar
from newsdiff.cli.values import Day


@click.command(
    "update",
    epilog="""\b
Examples:
  newsdiff update
  newsdiff update --since 2026-11-01
  newsdiff update --recheck 3
""",
)
@click.option(
    "--since", type=Day(), help="Only what was published on this day (2026-11-01, yesterday, 7d) or later."
)
@click.option(
    "--recheck",
    type=click.IntRange(1, 60),
    metavar="DAYS",
    help="Also fetch pages of events from the last DAYS days again; changed texts become newer versions.",
)
@click.option("--now", is_flag=True, help="Ask all feeds, including those not due yet.")
@click.option(
    "--allow-private", is_flag=True, help="Allow feeds on hosts of this computer and its network, this time."
)
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.pass_context
def command(
    context: click.Context,
    since: date | None,
    recheck: int | None,
    now: bool,
    allow_private: bool,
    as_json: bool,
) -> int:
    """Ask the feeds of “newsdiff feeds” for new articles and group them into events.

    A feed is left alone for as long as its server asks for, and after a failure for five minutes, then twice
    as long each time. One that fails does not stop the others. With --recheck pages are asked again after a
    sixth of their age, half an hour at least and two days at most; newsdiff history shows what has changed.

    The exit code is 0 when at least one feed answered or none was due; 1 when all that were asked failed;
    130 when it was cancelled (what was added before stays).
    """
    from newsdiff.fetching.fetcher import Fetcher
    from newsdiff.incoming.ingest import joined
    from newsdiff.incoming.rechecking import recheck_pages
    from newsdiff.incoming.updating import turns_of, update_feeds
    from newsdiff.incoming.web import Access

    with library_of(context) as library:
        if not library.feeds.all() and recheck is None:
            raise click.ClickException("there are no feeds yet: add some with newsdiff feeds add URL")
        with progress_bar(shown=not as_json) as show:
            access = Access(Fetcher(elsewhere=turns_of(library)), allow_private)
            update = update_feeds(library, access, since=since, early=now, progress=show)
            summary = update.summary
            again = None
            if recheck is not None and not summary.cancelled and not summary.trouble:
                again = recheck_pages(library, access, recheck, progress=show)
                summary = joined(summary, again.summary)
    if not as_json:
        click.echo(update.as_text() + (" (--now asks them too)" if update.waiting else ""))
    if again is not None and not as_json:
        click.echo(again.as_text())
    counts = {name: getattr(update, name) for name in ("asked", "unchanged", "failed", "waiting")}
    pages = again.counts() if again is not None else None
    print_summary(summary, as_json=as_json, feeds=counts, pages=pages)
    if summary.trouble:
        raise click.ClickException(summary.trouble)
    if summary.cancelled:
        return 130
    return 1 if update.asked and update.failed == update.asked else 0
