"""The line at the top of every screen: where one is, and what one looks at."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from newsdiff.sanitize import one_line


class TitleLine(Widget):
    """``newsdiff › event · 5 outlets`` on the left, short facts on the right; the left one gives way."""

    DEFAULT_CSS = """
    TitleLine { height: 1; padding: 0 1; background: $panel; color: $foreground; text-wrap: nowrap; }
    """

    where: reactive[str] = reactive("")
    facts: reactive[str] = reactive("")

    def render(self) -> Content:
        """The line, filled to the width."""
        width = self.content_size.width
        facts = Content(one_line(self.facts)).stylize("$foreground 70%")
        name = Content.assemble(
            ("newsdiff", "bold $primary"), (" › ", "$foreground 50%"), one_line(self.where)
        )
        room = width - facts.cell_length - 2
        if room < 24:
            return name.truncate(width, ellipsis=True)
        return name.truncate(room, ellipsis=True, pad=True) + Content("  ") + facts
