"""Our own small thesaurus: words that different outlets use for one thing meet in one concept."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from newsdiff.language.tokens import stem_of


@lru_cache(maxsize=1)
def concepts() -> dict[str, str]:
    """Stem -> the first word of its group in `thesaurus.txt`, for the stems that have a group."""
    found: dict[str, str] = {}
    text = (files(__package__) / "thesaurus.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        words = [] if line.startswith("#") else line.split()
        for word in words:
            found.setdefault(stem_of(word), f"~{words[0]}")
    found.pop("", None)
    return found
