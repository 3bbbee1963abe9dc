"""``newsdiff outlets``: the table of outlets by country, with the reader's own rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from newsdiff.cli.values import codes_of, country_option, region_option

if TYPE_CHECKING:
    from newsdiff.outlets.table import Outlet


@click.command(
    "outlets",
    epilog="""\b
Examples:
  newsdiff outlets --country IE
  newsdiff outlets times --region europe
  newsdiff outlets --country IE --json
""",
)
@click.argument("query", nargs=-1)
@country_option
@region_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    query: tuple[str, ...], countries: tuple[str, ...], regions: tuple[str, ...], as_json: bool
) -> None:
    """List the news outlets that newsdiff knows by address: all, or those with the words of QUERY in name or
    address.

    An article gets outlet, country and language from this table by its address. The country is the seat of
    the outlet. Rows of your own, in outlets.tsv beside the settings, add to it and win: domain, outlet,
    country, language, region, feed, separated by tabs.
    """
    from newsdiff.outlets.table import outlet_table
    from newsdiff.sanitize import one_line

    table = outlet_table()
    for problem in table.problems:
        click.echo(f"newsdiff: {one_line(problem)}", err=True)
    codes = codes_of(countries, regions)
    words = [word.casefold() for word in query]
    found = [
        one
        for one in table
        if (codes is None or one.country in codes)
        and all(word in f"{one.name} {one.key}".casefold() for word in words)
    ]
    found.sort(key=lambda one: (one.country, one.name.casefold(), one.key))
    if as_json:
        click.echo(json.dumps([_as_json(one) for one in found], indent=2, ensure_ascii=False))
    elif not found:
        click.echo("No outlet matches.")
    for one in () if as_json else found:
        click.echo(_line(one))


def _line(outlet: Outlet) -> str:
    from newsdiff.sanitize import one_line

    own = "your own row" if outlet.is_own else ""
    parts = (outlet.country or "--", outlet.name, outlet.language, outlet.key, outlet.feed, own)
    return "  ".join(one_line(part) for part in parts if part)


def _as_json(outlet: Outlet) -> dict[str, object]:
    from newsdiff.outlets.countries import country_of

    country = country_of(outlet.country)
    return {
        "domain": outlet.key,
        "outlet": outlet.name or None,
        "country": outlet.country or None,
        "country_name": country.name if country else None,
        "region": country.region if country else None,
        "language": outlet.language or None,
        "feed": outlet.feed or None,
        "own": outlet.is_own,
    }
