"""What a detail is called: words that tell what is counted, not how much."""

from __future__ import annotations

import pytest

from tests.details.small_events import told, with_mention


@pytest.mark.parametrize(
    ("text", "mention", "label"),
    [
        ("Leaders saw the 28-point peace plan on Nov. 20.", "28-point", "points: peace plan"),
        ("Dublin gave €100m (£88m) in non-lethal aid for Ukraine.", "€100m", "non-lethal aid for Ukraine"),
        ("Dublin gave €100m (£88m) in non-lethal aid for Ukraine.", "£88m", "non-lethal aid for Ukraine"),
        ("Rescuers found 103 passengers, all of them cold.", "103 passengers", "passengers"),
        ("After nearly four years of war they met.", "nearly four years", "years of war"),
        ("Officials held dozens of meetings in Oslo.", "dozens of meetings", "dozens of meetings in Oslo"),
        ("The blast killed 12 people in Lima.", "12 people", "people killed"),
        ("The five-hour meeting, he said, ended.", "five-hour", "hours: meeting"),
    ],
)
def test_a_figure_is_called_by_what_it_counts(text: str, mention: str, label: str) -> None:
    (detail,) = with_mention(told(text, "A ferry sank near Gozo."), mention)
    assert detail.label == label


def test_a_time_that_names_nothing_is_called_by_the_noun_near_it_in_both_outlets() -> None:
    told_twice = told(
        "The meeting lasted five hours, aides said.", "Aides said the meeting lasted five hours."
    )
    (detail,) = with_mention(told_twice, "five hours")
    assert detail.label == "hours: meeting"


@pytest.mark.parametrize(
    ("text", "mention", "label"),
    [
        ("The Falcon Heavy, measuring 229 feet tall, stood on the pad.", "229 feet", "height: Falcon Heavy"),
        ("She saw her electric bill and was stunned: $284 billion.", "$284 billion", "sum: electric bill"),
        ("Some of the men spent $50,000 a year.", "$50,000", "sum: men"),
        ("The car has a top speed of 250mph.", "250mph", "speed: top"),
        ("Hundreds of women met in Cologne.", "Hundreds of women", "Hundreds of women"),
    ],
)
def test_a_label_is_a_noun_phrase_of_the_text(text: str, mention: str, label: str) -> None:
    (detail,) = with_mention(told(text, "A ferry sank near Gozo."), mention)
    assert detail.label == label


def test_a_quotation_is_called_by_the_words_that_most_outlets_print() -> None:
    comparison = told(
        "“All employees of the consulate are safe and uninjured,” Anna Reyes said.",
        "The staff were “safe and uninjured,” Anna Reyes said.",
        "The staff were “safe and uninjured,” Anna Reyes told reporters.",
    )
    (detail,) = with_mention(comparison, "“safe and uninjured,”")
    assert detail.label == "Anna Reyes: “safe and uninjured,”"
