"""Figures that name and do not count: "Boeing 737", "Flight 370", "No. 10", "Group of 20", phone numbers."""

from __future__ import annotations

import re

from newsdiff.mentions.numbers.money import currency_before
from newsdiff.patterns import lazy_pattern

_DESIGNATORS = frozenset(
    """
    boeing airbus flight flights route highway interstate iphone ipad ipod galaxy pixel windows
    android ios xbox playstation apollo falcon soyuz voyager channel ch area section sections
    article articles formula room rooms gate platform terminal chapter page pages episode season
    series phase type class model unit studio no nos number numbers # pier line resolution act psalm
    stage tier division district precinct lot bus train car engine ladder volume vol exit
    mile-marker runway track shuttle expedition ward building apartment apt suite floor box version
    sol hall exhibit count counts rule verse part step point title table figure top size size(s)
    schedule proposition prop amendment bill law order magazine sector zone block plot world-war
    group pool week round game day lap race super-bowl wrestlemania bowl world cup under u over-
    radio tv fm am station bbc espn nbc abc cbs fox cnn itv sky
    """.split()
)
_WORD_BEFORE = lazy_pattern(r"([^\W\d_][\w’'-]*)\.?[\s-]$|(#)$")
_JOINED_BEFORE = "-–‑/.:_#@&+’'"
_PHONE = lazy_pattern(
    r"\(?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}|\d{3}-\d{4}\b|\d{4,5}\s\d{6}\b|0\d{2,4}\s\d{3,4}\s\d{3,4}|0\d+\b|"
    r"1-8\d\d-|\d{5,}(?=\s*[-–]\s*\d{4})",
)
_SET_PHRASE = lazy_pattern(
    r"24/7|9/11\b|50[-/]50\b|7-eleven|20/20|\d{1,3}:\d{1,3}|7[0-8]7s?\s(?:aircraft|jets?|planes?|airliners?|"
    r"jumbo|max|passenger)|\d+/\d+/\d+|\d{1,2}\s?x\s?\d|\d+[A-Za-z]{1,3}\d",
    re.IGNORECASE,
)
_SCALE_BEFORE = lazy_pattern(r"\b(?:magnitude|category)-$", re.IGNORECASE)
STREETS = (
    r"(?:[Ss]treet|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Way|Place|Square|Court|Crescent|Close|Terrace|"
    r"Highway|Parade|Gardens|Row|Alley|Parkway)\b"
)
_ADDRESS = lazy_pattern(rf"\d{{1,5}}\s(?:(?:[A-Z][\w.’'-]*|\d+(?:st|nd|rd|th))\s){{1,3}}{STREETS}")
_GROUP_OF = lazy_pattern(r"\b(?:Group|Big|Gang|Top|Committee|G|Class)\s?(?:of|-)?\s$")
_GROUPED = lazy_pattern(r"\d{2,4}(?:\s\d{2,4})+")
_CALL = lazy_pattern(
    r"\b(?:call|phone|tel|telephone|hotline|helpline|text|dial|ring)(?:\s(?:on|at|number))?[.:]?\s$",
    re.IGNORECASE,
)
_NEIGHBOURS = 24


def names_a_thing(text: str, position: int, floor: int, ceiling: int) -> bool:
    """Whether the digits at `position` belong to a name, a code, a phone number, an address of a page."""
    if currency_before(text, floor, position):
        return False
    if position > floor and (text[position - 1].isalnum() or text[position - 1] in "_#@"):
        return True
    joined = (
        position - 1 > floor and text[position - 1] in _JOINED_BEFORE and not text[position - 2].isspace()
    )
    if joined and not _SCALE_BEFORE.search(text[max(floor, position - 10) : position]):
        return True
    if _ADDRESS.match(text, position, ceiling):
        return True
    if _PHONE.match(text, position, ceiling) or _SET_PHRASE.match(text, position, ceiling):
        return True
    window = text[max(floor, position - _NEIGHBOURS) : position]
    if _GROUP_OF.search(window):
        return True
    match = _WORD_BEFORE.search(window)
    if match is None:
        return False
    word = match.group(1) or "#"
    if word.lower() in ("no", "nos") and "." not in window[-2:]:
        return False
    return word.lower() in _DESIGNATORS and (word[0].isupper() or word.lower() in _ALSO_SMALL)


_ALSO_SMALL = frozenset(
    """
    iphone ipad ipod ios no nos number numbers chapter page pages section article room gate platform
    terminal channel episode season route highway interstate flight phase version resolution
    """.split()
)


def phone_number_end(text: str, position: int, floor: int, ceiling: int) -> int | None:
    """Where a phone number in groups behind a word such as "call" ends; None where there is none."""
    number = _GROUPED.match(text, position, ceiling)
    called = number and _CALL.search(text[max(floor, position - _NEIGHBOURS) : position])
    return number.end() if number and called else None


def after_a_name(text: str, position: int, floor: int) -> bool:
    """Whether a capitalised word that does not open the sentence stands straight before the figure."""
    window = text[max(floor, position - _NEIGHBOURS) : position]
    match = _WORD_BEFORE.search(window)
    if match is None or not match.group(1) or not match.group(1)[0].isupper():
        return False
    return max(floor, position - _NEIGHBOURS) + match.start() > floor
