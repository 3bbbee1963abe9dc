"""Paragraphs cut into pieces: the same as the plain method finds, at every length."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newsdiff import compare
from newsdiff.model import Block, Comparison, Detail
from newsdiff.readers.files.article import article_of
from newsdiff.reports.marked_text import _FIRST, Marks


def plainly(comparison: Comparison, article: str, block: Block) -> Iterator[tuple[int, int, str | None]]:
    """Every piece with the mark that it shows: all spans are looked at for each piece."""
    spans: list[tuple[int, int, Detail]] = [
        (mention.start, mention.end, detail)
        for detail in comparison.details
        for mention in detail.mentions
        if mention.article == article and mention.start < block.end and mention.end > block.start
    ]
    edges = {block.start, block.end}
    edges |= {edge for span in spans for edge in span[:2] if block.start < edge < block.end}
    for start, end in pairwise(sorted(edges)):
        over = [span for span in spans if span[0] <= start and span[1] >= end]
        chosen = min(
            over,
            key=lambda span: (_FIRST.index(span[2].relation), span[1] - span[0], span[2].id),
            default=None,
        )
        yield start, end, chosen[2].id if chosen else None


def assert_same(comparison: Comparison) -> int:
    marks, marked = Marks(comparison, ()), 0
    for article in comparison.articles:
        for block in article.paragraphs:
            pieces = [
                (one.start, one.end, one.detail.id if one.detail else None)
                for one in marks.pieces(article.id, block)
            ]
            assert pieces == list(plainly(comparison, article.id, block))
            marked += sum(piece[2] is not None for piece in pieces)
    return marked


def test_the_sample_is_cut_as_the_plain_method_cuts_it(seed_comparison: Comparison) -> None:
    assert assert_same(seed_comparison) > 100


def test_so_is_one_long_paragraph() -> None:
    text = " ".join(
        f"Minister Ann{number}a Bell{number}ova said on {number % 28 + 1} May 2025 that {number} people “left"
        f" the town of Ash{number}ford” for 5{number} euros."
        for number in range(150)
    )
    other = text.replace(" people", "0 people")
    one, two = (article_of(f"Title\n\n{each}".encode(), f"{name}.txt", ".txt")
                for name, each in (("a", text), ("b", other)))  # fmt: skip
    assert assert_same(compare([one, two])) > 300
