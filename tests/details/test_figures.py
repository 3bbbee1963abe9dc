"""Figures: which are told of one thing, and whether they exclude each other."""

from __future__ import annotations

import pytest

from tests.details.small_events import differing, relation_of, told, with_mention

CRASH = "A bus plunged into a ravine in Peru on Tuesday, killing {0} people and injuring {1}, police said."
CRASH_TOO = (
    "At least {0} people died when a bus fell into a ravine in Peru on Tuesday. Another {1} were hurt."
)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("five hours", "five hours", "shared"),
        ("five hours", "more than five hours", "shared"),
        ("five hours", "nine hours", "differs"),
        ("nearly five hours", "about five hours", "shared"),
    ],
)
def test_how_long_two_outlets_say_the_talks_lasted(one: str, other: str, relation: str) -> None:
    comparison = told(
        f"The talks between the two ministers in Geneva lasted {one} and ended without a breakthrough.",
        f"The two ministers' talks in Geneva lasted {other} but ended without any breakthrough.",
    )
    assert relation_of(comparison, one, other) == relation


def test_two_death_tolls_differ_though_both_say_at_least() -> None:
    comparison = told(CRASH.format("at least 24", 21), CRASH_TOO.format(26, 21))
    assert relation_of(comparison, "at least 24 people", "At least 26 people") == "differs"


def test_dead_are_never_held_against_injured() -> None:
    comparison = told(CRASH.format(24, 3), CRASH_TOO.format(24, 3))
    assert differing(comparison) == []


def test_a_round_floor_and_a_figure_a_little_above_it_are_one_toll() -> None:
    comparison = told(
        "A truck bomb at the embassy in Kabul killed 12 people and wounded more than 100 others on Tuesday.",
        "Twelve people were killed and 120 were wounded when a truck bomb went off at the embassy in Kabul.",
    )
    assert relation_of(comparison, "more than 100 others", "120") == "shared"


def test_dozens_fit_any_count_of_dozens() -> None:
    comparison = told(
        "A blast in a market in Lahore on Tuesday wounded dozens of people, officials said.",
        "A blast in a Lahore market wounded 45 people on Tuesday, officials said.",
    )
    assert differing(comparison) == []


def test_parts_that_make_up_the_whole_do_not_clash_with_it() -> None:
    comparison = told(
        "The crash of a small plane in Costa Rica on Sunday killed 12 people, officials said.",
        "Ten passengers and two pilots were killed in the crash of a small plane in Costa Rica on Sunday.",
    )
    assert differing(comparison) == []


def test_a_subgroup_does_not_clash_with_all() -> None:
    comparison = told(
        "A fire at a hotel in Ankara on Monday killed 14 people, the governor said.",
        "A fire at a hotel in Ankara on Monday killed 14 people, including three children, he said.",
    )
    assert differing(comparison) == []


def test_figures_of_different_owners_in_one_list_do_not_clash() -> None:
    comparison = told(
        "Bank of America will take a $3 billion charge because of the tax law, it said on Friday.",
        "Citigroup will take a $20 billion charge because of the tax law, it said on Friday.",
    )
    assert differing(comparison) == []


def test_an_outlet_that_tells_both_figures_knows_them_for_two_things() -> None:
    comparison = told(
        "The city of Leeds spent £2.5 million on the bridge last year, the council said.",
        "Leeds spent £2.5 million on the bridge last year. It spent £3.1 million on the station.",
    )
    assert differing(comparison) == []


def test_money_stolen_in_one_robbery_differs() -> None:
    comparison = told(
        "Police arrested three men after goods worth £2.5 million were stolen from a Leeds jeweller.",
        "Three men were arrested after goods worth £3.1 million were stolen from a jeweller in Leeds.",
    )
    assert relation_of(comparison, "£2.5 million", "£3.1 million") == "differs"


def test_a_share_with_the_same_word_after_it_differs() -> None:
    comparison = told(
        "Oxford researchers tested the vaccine on 1,200 volunteers and found it 76 percent effective.",
        "The vaccine was 67 percent effective in 1,200 volunteers, the Oxford researchers found.",
    )
    assert relation_of(comparison, "76 percent", "67 percent") == "differs"
    assert relation_of(comparison, "1,200 volunteers", "1,200 volunteers") == "shared"


def test_the_same_figure_rounded_is_shared_and_the_reason_says_so() -> None:
    comparison = told(
        "The quake destroyed 4,970 houses in the province of Herat, the ministry said on Tuesday.",
        "The quake destroyed about 5,000 houses in Herat province, the ministry said on Tuesday.",
    )
    assert relation_of(comparison, "4,970 houses", "about 5,000 houses") == "shared"
    detail = with_mention(comparison, "4,970 houses")[0]
    assert [value.value for value in detail.values] == ["4,970 houses", "about 5,000 houses"]
    assert detail.because == "“4,970 houses” lies within “about 5,000 houses”"


