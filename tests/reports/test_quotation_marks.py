"""Quotation marks are put around words that have none of their own."""

from __future__ import annotations

import pytest

from newsdiff.quotation_marks import ellipses, quoted


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


WHOLE = "He said: “We will not go back,” and left."
GOES_ON = 'She wrote: "We will go on.'
BEGAN_BEFORE = 'We went on," she wrote from home.'
IN_TWO_PARTS = 'We must leave," he said on the steps, "at once.'
IN_BRACKETS = 'He asked all of them ("a greedy lot, and went on.'
SINGLE = "‘I saw it,’ she told a paper of what she called ‘hell’"
INCHES = 'He was found with a 6" pipe near the house.'
GERMAN = "Wir gehen“, sagte er beim Verlassen des Hauses."
FRENCH = "On s’en va», dit le ministre en sortant."


@pytest.mark.parametrize(
    ("sentence", "words", "ends"),
    [
        (WHOLE, "He said: “We will", ("", "…”")),
        (WHOLE, "go back,” and left.", ("“…", "")),
        (WHOLE, "will not", ("“…", "…”")),
        (WHOLE, "said: “We will not go back,” and", ("…", "…")),
        (WHOLE, "He said:", ("", "…")),
        (WHOLE, "left.", ("…", "")),
        (GOES_ON, 'wrote: "We will', ("…", '…"')),
        (GOES_ON, "will go on.", ("…", "")),
        (BEGAN_BEFORE, 'on," she wrote', ('"…', "…")),
        (BEGAN_BEFORE, "We went", ("", "…")),
        (BEGAN_BEFORE, "from home.", ("…", "")),
        (IN_TWO_PARTS, "said on", ("…", "…")),
        (IN_TWO_PARTS, "must leave", ('"…', '…"')),
        (IN_BRACKETS, "asked all", ("…", "…")),
        (SINGLE, "told a paper", ("…", "…")),
        (INCHES, 'with a 6" pipe', ("…", "…")),
        (GERMAN, "gehen“, sagte er", ("„…", "…")),
        (FRENCH, "va», dit le", ("«…", "…")),
        ("No mark stands in it.", "mark", ("…", "…")),
        (WHOLE, WHOLE, ("", "")),
    ],
)
def test_a_sentence_keeps_both_marks_of_a_quotation_that_it_is_cut_in_and_no_others(
    sentence: str, words: str, ends: tuple[str, str]
) -> None:
    text = f"Before. {sentence} Behind it “more” stands."
    start, low = text.index(sentence), text.index(words)
    assert ellipses(text, (start, start + len(sentence)), (low, low + len(words))) == ends
