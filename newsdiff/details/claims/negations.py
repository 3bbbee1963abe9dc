"""Words that deny."""

from __future__ import annotations

from typing import Final

NEGATIONS: Final = frozenset("no not never none nobody neither without cannot".split())
AUXILIARIES: Final = frozenset("is are was were do does did has have had ca wo could would should".split())


def negates(word: str) -> bool:
    """Whether a folded word negates: "no", "never", "didnt"."""
    return word in NEGATIONS or (word.endswith("nt") and word[:-2] in AUXILIARIES)
