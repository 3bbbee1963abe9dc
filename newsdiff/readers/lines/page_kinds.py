"""What a page is besides an article: a live blog, the part of an article above a paywall, mostly headlines of
other stories. Its lines get the roles that fit, and the reader is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsdiff.readers.lines import live_blog, other_stories, paywall
from newsdiff.readers.lines.line import Line
from newsdiff.readers.lines.line_roles import TITLE, Verdict


class Declared(NamedTuple):
    """What a page's metadata says of it."""

    live: bool = False
    paid: bool = False
    words: int = 0
    """How long the article is; 0 where that is not told."""


NOTHING_DECLARED = Declared()


def by_kind(
    lines: Sequence[Line],
    verdicts: Sequence[Verdict],
    title: str | None = None,
    said: Declared = NOTHING_DECLARED,
) -> tuple[list[Verdict], tuple[str, ...]]:
    """The verdicts as the kind of page wants them, and a remark for each kind that it is."""
    title = title or next(
        (line.text for line, one in zip(lines, verdicts, strict=True) if one is TITLE), None
    )
    changed = list(verdicts)
    for index, verdict in live_blog.post_times(lines, changed, title, declared=said.live).items():
        changed[index] = verdict
    for index, verdict in paywall.wall(lines, changed, marked=said.paid).items():
        changed[index] = verdict
    for index, verdict in other_stories.headlines(lines, changed, title).items():
        changed[index] = verdict
    remarks = (
        live_blog.live_remark(lines, changed),
        paywall.remark(lines, changed, marked=said.paid, length=said.words),
        other_stories.remark(lines, changed),
    )
    return changed, tuple(remark for remark in remarks if remark)
