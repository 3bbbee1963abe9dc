"""``newsdiff update``: what is new in the feeds."""

from __future__ import annotations

import click

from newsdiff.cli.add import tell
from newsdiff.cli.library_access import library_of


@click.command("update")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.option("--allow-private", is_flag=True, help="Also reach addresses of this computer and network.")
@click.pass_context
def command(context: click.Context, as_json: bool, allow_private: bool) -> int:
    """Ask the feeds of “newsdiff feeds” for new articles. The exit code is 130 when it was cancelled."""
    from newsdiff.fetching.fetcher import Fetcher, Manners
    from newsdiff.incoming.bringing import bring_in
    from newsdiff.incoming.subscriptions import updates

    with library_of(context) as library:
        summary = bring_in(updates(library, Fetcher(Manners(allow_private=allow_private))), library)
    tell(summary, as_json=as_json)
    return 130 if summary.cancelled else 0
