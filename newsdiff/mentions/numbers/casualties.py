"""What happens to those counted: killed, injured, arrested … , however the sentence puts it.

"12 people were killed", "12 dead", "killing 12", "the deaths of 12", "a death toll of 12", "claimed
12 lives" all say that 12 people are dead; they must meet. The role is one word for all the ways.
"""

from __future__ import annotations

import re

from newsdiff.patterns import lazy_pattern

_AFTER_WORDS = {
    "killed": "killed dead died die dies dying slain murdered perished massacred slaughtered drowned",
    "injured": "injured wounded hurt maimed treated",
    "hospitalised": "hospitalised hospitalized",
    "arrested": "arrested detained apprehended",
    "charged": "charged indicted",
    "missing": "missing unaccounted",
    "rescued": "rescued saved",
    "evacuated": "evacuated",
    "displaced": "displaced homeless",
    "trapped": "trapped stranded",
    "infected": "infected sickened",
    "aboard": "aboard onboard",
    "destroyed": "destroyed demolished",
    "damaged": "damaged",
    "survived": "survived alive",
}
_ROLE_AFTER = {word: role for role, words in _AFTER_WORDS.items() for word in words.split()}
_NOUN_ROLES = {
    "death": "killed", "fatality": "killed", "body": "killed", "corpse": "killed", "injury": "injured",
    "arrest": "arrested", "casualty": "casualty", "survivor": "survived", "hostage": "hostage",
}  # fmt: skip
"""Nouns that say the role themselves: "12 deaths", "30 injuries", "four arrests"."""
PEOPLE = frozenset(
    """
    people other man woman child boy girl baby infant teenager teen adult youth student pupil
    teacher worker employee staff civilian soldier troop officer policeman police guard firefighter
    passenger driver pilot crew member tourist visitor spectator reveller reveler pedestrian cyclist
    motorist resident villager local citizen national american victim patient doctor nurse survivor
    migrant refugee protester demonstrator activist militant gunman attacker suspect insurgent
    fighter rebel terrorist inmate prisoner hostage bystander player fan miner sailor marine
    fisherman hiker climber swimmer worshipper journalist reporter colleague friend relative sibling
    brother sister son daughter parent grandparent couple family spouse foreigner israeli
    palestinian russian german briton
    """.split()
)
"""Nouns for persons (and "other"): with the same role their counts speak of the same toll."""

ANIMALS = frozenset(
    """
    animal sheep cow cattle bull calf horse pony donkey goat pig lamb dog puppy cat kitten bird chicken
    hen duck goose turkey penguin swan eagle owl parrot fish salmon shark whale dolphin seal turtle
    elephant lion tiger bear wolf fox deer camel rhino monkey ape gorilla bat snake rabbit otter
    reindeer buffalo llama
    """.split()
)
"""A figure without a noun counts these where they stand before it: "90 sheep drowned and 40 were rescued"."""

OF_THINGS = frozenset(("destroyed", "damaged"))
THINGS = lazy_pattern(
    r"\b(?:houses|homes|buildings|structures|properties|businesses|shops|stores|schools|churches|mosques|temples|"
    r"hospitals|apartments|flats|tents|huts|vehicles|cars|trucks|lorries|buses|trains|boats|ships|planes|aircraft|"
    r"bridges|villages|towns|crops|fields|hectares|acres|trees|graves)\b",
    re.IGNORECASE,
)
"""What is damaged and destroyed in news."""

