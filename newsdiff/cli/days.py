"""Days on the command line."""

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
