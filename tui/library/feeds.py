"""The feeds: when each was asked, what went wrong, when it may be asked again."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual import getters
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Footer, Static
from textual.widgets.option_list import Option

from newsdiff.calendar.display import local_time
from newsdiff.library import Library, LibraryError, StoredFeed
from newsdiff.sanitize import one_line
from tui.bringing import Run, refusal_of_sources
from tui.dialogs.choose import TickDialog
from tui.dialogs.line import LineDialog
from tui.keys.key import Place
from tui.keys.keymap import bindings, in_words
from tui.library.feed_updates import FeedUpdates
from tui.newsdiff_screen import ControlledScreen
from tui.parts.plain_list import FAINT, PlainList
from tui.parts.title_line import TitleLine
from tui.starting import country_choices, keep_starter_feeds
from tui.wording import count, dotted

EMPTY: Final = (
    "No feeds yet.\n\n"
    "{add} adds the address of one (RSS, Atom, JSON) or an OPML list.\n"
    "{starter} adds those of the outlets of countries that you choose.\n"
    "{update} asks them all for what is new.\n"
    "Nothing is fetched before you ask."
)


class FeedsScreen(ControlledScreen[None]):
    """List, add, remove and ask feeds."""

    PLACE: ClassVar[Place] = "feeds"
    BINDINGS = bindings("feeds")
    AUTO_FOCUS = "#feeds"

    list_ = getters.query_one("#feeds", PlainList)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.add_controllers(FeedUpdates(self, library))
        self._feeds: tuple[StoredFeed, ...] = ()

    def compose(self) -> ComposeResult:
        """The list, or a word when there is nothing."""
        yield TitleLine()
        yield PlainList(id="feeds")
        yield Static(id="empty", markup=False, classes="-hidden")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Read the feeds."""
        self.query_one(TitleLine).where = "library › feeds"
        keys = {name: in_words(self.app, f"feeds.{name}") for name in ("add", "starter", "update")}
        self.query_one("#empty", Static).update(Content(EMPTY.format(**keys)))
        self._load()

    def _load(self) -> None:
        self._feeds = self.library.feeds.all()
        self.list_.fill([Option(prompt(feed), id=feed.url) for feed in self._feeds])
        self.query_one("#empty").set_class(bool(self._feeds), "-hidden")
        self.list_.set_class(not self._feeds, "-hidden")
        failing = sum(bool(feed.error) for feed in self._feeds)
        self.query_one(TitleLine).facts = dotted(
            count(len(self._feeds), "feed"), f"{failing} failing" if failing else ""
        )

    @property
    def current(self) -> StoredFeed | None:
        """The feed under the cursor."""
        place = self.list_.highlighted
        return self._feeds[place] if place is not None and place < len(self._feeds) else None

    def arrived(self, _run: Run) -> None:
        """The feeds were asked."""
        self._load()

    def action_add(self) -> None:
        """Ask for a feed or a list of feeds, and keep it."""
        self.app.push_screen(
            LineDialog(
                "Add a feed",
                "",
                self._keep,
                about="Its address" + (":" if self.newsdiff.served else ", or an OPML file of feeds:"),
            ),
            lambda line: self._load() if line else None,
        )

    def action_starter(self) -> None:
        """Choose countries, and keep the feeds of their outlets."""
        self.app.push_screen(TickDialog("Feeds of countries", country_choices(), frozenset()), self._begin)

    def _begin(self, codes: frozenset[str] | None) -> None:
        if codes:
            keep_starter_feeds(self.newsdiff, codes)
            self._load()

    def _keep(self, line: str) -> None:
        from newsdiff.fetching.errors import FetchError
        from newsdiff.fetching.urls import is_web_url
        from newsdiff.incoming.subscriptions import feed_at, feeds_listed_in, keep_feeds
        from newsdiff.readers.errors import UnreadableArticleError

        if self.newsdiff.served and (refusal := refusal_of_sources((line,))):
            raise ValueError(refusal)
        try:
            feeds = [feed_at(line)] if is_web_url(line) else feeds_listed_in(Path(os.path.expanduser(line)))
            kept = keep_feeds(self.library, feeds)
        except (FetchError, UnreadableArticleError, LibraryError) as error:
            raise ValueError(str(error)) from error
        key = in_words(self.app, "feeds.update")
        self.newsdiff.show_message(f"{kept.as_text()}. {key} fetches what is new.")

    def action_remove(self) -> None:
        """Forget the feed under the cursor; its articles stay."""
        feed = self.current
        if feed is None:
            return
        if self.attempt(lambda: self.library.feeds.remove(feed.url)):
            again = partial(
                self.library.feeds.add, feed.url, title=feed.title, allow_private=feed.allow_private
            )
            self.undo_stack.add(feed.shown, again)
            self.newsdiff.show_message(
                f"Removed {feed.shown}. {in_words(self.app, 'feeds.undo')} brings it back."
            )
        self._load()

    def action_undo(self) -> None:
        """Take back the last removal."""
        self.undo_last()
        self._load()

    def action_cursor(self, lines: int) -> None:
        """Lines up or down."""
        self.list_.move(lines)


def prompt(feed: StoredFeed) -> Content:
    """Name and address of a feed, and how it went."""
    title = feed.title if feed.title and feed.title != feed.shown else ""
    head = Content.assemble(
        (one_line(title or feed.shown), "bold"), (f"  {one_line(feed.shown)}" if title else "", FAINT)
    )
    asked = f"asked {local_time(feed.asked)}" if feed.asked else "not asked yet"
    due = f"next not before {local_time(feed.due)}" if feed.due else ""
    lines = [head, Content.styled("  " + dotted(asked, due), FAINT)]
    if feed.error:
        failures = count(feed.failures, "time")
        lines.append(Content.styled(f"  ! failed {failures}: {one_line(feed.error)}", "$text-warning"))
    return Content("\n").join(lines)
