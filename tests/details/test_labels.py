"""What a detail asks: words that say what is counted, not how much."""

from __future__ import annotations

import pytest

from newsdiff.details.labels import figure_label, happening_label
from tests.details.small_events import compared, context_of, occurrence_of, with_mention


@pytest.mark.parametrize(
    ("text", "mention", "label"),
    [
        ("Leaders saw the 28-point peace plan on Nov. 20.", "28-point", "points in the peace plan"),
        ("The 12-member panel met on Monday.", "12-member", "members in the panel"),
        ("Dublin gave €100m (£88m) in non-lethal aid for Ukraine.", "€100m", "non-lethal aid for Ukraine"),
        ("Dublin gave €100m (£88m) in non-lethal aid for Ukraine.", "£88m", "non-lethal aid for Ukraine"),
        ("Rescuers found 103 passengers, all of them cold.", "103 passengers", "passengers"),
        ("After nearly four years of war they met.", "nearly four years", "years of war"),
        ("Officials held dozens of meetings in Oslo.", "dozens of meetings", "dozens of meetings in Oslo"),
        ("The blast killed 12 people in Lima.", "12 people", "people killed"),
        ("The blast killed three children in Lima.", "three children", "children killed"),
        ("The five-hour meeting, he said, ended.", "five-hour", "how long: meeting"),
        ("The Falcon Heavy, measuring 229 feet tall, stood on the pad.", "229 feet", "height: Falcon Heavy"),
        ("She saw her electric bill and was stunned: $284 billion.", "$284 billion", "sum: electric bill"),
        ("Some of the men spent $50,000 a year.", "$50,000", "sum: men"),
        ("The quake struck 30 miles from Lima.", "30 miles", "distance: quake"),
        ("Hundreds of women met in Cologne.", "Hundreds of women", "Hundreds of women"),
        ("Police held John Smith, 54, in Lima.", "54", "age: John Smith"),
        ("It was signed by half a million people.", "half a million people", "people"),
        ("Some 1 204 560 voters came.", "Some 1 204 560 voters", "voters"),
        ("It says 67 emails came from Lima accounts, 63 from Oslo accounts.", "63", "number: Oslo accounts"),
    ],
)
def test_a_figure_is_called_by_what_it_counts_in_words_of_the_text(
    text: str, mention: str, label: str
) -> None:
    context = context_of(text)
    assert figure_label(context, [occurrence_of(context, mention)]) == label


def test_a_time_that_names_nothing_is_called_by_the_noun_near_it_in_both_outlets() -> None:
    context = context_of(
        "The meeting lasted five hours, aides said.", "Aides said the meeting lasted five hours."
    )
    both = [one for one in context.index.everything if one.mention.text == "five hours"]
    assert figure_label(context, both) == "how long: meeting"


def test_a_date_is_called_by_what_happened_then() -> None:
    context = context_of("The arrest came on May 3, police said.", "The arrest on May 3 was peaceful.")
    both = [one for one in context.index.everything if one.mention.kind == "date"]
    assert happening_label(context, both) == "when: arrest"


def test_a_quotation_is_called_by_the_words_that_most_outlets_print() -> None:
    comparison = compared(
        "“All employees of the consulate are safe and uninjured,” Anna Reyes said.",
        "The staff were “safe and uninjured,” Anna Reyes said.",
        "The staff were “safe and uninjured,” Anna Reyes told reporters.",
    )
    (detail,) = with_mention(comparison, "“safe and uninjured,”")
    assert detail.label == "Anna Reyes: “safe and uninjured,”"


def test_a_quotation_is_called_by_no_speaker_where_an_outlet_names_none() -> None:
    comparison = compared(
        "“All employees of the consulate are safe and uninjured,” Anna Reyes said.",
        "All employees of the consulate were “safe and uninjured” on Monday.",
    )
    (detail,) = with_mention(comparison, "“safe and uninjured”")
    assert detail.label == "“safe and uninjured”"


def test_an_age_is_labelled_with_the_person_beside_it_and_not_with_another_of_the_sentence() -> None:
    texts = (
        "Her father Bassem Tamimi said her 15-year-old cousin had been shot.",
        "Bassem Tamimi, her father, said that her 15-year-old cousin was shot.",
    )
    (detail,) = [one for one in compared(*texts).details if one.kind == "age"]
    assert detail.label == "age: cousin"
