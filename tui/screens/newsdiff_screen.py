"""A screen that knows the application it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.open_screen import OpenScreen

if TYPE_CHECKING:
    from tui.app import NewsdiffApp


class NewsdiffScreen(OpenScreen[None]):
    """What the parts of the library screen, and the list of feeds, have in common."""

    @property
    def newsdiff(self) -> NewsdiffApp:
        """The application, by its own type."""
        from tui.app import NewsdiffApp

        assert isinstance(self.app, NewsdiffApp)
        return self.app
