"""Letters that patterns which ignore case take for others never stop a reading."""

from __future__ import annotations

import re
import string
from datetime import date

import pytest

from newsdiff.language import split_sentences
from newsdiff.letters import lower_like_regex
from newsdiff.mentions import find_mentions
from newsdiff.mentions.other_languages.numbers import figures_in
from newsdiff.model import Article, Block, DateRange, numbered
from newsdiff.readers.metadata.publication_time import published


def test_what_a_pattern_takes_for_a_letter_is_that_letter_in_small() -> None:
    others = [chr(code) for code in range(128, 0x3000)]
    for letter in string.ascii_lowercase:
        taken = [other for other in others if re.fullmatch(letter, other, re.IGNORECASE)]
        assert all(lower_like_regex(other) == letter for other in taken)


@pytest.mark.parametrize("stamp", ["3 ſeptember 2025", "3 SEPTEMBER 2025", "3 september 2025"])
def test_a_stamp_with_such_a_letter_is_read(stamp: str) -> None:
    assert published(stamp).day == date(2025, 9, 3)


@pytest.mark.parametrize("stamp", ["Frıday, December 5", "FRİDAY, December 5", "Friday, December 5"])
def test_so_is_a_weekday_of_a_stamp(stamp: str) -> None:
    assert published(stamp, frozenset([2025])).day == date(2025, 12, 5)


@pytest.mark.parametrize("weekday", ["Tuesday", "Tueſday", "Frıday"])
def test_so_is_a_weekday_of_a_text(weekday: str) -> None:
    text = f"They met in Berlin and spoke about the bridge on Monday and {weekday}."
    block = numbered("a", [Block("", "paragraph", 0, len(text))])
    article = Article("a", "a", text, block, published=date(2025, 12, 4))
    (found,) = find_mentions([article], {"a": split_sentences(article)})
    assert any(isinstance(mention.value, DateRange) for mention in found.mentions)


def test_so_is_a_number_in_words_of_another_language() -> None:
    text = "Es waren dreı Leute da."
    assert [one.value.low for one in figures_in(text, 0, len(text), "de", ())] == [3.0]  # type: ignore[union-attr]
