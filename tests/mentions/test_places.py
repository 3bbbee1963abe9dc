"""Places known by name."""

from __future__ import annotations

import pytest

from newsdiff.mentions.names.places import gazetteer
from tests.details.small_events import context_of


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("U.S.", "United States"),
        ("US", "United States"),
        ("America", "United States"),
        ("Americans", "United States"),
        ("UK", "United Kingdom"),
        ("British", "United Kingdom"),
        ("Kiev", "Kyiv"),
        ("Burma", "Myanmar"),
        ("Dutch", "Netherlands"),
        ("The Hague", "Hague"),
        ("São Paulo", "Sao Paulo"),
        ("MOSCOW", "Moscow"),
        ("Mazar-e Sharif", "Mazar-i-Sharif"),
        ("NSW", "New South Wales"),
        ("Washington D.C.", "Washington"),
    ],
)
def test_abbreviations_peoples_and_older_names_lead_to_the_place(written: str, full: str) -> None:
    place = gazetteer().find(tuple(written.split()))
    assert place is not None
    assert place.full == full


@pytest.mark.parametrize("written", ["us", "Us", "IN", "ME", "Nobody", "", "Witkoff"])
def test_other_words_are_no_places(written: str) -> None:
    assert gazetteer().find(tuple(written.split())) is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The women don’t speak much English, police said.", []),
        ("The post, written in German, was deleted.", []),
        ("A Chinese-language daily reported it.", []),
        ("He studied French in Paris.", ["Paris"]),
        ("Ships met in Russian waters.", ["Russian"]),
        ("He spoke to Russian officials.", ["Russian"]),
        ("English fans sang.", ["English"]),
    ],
)
def test_a_language_is_no_place(text: str, places: list[str]) -> None:
    named = [one.mention for one in context_of(text).index.everything if one.mention.kind == "place"]
    assert [mention.text for mention in named if mention.text in text] == places


def test_an_adjective_is_distinguished_from_the_name() -> None:
    russian, russia = gazetteer().find(("Russian",)), gazetteer().find(("Russia",))
    assert russian is not None
    assert russia is not None
    assert (russian.key, russian.adjective, russia.adjective) == (russia.key, True, False)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Iran", "Iraq"),
        ("Austria", "Australia"),
        ("Niger", "Nigeria"),
        ("Georgia", "Germany"),
        ("Congo", "DRC"),
    ],
)
def test_neighbours_in_spelling_are_two_places(left: str, right: str) -> None:
    a, b = gazetteer().find((left,)), gazetteer().find((right,))
    assert a is not None
    assert b is not None
    assert a.key != b.key
