"""Quotation marks around words that are shown; a text that has its own gets no second pair."""

from __future__ import annotations

from typing import Final

from newsdiff.sanitize import one_line

MARKS: Final = "\"“”„«»'‘’"


def has_own_marks(words: str) -> bool:
    """Whether words begin or end with a quotation mark: a sentence may hold one end of a quotation only."""
    return words[:1] in MARKS or words[-1:] in MARKS


def quoted(text: str) -> str:
    """`text` on one line, in quotation marks unless it has its own."""
    line = one_line(text)
    return line if has_own_marks(line) else f"“{line}”"
