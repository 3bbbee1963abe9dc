"""Words that exclude each other when said of one thing, and words that deny. Written for news in general."""

from __future__ import annotations

from typing import Final

from newsdiff.language.tokens import stem_of

PAIRS = """
rise/fall increase/decrease gain/loss climb/drop higher/lower up/down widen/narrow strengthen/weaken
accept/reject approve/reject confirm/deny admit/deny support/oppose allow/ban permit/forbid legal/illegal
guilty/innocent convict/acquit alive/dead survive/die safe/unsafe conscious/unconscious
accidental/deliberate accident/deliberate intentional/accidental
win/lose victory/defeat won/lost
open/close opened/closed start/end begin/end arrive/leave
success/failure succeed/fail optimistic/pessimistic productive/unproductive
acceptable/unacceptable possible/impossible likely/unlikely related/unrelated sober/drunk
armed/unarmed male/female man/woman boy/girl son/daughter brother/sister husband/wife
northbound/southbound eastbound/westbound north/south east/west
truck/car bus/car truck/van knife/gun rifle/pistol
"""
"""A word may have several opposites."""


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


def read_pairs() -> dict[str, tuple[str, ...]]:
    """Stem -> the stems of its opposites."""
    found: dict[str, list[str]] = {}
    for pair in PAIRS.split():
        one, other = (stem_of(word) for word in pair.split("/"))
        if one and other and one != other:
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
    return {stem: tuple(dict.fromkeys(others)) for stem, others in found.items()}


OPPOSITES = read_pairs()


def negates(word: str) -> bool:
    """Whether a folded word negates: "no", "never", "didnt"."""
    return word in NEGATIONS or (word.endswith("nt") and word[:-2] in AUXILIARIES)
