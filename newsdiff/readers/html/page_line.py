"""A line of a page, and what a page shows."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

NEW_ELEMENT = 9
"""Breaks above the first line of an element that is shown as a block."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
MOST_KEPT = 2_000
"""Lines whose letters are remembered: those of a page or two."""
_SQUEEZED = re.compile(r"[\W_]+")


@lru_cache(maxsize=MOST_KEPT)
def squeezed(text: str) -> str:
    """The letters and digits of a text; cached, because each line is asked for them several times."""
    return _SQUEEZED.sub("", text).casefold()


class PageLine(NamedTuple):
    """One line of a page."""

    text: str
    """White space as a browser shows it: runs are one blank."""
    within: frozenset[str]
    """Names of the significant elements around it: ``h2``, ``figcaption``, ``nav`` … The ``header`` of an
    article is none: headline and standfirst stand in it."""
    linked: bool = False
    """Whether all of it leads somewhere else."""
    breaks: int = NEW_ELEMENT
    """Line breaks (``<br>``, or one within ``<pre>``) between it and the line above in the same element."""
    indent: int = 0
    """Blanks before it, within ``<pre>``."""
    asides: int = 0
    """Elements around it whose class or id says that they stand beside the text."""


class Shown(NamedTuple):
    """What a page shows."""

    lines: list[PageLine]
    parts: list[tuple[int, int]]
    """For each element that is shown as a block: its first line, and the one after its last."""
