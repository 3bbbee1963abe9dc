"""Which reader reads which file: the one place to register another format."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.reading import Reading

TextReader = Callable[[str], Reading]
"""From a file's decoded text to its blocks; offsets are into that very text, or the reading's own."""

READERS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
}
"""By the file's suffix in lower case, the module of this package whose function `read_<module>` reads it: it
is imported when the first such file is read. A new format is one line here and one module."""

REMEDIES = dict.fromkeys(
    (".pdf", ".doc", ".docx", ".odt", ".rtf"), "export it as plain text (.txt) and read that"
) | dict.fromkeys((".json", ".jsonl", ".ndjson"), "it may hold many articles: read them with read_event")
"""Formats that people try and that are not read yet: what to do instead."""


def reader_for(suffix: str, source: str) -> TextReader:
    """The reader of that suffix; without one, that of plain text. Raises UnreadableArticleError."""
    suffix = suffix.lower()
    module = READERS.get(suffix) if suffix else "text"
    if module:
        reader: TextReader = getattr(import_module(f"newsdiff.readers.{module}"), f"read_{module}")
        return reader
    remedy = REMEDIES.get(suffix, f"save the article as one of {', '.join(READERS)}")
    raise UnreadableArticleError(source, f"files of type {suffix} are not read", remedy)
