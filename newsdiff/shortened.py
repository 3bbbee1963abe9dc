"""Long texts shortened for labels and tables."""

from __future__ import annotations


def shortened(text: str, most: int) -> str:
    """`text` with single blanks, cut at a word to at most `most` code points, the ellipsis included."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"


def cut(text: str, most: int) -> str:
    """`text` as it is, cut to at most `most` code points, the ellipsis included."""
    return text if len(text) <= most else text[: max(0, most - 1)].rstrip() + "…"
