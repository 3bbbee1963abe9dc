"""Figures that measure: money, shares, in words, too ("two-thirds", "half of", "one in five"), durations,
lengths, ages, magnitudes."""

from __future__ import annotations

import re

from newsdiff.mentions.match import Match, ScanWindow
from newsdiff.mentions.numbers.ages import OLDEST, age_after, age_before, apposed_age, decade_of_life
from newsdiff.mentions.numbers.amounts import Amount, read_amount
from newsdiff.mentions.numbers.counted_nouns import STOPS, following_noun, singular
from newsdiff.mentions.numbers.hedges import Hedge, hedge_after, hedge_before
from newsdiff.mentions.numbers.intervals import in_common_unit, interval_of, quantity, slack_of
from newsdiff.mentions.numbers.number_words import ONES
from newsdiff.mentions.numbers.units import FOOT, YEAR
from newsdiff.model import Kind, Quantity
from newsdiff.patterns import lazy_pattern

_INCHES = lazy_pattern(
    r"(?:\s?(?P<inches>\d{1,2})(?:\s?in\b|[\"”″])|-(?P<bare>\d{1,2})\b(?!-|\s?[a-z]{3,}s\b))"
)
_AND_MORE = lazy_pattern(r"(?:\sand\s|,\s|\s)(?=\d|[a-z])")
_LARGEST_STEP = 61  # from a unit to its smaller part: minutes of an hour, months of a year, inches of a foot
_OF_OR_IN = lazy_pattern(r"\s(?:of|in)\s")
_NOUN_OF = lazy_pattern(r"\b([^\W\d_]{3,})\sof\s(?:an?\s)?$")
_MINUS = lazy_pattern(r"(?:\bminus\s|(?<=\s)[-−])$", re.IGNORECASE)
_MAGNITUDE = lazy_pattern(
    r"\bmagnitude(?:\s(?:of|was|is))?[-\s]$|\b(?:measur|register)(?:ed|ing)\s(?:a\s)?(?=$)", re.IGNORECASE
)
_MAGNITUDE_AFTER = lazy_pattern(r"[-\s]magnitude\b|\son\sthe\sRichter\sscale\b", re.IGNORECASE)
_CATEGORY = lazy_pattern(r"\bcategory\s$", re.IGNORECASE)
_AGES_JOIN = lazy_pattern(r",\s|,?\sand\s")
_AGE_ENDS = lazy_pattern(r"[,.;)]|\sand\b|$")
_OLD = lazy_pattern(r"[-\s]olds?\b|\sof\sage\b", re.IGNORECASE)


def read_money(place: ScanWindow, amount: Amount, hedge: Hedge | None, start: int) -> Match:
    """An amount of money and what it is paid for or worth ("charge" in "$5 billion charge")."""
    interval = interval_of(amount.low.value, amount.high.value, slack_of(amount), hedge)
    noun = following_noun(place.text, amount.end, place.ceiling)
    head = noun.noun if noun else _noun_before(place, start)
    figure = None if amount.is_range else amount.low.value
    value = quantity(interval, amount.currency, hedge, head=head, figure=figure)
    return Match(start, amount.end, "money", value)


def read_measure(place: ScanWindow, amount: Amount, hedge: Hedge | None, start: int) -> Match:
    """A figure with a unit: share, duration, length, weight, speed …"""
    unit, end = amount.unit, amount.end
    assert unit is not None
    low, high, slack = amount.low.value, amount.high.value, slack_of(amount)
    if unit.name.startswith("degree") and (minus := _MINUS.search(place.before(8, amount.start))):
        low, high, start = -high, -low, max(place.floor, amount.start - 8) + minus.start()
    if not amount.is_range and unit.name in ("second", "metre"):
        more, end = _smaller_part(place, end, amount)
        if not more and unit.factor == FOOT:
            more, end = _inches(place.text, end, place.ceiling)
        if more:
            low, high, slack = low + more, high + more, slack / 60
    after = hedge_after(place.text, end, place.ceiling) if hedge is None else None
    interval = in_common_unit(interval_of(low, high, slack, hedge or after), unit)
    kind: Kind = (
        "percent" if unit.name.startswith("percent") else "duration" if unit.name == "second" else "number"
    )
    noun = (
        following_noun(place.text, end, place.ceiling, in_what=kind != "percent")
        if kind == "percent" or _qualifies(place.text, amount.start, end)
        else None
    )
    head = noun.noun if noun else _noun_before(place, start) if kind == "percent" else ""
    figure = None if amount.is_range else low * unit.factor + unit.shift
    value = quantity(interval, unit.name, hedge or after, head=head, figure=figure)
    return Match(start, after.edge if after else end, kind, value)


