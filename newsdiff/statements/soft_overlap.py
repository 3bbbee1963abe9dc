"""Soft overlap: how much of one sentence the other one says, in the same or in near words.

For every word the nearest word of the other sentence counts, by the cosine of their vectors, weighted by how
rare the word is in the event.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from newsdiff.language.tokens import stem_of
from newsdiff.language.word_vectors import word_vectors
from newsdiff.statements.memberships import SENTENCES_AT_A_TIME, Floats, Numbers, stretches
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
        ordered = by[order]
        for start in range(0, len(self._size), SENTENCES_AT_A_TIME):
            stop = min(start + SENTENCES_AT_A_TIME, len(self._size))
            places = order[slice(*np.searchsorted(ordered, (start, stop)).tolist())]
            if not len(places):
                continue
            partners = sentence[places]
            meant = self._meant_by(start, stop)[(by[places] - start)[:, None], self._words[partners]]
            result[places] = (meant * self._weights[partners]).sum(axis=1) / self._size[partners]
        return result

    def _meant_by(self, start: int, stop: int) -> Floats:
        """For some sentences and every word of the event how near the nearest word of the sentence is."""
        meant = np.zeros((stop - start, self._pad + 1))
        words = self._words[start:stop]
        row, column = np.nonzero(words < self._pad)
        held = words[row, column]
        first = self._starts[held]
        lengths = self._starts[held + 1] - first
        near = stretches(first, lengths)
        order = np.argsort(self._nearness[near], kind="stable")  # the nearest is written last
        meant[np.repeat(row, lengths)[order], self._neighbours[near][order]] = self._nearness[near][order]
        return meant


def content_numbers(sentence: SentenceText, number: dict[str, int]) -> list[int]:
    """The numbers of the words that are no stop words, each once, in order."""
    words = (word for word, token in zip(sentence.folded, sentence.tokens, strict=True) if token.stem)
    return [number[word] for word in dict.fromkeys(words)]


def neighbours_of(words: Sequence[str]) -> tuple[Numbers, Numbers, Floats]:
    """The numbers of the words near to each word, itself among them, and how near: 0 to 1.

    Those of all words stand one after the other; the first array says where those of each begin, and ends
    with their number.
    """
    table = word_vectors()
    vectors = table.unit_vectors([table.row(word) for word in words]).astype(np.float32)
    one, other, likely = [np.arange(len(words))], [np.arange(len(words))], [np.ones(len(words))]
    for mine, theirs in words_of_one_stem(words):
        one.append(mine)
        other.append(theirs)
        likely.append(np.full(len(mine), SAME_STEM))
    for start in range(0, len(words), CHUNK):
        cosines = vectors[start : start + CHUNK] @ vectors[start:].T
        places = np.flatnonzero(cosines > LISTED)
        row, column = np.divmod(places, cosines.shape[1])
        later = column > row
        row, column = row[later] + start, column[later] + start
        value = cosines.reshape(-1)[places[later]].astype(np.float64)
        one += [row, column]
        other += [column, row]
        likely += [np.round((value - NEAR) / (1 - NEAR), 4)] * 2
    key = np.concatenate(one) * len(words) + np.concatenate(other)
    nearness = np.concatenate(likely)
    order = np.lexsort((-nearness, key))
    order = order[np.diff(key[order], prepend=-1) > 0]
    row, column = np.divmod(key[order], max(1, len(words)))
    return np.searchsorted(row, np.arange(len(words) + 1)), column, nearness[order]


def words_of_one_stem(words: Sequence[str]) -> Iterator[tuple[Numbers, Numbers]]:
    """The pairs of places of different words with one stem, both ways round, stem by stem."""
    same = defaultdict(list)
    for place, word in enumerate(words):
        same[stem_of(word)].append(place)
    for places in same.values():
        if len(places) > 1:
            held = np.array(places, dtype=np.int64)
            yield np.repeat(held, len(held)), np.tile(held, len(held))


def word_rarity(sentences: Sequence[SentenceText]) -> dict[str, float]:
    """Folded content word -> inverse sentence frequency in the event."""
    different = {sentence.folded: sentence for sentence in sentences}
    counts: dict[str, int] = defaultdict(int)
    for sentence in different.values():
        for word in {w for w, t in zip(sentence.folded, sentence.tokens, strict=True) if t.stem}:
            counts[word] += 1
    return {word: math.log((len(different) + 1) / count) for word, count in counts.items()}