_AUXILIARY = (
    r"(?:were|was|are|is|be|been|being|have|has|had|got|get|reportedly|confirmed|feared|presumed|believed|"
    r"thought|"
    r"said|also|all|still|apparently|allegedly|now|left|found|declared|pronounced|fatally|seriously|badly|"
    r"severely|"
    r"critically|slightly|lightly|gravely|later|instantly|initially|reported|to|who|that|both|listed|shot|"
    r"and|or|"
    r"burned|beaten|crushed|stabbed|already|so|far|at|least|officially|remained|remain|remains|went)"
)
_ROLE_WORDS = "|".join(sorted(_ROLE_AFTER, key=len, reverse=True))
_AFTER = lazy_pattern(
    rf"(?:\smore|\sothers)?(?:,[^,.;:\d]{{1,60}},|,\s(?:aged|including|among)\b[^.;:]{{1,60}},)?"
    rf"(?:\s(?:aboard|on\sboard)(?=(?:\s[a-z]+){{0,4}}\s(?:killed|died|dead|perished|survived|injured)\b))?"
    rf"(?:\s{_AUXILIARY}){{0,6}}\s(?:(?P<word>{_ROLE_WORDS})\b"
    r"|(?P<injured>(?:suffer(?:ed|ing)|sustain(?:ed|ing)|received|with)\s(?:[a-z-]+\s){0,2}injur(?:y|ies))\b"
    r"|(?P<killed>lost\stheir\slives|to\sdeath)\b"
    r"|(?P<hospitalised>(?:taken|rushed|flown|airlifted|transported|sent|admitted)\sto\s(?:the\s|"
    r"a\s)?hospitals?|in\shospital|in\sintensive\scare)\b"
    r"|(?P<critical>in\s(?:a\s)?(?:critical|serious|grave|stable)\scondition)\b"
    r"|(?P<evacuated>(?:had|forced|ordered|told)\sto\s(?:leave|evacuate|be\sevacuated))\b"
    r"|(?P<displaced>(?:forced\sto\sflee|(?:fled|flee|flees|lost)\stheir\shomes))\b"
    r"|(?P<arrested>(?:taken\sinto|in)\scustody)\b|(?P<aboard>on\sboard)\b|(?P<infected>tested\spositive)\b)",
    re.IGNORECASE,
)
_AFTER_PLACE = lazy_pattern(
    rf"\s(?:on\sboard|aboard|in|at|from|inside|near|including|on)\s(?:(?!and\b|who\b|said\b|but\b|when\b|"
    rf"after\b|as\b)[^\s,.;:\d]+\s){{1,6}}"
    rf"(?:were|was|are|have\sbeen|had\sbeen|has\sbeen)\s(?:{_AUXILIARY}\s){{0,3}}(?P<word>{_ROLE_WORDS})\b",
    re.IGNORECASE,
)
_BEFORE = lazy_pattern(
    r"""(?:(?P<killed>
          \b(?:kill(?:s|ed|ing)?|murder(?:ed|ing|s)|massacr(?:ed|ing)|slaughter(?:ed|ing))
        | \b(?:claim|tak|cost|took|claiming|taking)(?:s|ed|ing|e|es)?\s(?:the\s)?lives?\sof
        | \bdeaths?\sof | \bloss\sof
        | \bfatally\s(?:shot|stabbed|wounded|beat) | \bshot\sdead
        | \bdeaths?: | \bfatalities: | \bkilled: | \bbodies\sof | \bdead:)
      | (?P<injured>\b(?:injur|wound|hurt|maim)(?:s|es|ed|ing)? | \binjuries\sto
        | \b(?:injured|wounded|injuries):)
      | (?P<arrested>\b(?:arrest|detain|apprehend)(?:s|ed|ing)? | \barrests?\sof)
      | (?P<rescued>\b(?:rescu|sav)(?:es|ed|ing) | \brescue\sof)
      | (?P<evacuated>\bevacuat(?:es|ed|ing|ion\sof))
      | (?P<displaced>\bdisplac(?:es|ed|ing))
      | (?P<aboard>\bcarrying | \bcarried)
      | (?P<destroyed>\bdestroy(?:s|ed|ing)) | (?P<damaged>\bdamag(?:es|ed|ing))
      | (?P<trapped>\btrapp(?:ed|ing))
      | (?P<infected>\binfect(?:s|ed|ing)))
      (?:\s(?:also|nearly|all|as|another|a\stotal\sof|up\sto|in\stotal|the))?\s?$""",
    re.IGNORECASE | re.VERBOSE,
)
_TOLL_BEFORE = lazy_pattern(
    r"\b(?:toll|number\sof\s(?:the\s)?(?:dead|deaths|fatalities|people\skilled))\b[^.;:\d]{0,120}?"
    r"\b(?:to|at|of|is|was|reached|hit|stood\sat|exceeded|passed|topped|now)\s$",
    re.IGNORECASE,
)
_LIVES_BEFORE = lazy_pattern(
    r"\b(?:claim(?:ed|s|ing)?|cost(?:s|ing)?|t(?:ook|akes?|aking)|los(?:t|s\sof|ing))\s$",
    re.IGNORECASE,
)
_VERB_OF_ANOTHER = lazy_pattern(r"\band\s(?:\w+ly\s)?$", re.IGNORECASE)
_OBJECT = lazy_pattern(
    r"\s(?:(?:at\sleast|about|around|some|nearly|almost|another|more\sthan|over|up\sto|as\smany\sas|a\sfurther|"
    r"dozens|scores|hundreds|thousands|several|many|others)\b\s?)?(?:\d|(?:one|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|dozens|scores|hundreds|thousands|several|others)\b)",
    re.IGNORECASE,
)
""" "Killed 12 and wounded 30": what follows "and" has an object of its own."""
_ROLE_OF_GROUP = {"critical": "injured"}
_LONGEST_JOIN = 20
_WINDOW, _TOLL_WINDOW = 36, 160
_REACH = 300
"""Code points behind a figure within which the words stand that say what became of people."""
_AFTER_HOLDS = (
    *_ROLE_AFTER, "injur", "lives", "death", "hospital", "intensive", "condition", "leave", "evacuat", "flee",
    "fled", "homes", "custody", "board", "positive",
)  # fmt: skip
_BEFORE_HOLDS = (
    "kill", "murder", "massacr", "slaughter", "life", "lives", "death", "loss", "fatal", "shot", "bodies",
    "dead", "injur", "wound", "hurt", "maim", "arrest", "detain", "apprehend", "rescu", "sav", "evacuat",
    "displac", "carr", "destroy", "damag", "trapp", "infect",
)  # fmt: skip
"""Whatever the large patterns match holds one of these: they are tried only where one stands near."""
_AND = lazy_pattern(
    r"\s?(?:,|,?\sand|,?\sor|,?\sas\swell\sas|,?\splus)\s(?:(?:all|another|its|the|his|her|their)\s)?$",
    re.IGNORECASE,
)