def _qualifies(text: str, start: int, end: int) -> bool:
    """Whether a measure stands before its noun: "five-hour meeting", "13 metres of water"."""
    return "-" in text[start:end] or _OF_OR_IN.match(text, end) is not None


def _inches(text: str, end: int, ceiling: int) -> tuple[float, int]:
    """The inches of "6ft 4in" and "6-foot-4" in feet, and where they end."""
    match = _INCHES.match(text, end, ceiling)
    inches = int(match["inches"] or match["bare"]) if match else 12
    return (inches / 12, match.end()) if match and inches < 12 else (0.0, end)


def _smaller_part(place: ScanWindow, end: int, amount: Amount) -> tuple[float, int]:
    """The "and 15 minutes" of "two hours and 15 minutes", in the larger unit, and where it ends."""
    join = _AND_MORE.match(place.text, end, place.ceiling)
    unit = amount.unit
    if join is None or unit is None or join.end() >= place.ceiling:
        return 0.0, end
    second = read_amount(place.text, join.end(), join.end(), place.ceiling)
    if second is None or second.is_range or second.unit is None or second.unit.name != unit.name:
        return 0.0, end
    steps = unit.factor / second.unit.factor
    if not 1 < steps < _LARGEST_STEP or second.low.value >= steps:
        return 0.0, end
    return second.low.value * second.unit.factor / unit.factor, second.end


_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9,
    "tenth": 10, "tenths": 10,
}  # fmt: skip
_COUNT = "|".join(word for word, value in ONES.items() if 0 < value < 10)
_MANY = lazy_pattern(
    rf"(?P<count>{_COUNT}|\d)[-\s](?P<part>thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|"
    rf"tenths)\b",
    re.IGNORECASE,
)
_ONE = lazy_pattern(
    r"(?:one[-\s](?=third|fifth|tenth|quarter)|an?[-\s](?=\w+\sof\b))(?P<part>third|quarter|fifth|sixth|"
    r"seventh|eighth|ninth|tenth)\b(?!\sof\sa\s(?:million|billion|century|mile|hour))",
    re.IGNORECASE,
)
_BY_ONE = lazy_pattern(r"(?<=by\s)an?\s(?P<part>third|quarter|fifth|tenth)\b", re.IGNORECASE)
_HALF = lazy_pattern(
    r"half(?=\s(?:of\s)?(?:the|its|his|her|their|all|those|these|our|my)\s|\sof\s[a-z])",
    re.IGNORECASE,
)
_ONE_IN = lazy_pattern(
    rf"(?P<count>{_COUNT}|\d{{1,3}})\s(?:in|out\sof)(?:\severy)?\s(?P<all>{'|'.join(ONES)}|\d{{1,4}})\b",
    re.IGNORECASE,
)
_HALF_OF_TIME = lazy_pattern(
    r"half\s(?:of\s)?(?:the\s)(?:year|day|hour|time|season|game|match|way)",
    re.IGNORECASE,
)
_ROUND = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1_000})
""" "Seven out of 16" is a result, not a share of all."""
_NEAR = 30
"""Code points in which the words of a share stand."""
_THIRD_STEP = 2.0  # percent: "two-thirds" is said of 65 to 68


def read_proportion(text: str, position: int, ceiling: int) -> tuple[float, float, int] | None:
    """The share in percent that begins at `position`, its slack to either side, and where it ends."""
    near = text[position : position + _NEAR].lower()
    parts = any(map(near.__contains__, _PARTS))
    if parts and (match := _MANY.match(text, position, ceiling)):
        share = 100.0 * _number(match["count"]) / _PARTS[match["part"].lower()]
    elif parts and (match := _ONE.match(text, position, ceiling) or _BY_ONE.match(text, position, ceiling)):
        share = 100.0 / _PARTS[match["part"].lower()]
    elif near.startswith("half") and (match := _HALF.match(text, position, ceiling)):
        if _HALF_OF_TIME.match(text, position, ceiling):
            return None
        share = 50.0
    elif near.split()[1:2] in (["in"], ["out"]) and (match := _ONE_IN.match(text, position, ceiling)):
        count, everyone = _number(match["count"]), _number(match["all"])
        if not 0 < count < everyone or everyone not in _ROUND:
            return None
        share = 100.0 * count / everyone
    else:
        return None
    share = round(share, 2)
    return (share, _THIRD_STEP if share <= 100 else 0.0, match.end()) if share <= 100 else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else ONES[word.lower()]


