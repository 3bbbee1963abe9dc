"""What screens need of the application, so that they need not know the application itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from newsdiff.library import Library, LibraryError
    from newsdiff.library.opinions_at_hand import OpinionsAtHand
    from newsdiff.library.second_opinions import SecondOpinions
    from newsdiff.library.translating import Translating
    from newsdiff.settings.model import Settings
    from tui.bringing import Run
    from tui.keys.in_order import KeysInOrder
    from tui.open_event import OpenedEvent


class Shell(Protocol):
    """The application as its screens see it."""

    library: Library
    settings: Settings | None
    keys: KeysInOrder
    served: bool
    """Whether it is shown in the browser of a visitor."""
    job: Run | None
    """The run that imports articles, or the last one; None before the first."""

    @property
    def translating(self) -> Translating | None:
        """The translate command of the settings; None where none is configured."""

    @property
    def second_opinions(self) -> SecondOpinions | None:
        """The program of the settings that is asked for a second opinion; None where none is named."""

    @property
    def opinions_at_hand(self) -> OpinionsAtHand | None:
        """The second opinions that the library holds; None where the template cannot be read."""

    def show_message(self, message: str) -> None:
        """Show a short message; never parsed as markup."""

    def show_error(self, error: object, *, title: str = "") -> None:
        """Show what did not work and what to do about it."""

    def library_fails(self, error: LibraryError) -> None:
        """The library did not answer: say so once, until it does again."""

    def library_answers(self) -> None:
        """It answers; say so where it did not before."""

    def open_event(self, opened: OpenedEvent) -> None:
        """Show an opened event in the reader."""

    def leave_reader(self) -> None:
        """Go back from the reader to the library."""

    def keep_where(self, event: str) -> None:
        """Remember that an event is being read; an empty id stands for the library."""

    def start_job(self, run: Run) -> None:
        """Start a run that imports articles, and show its progress."""

    def show_job(self, run: Run) -> None:
        """Show the progress of a run, or its result."""
