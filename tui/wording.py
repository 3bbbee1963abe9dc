"""How the screens put counts into words."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.counting import number_of as count

__all__ = ["count", "dotted", "some"]


def dotted(*parts: str) -> str:
    """The parts that say something, with dots between them."""
    return " · ".join(part for part in parts if part)


def some(names: Sequence[str], shown: int = 3) -> str:
    """``TIME, Sky News +2``: the first names and how many more."""
    more = len(names) - shown
    return ", ".join(names[:shown]) + (f" +{more}" if more > 0 else "")
