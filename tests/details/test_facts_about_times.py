"""Which days and times of day can be held against each other at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from newsdiff import compare
from newsdiff.details.times.comparable import PublicationDays, are_comparable, is_day_of_statement
from newsdiff.details.times.moments import can_be_one
from newsdiff.model import DateRange
from newsdiff.weights import Table, shipped
from tests.details.small_events import article, context_of, occurrence_of


def comparable(text: str, one: str, other_text: str, other: str) -> bool:
    """Whether a date of one report can be held against a date of another."""
    context = context_of(text, other_text)
    days = PublicationDays(context.index)
    return are_comparable(context, days, occurrence_of(context, one), occurrence_of(context, other))


def test_two_days_of_one_happening_are_comparable() -> None:
    assert comparable(
        "The bridge fell on May 3, 2024.", "May 3, 2024", "The bridge fell on May 4, 2024.", "May 4, 2024"
    )


def test_the_days_on_which_somebody_said_something_are_not() -> None:
    assert not comparable(
        "The mayor said on May 3, 2024 that it fell.", "May 3, 2024", "It fell on May 4, 2024.", "May 4, 2024"
    )


def test_a_week_and_a_day_beside_it_are_not() -> None:
    assert not comparable(
        "The bridge fell this week.", "this week", "It fell on May 11, 2024.", "May 11, 2024"
    )


def test_clock_times_of_different_zones_are_not() -> None:
    assert not comparable("It fell at 9 a.m. GMT.", "9 a.m. GMT", "It fell at 11 a.m. EST.", "11 a.m. EST")
    assert comparable("It fell at 9 a.m. GMT.", "9 a.m. GMT", "It fell at 11 a.m. GMT.", "11 a.m. GMT")


def test_a_date_before_its_noun_is_comparable_only_near_that_noun() -> None:
    assert not comparable(
        "He recalled the May 3, 2024 vote.", "May 3, 2024", "The bridge fell on May 4, 2024.", "May 4, 2024"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“It fell,” she said on May 3.", True),
        ("On May 3 she told a court of it.", True),
        ("The bridge fell on May 3, police said.", False),
        ("The bridge fell on May 3.", False),
    ],
)
def test_the_day_of_a_statement_is_known_by_the_verb_beside_it(text: str, said: bool) -> None:
    context = context_of(text)
    (date,) = context.index.occurrences["date"]
    assert is_day_of_statement(context.index, date) == said


def shared_dates(text: str, *, same_year: float) -> set[str]:
    """The dates that two outlets with nearly this text share when a year needs this probability."""
    known = shipped()
    bounds = {**known.questions.bounds, "same_year": same_year}
    weights = replace(known, questions=Table(known.questions.model, bounds))
    articles = [article("a", text), article("b", text.replace("his lawyer", "a lawyer"))]
    return {
        mention.text
        for detail in compare(articles, weights=weights).details
        if detail.kind == "date" and len(detail.reported_by) > 1
        for mention in detail.mentions
    }


def test_a_year_needs_a_probability_of_its_own_to_be_one_date_for_two_outlets() -> None:
    text = "Paul Brandt was jailed on May 3, 2024 for a protest in Norvik in 2013, his lawyer said."
    assert shared_dates(text, same_year=0.0) == {"May 3, 2024", "2013"}
    assert shared_dates(text, same_year=1.1) == {"May 3, 2024"}


def years(first: int, last: int, *, from_to: bool = False) -> DateRange:
    return DateRange(date(first, 1, 1), date(last, 12, 31), from_to)


def test_two_written_ranges_are_one_only_when_they_are_the_same() -> None:
    assert can_be_one(years(1967, 1979, from_to=True), years(1967, 1979, from_to=True))
    assert not can_be_one(years(1967, 1979, from_to=True), years(1966, 1978, from_to=True))
    june = [DateRange(date(2026, 6, 9), date(2026, 6, last), from_to=True) for last in (23, 25)]
    assert not can_be_one(*june)


def test_a_written_range_and_days_that_are_only_said_roughly_may_be_one() -> None:
    assert can_be_one(years(1972, 1982, from_to=True), years(1970, 1984))
    june = DateRange(date(2026, 6, 9), date(2026, 6, 23), from_to=True)
    assert can_be_one(june, DateRange(date(2026, 6, 11), date(2026, 6, 25)))


def test_a_year_or_a_day_lies_within_a_range_of_years_and_within_a_decade() -> None:
    assert can_be_one(years(1967, 1979), years(1970, 1970))
    assert can_be_one(years(1980, 1989), years(1981, 1985))
    assert can_be_one(years(2014, 2019), DateRange(date(2016, 3, 1), date(2016, 3, 1)))
