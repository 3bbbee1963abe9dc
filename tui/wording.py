"""How the screens put counts into words."""

from __future__ import annotations

from collections.abc import Sequence


def count(number: int, noun: str) -> str:
    """``1 note``, ``2 notes``, ``1,204 words``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def dotted(*parts: str) -> str:
    """The parts that say something, with dots between them."""
    return " · ".join(part for part in parts if part)


def some(names: Sequence[str], shown: int = 3) -> str:
    """``TIME, Sky News +2``: the first names and how many more."""
    more = len(names) - shown
    return ", ".join(names[:shown]) + (f" +{more}" if more > 0 else "")


def shortened(text: str, width: int) -> str:
    """`text` cut to `width` characters, with an ellipsis where something is missing."""
    return text if len(text) <= width else text[: max(0, width - 1)].rstrip() + "…"
