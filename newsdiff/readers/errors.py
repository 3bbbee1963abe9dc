"""What is raised when a file cannot be read as an article."""

from __future__ import annotations


class UnreadableArticleError(Exception):
    """A file that cannot be read as an article. As text it is one line: the file, the trouble, the remedy."""

    def __init__(self, source: str, trouble: str, remedy: str) -> None:
        super().__init__(f"{source}: {trouble}: {remedy}")
        self.source = source
        self.trouble = trouble
        self.remedy = remedy


class NoArticleError(UnreadableArticleError):
    """A page that stands where an article should: it may be there another time."""
