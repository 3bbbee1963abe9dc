"""Quotation marks around words that are shown; a text that has its own gets no second pair."""

from __future__ import annotations

from typing import Final

from newsdiff.sanitize import one_line

DOUBLE: Final = '"“”„«»'
_OPENING: Final = {'"': '"', "”": "“"}
_CLOSING: Final = {'"': '"', "“": "”", "„": "“", "«": "»", "»": "«"}
MARKS: Final = "\"“”„«»'‘’"


def has_own_marks(words: str) -> bool:
    """Whether words begin or end with a quotation mark: a sentence may hold one end of a quotation only."""
    return words[:1] in MARKS or words[-1:] in MARKS


def quoted(text: str) -> str:
    """`text` on one line, in quotation marks unless it has its own."""
    line = one_line(text)
    return line if has_own_marks(line) else f"“{line}”"


def ellipses(text: str, sentence: tuple[int, int], shown: tuple[int, int]) -> tuple[str, str]:
    """What stands for words cut off a sentence, at its beginning and at its end: “…” with the mark of the
    quotation that it is cut in, before or behind; empty where nothing is cut off."""
    opening, closing = _marks_cut_off(text, sentence, shown)
    return (
        f"{opening}…" if shown[0] > sentence[0] else "",
        f"…{closing}" if shown[1] < sentence[1] else "",
    )


def _marks_cut_off(text: str, sentence: tuple[int, int], shown: tuple[int, int]) -> tuple[str, str]:
    """The mark that opens the quotation in which a sentence is cut at its beginning, and the one that closes
    that in which it is cut at its end; the counterpart where the quotation begins before the sentence, or
    goes on behind it. Empty where it is cut in none, or where nothing would answer the mark."""
    (start, end), (low, high) = sentence, shown
    words = text[start:end]
    if words[:1] in ("‘", "'") and words[-1:] in ("’", "'"):
        return words[:1], words[-1:]
    marks = [at for at in range(start, end) if text[at] in DOUBLE]
    if not marks:
        return "", ""
    begins_inside = len(marks) % 2 == 1 and _closes(text, marks[0], start)
    before = [at for at in marks if at < low]
    after = [at for at in marks if at >= high]
    if len(before) + len(after) == len(marks) and (low == start or high == end):
        return "", ""
    opening = text[before[-1]] if before else _OPENING.get(text[marks[0]], "")
    closing = text[after[0]] if after else _CLOSING.get(text[marks[-1]], "")
    begins_in_one = (len(before) + begins_inside) % 2
    ends_in_one = (len(marks) - len(after) + begins_inside) % 2
    return opening * begins_in_one, closing * ends_in_one


def _closes(text: str, at: int, start: int) -> bool:
    """Whether a mark stands behind a word and not before one."""
    return text[at] == "”" or (text[at] == '"' and at > start and not text[at - 1].isspace())
