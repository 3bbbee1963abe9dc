"""Choosing one of the countries whose outlets report something."""

from __future__ import annotations

from collections.abc import Callable

from newsdiff.library import LibraryError
from newsdiff.outlets import countries
from newsdiff.world.counts import WorldNews
from tui.dialogs.choose import Choosable, ChooseDialog
from tui.newsdiff_screen import NewsdiffScreen
from tui.wording import count, dotted


def choose_country(screen: NewsdiffScreen[None], then: Callable[[str], None]) -> None:
    """Ask for a country, those whose outlets report most events first; `then` gets its code."""
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
    if not choices:
        screen.newsdiff.show_message("No article is of an outlet whose country is known.")
        return
    screen.app.push_screen(ChooseDialog("Country", choices), lambda code: then(code) if code else None)
