"""What stands around two figures and speaks for or against one thing: owners, days, lists, neighbours."""

from __future__ import annotations

from typing import Literal, TypeAlias

from newsdiff.details.context import Context
from newsdiff.details.event_index import EventIndex
from newsdiff.details.figures.intervals import can_both_be_true, stated_figure
from newsdiff.details.kinds_of_things import kinship
from newsdiff.details.names.spellings import spelling
from newsdiff.details.occurrence import Occurrence, quantity_of
from newsdiff.model import Quantity

Agreement: TypeAlias = Literal["shared", "contrary", "unsaid"]
"""Both have it; each has another; or one of the two has none."""


def names_in_common(index: EventIndex, a: Occurrence, b: Occurrence) -> Agreement:
    """Whether a word of a name stands in both sentences (Citigroup's charge is not Goldman's)."""
    near_a, near_b = index.names_near(a), index.names_near(b)
    if not near_a or not near_b:
        return "unsaid"
    words = {word for name in near_a for word in spelling(name.full)}
    return "shared" if any(word in words for name in near_b for word in spelling(name.full)) else "contrary"


def days_in_common(index: EventIndex, a: Occurrence, b: Occurrence) -> Agreement:
    """Whether a day of one sentence can be a day of the other."""
    near_a, near_b = index.dates_near(a), index.dates_near(b)
    if not near_a or not near_b:
        return "unsaid"
    return "shared" if any(day.meets(other) for day in near_a for other in near_b) else "contrary"


def same_owner(index: EventIndex, a: Occurrence, b: Occurrence) -> bool:
    """Whether the name nearest to both figures is one: in a list of shares each stands beside its party."""
    mine, theirs = index.names_near(a)[:1], index.names_near(b)[:1]
    return bool(mine and theirs) and mine[0].key == theirs[0].key


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
