"""A line of a page, and what a page shows."""

from __future__ import annotations

from typing import NamedTuple

NEW_ELEMENT = 9
"""Breaks above the first line of an element that is shown as a block."""


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
