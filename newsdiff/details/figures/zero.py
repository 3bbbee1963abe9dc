"""Nobody killed, no injuries: what befell nobody, as a count of zero."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsdiff.details.event_index import EventIndex
from newsdiff.details.figures.intervals import stated_figure
from newsdiff.details.figures.parts_and_wholes import part_of_whole
from newsdiff.details.occurrence import Occurrence, quantity_of
from newsdiff.patterns import lazy_pattern

FATES_DENIED = {
    "injured": ("injured", "hurt", "wounded", "harmed", "injuries", "casualties"),
    "killed": ("killed", "died", "dead", "deaths", "fatalities", "casualties"),
}
"""What befalls people -> the words with which it is said that it befell nobody."""
NOBODY = lazy_pattern(
    r"\b(?:no[ -]one|nobody|none of the \w+|no (?:people|person|passengers?|residents?))"
    r"(?: (?:was|were|has been|had been|have been|is|are|is believed to have been|else))*"
    r" (?P<how>injured|hurt|wounded|harmed|killed|died|dead)\b"
    r"|\b(?:no|without(?: any)?) (?:\w+ )?(?P<what>injuries|casualties|deaths|fatalities)\b",
    re.IGNORECASE,
)
OTHERS = lazy_pattern(r"\b(?:else|other|further|more|additional|new)\b", re.IGNORECASE)
"""Nobody else: then there are some."""
OTHER_TIMES = lazy_pattern(
    r"\b(?:last|first|previous|since|year|years|history|until|before|if|would|could|might)\b", re.IGNORECASE
)
"""Words beside which "no fatalities" may be said of another time, or of what might have been."""


@dataclass(frozen=True, slots=True)
class Denial:
    """ "No one was injured": a claim where it stands, with what befell nobody."""

    occurrence: Occurrence
    fates: tuple[str, ...]
    """The roles of those counted that it denies: "killed", "injured"; both for "no casualties"."""
    of_another_time: bool
    """Whether the sentence may speak of another time or of what might have been."""


def denials_of(index: EventIndex) -> Iterator[Denial]:
    """Every sentence part that says something befell nobody, in reading order."""
    for article, item in enumerate(index.annotated):
        text = item.article.text
        for number, sentence in enumerate(item.sentences):
            for match in NOBODY.finditer(text, sentence.start, sentence.end):
                if OTHERS.search(match.group()):
                    continue
                word = (match["how"] or match["what"]).lower()
                fates = tuple(fate for fate, words in FATES_DENIED.items() if word in words)
                rest = text[sentence.start : match.start()] + text[match.end() : sentence.end]
                occurrence = index.claim_at(article, number, match.start(), match.end())
                yield Denial(occurrence, fates, OTHER_TIMES.search(rest) is not None)


def counts_some(index: EventIndex, occurrence: Occurrence, fate: str) -> bool:
    """Whether a figure counts at least one person of that fate, and all of them."""
    quantity = quantity_of(occurrence)
    if quantity.role != fate or not stated_figure(quantity):
        return False
    return not part_of_whole(index, occurrence)
