"""What comes in: one article, or one source that could not be used and why."""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.model import Article


@dataclass(frozen=True, slots=True)
class Arrival:
    """One article on its way into the library, or the reason why there is none."""

    source: str
    """The file (with its line) or the address."""
    article: Article | None = None
    problem: str | None = None
