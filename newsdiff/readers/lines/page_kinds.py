"""Special kinds of pages: a live blog, the part of an article above a paywall, mostly headlines of other
stories. Its lines get the roles that fit, and a remark names it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsdiff.model import Block
from newsdiff.readers.lines import live_blog, other_stories, paywall
from newsdiff.readers.lines.line import Line
from newsdiff.readers.lines.line_roles import TITLE, LineRole


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
    for index, line_role in live_blog.post_times(lines, changed, title, declared=said.live).items():
        changed[index] = line_role
    for index, line_role in paywall.wall(lines, changed, marked=said.paid).items():
        changed[index] = line_role
    for index, line_role in other_stories.headlines(lines, changed, title).items():
        changed[index] = line_role
    remarks = (
        live_blog.live_remark(lines, changed),
        paywall.remark(lines, changed, marked=said.paid, length=said.words),
        other_stories.remark(lines, changed),
    )
    return changed, tuple(remark for remark in remarks if remark)


def blocks_of(lines: Sequence[Line], line_roles: Sequence[LineRole]) -> tuple[Block, ...]:
    """A block without a number for each line."""
    return tuple(
        Block("", line_role.role, line.start, line.end, line_role.reason)
        for line, line_role in zip(lines, line_roles, strict=True)
    )
