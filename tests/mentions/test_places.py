"""Places known by name."""

from __future__ import annotations

import pytest

from newsdiff.mentions.names.places import gazetteer


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
