"""What is reported on one side only, on how much that judgement rests, and when nothing is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.world.blind_spots import LEAST_ARTICLES, LEAST_OUTLETS, BlindSpots, blind_spots
from newsdiff.world.counts import WorldNews
from newsdiff.world.home import Home, NoSuchHomeError, home_of
from newsdiff.world.model import Report

DAY = date(2026, 11, 20)
IRELAND = Home(frozenset({"IE"}))


def own_texts(_events: Iterable[str]) -> Mapping[int, int]:
    return {}


class Reports:
    """Reports, numbered as they come."""

    def __init__(self) -> None:
        self.all: list[Report] = []

    def add(self, event: str, *where: str, day: date = DAY, language: str = "en") -> Reports:
        """Reports of an event by outlets written ``IE1``: country and number."""
        for one in where:
            number = len(self.all)
            self.all.append(Report(event, number, one, one[:2], language, day, day.isoformat()))
        return self

    def daily(self, *outlets: str, times: int = 4, day: date = DAY, language: str = "en") -> Reports:
        """Articles on nothing in common."""
        for number in range(times):
            for one in outlets:
                self.add(f"{one} {number} {day} {language}", one, day=day, language=language)
        return self

    def judged(
        self,
        home: Home = IRELAND,
        *,
        copies: Mapping[int, int] | None = None,
        since: date | None = None,
    ) -> BlindSpots:
        found = copies or {}
        return blind_spots(self.all, home, lambda _events: found, since=since)


def found(spots: BlindSpots) -> tuple[list[str], list[str]]:
    return [one.event for one in spots.not_at_home], [one.event for one in spots.only_at_home]


def basis() -> Reports:
    """Enough of both sides."""
    return Reports().daily("IE1", "IE2", "IE3").daily("FR1", "NO1", "GB1", "US1")


def test_what_three_other_countries_report_and_nobody_at_home_is_a_blind_spot() -> None:
    spots = basis().add("fire", "FR1", "NO1", "GB1").add("strike", "FR1", "NO1", "IE2", "GB1").judged()
    assert found(spots) == (["fire"], [])
    (fire,) = spots.not_at_home
    assert fire.countries == ("FR", "GB", "NO")
    assert (fire.texts, fire.basis.outlets, fire.basis.articles) == (3, 3, 13)


def test_what_the_other_side_reported_before_the_days_asked_about_is_no_blind_spot() -> None:
    earlier = basis().add("fire", "IE2", day=DAY - timedelta(days=1)).add("fire", "FR1", "NO1", "GB1")
    earlier.add("fair", "FR1", day=DAY - timedelta(days=1)).add("fair", "IE1", "IE2")
    assert found(earlier.judged(since=DAY)) == ([], [])
    today = basis().add("fire", "FR1", "NO1", "GB1").add("fair", "IE1", "IE2")
    assert found(today.judged(since=DAY)) == (["fire"], ["fair"])


def test_two_countries_are_too_few_and_copies_of_one_text_count_where_it_stood_first() -> None:
    reports = basis().add("fire", "FR1", "NO1", "FR2").add("wire", "FR1", "NO1", "GB1")
    first = next(one.number for one in reports.all if one.event == "wire")
    copies = {first + 1: first, first + 2: first}
    assert found(reports.judged(copies=copies)) == ([], [])
    assert found(reports.judged())[0] == ["wire"]


def test_what_two_outlets_at_home_report_and_nobody_else_is_said_to_be_reported_at_home_only() -> None:
    spots = basis().add("ferry", "IE1", "IE2").add("mine", "IE1").add("both", "IE1", "IE2", "FR1").judged()
    assert found(spots) == ([], ["ferry"])


def test_a_blind_spot_of_two_feeds_is_none() -> None:
    few = Reports().daily("IE1", "IE2", times=20).daily("FR1", "NO1", "GB1", "US1")
    spots = few.add("fire", "FR1", "NO1", "GB1").judged()
    assert found(spots) == ([], [])
    assert not spots.home.is_enough
    assert (spots.home.outlets, spots.home.articles) == (2, 40)


def test_nothing_is_said_of_days_on_which_home_was_not_read() -> None:
    late = DAY + timedelta(days=4)
    spots = basis().add("fire", "FR1", "NO1", "GB1", day=late).judged()
    assert found(spots) == ([], [])
    assert spots.not_compared == 1


def test_outlets_at_home_in_another_language_are_not_compared() -> None:
    reports = Reports().daily("IE1", "IE2", "IE3", language="ga").daily("FR1", "NO1", "GB1", "US1")
    spots = reports.add("fire", "FR1", "NO1", "GB1").judged()
    assert found(spots) == ([], [])
    assert spots.not_compared == 1


def test_an_outlet_of_unknown_country_may_be_one_of_home() -> None:
    reports = basis().add("fire", "FR1", "NO1", "GB1")
    stranger = Report("fire", len(reports.all), "Somebody", "", "en", DAY, "")
    assert found(reports.judged()) == (["fire"], [])
    reports.all.append(stranger)
    assert found(reports.judged()) == ([], [])


def test_home_may_be_outlets_and_countries_by_any_of_their_names() -> None:
    home = home_of(["ie", "BBC News", "lemonde.fr", "Harbour Post"], ["Harbour Post"])
    assert home.countries == {"IE"}
    assert home.outlets == {"bbc news", "le monde", "harbour post"}
    assert home.name == "Ireland, BBC News, Harbour Post, Le Monde"
    with pytest.raises(NoSuchHomeError, match="neither a country nor a known outlet"):
        home_of(["Nowhere"])


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abcd"), st.sampled_from(["IE1", "IE2", "IE3", "FR1", "NO1", "GB1", "US1"])
        ),
        max_size=60,
    )
)
def test_no_event_that_home_reports_is_ever_called_a_blind_spot(pairs: list[tuple[str, str]]) -> None:
    reports = Reports()
    for event, outlet in pairs:
        reports.add(event, outlet)
    spots = reports.judged()
    at_home = {event for event, outlet in pairs if outlet.startswith("IE")}
    abroad = {event for event, outlet in pairs if not outlet.startswith("IE")}
    assert not at_home & {one.event for one in spots.not_at_home}
    assert not abroad & {one.event for one in spots.only_at_home}
    for one in (*spots.not_at_home, *spots.only_at_home):
        assert one.basis.outlets >= LEAST_OUTLETS
        assert one.basis.articles >= LEAST_ARTICLES


def test_countries_are_counted_by_events_and_their_news_stand_newest_first() -> None:
    reports = Reports().add("old", "IE1", "FR1", day=DAY - timedelta(days=1)).add("new", "IE1", "IE2", "NO1")
    news = WorldNews(reports.all)
    assert {code: (one.events, one.outlets, one.articles) for code, one in news.counts.items()} == {
        "IE": (2, 2, 3), "FR": (1, 1, 1), "NO": (1, 1, 1),
    }  # fmt: skip
    assert [(one.event, one.other_countries) for one in news.of_country("IE")] == [("new", 1), ("old", 1)]
    assert news.of_country("IE")[0].outlets == ("IE1", "IE2")
    assert news.of_country("US") == ()
