"""Numbers, money, shares, durations and measures: what the text tells and how wide it is."""

from __future__ import annotations

from math import inf, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.mentions.numbers.finder import quantities_in
from newsdiff.model import Quantity
from tests.mentions.figures_read import HOUR, YEAR, only, read


@pytest.mark.parametrize(
    ("text", "words", "figure", "head"),
    [
        ("a 28-point plan", "28-point", 28, "point"),
        ("It has 28 points.", "28 points", 28, "point"),
        ("about twenty-one ships", "about twenty-one ships", 21, "ship"),
        ("half a million people fled", "half a million people", 500_000, "people"),
        ("he met 12 Russian border guards there", "12 Russian border guards", 12, "guard"),
        ("one hundred and five houses", "one hundred and five houses", 105, "house"),
        ("two dozen children", "two dozen children", 24, "child"),
        ("he tried a hundred times", "a hundred times", 100, "time"),
        ("It has 2½ million users", "2½ million users", 2_500_000, "user"),
        ("three of the women left", "three of the women", 3, "woman"),
        ("26 crew members left", "26 crew members", 26, "crew member"),
        ("both sides agreed", "both sides", 2, "side"),
        ("its sixth and most powerful test", "sixth", 6, "test"),
    ],
)
def test_a_count_has_its_figure_and_what_is_counted(text: str, words: str, figure: float, head: str) -> None:
    span, item, value = only(text)
    assert (span, item.kind, value.figure, value.head) == (words, "number", figure, head)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 12 boats", 12, inf),
        ("more than 12 boats", 12, inf),
        ("as many as 12 boats", 0, 12),
        ("fewer than 12 boats", 0, 12),
        ("about 50 boats", 45, 55),
        ("50 or so boats", 45, 55),
        ("50 boats or more", 50, inf),
        ("10,000+ boats", 10_000, inf),
        ("nearly 100 boats", 85, 100),
        ("just over 100 boats", 100, 110),
        ("about 5-6,000 boats", 4_500, 6_600),
        ("between 80 and 100 boats", 80, 100),
        ("two or three boats", 2, 3),
        ("5 to 10 boats", 5, 10),
        ("a couple of boats", 2, 3),
        ("a couple of hundred boats", 200, 300),
        ("tens of thousands of boats", 10_000, 100_000),
        ("hundreds of boats", 100, 1_000),
    ],
)
def test_hedges_and_ranges_are_intervals(text: str, low: float, high: float) -> None:
    _, _, value = only(text)
    assert isclose(value.low, low)
    assert value.high == high or isclose(value.high, high)
    assert value.head == "boat"


@pytest.mark.parametrize(
    "text", ["more than 12 boats", "fewer than 12 boats", "nearly 12 boats", "just over 12 boats"]
)
def test_more_than_twelve_is_not_twelve(text: str) -> None:
    assert not only(text)[2].meets(only("12 boats")[2])


@pytest.mark.parametrize(
    "text",
    [
        "12 people were killed",
        "At least three cars burnt, killing 12",
        "killing 12 people",
        "The crash left 12 dead",
        "a death toll of 12",
        "The death toll from the fire in the north of the city rose to 12",
        "the number of dead rose to 12",
        "12 deaths",
        "the deaths of 12 people",
        "12 people have died",
        "The storm claimed 12 lives",
        "It claimed the lives of 12",
        "12 people, including a child, were shot dead",
        "12 people lost their lives",
        "12 people in the building were killed",
        "12 bodies were found",
    ],
)
def test_every_way_to_say_a_death_toll_means_the_same(text: str) -> None:
    _, _, value = read(text)[-1]
    assert (value.low, value.high, value.head, value.role) == (12, 12, "people", "killed")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Two people were injured and 12 killed", ["injured", "killed"]),
        ("killing at least six civilians and wounding 120", ["killed", "injured"]),
        ("The crash killed 10 tourists and two pilots", ["killed", "killed"]),
        ("Two crew members and all 12 passengers died", ["killed", "killed"]),
        ("Police arrested four men", ["arrested"]),
        ("All 176 aboard perished", ["killed"]),
        ("Three people are in critical condition", ["injured"]),
        ("Ten patients remain in intensive care", ["hospitalised"]),
        ("About 20,000 people were forced to flee", ["displaced"]),
        ("Some 2,000 people had to leave their homes", ["evacuated"]),
        ("20 more were taken to hospital", ["hospitalised"]),
        ("300 people remained unaccounted for", ["missing"]),
        ("killed 12 people, including three children", ["killed", ""]),
        ("23 others suffered injuries", ["injured"]),
        ("some 1,200 homes were destroyed and 45,000 residents evacuated", ["destroyed", "evacuated"]),
    ],
)
def test_counts_carry_what_happened_to_those_counted(text: str, roles: list[str]) -> None:
    assert [value.role for _, _, value in read(text)] == roles


