"""The roles of an article's lines: body text, or noise with its reason. The rules go from the certain to the
likely: wording, repetition, position on the page, and last the missing full stop. A paragraph put aside by
mistake is worse than a line of noise kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from newsdiff.readers.lines.headline import find_headline
from newsdiff.readers.lines.line import Line
from newsdiff.readers.lines.line_roles import (
    CAPTION,
    CREDIT,
    DUPLICATE,
    PARAGRAPH,
    SUBHEADING,
    TIMESTAMP,
    TITLE,
    LineRole,
)
from newsdiff.readers.lines.position import (
    below_body,
    captions_above,
    first_body_line,
    in_header,
    links_listed,
    signed_off,
)
from newsdiff.readers.lines.repetition import doubles, pull_quotes, repeated
from newsdiff.readers.lines.unpunctuated_lines import in_capitals, question_headings, unpunctuated_lines
from newsdiff.readers.lines.wording import role_by_words
from newsdiff.readers.metadata.printed_dates import is_time_stamp

MOST_LINES = 20_000
"""Lines up to which a text is taken for an article with a page around it. The longest page dumps have some
thousand; what is longer is data, and all of it counts as body text, though only once."""

NOTHING_GIVEN: Mapping[int, LineRole] = MappingProxyType({})


def judge(
    lines: Sequence[Line], *, given: Mapping[int, LineRole] = NOTHING_GIVEN, title: str | None = None
) -> list[LineRole]:
    """One role per line.

    `given` roles (by mark-up) stand. With a `title` known from elsewhere, no line but its copy is taken
    for the headline.
    """
    if len(lines) > MOST_LINES:
        twice = frozenset(doubles(lines, shortest=0))
        return [
            given.get(index) or (DUPLICATE if index in twice else PARAGRAPH) for index in range(len(lines))
        ]
    line_roles = [given.get(index) or _by_itself(line) for index, line in enumerate(lines)]
    headline = _headline(lines, line_roles, title)
    if headline is not None:
        line_roles[headline] = TITLE
    undecided = [
        index for index, line_role in enumerate(line_roles) if line_role in (None, CAPTION, CREDIT, TITLE)
    ]
    for number, line_role in repeated([lines[index] for index in undecided]).items():
        if line_roles[undecided[number]] is not TITLE:
            line_roles[undecided[number]] = line_role
    body = first_body_line(lines, line_roles)
    for rule in _by_place(headline, body):
        for index, line_role in rule(lines, line_roles).items():
            line_roles[index] = line_role
    return _never_empty([line_role or PARAGRAPH for line_role in line_roles])


Rule = Callable[[Sequence[Line], Sequence[LineRole | None]], dict[int, LineRole]]


def _by_place(headline: int | None, body: int) -> tuple[Rule, ...]:
    return (
        lambda lines, line_roles: in_header(lines, line_roles, headline, body),
        pull_quotes,
        links_listed,
        signed_off,
        below_body,
        in_capitals,
        unpunctuated_lines,
        question_headings,
        captions_above,
    )


def _by_itself(line: Line) -> LineRole | None:
    return TIMESTAMP if is_time_stamp(line.text) else role_by_words(line)


def _headline(lines: Sequence[Line], line_roles: Sequence[LineRole | None], title: str | None) -> int | None:
    if title is not None:
        wanted = title.strip().casefold()
        return next((i for i, line in enumerate(lines[:20]) if line.text.strip().casefold() == wanted), None)
    return line_roles.index(TITLE) if TITLE in line_roles else find_headline(lines, line_roles)


def _never_empty(line_roles: list[LineRole]) -> list[LineRole]:
    """Where nothing looks like prose, what looks like captions and subheadings is the article: a gallery."""
    if any(line_role.role == "paragraph" for line_role in line_roles):
        return line_roles
    return [PARAGRAPH if line_role in (CAPTION, SUBHEADING) else line_role for line_role in line_roles]
