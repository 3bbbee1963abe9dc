"""Which reader reads which file: the one place to register another format."""

from __future__ import annotations

from collections.abc import Callable

from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.html import read_html
from newsdiff.readers.markdown import read_markdown
from newsdiff.readers.mhtml import read_mhtml
from newsdiff.readers.reading import Reading
from newsdiff.readers.text import read_text

TextReader = Callable[[str], Reading]
"""From a file's decoded text to its blocks; offsets are into that very text, or the reading's own."""

READERS: dict[str, TextReader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".mhtml": read_mhtml,
    ".mht": read_mhtml,
}
"""By the file's suffix in lower case. A new format is one line here and one function."""

REMEDIES = dict.fromkeys(
    (".pdf", ".doc", ".docx", ".odt", ".rtf"), "export it as plain text (.txt) and read that"
) | dict.fromkeys((".json", ".jsonl", ".ndjson"), "it may hold many articles: read them with read_event")
"""Formats that people try and that are not read yet: what to do instead."""


def reader_for(suffix: str, source: str) -> TextReader:
    """The reader of that suffix; without one, that of plain text. Raises UnreadableArticleError."""
    suffix = suffix.lower()
    if not suffix:
        return read_text
    if suffix in READERS:
        return READERS[suffix]
    remedy = REMEDIES.get(suffix, f"save the article as one of {', '.join(READERS)}")
    raise UnreadableArticleError(source, f"files of type {suffix} are not read", remedy)