@pytest.mark.parametrize(
    ("text", "words", "figure", "unit"),
    [
        ("It cost €100m.", "€100m", 100e6, "EUR"),
        ("US$5bn in all", "US$5bn", 5e9, "USD"),
        ("$1.9 billion", "$1.9 billion", 1.9e9, "USD"),
        ("5 billion dollars", "5 billion dollars", 5e9, "USD"),
        ("A$3 million", "A$3 million", 3e6, "AUD"),
        ("Rs 500 crore", "Rs 500 crore", 5e9, "INR"),
        ("3 million yuan", "3 million yuan", 3e6, "CNY"),
        ("3 million Australian dollars", "3 million Australian dollars", 3e6, "AUD"),
        ("50 cents", "50 cents", 0.5, "USD"),
        ("more than £3.5m", "more than £3.5m", 3.5e6, "GBP"),
    ],
)
def test_money_is_read_with_currency_and_scale(text: str, words: str, figure: float, unit: str) -> None:
    span, item, value = only(text)
    assert (span, item.kind, value.figure, value.unit) == (words, "money", figure, unit)


def test_a_conversion_in_brackets_is_an_amount_of_its_own() -> None:
    assert [(words, value.unit) for words, _, value in read("€100m (£88m)")] == [
        ("€100m", "EUR"),
        ("£88m", "GBP"),
    ]


def test_the_scale_of_a_range_of_money_serves_both_ends() -> None:
    _, _, value = only("It will cost $4-5bn.")
    assert (value.low, value.high) == (3.5e9, 5.5e9)


def test_rounded_amounts_meet_and_different_ones_do_not() -> None:
    figure = {
        text: only(text)[2] for text in ("$5 billion", "$5.03 billion", "$31.2 billion", "$32.6 billion")
    }
    assert figure["$5 billion"].meets(figure["$5.03 billion"])
    assert not figure["$31.2 billion"].meets(figure["$32.6 billion"])


def test_money_says_what_it_is_paid_for() -> None:
    assert only("a $20 billion charge")[2].head == "charge"
    assert only("a fine of €3m")[2].head == "fine"


@pytest.mark.parametrize(
    ("text", "words", "figure"),
    [
        ("15.5 percent", "15.5 percent", 15.5),
        ("15.5 per cent", "15.5 per cent", 15.5),
        ("13pc", "13pc", 13),
        ("nearly 40%", "nearly 40%", 40),
        ("two-thirds of voters", "two-thirds", 66.67),
        ("a third of the staff", "a third", 33.33),
        ("half of the money", "half", 50),
        ("one in five men", "one in five", 20),
        ("8 out of 10 owners", "8 out of 10", 80),
    ],
)
def test_shares_are_percent(text: str, words: str, figure: float) -> None:
    span, item, value = only(text)
    assert (span, item.kind, value.figure, value.unit) == (words, "percent", figure, "percent")


def test_a_change_from_one_share_to_another_is_two_shares() -> None:
    assert [value.figure for _, _, value in read("It was cut from 35% to 21%")] == [35, 21]


@pytest.mark.parametrize(
    ("text", "words", "figure"),
    [
        ("for five hours", "five hours", 5 * HOUR),
        ("a five-hour meeting", "five-hour", 5 * HOUR),
        ("over five hours", "over five hours", 5 * HOUR),
        ("a 12-minute display", "12-minute", 720),
        ("nearly four years", "nearly four years", 4 * YEAR),
        ("two and a half hours", "two and a half hours", 2.5 * HOUR),
        ("2 hours and 15 minutes", "2 hours and 15 minutes", 2.25 * HOUR),
        ("half an hour", "half an hour", 0.5 * HOUR),
        ("more than a week", "more than a week", 7 * 86_400),
    ],
)
def test_durations_are_seconds(text: str, words: str, figure: float) -> None:
    span, item, value = only(text)
    assert (span, item.kind, value.figure, value.unit) == (words, "duration", figure, "second")


