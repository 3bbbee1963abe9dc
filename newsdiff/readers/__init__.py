"""From files to articles: decoding, blocks with roles, title, outlet, date; folders as events."""

from __future__ import annotations

from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.files.article import read_article
from newsdiff.readers.files.event import EventReading, read_event

__all__ = ["EventReading", "UnreadableArticleError", "read_article", "read_event"]
