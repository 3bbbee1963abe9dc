"""Figures as news writes them: grouped, glued, shortened, in names and phrases, beside what they count."""

from __future__ import annotations

import pytest

from tests.mentions.figures_read import only, read


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("fined 30,000 Egyptian pounds each", "EGP"),
        ("ordered to pay 1 million Lebanese pounds", "LBP"),
        ("were fined 30,000 pounds (about $1,680) each", "GBP"),
        ("ordered to pay one million pounds", "GBP"),
        ("carries 30,000 pounds of cargo", "kilogram"),
        ("a truck that weighs 30,000 pounds", "kilogram"),
    ],
)
def test_pounds_are_money_where_a_country_or_a_payment_says_so(text: str, unit: str) -> None:
    assert read(text)[0][2].unit == unit


def test_a_decade_of_life_is_an_age_from_its_first_to_its_last_year() -> None:
    found = [only(text) for text in ("a woman in her 60s", "in his late-30s")]
    assert [(item.kind, value.low, value.high) for _, item, value in found] == [
        ("age", 60, 69),
        ("age", 36, 39),
    ]


@pytest.mark.parametrize(
    ("text", "words", "figure"),
    [
        ("12 500 people", "12 500 people", 12_500),
        ("12\u00a0500 people", "12\u00a0500 people", 12_500),
        ("12\u202f500 people", "12\u202f500 people", 12_500),
        ("1 250 000 people", "1 250 000 people", 1_250_000),
        ("12'500 people", "12'500 people", 12_500),
        ("12’500 people", "12’500 people", 12_500),
        ("12,50,000 people", "12,50,000 people", 1_250_000),
        ("1,23,45,678 units", "1,23,45,678 units", 12_345_678),
        ("1.250.000 people", "1.250.000 people", 1_250_000),
        ("34,6 million people", "34,6 million people", 34_600_000),
        ("20 thousand crore", "20 thousand crore", 2e11),
        ("1.5 lakh crore", "1.5 lakh crore", 1.5e12),
        ("one million two hundred thousand people", "one million two hundred thousand people", 1_200_000),
        ("three hundred and fifty thousand people", "three hundred and fifty thousand people", 350_000),
        ("two thousand and eight", "two thousand and eight", 2_008),
        ("1 million 250 thousand people", "1 million 250 thousand people", 1_250_000),
        ("16.400 workers", "16.400 workers", 16_400),
        ("some 3.250 homes", "some 3.250 homes", 3_250),
        ("9.875 farmers", "9.875 farmers", 9_875),
        ("16.400 workers at a plant in Ghent", "16.400 workers", 16_400),
        ("The storm left 3.250 homes without a roof.", "3.250 homes", 3_250),
    ],
)
def test_figures_are_read_whole_however_they_are_grouped(text: str, words: str, figure: float) -> None:
    span, _, value = only(text)
    assert (span, value.figure) == (words, figure)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("12 500-page books", [12, 500]),
        ("Flight 12 300 people died", [300]),
        ("Call 800 123 456 for help", []),
        ("seats 5,4 and 3", [5, 4, 3]),
        ("2.125 children per woman", [2.125]),
        ("2.125 children a woman", [2.125]),
        ("2.125 children in a family on average", [2.125]),
        ("a mean of 1.250 cars a household", [1.25]),
    ],
)
def test_figures_that_only_stand_side_by_side_are_not_put_together(text: str, figure: list[float]) -> None:
    assert [value.figure for _, _, value in read(text)] == figure


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("USD34.6m", 34.6e6, "USD"),
        ("450 million kr", 450e6, "KRO"),
        ("kr 900", 900, "KRO"),
        ("kr1.2bn", 1.2e9, "KRO"),
        ("NOK2.5bn", 2.5e9, "NOK"),
        ("5m rand", 5e6, "ZAR"),
        ("90 taka", 90, "BDT"),
        ("EUR34.6m", 34.6e6, "EUR"),
        ("34.6m EUR", 34.6e6, "EUR"),
        ("CHF1.2bn", 1.2e9, "CHF"),
        ("GBP20,000", 20_000, "GBP"),
        ("Rs350 crore", 3.5e9, "INR"),
        ("Rs. 350", 350, "INR"),
        ("Rs 12,50,000", 1.25e6, "INR"),
        ("N40 billion", 40e9, "NGN"),
        ("N350,000", 350_000, "NGN"),
        ("R500m", 500e6, "ZAR"),
        ("RM50 million", 50e6, "MYR"),
        ("KSh500", 500, "KES"),
        ("€34,6 million", 34.6e6, "EUR"),
        ("€1.250.000", 1.25e6, "EUR"),
        ("£12 500", 12_500, "GBP"),
        ("12'500 francs", 12_500, "CHF"),
        ("two million five hundred thousand dollars", 2.5e6, "USD"),
        ("12 million zlotys", 12e6, "PLN"),
        ("PLN12m", 12e6, "PLN"),
        ("7 million złotych", 7e6, "PLN"),
        ("GH¢40m", 40e6, "GHS"),
        ("40 million cedis", 40e6, "GHS"),
        ("₵40 million", 40e6, "GHS"),
        ("Kč90 million", 90e6, "CZK"),
        ("90 million Czech crowns", 90e6, "CZK"),
        ("90 million crowns", 90e6, "KRO"),
        ("500 million shillings", 500e6, "SHI"),
        ("Sh500 million", 500e6, "SHI"),
        ("3 billion Ugandan shillings", 3e9, "UGX"),
        ("Rs.1,200 cr", 1.2e10, "INR"),
        ("5 million Kuwaiti dinars", 5e6, "KWD"),
        ("80 million Philippine pesos", 80e6, "PHP"),
    ],
)
def test_currencies_are_read_as_they_are_shortened_and_glued(text: str, figure: float, unit: str) -> None:
    _, item, value = only(f"It paid {text} then.")
    assert (item.kind, value.figure, value.unit) == ("money", figure, unit)


