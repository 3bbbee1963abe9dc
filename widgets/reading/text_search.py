"""Finding words in all panes while the reader types."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import islice

from newsdiff.model import Comparison, Role
from newsdiff.unseen import Seen, without_unseen

MOST_HITS_OF_A_PANE = 2_000
"""A single letter stands everywhere; more hits are of no use."""
_KEPT = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the searched words stand."""

    row: int
    article: str
    start: int
    end: int
    paragraph: str


@dataclass(frozen=True, slots=True)
class Hits:
    """All places, in reading order and by paragraph."""

    all: tuple[Hit, ...]
    by_paragraph: dict[str, tuple[Hit, ...]]
    by_article: dict[str, int]
    """How many there are in each article that has any."""
    order: tuple[tuple[int, int, int], ...]
    """Row, pane from the left, offset of each."""


NO_HITS = Hits((), {}, {}, ())


class TextSearch:
    """Searches one comparison. Upper and lower case are the same, and so are all blanks; letters that nobody
    sees part no word."""

    def __init__(self, comparison: Comparison, row_index: Mapping[str, int]) -> None:
        """`row_index`: id of a paragraph -> its row."""
        self._comparison = comparison
        self._row_index = row_index
        self._folded: dict[str, tuple[str, Seen]] = {}
        self._found: dict[tuple[tuple[str, ...], str], Hits] = {}

    def hits(self, shown: tuple[str, ...], words: str) -> Hits:
        """Where the words stand in the paragraphs of these panes."""
        wanted = folded(" ".join(without_unseen(words).split()))
        if not wanted:
            return NO_HITS
        key = (shown, wanted)
        if key not in self._found:
            while len(self._found) >= _KEPT:
                del self._found[next(iter(self._found))]
            self._found[key] = self._search(shown, wanted)
        return self._found[key]

    def standing_in(self, roles: Collection[Role], shown: tuple[str, ...], words: str) -> tuple[str, ...]:
        """The articles of these panes in which the words stand in a block of one of these roles."""
        wanted = folded(" ".join(without_unseen(words).split()))
        if not wanted:
            return ()
        pattern = _pattern(wanted)
        return tuple(pane for pane in shown if self._stands_in(roles, pane, pattern))

    def _stands_in(self, roles: Collection[Role], pane: str, pattern: re.Pattern[str]) -> bool:
        text, seen = self._text_of(pane)
        blocks = [block for block in self._comparison.article(pane).blocks if block.role in roles]
        places = (
            seen.source_start(match.start()) for match in islice(pattern.finditer(text), MOST_HITS_OF_A_PANE)
        )
        return any(block.start <= place < block.end for place in places for block in blocks)

    def _search(self, shown: tuple[str, ...], wanted: str) -> Hits:
        pattern = _pattern(wanted)
        found = [
            (hit.row, position, hit.start, hit)
            for position, pane in enumerate(shown)
            for hit in self._search_pane(pane, pattern)
        ]
        found.sort(key=lambda item: item[:3])
        ordered = tuple(hit for *_, hit in found)
        by_paragraph: dict[str, list[Hit]] = {}
        for hit in ordered:
            by_paragraph.setdefault(hit.paragraph, []).append(hit)
        by_article = Counter(hit.article for hit in ordered)
        return Hits(
            ordered,
            {key: tuple(hits) for key, hits in by_paragraph.items()},
            dict(by_article),
            tuple(item[:3] for item in found),
        )

    def _text_of(self, pane: str) -> tuple[str, Seen]:
        """The text of an article as it is searched, and where its letters stand in the article."""
        if pane not in self._folded:
            seen = Seen(self._comparison.article(pane).text)
            self._folded[pane] = folded(seen.text), seen
        return self._folded[pane]

    def _search_pane(self, pane: str, pattern: re.Pattern[str]) -> list[Hit]:
        text, seen = self._text_of(pane)
        paragraphs = self._comparison.article(pane).paragraphs
        starts = [block.start for block in paragraphs]
        found = []
        for match in islice(pattern.finditer(text), MOST_HITS_OF_A_PANE):
            start, end = seen.source_start(match.start()), seen.source_end(match.end())
            at = bisect_right(starts, start) - 1
            if at >= 0 and end <= paragraphs[at].end:
                block = paragraphs[at]
                row = self._row_index.get(block.id)
                if row is not None:
                    found.append(Hit(row, pane, start, end, block.id))
        return found


def _pattern(wanted: str) -> re.Pattern[str]:
    """What finds folded words, whatever blanks stand between them."""
    return re.compile(r"\s+".join(map(re.escape, wanted.split(" "))))


def folded(text: str) -> str:
    """`text` in lower case, code point for code point."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)
