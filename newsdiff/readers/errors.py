"""Errors of files that cannot be read as an article."""

from __future__ import annotations


class UnreadableArticleError(Exception):
    """A file that cannot be read as an article. The text is one line: the file, the problem, the remedy."""

    def __init__(self, source: str, trouble: str, remedy: str) -> None:
        super().__init__(f"{source}: {trouble}: {remedy}")
        self.source = source
        self.trouble = trouble
        self.remedy = remedy


class NoArticleError(UnreadableArticleError):
    """A page in place of the article, such as a login; the article may be there later."""
