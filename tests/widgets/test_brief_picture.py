"""The lines of the brief: what stands where at a size."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from newsdiff import compare
from newsdiff.brief.build import brief_of
from newsdiff.brief.sharing import sharing
from newsdiff.brief.timeline import Point, Timeline
from newsdiff.events.copies import independent_articles
from newsdiff.model import Comparison
from newsdiff.takes.build import remembered_takes
from tests.details.small_events import article
from tests.reports.hand_made import fire
from widgets.brief.charts import days_below
from widgets.brief.picture import BriefPicture, Facts, Shape


def lines(comparison: Comparison, width: int = 80, height: int = 24) -> list[str]:
    """The brief at a size."""
    order = tuple(one.id for one in comparison.articles)
    texts, takes = independent_articles(comparison.articles), remembered_takes(comparison)
    facts = Facts((), sharing(comparison, order), texts, takes)
    picture = BriefPicture(comparison, brief_of(comparison), facts, Shape(width, height))
    return ["".join(text for text, _ in line.runs) for line in picture.lines]


def test_captions_that_are_not_compared_are_counted_once_and_only_where_there_are_any() -> None:
    made = article("a", "Rihanna mourned her cousin on Monday.\nShe posted three photos.\nMore of him.")
    body, *captions = made.blocks
    aside = (replace(one, role="caption", reason="caption") for one in captions)
    captioned = compare([replace(made, blocks=(body, *aside)), article("b", "Rihanna mourned on Monday.")])
    (line,) = (one for one in lines(captioned) if "caption" in one)
    assert line.endswith("2 captions not compared")
    assert not any("caption" in one for one in lines(fire()))


def test_the_versions_of_a_claim_have_the_width_that_the_names_of_their_outlets_leave() -> None:
    """The names of two outlets of one letter take four of eighty cells; long names keep their column."""
    first = "The mayor said on Monday that the new harbour bridge was open to all lorries and buses again."
    other = "The mayor denied on Monday that the new harbour bridge was open to any lorries or buses yet."
    made = compare([article("a", first), article("b", other)], level="all")
    named = "The Arden Morning Herald and Evening Post"
    long = compare([article("a", first), replace(article("b", other), outlet=named)], level="all")
    versions = [line for line in lines(made) if "“" in line and line.rstrip().endswith((" a", " b"))]
    assert len(versions) >= 2
    assert all(line.index("”") > 60 for line in versions)
    assert all(len(line) <= 80 for line in (*lines(made), *lines(long)))
    assert any("The Arden Morning Herald" in line and line.index("The Arden M") < 55 for line in lines(long))


def test_the_axis_names_the_years_where_the_days_are_not_all_of_one() -> None:
    days = (datetime(2022, 12, 24, 12), datetime(2023, 3, 2, 12), datetime(2023, 3, 3, 12))
    points = tuple(
        Point(name, at, False, float(n), str(n)) for n, (name, at) in enumerate(zip("abc", days, strict=True))
    )
    assert days_below(Timeline("d", "dead", points), 50).startswith("24 Dec 2022─")
    assert "2 Mar 2023" in days_below(Timeline("d", "dead", points), 50)
    assert days_below(Timeline("d", "dead", points[1:]), 50).startswith("2 Mar─")