@pytest.mark.parametrize("text", ["They wore N95 masks.", "Route R25 is closed.", "At COP30 they met."])
def test_codes_that_are_no_currency_are_no_money(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Detectives zero in on a suspect.",
        "They were at sixes and sevens.",
        "He was on cloud nine.",
        "They got back to square one.",
        "It was a one-two punch.",
        "The odds were five to one.",
        "Six of one and half a dozen of the other.",
        "It takes two to tango.",
        "He was one in a million.",
        "the Big Three met",
        "the Group of Seven met",
        "It was part two of the series.",
        "net zero",
        "a nine-to-five job",
        "two-way talks",
        "One of the dead was a child.",
        "40 Steve Parsons",
        "40 Carlo Allegri/Reuters",
    ],
)
def test_phrases_names_and_credits_count_nothing(text: str) -> None:
    assert [words for words, _, _ in read(text)] == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Last year two people died.", [2]),
        ("That week three men were held.", [3]),
        ("The rate fell to zero.", [0]),
        ("one of a few companies", [2]),
        ("12 Democrats left", [12]),
    ],
)
def test_counts_beside_such_words_stay_counts(text: str, figure: list[float]) -> None:
    assert [value.figure if value.figure is not None else value.low for _, _, value in read(text)] == figure


@pytest.mark.parametrize(
    "text",
    [
        "He was trapped in a two-carriage train.",
        "It killed people in a three-storey house.",
        "The blast destroyed a twin-engine, two-seat plane.",
        "The two-carriage train trapped passengers.",
        "It injured men in a four-door car.",
        "It killed a five-man crew.",
    ],
)
def test_nothing_happens_to_the_parts_of_a_thing(text: str) -> None:
    assert [value.role for _, _, value in read(text)] == [""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four and 20 others were hurt.", [("people", "injured", 4), ("people", "injured", 20)]),
        ("He and 20 others died.", [("people", "killed", 20)]),
        ("Some 50 houses burnt and 300 were damaged.", [("house", "", 50), ("house", "damaged", 300)]),
        (
            "It destroyed 50 homes and damaged another 300.",
            [("home", "destroyed", 50), ("home", "damaged", 300)],
        ),
        ("Twelve shops were looted, 30 others damaged.", [("shop", "", 12), ("shop", "damaged", 30)]),
        ("Of the houses there, 300 were damaged.", [("house", "damaged", 300)]),
        ("Ten boats sank and four were damaged.", [("boat", "", 10), ("boat", "damaged", 4)]),
        ("It killed 12 and damaged 200.", [("people", "killed", 12), ("", "damaged", 200)]),
        ("It gutted three shops and damaged five more.", [("shop", "", 3), ("shop", "damaged", 5)]),
        ("He fatally shot 58 people and wounded 20.", [("people", "killed", 58), ("people", "injured", 20)]),
        ("Ninety sheep drowned and 40 were rescued.", [("sheep", "killed", 90), ("sheep", "rescued", 40)]),
        ("Two trains collided and 40 were injured.", [("train", "", 2), ("people", "injured", 40)]),
        ("Twelve people died and 30 were hurt.", [("people", "killed", 12), ("people", "injured", 30)]),
    ],
)
def test_what_is_counted_is_what_it_happened_to(text: str, expected: list[tuple[str, str, float]]) -> None:
    assert [(value.head, value.role, value.figure) for _, _, value in read(text)] == expected


def test_a_change_and_the_level_it_led_to_are_two_figures() -> None:
    assert [value.figure for *_, value in read("Claims edged up 2,000 to 5,506,500 in March.")] == [
        2_000,
        5_506_500,
    ]


def test_a_rise_by_a_range_stays_a_range() -> None:
    (found,) = read("The fund rose by 2,000 to 3,000 members a year.")
    assert (found[2].low, found[2].high) == (2_000, 3_000)


@pytest.mark.parametrize(
    "text",
    [
        "It ran on 9 June.",
        "The fair runs 9-23 June.",
        "The fair runs June 9–23.",
        "It runs June 9 to 23 there.",
    ],
)
def test_a_day_beside_its_month_is_no_count_where_the_year_is_not_known(text: str) -> None:
    assert read(text) == []
