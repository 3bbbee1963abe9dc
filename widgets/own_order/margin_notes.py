"""What stands in the margin of a single article: who else reports the same, and what they say instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdiff.model import Block, Comparison, Detail, Standing
from newsdiff.shortened import cut
from newsdiff.signs import SIGNS
from widgets.matrix.detail_matrix import words_of
from widgets.panes.cells import Cell, Piece, cell_of
from widgets.reading.comparison_index import index_of
from widgets.reading.reading_state import MARKED, STANDINGS, ReadingState
from widgets.text.harmless import harmless, short
from widgets.text.wrapping import wrap_offsets

MOST_OF_A_VALUE = 120
"""A quotation in the margin is cut there: the card has it in full."""


def margin(
    comparison: Comparison, state: ReadingState, shown: Sequence[str], block: Block, width: int
) -> Cell:
    """The notes beside one paragraph, wrapped."""
    pieces = []
    for standing, words in margin_notes(comparison, state, shown, block):
        text = harmless(words) if standing == "only" else f"{SIGNS[standing]} {harmless(words)}"
        pieces.append(Piece("margin", text, wrap_offsets(text, width), block=standing))
    return cell_of(pieces)


def margin_notes(
    comparison: Comparison, state: ReadingState, shown: Sequence[str], block: Block
) -> Iterator[tuple[Standing, str]]:
    """Who else reports the same, then each detail on which others say something else.

    Another spelling is named once, where the article first has the word: nobody wants to read it twice.
    """
    article, _ = comparison.blocks[block.id]
    others = [pane for pane in shown if pane != article.id]
    also = index_of(comparison).also_in(block.id)
    names = [short(comparison.article(pane).label, 40) for pane in others if pane in also]
    unmatched = "unmatched in view" if also else "unmatched"
    yield ("shared", f"also in {', '.join(names)}") if names else ("only", unmatched)
    details = index_of(comparison).details
    marks = index_of(comparison).marks_of_paragraph.get(block.id, ())
    here = [details[identity] for identity in dict.fromkeys(mark.detail for mark in marks)]
    for detail in sorted(here, key=lambda one: STANDINGS.index(one.standing)):
        if detail.standing in MARKED and state.shows(detail.standing, detail.kind):
            if detail.relation == "variant" and not _begins_in(detail, block, comparison):
                continue
            said = [
                f"{short(comparison.article(pane).label, 30)}: {cut(words_of(detail, pane), MOST_OF_A_VALUE)}"
                for pane in _other_words(detail, article.id, others)
            ]
            if said:
                yield detail.standing, " · ".join(said)


def _begins_in(detail: Detail, block: Block, comparison: Comparison) -> bool:
    """Whether the article first mentions a detail in this paragraph."""
    article, _ = comparison.blocks[block.id]
    marks = index_of(comparison).marks_of_detail[detail.id]
    return block.start <= min(mark.start for mark in marks if mark.article == article.id) < block.end


def _other_words(detail: Detail, article: str, others: Sequence[str]) -> list[str]:
    """The outlets that give a value which this article does not give."""
    own = [value for value in detail.values if any(m.article == article for m in value.mentions)]
    return [
        pane
        for pane in others
        if any(
            value not in own and any(mention.article == pane for mention in value.mentions)
            for value in detail.values
        )
    ]
