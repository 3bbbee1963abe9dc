"""Unequal values of two things, in sentences that are otherwise alike, are no difference."""

from __future__ import annotations

import pytest

from tests.details.small_events import compared

PAIRS = {
    "two of a row": (
        "The second test of the engine near Norvik lasted 40 seconds, the company said on Monday.",
        "The third test of the engine near Norvik lasted 95 seconds, the company said on Monday.",
    ),
    "numbered": (
        "About 3,000 people watched match two of the series in Norvik, the club said on Monday.",
        "About 5,500 people watched match four of the series in Norvik, the club said on Monday.",
    ),
    "start and end": (
        "The curfew in Norvik that the governor ordered after the storm began on Tuesday.",
        "The curfew in Norvik that the governor ordered after the storm ends on Saturday.",
    ),
    "part and whole": (
        "The council in Norvik will spend $90 million on the harbour, the mayor said on Monday.",
        "The council in Norvik will spend $20 million of it on the harbour, the mayor said on Monday.",
    ),
    "days of two sayings": (
        "The space company in Norvik confirmed on Friday that it had contact with the satellite again.",
        "The space company in Norvik on Wednesday confirmed the loss of contact with the satellite.",
    ),
    "named": (
        "The Nordlys, a ferry of 120 metres, left Norvik harbour late on Monday, the port said.",
        "The Aurora, a ferry of 165 metres, left Norvik harbour late on Monday, the port said.",
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_values_of_two_things_are_not_held_against_each_other(name: str) -> None:
    comparison = compared(*PAIRS[name])
    assert not [one for one in comparison.details if one.relation == "differs" and one.kind != "claim"]


def test_the_same_sentences_about_one_thing_differ() -> None:
    first, _ = PAIRS["numbered"]
    comparison = compared(first, first.replace("3,000", "5,500"))
    assert [one.kind for one in comparison.details if one.relation == "differs"] == ["number"]
