"""Figures that are told without a number, or in a form of their own: one thing, a week, the first time."""

from __future__ import annotations

from math import isclose

import pytest

from newsdiff.mentions.numbers.finder import quantities_in
from newsdiff.model import Quantity

HOUR, DAY, YEAR = 3_600.0, 86_400.0, 365.25 * 86_400
WEEK, MONTH = 7 * DAY, YEAR / 12


def figures(text: str) -> list[tuple[str, str, Quantity]]:
    found = []
    for item in quantities_in(text, 0, len(text)):
        assert isinstance(item.value, Quantity)
        found.append((text[item.start : item.end], item.kind, item.value))
    return found


def only(text: str) -> tuple[str, str, Quantity]:
    found = figures(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Only one woman sits on the board.", "woman"),
        ("There is just one company left.", "company"),
        ("It leaves only one insurer offering plans.", "insurer"),
        ("Exactly one juror held out.", "juror"),
        ("The county has a single insurer.", "insurer"),
        ("It was a single Democratic vote.", "vote"),
        ("She is the only Republican member of the panel.", "member"),
        ("She was the only person in the car.", "people"),
        ("He was the sole survivor.", "survivor"),
        ("One member voted present.", "member"),
        ("One passenger was on the wrong flight.", "passenger"),
        ("All but one lawmaker agreed.", "lawmaker"),
    ],
)
def test_one_single_and_only_count_one_of_the_noun_behind_them(text: str, head: str) -> None:
    _, kind, value = only(text)
    assert (kind, value.figure, value.head) == ("number", 1, head)


@pytest.mark.parametrize(
    "text",
    [
        "One of the members left.",
        "One day he left.",
        "They hope to one day fly.",
        "They know one another.",
        "No one member could say.",
        "He is the one.",
        "One more thing matters.",
        "It is the only thing that matters.",
        "It was the only way out.",
        "She is the only one left.",
        "She is a single mother.",
        "Not a single vote was cast.",
        "It passed without receiving a single Republican vote.",
        "The car goes far on a single charge.",
        "The memory is read-only.",
        "If only people knew.",
        "Only the company knows.",
        "One official said it was late.",
        "He was the only non-lawyer there.",
    ],
)
def test_pronouns_idioms_and_unmarried_people_count_nothing(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "words", "figure"),
    [
        ("He waited for an hour.", "an hour", HOUR),
        ("It took a week to mend.", "a week", WEEK),
        ("He was back within a month.", "a month", MONTH),
        ("He was sentenced to a year in prison.", "a year", YEAR),
        ("It was closed for a decade.", "a decade", 10 * YEAR),
        ("They lost half a day.", "Half a day".lower(), DAY / 2),
        ("It went on for a whole week.", "a whole week", WEEK),
        ("He spent a year at the university.", "a year", YEAR),
        ("The wait lasted an hour and a half.", "an hour and a half", 1.5 * HOUR),
        ("An hour into the flight it turned.", "An hour", HOUR),
        ("It followed a monthlong strike.", "monthlong", MONTH),
        ("a month-long inquiry", "a month", MONTH),
        ("The yearlong ban ends.", "yearlong", YEAR),
        ("its week-long trial", "week-long", WEEK),
    ],
)
def test_a_unit_of_time_alone_is_a_duration_where_a_length_is_meant(
    text: str, words: str, figure: float
) -> None:
    span, kind, value = only(text)
    assert (span, kind, value.unit) == (words, "duration", "second")
    assert value.figure is not None
    assert isclose(value.figure, figure)


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("a months-long campaign", "months-long", 2 * MONTH, 20 * MONTH),
        ("the monthslong effort", "monthslong", 2 * MONTH, 20 * MONTH),
        ("their decades-long feud", "decades-long", 20 * YEAR, 200 * YEAR),
        ("the yearslong case", "yearslong", 2 * YEAR, 20 * YEAR),
        ("over the past few days", "few days", 2 * DAY, 10 * DAY),
        ("in the next few weeks", "few weeks", 2 * WEEK, 10 * WEEK),
        ("in the last few hours", "few hours", 2 * HOUR, 10 * HOUR),
        ("for the first few years", "few years", 2 * YEAR, 10 * YEAR),
    ],
)
def test_a_vague_length_is_as_wide_as_its_word(text: str, words: str, low: float, high: float) -> None:
    span, kind, value = only(text)
    assert (span, kind, value.figure) == (words, "duration", None)
    assert isclose(value.low, low)
    assert isclose(value.high, high)


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 a week.",
        "He trains twice a year.",
        "It went at 40 miles an hour.",
        "three times a day",
        "some 100 deaths a week",
        "He left a year ago.",
        "A week later he left.",
        "A year earlier he won.",
        "He left a day after the vote.",
        "It came a month before the trial.",
        "once in a decade",
        "It came in a year when prices rose.",
        "What a week it was.",
        "A day in the life of a nurse.",
        "He has had a long week.",
        "few people came",
        "He longs for the day.",
    ],
)
def test_rates_dates_and_phrases_are_no_durations(text: str) -> None:
    assert [words for words, kind, _ in figures(text) if kind == "duration"] == []


