"""Values on the command line: days, countries and regions."""

from __future__ import annotations

import re
from datetime import date, timedelta

import click

_BACK = re.compile(r"(\d{1,4})\s*(d|days?|w|weeks?)")


class Day(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click only
    """``2026-11-01``, ``today``, ``yesterday``, ``7d`` (seven days ago), ``2w``."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day. A usage error lists the accepted forms."""
        if isinstance(value, date):
            return value
        found = day_named(str(value), date.today())
        if found is None:
            self.fail(
                f"{str(value)!r} is not a date: write 2026-11-01, today, yesterday, 7d or 2w", param, ctx
            )
        return found


def day_named(words: str, today: date) -> date | None:
    """The day that the words mean; None if they are not a date."""
    words = words.strip().lower()
    if words in ("today", "yesterday"):
        return today - timedelta(days=words == "yesterday")
    if back := _BACK.fullmatch(words):
        days = int(back[1]) * (7 if back[2].startswith("w") else 1)
        return today - timedelta(days=days)
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


class CountryCode(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click only
    """``IE``, ``ie``, ``Ireland``: becomes the code."""

    name = "country"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code. A usage error names the remedy."""
        from newsdiff.outlets.countries import country_called

        found = country_called(str(value))
        if found is None:
            self.fail(
                f"{str(value)!r} is not a country: write its code, such as IE, or its English name",
                param,
                ctx,
            )
        return found.code


class Region(click.ParamType):  # type: ignore[type-arg]
    """``Europe``, ``middle-east``: becomes the name of the region."""

    name = "region"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name. A usage error lists the regions."""
        from newsdiff.outlets.countries import REGIONS, region_called

        found = region_called(str(value))
        if found is None:
            self.fail(f"{str(value)!r} is not a region: choose one of {', '.join(REGIONS)}", param, ctx)
        return found


country_option = click.option(
    "--country",
    "countries",
    type=CountryCode(),
    multiple=True,
    metavar="COUNTRY",
    help="Only outlets based in this country (IE, Ireland); may be given several times.",
)
region_option = click.option(
    "--region", "regions", type=Region(), multiple=True, help="Only outlets of this part of the world."
)


def codes_of(countries: tuple[str, ...], regions: tuple[str, ...]) -> frozenset[str] | None:
    """The codes that both options name together; None where neither is given."""
    if not countries and not regions:
        return None
    from newsdiff.outlets.countries import countries as every

    return frozenset(countries) | {one.code for one in every().values() if one.region in regions}
