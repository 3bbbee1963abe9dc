"""Paragraphs that links, read marks and places point at, kept by text and offsets instead of by id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsdiff.library.errors import NotInLibraryError
from newsdiff.library.tables import codec
from newsdiff.library.tables.store import Store

if TYPE_CHECKING:
    from newsdiff.model import Article, Block


def keep_paragraph(store: Store, event: str, articles: Sequence[Article], paragraph: str) -> int:
    """The number of the anchor on a paragraph of one of these articles, inside `writing`."""
    for article in articles:
        for block in article.blocks:
            if block.id == paragraph:
                return keep_anchor(store, event, article, block)
    raise NotInLibraryError(f"no paragraph is called {paragraph!r} in this event")


def keep_anchor(store: Store, event: str, article: Article, block: Block) -> int:
    """The number of the anchor on a block, inside `writing`."""
    name = codec.encode_text(article.id)
    key = (event, name, article.sha256, block.start, block.end)
    found = store.row(
        """SELECT number FROM anchors
        WHERE event = ? AND article = ? AND sha256 = ? AND start = ? AND "end" = ?""",
        key,
    )
    if found:
        return int(found[0])
    return store.insert_numbered(
        "anchors", event=event, article=name, sha256=article.sha256, start=block.start, end=block.end
    )


class Paragraphs:
    """Where the anchors of an event stand in its current articles."""

    def __init__(self, store: Store, event: str, articles: Sequence[Article]) -> None:
        self._ids = {
            (article.id, article.sha256, block.start, block.end): block.id
            for article in articles
            for block in article.paragraphs
        }
        rows = store.rows(
            'SELECT number, article, sha256, start, "end", next, verbatim FROM anchors WHERE event = ?',
            (event,),
        )
        self._anchors = {row[0]: (codec.decode_text(row[1]), *row[2:]) for row in rows}

    def id_of(self, anchor: int | None, *, verbatim: bool = False) -> str | None:
        """The paragraph's id now; None when it is gone, is no paragraph any more or, if `verbatim` is
        asked for, has other words now."""
        seen = set()
        while anchor in self._anchors and anchor not in seen:
            seen.add(anchor)
            article, sha256, start, end, successor, same_words = self._anchors[anchor]
            if found := self._ids.get((article, sha256, start, end)):
                return found
            if verbatim and not same_words:
                return None
            anchor = successor
        return None


def carry_over(store: Store, event: str, old: Article, new: Article) -> None:
    """Let the anchors on `old` lead to the same paragraphs of `new`, inside `writing`."""
    from newsdiff.library.anchors import place

    rows = store.rows(
        'SELECT number, start, "end" FROM anchors WHERE event = ? AND article = ? AND sha256 = ?',
        (event, codec.encode_text(old.id), old.sha256),
    )
    for number, start, end in rows:
        reattachment = place(old.text, start, end, new.text)
        block = (
            _paragraph_at(new, reattachment.start, reattachment.end) if reattachment.how != "orphan" else None
        )
        successor = keep_anchor(store, event, new, block) if block else None
        same = block is not None and new.slice(block) == old.text[start:end]
        store.run("UPDATE anchors SET next = ?, verbatim = ? WHERE number = ?", (successor, same, number))


def _paragraph_at(article: Article, start: int, end: int) -> Block | None:
    """The paragraph that covers most of the span, if it covers at least half of it."""
    best = max(article.paragraphs, key=lambda block: _overlap(block, start, end), default=None)
    return best if best is not None and 2 * _overlap(best, start, end) >= end - start else None


def _overlap(block: Block, start: int, end: int) -> int:
    return max(0, min(block.end, end) - max(block.start, start))
