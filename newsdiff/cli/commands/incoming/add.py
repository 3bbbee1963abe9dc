"""``newsdiff add``: articles from files, folders, standard input, addresses and feeds into the library."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from newsdiff.cli.library_access import library_of
from newsdiff.cli.progress import progress_bar
from newsdiff.sanitize import one_line

if TYPE_CHECKING:
    from newsdiff.incoming.ingest import Summary

MOST_PRINTED = 20
"""Reasons for skipping that are printed one by one; --json prints all."""


@click.command("add")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--event", metavar="NAME", help="Add all of these to this event, whatever grouping says.")
@click.option("--outlet", metavar="NAME", help="The outlet that published them.")
@click.option("--dry-run", is_flag=True, help="Read and report; store nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.option(
    "--ignore-robots", is_flag=True, help="Fetch this one address even if its robots.txt forbids it."
)
@click.option("--allow-private", is_flag=True, help="Allow addresses of this computer and its network.")
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    event: str | None,
    outlet: str | None,
    dry_run: bool,
    as_json: bool,
    ignore_robots: bool,
    allow_private: bool,
) -> int:
    """Bring articles in and group them into events.

    SOURCE is a text, Markdown, HTML, MHTML, JSON or JSON Lines file, a folder, a glob, - for standard input,
    an http(s) address of an article or a feed, or an OPML file of feeds. The network is reached only for
    addresses and feeds.

    The exit code is 0 when at least one source was read, also if others were skipped; 1 when none was;
    2 for wrong usage; 130 when it was cancelled (what was added before stays).
    """
    from newsdiff.fetching.fetcher import Fetcher
    from newsdiff.fetching.urls import is_web_url
    from newsdiff.incoming.ingest import ingest
    from newsdiff.incoming.sources import arrivals_from, places_of
    from newsdiff.incoming.web import Access

    if ignore_robots and (len(sources) != 1 or not is_web_url(sources[0])):
        raise click.UsageError("--ignore-robots works with a single address only")
    access = Access(Fetcher(), allow_private, ignore_robots)
    opened = nullcontext(None) if dry_run else library_of(context, begin=True)
    with opened as library, progress_bar(shown=not as_json) as show:
        if library is not None and event is None and outlet is None:
            access = access.remembering(library)
        arrivals = arrivals_from(places_of(sources), access)
        summary = ingest(arrivals, library, event=event, outlet=outlet, progress=show)
    print_summary(summary, as_json=as_json)
    if summary.trouble:
        raise click.ClickException(summary.trouble)
    if summary.cancelled:
        return 130
    return 0 if any(outcome.state != "skipped" for outcome in summary.outcomes) else 1


def print_summary(
    summary: Summary,
    *,
    as_json: bool,
    feeds: Mapping[str, int] | None = None,
    pages: Mapping[str, int] | None = None,
) -> None:
    """The summary on stdout, in JSON with the counts of `feeds` and of `pages` that were asked again; why
    sources were skipped on stderr."""
    if as_json:
        from newsdiff.incoming.ingest import STATES

        counts = {state.replace(" ", "_"): summary.count(state) for state in STATES}
        data = {
            **counts,
            **({"feeds": dict(feeds)} if feeds is not None else {}),
            **({"pages": dict(pages)} if pages is not None else {}),
            "cancelled": summary.cancelled,
            "sources": [asdict(one) for one in summary.outcomes],
        }
        click.echo(json.dumps(data, ensure_ascii=True, indent=2))
        return
    skipped = [outcome for outcome in summary.outcomes if outcome.state == "skipped"]
    lacking = [one for one in summary.outcomes if one.event and one.reason and one.state != "skipped"]
    for outcome in (*skipped[:MOST_PRINTED], *lacking[:MOST_PRINTED]):
        line = f"{outcome.source}: {outcome.state}: {outcome.reason}"
        click.echo(f"newsdiff: {one_line(line)}", err=True)
    if len(skipped) > MOST_PRINTED:
        click.echo(f"newsdiff: {len(skipped) - MOST_PRINTED:,} more were skipped: --json lists all", err=True)
    if len(lacking) > MOST_PRINTED:
        click.echo(
            f"newsdiff: {len(lacking) - MOST_PRINTED:,} more lack something: --json lists all", err=True
        )
    click.echo(summary.as_text_with_events())
