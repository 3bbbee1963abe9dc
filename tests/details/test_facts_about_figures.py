"""What is true of figures in the news: whose age, which part, how many of what, nobody at all."""

from __future__ import annotations

import pytest

from newsdiff.details.context import Context
from newsdiff.details.figures.bearers import bearer_in_common
from newsdiff.details.figures.intervals import seldom_by_chance
from newsdiff.details.figures.parts_and_wholes import is_explained, part_of_whole
from newsdiff.details.figures.surroundings import is_in_a_list
from newsdiff.details.kinds_of_things import kinship
from newsdiff.details.occurrence import Occurrence
from newsdiff.details.questions.details import least_to_join
from newsdiff.details.questions.features import agreement, share_a_word, words_of_names
from newsdiff.details.questions.values import asked
from newsdiff.model import Quantity
from tests.details.small_events import context_of, occurrence_of


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (Quantity(5, 5, head="lorry"), Quantity(6, 6, head="truck"), "kin"),
        (Quantity(5, 5, head="people", role="killed"), Quantity(6, 6, role="killed"), "same"),
        (Quantity(5, 5, head="people", role="killed"), Quantity(6, 6, role="injured"), "apart"),
        (Quantity(5, 5, head="point"), Quantity(6, 6, head="lorry"), "apart"),
        (Quantity(5, 5, unit="metre"), Quantity(5, 5, unit="kilogram"), "apart"),
        (Quantity(5, 5, head="point"), Quantity(6, 6), "open"),
    ],
)
def test_nouns_units_and_fates_say_whether_two_figures_count_one_kind_of_thing(
    one: Quantity, other: Quantity, how: str
) -> None:
    assert kinship(one, other) == how == kinship(other, one)


@pytest.mark.parametrize(
    ("figure", "unit", "seldom"),
    [
        (28, "", True),
        (3.2e9, "USD", True),
        (48, "metre", True),
        (37, "percent", True),
        (2, "", False),
        (1, "ordinal", False),
        (25, "percent", False),
        (3600, "second", False),
    ],
)
def test_small_counts_ordinals_spans_of_time_and_round_shares_are_often_met_by_chance(
    figure: float, unit: str, seldom: bool
) -> None:
    assert seldom_by_chance(figure, unit) == seldom


BOUNDS = {"same_year": 0.4, "day": 0.3, "day_apart": 0.55, "figure_apart": 0.6, "age": 0.95, "unlike": 0.45}


def first_value(context: Context, article: int) -> Occurrence:
    """The first figure, day or time of an article."""
    return next(one for one in context.index.everything if one.article == article and asked(one))


@pytest.mark.parametrize(
    ("one", "other", "linked", "least"),
    [
        ("It was the first attempt.", "It was the first company.", 0.9, "unlike"),
        ("It was the first attempt.", "It was the first attempt.", 0.9, None),
        ("It was the first attempt.", "It was the first attempt.", 0.4, "figure_apart"),
        ("He had seven coaches.", "She won seven races.", 0.9, "unlike"),
        ("They sent 1,250 soldiers.", "They sent 1,250 guns.", 0.1, None),
        ("It began on Monday.", "It began on Monday.", 0.9, "day"),
        ("It began on Monday.", "It began on Monday.", 0.4, "day_apart"),
        ("It began in 2009.", "It began in 2009.", 0.9, "same_year"),
        ("It began in 2009.", "It began in 2009.", 0.4, "day_apart"),
        ("Anna Lund, 47, left.", "Anna Lund, 47, said so.", 0.9, None),
        ("Anna Lund, 47, left.", "A trucker aged 47 slept.", 0.9, "age"),
    ],
)
def test_values_must_be_surer_where_nouns_differ_and_where_paragraphs_rather_report_other_things(
    one: str, other: str, linked: float, least: str | None
) -> None:
    context = context_of(one, other)
    first, second = (first_value(context, article) for article in (0, 1))
    wanted = BOUNDS[least] if least else 0.0
    assert least_to_join(context, BOUNDS, first, second, linked) == wanted


def test_ages_beside_other_names_are_never_of_one_person() -> None:
    context = context_of("Anna Lund, 47, left.", "Mary Green, 47, left.")
    first, second = (first_value(context, article) for article in (0, 1))
    assert least_to_join(context, BOUNDS, first, second, 1.0) > 1.0


