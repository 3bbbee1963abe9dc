"""How the screens put counts and dates into words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def count(number: int, noun: str) -> str:
    """``1 note``, ``2 notes``, ``1,204 words``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def day(one: date | None, *, year: bool = True) -> str:
    """``3 Dec 2025``; empty for no date."""
    if one is None:
        return ""
    return f"{one.day} {_MONTHS[one.month - 1]}{f' {one.year}' if year else ''}"


def days(first: date | None, last: date | None) -> str:
    """``2–4 Dec 2025``, ``30 Nov – 2 Dec 2025``; empty when neither is known."""
    if first is None or last is None or first == last:
        return day(first or last)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{day(first, year=False)} – {day(last)}"
    return f"{first.day}–{day(last)}"


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
