"""Texts without invisible letters, and the way back to the offsets of the source.

Soft hyphens, zero-width spaces and joiners, byte-order marks and marks of direction stand inside words of
many pages. Whatever compares words reads the text without them; whatever points into an article uses its own
offsets.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache

_CODES = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e007f"
)


@cache
def _unseen() -> re.Pattern[str]:
    """One or more such letters; with a soft hyphen at the end of a line the break of the word, too."""
    return re.compile(rf"(?:\u00ad[ \t]*\r?\n[ \t]*(?=[^\W\d_A-Z])|[{_CODES}])+")


def holds_unseen(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a text, or a stretch of it, has invisible letters."""
    if text.isascii():
        return False
    if end is not None and not _somewhere(text):
        return False
    return _unseen().search(text, start, len(text) if end is None else end) is not None


@lru_cache(maxsize=64)
def _somewhere(text: str) -> bool:
    """Whether a text has invisible letters; asked again for each of its sentences."""
    return _unseen().search(text) is not None


def without_unseen(text: str) -> str:
    """`text` without them, for what keeps no offsets."""
    return text if text.isascii() else _unseen().sub("", text)


class Seen:
    """A text without invisible letters; `text` is what is left of it."""

    def __init__(self, source: str) -> None:
        """Take them out and keep where they were."""
        kept: list[str] = []
        self._source_starts: list[int] = []
        """Where each stretch that was taken out begins in the source …"""
        self._seen_starts: list[int] = []
        """… and in the text that is left."""
        self._removed: list[int] = [0]
        """How much was taken out before each of them, and in the end."""
        position = length = 0
        for match in _unseen().finditer(source):
            kept.append(source[position : match.start()])
            length += match.start() - position
            self._source_starts.append(match.start())
            self._seen_starts.append(length)
            position = match.end()
            self._removed.append(position - length)
        kept.append(source[position:])
        self.text = "".join(kept)

    def seen(self, offset: int) -> int:
        """The offset in the text that is left for one in the source."""
        index = bisect_right(self._source_starts, offset) - 1
        if index < 0:
            return offset
        return max(self._seen_starts[index], offset - self._removed[index + 1])

    def source_start(self, offset: int) -> int:
        """Where what begins at an offset of the text that is left begins in the source."""
        return offset + self._removed[bisect_right(self._seen_starts, offset)]

    def source_end(self, offset: int) -> int:
        """Where what ends at an offset of the text that is left ends in the source."""
        return offset + self._removed[bisect_left(self._seen_starts, offset)]
