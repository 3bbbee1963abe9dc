"""``newsdiff list``: the events of the library, found by words, day, outlet, country and language."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from newsdiff.cli.library_access import library_of
from newsdiff.cli.values import Day, codes_of, country_option, region_option

if TYPE_CHECKING:
    from newsdiff.library import StoredEvent
    from newsdiff.library.records import SortOrder


@click.command(
    "list",
    epilog="""\b
Examples:
  newsdiff list
  newsdiff list zelenski moscow --sort outlets
  newsdiff list --since 2026-11-01 --outlet "sky" --json
  newsdiff list --country IE --language en --since 3d
  newsdiff list --region europe
""",
)
@click.argument("query", nargs=-1)
@click.option(
    "--since",
    type=Day(),
    help="Only events with an article of this day (2026-11-01, yesterday, 7d) or later.",
)
@click.option("--outlet", metavar="NAME", help="Only events with an article of this outlet.")
@country_option
@region_option
@click.option("--language", metavar="CODE", help="Only events with an article in this language (en, fr).")
@click.option(
    "--sort",
    "order",
    type=click.Choice(["changed", "date", "outlets", "differences"]),
    default="changed",
    show_default=True,
    help="Sort order: last changed, newest, most outlets, most differences.",
)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="Events to show.")
@click.option("--offset", type=click.IntRange(0), default=0, help="Events to skip.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def command(
    context: click.Context,
    query: tuple[str, ...],
    since: date | None,
    outlet: str | None,
    countries: tuple[str, ...],
    regions: tuple[str, ...],
    language: str | None,
    order: SortOrder,
    limit: int,
    offset: int,
    as_json: bool,
) -> None:
    """List the events of the library: all, or those with articles that hold every word of QUERY.

    Titles and texts are searched without regard to accents and dots: "zelenski" finds "Zełenski", "US"
    finds "U.S.".
    """
    with library_of(context) as library:
        found = library.events.page(
            " ".join(query),
            since=since,
            outlet=outlet,
            countries=codes_of(countries, regions),
            language=language.lower() if language else None,
            order=order,
            limit=limit,
            offset=offset,
        )
    if as_json:
        click.echo(json.dumps([_as_json(event) for event in found], indent=2))
    elif not found:
        click.echo(
            "No events."
            if not (query or since or outlet or countries or regions or language)
            else "No event matches."
        )
    for event in () if as_json else found:
        click.echo(_line(event))


def _line(event: StoredEvent) -> str:
    from newsdiff.counting import number_of, outlets_and_articles
    from newsdiff.sanitize import one_line

    counts = outlets_and_articles(event.outlets, event.countries)
    if event.independent is not None and event.independent < len(event.outlets):
        counts += f", {number_of(event.independent, 'independent text')}"
    if event.differences is not None:
        counts += f", {event.differences} worth a look"
    if event.pinned:
        counts += ", pinned"
    day = event.last_published.isoformat() if event.last_published else "no date   "
    return f"{event.id}  {day}  {one_line(event.title or 'untitled')}  ({counts})"


def _as_json(event: StoredEvent) -> dict[str, object]:
    first, last = event.first_published, event.last_published
    return {
        "id": event.id,
        "title": event.title,
        "first_published": first.isoformat() if first else None,
        "last_published": last.isoformat() if last else None,
        "outlets": list(event.outlets),
        "countries": sorted({code for code in event.countries if code}),
        "independent_texts": event.independent,
        "differences": event.differences,
        "notes": event.notes,
        "pinned": event.pinned,
        "updated": event.updated.isoformat(),
    }
