"""The main tolls of two articles are held against each other, and no other tolls with them."""

from __future__ import annotations

from newsdiff.details.differences.main_tolls import differing_tolls
from newsdiff.model import Level
from tests.details.small_events import compared, context_of


def tolls(*texts: str) -> list[tuple[str, str]]:
    """The tolls that are held against each other, as they stand."""
    return [(a.mention.text, b.mention.text) for a, b in differing_tolls(context_of(*texts))]


def test_leads_in_other_words_with_other_tolls_differ_at_every_level() -> None:
    texts = (
        "Police say 27 people are injured.\nThe ship had left Cologne.",
        "A tourist ship struck a bridge on the Rhine and 25 people were injured, officials said.\nIt rained.",
    )
    assert tolls(*texts) == [("27 people", "25 people")]
    levels: tuple[Level, ...] = ("strict", "normal", "all")
    for level in levels:
        details = compared(*texts, level=level).details
        differing = [one for one in details if (one.relation, one.kind) == ("differs", "number")]
        assert [sorted(mention.text for mention in one.mentions) for one in differing] == [
            ["25 people", "27 people"]
        ]


def test_a_toll_that_the_other_article_gives_too_is_no_difference() -> None:
    assert (
        tolls("The fire injured 27 people.", "At first 25 people were injured.\nLater 27 were injured.") == []
    )


def test_the_first_toll_of_a_lead_is_its_main_one() -> None:
    assert (
        tolls(
            "The blast killed six people.\nA strike last week killed 32 people.",
            "The blast killed six people.",
        )
        == []
    )


def test_the_rest_and_a_part_are_no_main_toll() -> None:
    assert tolls("The crash injured 20 others.", "The crash injured 25 people.") == []
    assert tolls("The fire killed two children.", "The fire killed 12 people.") == []


def test_other_fates_are_not_held_against_each_other() -> None:
    assert tolls("The fire killed 12 people.", "The fire injured 25 people.") == []
