"""Rules on the position of a line: menus and stamps stand above the body, promotion and links below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdiff.patterns import lazy_pattern
from newsdiff.readers.lines.closing_phrases import LAST
from newsdiff.readers.lines.headline import PROSE_WORDS
from newsdiff.readers.lines.line import Line
from newsdiff.readers.lines.line_roles import (
    CAPTION,
    NAVIGATION,
    PARAGRAPH,
    PROMO,
    READ_MORE,
    SUBHEADING,
    LineRole,
)

LEAST_HEADLINE = 5
"""Words of a headline from which a line that holds all of it is known to repeat it."""
MENU_WORDS = 6
"""Words up to which an unfinished line above the body is part of a menu."""

STANDFIRST_WORDS = 8
"""Words from which the unfinished line right below the headline is the standfirst, which reports news."""

FOOTER_TEASERS = 3
"""Unfinished lines that the end of a page must have to be taken for a footer as a whole."""

TEASER_WORDS = 16
"""Words up to which an unfinished line may be a footer's teaser; what is longer is a caption."""

FOOTER_PROSE = 100
"""Code points up to which a finished line between a footer's teasers belongs to it."""

SLOGAN_WORDS = 9
"""Words up to which a finished line may be a footer's slogan that does not speak to the reader."""

SIGN_OFF_WORDS = 45
"""Words of the longest line on a writer below the article."""

LINKS_HEAD_WORDS = 4
"""Words up to which "Read more" announces links instead of being one itself; with a colon it always does."""

_PRESENTER = lazy_pattern(
    r"[A-Z][\w .&-]{1,30}['’]s (?:[A-Z][\w.'’-]+ ){2,3}(?:discusses|explains|breaks down|takes a look"
    r"|has the (?:story|latest)|has more|reports (?:on|from)|looks (?:at|back))\b"
)
"""The caption of a station's video: its own reporter, by name, presents the matter; it says no more."""

_TO_READERS = lazy_pattern(r"\b(?:you|your|our|us|we|sign|subscribe|free|app|newsletters?)\b", re.IGNORECASE)

Verdicts = Sequence[LineRole | None]


def first_body_line(lines: Sequence[Line], line_roles: Verdicts) -> int:
    """Index of the first line of prose; the number of lines when there is none."""
    for index, line in enumerate(lines):
        if line_roles[index] is None and line.finished and line.words >= PROSE_WORDS // 2:
            return index
    return len(lines)


def in_header(
    lines: Sequence[Line], line_roles: Verdicts, headline: int | None, body: int
) -> dict[int, LineRole]:
    """Menu lines above the first prose; the standfirst below the headline is body text."""
    found: dict[int, LineRole] = {}
    if body == len(lines):
        return found
    presented = headline is not None and headline + 1 == body and lines[body].sentences == 1
    if presented and _PRESENTER.match(lines[body].text):
        found[body] = CAPTION
    for index in range(body):
        line = lines[index]
        if line_roles[index] is not None or line.finished:
            continue
        if headline is not None and _holds_headline(line, lines[headline]):
            found[index] = NAVIGATION
        elif headline is not None and _is_standfirst(lines, line_roles, index, headline):
            found[index] = PARAGRAPH
        elif line.words <= MENU_WORDS and index + 1 < body:
            found[index] = NAVIGATION
    return found


def _holds_headline(line: Line, headline: Line) -> bool:
    """Whether an unfinished line is the head of a page in one: section, headline, what stands below it."""
    return line.words > headline.words >= LEAST_HEADLINE and headline.text in line.text


def _is_standfirst(lines: Sequence[Line], line_roles: Verdicts, index: int, headline: int) -> bool:
    """Right below the headline and alone: several unfinished lines in a row are a list of teasers."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    alone = below is None or below.finished or line_roles[index + 1] is not None
    return index == headline + 1 and lines[index].words >= STANDFIRST_WORDS and alone


def links_listed(lines: Sequence[Line], line_roles: Verdicts) -> dict[int, LineRole]:
    """Unfinished lines below a "Read more:" are its links."""
    found: dict[int, LineRole] = {}
    listing = False
    for index, line in enumerate(lines):
        if line_roles[index] is READ_MORE:
            listing = line.words <= LINKS_HEAD_WORDS or line.text.endswith(":")
        elif line_roles[index] is None and listing and not line.finished:
            found[index] = READ_MORE
        else:
            listing = False
    return found


def below_body(lines: Sequence[Line], line_roles: Verdicts) -> dict[int, LineRole]:
    """The footer: from the end upwards, teasers without a full stop and the short slogans between them."""
    body = first_body_line(lines, line_roles)
    top = len(lines)
    while top > body + 1 and _belongs_below(lines, line_roles, top - 1):
        top -= 1
    while top < len(lines) and line_roles[top] is None and lines[top].finished:
        top += 1
    footer = [index for index in range(top, len(lines)) if line_roles[index] is None]
    teasers = sum(
        not lines[index].finished and line_roles[index] in (None, PROMO) for index in range(top, len(lines))
    )
    last = len(lines) - 1
    if body > last or teasers < FOOTER_TEASERS or (line_roles[last] is None and lines[last].finished):
        return {}
    return dict.fromkeys(footer, PROMO)


def _belongs_below(lines: Sequence[Line], line_roles: Verdicts, index: int) -> bool:
    line, line_role = lines[index], line_roles[index]
    if line_role is not None:
        return line_role.role not in ("title", "paragraph")
    if not line.finished:
        return line.words <= TEASER_WORDS
    slogan = len(line.text) <= FOOTER_PROSE and line.sentences == 1
    slogan = slogan and (line.words <= SLOGAN_WORDS or bool(_TO_READERS.search(line.text)))
    return slogan and not any(mark in line.text for mark in '"“”«»') and not lines[index - 1].finished


def signed_off(lines: Sequence[Line], line_roles: Verdicts) -> dict[int, LineRole]:
    """Below the article, or between what is no text there: who wrote it, and where they write otherwise."""
    found: dict[int, LineRole] = {}
    for index in range(len(lines) - 1, first_body_line(lines, line_roles), -1):
        if line_roles[index] is not None:
            continue
        text = lines[index].text
        small = text.lower()
        rule = next((rule for rule in LAST if rule.fits(small) and rule.pattern.match(text)), None)
        if rule is None or lines[index].words > SIGN_OFF_WORDS:
            break
        found[index] = rule.line_role
    return found


def captions_above(lines: Sequence[Line], line_roles: Verdicts) -> dict[int, LineRole]:
    """A line without a full stop that touches the caption below it is that picture's title."""
    return {
        index: CAPTION
        for index in range(len(lines) - 1)
        if line_roles[index] in (SUBHEADING, CAPTION)
        and not lines[index].finished
        and lines[index + 1].touches_above
        and line_roles[index + 1] is CAPTION
    }
