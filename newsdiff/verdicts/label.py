"""The name of a difference that the reader did not name: its versions, each with the words that clash."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.language.apart import words_apart

LONGEST: Final = 80
"""Code points of all versions together."""
BETWEEN: Final = " / "


def label_of(values: Sequence[str]) -> str:
    """The versions beside each other; each is cut, where it must be, to begin with the words that differ."""
    room = LONGEST // len(values) - len(BETWEEN)
    others = [values[1], *(values[0] for _ in values[1:])]
    return BETWEEN.join(_cut(value, other, room) for value, other in zip(values, others, strict=True))


def _cut(value: str, other: str, room: int) -> str:
    if len(value) <= room:
        return value
    apart = words_apart(value, other)
    start = min(apart[0][0] if apart else 0, value.rfind(" ", 0, len(value) - room + 2) + 1)
    shown = value[start : start + room]
    if start + room < len(value):
        shown = (shown.rpartition(" ")[0] or shown).rstrip(" ,.;:") + "…"
    return f"{'…' if start else ''}{shown}"