def test_five_hours_and_more_than_five_hours_meet_but_not_six() -> None:
    five, more, six = (only(text)[2] for text in ("five hours", "more than five hours", "six hours"))
    assert five.meets(more)
    assert not five.meets(six)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10 miles", "16 km"),
        ("330 foot", "101 metres"),
        ("20 knots", "23 mph"),
        ("46.2C", "115F"),
        ("12,500 acres", "5,060 hectares"),
        ("1,000 miles", "1,600 kilometres"),
        ("6ft 4in", "1.93 metres"),
        ("140,000lb", "63,500kg"),
    ],
)
def test_the_same_measure_in_other_units_meets(one: str, other: str) -> None:
    first, second = only(one)[2], only(other)[2]
    assert first.unit == second.unit
    assert first.meets(second)


def test_different_measures_do_not_meet() -> None:
    assert not only("10 miles")[2].meets(only("20 km")[2])


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("the driver, 42, said", [42]),
        ("a 42-year-old", [42]),
        ("aged 42", [42]),
        ("Three men, aged 19, 24 and 31, left", [19, 24, 31]),
        ("who turned 30 then", [30]),
        ("her 6-month-old son", [0.5]),
        ("her daughters, 6 and 9, left", [6, 9]),
        ("Mr Smith (42) was killed", [42]),
        ("Her daughter, five, survived", [5]),
        ("At 83, he still works", [83]),
        ("a boy of five", [5]),
        ("children as young as four", [4]),
        ("the pair, both 21, were held", [21]),
        ("Ann Lee, 42, of 7 Oak Street", [42]),
        ("Mr Smith, of 12 Station Road, 45, was held", [45]),
        ("a 200-year-old church", [200]),
        ("She lived at 42 Baker Street", []),
        ("Smith, of 42 Baker Street, died", []),
        ("John Smith, 42 Baker Street, fled", []),
        ("The shop on 5th Avenue, 42, closed", []),
        ("He lives in Baker Street, 42.", []),
        ("at 42 West 38th Street", []),
        ("He scored 31, Jones, 24, and Smith, 12.", []),
        ("Messi (42) and Kane scored.", []),
    ],
)
def test_ages_are_years(text: str, years: list[float]) -> None:
    assert [value.figure for _, item, value in read(text) if item.kind == "age"] == years


def test_results_are_scores_whichever_side_comes_first() -> None:
    ours, theirs, other = (only(t)[2] for t in ("They won 28-24.", "They lost 24-28.", "They won 28-21."))
    assert ours.head == "score"
    assert ours.meets(theirs)
    assert not ours.meets(other)


def test_magnitudes_are_on_a_scale_of_their_own() -> None:
    texts = ("a 6.3-magnitude quake", "a magnitude-6.3 quake", "with a magnitude of 6.3", "magnitude 6.3")
    assert {(only(text)[2].unit, only(text)[2].figure) for text in texts} == {("magnitude", 6.3)}


@pytest.mark.parametrize(
    "text",
    [
        "one of them",
        "no one came",
        "They know one another.",
        "That one is his.",
        "a Boeing 737 crashed",
        "Flight 370 vanished",
        "at No. 10",
        "the Group of 20",
        "the iPhone 8 is out",
        "call 555-123-4567",
        "call 020 7946 0018",
        "the G20 and MH370",
        "53rd Street",
        "at 23 Main Street",
        "launch pad 39A",
        "a two-pronged attack",
        "24/7 care",
        "an 18:9 screen, a ratio of 3:1",
        "www.example.com/2017/12/31",
        "a few of us may march in a second",
    ],
)
def test_what_names_a_thing_counts_nothing(text: str) -> None:
    assert [words for words, _, _ in read(text)] == []


_WORDS = st.sampled_from(
    """
    at least about nearly 12 1,000 5-6,000 one two dozen hundred million half a third of people
    killed were $ € % bn m " "percent hours miles 42-year-old , . - to and between or more twice
    both sixth 3-1 won (16 km) ½ 10.5 − 0 999999999999999999999 500 'lakh crore USD5m Rs. 34,6
    one-two zero in 12’500 60s her
    """.split()
)


@given(st.lists(_WORDS, max_size=14).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_well_formed_quantities(text: str) -> None:
    end_before = 0
    for found in quantities_in(text, 0, len(text)):
        value = found.value
        assert isinstance(value, Quantity)
        assert end_before <= found.start < found.end <= len(text)
        assert value.low <= value.high
        assert value.low != inf
        assert text[found.start : found.end].strip() == text[found.start : found.end]
        end_before = found.end


@pytest.mark.parametrize(
    "unit", ["1", "one ", "1,", "12 killed ", "$", "a ", "5-", "half a ", "more than ", "twenty ", "12, "]
)
def test_a_long_hostile_line_ends(unit: str) -> None:
    text = unit * 8_000
    assert all(found.end <= len(text) for found in quantities_in(text, 0, len(text)))
