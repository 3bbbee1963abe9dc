"""Which days and times of day can be held against each other at all."""

from __future__ import annotations

import pytest

from newsdiff.details.times.comparable import PublicationDays, are_comparable, is_day_of_statement
from tests.details.small_events import context_of, occurrence_of


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
