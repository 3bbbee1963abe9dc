"""Durations without a figure: "an hour", "half a day", "a monthlong strike", "the past few days".

"A week" is a length where a preposition or a verb of lasting stands before it or a punishment behind it.
It is a rate in "$5 a week" and "twice a year", and a date in "a year ago" and "a week later".
"""

from __future__ import annotations

import re

from newsdiff.mentions.match import Match, ScanWindow
from newsdiff.mentions.numbers.hedges import Interval, hedge_before
from newsdiff.mentions.numbers.intervals import in_common_unit, interval_of, quantity
from newsdiff.mentions.numbers.number_words import VAGUE
from newsdiff.mentions.numbers.units import unit_after
from newsdiff.model import Kind
from newsdiff.patterns import lazy_pattern

_TIME = "minute|hour|day|week|fortnight|month|year|decade|century"
LONG_TRIGGERS = frozenset(
    f"{unit}{s}{long}" for unit in _TIME.split("|") for s in ("", "s") for long in ("", "long")
) - {"century", "centurys"}
"""Words that "month-long" and "monthslong" begin with."""
_A_UNIT = lazy_pattern(rf"an?[\s-](?:(?:full|whole|entire|solid)\s)?(?=(?:{_TIME})\b)", re.IGNORECASE)
_HALF_UNIT = lazy_pattern(
    r"half(?:\san?)?[\s-](?=(?:hour|minute|second|day|week|month|year|century|decade|mile|kilomet(?:re|er))\b)",
    re.IGNORECASE,
)
_AND_A_HALF = lazy_pattern(r"\sand\sa\shalf\b", re.IGNORECASE)
_LONG = lazy_pattern(r"[-\s]long\b", re.IGNORECASE)
_LONG_UNIT = lazy_pattern(rf"(?P<unit>{_TIME})(?P<many>s)?-?long\b", re.IGNORECASE)
_FEW = lazy_pattern(r"few(?=\s)", re.IGNORECASE)
_WHICH_FEW = lazy_pattern(r"\b(?:past|last|next|coming|first|previous|final)\s$", re.IGNORECASE)
_LASTING = lazy_pattern(
    r"\b(?:for|in|within|after|over|during|throughout|than|last(?:s|ed|ing)?|takes?|took|taking|spen[dt]s?|"
    r"spending|wait(?:s|ed|ing)?|serv(?:e|es|ed|ing)|just|only|additional|another|sentence\sof|term\sof|total\sof|"
    r"period\sof|maximum\sof|minimum\sof|to|by|every|matter\sof)\s$",
    re.IGNORECASE,
)
_NOT_LASTING = lazy_pattern(
    r"\b(?:in|just|give\w*\s\w+|wait)\sa\s?minute|\b(?:once|twice|times|thrice)\s(?:in|over|every|within)\s|"
    r"\bby\sa\sday|\b(?:up|back|go|went|come|due|close|add(?:ed|s)?|compared|similar|according|return\w*)\sto\s|"
    r"\b(?:not|what|such|quite|many)\s(?:in\s)?an?\s(?:day|week|year)",
    re.IGNORECASE,
)
_IN_PUNISHMENT = lazy_pattern(
    r"\s(?:in\s(?:prison|jail|custody|detention|captivity|solitary)|behind\sbars|on\sprobation|of\s(?:probation|home|"
    r"house|supervised|community))\b",
    re.IGNORECASE,
)
_OPENS = lazy_pattern(r"\s(?:on|into|passed|passes|went|is|was|or)\b", re.IGNORECASE)
""" "An hour into the flight" opens a sentence with a length, "A day in the life" does not."""
_ONE_DAY = lazy_pattern(r"one\sday\b(?!\s(?:of|after|before|earlier|later))", re.IGNORECASE)
_SOME_DAY = lazy_pattern(
    r"(?:^|[,;“\"(]|\b(?:that|and|but|will|would|could|may|might|to|can|he|she|it|they|we|i|who))\s?$",
    re.IGNORECASE,
)
_DATED = lazy_pattern(
    r"\s(?:ago|later|earlier|before|beforehand|after(?:ward)?s?|prior|hence|since|when|where|that|which|like|"
    r"from\s(?:now|today|then)|of\sthe|to\sremember)\b|[’'-]|\sold\b|\sand\s(?:counting|age)\b|\s(?:in|at)\s(?:a|the)\stime",
    re.IGNORECASE,
)
_BEHIND = lazy_pattern(r"[\s,.;:)!?”\"’]|$")


