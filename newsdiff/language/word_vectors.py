"""Word vectors: a table by which "wounded" and "injured" are near in meaning.

`words.npy` beside this file holds 98 signed bytes for each of the 50,000 English words of `words.txt`, made
from GloVe (Pennington, Socher and Manning 2014; Public Domain Dedication and License) by
`benchmarks/make_words.py`. A table, not a model that runs: the same answer every time, offline. It is not
compressed, so that only the rows of words that occur are read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsdiff.language.tokens import fold

UNKNOWN: Final = -1
"""Row number of a word that the table does not hold: it matches only itself."""


MOST_KEPT: Final = 100_000
"""Words whose rows are remembered."""


class WordVectors:
    """The table, with the rows of words looked up on demand."""

    def __init__(self, vectors: Path, words: Path) -> None:
        """The files: a row of numbers and a line a word, the words in the order of their code points."""
        self._table: NDArray[np.int8] = np.load(vectors, mmap_mode="r").view(np.ndarray)
        self._rows: dict[str, int] = {}
        self._words = words.read_text(encoding="utf-8").rstrip("\n").split("\n")

    def row(self, word: str) -> int:
        """Row number of a word; `UNKNOWN` where the table lacks it.

        Case, accents and a possessive ending do not count.
        """
        found = self._rows.get(word)
        if found is None:
            folded = fold(word)
            place = bisect_left(self._words, folded)
            found = place if place < len(self._words) and self._words[place] == folded else UNKNOWN
            if len(self._rows) < MOST_KEPT:
                self._rows[word] = found
        return found

    @property
    def dimensions(self) -> int:
        """How many numbers a word has."""
        return int(self._table.shape[1])

    def unit_vectors(self, rows: Sequence[int]) -> NDArray[np.float64]:
        """One vector of length one for each row number, zeros for `UNKNOWN`: shape (rows, dimensions)."""
        numbers = np.asarray(rows, dtype=np.int64)
        found = np.zeros((len(numbers), self.dimensions))
        known = numbers >= 0
        found[known] = self._table[numbers[known]]
        length = np.sqrt((found * found).sum(axis=1, keepdims=True))
        np.divide(found, length, out=found, where=length > 0)
        return found


@lru_cache(maxsize=1)
def word_vectors() -> WordVectors:
    """The table of the package, read once."""
    folder = Path(__file__).parent
    return WordVectors(folder / "words.npy", folder / "words.txt")
