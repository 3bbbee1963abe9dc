"""The registry of file formats and their readers."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.parsed_page import ParsedPage

TextReader = Callable[[str], ParsedPage]
"""From a file's decoded text to its blocks; offsets are into that very text, or the reading's own."""

_PLAIN_TEXT = "files.plain_text.read_text"
_HTML = "html.saved_page.read_html"
READERS = {
    ".txt": _PLAIN_TEXT,
    ".text": _PLAIN_TEXT,
    ".md": "files.markdown.read_markdown",
    ".markdown": "files.markdown.read_markdown",
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".mhtml": "html.mhtml.read_mhtml",
    ".mht": "html.mhtml.read_mhtml",
}
"""By the file's suffix in lower case, the function within `newsdiff.readers` that reads it; its module is
imported when the first such file is read. A new format is one line here and one module."""

REMEDIES = dict.fromkeys(
    (".pdf", ".doc", ".docx", ".odt", ".rtf"), "export it as plain text (.txt) and read that"
) | dict.fromkeys((".json", ".jsonl", ".ndjson"), "it may hold many articles: read them with read_event")
"""Common formats that are not supported -> what to do instead."""


def reader_for(suffix: str, source: str) -> TextReader:
    """The reader of that suffix; without one, that of plain text. Raises UnreadableArticleError."""
    suffix = suffix.lower()
    path = READERS.get(suffix) if suffix else _PLAIN_TEXT
    if path:
        module, _, function = path.rpartition(".")
        reader: TextReader = getattr(import_module(f"newsdiff.readers.{module}"), function)
        return reader
    remedy = REMEDIES.get(suffix, f"save the article as one of {', '.join(READERS)}")
    raise UnreadableArticleError(source, f"files of type {suffix} are not read", remedy)
