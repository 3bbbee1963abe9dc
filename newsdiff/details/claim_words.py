"""Words that change what a sentence claims: that deny it, how sure it is, what stage a case has reached, to
what degree; and words that exclude each other.

Written by hand for news in general. Which of them matter how much is fitted, see `differences`.
"""

from __future__ import annotations

from typing import Final

from newsdiff.language.tokens import stem_of

NEGATIONS: Final = frozenset("no not never none nobody neither without cannot".split())
AUXILIARIES: Final = frozenset("is are was were do does did has have had ca wo could would should".split())


def negates(word: str) -> bool:
    """Whether a folded word negates: "no", "never", "didnt"."""
    return word in NEGATIONS or (word.endswith("nt") and word[:-2] in AUXILIARIES)


POSSIBLE = frozenset(
    """may might could would should perhaps possibly possible potential potentially likely unlikely expect
    expected expects plan plans planned planning will intend intends intended schedule scheduled appear
    appears appeared apparently seem seems seemed propose proposed want wants wanted hope hopes hoped
    consider considers considered considering threaten threatened""".split()
)
"""What may be, is planned or wanted, and is not said to have happened."""
UNPROVEN = frozenset(
    """alleged allegedly suspected suspect suspects accused reportedly purported believed unconfirmed
    claims claimed claim rumored rumoured""".split()
)
"""What somebody holds to be so."""
ATTRIBUTING = frozenset(
    """said says say told tells according reported reports statement officials official spokesman
    spokeswoman spokesperson announced added wrote tweeted""".split()
)
"""Words by which a sentence names its source."""
STAGES = {
    stem_of(word): number
    for number, stage in enumerate(
        (
            "investigate question questioned sought wanted",
            "arrest arrested detain detained custody",
            "charge charged indict indicted",
            "plead pleaded pled trial tried",
            "convict convicted guilty",
            "sentence sentenced jailed imprisoned",
            "acquit acquitted cleared dismissed dropped freed released",
        )
    )
    for word in stage.split()
}
"""Stem -> stage of a criminal case."""
LEAVING = {
    stem_of(word): number
    for number, way in enumerate(
        ("resign resigned quit stepped", "fire fired dismiss dismissed sacked ousted", "retire retired")
    )
    for word in way.split()
}
"""Stem -> way in which somebody leaves a post."""
DEGREES = frozenset(
    """all most many some few several none no every only partly partially mostly nearly almost fully
    completely entirely major minor serious slight slightly severe light heavy total half majority""".split()
)
"""How much or how far."""
ORDER = frozenset("before after first last earlier later then until since while during".split())
"""In which order things happened."""

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
"""Words that exclude each other when said of one thing. A word may have several opposites."""


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
