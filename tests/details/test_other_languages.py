"""What articles in other languages report, and that they are never said to have nothing."""

from __future__ import annotations

from dataclasses import replace

from newsdiff import compare
from newsdiff.model import Comparison
from tests.details.small_events import article, with_mention

ENGLISH = "On Tuesday Steve Witkoff met Kirill Dmitriev in the hills outside the town for an hour."
PLAIN = "A ferry from Gozo ran aground near the harbour wall while passengers slept, its owner said."
GERMAN = "Am Dienstag traf Kirill Dmitriev in den Bergen vor der Stadt einen Gesandten aus Washington."


def mixed() -> Comparison:
    """Two articles in English and one in German."""
    foreign = replace(article("c", GERMAN), language="de")
    return compare([article("a", ENGLISH), article("b", PLAIN), foreign], base="a")


def test_the_very_same_name_is_reported_in_every_language() -> None:
    detail = with_mention(mixed(), "Kirill Dmitriev")[0]
    assert (detail.relation, detail.reported_by) == ("shared", ("a", "c"))
    assert (detail.not_found_in, detail.not_compared) == (("b",), ())


def test_an_article_in_another_language_is_never_said_to_have_nothing_near_a_detail() -> None:
    comparison = mixed()
    assert all("c" not in detail.not_found_in for detail in comparison.details)
    detail = with_mention(comparison, "Steve Witkoff")[0]
    assert (detail.reported_by, detail.not_found_in, detail.not_compared) == (("a",), ("b",), ("c",))
