"""Words that change what a sentence claims: how sure it is, what stage a case has reached, to what degree.

Written by hand for news in general. Which of them matter how much is fitted, see `differences`.
"""

from __future__ import annotations

from newsdiff.language.tokens import stem_of

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
    for number, way in enumerate(("resign resigned quit stepped", "fire fired dismiss dismissed sacked ousted", "retire retired"))
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
