"""What comes days later joins its story by the names that stay; another event in the same words does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from newsdiff.events.fingerprint import fingerprint_of
from newsdiff.events.similarity import Vector, rarity, vector_of
from newsdiff.events.stories import LONGEST_PAUSE, goes_on
from newsdiff.model import Article
from tests.details.small_events import article

DAY = date(2026, 3, 2)
SANK = "The ferry Bellona sank off Norvik on Monday. Captain Per Dahl and {k} others are missing, {who} said."
HELD = "Prosecutors in Norvik arrested Per Dahl, captain of the Bellona. A court heard Dahl, {who} said."
OTHER = "Prosecutors in Lindau arrested Jan Toth, captain of the Cygnus. A court heard Toth, {who} said."


def vectors(text: str, day: date) -> list[Vector]:
    """Two outlets' articles, weighed as if ten of a thousand articles had each term."""
    made = [
        replace(article(f"o{number}", text.format(k=number + 20, who=who), day), title=text.split(".")[0])
        for number, who in enumerate(("Anna Berg", "Rosa Weber"))
    ]
    return [weighed(one) for one in made]


def weighed(one: Article) -> Vector:
    """Its vector in a library of a thousand articles, ten of which have each term."""
    return vector_of(fingerprint_of(one), lambda term: rarity(term, 1000, 10), 1000)


def test_a_later_day_with_the_names_of_a_story_goes_on_with_it() -> None:
    began, later = vectors(SANK, DAY), vectors(HELD, DAY + timedelta(days=4))
    assert goes_on(began, later, 0.35)
    assert goes_on(later, began, 0.35)


def test_the_same_words_with_other_names_go_on_with_nothing() -> None:
    assert not goes_on(vectors(SANK, DAY), vectors(OTHER, DAY + timedelta(days=4)), 0.35)
    assert not goes_on(vectors(HELD, DAY), vectors(OTHER, DAY), 0.49)


def test_names_alone_join_nothing_and_a_story_does_not_rest_for_weeks() -> None:
    began = vectors(SANK, DAY)
    assert not goes_on(began, vectors(HELD, DAY + timedelta(days=4)), 0.05)
    assert not goes_on(began, vectors(HELD, DAY + timedelta(days=LONGEST_PAUSE + 1)), 0.45)
