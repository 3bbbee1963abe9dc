"""What the place on the page says: above the body stand menus and stamps, below it promotion and links."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.readers.headline import PROSE_WORDS
from newsdiff.readers.lines import Line
from newsdiff.readers.verdicts import CAPTION, NAVIGATION, PARAGRAPH, PROMO, Verdict

MENU_WORDS = 6
"""Words up to which an unfinished line above the body is part of a menu."""

STANDFIRST_WORDS = 8
"""Words from which the unfinished line right below the headline is the standfirst, which tells news."""

FOOTER_TEASERS = 3
"""Unfinished lines that the end of a page must have to be taken for a footer as a whole."""

FOOTER_PROSE = 100
"""Code points up to which a finished line between a footer's teasers belongs to it."""

Verdicts = Sequence[Verdict | None]


def first_body_line(lines: Sequence[Line], verdicts: Verdicts) -> int:
    """Index of the first line of prose; the number of lines when there is none."""
    for index, line in enumerate(lines):
        if verdicts[index] is None and line.finished and line.words >= PROSE_WORDS // 2:
            return index
    return len(lines)


def in_header(lines: Sequence[Line], verdicts: Verdicts, headline: int | None, body: int) -> dict[int, Verdict]:
    """Menu lines above the first prose; the standfirst below the headline is body text."""
    found: dict[int, Verdict] = {}
    if body == len(lines):
        return found
    for index in range(body):
        line = lines[index]
        if verdicts[index] is not None or line.finished:
            continue
        if headline is not None and _is_standfirst(lines, verdicts, index, headline):
            found[index] = PARAGRAPH
        elif line.words <= MENU_WORDS and index + 1 < body:
            found[index] = NAVIGATION
    return found


def _is_standfirst(lines: Sequence[Line], verdicts: Verdicts, index: int, headline: int) -> bool:
    """Right below the headline and alone: several unfinished lines in a row are a list of teasers."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    alone = below is None or below.finished or verdicts[index + 1] is not None
    return index == headline + 1 and lines[index].words >= STANDFIRST_WORDS and alone


def below_body(lines: Sequence[Line], verdicts: Verdicts) -> dict[int, Verdict]:
    """The footer: from the end upwards, teasers without a full stop and the short slogans between them."""
    footer: list[int] = []
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index]
        if verdicts[index] is None and not _belongs_below(lines, index):
            break
        if verdicts[index] is not None and verdicts[index].role in ("title", "paragraph"):  # type: ignore[union-attr]
            break
        footer.append(index)
        del line
    while footer and verdicts[footer[-1]] is None and lines[footer[-1]].finished:
        footer.pop()
    teasers = sum(verdicts[index] is None and not lines[index].finished for index in footer)
    if teasers < FOOTER_TEASERS or (footer and lines[footer[0]].finished and verdicts[footer[0]] is None):
        return {}
    return {index: PROMO for index in footer if verdicts[index] is None}


def _belongs_below(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if not line.finished:
        return line.words <= 25
    slogan = len(line.text) <= FOOTER_PROSE and line.sentences == 1
    return slogan and not any(mark in line.text for mark in "\"“”«»") and not lines[index - 1].finished


def captions_above(lines: Sequence[Line], verdicts: Verdicts) -> dict[int, Verdict]:
    """A line without a full stop that touches the caption below it is that picture's title."""
    return {
        index: CAPTION
        for index in range(len(lines) - 1)
        if verdicts[index] is not None
        and verdicts[index].role in ("heading", "caption")  # type: ignore[union-attr]
        and not lines[index].finished
        and lines[index + 1].touches_above
        and verdicts[index + 1] is CAPTION
    }
