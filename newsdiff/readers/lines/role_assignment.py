"""The roles of an article's lines: what is body text, and for all else the reason why it is not.

The rules go from the certain to the likely: words that give a line away, repetition, the place on the page,
and last the missing full stop. A paragraph put aside by mistake is worse than a line of noise kept.
"""

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
    Verdict,
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
from newsdiff.readers.lines.unpunctuated_lines import in_capitals, question_headings, unfinished_lines
from newsdiff.readers.lines.wording import told_by_words
from newsdiff.readers.metadata.printed_dates import is_time_stamp

MOST_LINES = 20_000
"""Lines up to which a text is taken for an article with a page around it. The longest page dumps have some
thousand; what is longer is data, and all of it counts as body text, though only once."""

NOTHING_GIVEN: Mapping[int, Verdict] = MappingProxyType({})


def judge(
    lines: Sequence[Line], *, given: Mapping[int, Verdict] = NOTHING_GIVEN, title: str | None = None
) -> list[Verdict]:
    """One verdict per line.

    `given` verdicts (by mark-up) stand. With a `title` known from elsewhere, no line but its copy is taken
    for the headline.
    """
    if len(lines) > MOST_LINES:
        return _judge_data(lines, given)
    verdicts = [given.get(index) or _by_itself(line) for index, line in enumerate(lines)]
    headline = _headline(lines, verdicts, title)
    if headline is not None:
        verdicts[headline] = TITLE
    undecided = [index for index, verdict in enumerate(verdicts) if verdict in (None, CAPTION, CREDIT, TITLE)]
    for number, verdict in repeated([lines[index] for index in undecided]).items():
        if verdicts[undecided[number]] is not TITLE:
            verdicts[undecided[number]] = verdict
    body = first_body_line(lines, verdicts)
    for rule in _by_place(headline, body):
        for index, verdict in rule(lines, verdicts).items():
            verdicts[index] = verdict
    return _never_empty([verdict or PARAGRAPH for verdict in verdicts])


def _judge_data(lines: Sequence[Line], given: Mapping[int, Verdict]) -> list[Verdict]:
    twice = frozenset(doubles(lines, shortest=0))
    return [given.get(index) or (DUPLICATE if index in twice else PARAGRAPH) for index in range(len(lines))]


Rule = Callable[[Sequence[Line], Sequence[Verdict | None]], dict[int, Verdict]]


def _by_place(headline: int | None, body: int) -> tuple[Rule, ...]:
    return (
        lambda lines, verdicts: in_header(lines, verdicts, headline, body),
        pull_quotes,
        links_listed,
        signed_off,
        below_body,
        in_capitals,
        unfinished_lines,
        question_headings,
        captions_above,
    )


def _by_itself(line: Line) -> Verdict | None:
    return TIMESTAMP if is_time_stamp(line.text) else told_by_words(line)


def _headline(lines: Sequence[Line], verdicts: Sequence[Verdict | None], title: str | None) -> int | None:
    if title is not None:
        return _copy_of(title, lines)
    return verdicts.index(TITLE) if TITLE in verdicts else find_headline(lines, verdicts)


def _copy_of(title: str, lines: Sequence[Line]) -> int | None:
    wanted = title.strip().casefold()
    return next((i for i, line in enumerate(lines[:20]) if line.text.strip().casefold() == wanted), None)


def _never_empty(verdicts: list[Verdict]) -> list[Verdict]:
    """Where nothing looks like prose, what looks like captions and subheadings is the article: a gallery."""
    if any(verdict.role == "paragraph" for verdict in verdicts):
        return verdicts
    return [PARAGRAPH if verdict in (CAPTION, SUBHEADING) else verdict for verdict in verdicts]
