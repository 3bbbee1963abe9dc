"""``newsdiff diff SAVED1 SAVED2``: what changed between two saved comparisons of one event."""

from __future__ import annotations

import click

from newsdiff.cli.library_access import library_of
from newsdiff.cli.output import hand_out
from newsdiff.cli.second_opinion import at_hand


@click.command(
    "diff",
    epilog="""\b
Example:
  newsdiff diff "Talks, morning" "Talks, evening"
""",
)
@click.argument("before", metavar="SAVED1")
@click.argument("after", metavar="SAVED2")
@click.option("--json", "in_json", is_flag=True, help="Print JSON.")
@click.pass_context
def command(context: click.Context, before: str, after: str, in_json: bool) -> None:
    """Print which agreements broke, which differences are new and which are gone.

    Both are names, or starts of ids, of saved comparisons of one event. Each is computed on the very texts it
    was saved with: what an outlet changed in between is what this shows. Second opinions that changed are
    listed, too; nobody is asked.
    """
    with library_of(context) as library:
        old, new = library.saved.find(before), library.saved.find(after)
        if old.event != new.event:
            titles = [library.events.get(one.event).title or "an event without a title" for one in (old, new)]
            raise click.ClickException(
                f"“{old.name}” is on “{titles[0]}”, “{new.name}” on “{titles[1]}”: choose two of one event"
            )
        from newsdiff.exchange.changes import changes_between
        from newsdiff.exchange.changes_printed import as_json, in_words
        from newsdiff.exchange.exports import recalled

        opinions = at_hand(context, library)
        sides = [(one.name, recalled(library, one)) for one in (old, new)]
        if opinions is not None:
            sides = [(name, opinions.on(compared)) for name, compared in sides]
    one, other = sides
    changes = changes_between(one[1], other[1])
    printed = as_json(one, other, changes) if in_json else in_words(one, other, changes)
    hand_out(printed.encode("utf-8", "replace"), None)
