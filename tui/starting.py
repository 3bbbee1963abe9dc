"""Feeds to begin with, of the outlets of countries that the reader chooses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from newsdiff.library import LibraryError
from tui.dialogs.choose import Choosable
from tui.keys.keymap import in_words
from tui.shell import Shell
from tui.wording import count


def country_choices() -> tuple[Choosable, ...]:
    """Every country of whose outlets a feed is known, by name, with how many there are."""
    from newsdiff.outlets.countries import countries
    from newsdiff.outlets.table import outlet_table

    feeds = Counter(code for code, _ in {(one.country, one.feed) for one in outlet_table() if one.feed})
    known = sorted(countries().values(), key=lambda one: one.name)
    return tuple(
        Choosable(one.code, one.name, f"{one.region} · {count(feeds[one.code], 'feed')}")
        for one in known
        if feeds[one.code]
    )


def keep_starter_feeds(shell: Shell, codes: Collection[str]) -> None:
    """Keep the feeds of the outlets of these countries, and say what came of it."""
    from newsdiff.incoming.subscriptions import keep_feeds, starter_feeds

    found = [starter_feeds(code) for code in sorted(codes)]
    listed = [feed for one in found for feed in one.feeds]
    if not listed:
        shell.show_message(f"{'; '.join(one.as_text() for one in found)}.")
        return
    try:
        kept = keep_feeds(shell.library, listed)
    except LibraryError as error:
        shell.show_error(error)
        return
    key = in_words(shell, "library.update")
    shell.show_message(f"{kept.as_text()}. {key} asks them.")
