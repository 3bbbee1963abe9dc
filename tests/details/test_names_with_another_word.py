"""One name printed with another word is a difference; another spelling of a word is not."""

from __future__ import annotations

import pytest

from newsdiff.model import Comparison, Detail
from tests.details.small_events import compared

OPENED = "Hundreds of visitors came to {} on Monday when the new exhibition was opened by the mayor."


def opened(here: str, there: str) -> Comparison:
    return compared(OPENED.format(here), OPENED.format(there))


def names_that_differ(comparison: Comparison) -> list[Detail]:
    return [one for one in comparison.details if one.relation == "differs" and one.kind in ("name", "place")]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("the Center for Humane Technology", "the Center for Human Technology"),
        ("the Harbour Heritage Park", "the Harbour Heritage Bridge"),
        ("the Lakeside Wildlife Region", "the Lakeside Wildlife Program"),
    ],
)
def test_a_name_with_another_word_differs_under_the_words_that_each_outlet_prints(
    here: str, there: str
) -> None:
    (detail,) = names_that_differ(opened(here, there))
    assert {value.value: value.reported_by for value in detail.values} == {
        here.removeprefix("the "): ("a",),
        there.removeprefix("the "): ("b",),
    }
    assert not detail.not_found_in


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("the Kennedy Space Center", "the Kennedy Space Centre"),
        ("Nabi Saleh", "Nebi Saleh"),
        ("the Financial Crime Museum", "the Financial Crimes Museum"),
        ("the House Judiciary Committee", "the Senate Judiciary Committee"),
        ("New York", "New Jersey"),
        ("Costa Rica", "Costa Rican"),
        ("New York City", "New York Times"),
    ],
)
def test_other_spellings_forms_and_things_are_no_name_with_another_word(here: str, there: str) -> None:
    assert not names_that_differ(opened(here, there))


def test_two_persons_with_one_surname_are_no_name_with_another_word() -> None:
    comparison = compared(
        "Former President Bill Jefferson Clinton spoke at the opening of the library on Monday.",
        "Former President Hillary Jefferson Clinton spoke at the opening of the library on Monday.",
    )
    assert not names_that_differ(comparison)


def test_an_article_that_prints_both_names_means_two_things() -> None:
    comparison = compared(
        OPENED.format("the Harbour Heritage Park") + "\nThe Harbour Heritage Bridge stayed closed.",
        OPENED.format("the Harbour Heritage Bridge"),
    )
    assert not names_that_differ(comparison)
