"""The values of two versions of a claim that a reader should look at before all other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsdiff.details.differences.judged import ValuesApart
from newsdiff.details.differences.reasons import quoted
from newsdiff.details.event_index import EventIndex
from newsdiff.details.figures.parts_and_wholes import are_explained
from newsdiff.details.occurrence import Occurrence
from newsdiff.details.questions.values import compatible
from newsdiff.model import Quantity
from newsdiff.statements.sentence_texts import SentenceText

LIKELY: Final = 0.2
"""Probability of answering one question from which two values come before all other words.

Set by hand: on events left out a third of them are the values of a marked conflict, of those below one in
thirty."""
PERHAPS: Final = 0.05
"""The same where no other words can be named."""


def values_stated_apart(
    index: EventIndex, values: Sequence[ValuesApart], here: SentenceText, least: float
) -> Iterator[str]:
    """The words of the two values that most probably answer one question, if any are as probable as `least`.

    `values` are those of two sentences, the likeliest first; the words of `here` come first.
    """
    for found in values:
        if found.probability < least:
            return
        a, b = found.one, found.other
        if are_stated_apart(a, b) and not are_explained(index, a, b):
            words = quoted(a.mention.text), quoted(b.mention.text)
            yield " / ".join(words if a.sentence.id == here.id else words[::-1])
            return


def are_stated_apart(a: Occurrence, b: Occurrence) -> bool:
    """Whether two values exclude each other, or are figures in other words: "around 2.1 million" can be 2.05
    million. Days that meet are mostly put in other words by the days of publication alone."""
    if not compatible(a, b):
        return True
    return isinstance(a.mention.value, Quantity) and a.mention.text.casefold() != b.mention.text.casefold()
