"""Quotation marks around words that are shown; a text that has its own gets no second pair."""

from __future__ import annotations

from typing import Final

from newsdiff.sanitize import one_line

DOUBLE: Final = '"“”„«»'
MARKS: Final = "\"“”„«»'‘’"


def has_own_marks(words: str) -> bool:
    """Whether words begin or end with a quotation mark: a sentence may hold one end of a quotation only."""
    return words[:1] in MARKS or words[-1:] in MARKS


def quoted(text: str) -> str:
    """`text` on one line, in quotation marks unless it has its own."""
    line = one_line(text)
    return line if has_own_marks(line) else f"“{line}”"


def marks_cut_off(text: str, sentence: tuple[int, int], shown: tuple[int, int]) -> tuple[str, str]:
    """The mark that opens the quotation in which a sentence is cut at its beginning, and the one that closes
    that in which it is cut at its end; empty where it is cut in none, or has no such mark."""
    (start, end), (low, high) = sentence, shown
    words = text[start:end]
    if words[:1] in ("‘", "'") and words[-1:] in ("’", "'"):
        return words[:1] if low > start else "", words[-1:] if high < end else ""
    marks = [at for at in range(start, end) if text[at] in DOUBLE]
    begins_inside = len(marks) % 2 == 1 and text[marks[0]] == "”"
    before = [at for at in marks if at < low]
    after = [at for at in marks if at >= high]
    opening = text[before[-1]] if before and (len(before) + begins_inside) % 2 else ""
    closing = text[after[0]] if after and (len(marks) - len(after) + begins_inside) % 2 else ""
    return opening, closing
