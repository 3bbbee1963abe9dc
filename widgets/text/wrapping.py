"""Where a paragraph breaks into lines, and how many cells a text takes.

Lines break at blanks, between ideographs, and inside a word only when it is longer than a line. A
combining mark, a variation selector or a joined emoji is never torn from what it belongs to. The work is
linear in the text, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from rich.cells import cell_len

_NARROW = re.compile(r"[ -~\xa0-\xac\xae-\u02ff\u0391-\u0481\u2013-\u2027\u2030-\u205e\u20a0-\u20bf]*")
"""A run of characters that take exactly one cell each: nearly all of a Western article."""
_ZERO_WIDTH_JOINER = "\u200d"
_MOST_JOINED = 64
"""Characters that are looked at for what belongs together; it bounds the work on hostile texts."""
_LAST_PLAIN = "\u02ff"
"""Up to here no character joins the one before it."""
_MOST_CODE_POINTS_PER_CELL = 8
"""A line of nothing but combining marks is broken after so many, lest one line hold a megabyte."""


def is_narrow(text: str) -> bool:
    """Whether every character takes exactly one cell and can be cut off from the next."""
    return _NARROW.fullmatch(text) is not None


def width_of(text: str) -> int:
    """How many cells a text takes."""
    return len(text) if is_narrow(text) else cell_len(text)


def wrap_offsets(text: str, width: int) -> tuple[int, ...]:
    """Where the second line of `text` begins, the third, and so on, so that no line exceeds `width` cells.

    Blanks at the end of a line may hang over; whoever draws the line drops them.
    """
    width = max(1, width)
    if is_narrow(text):
        return tuple(_narrow_offsets(text, width))
    breaks = []
    start = _next_line(text, 0, width)
    while start < len(text):
        breaks.append(start)
        start = _next_line(text, start, width)
    return tuple(breaks)


def _narrow_offsets(text: str, width: int) -> Iterator[int]:
    """The same where every character takes one cell, as in nearly every paragraph."""
    ends = accumulate(map(len, _full_lines(width).findall(text)))
    return (end for end in ends if end < len(text))


@lru_cache(maxsize=16)
def _full_lines(width: int) -> re.Pattern[str]:
    """What finds every line of a text but the last, with the blanks behind it."""
    return re.compile(rf"(?s)(?=.{{{width + 1}}})(?:.{{1,{width}}} +|.{{{width}}})")


def _next_line(text: str, start: int, width: int) -> int:
    """Where the line after the one that begins at `start` begins."""
    limit = start + width + 1
    window = _NARROW.match(text, start, limit)
    if window is not None and window.end() == min(limit, len(text)):
        if limit > len(text):
            return len(text)
        cut = text.rfind(" ", start, limit)
        return _after_blanks(text, cut) if cut > start else start + width
    return _next_wide_line(text, start, width)


def _next_wide_line(text: str, start: int, width: int) -> int:
    used = 0
    can_break = start
    position = start
    most = start + width * _MOST_CODE_POINTS_PER_CELL
    while position < len(text):
        end = cluster_end(text, position, most)
        cells = _cells(text[position:end])
        if cells > 1:
            can_break = position
        if used + cells > width and text[position] != " ":
            return can_break if can_break > start else max(position, start + 1)
        if end >= most and end < len(text):
            return end
        used += cells
        if text[position] == " ":
            can_break = _after_blanks(text, position)
            used += can_break - end
            end = can_break
        position = end
    return len(text)


def _after_blanks(text: str, position: int) -> int:
    """The first position from `position` on that holds no blank."""
    while position < len(text) and text[position] == " ":
        position += 1
    return position


def cluster_end(text: str, position: int, most: int) -> int:
    """Where the character at `position` ends, with all that combines with it; at `most` in any case."""
    end = position + 1
    while end < len(text) and end < most:
        if text[end] == _ZERO_WIDTH_JOINER and end + 1 < len(text):
            end += 2
        elif _cells(text[end]) == 0:
            end += 1
        else:
            break
    return min(end, len(text))


def cluster_edge(text: str, position: int) -> int:
    """The first position from `position` on at which a cut tears nothing from what it belongs to."""
    most = position + _MOST_JOINED
    while 0 < position < min(len(text), most) and (
        text[position - 1] == _ZERO_WIDTH_JOINER
        or (text[position] > _LAST_PLAIN and _cells(text[position]) == 0)
    ):
        position += 1
    return position


@lru_cache(maxsize=8192)
def _cells(cluster: str) -> int:
    return cell_len(cluster)


def clipped(text: str, skip: int, width: int) -> tuple[int, int, int, int]:
    """Which part of a text a window shows that begins `skip` cells into it and is `width` cells wide.

    Returns ``(start, end, before, cells)``: the slice of the text, the blanks to put before it (where a
    wide character is cut in half) and the cells that the slice takes.
    """
    if is_narrow(text):
        start, end = min(skip, len(text)), min(skip + width, len(text))
        return start, end, 0, end - start
    position = used = 0
    while position < len(text) and used < skip:
        end = cluster_end(text, position, len(text))
        used += _cells(text[position:end])
        position = end
    start, before, cells = position, max(0, used - skip), 0
    while position < len(text):
        end = cluster_end(text, position, len(text))
        more = _cells(text[position:end])
        if before + cells + more > width:
            break
        cells += more
        position = end
    return start, position, before, cells


def fitted(text: str, width: int) -> tuple[str, int]:
    """The text cut to so many cells, with "…" where it was cut, and the cells it takes."""
    _, end, _, cells = clipped(text, 0, width)
    if end == len(text):
        return text, cells
    _, end, _, cells = clipped(text, 0, max(0, width - 1))
    return text[:end] + "…", cells + 1
