"""The values and names of two versions of a claim that a reader should look at before all other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsdiff.details.context import Context
from newsdiff.details.differences.judged import ValuesApart
from newsdiff.details.differences.own_names import OwnNames
from newsdiff.details.differences.reasons import quoted
from newsdiff.details.figures.parts_and_wholes import are_explained
from newsdiff.details.occurrence import Occurrence
from newsdiff.statements.sentence_texts import SentenceText

LIKELY: Final = 0.2
"""Probability of answering one question from which two unequal values come before all other words.

Set by hand: on events left out a third of them are the values of a marked conflict, of those below one in
thirty."""
PERHAPS: Final = 0.05
"""The same where no other words can be named."""


class PointedAt:
    """Unequal values, and names that look like one, in two sentences of an event."""

    def __init__(self, context: Context) -> None:
        self._index = context.index
        self._names = OwnNames(context)

    def first(self, values: Sequence[ValuesApart], here: SentenceText, there: SentenceText) -> Iterator[str]:
        """What comes before all other words: values that probably answer one question, names spelled alike.

        `values` are those of the two sentences, the likeliest first.
        """
        yield from self._unequal(values, LIKELY, here)
        alike = self._names.most_alike(here.id, here.article, there.id, there.article)
        if alike is not None:
            yield beside(*alike, here)

    def perhaps(self, values: Sequence[ValuesApart], here: SentenceText) -> str:
        """Values that may answer one question; empty without any."""
        return next(self._unequal(values, PERHAPS, here), "")

    def _unequal(self, values: Sequence[ValuesApart], least: float, here: SentenceText) -> Iterator[str]:
        for found in values:
            if found.probability < least:
                return
            if not are_explained(self._index, found.one, found.other):
                yield beside(found.one, found.other, here)
                return


def beside(a: Occurrence, b: Occurrence, here: SentenceText) -> str:
    """The words of two mentions, those that stand in `here` first."""
    words = quoted(a.mention.text), quoted(b.mention.text)
    return " / ".join(words if a.sentence.id == here.id else words[::-1])
