"""Second opinions that changed between two comparisons of one event.

A place of the older comparison is known again in the newer one by the sentences that both hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from newsdiff.brief.passages import sentence_of
from newsdiff.model import Comparison, Detail, Opinion, Statement
from newsdiff.opinion.attached import places_of
from newsdiff.opinion.wording import quoted
from newsdiff.quick_dataclass import dataclass
from newsdiff.sanitize import one_line
from newsdiff.shortened import shortened

LONGEST_LABEL: Final = 100
_Place: TypeAlias = Statement | Detail
_Sentences: TypeAlias = frozenset[tuple[str, str]]
"""Article and words of each sentence of a place."""


@dataclass(frozen=True, slots=True)
class OpinionChange:
    """What was said of a place before and what is said after."""

    label: str
    """What it is about: in the words of an opinion, else the beginning of a sentence."""
    before: Opinion | None
    """None where there was none."""
    after: Opinion | None
    is_new: bool = False
    """Whether the place is not in the older comparison."""
    is_gone: bool = False
    """Whether it is not in the newer one."""


def opinion_changes(before: Comparison, after: Comparison) -> tuple[OpinionChange, ...]:
    """The opinions that another comparison does not have, or has otherwise: by whom, what, on which words."""
    old, new = _places(before), _places(after)
    pairs = sorted(
        (-len(sentences & others), a, b)
        for a, (_, sentences) in enumerate(old)
        for b, (_, others) in enumerate(new)
        if sentences & others
    )
    partner: dict[int, int] = {}
    for _, a, b in pairs:
        if a not in partner and b not in partner.values():
            partner[a] = b
    found = [
        _change(before, after, place, new[partner[number]][0] if number in partner else None)
        for number, (place, _) in enumerate(old)
    ]
    rest = (place for number, (place, _) in enumerate(new) if number not in partner.values())
    found += [_change(before, after, None, place) for place in rest]
    return tuple(one for one in found if one is not None)


def _places(comparison: Comparison) -> list[tuple[_Place, _Sentences]]:
    """What may have been asked about, with its sentences."""
    words = {
        one.id: (item.article.id, one_line(item.article.text[one.start : one.end]))
        for item in comparison.annotated
        for one in item.sentences
    }
    return [(place, frozenset(_sentences(place, words))) for place in places_of(comparison)]


def _sentences(place: _Place, words: dict[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    parts = place.sentences if isinstance(place, Statement) else place.mentions
    yield from (words[one.sentence] for one in parts if one.sentence in words)


def _change(
    before: Comparison, after: Comparison, old: _Place | None, new: _Place | None
) -> OpinionChange | None:
    was, now = (one.opinion if one is not None else None for one in (old, new))
    if _said(before, was) == _said(after, now):
        return None
    asked = next(one for one in (now, was) if one is not None)
    label = asked.at_odds or (was.at_odds if was is not None else "")
    if not label:
        comparison, place = (after, new) if new is not None else (before, old)
        assert place is not None
        label = _beginning(comparison, place)
    return OpinionChange(label, was, now, is_new=old is None, is_gone=new is None)


def _said(comparison: Comparison, opinion: Opinion | None) -> object:
    """By whom, what, and on which words."""
    return opinion and (opinion.by, opinion.says, opinion.at_odds, quoted(comparison, opinion))


def _beginning(comparison: Comparison, place: _Place) -> str:
    first = place.sentences[0] if isinstance(place, Statement) else place.mentions[0]
    item = comparison.annotation(first.article)
    part = sentence_of(item, first.sentence)
    return shortened(one_line(item.article.slice(part)), LONGEST_LABEL) if part else ""
