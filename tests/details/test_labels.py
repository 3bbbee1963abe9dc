"""What a detail is called: words that tell what is counted, not how much."""

from __future__ import annotations

import pytest

from tests.details.small_events import told, with_mention


@pytest.mark.parametrize(
    ("text", "mention", "label"),
    [
        ("Leaders saw the 28-point peace plan on Nov. 20.", "28-point", "points: peace plan"),
        ("Dublin gave €100m (£88m) in non-lethal aid for Ukraine.", "€100m", "non lethal aid for Ukraine"),
        ("Dublin gave €100m (£88m) in non-lethal aid for Ukraine.", "£88m", "non lethal aid for Ukraine"),
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


def test_a_figure_that_names_nothing_is_called_by_the_words_that_stand_near_it_in_both_outlets() -> None:
    told_twice = told(
        "The meeting lasted five hours, aides said.", "Aides said the meeting lasted five hours."
    )
    (detail,) = with_mention(told_twice, "five hours")
    assert detail.label.startswith("hours: ")
    assert "lasted" in detail.label
