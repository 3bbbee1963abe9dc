"""How probable it is that two sentences, or their paragraphs, report the same thing, by ids of sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from newsdiff.alignment.paragraph_pairs import JudgedParagraphs
from newsdiff.fitted_model import odds_of
from newsdiff.statements.judged_pairs import JudgedPairs
from newsdiff.statements.memberships import Floats, Numbers

NEVER_JUDGED: Final = -7.0
"""Log-odds of a pair of sentences that share too little to be judged."""


class SentencePairs:
    """The judged pairs of an event, looked up by the ids of the sentences.

    Without `likely` nothing is known of their paragraphs.
    """

    def __init__(self, judged: JudgedPairs, likely: JudgedParagraphs | None = None) -> None:
        self.judged = judged
        self._likely = likely
        self._number = {sentence.id: number for number, sentence in enumerate(judged.sentences)}
        self._keys = judged.pairs.one * len(self._number) + judged.pairs.other
        self._odds = np.maximum(NEVER_JUDGED, np.round(odds_of(judged.probability), 6))

    def log_odds(self, ids: Sequence[str], one: Numbers, other: Numbers) -> Floats:
        """Log-odds that the two sentences of each pair report the same thing: `one[k]` and `other[k]` are
        places in `ids`."""
        number = np.array([self._number[sentence] for sentence in ids], dtype=np.int64)
        keys = pair_keys(number[one], number[other], len(self._number))
        return looked_up(self._keys, self._odds, keys, NEVER_JUDGED)

    def linked(self, ids: Sequence[str], one: Numbers, other: Numbers) -> Floats:
        """Probability that the paragraphs of the two sentences of each pair report the same thing, 1 for one
        paragraph and 0 where they were not judged; `one[k]` and `other[k]` are places in `ids`."""
        sentences = self.judged.sentences
        paragraph = np.array([sentences[self._number[one]].paragraph for one in ids], dtype=np.int64)
        a, b = paragraph[one], paragraph[other]
        result: Floats = (a == b).astype(np.float64)
        if self._likely is not None:
            count = 1 + max((sentence.paragraph for sentence in sentences), default=0)
            known = pair_keys(self._likely.one, self._likely.other, count)
            order = np.argsort(known)
            found = looked_up(known[order], self._likely.probability[order], pair_keys(a, b, count), 0.0)
            result = np.maximum(result, found)
        return result

    def odds_at(self, places: Sequence[int]) -> Floats:
        """Log-odds of some judged pairs, by their places."""
        found: Floats = self._odds[list(places)]
        return found

    def probability(self, one: str, other: str) -> float:
        """How probable it is that two sentences report the same thing; 0 where they were not judged."""
        a, b = sorted((self._number[one], self._number[other]))
        key = a * len(self._number) + b
        place = int(np.searchsorted(self._keys, key))
        judged = place < len(self._keys) and int(self._keys[place]) == key
        return float(self.judged.probability[place]) if judged else 0.0

    def alike(self, least: float) -> Iterator[tuple[str, str]]:
        """The ids of the pairs of at least some probability."""
        ids = [sentence.id for sentence in self.judged.sentences]
        found = np.flatnonzero(self.judged.probability >= least)
        for one, other in zip(self.judged.pairs.one[found], self.judged.pairs.other[found], strict=True):
            yield ids[one], ids[other]


def pair_keys(one: Numbers, other: Numbers, count: int) -> Numbers:
    """One number a pair, whichever of the two comes first; `count` is more than any of them."""
    keys: Numbers = np.minimum(one, other) * count + np.maximum(one, other)
    return keys


def looked_up(known: Numbers, values: Floats, wanted: Numbers, missing: float) -> Floats:
    """The value of each wanted key among the known ones, which ascend; `missing` for the others."""
    result = np.full(len(wanted), missing)
    if len(known):
        place = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
        held = known[place] == wanted
        result[held] = values[place[held]]
    return result