@pytest.mark.parametrize(
    ("text", "mention", "part"),
    [
        ("The blast killed 14 people, including three children.", "three children", "part"),
        ("Of the sheep, 20 out of 29 were sold.", "20", "part"),
        ("The state sent 2,000 troops. Another 1,000 troops followed.", "1,000 troops", "added"),
        ("The blast killed 14 people.", "14 people", ""),
        ("It killed six people and wounded more than 100 others.", "more than 100 others", ""),
    ],
)
def test_a_figure_says_whether_it_counts_a_part_or_the_whole(text: str, mention: str, part: str) -> None:
    context = context_of(text)
    assert part_of_whole(context.index, occurrence_of(context, mention)) == part


@pytest.mark.parametrize(
    ("text", "mention", "other_text", "other"),
    [
        (
            "The crash killed 12 people.",
            "12 people",
            "Ten passengers and two pilots were killed in the crash.",
            "Ten passengers",
        ),
        (
            "The gunman killed three people.",
            "three people",
            "Four people are dead, including the gunman.",
            "Four people",
        ),
    ],
)
def test_a_sum_and_a_toll_that_counts_the_attacker_explain_the_difference(
    text: str, mention: str, other_text: str, other: str
) -> None:
    context = context_of(text, other_text)
    assert is_explained(context.index, occurrence_of(context, mention), occurrence_of(context, other))


def test_two_plain_tolls_are_not_explained_by_each_other() -> None:
    context = context_of("The crash killed 12 people.", "The crash killed 15 passengers.")
    one, other = occurrence_of(context, "12 people"), occurrence_of(context, "15 passengers")
    assert not is_explained(context.index, one, other)


def test_the_age_of_a_person_whom_the_next_sentence_takes_up_is_that_persons_age() -> None:
    context = context_of(
        "A court jailed former senator Ramon Quizon on Tuesday. Quizon, 67, denied the charges.",
        "Former senator Ramon Quizon was jailed on Tuesday. The 69-year-old politician was also fined.",
    )
    one, other = occurrence_of(context, "67"), occurrence_of(context, "69-year-old")
    assert bearer_in_common(context, one, other) == "name"


def test_the_attackers_age_and_a_victims_are_not_of_one_person() -> None:
    context = context_of(
        "Police shot the attacker, Paul Brandt, 31, in Leeds.", "The victim, Anna Reyes, 56, died in Leeds."
    )
    assert bearer_in_common(context, occurrence_of(context, "31"), occurrence_of(context, "56")) is None


def test_each_sums_own_company_speaks_against_one_thing() -> None:
    context = context_of(
        "Bank of America will take a $3 billion charge.", "On Friday Citigroup took a $20 billion charge."
    )
    one, other = (
        words_of_names(context.index, occurrence_of(context, figure))
        for figure in ("$3 billion", "$20 billion")
    )
    assert agreement(one, other, share_a_word) == -1


def test_a_sentence_with_several_figures_of_a_kind_is_a_list() -> None:
    context = context_of("Greens got 12 percent, Reds 31 percent.", "Greens got 14 percent.")
    assert is_in_a_list(context.index, occurrence_of(context, "12 percent"))
    assert not is_in_a_list(context.index, occurrence_of(context, "14 percent"))


def test_the_age_of_a_relative_is_not_that_of_the_person_the_text_is_about() -> None:
    one = "A court in Norvik charged a 16-year-old girl with hitting a soldier near the harbour on Monday."
    other = "A court in Norvik said a 15-year-old pupil was charged with hitting a soldier near the harbour."
    akin = (
        "A court in Norvik charged the girl who, after her 15-year-old cousin was hurt, hit a soldier there."
    )
    alone, beside = context_of(one, other), context_of(one, akin)
    she_is = one.replace("16-year-old girl", "pupil").replace("Monday", "Monday; she’s 15 years old")
    same = context_of(one, she_is)
    assert bearer_in_common(same, *(occurrence_of(same, age) for age in ("16-year-old", "15 years old")))
    ages = ("16-year-old", "15-year-old")
    assert bearer_in_common(alone, *(occurrence_of(alone, age) for age in ages)) == "sentence"
    assert bearer_in_common(beside, *(occurrence_of(beside, age) for age in ages)) is None
