"""What speaks against one event is told in words that a reader can check."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from newsdiff.events.objections import objections
from tests.events.test_joining_articles import DAY, QUAKE, vector

WRITTEN = {"izmir": "Izmir", "demir": "Demir", "padang": "Padang", "sutrisno": "Sutrisno"}


def test_nothing_speaks_against_the_same_text() -> None:
    assert objections(vector(QUAKE), vector(QUAKE), WRITTEN) == ()


def test_the_same_words_with_other_names_say_both_sides_names() -> None:
    other = QUAKE.replace("Izmir", "Padang").replace("Demir", "Sutrisno")
    first, *_ = objections(vector(QUAKE), vector(other), WRITTEN)
    assert first == "the same words, but other names: Izmir, Demir, there Padang, Sutrisno"


def test_a_town_that_is_all_two_articles_share_is_reported() -> None:
    vote = "The council of Izmir voted for a tram line after Nilufer Aksoy found money for it in Izmir."
    found = objections(vector(QUAKE), vector(vote), WRITTEN | {"nilufer": "Nilufer", "aksoi": "Aksoy"})
    assert "little more than Izmir in common" in found


def test_days_far_apart_are_reported() -> None:
    later = replace(vector(QUAKE), day=DAY + timedelta(days=30))
    assert objections(vector(QUAKE), later, WRITTEN) == ("30 days apart",)
