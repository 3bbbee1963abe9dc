"""Kinds of wrong marks that were seen: none of them may come out of an event of that kind.

Every event here is made up. Two outlets write of one thing, a third of something else. At the usual level
nothing differs that does not, no two things become one detail, and it is said of nobody that they lack what
they have.
"""

from __future__ import annotations

import pytest

from newsdiff.model import Comparison, Detail
from tests.details.small_events import compared, differing, relation_of, with_mention

ELSEWHERE = "Gardeners trimmed hedges along quiet lanes. A band played in the square until the evening."


def event(one: str, other: str) -> Comparison:
    """Outlets a and b report on one thing, c on another."""
    return compared(one, other, ELSEWHERE)


def claims(comparison: Comparison) -> list[Detail]:
    """The claims that differ."""
    return [one for one in comparison.details if one.relation == "differs" and one.kind == "claim"]


def typed(comparison: Comparison) -> list[set[str]]:
    """The mentions of each figure, day, time or name that differs."""
    return [
        {mention.text for mention in one.mentions}
        for one in comparison.details
        if one.relation == "differs" and one.kind != "claim"
    ]


def only_in(comparison: Comparison, text: str) -> list[Detail]:
    """The details of a wording that one article alone is said to have."""
    return [one for one in with_mention(comparison, text) if one.relation == "only"]


# What a street, a photograph or an idiom is given

STREET = (
    "Anna Berg, 34, was found dead in her flat at 52 Mill Street in Norvik on Monday, police said.",
    "Police said Anna Berg, who was 34, was found dead on Monday in a flat on Mill Street in Norvik.",
)
CREDIT = (
    "Photo: Anna Berg 24/Norvik Images\nA fire in a mill in Norvik killed 12 people on Monday, police said.",
    "Police said that 12 people were killed on Monday in a fire in a mill in Norvik.",
)
CARRIAGES = (
    "Rescuers freed nine people trapped in a two-carriage train after it hit a landslide near Norvik.",
    "Nine people were trapped in a train near Norvik after it hit a landslide, rescuers said.",
)
ZERO_IN = (
    "Police began to zero in on Paul Brandt, and arrested three people in Norvik on Monday.",
    "Three people were arrested in Norvik on Monday as police closed in on Paul Brandt.",
)


def test_a_street_has_no_age() -> None:
    comparison = event(*STREET)
    assert not [one for one in with_mention(comparison, "52") if one.kind == "age"]
    assert relation_of(comparison, "34", "34") == "shared"
    assert typed(comparison) == []


def test_a_name_and_a_number_below_a_photograph_are_no_toll() -> None:
    comparison = event(*CREDIT)
    assert [one.relation for one in with_mention(comparison, "12 people")] == ["shared"]
    assert differing(comparison) == []


def test_the_carriages_of_a_train_are_not_people_trapped_in_it() -> None:
    comparison = event(*CARRIAGES)
    assert typed(comparison) == []
    (trapped,) = with_mention(comparison, "nine people")
    assert (trapped.relation, trapped.reported_by) == ("shared", ("a", "b"))
    assert not any("people" in one.label for one in with_mention(comparison, "two-carriage"))


def test_to_zero_in_on_somebody_is_no_number() -> None:
    comparison = event(*ZERO_IN)
    assert [one for one in with_mention(comparison, "zero") if one.kind == "number"] == []
    assert relation_of(comparison, "three people", "Three people") == "shared"


# Measures: units, and two things of one kind

MILES = (
    "Smoke from the fire near Norvik could be seen 20 miles away, the fire chief said on Monday.",
    "The fire chief said on Monday that smoke from the fire near Norvik could be seen 30 km away.",
)
DEPTH = (
    "The quake struck at a depth of 10 kilometres near Norvik on Monday, the survey said.",
    "The survey said the quake on Monday near Norvik was 6.2 miles deep.",
)
TWO_OF_A_KIND = {
    "missiles": (
        "The first missile flew 450 kilometres before it fell into the sea east of Norvik, the army said.",
        "The second missile flew 800 kilometres before it fell into the sea east of Norvik, the army said.",
    ),
    "ships": (
        "The Argo, a ship of 190 metres, lies off Norvik and waits for a pilot, the port said.",
        "The Nordstern, a ship of 240 metres, lies off Norvik and waits for a pilot, the port said.",
    ),
    "rockets": (
        "The older rocket, 70 metres tall, stands on the pad in Norvik and will fly in May, engineers said.",
        "The newer rocket, 98 metres tall, stands on the pad in Norvik and will fly in June, engineers said.",
    ),
}


