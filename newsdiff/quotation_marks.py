"""Quotation marks around words that are shown; a text that has its own gets no second pair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.patterns import lazy_pattern
from newsdiff.sanitize import one_line

DOUBLE: Final = '"“”„«»'
_OPENING: Final = {'"': '"', "”": "“", "»": "«", "“": "„", "«": "»"}
_CLOSING: Final = {'"': '"', "“": "”", "„": "“", "«": "»", "»": "«"}
MARKS: Final = "\"“”„«»'‘’"
_SECOND_SINGLE: Final = lazy_pattern(r"(?<=[\s(])['‘]\w")
_INCHES: Final = lazy_pattern(r'\d"')


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
    if words[:1] in ("‘", "'") and words[-1:] in ("’", "'") and not _SECOND_SINGLE.search(words):
        return words[:1], words[-1:]
    marks = [at for at in range(start, end) if text[at] in DOUBLE]
    if (low == start or high == end) and not any(low <= at < high for at in marks):
        return "", ""
    return _quotation_at(text, sentence, marks, low)[0], _quotation_at(text, sentence, marks, high)[1]


def _quotation_at(text: str, sentence: tuple[int, int], marks: Sequence[int], place: int) -> tuple[str, str]:
    """The marks of the quotation that a place in a sentence is in; empty where it is in none."""
    before = next((at for at in reversed(marks) if at < place), None)
    after = next((at for at in marks if at >= place), None)
    if before is None:
        if after is None or not _closes(text, sentence, after) or _INCHES.match(text, after - 1):
            return "", ""
        return _OPENING.get(text[after], ""), text[after]
    if _closes(text, sentence, before):
        return "", ""
    if after is None:
        return text[before], _CLOSING.get(text[before], "")
    return (text[before], text[after]) if _closes(text, sentence, after) else ("", "")


def _closes(text: str, sentence: tuple[int, int], at: int) -> bool:
    """Whether a mark closes a quotation: it follows a word and precedes none; in doubt its form decides."""
    behind = at > sentence[0] and not (text[at - 1].isspace() or text[at - 1] in "([-–—")
    followed = at + 1 < sentence[1] and not (text[at + 1].isspace() or text[at + 1] in ".,;:!?)]")
    return behind if behind != followed else text[at] in ('"”»' if behind else "”»")
