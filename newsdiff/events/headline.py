"""The title of an event: the headline among its own that says most of what the others say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsdiff.language.tokens import tokens

MOST_HEADLINES = 50
LONGEST = 140
"""Code points of a title; what is longer is rarely a headline."""


def best_headline(headlines: Sequence[str]) -> str | None:
    """The most informative headline; of equals the shorter, then the first by letters. None without any."""
    usable = [" ".join(line.split()) for line in headlines[:MOST_HEADLINES] if line and line.strip()]
    if not usable:
        return None
    stems = {line: {token.stem for token in tokens(line) if token.stem} for line in usable}
    counts = Counter(stem for line in usable for stem in stems[line])

    def merit(line: str) -> tuple[bool, float, int, str]:
        shared = sum(counts[stem] - 1 for stem in stems[line])
        return (len(line) > LONGEST, -shared / (len(stems[line]) + 3), len(line), line)

    return min(usable, key=merit)[:LONGEST]
