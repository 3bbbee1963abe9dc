"""Dates and times: mostly of different happenings, so only what stands in like words is compared."""

from __future__ import annotations

from datetime import date

from newsdiff import compare
from tests.details.small_events import article, differing, relation_of, told, with_mention


def test_the_same_day_in_other_words_is_shared() -> None:
    comparison = told(
        "The ferry sank off Bari on Tuesday with 40 people aboard.",
        "The ferry sank off Bari on May 7 with 40 people aboard.",
    )
    assert relation_of(comparison, "Tuesday", "May 7") == "shared"


def test_the_year_of_one_happening_differs() -> None:
    comparison = told(
        "Palmer was drafted first overall by the Cincinnati Bengals in 2002, out of college.",
        "Palmer was drafted first overall by the Cincinnati Bengals in 2003, out of college.",
    )
    assert relation_of(comparison, "2002", "2003") == "differs"


def test_a_year_and_a_month_in_it_are_one_date_told_more_exactly() -> None:
    comparison = told(
        "Russia began its invasion of Ukraine in 2022 and still fights on.",
        "Since the invasion of Ukraine by Russia in February 2022 the front has moved little.",
    )
    assert relation_of(comparison, "2022", "February 2022") == "shared"
    detail = with_mention(comparison, "2022")[0]
    assert detail.because == "“February 2022” lies within “2022”, told of the same happening"


def test_a_decade_and_a_year_in_it_stand_apart_where_little_speaks_for_one_happening() -> None:
    comparison = told(
        "The rocket is the strongest since the Saturn 5, the 1980s Energia rocket and the space shuttle.",
        "The pad served the moon rockets and the first launch of the space shuttle in 1981.",
    )
    assert relation_of(comparison, "1980s", "1981") is None


def test_statements_of_different_days_are_no_clash() -> None:
    comparison = told(
        "The minister said on Monday that the bridge over the Elbe would be closed.",
        "The minister said on Tuesday that the bridge over the Elbe would be closed.",
    )
    assert differing(comparison) == []


def test_the_same_relative_words_are_no_clash_whenever_they_were_printed() -> None:
    text = "The rocket will launch next month from the old pad at the cape."
    comparison = compare([article("a", text), article("b", text, date(2024, 7, 9))])
    assert differing(comparison) == []


def test_clock_times_of_different_zones_are_not_compared() -> None:
    comparison = told(
        "The flight left Los Angeles for Tokyo at 11:36 a.m. and turned back over the ocean.",
        "The flight left Los Angeles for Tokyo at 1936 GMT and turned back over the ocean.",
    )
    assert differing(comparison) == []


def test_a_month_without_its_year_does_not_clash_with_another_year() -> None:
    comparison = told(
        "The film reaches theaters on May 4, 2025, the studio announced in a trailer.",
        "The film reaches theaters on May 4, according to the trailer of the studio.",
    )
    assert differing(comparison) == []


def test_a_slip_of_half_a_day_is_a_difference() -> None:
    comparison = told(
        "The flight took off from Auckland at 12:05 a.m. on Monday.\n"
        "It landed in Honolulu at 10:15 a.m. on New Year's Eve.",
        "A short delay in Auckland sent passengers back in time.\n"
        "About nine hours later they arrived at the gate in Honolulu at 10:15 p.m. on Sunday.",
    )
    assert {"10:15 a.m.", "10:15 p.m."} in differing(comparison)


def test_a_vague_date_is_no_strong_difference() -> None:
    comparison = told(
        "The leak of the 28-point peace plan for Ukraine on Nov. 20 caused dismay in Kyiv.",
        "At the end of November the 28-point peace plan for Ukraine leaked and caused dismay in Kyiv.",
    )
    (detail,) = [detail for detail in comparison.details if detail.relation == "differs"]
    assert {mention.text for mention in detail.mentions} == {"Nov. 20", "the end of November"}
    assert detail.confidence <= 0.65
