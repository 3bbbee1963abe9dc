"""Opening an event of the library from any list of events."""

from __future__ import annotations

from typing import Final

from newsdiff.library import LibraryError, StoredEvent
from tui.newsdiff_screen import NewsdiffScreen
from tui.open_event import OpenedEvent

READ_ALONE: Final = ("title", "heading", "paragraph")
"""Blocks of an article that stands alone in its event which are shown."""
ALONE: Final = "Only one article so far: there is none yet to compare it with."


def open_stored_event(screen: NewsdiffScreen[None], event: str) -> None:
    """Open an event in the reader; of one with a single article show the text."""
    library = screen.newsdiff.library
    try:
        stored = library.events.get(event)
        if len(stored.outlets) == 1:
            read_alone(screen, stored)
            return
        opened = OpenedEvent.from_library(library, event)
        opened.saved = None
    except LibraryError as error:
        screen.newsdiff.show_error(error)
        return
    screen.newsdiff.open_event(opened)


def read_alone(screen: NewsdiffScreen[None], event: StoredEvent) -> None:
    """Show the text of the only article of an event."""
    from tui.dialogs.words import TextDialog

    (article,) = screen.newsdiff.library.events.articles(event.id)
    paragraphs = [article.slice(block) for block in article.blocks if block.role in READ_ALONE]
    screen.app.push_screen(TextDialog(f"{article.label} · {ALONE}", "\n\n".join(paragraphs)))
