"""Counts of one: "only one woman", "a single insurer", "the sole survivor", "one member voted present".

"One" is also a pronoun and opens idioms, "single" also means unmarried, "the only way"
counts no ways. So a noun must follow, and where nothing but "one" stands before it, it must be a noun
for people or bodies that are counted.
"""

from __future__ import annotations

import re

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.match import Match, ScanWindow
from newsdiff.mentions.numbers.casualties import PEOPLE
from newsdiff.mentions.numbers.counted_nouns import counted_noun, is_plural
from newsdiff.mentions.numbers.intervals import plain_number
from newsdiff.patterns import lazy_pattern

SINGLE_TRIGGERS = frozenset({"single", "sole", "only"})
_SINGLE = lazy_pattern(r"(?:single|sole|only)\b(?!-)", re.IGNORECASE)
_BODIES = frozenset(
    """
    person member company firm insurer carrier airline bank agency county village hospital church juror
    ballot patient lawmaker congressman congresswoman contestant applicant bidder supplier supermarket
    shop store restaurant hotel house car truck bus train plane aircraft helicopter ship boat vehicle
    dog cat horse bullet bomb explosion gun knife amendment airport newspaper province district
    """.split()
)
"""Nouns for bodies and things that news counts one by one."""
_ABSTRACT = frozenset(
    """
    way thing time reason other option choice question difference problem chance hope explanation answer
    exception point place moment solution means purpose goal issue constant certainty thought concern
    consolation condition caveat downside catch trouble word kind sort part bit day night week month year
    hour minute second decade one true real possible such good responsibility discretion focus basis fear aim
    intention intent
    """.split()
)
_UNMARRIED = frozenset("mother mom mum father dad parent man woman lady guy person people life".split())
_OTHER_SINGLE = frozenset(
    "payer market currency file use digit sex most biggest largest greatest custody bed malt handed".split()
)
_LIMITED = lazy_pattern(r"\b(?:only|just|exactly|merely|precisely)\s$", re.IGNORECASE)
_THE_ONLY = lazy_pattern(r"\bthe\sonly\s$", re.IGNORECASE)
_A = lazy_pattern(r"(?<!\bon\s)\ba\s$", re.IGNORECASE)
_NONE = lazy_pattern(r"(?:\b(?:not|no|never|without|nor|hardly|neither)|n[’']t)\b[^,;:.]*$", re.IGNORECASE)
""" "Without a single vote" is none, "on a single charge" counts no charges."""
_THE = lazy_pattern(r"(?:\b(?:the|its|his|her|their)|[’']s)\s$", re.IGNORECASE)
_SAYS = lazy_pattern(r"\s(?:who\s)?(?:also\s|later\s|even\s|has\s)?(?P<verb>[a-z]+)\b")
_REPORTING_VERBS = frozenset("said says told wrote writes tweeted posted recalled noted asked put".split())


def one_counts(place: ScanWindow, end: int, head: str, head_end: int) -> bool:
    """Whether the "one" that ends at `end` counts the noun `head`, which ends at `head_end`."""
    if not head or place.text[end : end + 1] != " " or head in _ABSTRACT:
        return False
    before = place.before(12)
    if _LIMITED.search(before) and not _THE_ONLY.search(before):
        return True
    says = _SAYS.match(place.text, head_end, place.end)
    if says and (says["verb"] in _REPORTING_VERBS or says["verb"] in lexicon().speech):
        return False  # "one official said": who speaks, not how many
    return head in PEOPLE or head in _BODIES or head in lexicon().roles


def read_single_thing(place: ScanWindow) -> Match | None:
    """The count in "a single insurer", "the only woman", "its sole survivor"."""
    match = _SINGLE.match(place.text, place.position, place.ceiling)
    if match is None:
        return None
    word, before = match.group().lower(), place.before(12)
    if not (_A if word == "single" else _THE).search(before):
        return None
    if word == "single" and _NONE.search(place.before(40)):
        return None
    noun = counted_noun(place.text, match.end(), place.ceiling, many=False, lone=True)
    if noun is None or place.text[match.end()] != " ":
        return None
    phrase = place.text[match.end() : noun.end].lower()
    words = frozenset(phrase.split())
    if "non-" in phrase or is_plural(phrase.split()[-1]):
        return None
    if words & _ABSTRACT or (word == "single" and words & (_UNMARRIED | _OTHER_SINGLE)):
        return None
    if word == "only" and not (noun.noun in PEOPLE or noun.noun in _BODIES or noun.noun in lexicon().roles):
        return None
    return plain_number(place.position, noun.end, 1.0, noun.noun)
