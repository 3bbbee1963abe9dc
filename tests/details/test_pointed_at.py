"""The words that a claim points at first: values that may answer one question."""

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
    ],
)
def test_values_that_may_clash_come_before_all_other_words(texts: tuple[str, str], words: str) -> None:
    assert claim(*texts).because.split("; ")[0] == words
    assert words in claim(*texts).label
    mirrored = " / ".join(reversed(words.split(" / ")))
    assert claim(*reversed(texts)).because.split("; ")[0] == mirrored


def test_days_that_meet_and_figures_in_the_same_words_are_not_pointed_at() -> None:
    one = "The plane turned around four hours into its journey to Tokyo on Tuesday, the airline said."
    other = "It turned around four hours into a journey to Tokyo this week, said a spokesman for the airline."
    words = set(claim(one, other).because.split("; "))
    assert not {"“Tuesday” / “this week”", "“four hours” / “four hours”"} & words
