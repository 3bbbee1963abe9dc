"""The text that a program has drawn on a terminal, read from what it writes.

pyte draws it, but reads one character at a time and remembers a style for every cell. No test asks for
styles, and most of what an app writes are styles: they are taken out before, in one go.
"""

from __future__ import annotations

import re

import pyte
from pyte.modes import IRM
from pyte.screens import Char
from wcwidth import wcwidth

_STYLES = re.compile(r"\x1b\[[\d;]*m")
_UNFINISHED = re.compile(r"\x1b(?:\[[\d;]*)?\Z")


class TextScreen(pyte.Screen):
    """A terminal of which the text counts."""

    def __init__(self, columns: int, lines: int) -> None:
        self._narrow: dict[str, Char | None] = {}
        super().__init__(columns, lines)
        self._shown = [""] * lines

    @property
    def text(self) -> str:
        """What stands on the screen, without the blanks at the ends of lines."""
        while self.dirty:
            y = self.dirty.pop()
            if y < self.lines:
                line = self.buffer[y]
                self._shown[y] = "".join([line[x].data for x in range(self.columns)]).rstrip()
        return "\n".join(self._shown)

    def draw(self, data: str) -> None:
        """Draw at the cursor: at once where every character is one cell wide and all fit into the line."""
        x, cells = self.cursor.x, [self._cell(char) for char in data]
        if x + len(data) > self.columns or None in cells or IRM in self.mode:
            super().draw(data)
            return
        self.buffer[self.cursor.y].update(zip(range(x, x + len(data)), cells, strict=True))
        self.cursor.x = x + len(data)
        self.dirty.add(self.cursor.y)

    def _cell(self, char: str) -> Char | None:
        """A cell with that character, None where it takes no cell or two."""
        if char not in self._narrow:
            self._narrow[char] = self.default_char._replace(data=char) if wcwidth(char) == 1 else None
        return self._narrow[char]


class TextStream(pyte.ByteStream):
    """Draws on a `TextScreen` what a program writes, in pieces of any length."""

    _kept = ""
    """The start of a sequence whose end has not come yet."""

    def feed(self, data: bytes) -> None:
        """Draw what was written."""
        text = self._kept + self.utf8_decoder.decode(data)
        unfinished = _UNFINISHED.search(text)
        self._kept = unfinished[0] if unfinished else ""
        pyte.Stream.feed(self, _STYLES.sub("", text[: unfinished.start()] if unfinished else text))
