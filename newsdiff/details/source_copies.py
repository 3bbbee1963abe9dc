"""How many independent texts report something: a paragraph taken over from another counts once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from newsdiff.details.occurrence import Occurrence
from newsdiff.language.copied import is_copy, originals, read_for_copies, shingles_of
from newsdiff.model import Annotated, Link

SHINGLES = 16
"""Smallest hashes of a paragraph's runs of words that are kept: a paragraph has some thirty runs."""
COMMON_WORDS = 0.6
"""Of the words of the shorter paragraph, those that a copy has too, at least."""


class SourceCopies:
    """Which paragraphs of an event repeat which; looks only at those that are linked or equal."""

    def __init__(self, annotated: Sequence[Annotated], links: Sequence[Link]) -> None:
        self._annotated = annotated
        self._links = links
        self._shingles: dict[str, frozenset[int]] = {}
        self._bags: dict[str, frozenset[str]] = {}
        self._copies: dict[tuple[str, str], bool] = {}

    def independent_texts(self, occurrences: Iterable[Occurrence]) -> int:
        """How many articles report something in a paragraph that none before them has, by their ids.

        An article that reports it twice, once in words of its own, counts; articles that are copies of one as
        a whole count once, so that no detail has more independent texts than its event.
        """
        paragraphs: dict[int, dict[str, None]] = {}
        for occurrence in occurrences:
            paragraphs.setdefault(occurrence.article, {})[occurrence.sentence.paragraph] = None
        if len(paragraphs) < 2:
            return len(paragraphs)
        words_seen: set[str] = set()
        seen: set[str] = set()
        own: set[int] = set()
        for article in sorted(paragraphs):
            new = []
            for paragraph in paragraphs[article]:
                words = self._words[paragraph]
                if words not in words_seen:
                    words_seen.add(words)
                    if not any(self._repeats(paragraph, other) for other in self._linked(paragraph) & seen):
                        new.append(paragraph)
            seen.update(new)
            if new:
                own.add(self._originals[article])
        return len(own)

    @cached_property
    def _originals(self) -> list[int]:
        """For each article the number of the first that it repeats as a whole; its own where it is none."""
        return originals(read_for_copies(item.article) for item in self._annotated)

    def _repeats(self, one: str, other: str) -> bool:
        """Whether two linked paragraphs are one text, word for word or nearly so."""
        pair = (min(one, other), max(one, other))
        if pair not in self._copies:
            self._copies[pair] = self._much_in_common(one, other) and is_copy(
                self._shingles_of(one), self._shingles_of(other)
            )
        return self._copies[pair]

    def _much_in_common(self, one: str, other: str) -> bool:
        """Whether two paragraphs share the words that a copy shares: cheaper to see than runs of them."""
        mine, theirs = self._different_words(one), self._different_words(other)
        return len(mine & theirs) >= COMMON_WORDS * min(len(mine), len(theirs))

    def _different_words(self, paragraph: str) -> frozenset[str]:
        if paragraph not in self._bags:
            self._bags[paragraph] = frozenset(self._words[paragraph].split())
        return self._bags[paragraph]

    def _shingles_of(self, paragraph: str) -> frozenset[int]:
        if paragraph not in self._shingles:
            self._shingles[paragraph] = frozenset(sorted(shingles_of(self._words[paragraph]))[:SHINGLES])
        return self._shingles[paragraph]

    @cached_property
    def _words(self) -> dict[str, str]:
        """Paragraph -> its text without case and line breaks."""
        return {
            block.id: " ".join(item.article.slice(block).split()).casefold()
            for item in self._annotated
            for block in item.article.paragraphs
        }

    def _linked(self, paragraph: str) -> set[str]:
        return self._linked_with.get(paragraph, set())

    @cached_property
    def _linked_with(self) -> dict[str, set[str]]:
        """Paragraph -> those it is linked with."""
        found: dict[str, set[str]] = {}
        for link in self._links:
            found.setdefault(link.a, set()).add(link.b)
            found.setdefault(link.b, set()).add(link.a)
        return found