def read_share(place: ScanWindow) -> Match | None:
    """A share in words: "two-thirds of voters"."""
    read = read_proportion(place.text, place.position, place.ceiling)
    if read is None:
        return None
    share, slack, end = read
    hedge = hedge_before(place.text, place.floor, place.position)
    noun = following_noun(place.text, end, place.ceiling, in_what=False)
    interval = interval_of(share, share, slack, hedge)
    value = quantity(interval, "percent", hedge, head=noun.noun if noun else "", figure=share)
    return Match(hedge.edge if hedge else place.position, end, "percent", value)


def read_named_scale(place: ScanWindow, amount: Amount) -> Match | None:
    """Figures on a scale of their own: "magnitude 6.3", "Category 5"."""
    before = place.before(18, amount.start)
    after = _MAGNITUDE_AFTER.match(place.text, amount.end, place.ceiling)
    for head, match in (("magnitude", _MAGNITUDE.search(before)), ("category", _CATEGORY.search(before))):
        if match is not None or (after and head == "magnitude"):
            start = amount.start - (len(before) - match.start()) if match else amount.start
            slack = amount.low.step / 2 if head == "magnitude" else 0.0
            interval = interval_of(amount.low.value, amount.high.value, slack, None)
            end = after.end() if after else amount.end
            return Match(
                start, end, "number", quantity(interval, head, None, head=head, figure=amount.low.value)
            )
    return None


def read_age(place: ScanWindow, amount: Amount) -> Match | None:
    """An age, by the words beside the figure; None where it is no age."""
    text, figure = place.text, amount.low
    years, end, start = 1.0, amount.end, amount.start
    plain = not amount.currency and amount.unit is None
    if plain and (aged := age_after(text, amount.end, place.ceiling)):
        years, end = aged
    elif amount.unit is not None and (old := _OLD.match(text, amount.end, place.ceiling)):
        years, end = amount.unit.factor / YEAR, old.end()
    elif plain and (before := age_before(text, place.floor, amount.start)) is not None:
        start = before
    elif not (
        plain and apposed_age(text, amount.start, amount.end, place.start, place.ceiling, figure.value)
    ):
        return None
    explicit = years != 1.0 or end != amount.end  # "a 200-year-old church"
    if amount.high.value > OLDEST and not explicit:
        return None
    low, high = round(figure.value * years, 2), round(amount.high.value * years, 2)
    exact = low if low == high else None
    return Match(start, end, "age", Quantity(low, high, unit="year", head="age", figure=exact))


def read_decade_of_life(place: ScanWindow) -> Match | None:
    """ "A woman in her mid-60s"."""
    read = decade_of_life(place.text, place.position, place.floor)
    if read is None:
        return None
    low, high, start, end = read
    return Match(start, end, "age", Quantity(low, high, unit="year", head="age"))


def read_next_age(place: ScanWindow, amount: Amount, previous: Match | None) -> Match | None:
    """The further ages of a list: 24 and 31 in "aged 19, 24 and 31"."""
    before = previous.value if previous else None
    if previous is None or not isinstance(before, Quantity) or before.head != "age" or amount.is_range:
        return None
    joined = _AGES_JOIN.fullmatch(place.text, previous.end, amount.start) is not None
    if not (
        joined
        and amount.digits
        and amount.low.value <= OLDEST
        and _AGE_ENDS.match(place.text, amount.end, place.ceiling)
    ):
        return None
    years = amount.low.value
    return Match(
        amount.start, amount.end, "age", Quantity(years, years, unit="year", head="age", figure=years)
    )


def _noun_before(place: ScanWindow, start: int) -> str:
    """The noun of "a charge of $5 billion", "a tax rate of 21 percent"."""
    match = _NOUN_OF.search(place.before(30, start))
    return singular(match.group(1)) if match and match.group(1).lower() not in STOPS else ""
