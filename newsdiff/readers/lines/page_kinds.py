"""Special kinds of pages: a live blog, the part of an article above a paywall, mostly headlines of other
stories. Its lines get the roles that fit, and a remark names it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from newsdiff.model import Block
from newsdiff.patterns import lazy_pattern
from newsdiff.readers.lines import paywall
from newsdiff.readers.lines.line import Line
from newsdiff.readers.lines.line_roles import (
    CAPTION,
    DUPLICATE,
    OTHER_STORY,
    PARAGRAPH,
    POST_TIME,
    SUBHEADING,
    TIMESTAMP,
    TITLE,
    LineRole,
)
from newsdiff.readers.metadata.publication_time import published


class Declared(NamedTuple):
    """What a page's metadata says of it."""

    live: bool = False
    paid: bool = False
    words: int = 0
    """How long the article is; 0 where that is unknown."""


NOTHING_DECLARED = Declared()


def by_kind(
    lines: Sequence[Line],
    line_roles: Sequence[LineRole],
    title: str | None = None,
    said: Declared = NOTHING_DECLARED,
) -> tuple[list[LineRole], tuple[str, ...]]:
    """The roles as the kind of page wants them, and a remark for each kind that it is."""
    title = title or next(
        (line.text for line, one in zip(lines, line_roles, strict=True) if one is TITLE), None
    )
    changed = list(line_roles)
    for index, line_role in post_times(lines, changed, title, declared=said.live).items():
        changed[index] = line_role
    for index, line_role in paywall.wall(lines, changed, marked=said.paid).items():
        changed[index] = line_role
    for index, line_role in other_headlines(lines, changed, title).items():
        changed[index] = line_role
    remarks = (
        live_remark(lines, changed),
        paywall.remark(lines, changed, marked=said.paid, length=said.words),
        headlines_remark(lines, changed),
    )
    return changed, tuple(remark for remark in remarks if remark)


def blocks_of(lines: Sequence[Line], line_roles: Sequence[LineRole]) -> tuple[Block, ...]:
    """A block without a number for each line."""
    return tuple(
        Block("", line_role.role, line.start, line.end, line_role.reason)
        for line, line_role in zip(lines, line_roles, strict=True)
    )


LEAST_POSTS = 3
"""Times amid the text from which a page that calls itself live, without saying so in its metadata, is one."""

_CLOCK = lazy_pattern(r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?!\d)")
_AFTERNOON = lazy_pattern(r"(?i)(?<![a-z])p\.?m\b")
_MORNING = lazy_pattern(r"(?i)(?<![a-z])a\.?m\b")
_CALLS_ITSELF_LIVE = lazy_pattern(
    r"(?i)(?:^|[\s(\[|–—:-])live(?: (?:updates?|blog|coverage|ticker|reporting|news))?\s*(?:$|[|–—:)\]-])"
    r"|\bas it happened\b|\blive ?blog\b|\blive updates\b"
)


def post_times(
    lines: Sequence[Line], line_roles: Sequence[LineRole], title: str | None, *, declared: bool = False
) -> dict[int, LineRole]:
    """The times of the posts, as headings above what was reported then.

    Empty for a page that is no live blog: one `declared` as one in its metadata, or whose headline says so,
    with the times of posts amid its text.
    """
    times = _times(lines, line_roles)
    if not (declared or _CALLS_ITSELF_LIVE.search(title or "")) or (
        not declared and len(times) < LEAST_POSTS
    ):
        return {}
    return dict.fromkeys(times, POST_TIME)


def live_remark(lines: Sequence[Line], line_roles: Sequence[LineRole]) -> str | None:
    """The remark on a live blog: how many posts it has and in which order; None for other pages."""
    posts = [line.text for line, line_role in zip(lines, line_roles, strict=True) if line_role is POST_TIME]
    if not posts:
        return None
    count = f"{len(posts)} post{'s' * (len(posts) > 1)}"
    return f"a live blog: {count} with their times{_order(posts)}"


def _order(posts: Sequence[str]) -> str:
    moments = [_moment(post) for post in posts]
    if len(set(moments)) < 2:
        return ""
    if moments == sorted(moments):
        return ", the oldest first"
    return ", the newest first" if moments == sorted(moments, reverse=True) else ", in the order of the page"


def _moment(post: str) -> tuple[str, int]:
    """Something that sorts as the posts of one page were written."""
    time = published(post)
    clock = _CLOCK.search(post)
    minutes = int(clock["hour"]) % 12 * 60 + int(clock["minute"]) if clock else 0
    if clock and (_AFTERNOON.search(post) or (int(clock["hour"]) >= 12 and not _MORNING.search(post))):
        minutes += 12 * 60
    return (time.day.isoformat() if time.day else ""), minutes


def _times(lines: Sequence[Line], line_roles: Sequence[LineRole]) -> list[int]:
    """Stamps with a clock time below the headline that open something: a heading or text follows at once."""
    body = [index for index, line_role in enumerate(line_roles) if line_role.role == "paragraph"]
    last = body[-1] if body else 0
    return [
        index
        for index in range(last)
        if line_roles[index] is TIMESTAMP
        and _CLOCK.search(lines[index].text)
        and (line_roles[index + 1].role in ("paragraph", "heading") or line_roles[index + 1] is DUPLICATE)
    ]


LEAST_HEADLINES = 3
"""Headlines from which a page without a line of prose is taken for a list of them."""
HEADLINE_WORDS = (2, 20)
"""Words that a headline has at least and at most."""
LONGEST_HEADLINE = 140
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

_DISTINCTIVE = lazy_pattern(rf"[^\W\d_]{{{DISTINCTIVE_LETTERS},}}")
_BULLET = lazy_pattern(r"[•▪‣◦●*–—-]\s|\d{1,2}[.)]\s")


def other_headlines(
    lines: Sequence[Line], line_roles: Sequence[LineRole], title: str | None
) -> dict[int, LineRole]:
    """The body of a page that is nothing but headlines of other stories; empty for every other page.

    The evidence must be strong: a headline of its own, not one finished line, and no line that goes on with
    the story of that headline.
    """
    body = [index for index, line_role in enumerate(line_roles) if line_role.role == "paragraph"]
    if title is None or len(body) < LEAST_HEADLINES or not all(_is_headline(lines[index]) for index in body):
        return {}
    wanted = _distinctive_words(title)
    related = sum(bool(_distinctive_words(lines[index].text) & wanted) for index in body)
    return dict.fromkeys(body, OTHER_STORY) if related <= ON_THE_STORY * len(body) else {}


def headlines_remark(lines: Sequence[Line], line_roles: Sequence[LineRole]) -> str | None:
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
        and len(line.text) <= LONGEST_HEADLINE
        and not _BULLET.match(line.text)
        and not line.text[0].islower()
    )


def _distinctive_words(text: str) -> set[str]:
    return {word.casefold()[:DISTINCTIVE_LETTERS] for word in _DISTINCTIVE.findall(text)}


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