def test_a_round_distance_in_miles_and_one_in_kilometres_agree() -> None:
    comparison = event(*MILES)
    assert typed(comparison) == []
    assert not only_in(comparison, "20 miles")
    assert not only_in(comparison, "30 km")


def test_a_depth_in_another_unit_is_the_same_depth() -> None:
    comparison = event(*DEPTH)
    assert relation_of(comparison, "10 kilometres", "6.2 miles") in ("shared", "variant")


@pytest.mark.parametrize("name", TWO_OF_A_KIND)
def test_the_same_measure_of_two_things_is_two_questions(name: str) -> None:
    comparison = event(*TWO_OF_A_KIND[name])
    assert not [texts for texts in typed(comparison) if any("metres" in text for text in texts)]


# Other happenings of one kind, parts and wholes

GAMES = (
    "The Rovers beat the Tigers 4-2 in game three of the final on Monday in Norvik.",
    "The Rovers lost to the Tigers 1-5 in game four of the final on Wednesday in Norvik.",
)
OFFER = (
    "Nordline offered to buy the paper mill and the port for $900 million in cash and shares on Monday.",
    "Nordline offered on Monday to buy the paper mill and the port, paying $300 million of it in cash.",
)
EMERGENCY = (
    "The governor declared a state of emergency in Norvik from Monday after the storm.",
    "The state of emergency in Norvik, declared by the governor after the storm, ends on Friday.",
)
COUNTS = (
    "A jury in Norvik found Paul Brandt guilty on eight counts on Tuesday.",
    "A jury in Norvik on Tuesday found Paul Brandt guilty on eight counts, five of them tax fraud.",
)
COUNTS_OF_TAX_FRAUD = (
    COUNTS[0],
    "Paul Brandt was found guilty of five counts of tax fraud by a jury in Norvik on Tuesday.",
)
FATALITIES = (
    "A plane slid off the runway in Norvik on Monday and there were no fatalities, police said.",
    "Police said nobody was killed when a plane slid off the runway in Norvik on Monday. The last crash with "
    "fatalities there was in 1998.",
)


def test_the_scores_of_two_games_are_two_questions() -> None:
    comparison = event(*GAMES)
    assert not [texts for texts in typed(comparison) if any("-" in text for text in texts)]


def test_the_days_of_two_games_are_two_questions() -> None:
    assert typed(event(*GAMES)) == []


def test_the_price_of_an_offer_and_a_part_of_it_are_two_questions() -> None:
    assert typed(event(*OFFER)) == []


def test_a_start_and_an_end_are_two_questions() -> None:
    comparison = event(*EMERGENCY)
    assert typed(comparison) == []
    assert relation_of(comparison, "Monday", "Friday") is None


def test_counts_and_those_of_them_that_are_of_one_kind_are_a_whole_and_a_part() -> None:
    comparison = event(*COUNTS)
    assert typed(comparison) == []
    assert relation_of(comparison, "eight counts", "five") is None
    (counts,) = with_mention(comparison, "eight counts")
    assert counts.reported_by == ("a", "b")


@pytest.mark.xfail(strict=True, reason="a count of one kind is not read as a part of a count without a kind")
def test_eight_counts_and_five_of_tax_fraud_do_not_exclude_each_other() -> None:
    assert typed(event(*COUNTS_OF_TAX_FRAUD)) == []


def test_no_fatalities_today_and_the_year_of_the_last_ones_have_nothing_to_do_with_each_other() -> None:
    comparison = event(*FATALITIES)
    assert differing(comparison) == []
    assert relation_of(comparison, "Monday", "1998") is None


# Words of somebody, and who somebody is

