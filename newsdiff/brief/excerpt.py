"""A sentence cut to the room there is, around the words that matter, with an ellipsis where it was cut."""

from __future__ import annotations

from newsdiff.brief.model import Passage, Span
from newsdiff.quotation_marks import ellipses

BEFORE = 3
"""The words that matter stand a third into the excerpt, so that what leads to them can be read."""


def excerpt(text: str, passage: Passage, room: int) -> Span:
    """The part of the passage's sentence that is shown in `room` code points, ellipses with the marks of a
    quotation that it is cut in included.

    It begins and ends at a blank where that leaves half of the room in use.
    """
    start, end = passage.sentence
    if end - start <= room:
        return start, end
    shown = _cut(text, passage, room - 2)
    marked = any(len(one) > 1 for one in ellipses(text, passage.sentence, shown))
    return _cut(text, passage, room - 4) if marked else shown


def _cut(text: str, passage: Passage, room: int) -> Span:
    start, end = passage.sentence
    focus = passage.start if passage.focus is None else passage.focus
    inner = max(1, room)
    low = max(start, min(focus - inner // BEFORE, end - inner))
    high = min(end, low + inner)
    if low > start:
        blank = text.find(" ", low, focus)
        low = blank + 1 if 0 <= blank < low + inner // 2 else low
    if high < end:
        blank = text.rfind(" ", low + inner // 2, high + 1)
        high = blank if blank > 0 else high
    return low, high


def cut_words(text: str, passage: Passage, room: int) -> str:
    """The excerpt as one line of text."""
    low, high = excerpt(text, passage, room)
    before, after = ellipses(text, passage.sentence, (low, high))
    return f"{before}{' '.join(text[low:high].split())}{after}"
