"""Evidence in the words around a name: how far it reaches, the role and the type of its entity."""

from __future__ import annotations

import re
from functools import cache

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.names.candidates import Candidate, lower_case_tail
from newsdiff.mentions.names.places import gazetteer
from newsdiff.patterns import lazy_pattern
from newsdiff.values import NameType

Votes = dict[NameType, float]

_AGE = lazy_pattern(r",\s(?:aged\s)?\d{1,3}(?:,|\.|;| |-year-old)|\s\(\d{1,3}\)")
_WHO = lazy_pattern(r",?\s(?:who|whose|himself|herself)\b")
_SPEECH = lazy_pattern(r",?\s(?:also\s|has\s|later\s|then\s)?([a-z]+)\b")
_IN = lazy_pattern(
    r"\b(?:in|near|at|outside|across|around|throughout|north of|south of|east of|west of)\s$", re.I
)
_TOWN_OF = lazy_pattern(
    r"\b(?:town|city|village|port|island|province|state|county|district|region|suburb|capital|resort|community)"
    r"(?:\sof|,)?\s$"
)
_THE = lazy_pattern(r"\b[Tt]he\s$")
_WORD_BEFORE = lazy_pattern(r"([\w’'.-]+)(,?)\s$")
_APPOSITION = lazy_pattern(
    r",\s((?:(?:the|a|an|his|her|its|their|who is|one of)\s)?[^,.;:\"“”()]{3,70})(?=[,.;)]|$)"
)
_ADJECTIVE = lazy_pattern(r"(?:al|ic|ive|ous|ary|ian|ese|ish|less|ful|-\w+|est|top)$")
_KOREAN = lazy_pattern(r"^[A-Z][a-z]+[-‐‑][a-z]+$")
"""A given name of two syllables: "Jae-in", "Jong-un"."""
_CLAUSE = frozenset(
    "is are was were be been has have had he she it i we they who which that did does do".split()
)
_WINDOW = 48


@cache
def _institutions() -> re.Pattern[str]:
    return lower_case_tail(lexicon().institution)


@cache
def _designators() -> re.Pattern[str]:
    return lower_case_tail(lexicon().lower_designator)


def reach(candidate: Candidate, text: str) -> None:
    """Let a place take along what makes it another name: "Balkh province", "German consulate"."""
    place = candidate.place
    if text[candidate.end : candidate.end + 1] != " ":
        return
    if (place and (place.adjective or place.country)) and (
        match := _institutions().match(text, candidate.end)
    ):
        candidate.place = None
        candidate.organisation = True
    elif place is None or not (place.country and not place.adjective):
        match = _designators().match(text, candidate.end)
        if not match or match.end() > candidate.sentence.end:
            return
        if place and not place.adjective:
            candidate.end = match.end()
            return
        candidate.place = None
    else:
        return
    if match.end() <= candidate.sentence.end:
        candidate.end = match.end()
        candidate.words = (*candidate.words, *match.group().split())
        candidate.doubtful = False


def role_of(candidate: Candidate, text: str) -> str:
    """The role in front of or behind the name, as written: "Kremlin aide", "the council's head"."""
    return candidate.role or _role_before(candidate, text) or _role_after(candidate, text)


def _role_before(candidate: Candidate, text: str) -> str:
    roles = lexicon().roles
    start = candidate.start
    low = max(candidate.sentence.start, start - _WINDOW)
    match = _WORD_BEFORE.search(text, low, start)
    if not match or match.group(1).lower() not in roles:
        return ""
    end = match.end(1)
    begin = match.start(1)
    for _ in range(5):
        match = _WORD_BEFORE.search(text, low, begin)
        if not match or match.group(2) or not _qualifies(match.group(1)):
            break
        begin = match.start(1)
    return text[begin:end]


def _qualifies(word: str) -> bool:
    """Whether a word in front of a role belongs to it: "U.S.", "Trump's", "special", "vice-", "economic"."""
    lists = lexicon()
    if word[0].isupper():
        return word.lower() not in lists.stop and (word[-1] != "." or "." in word[:-1] or len(word) < 5)
    return word in lists.modifier or word in lists.roles or bool(_ADJECTIVE.search(word))


def _role_after(candidate: Candidate, text: str) -> str:
    if text[candidate.end : candidate.end + 2] != ", ":
        return ""
    match = _APPOSITION.match(text, candidate.end, min(candidate.sentence.end, candidate.end + 90))
    if not match:
        return ""
    words = match.group(1).lower().split()
    lists = lexicon()
    if not any(word in lists.roles for word in words[:7]) or len(words) > 11:
        return ""
    return "" if any(word in lists.speech or word in _CLAUSE for word in words) else match.group(1)


def vote(candidate: Candidate, text: str, role: str) -> Votes:
    """The weight of one mention for each type; the sums over all mentions of a form decide."""
    lists = lexicon()
    votes: Votes = {"person": 0.0, "organisation": 0.0, "place": 0.0, "other": 0.0}
    words = [word.lower().rstrip(".") for word in candidate.words]
    before = text[max(candidate.sentence.start, candidate.start - _WINDOW) : candidate.start]
    after = text[candidate.end : min(candidate.sentence.end, candidate.end + 24)]
    if candidate.place:
        votes["place"] += 5
    if (
        candidate.organisation
        or words[-1] in lists.organisation
        or (len(words) > 1 and words[0] in lists.organisation)
    ):
        votes["organisation"] += 3
    elif words[-1] in lists.designator and len(words) > 1:
        votes["place"] += 3
    elif len(words) == 1 and (is_acronym(candidate.words[0]) or words[0] in lists.bodies):
        votes["organisation"] += 2
    elif len(words) > 1 and (words[0] in lists.first_names or _KOREAN.search(candidate.words[-1])):
        votes["person"] += 2
    elif len(words) == 1 and words[0] in lists.first_names:
        votes["person"] += 0.5
    if words[-1] in lists.groups:
        votes["other"] += 3
    votes["person"] += 3 * candidate.titled + 2 * bool(role and not candidate.titled)
    votes["person"] += 2 * bool(_AGE.match(after)) + bool(_WHO.match(after))
    speech = _SPEECH.match(after)
    if speech and speech.group(1) in lists.speech:
        votes["person"] += 0.8
    if _IN.search(before):
        votes["place"] += 1
    if _TOWN_OF.search(before):
        votes["place"] += 2
    if _THE.search(before):
        votes["person"] -= 1
    if team_like(candidate.words):
        votes["organisation"] += 1.5
    return votes


def team_like(words: tuple[str, ...]) -> bool:
    """Whether a name is a place and a plural, as teams are called: "Pittsburgh Steelers"."""
    if len(words) < 2 or not words[-1].endswith("s"):
        return False
    place = gazetteer().find(words[:-1])
    return place is not None and not place.adjective and not place.country


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals only, two to six of them ("RAIB", "E.U.")."""
    letters = word.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()
