"""When which value was published: for a detail of which three or more dated articles give a figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Final

from newsdiff.calendar.display import short_day
from newsdiff.model import Article, Comparison, Detail, Quantity
from newsdiff.quick_dataclass import dataclass
from newsdiff.sanitize import one_line

LEAST_POINTS: Final = 3


@dataclass(frozen=True, slots=True)
class Point:
    """One article's figure at the time of its publication."""

    article: str
    at: datetime
    """In UTC where the zone is known; noon where only the day is."""
    has_clock: bool
    value: float
    words: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The points of one detail, the earliest first."""

    detail: str
    label: str
    points: tuple[Point, ...]

    @property
    def of_several_years(self) -> bool:
        """Whether not all was published in one year."""
        return self.points[0].at.year != self.points[-1].at.year

    def moment(self, point: Point, zone: str = "") -> str:
        """``2 Dec``, ``2 Dec 2025`` where not all is of one year, ``14:05`` with `zone` where all is of one
        day."""
        if point.has_clock and self.points[0].at.date() == self.points[-1].at.date():
            return f"{point.at:%H:%M}{zone}"
        return short_day(point.at.date(), year=self.of_several_years)


def timeline_of(comparison: Comparison, detail: Detail) -> Timeline | None:
    """The timeline of a detail; None where fewer than three dated articles give a figure, where all give the
    same, or where all were published at one time."""
    points = sorted(_points(comparison, detail), key=lambda point: (point.at, point.article))
    if len(points) < LEAST_POINTS:
        return None
    if len({point.value for point in points}) < 2 or len({point.at for point in points}) < 2:
        return None
    return Timeline(detail.id, one_line(detail.label), tuple(points))


def timelines(comparison: Comparison, details: Sequence[Detail]) -> tuple[Timeline, ...]:
    """The timelines of those details that have one, in their order."""
    return tuple(found for detail in details if (found := timeline_of(comparison, detail)) is not None)


def _points(comparison: Comparison, detail: Detail) -> list[Point]:
    """The first figure of each dated article."""
    found: dict[str, Point] = {}
    for mention in sorted(detail.mentions, key=lambda one: one.start):
        article, value = comparison.article(mention.article), mention.value
        at = _published(article)
        if article.id in found or at is None or not isinstance(value, Quantity):
            continue
        figure = value.figure if value.figure is not None else value.low
        point = Point(article.id, at, article.published_at is not None, figure, one_line(mention.text))
        found[article.id] = point
    return list(found.values())


def _published(article: Article) -> datetime | None:
    if article.published is None:
        return None
    if article.published_at is None:
        return datetime.combine(article.published, time(12), UTC)
    at = article.published_at
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
