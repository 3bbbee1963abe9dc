"""What the history of an article is made of.

version     one text that an article has had, with the times between which it was seen
piece       the headline, a sentence or a heading of a version: what is put side by side
change      of a piece: same, reworded, moved, moved and reworded, went, came
step        from one version to another: its changes, and what they did to the comparison
correction  a sentence in which the outlet itself says that it changed its article

Offsets are code points, end-exclusive.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from newsdiff.language.corrections import Correction
from newsdiff.model import Article
from newsdiff.quick_dataclass import dataclass

ChangeKind: TypeAlias = Literal["same", "reworded", "moved", "moved and reworded", "went", "came"]
Effect: TypeAlias = Literal["appeared", "changed", "vanished"]
Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """The headline, a sentence or a heading of a version."""

    text: str
    start: int
    """In the article's text; -1 for a headline, which may not stand in it."""


@dataclass(frozen=True, slots=True)
class Change:
    """Two pieces that say the same in two versions, or one that the other version does not have."""

    kind: ChangeKind
    older: Piece | None
    newer: Piece | None
    went: tuple[Span, ...] = ()
    """Words that only the older piece has, as offsets in its text."""
    came: tuple[Span, ...] = ()
    """Words that only the newer piece has, as offsets in its text."""


@dataclass(frozen=True, slots=True)
class Version:
    """One text that an article has had."""

    number: int
    """1 is the first that was seen."""
    article: Article
    first_seen: datetime
    last_seen: datetime
    """The last time at which it is known to have stood there."""
    words: int
    corrections: tuple[Correction, ...] = ()
    stand_in: bool = False
    """It is a feed's own text, kept because the page held no article then."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference to other outlets that a step made, changed or ended, or an agreement with them."""

    effect: Effect
    label: str
    """What is asked, in words of the texts."""
    before: tuple[str, ...]
    """The article's own values before, verbatim."""
    after: tuple[str, ...]
    agrees_with: tuple[str, ...]
    """Labels of the outlets that report the same value now."""
    differs_from: tuple[tuple[str, str], ...]
    """Label and value of the outlets that report another one now."""


@dataclass(frozen=True, slots=True)
class Step:
    """From one version to another."""

    older: Version
    newer: Version
    changes: tuple[Change, ...]
    """In the order of the newer version; what went stands where it stood."""
    differences: tuple[Difference, ...] = ()
    """What it did to the comparison with the other outlets of the event; empty where there are none."""

    def count(self, *kinds: ChangeKind) -> int:
        """How many pieces changed in one of these ways."""
        return sum(change.kind in kinds for change in self.changes)
