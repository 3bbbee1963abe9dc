"""Words that exclude each other when said of one thing. Written by hand for news in general."""

from __future__ import annotations

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