def read_lone_duration(place: ScanWindow, word: str) -> Match | None:
    """The duration that begins at the place with "a", "half", "few" or a unit joined to "long"."""
    if word in LONG_TRIGGERS:
        return _joined_to_long(place)
    return _past_few(place) if word == "few" else _single_unit(place)


def _single_unit(place: ScanWindow) -> Match | None:
    half = _HALF_UNIT.match(place.text, place.position, place.ceiling)
    match = half or _A_UNIT.match(place.text, place.position, place.ceiling)
    if match is None:
        return None
    unit = unit_after(place.text, match.end() - 1, place.ceiling, digits=False)
    hedge = hedge_before(place.text, place.floor, place.position)
    if unit is None:
        return None
    long = _LONG.match(place.text, unit[1], place.ceiling) is not None
    if not (half or hedge or long or _is_length(place, unit[1])):
        return None
    amount = 0.5 if half else 1.0
    end = unit[1]
    if not half and (more := _AND_A_HALF.match(place.text, end, place.ceiling)):
        amount, end = 1.5, more.end()
    interval = in_common_unit(interval_of(amount, amount, amount / 2 if half else 0.5, hedge), unit[0])
    kind: Kind = "duration" if unit[0].name == "second" else "number"
    value = quantity(interval, unit[0].name, hedge, figure=amount * unit[0].factor)
    return Match(hedge.edge if hedge else place.position, end, kind, value)


def _is_length(place: ScanWindow, end: int) -> bool:
    """Whether what stands around "a week", which ends at `end`, shows that a length is meant."""
    if _DATED.match(place.text, end, place.end) or not _BEHIND.match(place.text, end, place.end):
        return False
    if _IN_PUNISHMENT.match(place.text, end, place.end):
        return True
    if place.position == place.start:
        return _OPENS.match(place.text, end, place.end) is not None
    near = place.text[max(place.start, place.position - 24) : end]
    return _LASTING.search(place.before(14)) is not None and not _NOT_LASTING.search(near)


def is_some_day(place: ScanWindow) -> bool:
    """Whether "one day" at the place means some day: "One day he left", "he hopes to one day fly"."""
    if not _ONE_DAY.match(place.text, place.position, place.ceiling):
        return False
    return place.position == place.start or _SOME_DAY.search(place.before(8)) is not None


def _joined_to_long(place: ScanWindow) -> Match | None:
    match = _LONG_UNIT.match(place.text, place.position, place.ceiling)
    unit = match and unit_after(f" {match['unit']}", 0, len(match["unit"]) + 1, digits=False)
    if match is None or unit is None:
        return None
    low, high = VAGUE["several"] if match["many"] else (0.5, 1.5)
    interval = in_common_unit(Interval(low, high, high_open=True), unit[0])
    figure = None if match["many"] else unit[0].factor
    words = match["unit"].lower() + "s" if match["many"] else ""
    return Match(
        place.position, match.end(), "duration",
        quantity(interval, unit[0].name, None, words=words, figure=figure),
    )  # fmt: skip


def _past_few(place: ScanWindow) -> Match | None:
    match = _FEW.match(place.text, place.position, place.ceiling)
    unit = match and unit_after(place.text, match.end(), place.ceiling, digits=False)
    if not unit or unit[0].name != "second" or not _WHICH_FEW.search(place.before(10)):
        return None
    interval = in_common_unit(Interval(*VAGUE["a few"], high_open=True), unit[0])
    return Match(place.position, unit[1], "duration", quantity(interval, unit[0].name, None, words="few"))
