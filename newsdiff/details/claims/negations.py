"""Words that deny, and words after which a sentence does not simply say that something is so."""

from __future__ import annotations

from typing import Final

NEGATIONS: Final = frozenset("no not never none nobody neither without cannot".split())
AUXILIARIES: Final = frozenset("is are was were do does did has have had ca wo could would should".split())
DOUBTS: Final = frozenset(
    """if whether would could may might should perhaps possibly unless until hope hopes hoped want wants
    wanted ask asked asking question possible potentially deny denies denied denying reject rejects
    rejected dispute disputed refuse refused fail failed fails lack lacks lacked nor hardly barely
    scarcely only neither doubt doubted unlikely unable will shall plan plans planned expect expected
    expects""".split()
)
"""Words after which a sentence does not simply say that something is so."""


def negates(word: str) -> bool:
    """Whether a folded word negates: "no", "never", "didnt"."""
    return word in NEGATIONS or (word.endswith("nt") and word[:-2] in AUXILIARIES)
