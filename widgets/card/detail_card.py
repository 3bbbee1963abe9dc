"""The card of one detail: who says what, word for word, and why newsdiff marks it."""

from __future__ import annotations

from textual.content import Content

from newsdiff.model import Comparison, Detail
from widgets.card.card_view import CardView
from widgets.card.detail_text import card_items, card_plain_text, card_title
from widgets.reading.messages import PlaceRequested

KEYS_SHOWN = (
    "↑ ↓ choose · [@click=go]⏎ go there[/] · "
    "[@click=screen.copy]y copy[/] · [@click=screen.close]esc close[/]"
)
"""The line at the foot of the card: what the keys do, and a click on their words."""


class DetailCard(CardView):
    """Shows one detail; going to a mention posts `PlaceRequested`."""

    _comparison: Comparison | None = None
    _detail: Detail | None = None

    def show(self, comparison: Comparison, detail: Detail) -> None:
        """Show another detail."""
        self._comparison, self._detail = comparison, detail
        self.border_title = Content(card_title(detail))
        self.border_subtitle = Content.from_markup(KEYS_SHOWN)
        self.show_items(card_items(comparison, detail))

    @property
    def plain_text(self) -> str:
        """The card as text with a citation per mention, for copying; empty without a detail."""
        if self._comparison is None or self._detail is None:
            return ""
        return card_plain_text(self._comparison, self._detail)

    def action_go(self) -> None:
        """Go to the chosen mention."""
        if self.target is not None and self._detail is not None:
            self.post_message(PlaceRequested(self.target.article, self.target.offset, self._detail.id))
