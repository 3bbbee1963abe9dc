"""What stands around two figures and speaks for or against one thing: owners, days, lists, neighbours."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

from newsdiff.details.context import Context
from newsdiff.details.event_index import EventIndex
from newsdiff.details.figures.intervals import can_both_be_true, equal_figures, stated_figure
from newsdiff.details.figures.kinds_of_things import head_stem, kinship
from newsdiff.details.names.spellings import spelling
from newsdiff.details.occurrence import Occurrence, quantity_of
from newsdiff.model import Quantity
from newsdiff.patterns import lazy_pattern

Agreement: TypeAlias = Literal["shared", "contrary", "unsaid"]
"""Both have it; each has another; or one of the two has none."""
Frame: TypeAlias = Literal["back", "ahead", "long"]

AGO_AFTER = lazy_pattern(r"\W*(?:ago|earlier|before|previously|prior)\b", re.I)
LATER_AFTER = lazy_pattern(r"\W*(?:later|after|from now|away)\b", re.I)
LAST_BEFORE = lazy_pattern(r"\b(?:last|past|previous|preceding)\W+$", re.I)
NEXT_BEFORE = lazy_pattern(r"\b(?:next|coming|within)\W+(?:the\W+)?(?:next\W+)?$", re.I)
IN_BEFORE = lazy_pattern(r"\bin\W+(?:just\W+|only\W+)?$", re.I)
RECORD_BEFORE = lazy_pattern(r"\b(?:first|not|never|no|most|only|n[’']t|\w{3,}est)\b", re.I)
"""Before "in four decades": then they are the decades past ("not attempted in", "the biggest in")."""
HEAD_REACH: Final = 5
"""Words after a figure in which its noun may stand ("$3 billion in undistributed foreign earnings")."""


def names_in_common(index: EventIndex, a: Occurrence, b: Occurrence) -> Agreement:
    """Whether a word of a name stands in both sentences (Citigroup's charge is not Goldman's)."""
    near_a, near_b = index.names_near(a), index.names_near(b)
    if not near_a or not near_b:
        return "unsaid"
    words = {word for name in near_a for word in spelling(name.full)}
    return "shared" if any(word in words for name in near_b for word in spelling(name.full)) else "contrary"


def owners_contrary(index: EventIndex, a: Occurrence, b: Occurrence) -> bool:
    """Whether each sentence names people or bodies of its own, whose figures these can be."""
    near = (index.names_near(a), index.names_near(b))
    bodies = all(any(name.type != "place" for name in names) for names in near)
    return bodies and names_in_common(index, a, b) == "contrary"


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


def noun_follows(index: EventIndex, a: Occurrence, b: Occurrence) -> bool:
    """Whether the noun that one figure counts stands soon after the other, which has none of its own."""
    for one, other in ((a, b), (b, a)):
        head, unsaid = quantity_of(one).head, not quantity_of(other).head
        if head and unsaid and (stem := head_stem(head)):
            after = [w.stem for w in index.sentence_tokens(other) if w.start >= other.mention.end]
            return stem in after[:HEAD_REACH]
    return False


def same_currency_word(a: Occurrence, b: Occurrence) -> bool:
    """Whether two equal sums are in one word for money of which one outlet leaves out the country.

    "30,000 pounds" beside "30,000 Egyptian pounds".
    """
    if not (a.mention.kind == b.mention.kind == "money"):
        return False
    if not equal_figures(quantity_of(a), quantity_of(b)):
        return False
    word, other = (occurrence.mention.text.split()[-1].casefold() for occurrence in (a, b))
    return word == other and word.isalpha()


def frame_of(index: EventIndex, occurrence: Occurrence) -> Frame:
    """Whether a duration reaches back, ahead, or says how long something takes."""
    text, mention, sentence = index.text(occurrence), occurrence.mention, occurrence.sentence
    before = text[sentence.start : mention.start]
    if AGO_AFTER.match(text, mention.end, sentence.end) or LAST_BEFORE.search(before):
        return "back"
    if LATER_AFTER.match(text, mention.end, sentence.end) or NEXT_BEFORE.search(before):
        return "ahead"
    if IN_BEFORE.search(before):
        return "back" if RECORD_BEFORE.search(before) else "ahead"
    return "long"
