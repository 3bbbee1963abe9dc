"""Quotation marks are put around words that have none of their own."""

from __future__ import annotations

import pytest

from newsdiff.quotation_marks import quoted


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Two were hurt.", "“Two were hurt.”"),
        ("“Two were hurt,” he said", "“Two were hurt,” he said"),
        ("“Two were hurt and many more…", "“Two were hurt and many more…"),
        ("He said: “Two were hurt.”", "He said: “Two were hurt.”"),
        ("two\nlines", "“two lines”"),
    ],
)
def test_a_text_with_a_mark_at_either_end_gets_no_second_pair(words: str, shown: str) -> None:
    assert quoted(words) == shown
