"""A verdict of the reader: what it says, on the words that it is about."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from newsdiff.model import Kind
from newsdiff.quick_dataclass import dataclass

VerdictKind: TypeAlias = Literal["confirmed", "dismissed", "joined", "split", "labelled", "added"]
VERDICTS: tuple[VerdictKind, ...] = get_args(VerdictKind)


@dataclass(frozen=True, slots=True)
class Place:
    """Words of an article that a verdict stands on. Offsets are code points, end-exclusive."""

    article: str
    start: int
    end: int
    group: int = 0
    """Places of one group give one value (confirmed, dismissed, labelled, added; where all places of an added
    difference are in one group, each article gives a value), belong to one of the joined details (joined), or
    stay together (split)."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the reader says, ready for `compare`: its places are those of the texts that are compared."""

    kind: VerdictKind
    places: tuple[Place, ...]
    label: str = ""
    """What the reader calls it; empty to leave the name as it is."""
    detail_kind: Kind = "claim"
    """The kind of the detail when the verdict was given."""
