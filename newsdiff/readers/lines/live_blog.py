"""Live blogs: posts one below the other, each with its time."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.patterns import lazy_pattern
from newsdiff.readers.lines.line import Line
from newsdiff.readers.lines.line_roles import DUPLICATE, POST_TIME, TIMESTAMP, LineRole
from newsdiff.readers.metadata.publication_time import published

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
