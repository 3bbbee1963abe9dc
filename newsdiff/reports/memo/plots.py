"""Two plots as inline SVG: when which value was published, and who shares with whom.

They have no script and no style of their own; colours are those of the page. Words go through `text`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Final

from newsdiff.brief.timeline import Timeline
from newsdiff.reports.memo.content import Memo
from newsdiff.shortened import cut

WIDTH: Final = 640
LEFT: Final = 110
RIGHT: Final = 150
ROW: Final = 26
TOP: Final = 12
RADIUS: Final = 5
LEAST_GAP: Final = 62
GAP_WITH_YEARS: Final = 88
"""Units between two days of the axis."""


def timeline_svg(memo: Memo, timeline: Timeline, text: Callable[[str], str]) -> Iterator[str]:
    """A row for every value, the greatest on top, a dot for every article; the days below."""
    values = sorted({point.value for point in timeline.points}, reverse=True)
    words = {point.value: point.words for point in reversed(timeline.points)}
    height = TOP + ROW * len(values) + 30
    first, last = timeline.points[0].at, timeline.points[-1].at
    name = f"When which value was published: {timeline.label}"
    yield f'<svg class="plot" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{text(name)}">'
    axis = TOP + ROW * len(values)
    for number, value in enumerate(values):
        y = TOP + ROW * number + ROW // 2
        yield f'<text x="{LEFT - 12}" y="{y + 4}" text-anchor="end">{text(cut(words[value], 16))}</text>'
        yield f'<line class="grid" x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}"/>'
        points = [point for point in timeline.points if point.value == value]
        for point in points:
            yield f'<circle cx="{_x(point.at, first, last)}" cy="{y}" r="{RADIUS}"/>'
        names = ", ".join(memo.comparison.article(point.article).label for point in points)
        yield f'<text x="{WIDTH - RIGHT + 12}" y="{y + 4}">{text(cut(names, 24))}</text>'
    yield f'<line x1="{LEFT}" y1="{axis}" x2="{WIDTH - RIGHT}" y2="{axis}"/>'
    yield from _days(timeline, first, last, axis, text)
    yield "</svg>"


def _days(
    timeline: Timeline, first: datetime, last: datetime, axis: int, text: Callable[[str], str]
) -> Iterator[str]:
    free = 0
    for point in timeline.points:
        x = _x(point.at, first, last)
        if x >= free:
            words = text(timeline.moment(point, " UTC"))
            yield f'<text x="{x}" y="{axis + 18}" text-anchor="middle">{words}</text>'
            free = x + (GAP_WITH_YEARS if timeline.of_several_years else LEAST_GAP)


def _x(at: datetime, first: datetime, last: datetime) -> int:
    whole = (last - first).total_seconds() or 1.0
    room = WIDTH - RIGHT - LEFT - 2 * RADIUS
    return LEFT + RADIUS + round((at - first).total_seconds() / whole * room)
