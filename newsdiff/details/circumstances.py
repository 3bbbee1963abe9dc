"""What the names and dates near two figures say about whether they speak of one thing."""

from __future__ import annotations

from newsdiff.details import constants as c
from newsdiff.details.scene import Scene
from newsdiff.details.spellings import spelling
from newsdiff.details.telling import Telling
from newsdiff.model import DateRange


def names_evidence(scene: Scene, a: Telling, b: Telling) -> float:
    """For a name near both; against when each has names of its own.

    Most when they name people or bodies whose figures these can be (Citigroup's charge is not Goldman's),
    less when only places, and less still when an outlet does not know the other's.
    """
    near_a, near_b = scene.names_near(a), scene.names_near(b)
    if not near_a or not near_b:
        return 0.0
    words = {word for name in near_a for word in spelling(name.full)}
    if any(word in words for name in near_b for word in spelling(name.full)):
        return c.CLASH_NAMES_SHARED
    if all(any(name.type != "place" for name in near) for near in (near_a, near_b)):
        return c.CLASH_OWNERS_CONTRARY
    known_a = any(name.key in scene.names_known[b.article] for name in near_a)
    known_b = any(name.key in scene.names_known[a.article] for name in near_b)
    return c.CLASH_NAMES_CONTRARY if known_a and known_b else c.CLASH_NAMES_CONTRARY / 2


def days_evidence(scene: Scene, a: Telling, b: Telling) -> float:
    """For a date near both; against when the dates near them exclude each other."""
    near_a, near_b = scene.dates_near(a), scene.dates_near(b)
    if not near_a or not near_b:
        return (
            c.CLASH_LONG_AGO
            if any(long_ago(scene, t, days) for t, days in ((a, near_a), (b, near_b)))
            else 0.0
        )
    common = [day for day in near_a if day in near_b]
    if any(far_from_print(scene, a, day) for day in common):
        return c.CLASH_FAR_DAY_SHARED
    if common or any(day.meets(other) for day in near_a for other in near_b):
        return c.CLASH_DAYS_SHARED
    return c.CLASH_DAYS_CONTRARY


def far_from_print(scene: Scene, telling: Telling, day: DateRange) -> bool:
    """Whether a date is none of the days of the event itself: "at the end of 2016" says what is meant."""
    published = scene.annotated[telling.article].article.published
    return published is not None and abs((published - day.last).days) > c.FAR_FROM_PRINT_DAYS


def long_ago(scene: Scene, telling: Telling, days: list[DateRange]) -> bool:
    """Whether all dates near a figure lie far before its article: then it tells the background."""
    published = scene.annotated[telling.article].article.published
    return bool(published and days) and all(
        (published - day.last).days > c.LONG_AGO_DAYS for day in days if published
    )
