"""``newsdiff blindspots``: what outlets of other countries report and none at home does."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from newsdiff.cli.library_access import library_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsdiff.world.blind_spots import Basis, BlindSpot, BlindSpots


@click.command(
    "blindspots",
    epilog="""\b
Examples:
  newsdiff blindspots --home IE
  newsdiff blindspots --home US --home CA --days 3 --countries 5
  newsdiff blindspots --json
""",
)
@click.option(
    "--home",
    "names",
    multiple=True,
    metavar="PLACE",
    help="A country (IE) or an outlet (its name or domain); may be given several times. Without it: home of"
    " the settings.",
)
@click.option("--days", type=click.IntRange(1), default=7, show_default=True, help="Days to look at.")
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The last of these days (such as 2026-11-01); today by default.",
)
@click.option(
    "--countries",
    "least",
    type=click.IntRange(1),
    default=3,
    show_default=True,
    help="Other countries whose outlets must report it, in texts of their own.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def command(
    context: click.Context, names: tuple[str, ...], days: int, until: date | None, least: int, as_json: bool
) -> None:
    """List the events that outlets of several other countries report and none at home does; then those that
    are reported at home only.

    A judgement rests on at least three outlets and ten articles at home, and for each event on so many that
    were published on its days in a language in which it is reported; else nothing is said.
    """
    from newsdiff.world.blind_spots import blind_spots
    from newsdiff.world.home import NoSuchHomeError, home_of

    home_names = names or _home_of_settings(context)
    last = until if until is None else date(until.year, until.month, until.day)
    since = (last or date.today()) - timedelta(days=days - 1)
    with library_of(context) as library:
        reports = library.world.reports(until=last)
        try:
            home = home_of(home_names, [one.outlet for one in reports])
        except NoSuchHomeError as error:
            raise click.UsageError(str(error)) from error
        found = blind_spots(reports, home, library.world.first_printed, since=since, least_countries=least)
        spots = (*found.not_at_home, *found.only_at_home)
        titles = library.events.titles([one.event for one in spots])
    if as_json:
        click.echo(json.dumps(_as_json(found, titles, home.name, since), indent=2, ensure_ascii=False))
        return
    for line in _lines(found, titles, home.name, since, last or date.today()):
        click.echo(line)


def _home_of_settings(context: click.Context) -> tuple[str, ...]:
    from newsdiff.settings import read_settings

    settings = read_settings(context.find_root().ensure_object(dict).get("config"))
    if not settings.home:
        raise click.UsageError('say what is home: --home IE, or home = "IE" in the settings')
    return settings.home


def _lines(
    found: BlindSpots, titles: Mapping[str, str | None], home: str, since: date, last: date
) -> list[str]:
    from newsdiff.counting import number_of
    from newsdiff.sanitize import one_line
    from newsdiff.world.blind_spots import LEAST_ARTICLES, LEAST_OUTLETS

    lines = [
        f"Home: {one_line(home)}. From {since} to {last}: {_basis(found.home)} at home,"
        f" {_basis(found.abroad)} abroad."
    ]
    if not found.home.is_enough:
        return [
            *lines,
            "Too little for a judgement: it needs at least "
            f"{LEAST_OUTLETS} outlets and {LEAST_ARTICLES} articles at home."
            " --days and --until choose other days.",
        ]
    for heading, spots in (
        ("Not reported at home", found.not_at_home),
        ("Reported at home only", found.only_at_home),
    ):
        lines += ["", f"{heading} ({len(spots):,})"]
        for one in spots:
            title = one_line(titles.get(one.event) or "untitled")
            facts = (
                f"{number_of(len(one.countries), 'country')} ({', '.join(one.countries)}),"
                f" {number_of(one.texts, 'independent text')}; judged by {_basis(one.basis)}"
            )
            day = one.latest.isoformat() if one.latest else "no date   "
            lines.append(f"  {one.event}  {day}  {title}  ({facts})")
    if found.not_compared:
        few = "too few outlets at home published on their days in a language in which they are reported"
        lines += ["", f"Not compared: {number_of(found.not_compared, 'event')}; {few}."]
    return lines


def _basis(basis: Basis) -> str:
    from newsdiff.counting import number_of

    return f"{number_of(basis.outlets, 'outlet')} with {number_of(basis.articles, 'article')}"


def _as_json(
    found: BlindSpots, titles: Mapping[str, str | None], home: str, since: date
) -> dict[str, object]:
    def spot(one: BlindSpot) -> dict[str, object]:
        return {
            "event": one.event,
            "title": titles.get(one.event),
            "countries": list(one.countries),
            "outlets": list(one.outlets),
            "independent_texts": one.texts,
            "latest": one.latest.isoformat() if one.latest else None,
            "judged_by": {"outlets": one.basis.outlets, "articles": one.basis.articles},
        }

    return {
        "home": home,
        "since": since.isoformat(),
        "judged_by": {"outlets": found.home.outlets, "articles": found.home.articles},
        "abroad": {"outlets": found.abroad.outlets, "articles": found.abroad.articles},
        "enough": found.home.is_enough,
        "not_at_home": [spot(one) for one in found.not_at_home],
        "only_at_home": [spot(one) for one in found.only_at_home],
        "not_compared": found.not_compared,
    }