def test_a_rare_head_noun_that_every_outlet_counts_once_differs() -> None:
    comparison = told(
        "The leaked 28-point peace plan for Ukraine drew protest in Kyiv and in other capitals.",
        "Both sides reviewed the new 19-point peace plan for Ukraine, an aide said.",
        "Critics in Kyiv called the 28-point peace plan a wish list.",
    )
    assert relation_of(comparison, "28-point", "19-point") == "differs"


def test_ages_differ_only_for_the_same_bearer() -> None:
    same = told(
        "The driver, 52, fell asleep at the wheel on the road to Lima, witnesses said.",
        "The driver, aged 54, fell asleep at the wheel on the road to Lima, said witnesses.",
    )
    other = told(
        "Anna Weiss, 52, was found near the road to Lima, witnesses said.",
        "Paul Brandt, 54, was found near the road to Lima, witnesses said.",
    )
    assert relation_of(same, "52", "aged 54") == "differs"
    assert differing(other) == []


def test_one_detail_holds_what_four_outlets_tell() -> None:
    text = "The quake in Herat killed {0} people and flattened whole villages on Tuesday, the ministry said."
    comparison = told(text.format(40), text.format(40), text.format(40), text.format(55))
    detail = with_mention(comparison, "55 people")[0]
    assert detail.reported_by == ("a", "b", "c", "d")
    assert [value.value for value in detail.values] == ["40 people", "55 people"]
    assert detail.label == "people killed"


def test_another_thousand_is_no_thousand() -> None:
    comparison = told(
        "Germany has 850 soldiers at a base near Mazar, with another 1,000 soldiers from partner countries.",
        "Germany has 850 soldiers at a base near Mazar. The partner countries have 1,000 soldiers.",
    )
    assert differing(comparison) == []


def test_strict_shows_no_more_than_normal_and_normal_no_more_than_all() -> None:
    texts = (
        CRASH.format(24, 21) + "\nThe driver, 52, fell asleep.",
        CRASH_TOO.format(26, 19) + "\nThe driver, aged 54, survived.",
    )
    strict, normal, everything = (told(*texts, level=level) for level in ("strict", "normal", "all"))
    assert len(differing(strict)) <= len(differing(normal)) <= len(differing(everything))
    assert differing(normal)


def test_the_same_duration_in_linked_paragraphs_is_one_thing_whatever_stands_around_it() -> None:
    comparison = told(
        "The envoy Anna Reyes and President Paul Brandt met in Lima; their talks stretched for five hours.",
        "President Paul Brandt received the envoy Anna Reyes in Lima. It lasted five hours.",
    )
    (detail,) = with_mention(comparison, "five hours")
    assert detail.relation == "shared"


def test_the_same_figure_counted_in_other_words_is_one_where_the_sentences_tell_the_same() -> None:
    comparison = told(
        "An Egyptian court convicted Mohammed Morsi and 19 others of insulting the judiciary on Saturday.",
        "A court in Egypt convicted Mohammed Morsi and 19 other defendants of insulting the judiciary.",
    )
    assert relation_of(comparison, "19 others", "19 other defendants") == "shared"


def test_a_sum_in_one_currency_whose_country_an_outlet_leaves_out_is_one() -> None:
    comparison = told(
        "Five of the activists were fined 30,000 Egyptian pounds each ($1,688) by the court in Cairo.",
        "Five other activists were fined 30,000 pounds (about $1,680) each by the court in Cairo.",
    )
    assert relation_of(comparison, "30,000 Egyptian pounds", "30,000 pounds") == "shared"


def test_no_outlet_tells_one_thing_with_two_exact_figures() -> None:
    comparison = told(
        "The resolution cut the sale of oil by 89 percent. China handles 90 percent of all trade.",
        "The resolution cut the sale of oil to the North by roughly 90 percent.",
    )
    assert relation_of(comparison, "89 percent", "90 percent") is None


def test_a_count_of_which_there_is_one_in_the_event_is_a_surer_difference_than_a_vague_date() -> None:
    comparison = told(
        "The envoy brought a 28-point plan for peace to the meeting in Moscow.",
        "The envoy brought a 19-point plan for peace to the meeting in Moscow.",
    )
    (detail,) = with_mention(comparison, "28-point")
    assert detail.relation == "differs"
    assert detail.confidence > 0.65
