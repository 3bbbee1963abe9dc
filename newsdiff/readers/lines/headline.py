"""Which line is the headline, if any."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.patterns import lazy_pattern
from newsdiff.readers.lines.line import Line
from newsdiff.readers.lines.line_roles import CAPTION, CORRECTION, READ_MORE, LineRole
from newsdiff.readers.metadata.outlets import is_masthead

SEARCHED = 15
"""Lines from the top among which the headline is looked for; page dumps put up to a dozen links above it."""

LEAST_WORDS = 4
"""Words of a headline that is not the first line; what is shorter above an article is a menu."""

LONGEST = 220
"""Code points; the longest headlines of popular papers have some 200."""

PROSE_WORDS = 12
"""Words from which a finished line is body text and ends the search."""

_SIGNED = lazy_pattern(r"\S\s[|–—-]\s\S[^|–—]{0,40}$")
"""A headline with the outlet behind it: "Fire in tunnel | Reuters"."""


def find_headline(lines: Sequence[Line], line_roles: Sequence[LineRole | None]) -> int | None:
    """Index of the headline: the first line above the body that reads like one; None when there is none."""
    if len(lines) < 2:
        return None
    first_choice: int | None = None
    for index, line in enumerate(lines[:SEARCHED]):
        if (
            line_roles[index] is None
            and is_headline(line, LEAST_WORDS if index else 2)
            and not is_masthead(line.text)
        ):
            if line.words >= LEAST_WORDS or first_choice is not None:
                return index
            first_choice = index
        elif first_choice is None and index == 0 and _may_be_headline(line, line_roles[0]):
            first_choice = index
        if line.finished and line.words >= PROSE_WORDS and line_roles[index] is None:
            break
    return first_choice


def is_headline(line: Line, least_words: int) -> bool:
    """Whether a line reads like a headline: short, one line, no full stop (or in Title Case)."""
    if line.words < least_words or len(line.text) > LONGEST:
        return False
    text = line.text.rstrip("'\"”’»)] ")
    if text.endswith(("?", "!", "…", "...")):
        return line.sentences <= 2 and line.words <= 25
    return not line.finished or (text.endswith(".") and in_title_case(line.text))


def _may_be_headline(line: Line, line_role: LineRole | None) -> bool:
    """A first line that looks like a teaser or a caption may still be the headline ("Exclusive: …")."""
    signed = line_role is CAPTION and _SIGNED.search(line.text) is not None
    return (signed or line_role in (READ_MORE, CORRECTION)) and is_headline(line, LEAST_WORDS)


def in_title_case(text: str) -> bool:
    """Whether nearly all words of some length begin with a capital, as in English headlines."""
    words = [word for word in text.split() if len(word) >= 4 and word[0].isalpha()]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