@pytest.mark.parametrize(
    ("text", "figure", "head"),
    [
        ("It happened for the first time.", 1, "time"),
        ("First Time in space", 1, "time"),
        ("This is the first time Ann saw it.", 1, "time"),
        ("at the first hearing", 1, "hearing"),
        ("in his second term", 2, "term"),
        ("He denies second-degree murder.", 2, "degree"),
        ("a third election", 3, "election"),
        ("from a 32nd-floor flat", 32, "floor"),
        ("the fifth straight game", 5, "game"),
        ("A third lawmaker agreed.", 3, "lawmaker"),
        ("It reached the second round.", 2, "round"),
        ("the first American woman in space", 1, "woman"),
    ],
)
def test_a_place_in_a_series_before_a_noun_is_an_ordinal(text: str, figure: int, head: str) -> None:
    _, kind, value = only(text)
    assert (kind, value.unit, value.figure, value.head) == ("number", "ordinal", figure, head)


@pytest.mark.parametrize("text", ["first and third degree rape", "first- and third-degree rape"])
def test_ordinals_that_share_a_noun_both_have_it(text: str) -> None:
    assert [(value.figure, value.head) for _, _, value in figures(text)] == [(1, "degree"), (3, "degree")]


@pytest.mark.parametrize(
    "text",
    [
        "At first he ran.",
        "First of all, he ran.",
        "Wait a second.",
        "a second-hand car",
        "The first lady spoke.",
        "She gave first aid.",
        "the first responders",
        "He first took office then.",
        "He never wanted it in the first place.",
        "love at first sight",
        "It was his first.",
        "He came first and left last.",
        "on 53rd Street",
        "the First Amendment",
        "a first-class seat",
        "She has second thoughts.",
    ],
)
def test_phrases_with_an_ordinal_place_nothing_in_a_series(text: str) -> None:
    assert [words for words, _, value in figures(text) if value.unit == "ordinal"] == []


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("He retired with a 50-32-1 record.", "score"),
        ("They are 10-3-2 this season.", "score"),
        ("a record of 7–5–4", "score"),
        ("The boxer (30-2-1) won.", "score"),
        ("They ended their season at 8-8-0.", "score"),
        ("They lead the series 2-1-1.", "score"),
        ("The House voted 230-197-1.", "vote"),
        ("The article passed, 229-198-1.", "vote"),
    ],
)
def test_records_and_votes_of_three_numbers_are_results(text: str, head: str) -> None:
    _, kind, value = only(text)
    assert (kind, value.unit, value.head) == ("number", "score", head)


def test_a_vote_with_its_abstentions_agrees_with_the_same_vote_without_them() -> None:
    whole, pair, other = (
        only(f"The House voted {figure}.")[2] for figure in ("230-197-1", "230-197", "229-198-1")
    )
    assert whole.meets(pair)
    assert not whole.meets(other)