def role_of_noun(noun: str) -> str:
    """The role that a noun says itself ("deaths" -> killed), empty for most nouns."""
    return _NOUN_ROLES.get(noun, "")


def role_after(text: str, end: int, ceiling: int) -> tuple[str, int, bool]:
    """The role after the counted noun that ends at `end`, where it ends, whether it follows at once."""
    near = text[end : min(ceiling, end + _REACH)].lower()
    if not any(map(near.__contains__, _AFTER_HOLDS)):
        return "", end, False
    match = _AFTER.match(text, end, ceiling)
    if match and match["word"] and _begins_another(text, match, end, ceiling):
        match = None
    direct = match is not None
    if match is None or match["aboard"] or (match["word"] or "").lower() in ("aboard", "onboard"):
        match = _AFTER_PLACE.match(text, end, ceiling) or match
    if match is None or match.lastgroup is None:
        return "", end, False
    if match.lastgroup == "word":
        word = match["word"].lower()
        direct = direct and match.start("word") <= end + 1
        return _ROLE_AFTER[word], match.end(), direct
    return _ROLE_OF_GROUP.get(match.lastgroup, match.lastgroup), match.end(), False


def _begins_another(text: str, match: re.Match[str], end: int, ceiling: int) -> bool:
    """Whether the verb found behind a figure has another figure as its object."""
    between = text[end : match.start("word")]
    return bool(_VERB_OF_ANOTHER.search(between) and _OBJECT.match(text, match.end(), ceiling))


def role_before(text: str, floor: int, start: int, noun: str) -> str:
    """The role before a figure (with its hedge) that starts at `start`."""
    window = text[max(floor, start - _WINDOW) : start]
    if noun == "life":
        return "killed" if _LIVES_BEFORE.search(window) else ""
    near = window.lower()
    if any(map(near.__contains__, _BEFORE_HOLDS)) and (match := _BEFORE.search(window)):
        return match.lastgroup or ""
    return "killed" if _TOLL_BEFORE.search(text[max(floor, start - _TOLL_WINDOW) : start]) else ""


def joins(text: str, end: int, start: int, *, by_and: bool = False) -> bool:
    """Whether only "and" (or a comma, unless `by_and`) stands between two figures: one verb serves both."""
    if not 0 < start - end < _LONGEST_JOIN or (by_and and "and" not in text[end:start]):
        return False
    return _AND.fullmatch(text, end, start) is not None
