"""Two plots in text characters: when which value was published, and who shares with whom."""

from __future__ import annotations

from datetime import datetime

from newsdiff.brief.sharing import Sharing
from newsdiff.brief.timeline import Timeline
from newsdiff.model import Comparison
from widgets.brief.lines import Run, label, names_that_fit
from widgets.text.wrapping import fitted, width_of

WIDEST_PLOT = 60
"""Cells between the first and the last moment."""
LEAST_PLOT = 16
WIDEST_NAME = 24


def timeline_lines(comparison: Comparison, timeline: Timeline, width: int) -> list[list[Run]]:
    """A line for every value, the greatest on top, with a dot for every article; the days below."""
    values = sorted({point.value for point in timeline.points}, reverse=True)
    words = {point.value: point.words for point in reversed(timeline.points)}
    left = min(width // 3, max(width_of(words[value]) for value in values))
    plot = max(LEAST_PLOT, min(WIDEST_PLOT, (width - left - 3) * 3 // 5))
    first, last = timeline.points[0].at, timeline.points[-1].at
    lines: list[list[Run]] = [[(fitted(timeline.label, width)[0], "title-plain")]]
    for value in values:
        points = [point for point in timeline.points if point.value == value]
        row = [" "] * plot
        for point in points:
            row[column(point.at, first, last, plot)] = "●"
        names = [label(comparison, point.article) for point in points]
        room = width - left - plot - 5
        lines.append(
            [
                (fitted(words[value], left)[0].rjust(left), "differs"),
                (" ┤", "hint"),
                ("".join(row), "sign-differs"),
                (f"  {names_that_fit(names, room)}" if room > 6 else "", "outlets"),
            ]
        )
    lines.append([(" " * left + " └" + days_below(timeline, plot), "hint")])
    return [[run for run in runs if run[0]] for runs in lines]


def column(at: datetime, first: datetime, last: datetime, width: int) -> int:
    """The cell of a moment, from 0 for the first to `width` - 1 for the last."""
    whole = (last - first).total_seconds()
    return round((at - first).total_seconds() / whole * (width - 1)) if whole else 0


def days_below(timeline: Timeline, width: int) -> str:
    """The axis with the days, or the clock times of one day, as many as have room."""
    first, last = timeline.points[0].at, timeline.points[-1].at
    axis = ["─"] * width
    free = 0
    for point in timeline.points:
        words = timeline.moment(point)
        at = min(column(point.at, first, last, width), width - len(words))
        if at >= free:
            axis[at : at + len(words)] = words
            free = at + len(words) + 1
    return "".join(axis)


def sharing_lines(comparison: Comparison, sharing: Sharing, width: int) -> list[list[Run]]:
    """A row and a column an article; the greatest numbers are bold. Columns without room are left out."""
    size = len(sharing.articles)
    name = min(WIDEST_NAME, max(8, width // 4))
    cell = max(4, len(str(sharing.most)) + 2)
    shown = max(0, min(size, (width - name - 4) // cell))
    if size < 2 or not shown:
        return []
    head = "".join(str(number).rjust(cell) for number in range(1, shown + 1))
    lines: list[list[Run]] = [[(" " * (name + 4) + head + (" …" if shown < size else ""), "hint")]]
    for row, article in enumerate(sharing.articles):
        words, used = fitted(label(comparison, article), name)
        cells: list[Run] = [(f"{row + 1:>3} {words}{' ' * (name - used)}", "outlets")]
        for at in range(shown):
            count = sharing.counts[row][at]
            much = count and count * 3 >= sharing.most * 2
            text = "·" if at == row else str(count)
            cells.append((text.rjust(cell), "much" if much and at != row else "hint" if not count else ""))
        lines.append(cells)
    return lines
