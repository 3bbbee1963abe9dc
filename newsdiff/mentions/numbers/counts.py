"""Figures that count: how many of what, and what happens to them."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import NamedTuple

from newsdiff.calendar.months import LONG_MONTH
from newsdiff.mentions.match import Match, ScanWindow
from newsdiff.mentions.numbers import casualties
from newsdiff.mentions.numbers.amounts import Amount
from newsdiff.mentions.numbers.counted_nouns import counted_noun, is_plural, singular
from newsdiff.mentions.numbers.hedges import Hedge, Interval, hedge_after, hedge_before
from newsdiff.mentions.numbers.idioms import before_a_person
from newsdiff.mentions.numbers.intervals import in_common_unit, interval_of, plain_number, quantity, slack_of
from newsdiff.mentions.numbers.money import currency_after
from newsdiff.mentions.numbers.number_words import VAGUE_NUMBER, read_vague
from newsdiff.mentions.numbers.numbered_things import after_a_name
from newsdiff.mentions.numbers.single_things import one_counts
from newsdiff.mentions.numbers.units import unit_after
from newsdiff.model import Kind, Quantity
from newsdiff.patterns import lazy_pattern

_COUNTED_BY_ONE = lazy_pattern(
    r"[\s-](?:(?:other|more|U\.?S\.?|local)\s)?(?:people|person|man|woman|child|boy|girl|teenager|suspect|"
    r"victim|officer|"
    r"soldier|civilian|passenger|driver|hour|minute|day|week|month|year|mile|kilomet\w+|vote|survivor|"
    r"student|worker|"
    r"gunman|attacker|dead|killed|injured|wounded|death|arrest|million|billion|hundred|thousand|"
    r"dozen)\b(?!-)",
    re.IGNORECASE,
)
_NOT_ONE = lazy_pattern(
    r"one(?:\s(?:of|another|day|night|morning|by|time|thing|where|who|that|is|was|can|could|would)\b"
    r"|[’'-](?!hour|day|minute|week|month|year|mile|man|woman|vote))",
    re.IGNORECASE,
)
_BEFORE_ONE = lazy_pattern(
    r"\b(?:no|any|some|every|each|the|this|that|which|another|number|the\sonly|first|last|day|loved)[\s-]$",
    re.IGNORECASE,
)
_CROWD_OF = lazy_pattern(r"\b(?:crowd|audience|attendance|turnout)\s(?:of|was)\s$", re.IGNORECASE)
_BOTH = lazy_pattern(r"both\s(?:of\s(?:the|its|his|her|their|those|these)\s)?([a-z]+)\b", re.IGNORECASE)
_OF = lazy_pattern(r"\sof(?=\s)")
_MONTH_NEXT = lazy_pattern(rf"(?:st|nd|rd|th)?(?:\sof)?\s(?:{LONG_MONTH})\b")
_AFTER_A_MONTH = lazy_pattern(
    rf"\b(?:{LONG_MONTH})\s(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–—]\s?|\s(?:to|and|through|until)\s))?$"
)
_LAST_DAY = 31
LONGEST_MONTH_BEFORE = 24  # code points: "September 28th through "
_OTHERS = lazy_pattern(r"\b(?:others?|more)\b", re.IGNORECASE)
_NEED_A_NOUN = frozenset({"couple", "a couple", "a few", "several", "a handful", "scores"})


def read_count(
    place: ScanWindow, amount: Amount, hedge: Hedge | None, start: int, word: str, previous: Match | None
) -> Match | None:
    """A plain count: its noun, its role, and whether it is one at all."""
    text, end = place.text, amount.end
    after = hedge_after(text, end, place.ceiling) if hedge is None else None
    if after is not None:
        hedge, end = after, after.edge
    counted = _counted(place, start, end, previous, many=amount.high.value != 1)
    if after is None and hedge is None and (late := hedge_after(text, counted.end, place.ceiling)):
        hedge, counted = late, counted._replace(end=late.edge)
    if not _is_count(place, amount, hedge, counted, word):
        return None
    slack = slack_of(amount) if amount.scaled and amount.low.value >= 1_000 else 0.0
    interval = interval_of(amount.low.value, amount.high.value, slack, hedge)
    figure = None if amount.is_range else amount.low.value
    value = quantity(interval, "", hedge, head=counted.head, role=counted.role, figure=figure)
    return Match(start, counted.end, "number", value)


def _is_count(place: ScanWindow, amount: Amount, hedge: Hedge | None, counted: _Counted, word: str) -> bool:
    """Whether a figure without a unit counts anything: "one of", "Apollo 11", "2017", "two-way" do not."""
    text = place.text
    if text[amount.end : amount.end + 1] == "-" and not counted.head:
        return False
    if before_a_person(text, amount.end, place.end) or is_day_of_month(place, amount):
        return False
    if word == "one" and not amount.is_range and amount.low.value == 1:
        if _NOT_ONE.match(text, place.position, place.ceiling) or _BEFORE_ONE.search(place.before(10)):
            return False
        return (
            hedge is not None
            or bool(counted.role)
            or one_counts(place, amount.end, counted.head, counted.end)
            or _COUNTED_BY_ONE.match(text, amount.end, place.ceiling) is not None
        )
    if not amount.digits or hedge is not None or counted.role:
        return True
    year_like = 1_000 <= amount.low.value <= 2_099 and amount.end - amount.start == 4
    if year_like and not counted.head:
        return False
    return bool(counted.head) or not after_a_name(text, place.position, place.floor)


def is_day_of_month(place: ScanWindow, amount: Amount) -> bool:
    """Whether a figure is a day beside its month: "9-23 June" of a year that the article does not give."""
    if not amount.digits or not 1 <= amount.high.value <= _LAST_DAY or amount.scaled:
        return False
    return (
        _MONTH_NEXT.match(place.text, amount.end, place.ceiling) is not None
        or _AFTER_A_MONTH.search(
            place.text, max(place.start, amount.start - LONGEST_MONTH_BEFORE), amount.start
        )
        is not None
    )


class _Counted(NamedTuple):
    """What a count counts, what happens to them, and where the words of the count end."""

    head: str
    role: str
    end: int


def _counted(place: ScanWindow, start: int, end: int, previous: Match | None, *, many: bool) -> _Counted:
    noun = counted_noun(place.text, end, place.ceiling, many=many, lone=not many)
    head, stop = (noun.noun, noun.end) if noun else ("", end)
    if not head and _CROWD_OF.search(place.text, place.floor, start):
        head = "spectator"
    if text_role := casualties.role_of_noun(head):
        return _Counted("people", text_role, stop)
    if noun and place.text[end] == "-":
        return _Counted(head, "", stop)  # "a two-carriage train": part of a thing, to which nothing happens
    after, role_end, direct = casualties.role_after(place.text, stop, place.end)
    before = casualties.role_before(place.text, place.floor, start, head)
    role = after if direct or not before else before
    if role in ("", "aboard") and previous is not None and casualties.joins(place.text, previous.end, start):
        value = previous.value
        shared = isinstance(value, Quantity) and not value.unit and not _role_came_after(place, previous)
        role = value.role or role if isinstance(value, Quantity) and shared else role
    if role and (not head or head == "other" or head == "life"):
        of_things = role in casualties.OF_THINGS
        head = _thing_before(place, start, previous) if of_things else _whom(previous)
    if direct and noun is None:
        stop = min(role_end, place.ceiling)
    return _Counted(head, role, stop)


def _thing_before(place: ScanWindow, start: int, previous: Match | None) -> str:
    """What was damaged or destroyed where the figure does not say: what the figure before counts, or the
    things named last; empty where the sentence names none. People are not damaged."""
    earlier = previous.value.head if previous and isinstance(previous.value, Quantity) else ""
    if earlier and earlier not in casualties.PEOPLE:
        return earlier
    named = casualties.THINGS.findall(place.text, place.start, start)
    return singular(named[-1]) if named else ""


def _whom(previous: Match | None) -> str:
    """To whom something happened where the figure does not say: the animals counted before, or people."""
    head = previous.value.head if previous and isinstance(previous.value, Quantity) else ""
    return head if head in casualties.ANIMALS else "people"


def _role_came_after(place: ScanWindow, previous: Match) -> bool:
    """Whether the role of the figure before stands after it ("12 people died and two")."""
    return casualties.role_after(place.text, previous.end, place.end)[0] != ""


def share_role(text: str, found: list[Match]) -> None:
    """Give the last count's role, which stands after it, to the count before it that is joined to it.

    "Two crew members and all 12 passengers died": the crew died too.
    """
    if len(found) < 2:
        return
    earlier, later = found[-2], found[-1]
    if not (isinstance(earlier.value, Quantity) and isinstance(later.value, Quantity)):
        return
    if (
        earlier.value.role
        or earlier.value.unit
        or not later.value.role
        or later.value.unit
        or not (earlier.value.head or _OTHERS.search(text, later.start, later.end))
    ):
        return
    if (
        casualties.joins(text, earlier.end, later.start, by_and=True)
        and casualties.role_after(text, later.end, len(text))[0]
    ):
        head = earlier.value.head or later.value.head
        found[-2] = earlier._replace(value=replace(earlier.value, role=later.value.role, head=head))


def read_vague_count(place: ScanWindow, previous: Match | None) -> Match | None:
    """ "Dozens of people", "several hours", "millions of dollars": a range as wide as the word."""
    match = VAGUE_NUMBER.match(place.text, place.position, place.ceiling)
    if match is None:
        return None
    low, high = read_vague(match)
    unit = unit_after(
        place.text, _after_of(place.text, match.end(), place.ceiling), place.ceiling, digits=False
    )
    hedge = hedge_before(place.text, place.floor, place.position)
    start = hedge.edge if hedge else place.position
    words = " ".join(match.group().lower().split())
    if unit is not None:
        interval = in_common_unit(Interval(low, high, high_open=True), unit[0])
        kind: Kind = "duration" if unit[0].name == "second" else "number"
        return Match(start, unit[1], kind, quantity(interval, unit[0].name, hedge, words=words))
    interval = Interval(low, high, high_open=True)
    if money := currency_after(
        place.text, _after_of(place.text, match.end(), place.ceiling), place.ceiling, low
    ):
        return Match(start, money[1], "money", quantity(interval, money[0], hedge, words=words))
    if hedge is not None:
        interval = interval._replace(high=math.inf) if hedge.widen(1.0, 1.0).high == math.inf else interval
    counted = _counted(place, start, match.end(), previous, many=True)
    if not counted.head and words in _NEED_A_NOUN:
        return None
    value = quantity(interval, "", hedge, head=counted.head, role=counted.role, words=words)
    return Match(start, counted.end, "number", value)


def read_both(place: ScanWindow) -> Match | None:
    """Two of a kind: "both sides", "both men"."""
    match = _BOTH.match(place.text, place.position, place.ceiling)
    if match is None or not is_plural(match.group(1).lower()):
        return None
    return plain_number(place.position, match.end(), 2.0, singular(match.group(1)))


def _after_of(text: str, end: int, ceiling: int) -> int:
    match = _OF.match(text, end, ceiling)
    return match.end() if match else end
