"""How near in meaning the words next to two mentions are."""

from __future__ import annotations

from newsdiff.details.context import Context
from newsdiff.details.occurrence import Occurrence
from newsdiff.language.word_vectors import word_vectors


def nearest_words_likeness(context: Context, a: Occurrence, b: Occurrence) -> float:
    """Mean cosine of each word next to one mention with the nearest one next to the other, 0 to 1.

    Of words that the table of vectors lacks only equal ones are near.
    """
    here, there = (
        {stem: context.verbatim(one, stem) for stem in sorted(context.nearest(one))} for one in (a, b)
    )
    if not here or not there:
        return 0.0
    table = word_vectors()
    vectors = [table.unit_vectors([table.row(word) for word in words.values()]) for words in (here, there)]
    cosine = vectors[0] @ vectors[1].T
    for row, stem in enumerate(here):
        for column, other in enumerate(there):
            if stem == other:
                cosine[row, column] = 1.0
    return round(float((cosine.max(axis=1).mean() + cosine.max(axis=0).mean()) / 2), 6)
