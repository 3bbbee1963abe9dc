"""Whether a sentence can be read alone: long enough to say something, short enough for one thing."""

from __future__ import annotations

from typing import Final

from newsdiff.language.tokens import fold, tokens

LEAST_WORDS: Final = 4
"""Words of meaning; a shorter sentence says too little to be quoted alone."""
MOST_WORDS: Final = 34
"""All words; a longer sentence reports several things."""
UNCLEAR_ALONE: Final = frozenset(
    """he she it they his her their its this that these those there here but and or so also yet
    however meanwhile instead still then thus another others both who which such while although though
    we i you our my""".split()
)
"""A sentence that begins so leans on the one before it."""
_QUOTES: Final = "\"“”«»„'‘’"
_UNENDED: Final = ":,;–—-"


def is_clear(sentence: str) -> bool:
    """Whether a sentence leans neither on the one before it nor on a quotation that it is a part of."""
    words = tokens(sentence)
    if not words or len(words) > MOST_WORDS or sum(bool(word.stem) for word in words) < LEAST_WORDS:
        return False
    if fold(sentence[words[0].start : words[0].end]) in UNCLEAR_ALONE:
        return False
    shown = sentence.strip()
    return shown[0] not in _QUOTES and shown[-1] not in _UNENDED
