"""Spans that find their words again: W3C selectors, and re-attaching them to a newer text."""

from __future__ import annotations

from newsdiff.library.records import NoteTarget, TargetKind
from newsdiff.model import Article

CONTEXT = 32
"""Code points of prefix and suffix, as Hypothes.is and the W3C examples have it."""


def target_on(
    article: Article, start: int, end: int, *, kind: TargetKind = "span", reference: str = ""
) -> NoteTarget:
    """A note's target on a span of `article`. Raises ValueError when the span is not in the text."""
    if not 0 <= start < end <= len(article.text):
        raise ValueError(f"no span {start}-{end} in a text of {len(article.text)} characters")
    return NoteTarget(
        article=article.id,
        sha256=article.sha256,
        start=start,
        end=end,
        exact=article.text[start:end],
        prefix=article.text[max(0, start - CONTEXT) : start],
        suffix=article.text[end : end + CONTEXT],
        kind=kind,
        reference=reference,
    )
