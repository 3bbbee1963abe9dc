"""The words that a claim points at first: unequal values, names that look like one."""

from __future__ import annotations

import pytest

from newsdiff.model import Detail
from tests.details.small_events import compared


def claim(*texts: str) -> Detail:
    """The one claim of which two outlets give versions."""
    (found,) = [one for one in compared(*texts, level="all").details if one.kind == "claim"]
    return found


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (
            (
                "The plane turned around four hours into an 11-and-a-half hour journey to Tokyo after a "
                "passenger was found aboard.",
                "She wondered why the plane was turning around four hours into the 11-hour flight to Tokyo.",
            ),
            "“11-and-a-half hour” / “11-hour”",
        ),
        (
            (
                "Economists had expected around 2.1 million new claims for jobless benefits last week.",
                "Economists polled by the agency had forecast 2.05 million new jobless claims in the week.",
            ),
            "“around 2.1 million new claims” / “2.05 million new jobless claims”",
        ),
        (
            (
                "Senator Richard Hale had misspoken about his service in a speech to veterans in Norwalk, "
                "his office said.",
                "Senator Richard Hale misspoke about his service at an event for veterans in Norfolk, his "
                "campaign said.",
            ),
            "“Norwalk” / “Norfolk”",
        ),
    ],
)
def test_values_and_names_that_may_clash_come_before_all_other_words(
    texts: tuple[str, str], words: str
) -> None:
    assert claim(*texts).because.split("; ")[0] == words
    assert words in claim(*texts).label
    mirrored = " / ".join(reversed(words.split(" / ")))
    assert claim(*reversed(texts)).because.split("; ")[0] == mirrored


def test_a_name_that_both_articles_have_is_not_pointed_at() -> None:
    one = "Senator Richard Hale had misspoken about his service in a speech to veterans in Norwalk, he said."
    other = "Senator Richard Hale misspoke about his service at an event for veterans in Norfolk, he said."
    both = f"{other} He had been in Norwalk in May."
    assert "“Norwalk” / “Norfolk”" not in claim(one, both).because
