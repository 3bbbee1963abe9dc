"""What stands around two figures and speaks for or against one thing: neighbours, near words, lists."""

from __future__ import annotations

from newsdiff.details.context import Context
from newsdiff.details.event_index import EventIndex
from newsdiff.details.figures.intervals import can_both_be_true, stated_figure
from newsdiff.details.kinds_of_things import kinship
from newsdiff.details.occurrence import Occurrence, quantity_of
from newsdiff.language.word_vectors import word_vectors
from newsdiff.model import Quantity


def same_neighbours(context: Context, a: Occurrence, b: Occurrence) -> tuple[bool, bool]:
    """Whether the same name or word stands next before both figures, and next after both."""
    before, after = context.before(a), context.after(a)
    return bool(before) and before == context.before(b), bool(after) and after == context.after(b)


def is_in_a_list(index: EventIndex, occurrence: Occurrence) -> bool:
    """Whether the sentence gives more such figures: then each is of something else."""
    mine = quantity_of(occurrence)
    return any(
        isinstance(mention.value, Quantity)
        and stated_figure(mention.value) is not None
        and not can_both_be_true(mention.value, mine)
        and kinship(mention.value, mine) in (("same", "kin", "open") if mine.unit else ("same", "kin"))
        for mention in index.mentions_beside(occurrence)
    )


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
