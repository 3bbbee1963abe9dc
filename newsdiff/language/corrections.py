"""Corrections that an outlet states: "This article was amended on 3 December to …".

Looked for in every block, also in what is no body text, where such lines often stand. A pattern must name
this very article, or begin its block as a correction: that somebody else corrected something is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from newsdiff.letters import lower_like_regex
from newsdiff.model import Article
from newsdiff.patterns import lazy_pattern
from newsdiff.quick_dataclass import dataclass

CorrectionKind: TypeAlias = Literal["corrected", "amended", "updated", "editor's note"]
CORRECTING: Final[tuple[CorrectionKind, ...]] = ("corrected", "amended")
"""Kinds that say that something stood wrong or was changed; the others may only say that more was added."""

LONGEST: Final = 600
"""Code points of a block that is shown whole; of a longer one the sentence."""
READ: Final = 12_000
"""Code points of a block that are looked at."""

_THIS = r"""\b this \s (?: article | story | report | post | piece | page | headline | caption | column
    | dispatch | item | version | analysis | live \s blog ) """
_WAS = r"""\s (?: was | has \s been | is | were | have \s been ) \s (?: since \s )? (?: been \s )? """
_THE = r"""^ \W* the \s (?: article | story | headline ) """
_BEGIN = r"^ \W* "
_END = r"\s* (?: [:(–—-] | $ )"
_WRONGLY = "originally | previously | initially | incorrectly | mistakenly | wrongly | erroneously"
_SAID = """said | stated | reported | gave | named | identified | misstated | misspelled | misidentified
    | referred | described | attributed | quoted"""
_PATTERNS: Final[tuple[tuple[CorrectionKind, str, str], ...]] = (
    ("corrected", "correction clarification",
                  rf"{_BEGIN} (?: corrections? (?: \s appended | \s and \s clarifications? )?"
                  rf" | clarifications? ) \b {_END}"),
    ("corrected", "corrects", rf"{_BEGIN} this \s version \s corrects \b"),
    ("corrected", "correct clarified",
                  rf"(?: {_THIS} | {_THE} ) {_WAS} (?: updated \s (?: to \s correct | and \s corrected ) "
                  r"| corrected | clarified ) \b"),
    ("corrected", "version",
                  r"\b (?: an | our ) \s (?: earlier | previous | original | initial ) \s version \s of \s"
                  r" (?: this | the | our ) \s (?: article | story | report | post | piece | headline ) \b"),
    ("corrected", "originally previously initially incorrectly mistakenly wrongly erroneously",
                  rf"{_THIS} \s (?: {_WRONGLY} ) \s (?: {_SAID} ) \b"),
    ("amended", "amended changed edited modified revised retracted withdrawn taken",
                rf"{_THIS} {_WAS} (?: amended | changed | edited | modified | revised | retracted | withdrawn"
                r" | taken \s down ) \b"),
    ("updated", "updated", rf"{_THIS} {_WAS} (?: last \s )? updated \b"),
    ("editor's note", "editor readers",
                  rf"{_BEGIN} (?: editor [’']? s? [’']? \s note | note \s to \s readers ) {_END}"),
    # German, French, Spanish, Italian
    ("corrected", "korrektur richtigstellung berichtigung correcci rectificatif errata errores rettifica",
                  rf"{_BEGIN} (?: korrektur (?: hinweis )? | richtigstellung | berichtigung | corrección"
                  r" | rectificatif | fe \s de \s (?: erratas | errores ) | errata \s corrige | rettifica )"
                  rf" {_END}"),
    ("corrected", "version fassung",
                  r"\b in \s einer \s (?: früheren | vorherigen | ersten ) \s (?: version | fassung ) \s"
                  r" (?: dieses | des ) \s (?: artikels | textes | beitrags | berichts ) \b"),
    ("corrected", "version", r"\b une \s (?: première \s )? version \s (?: précédente \s | antérieure \s )?"
                  r" de \s cet \s article \b"),
    ("corrected", "versi", r"\b una \s versión \s (?: anterior | previa ) \s de \s est[ea] \s"
                  r" (?: artículo | noticia | información ) \b"),
    ("amended", "dieser", r"\b dieser \s (?: artikel | text | beitrag | bericht ) \s wurde \s"
                r" (?: nachträglich \s | am \s [^.]{1,30} \s )?"
                r" (?: korrigiert | geändert | berichtigt | überarbeitet ) \b"),
    ("amended", "article", r"\b cet \s article \s a \s été \s"
                r" (?: corrigé | modifié ) \b"),
    ("amended", "culo", r"\b este \s artículo \s (?: ha \s sido | fue ) \s"
                r" (?: corregido | modificado ) \b"),
    ("updated", "dieser", r"\b dieser \s (?: artikel | text | beitrag | bericht ) \s wurde \s"
                r" (?: zuletzt \s | am \s [^.]{1,30} \s )? aktualisiert \b"),
    ("updated", "article", r"\b cet \s article \s a \s été \s (?: mis \s à \s jour | actualisé ) \b"),
    ("updated", "culo", r"\b este \s artículo \s (?: ha \s sido | fue ) \s actualizado \b"),
)  # fmt: skip
"""Each with words of which one stands in what it matches."""
_FLAGS = re.IGNORECASE | re.MULTILINE | re.VERBOSE
_LOOKED_FOR = tuple(
    (kind, tuple(needs.split()), lazy_pattern(pattern, _FLAGS)) for kind, needs, pattern in _PATTERNS
)


@dataclass(frozen=True, slots=True)
class Correction:
    """What an outlet says of its own changes, verbatim: where it stands in the text, and its words."""

    kind: CorrectionKind
    start: int
    end: int
    text: str


def corrections_in(article: Article) -> tuple[Correction, ...]:
    """Every stated correction or note of change, verbatim, in order; of one block the gravest kind."""
    found = []
    for block in article.blocks:
        text = article.text[block.start : min(block.end, block.start + READ)]
        for kind, start, end in _in(text):
            where = block.start + start, block.start + end
            found.append(Correction(kind, *where, article.text[slice(*where)]))
    return tuple(found)


def states_a_correction(sentence: str) -> bool:
    """Whether a sentence says that its article was corrected or changed."""
    return next(_in(sentence), None) is not None


def _in(text: str) -> Iterator[tuple[CorrectionKind, int, int]]:
    """The gravest kind that a block holds, and where its words stand."""
    small = lower_like_regex(text)
    for kind, needs, pattern in _LOOKED_FOR:
        match = pattern.search(text) if any(map(small.__contains__, needs)) else None
        if match is None:
            continue
        if len(text) <= LONGEST:
            yield kind, 0, len(text)
            return
        before = [text.rfind(mark, 0, match.start()) + len(mark) for mark in (". ", "\n")
                  if mark in text[: match.start()]]  # fmt: skip
        start = max([0, *before])
        stop = text.find(". ", match.end())
        yield kind, start, min(len(text) if stop < 0 else stop + 1, start + LONGEST)
        return