ECHO = (
    "“We will not leave the mill,” said Anna Berg on Monday, and called the offer an insult.",
    "Anna Berg said on Monday that she “will not leave” the mill.",
)
JUNIOR = (
    "Police arrested Paul Brandt Jr., 56, on Monday in Norvik over the fire in the mill.",
    "Paul Brandt was arrested on Monday in Norvik over the mill fire. The 56-year-old denies it, they said.",
)
REPORTED_BY_ONE = (
    "Nordline closed the Norvik mill on Monday, and the Norvik Times wrote that 300 people lost their jobs.",
    "Nordline owns a mill in Norvik. The mayor of Norvik will meet the owners of Nordline on Friday.",
)
DENIAL = (
    "Prosecutors charged Paul Brandt with setting fire to the Norvik mill on Monday.",
    "Prosecutors said on Monday that, although Paul Brandt was not charged with setting fire to the Norvik "
    "mill, they would question him again.",
)


def test_a_quotation_and_its_echo_are_one_quotation() -> None:
    comparison = event(*ECHO)
    quotes = [one for one in comparison.details if one.kind == "quote"]
    assert [(one.relation, one.reported_by) for one in quotes] == [("shared", ("a", "b"))]


def test_a_suspect_with_and_without_jr_is_one_person_of_one_age() -> None:
    comparison = event(*JUNIOR)
    assert [one for one in comparison.details if one.relation == "only" and "Brandt" in one.label] == []
    ages = [one for one in comparison.details if one.kind == "age"]
    assert [(one.relation, one.reported_by) for one in ages] == [("shared", ("a", "b"))]
    assert typed(comparison) == []


def test_what_one_outlet_attributes_is_not_reported_by_outlets_that_only_name_the_same_names() -> None:
    comparison = event(*REPORTED_BY_ONE)
    for detail in with_mention(comparison, "300 people"):
        assert detail.reported_by == ("a",)
    assert not any("300" in value.value for one in claims(comparison) for value in one.values)


@pytest.mark.xfail(strict=True, reason="in an event of few sentences two names in common make a firm link")
def test_common_names_make_no_firm_link() -> None:
    assert not [link for link in event(*REPORTED_BY_ONE).links if link.firm]


def test_a_charge_and_its_denial_in_a_subordinate_clause_differ() -> None:
    (claim,) = claims(event(*DENIAL))
    assert {value.reported_by for value in claim.values} == {("a",), ("b",)}
    assert any("not charged" in value.value for value in claim.values)


# Claims: other words for the same thing, and what one version adds, are no claims that differ

ALIKE = {
    "the number of a house": STREET,
    "a photo credit": CREDIT,
    "the carriages of a train": CARRIAGES,
    "an idiom": ZERO_IN,
    "a depth in another unit": DEPTH,
    "a round distance": MILES,
    "a start and an end": EMERGENCY,
    "a whole and its part": COUNTS,
    "an echo of a quotation": ECHO,
    "a person with and without Jr": JUNIOR,
    "the last crash": FATALITIES,
    "an attribution": REPORTED_BY_ONE,
}


DIFFER_BY_MISTAKE = ("an idiom",)
"""Kinds in which the clauses of two versions are still taken for claims that differ."""


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name,
            marks=[
                pytest.mark.xfail(
                    strict=True, reason="words that only add something are taken for a difference"
                )
            ]
            * (name in DIFFER_BY_MISTAKE),
        )
        for name in ALIKE
    ],
)
def test_versions_that_say_the_same_make_no_claim_that_differs(name: str) -> None:
    assert [value.value for claim in claims(event(*ALIKE[name])) for value in claim.values] == []


@pytest.mark.parametrize("name", ALIKE)
def test_every_outlet_stands_in_one_place_and_nothing_of_a_or_b_is_said_to_be_in_c(name: str) -> None:
    for detail in event(*ALIKE[name]).details:
        places = [*detail.reported_by, *detail.not_found_in, *detail.not_compared]
        assert sorted(places) == ["a", "b", "c"]
        assert ("c" in detail.reported_by) == (detail.reported_by == ("c",))
        for value in detail.values:
            texts = {mention.article for mention in value.mentions}
            assert set(value.reported_by) == texts


def test_two_children_and_two_pilots_are_not_one_count() -> None:
    comparison = event(
        "A plane crashed near Norvik on Monday and killed two children, their mother said.",
        "A plane crashed near Norvik on Monday and killed two local pilots, the airline said.",
    )
    assert relation_of(comparison, "two children", "two local pilots") is None
