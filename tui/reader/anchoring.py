"""Notes on translated articles: they are kept on the outlet's own words, which no new translation changes.

A note on words of a translation is kept on the paragraph these translate, with the words it was written on as
its reference; a note on words of the original is shown on the whole paragraph of the translation.
"""

from __future__ import annotations

from newsdiff.library import NoteTarget
from newsdiff.library.anchors import target_on
from newsdiff.library.records import TargetKind
from newsdiff.model import Article
from newsdiff.translation.showing import counterpart


def anchored(
    article: Article, start: int, end: int, *, kind: TargetKind = "span", reference: str = ""
) -> NoteTarget:
    """A note's target on a span of what is on the screen."""
    original = article.original
    block = counterpart(article, original, start) if original else None
    if original is None or block is None:
        return target_on(article, start, end, kind=kind, reference=reference)
    words = article.text[start:end]
    source = reference or f"“{words}” (translated by {article.translated_by})"
    return target_on(
        original, block.start, block.end, kind="paragraph" if kind == "span" else kind, reference=source
    )


def place_in(article: Article, span: tuple[int, int]) -> tuple[int, int]:
    """Where a note on a span of the outlet's own words is shown in what is on the screen."""
    if article.original is None:
        return span
    block = counterpart(article.original, article, span[0])
    return (block.start, block.end) if block else (0, 0)
