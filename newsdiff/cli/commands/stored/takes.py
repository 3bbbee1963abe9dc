"""``newsdiff takes EVENT``: which articles of an event put the same first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from newsdiff.cli.library_access import event_named, library_of
from newsdiff.cli.translated import in_english
from newsdiff.one_thread import import_numpy

if TYPE_CHECKING:
    from newsdiff.model import Comparison
    from newsdiff.takes.model import Takes


@click.command(
    "takes",
    epilog="""\b
Examples:
  newsdiff takes "Talks in Moscow"
  newsdiff takes 4f1c --json
""",
)
@click.argument("event")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: the “takes” part of a report.")
@click.pass_context
def command(context: click.Context, event: str, as_json: bool) -> None:
    """Show the takes of an event: groups of articles that put the same first, in words of their headlines,
    with what they share and what sets them apart.

    EVENT is the start of its id, its title, or a part of the title that no other has. Takes need four
    articles or more; texts that fall into no groups have none, and copies of one text are never two.
    """
    with library_of(context) as library:
        found = event_named(library, event)
        articles = library.events.articles(found.id)
    import_numpy()
    from newsdiff.pipeline import compare, distinct_ids
    from newsdiff.reports.as_json import escape_unsafe
    from newsdiff.reports.build import takes_part
    from newsdiff.sanitize import one_line
    from newsdiff.takes.build import remembered_takes

    if len(articles) < 2:
        raise click.ClickException("the event has one article: takes need four or more")
    comparison = compare(in_english(context, distinct_ids(articles)), title=found.title)
    if as_json:
        answer = {"event": found.id, "title": found.title, "takes": takes_part(comparison)}
        click.echo(escape_unsafe(json.dumps(answer, ensure_ascii=False, indent=1)))
        return
    click.echo(one_line(f"{found.id}  {found.title or 'untitled'}"))
    for line in _lines(comparison, remembered_takes(comparison)):
        click.echo(one_line(line).rstrip() if not line.startswith(" ") else "    " + one_line(line))


def _lines(comparison: Comparison, takes: Takes) -> Iterator[str]:
    """What is printed; lines below another begin with a blank."""
    from newsdiff.quotation_marks import quoted
    from newsdiff.takes.wording import counted, countries, explained, left_out, now

    if not takes.takes:
        yield f"no takes: {takes.because}"
        return
    for take in takes.takes:
        facts = ", ".join(filter(None, (counted(take), countries(take), now(takes, take))))
        yield f"{quoted(take.label)}: {facts}"
        for line in explained(comparison, take):
            yield f" {line.about}: {line.words}" if line.words else f" {line.about}:"
    for other in takes.others:
        yield left_out(comparison, takes, other)
    yield f"({takes.because})"
