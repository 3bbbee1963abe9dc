"""Choosing the days, and one of the countries whose outlets report something or any that newsdiff knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newsdiff.library import LibraryError
from newsdiff.outlets.countries import countries
from newsdiff.world.counts import WorldNews
from newsdiff.world.periods import PERIODS
from tui.dialogs.choose import Choosable, ChooseDialog
from tui.newsdiff_screen import NewsdiffScreen
from tui.wording import count, dotted


def choose_country(screen: NewsdiffScreen[Any], then: Callable[[str], None], *, every: bool = False) -> None:
    """Ask for a country, those whose outlets report most events first; `then` gets its code.

    With `every` the countries of which there is no article yet follow, by name.
    """
    try:
        news = WorldNews(screen.newsdiff.library.world.reports())
    except LibraryError as error:
        screen.newsdiff.show_error(error)
        return
    known = countries()
    choices = [
        Choosable(
            one.code, known[one.code].name, dotted(count(one.events, "event"), count(one.outlets, "outlet"))
        )
        for one in news.most_first()
        if one.code in known
    ]
    if every:
        listed = {one.id for one in choices}
        rest = sorted((country.name, code) for code, country in known.items() if code not in listed)
        choices += [Choosable(code, name, "no articles yet") for name, code in rest]
    if not choices:
        screen.newsdiff.show_message("No article comes from an outlet whose country is known.")
        return
    screen.app.push_screen(ChooseDialog("Country", choices), lambda code: then(code) if code else None)


def period_beside(screen: NewsdiffScreen[Any], period: int, step: int) -> int:
    """The number of the period with more days than one, or fewer; says so where there is none."""
    found = min(max(period + step, 0), len(PERIODS) - 1)
    if found == period:
        screen.newsdiff.show_message("All days are shown." if step > 0 else "Only one day is shown.")
    return found
