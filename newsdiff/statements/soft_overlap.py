"""Soft overlap: how much of one sentence the other one says, in the same or in near words.

For every word the nearest word of the other sentence counts, by the cosine of their vectors, weighted by how
rare the word is in the event.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np

from newsdiff.language.tokens import stem_of
from newsdiff.language.word_vectors import word_vectors
from newsdiff.statements.memberships import Floats, Numbers
from newsdiff.statements.sentence_texts import SentenceText

NEAR: Final = 0.3
"""Cosine of two words from which they begin to count as near: half of all word pairs lie below 0.1."""
LISTED: Final = 0.45
"""Cosine from which a word is kept as a neighbour of another; below, what it adds is noise."""
SAME_STEM: Final = 0.95
"""What another form of the same word counts."""
SMOOTHING: Final = 4.0
"""Added to the size of a sentence, so that two words in common make no match of two short ones."""
MOST_WORDS: Final = 60
"""Words of a sentence that are looked at; it bounds the work on hostile texts."""
CHUNK: Final = 512
"""Words whose neighbours are looked for at a time."""


class SoftOverlap:
    """The content words of an event with their neighbours in meaning."""

    def __init__(self, sentences: Sequence[SentenceText], weight: dict[str, float]) -> None:
        """`weight` holds the rarity of each folded word."""
        words = sorted(weight)
        number = {word: place for place, word in enumerate(words)}
        self._pad = len(words)
        self._starts, self._neighbours, self._nearness = neighbours_of(words)
        listed = [content_numbers(sentence, number)[:MOST_WORDS] for sentence in sentences]
        longest = max(map(len, listed), default=0)
        self._words: Numbers = np.full((len(sentences), longest), self._pad, dtype=np.int64)
        for place, numbers in enumerate(listed):
            self._words[place, : len(numbers)] = numbers
        rarity = np.array([*(weight[word] for word in words), 0.0])
        self._weights: Floats = rarity[self._words]
        self._size: Floats = self._weights.sum(axis=1) + SMOOTHING

    def covered(self, by: Numbers, sentence: Numbers) -> Floats:
        """For each pair, the share of `sentence` that `by` says in the same or near words, 0 to 1."""
        result = np.zeros(len(by))
        order = np.argsort(by, kind="stable")
        starts = np.flatnonzero(np.diff(by[order], prepend=-1))
        for places in np.split(order, starts[1:]) if len(by) else []:
            meant = self._meant_by(int(by[places[0]]))
            partners = sentence[places]
            found = (meant[self._words[partners]] * self._weights[partners]).sum(axis=1)
            result[places] = found / self._size[partners]
        return result

    def _meant_by(self, sentence: int) -> Floats:
        """For every word of the event how near the nearest word of a sentence is."""
        meant = np.zeros(self._pad + 1)
        words = self._words[sentence]
        for word in words[words < self._pad].tolist():
            near = slice(self._starts[word], self._starts[word + 1])
            places = self._neighbours[near]
            meant[places] = np.maximum(meant[places], self._nearness[near])
        return meant


def content_numbers(sentence: SentenceText, number: dict[str, int]) -> list[int]:
    """The numbers of the words that are no stop words, each once, in order."""
    words = (word for word, token in zip(sentence.folded, sentence.tokens, strict=True) if token.stem)
    return [number[word] for word in dict.fromkeys(words)]


def neighbours_of(words: Sequence[str]) -> tuple[list[int], Numbers, Floats]:
    """The numbers of the words near to each word, itself among them, and how near: 0 to 1.

    Those of all words stand one after the other; the first array says where those of each begin, and ends
    with their number.
    """
    table = word_vectors()
    vectors = table.unit_vectors([table.row(word) for word in words]).astype(np.float32)
    same = defaultdict(list)
    for place, word in enumerate(words):
        same[stem_of(word)].append(place)
    starts = [0]
    near: list[int] = []
    nearness: list[float] = []
    for start in range(0, len(words), CHUNK):
        cosines = vectors[start : start + CHUNK] @ vectors.T
        rows, places = np.nonzero(cosines > LISTED)
        values = cosines[rows, places].tolist()
        listed: list[dict[int, float]] = [
            dict.fromkeys(same[stem_of(word)], SAME_STEM) for word in words[start : start + CHUNK]
        ]
        for row, place, cosine in zip(rows.tolist(), places.tolist(), values, strict=True):
            value = round((cosine - NEAR) / (1 - NEAR), 4)
            listed[row][place] = max(listed[row].get(place, 0.0), value)
        for row, found in enumerate(listed):
            found[start + row] = 1.0
            near += found
            nearness += found.values()
            starts.append(len(near))
    return starts, np.array(near, dtype=np.int64), np.array(nearness, dtype=np.float64)


def word_rarity(sentences: Sequence[SentenceText]) -> dict[str, float]:
    """Folded content word -> inverse sentence frequency in the event."""
    different = {sentence.folded: sentence for sentence in sentences}
    counts: dict[str, int] = defaultdict(int)
    for sentence in different.values():
        for word in {w for w, t in zip(sentence.folded, sentence.tokens, strict=True) if t.stem}:
            counts[word] += 1
    return {word: math.log((len(different) + 1) / count) for word, count in counts.items()}
