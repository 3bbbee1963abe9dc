"""Screens whose actions are brought by controllers, each with one responsibility."""

from __future__ import annotations

from typing import Final

from textual.screen import ScreenResultType

from tui.newsdiff_screen import NewsdiffScreen

ACTION: Final = "action_"


class ControlledScreen(NewsdiffScreen[ScreenResultType]):
    """A screen that hands its actions to controllers: their methods ``action_*`` become its own."""

    def add_controllers(self, *controllers: object) -> None:
        """Make the actions of these controllers actions of the screen.

        Raises ValueError where one of the same name is there already.
        """
        for controller in controllers:
            for name in (one for one in dir(controller) if one.startswith(ACTION)):
                if hasattr(self, name):
                    raise ValueError(f"{name} of {type(controller).__name__} exists already")
                setattr(self, name, getattr(controller, name))