@pytest.mark.parametrize(
    "text",
    [
        "on 2017-12-31",
        "on 12-31-2017",
        "a 4-3-3 formation won the game",
        "a 4-4-2 system",
        "call 555-123-4567",
        "the 1-2-03 issue",
        "a 3-2-1 countdown",
        "ISBN 978-3-16-148410-0",
    ],
)
def test_dates_codes_and_formations_are_no_results(text: str) -> None:
    assert [words for words, _, value in figures(text) if value.unit == "score"] == []


@pytest.mark.parametrize(
    ("text", "words", "figure"),
    [
        ("for five pivotal months", "five pivotal months", 5 * MONTH),
        ("two very long years", "two very long years", 2 * YEAR),
        ("three straight days", "three straight days", 3 * DAY),
        ("the next two fiscal years", "two fiscal years", 2 * YEAR),
        ("after 10 tense hours", "10 tense hours", 10 * HOUR),
        ("for two more weeks", "two more weeks", 2 * WEEK),
        ("six consecutive weeks", "six consecutive weeks", 6 * WEEK),
        ("about 20 frantic minutes", "about 20 frantic minutes", 1_200),
        ("a two-year ban", "two-year", 2 * YEAR),
    ],
)
def test_adjectives_may_stand_between_a_figure_and_its_unit_of_time(
    text: str, words: str, figure: float
) -> None:
    span, kind, value = only(text)
    assert (span, kind, value.unit) == (words, "duration", "second")
    assert value.figure is not None
    assert isclose(value.figure, figure)


@pytest.mark.parametrize(
    "text",
    [
        "two of the years",
        "three men in weeks",
        "five people waited hours",
        "two cars a day",
        "10 were there for the hours",
        "six members who spent years",
        "four killed in days",
        "12 boats, months late",
    ],
)
def test_a_unit_of_time_further_on_does_not_belong_to_the_figure(text: str) -> None:
    assert [words for words, kind, _ in figures(text) if kind == "duration"] == []


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("10 inches of rain", 0.254),
        ("30in of rain", 0.762),
        ("a 10-inch pipe", 0.254),
        ("up to 12in", 0.3048),
        ("1.5in nails", 0.0381),
        ("one inch of snow", 0.0254),
        ("6in of snow fell", 0.1524),
        ("100 inches", 2.54),
    ],
)
def test_inches_are_metres_glued_or_not(text: str, metres: float) -> None:
    _, _, value = only(text)
    assert value.unit == "metre"
    assert value.figure is not None
    assert isclose(value.figure, metres)


@pytest.mark.parametrize(
    "text",
    ["12 in May", "30 in all", "8 in 10 men", "12 in-house lawyers", "20 in the car", "two in hand"],
)
def test_in_behind_a_blank_is_no_inch(text: str) -> None:
    assert [words for words, _, value in figures(text) if value.unit == "metre"] == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1, 600 officers were sent.", 1_600),
        ("Some 12, 500 people fled.", 12_500),
        ("It employs 2, 300 workers.", 2_300),
        ("with 1, 200 new homes", 1_200),
        ("About 100, 000 people came.", 100_000),
        ("They sent 3, 000 troops.", 3_000),
        ("More than 4, 500 homes burnt.", 4_500),
        ("The fire took 1, 100 houses.", 1_100),
        ("They paid 1, 600 dollars.", 1_600),
    ],
)
def test_a_blank_behind_the_comma_of_a_thousand_does_not_part_it(text: str, figure: float) -> None:
    assert only(text)[2].figure == figure


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Ann, 42, 300 miles away", [42, 482_803.2]),
        ("in rooms 1, 600 and 700", [1, 600, 700]),
        ("aged 42, 300 days on", [42, 300 * DAY]),
        ("seats 5, 4 and 3", [5, 4, 3]),
        ("They won 12, 1, 300 and 4.", [12, 1, 300, 4]),
        ("Smith 12, 300 others left", [12, 300]),
        ("at 42, 300 people came", [42, 300]),
        ("He scored 3, 15 people saw it.", [3, 15]),
    ],
)
def test_figures_of_a_list_stay_apart(text: str, figure: list[float]) -> None:
    assert [value.figure for _, _, value in figures(text)] == pytest.approx(figure)
