"""Whether one text was taken over from another: by the runs of words that both have."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache

from newsdiff.language.tokens import WORD
from newsdiff.model import Article
from newsdiff.unseen import without_unseen

SHINGLE_WORDS = 8
"""Words in a row that two independent texts do not share: outlets share runs of three to five."""
SHINGLES_KEPT = 48
"""Smallest hashes of all runs of words: enough to see whether one text is a copy of another."""
COPY_SHARE = 0.5
"""Share of runs of words in common from which one text is a copy of the other."""

READ_FOR_COPIES = 8_000
"""Code points of the body in which copied runs of words are looked for."""


def read_for_copies(article: Article) -> str:
    """What of an article is held against others to see whether it was taken over."""
    return "\n".join(article.slice(block) for block in article.paragraphs)[:READ_FOR_COPIES]


def originals(texts: Iterable[str]) -> list[int]:
    """For each text the number, from 0, of the first text that it repeats, word for word or nearly so.

    A text that repeats none before it has its own number.
    """
    by_words: dict[str, int] = {}
    own: list[tuple[int, str, set[tuple[str, ...]]]] = []
    found = []
    for number, text in enumerate(texts):
        words = " ".join(without_unseen(text).split()).casefold()
        if words not in by_words:
            runs = neighbouring_words(words)
            repeated = (
                first
                for first, other, its_runs in own
                if not runs.isdisjoint(its_runs) and is_copy(_shingles(words), _shingles(other))
            )
            by_words[words] = next(repeated, number)
            if by_words[words] == number:
                own.append((number, words, runs))
        found.append(by_words[words])
    return found


def neighbouring_words(text: str) -> set[tuple[str, ...]]:
    """All runs of `SHINGLE_WORDS` words of a text, in small letters."""
    words = [word.lower() for word in WORD.findall(without_unseen(text))]
    return set(zip(*(words[start:] for start in range(SHINGLE_WORDS)), strict=False))


def shingles_of(text: str) -> frozenset[int]:
    """The smallest hashes of a text's runs of words; empty for a text of fewer words than a run."""
    hashes = sorted(
        int.from_bytes(hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big")
        for run in set(map(" ".join, neighbouring_words(text)))
    )
    return frozenset(hashes[:SHINGLES_KEPT])


def is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two texts are one text: most of the runs of words in the smaller sample are the other's too.

    Compares the smallest hashes of both together (a bottom-k sketch), so that a longer text does not hide it.
    """
    if not one or not other:
        return False
    common, looked_at = one & other, min(len(one), len(other))
    if len(common) < COPY_SHARE * looked_at:  # the usual case: no look at their order is needed
        return False
    both = sorted(one | other)[:looked_at]
    return sum(item in common for item in both) >= COPY_SHARE * looked_at


_shingles = lru_cache(maxsize=4_096)(shingles_of)
