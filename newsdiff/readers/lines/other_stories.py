"""Pages of which little was saved but headlines of other stories."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from newsdiff.patterns import lazy_pattern
from newsdiff.readers.lines.line import Line
from newsdiff.readers.lines.line_roles import CAPTION, OTHER_STORY, PARAGRAPH, SUBHEADING, LineRole

LEAST = 3
"""Headlines from which a page without a line of prose is taken for a list of them."""
HEADLINE_WORDS = (2, 20)
"""Words that a headline has at least and at most."""
LONGEST = 140
"""Code points of the longest headline."""
ON_THE_STORY = 0.25
"""Share of the lines that may have a distinctive word in common with the headline of the page; when more
have, they are likely about the story: a gallery, a list of winners."""
DISTINCTIVE_LETTERS = 5
"""Letters of a distinctive word, by judgement; its first five are compared, so that "sentenced" and
"sentences" are one."""
LEAST_ALTERNATING = 8
"""Headlines, each with at most `TEASER_LINES` of prose below, from which a text is a list of teasers."""
TEASER_LINES = 2

_WORD = lazy_pattern(rf"[^\W\d_]{{{DISTINCTIVE_LETTERS},}}")
_BULLET = lazy_pattern(r"[•▪‣◦●*–—-]\s|\d{1,2}[.)]\s")


def headlines(
    lines: Sequence[Line], line_roles: Sequence[LineRole], title: str | None
) -> dict[int, LineRole]:
    """The body of a page that is nothing but headlines of other stories; empty for every other page.

    The evidence must be strong: a headline of its own, not one finished line, and no line that goes on with
    the story of that headline.
    """
    body = [index for index, line_role in enumerate(line_roles) if line_role.role == "paragraph"]
    if title is None or len(body) < LEAST or not all(_is_headline(lines[index]) for index in body):
        return {}
    wanted = _distinctive_words(title)
    related = sum(bool(_distinctive_words(lines[index].text) & wanted) for index in body)
    return dict.fromkeys(body, OTHER_STORY) if related <= ON_THE_STORY * len(body) else {}


def remark(lines: Sequence[Line], line_roles: Sequence[LineRole]) -> str | None:
    """The remark on a page that is, or reads like, a list of headlines; None for an article."""
    number = sum(line_role is OTHER_STORY for line_role in line_roles)
    if number:
        return f"little of an article: {number} headlines of other stories"
    number = _alternating(lines, line_roles)
    return (
        f"little of an article: it reads like a list of {number} headlines with teasers" if number else None
    )


def _is_headline(line: Line) -> bool:
    least, most = HEADLINE_WORDS
    return (
        not line.finished
        and least <= line.words <= most
        and len(line.text) <= LONGEST
        and not _BULLET.match(line.text)
        and not line.text[0].islower()
    )


def _distinctive_words(text: str) -> set[str]:
    return {word.casefold()[:DISTINCTIVE_LETTERS] for word in _WORD.findall(text)}


def _alternating(lines: Sequence[Line], line_roles: Sequence[LineRole]) -> int:
    """How many headlines there are where no more than a teaser stands below any of them; else 0."""
    marks = []
    for line, line_role in zip(lines, line_roles, strict=True):
        if line_role.role == "paragraph" and (line.finished or not _is_headline(line)):
            marks.append("prose")
        elif line_role in (
            SUBHEADING,
            CAPTION,
            PARAGRAPH,
        ):  # which a headline is taken for depends on its length
            marks.append(
                "headline" if _is_headline(line) and line.words > HEADLINE_WORDS[0] + 1 else "heading"
            )
    runs = [(mark, len(list(run))) for mark, run in groupby(marks)]
    count = sum(length for mark, length in runs if mark == "headline")
    prose = [length for mark, length in runs if mark == "prose"]
    if count < LEAST_ALTERNATING or max(prose, default=0) > TEASER_LINES:
        return 0
    return count if len(prose) >= LEAST_ALTERNATING // 2 else 0
