"""What the library screen shows of the world: its map, blind spots, the events of one country."""

from __future__ import annotations

from newsdiff.library.narrowing import narrowed
from tui.library.controller import Controller


class WorldNews(Controller):
    """Opens the screens of the world, and narrows the list to a country."""

    def action_world(self) -> None:
        """The world's news by country."""
        from tui.world.screen import WorldScreen

        self.events.app.push_screen(WorldScreen(self.library))

    def action_blind_spots(self) -> None:
        """What outlets abroad report and none at home."""
        from tui.world.blind_spots import BlindSpotsScreen

        self.events.app.push_screen(BlindSpotsScreen(self.library))

    def action_countries(self) -> None:
        """Show only the events that outlets of one country report."""
        from tui.world.choosing import choose_country

        choose_country(self.events, self._narrow_to)

    def _narrow_to(self, code: str) -> None:
        line = self.events.filter_line
        line.open()
        line.value = " ".join(
            part for part in (narrowed(line.value).words, f"country:{code.lower()}") if part
        )
        self.events.events_list.focus()
