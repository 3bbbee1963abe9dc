"""How probable it is that two sentences report the same thing, by their ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from newsdiff.fitted_model import odds_of
from newsdiff.statements.judged_pairs import JudgedPairs
from newsdiff.statements.memberships import Floats, Numbers

NEVER_JUDGED: Final = -7.0
"""Log-odds of a pair of sentences that share too little to be judged."""


class SentencePairs:
    """The judged pairs of an event, looked up by the ids of the sentences."""

    def __init__(self, judged: JudgedPairs) -> None:
        self.judged = judged
        self._number = {sentence.id: number for number, sentence in enumerate(judged.sentences)}
        self._keys = judged.pairs.one * len(self._number) + judged.pairs.other
        self._odds = np.maximum(NEVER_JUDGED, np.round(odds_of(judged.probability), 6))

    def log_odds(self, ids: Sequence[str], one: Numbers, other: Numbers) -> Floats:
        """Log-odds that the two sentences of each pair report the same thing: `one[k]` and `other[k]` are
        places in `ids`."""
        result = np.full(len(one), NEVER_JUDGED)
        if len(self._keys):
            number = np.array([self._number[sentence] for sentence in ids], dtype=np.int64)
            a, b = np.minimum(number[one], number[other]), np.maximum(number[one], number[other])
            keys = a * len(self._number) + b
            place = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
            judged = self._keys[place] == keys
            result[judged] = self._odds[place[judged]]
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
