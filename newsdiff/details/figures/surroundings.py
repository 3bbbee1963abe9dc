"""What stands around two figures and speaks for or against one thing: neighbours and lists."""

from __future__ import annotations

from newsdiff.details.context import Context
from newsdiff.details.event_index import EventIndex
from newsdiff.details.figures.intervals import can_both_be_true, stated_figure
from newsdiff.details.kinds_of_things import kinship
from newsdiff.details.occurrence import Occurrence, quantity_of
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
