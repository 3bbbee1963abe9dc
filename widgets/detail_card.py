"""The card of one detail: who says what, word for word, and why newsdiff marks it."""

from __future__ import annotations

from textual.scroll_view import ScrollView

from newsdiff.model import Comparison, Detail


class DetailCard(ScrollView, can_focus=True):
    """Shows one detail; `up`/`down` choose a mention, `enter` posts `PlaceRequested` for it."""

    def show(self, comparison: Comparison, detail: Detail) -> None:
        """Show another detail."""

    @property
    def plain_text(self) -> str:
        """The card as text with a citation per mention, for copying."""
        return ""
