"""Long texts shortened for labels and tables."""

from __future__ import annotations


def shortened(text: str, most: int) -> str:
    """`text` with single blanks, cut at a word to at most `most` code points, the ellipsis included."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"
