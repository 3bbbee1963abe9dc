"""What a reader looks for first: the toll, then the place, the time, the cause, the persons, the rest."""

from __future__ import annotations

from typing import Final

from newsdiff.brief.passages import quoted_in
from newsdiff.details.figures.intervals import can_both_be_true
from newsdiff.language.tokens import fold, tokens
from newsdiff.model import Comparison, Detail, Mention, Name, Quantity, Value

CASUALTIES: Final = frozenset(
    "killed injured hospitalised missing casualty hostage trapped infected displaced evacuated".split()
)
"""Roles of counted persons that make a toll, the gravest first."""
CAUSES: Final = frozenset(
    """because cause caused causes causing due blame blamed blames triggered sparked investigation
    investigators investigating motive fault failed failure arson accident accidental deliberate""".split()
)
"""Folded words of sentences that say why something happened."""
TOLL, PLACE, TIME, CAUSE, PERSON, OTHER = range(6)
_OF_KIND: Final = {"place": PLACE, "date": TIME, "time": TIME, "age": PERSON, "name": PERSON}


def importance(comparison: Comparison, detail: Detail) -> int:
    """`TOLL` matters most, `OTHER` least."""
    values = [mention.value for mention in detail.mentions]
    if any(map(_is_toll, values)) or points_at_a_toll(comparison, detail):
        return TOLL
    if detail.kind == "name" and not any(map(_is_person, values)):
        return OTHER
    if detail.kind == "claim" and any(says_why(comparison, detail, at) for at in range(len(detail.mentions))):
        return CAUSE
    return _OF_KIND.get(detail.kind, OTHER)


def points_at_a_toll(comparison: Comparison, detail: Detail) -> bool:
    """Whether the first words that a claim points at are two tolls that cannot both be true."""
    if detail.kind != "claim":
        return False
    firsts = (value.mentions[0] for value in detail.values)
    found = [
        _figure_in(comparison, first, words)
        for first, words in zip(firsts, quoted_in(detail.because)[:2], strict=False)
    ]
    figures = [figure for figure in found if figure is not None]
    return len(figures) == 2 and any(map(_is_toll, figures)) and not can_both_be_true(*figures)


def _figure_in(comparison: Comparison, version: Mention, words: str) -> Quantity | None:
    """The figure with these words in the sentence of a version."""
    held = comparison.annotation(version.article).mentions_of.get(version.sentence, ())
    values = (one.value for one in held if one.text == words)
    return next((value for value in values if isinstance(value, Quantity)), None)


def _is_toll(value: Value | None) -> bool:
    return isinstance(value, Quantity) and value.role in CASUALTIES


def _is_person(value: Value | None) -> bool:
    return isinstance(value, Name) and value.type == "person"


def says_why(comparison: Comparison, detail: Detail, at: int) -> bool:
    """Whether the sentence of a mention holds a word of causes."""
    mention = detail.mentions[at]
    text = comparison.article(mention.article).text
    return holds_cause(text[mention.start : mention.end])


def holds_cause(words: str) -> bool:
    """Whether some words say why something happened."""
    return any(fold(words[token.start : token.end]) in CAUSES for token in tokens(words))


def depth(comparison: Comparison, detail: Detail) -> float:
    """How far down the articles it stands first, on average: 0 in their leads, 1 at their ends."""
    found: dict[str, float] = {}
    for mention in detail.mentions:
        length = max(1, len(comparison.article(mention.article).text))
        at = mention.start / length
        found[mention.article] = min(at, found.get(mention.article, 1.0))
    return sum(found.values()) / max(1, len(found))
