"""The texts as they are, side by side, until the comparison of many articles is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from newsdiff.model import Article
from newsdiff.sanitize import one_line, sanitize

NARROWEST: Final = 40
"""Cells of a column."""
MOST_PARAGRAPHS: Final = 200
"""Of one article; nobody reads more before the comparison is there."""


class TextsMeanwhile(Horizontal):
    """As many articles as there is room for, each in a column that scrolls by itself. Nothing is marked and
    nothing is level: what the outlets have in common is not known yet."""

    DEFAULT_CSS = """
    TextsMeanwhile { width: 1fr; height: 1fr; }
    TextsMeanwhile > VerticalScroll {
        width: 1fr; height: 1fr; padding: 0 1; border-right: vkey $foreground 20%;
    }
    """

    def __init__(self, articles: Sequence[Article], width: int) -> None:
        """`width` in cells is what all columns share."""
        super().__init__(id="meanwhile")
        self._articles = tuple(articles)[: max(1, width // NARROWEST)]

    def compose(self) -> ComposeResult:
        """A column for each article."""
        for article in self._articles:
            with VerticalScroll():
                yield Static(text_of(article), markup=False)


def text_of(article: Article) -> Content:
    """Outlet, headline and paragraphs."""
    paragraphs = [sanitize(article.slice(block)) for block in article.paragraphs[:MOST_PARAGRAPHS]]
    head = Content.assemble(
        (one_line(article.label), "bold"), "\n", (one_line(article.title or ""), "$foreground 65%")
    )
    return Content("\n\n").join([head, *map(Content, paragraphs)])
