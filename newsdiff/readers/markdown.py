"""Markdown: the block structure comes from its syntax, the rest from the same rules as plain text."""

from __future__ import annotations

from newsdiff.readers.reading import Reading
from newsdiff.readers.text import read_text


def read_markdown(text: str) -> Reading:
    """Blocks of a Markdown text; offsets are into the source as it stands, marks and all."""
    return read_text(text)
