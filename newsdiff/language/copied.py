"""Whether one text was taken over from another: by the runs of words that both have."""

from __future__ import annotations

import hashlib

from newsdiff.language.tokens import WORD

SHINGLE_WORDS = 8
"""Words in a row that two independent texts do not share: outlets share runs of three to five."""
SHINGLES_KEPT = 48
"""Smallest hashes of all runs of words: enough to see whether one text is a copy of another."""
COPY_SHARE = 0.5
"""Share of runs of words in common from which one text is a copy of the other."""


def shingles_of(text: str) -> frozenset[int]:
    """The smallest hashes of a text's runs of words; empty for a text of fewer words than a run."""
    words = [word.group().lower() for word in WORD.finditer(text)]
    runs = {" ".join(words[start : start + SHINGLE_WORDS]) for start in range(len(words) - SHINGLE_WORDS + 1)}
    hashes = sorted(
        int.from_bytes(hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big")
        for run in runs
    )
    return frozenset(hashes[:SHINGLES_KEPT])


def is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two texts are one text: most of the runs of words in the smaller sample are the other's too.

    Compares the smallest hashes of both together (a bottom-k sketch), so that a longer text does not hide it.
    """
    if not one or not other:
        return False
    both = sorted(one | other)[: min(len(one), len(other))]
    common = one & other
    return sum(item in common for item in both) >= COPY_SHARE * len(both)
