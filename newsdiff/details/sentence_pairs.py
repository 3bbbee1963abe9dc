"""How probable it is that two sentences report the same thing, by their ids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from newsdiff.fitted_model import odds_of
from newsdiff.statements.judged_pairs import JudgedPairs

NEVER_JUDGED: Final = -7.0
"""Log-odds of a pair of sentences that share too little to be judged."""


class SentencePairs:
    """The judged pairs of an event, looked up by the ids of the sentences."""

    def __init__(self, judged: JudgedPairs) -> None:
        self.judged = judged
        ids = [sentence.id for sentence in judged.sentences]
        self._place = {
            (ids[a], ids[b]): place
            for place, (a, b) in enumerate(
                zip(judged.pairs.one.tolist(), judged.pairs.other.tolist(), strict=True)
            )
        }
        self._odds = np.maximum(NEVER_JUDGED, np.round(odds_of(judged.probability), 6))

    def log_odds(self, one: str, other: str) -> float:
        """Log-odds that two sentences report the same thing."""
        place = self._place.get((one, other), self._place.get((other, one)))
        return NEVER_JUDGED if place is None else float(self._odds[place])

    def alike(self, least: float) -> Iterator[tuple[str, str]]:
        """The ids of the pairs of at least some probability."""
        ids = [sentence.id for sentence in self.judged.sentences]
        found = np.flatnonzero(self.judged.probability >= least)
        for one, other in zip(self.judged.pairs.one[found], self.judged.pairs.other[found], strict=True):
            yield ids[one], ids[other]
