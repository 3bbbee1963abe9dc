"""Numbers, money, shares, durations, measures, ages and scores of an article, as intervals.

Every sentence is walked once, word by word; only at a digit or a number word do the recognisers
look, each with a bounded look around. Dates and clock times are found first and are not numbers.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsdiff.mentions import casualties
from newsdiff.mentions.ages import OLDEST, age_after, age_before, apposed_age
from newsdiff.mentions.amounts import Amount, read_amount
from newsdiff.mentions.counted_nouns import STOPS, counted_noun, following_noun, is_plural, singular
from newsdiff.mentions.dates import find_dates
from newsdiff.mentions.found import Found
from newsdiff.mentions.hedges import Hedge, Interval, hedge_after, hedge_before
from newsdiff.mentions.money import currency_after
from newsdiff.mentions.number_words import NUMBER, TENS, TRIGGERS, VAGUE_NUMBER, read_vague
from newsdiff.mentions.numbered_things import after_a_name, names_a_thing
from newsdiff.mentions.ordinals import ORDINAL_TRIGGERS, read_ordinal
from newsdiff.mentions.proportions import read_proportion
from newsdiff.mentions.scores import read_score
from newsdiff.mentions.units import YEAR, Unit, unit_after
from newsdiff.model import Article, Kind, Mention, Quantity, Sentence

_WORD = re.compile(r"[A-Za-z]+|\d|[½¼¾⅓⅔⅛]")
_FIGURE = re.compile(r"0\d+(?:\s\d{3,6})+|[\d.,:/-]+")
_MULTIPLES = {"twice": 2.0, "thrice": 3.0}
_WATCHED = TRIGGERS | ORDINAL_TRIGGERS | frozenset(_MULTIPLES) | {"both"}
_BOTH = re.compile(r"both\s(?:of\s(?:the|its|his|her|their|those|these)\s)?([a-z]+)\b", re.IGNORECASE)
_COUNTED_BY_ONE = re.compile(
    r"[\s-](?:(?:other|more|U\.?S\.?|local)\s)?(?:people|person|man|woman|child|boy|girl|teenager|suspect|victim|officer|"
    r"soldier|civilian|passenger|driver|hour|minute|day|week|month|year|mile|kilomet\w+|vote|survivor|student|worker|"
    r"gunman|attacker|dead|killed|injured|wounded|death|arrest|million|billion|hundred|thousand|dozen)\b(?!-)",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(
    r"one(?:\s(?:of|another|day|night|morning|by|time|thing|where|who|that|is|was|can|could|would)\b"
    r"|[’'-](?!hour|day|minute|week|month|year|mile|man|woman|vote))",
    re.IGNORECASE,
)
_BEFORE_ONE = re.compile(
    r"\b(?:no|any|some|every|each|the|this|that|which|another|number|only|first|last|day|loved)[\s-]$", re.IGNORECASE
)
_MAGNITUDE = re.compile(r"\bmagnitude(?:\s(?:of|was|is))?[-\s]$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(r"[-\s]magnitude\b|\son\sthe\sRichter\sscale\b", re.IGNORECASE)
_CATEGORY = re.compile(r"\bcategory\s$", re.IGNORECASE)
_MINUS = re.compile(r"(?:\bminus\s|(?<=\s)[-−])$", re.IGNORECASE)
_AND_MORE = re.compile(r"(?:\sand\s|,\s|\s)(?=\d|[a-z])")
_A_UNIT = re.compile(r"an?[\s-](?=(?:minute|hour|day|week|fortnight|month|year|decade|century)\b)", re.IGNORECASE)
_HALF_UNIT = re.compile(
    r"half(?:\san?)?[\s-](?=(?:hour|minute|second|day|year|century|decade|mile|kilomet(?:re|er))\b)", re.IGNORECASE
)
_AND_A_HALF = re.compile(r"\sand\sa\shalf\b", re.IGNORECASE)
_LONG = re.compile(r"[-\s]long\b", re.IGNORECASE)
_OLD = re.compile(r"[-\s]olds?\b|\sof\sage\b", re.IGNORECASE)
_OF_OR_IN = re.compile(r"\s(?:of|in)\s")
_OF = re.compile(r"\sof(?=\s)")
_AND_MOST = re.compile(r"\sand\s(?:most|final|last|largest|biggest)(?=\s)", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_NOUN_OF = re.compile(r"\b([^\W\d_]{3,})\sof\s(?:an?\s)?$")
_NEED_A_NOUN = frozenset({"couple", "a couple", "a few", "several", "a handful", "scores"})
_LARGEST = 1e16
_LARGEST_STEP = 61  # from a unit to its smaller part: minutes of an hour, months of a year, inches of a foot


def find_quantities(
    article: Article, sentences: Sequence[Sentence], taken: Sequence[Mention] | None = None
) -> tuple[Mention, ...]:
    """The quantities of the article's sentences, in order.

    No figure inside one of the `taken` mentions (dates, times, names) counts; without them the
    article's dates are found first.
    """
    if taken is None:
        taken = find_dates(article, sentences)
    spans = Taken(taken)
    return tuple(
        Mention(
            article.id, found.kind, found.start, found.end, article.text[found.start : found.end],
            sentence.id, found.value,
        )
        for sentence in sentences
        for found in quantities_in(article.text, sentence.start, sentence.end, spans)
    )  # fmt: skip


class Taken:
    """Stretches of text that are spoken for: no figure begins in one, no figure reads on into a date."""

    def __init__(self, mentions: Sequence[Mention] = ()) -> None:
        """Index the mentions by where they begin."""
        self._spans = sorted((mention.start, mention.end) for mention in mentions)
        self._starts = [start for start, _ in self._spans]
        self._dates = sorted(mention.start for mention in mentions if mention.kind in ("date", "time"))

    def end_at(self, position: int) -> int:
        """Where the stretch that covers `position` ends; -1 when none does."""
        index = bisect_right(self._starts, position) - 1
        return self._spans[index][1] if index >= 0 and self._spans[index][1] > position else -1

    def next_date(self, position: int, ceiling: int) -> int:
        """Where the next date or time after `position` begins, at most `ceiling`."""
        index = bisect_right(self._dates, position)
        return min(self._dates[index], ceiling) if index < len(self._dates) else ceiling


def quantities_in(text: str, start: int, end: int, taken: Taken | None = None) -> list[Found]:
    """The quantities of the sentence from `start` to `end`."""
    taken = taken or Taken()
    result: list[Found] = []
    floor = start
    for match in _WORD.finditer(text, start, end):
        position, word = match.start(), match.group()
        if position < floor or (word.isalpha() and word.lower() not in _WATCHED):
            continue
        if (covered := taken.end_at(position)) >= 0:
            floor = covered
            continue
        place = Place(text, position, floor, taken.next_date(position, end), end)
        found = _first(place, word.lower(), result[-1] if result else None)
        if found is not None:
            result.append(found)
            floor = found.end
        elif not word.isalpha():
            floor = _skip_figure(text, position, end)
    return result


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure may begin, and the bounds of what may be read with it."""

    text: str
    position: int
    floor: int
    ceiling: int
    """The next date or the end of the sentence: figures, units and nouns end before it."""
    end: int
    """The end of the sentence: verbs are looked for up to it."""

    def before(self, size: int, position: int | None = None) -> str:
        """At most `size` code points before the figure (or before `position`)."""
        position = self.position if position is None else position
        return self.text[max(self.floor, position - size) : position]


def _first(place: Place, word: str, previous: Found | None) -> Found | None:
    """The reading of the first recogniser that knows what stands at the place."""
    digits = not word.isalpha()
    if digits and place.text[place.position].isdigit():
        if names_a_thing(place.text, place.position, place.floor, place.ceiling):
            return None
        if found := _score(place):
            return found
    elif word in _MULTIPLES:
        return _plain(place.position, place.position + len(word), _MULTIPLES[word], "time")
    elif word == "both":
        return _both(place)
    if word == "second" or not (word in TRIGGERS or digits) or place.text[place.position].isdigit():
        if found := _ordinal(place):
            return found
    elif word in TENS and (found := _ordinal(place)):
        return found
    return _share(place) or _vague(place, previous) or _unit_alone(place) or _amount(place, word, previous)


def _score(place: Place) -> Found | None:
    read = read_score(place.text, place.position, place.floor, place.ceiling)
    if read is None:
        return None
    value, head, end = read
    return _plain(place.position, end, value, head, unit="score")


def _ordinal(place: Place) -> Found | None:
    read = read_ordinal(place.text, place.position, place.floor, place.ceiling)
    if read is None:
        return None
    value, end = read
    most = _AND_MOST.match(place.text, end, place.ceiling)
    noun = counted_noun(place.text, most.end() if most else end, place.ceiling, many=False)
    return _plain(place.position, end, float(value), noun.noun, unit="ordinal") if noun else None


def _both(place: Place) -> Found | None:
    match = _BOTH.match(place.text, place.position, place.ceiling)
    if match is None or not is_plural(match.group(1).lower()):
        return None
    return _plain(place.position, match.end(), 2.0, singular(match.group(1)))


def _plain(start: int, end: int, value: float, head: str, *, unit: str = "") -> Found:
    return Found(start, end, "number", Quantity(value, value, unit=unit, head=head, told=value))


def _share(place: Place) -> Found | None:
    read = read_proportion(place.text, place.position, place.ceiling)
    if read is None:
        return None
    share, slack, end = read
    hedge = hedge_before(place.text, place.floor, place.position)
    noun = following_noun(place.text, end, place.ceiling)
    interval = _interval(share, share, slack, hedge)
    value = _quantity(interval, "percent", hedge, head=noun.noun if noun else "", told=share)
    return Found(hedge.edge if hedge else place.position, end, "percent", value)


def _vague(place: Place, previous: Found | None) -> Found | None:
    match = VAGUE_NUMBER.match(place.text, place.position, place.ceiling)
    if match is None:
        return None
    low, high = read_vague(match)
    unit = unit_after(place.text, _after_of(place.text, match.end(), place.ceiling), place.ceiling, digits=False)
    hedge = hedge_before(place.text, place.floor, place.position)
    start = hedge.edge if hedge else place.position
    words = " ".join(match.group().lower().split())
    if unit is not None:
        interval = _scaled(Interval(low, high, high_open=True), unit[0])
        kind: Kind = "duration" if unit[0].name == "second" else "number"
        return Found(start, unit[1], kind, _quantity(interval, unit[0].name, hedge, words=words))
    interval = Interval(low, high, high_open=True)
    if money := currency_after(place.text, _after_of(place.text, match.end(), place.ceiling), place.ceiling, low):
        return Found(start, money[1], "money", _quantity(interval, money[0], hedge, words=words))
    if hedge is not None:
        interval = replace(interval, high=math.inf) if hedge.widen(1.0, 1.0).high == math.inf else interval
    counted = _counted(place, start, match.end(), previous, many=True)
    if not counted.head and words in _NEED_A_NOUN:
        return None
    value = _quantity(interval, "", hedge, head=counted.head, role=counted.role, words=words)
    return Found(start, counted.end, "number", value)


def _unit_alone(place: Place) -> Found | None:
    """ "half an hour", and "an hour", "a year" where a hedge or "-long" shows that a length is meant."""
    half = _HALF_UNIT.match(place.text, place.position, place.ceiling)
    match = half or _A_UNIT.match(place.text, place.position, place.ceiling)
    if match is None:
        return None
    unit = unit_after(place.text, match.end() - 1, place.ceiling, digits=False)
    hedge = hedge_before(place.text, place.floor, place.position)
    if unit is None or not (half or hedge or _LONG.match(place.text, unit[1], place.ceiling)):
        return None
    amount = 0.5 if half else 1.0
    end = unit[1]
    if not half and (more := _AND_A_HALF.match(place.text, end, place.ceiling)):
        amount, end = 1.5, more.end()
    interval = _scaled(_interval(amount, amount, amount / 2 if half else 0.5, hedge), unit[0])
    kind: Kind = "duration" if unit[0].name == "second" else "number"
    value = _quantity(interval, unit[0].name, hedge, told=amount * unit[0].factor)
    return Found(hedge.edge if hedge else place.position, end, kind, value)


def _amount(place: Place, word: str, previous: Found | None) -> Found | None:
    """A figure in digits or words with what it measures or counts."""
    if word in ("a", "an") and not NUMBER.match(place.text, place.position, place.ceiling):
        return None
    amount = read_amount(place.text, place.position, place.floor, place.ceiling)
    if amount is None or amount.high.value > _LARGEST or not _ends_cleanly(place.text, amount.end):
        return None
    if found := _age(place, amount):
        return found
    hedge = hedge_before(place.text, place.floor, amount.start)
    start = hedge.edge if hedge else amount.start
    if _BETWEEN.search(place.before(10, start)) and amount.is_range:
        start = max(place.floor, start - 10) + _between_at(place.before(10, start))
    if amount.currency:
        return _money(place, amount, hedge, start)
    if amount.unit is not None:
        return _measure(place, amount, hedge, start)
    if found := _named_scale(place, amount):
        return found
    return _count(place, amount, hedge, start, word, previous)


def _ends_cleanly(text: str, end: int) -> bool:
    """Whether the figure is not part of a code: "39A", "53rd", "4-Heavy" go on."""
    following = text[end : end + 2]
    return not following[:1].isalpha() and not (following[:1] == "-" and following[1:].isupper())


def _age(place: Place, amount: Amount) -> Found | None:
    text, figure = place.text, amount.low
    years, end, start = 1.0, amount.end, amount.start
    plain = not amount.currency and amount.unit is None
    if plain and (old := age_after(text, amount.end, place.ceiling)):
        years, end = old
    elif amount.unit is not None and (old := _OLD.match(text, amount.end, place.ceiling)):
        years, end = amount.unit.factor / YEAR, old.end()
    elif plain and (before := age_before(text, place.floor, amount.start)) is not None:
        start = before
    elif not (plain and apposed_age(text, amount.start, amount.end, place.floor, place.ceiling, figure.value)):
        return None
    if amount.high.value > OLDEST:
        return None
    low, high = round(figure.value * years, 2), round(amount.high.value * years, 2)
    told = low if low == high else None
    return Found(start, end, "number", Quantity(low, high, unit="year", head="age", told=told))


def _money(place: Place, amount: Amount, hedge: Hedge | None, start: int) -> Found:
    interval = _interval(amount.low.value, amount.high.value, _slack(amount), hedge)
    noun = following_noun(place.text, amount.end, place.ceiling)
    head = noun.noun if noun else _noun_before(place, start)
    told = None if amount.is_range else amount.low.value
    value = _quantity(interval, amount.currency, hedge, head=head, told=told)
    return Found(start, amount.end, "money", value)


def _measure(place: Place, amount: Amount, hedge: Hedge | None, start: int) -> Found:
    """A figure with a unit: share, duration, length, weight, speed …"""
    unit, end = amount.unit, amount.end
    assert unit is not None
    low, high, slack = amount.low.value, amount.high.value, _slack(amount)
    if unit.name.startswith("degree") and (minus := _MINUS.search(place.before(8, amount.start))):
        low, high, start = -high, -low, max(place.floor, amount.start - 8) + minus.start()
    if not amount.is_range and unit.name in ("second", "metre"):
        more, end = _smaller_part(place, end, amount)
        if more:
            low, high, slack = low + more, high + more, slack / 60
    after = hedge_after(place.text, end, place.ceiling) if hedge is None else None
    interval = _scaled(_interval(low, high, slack, hedge or after), unit)
    kind: Kind = "percent" if unit.name.startswith("percent") else "duration" if unit.name == "second" else "number"
    noun = following_noun(place.text, end, place.ceiling) if kind == "percent" or _qualifies(place.text, amount.end, end) else None
    head = noun.noun if noun else _noun_before(place, start) if kind == "percent" else ""
    told = None if amount.is_range else low * unit.factor + unit.shift
    value = _quantity(interval, unit.name, hedge or after, head=head, told=told)
    return Found(start, after.edge if after else end, kind, value)


def _qualifies(text: str, figure_end: int, end: int) -> bool:
    """Whether a measure stands before its noun: "five-hour meeting", "13 metres of water", "5 years in prison"."""
    written = text[max(figure_end - 14, 0) : figure_end]
    return "-" in written or _OF_OR_IN.match(text, end) is not None


def _smaller_part(place: Place, end: int, amount: Amount) -> tuple[float, int]:
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


def _named_scale(place: Place, amount: Amount) -> Found | None:
    """Figures on a scale of their own: "magnitude 6.3", "Category 5"."""
    before = place.before(18, amount.start)
    after = _MAGNITUDE_AFTER.match(place.text, amount.end, place.ceiling)
    for head, match in (("magnitude", _MAGNITUDE.search(before)), ("category", _CATEGORY.search(before))):
        if match is not None or (after and head == "magnitude"):
            start = amount.start - (len(before) - match.start()) if match else amount.start
            slack = amount.low.step / 2 if head == "magnitude" else 0.0
            interval = _interval(amount.low.value, amount.high.value, slack, None)
            end = after.end() if after else amount.end
            return Found(start, end, "number", _quantity(interval, head, None, head=head, told=amount.low.value))
    return None


def _count(
    place: Place, amount: Amount, hedge: Hedge | None, start: int, word: str, previous: Found | None
) -> Found | None:
    """A plain count: its noun, its role, and whether it is one at all."""
    text, end = place.text, amount.end
    after = hedge_after(text, end, place.ceiling) if hedge is None else None
    if after is not None:
        hedge, end = after, after.edge
    counted = _counted(place, start, end, previous, many=amount.high.value != 1)
    if after is None and hedge is None and (late := hedge_after(text, counted.end, place.ceiling)):
        hedge, counted = late, replace(counted, end=late.edge)
    if not _is_count(place, amount, hedge, counted, word):
        return None
    slack = _slack(amount) if amount.scaled and amount.low.value >= 1_000 else 0.0
    interval = _interval(amount.low.value, amount.high.value, slack, hedge)
    told = None if amount.is_range else amount.low.value
    value = _quantity(interval, "", hedge, head=counted.head, role=counted.role, told=told)
    return Found(start, counted.end, "number", value)


def _is_count(place: Place, amount: Amount, hedge: Hedge | None, counted: _Counted, word: str) -> bool:
    """Whether a figure without a unit counts anything: "one of", "Apollo 11", "2017", "two-way" do not."""
    text = place.text
    if text[amount.end : amount.end + 1] == "-" and not counted.head:
        return False
    if word == "one" and not amount.is_range and amount.low.value == 1:
        if _NOT_ONE.match(text, place.position, place.ceiling) or _BEFORE_ONE.search(place.before(10)):
            return False
        return hedge is not None or bool(counted.role) or _COUNTED_BY_ONE.match(text, amount.end, place.ceiling) is not None
    if not amount.digits or hedge is not None or counted.role:
        return True
    year_like = 1_000 <= amount.low.value <= 2_099 and amount.end - amount.start == 4
    if year_like and not counted.head:
        return False
    return bool(counted.head) or not after_a_name(text, place.position, place.floor)


@dataclass(frozen=True, slots=True)
class _Counted:
    """What a count counts, what happens to them, and where the words of the count end."""

    head: str
    role: str
    end: int


def _counted(place: Place, start: int, end: int, previous: Found | None, *, many: bool) -> _Counted:
    noun = counted_noun(place.text, end, place.ceiling, many=many)
    head, stop = (noun.noun, noun.end) if noun else ("", end)
    if text_role := casualties.role_of_noun(head):
        return _Counted("people", text_role, stop)
    after, role_end, direct = casualties.role_after(place.text, stop, place.end)
    before = casualties.role_before(place.text, place.floor, start, head)
    role = after if direct or not before else before
    if role in ("", "aboard") and previous is not None and casualties.joins(place.text, previous.end, start):
        value = previous.value
        shared = isinstance(value, Quantity) and not value.unit and not _told_after(place, previous)
        role = value.role or role if isinstance(value, Quantity) and shared else role
    if role and (not head or head == "other" or head == "life"):
        head = "people"
    if direct and noun is None:
        stop = min(role_end, place.ceiling)
    return _Counted(head, role, stop)


def _told_after(place: Place, previous: Found) -> bool:
    """Whether the role of the figure before was told after it ("12 people died and two")."""
    return casualties.role_after(place.text, previous.end, place.end)[0] != ""


def _noun_before(place: Place, start: int) -> str:
    """The noun of "a charge of $5 billion", "a tax rate of 21 percent"."""
    match = _NOUN_OF.search(place.before(30, start))
    return singular(match.group(1)) if match and match.group(1).lower() not in STOPS else ""


def _slack(amount: Amount) -> float:
    """How far rounding may have moved the figure."""
    step = amount.high.step
    if amount.unit is not None and amount.unit.name.startswith("percent"):
        step = min(step, 1.0)
    return step / 2


def _interval(low: float, high: float, slack: float, hedge: Hedge | None) -> Interval:
    if hedge is not None:
        return hedge.widen(low, high)
    return Interval(max(low - slack, 0.0) if low >= 0 else low - slack, high + slack, high_open=slack > 0)


def _scaled(interval: Interval, unit: Unit) -> Interval:
    """The interval in the common unit of the dimension."""
    low, high = interval.low * unit.factor + unit.shift, interval.high * unit.factor + unit.shift
    if unit.spread:
        low, high = low * (1 - unit.spread), high * (1 + unit.spread)
    return replace(interval, low=low, high=high)


def _quantity(
    interval: Interval, unit: str, hedge: Hedge | None, *, head: str = "", role: str = "", words: str = "",
    told: float | None = None,
) -> Quantity:  # fmt: skip
    hedging = " ".join(filter(None, (hedge.words if hedge else "", words)))
    told = None if told is None else float(f"{told:.12g}")
    return Quantity(
        interval.low, interval.high, interval.low_open, interval.high_open, unit, head, hedging, role, told
    )


def _after_of(text: str, end: int, ceiling: int) -> int:
    match = _OF.match(text, end, ceiling)
    return match.end() if match else end


def _between_at(window: str) -> int:
    match = _BETWEEN.search(window)
    return match.start() if match else 0


def _skip_figure(text: str, position: int, end: int) -> int:
    match = _FIGURE.match(text, position, end)
    return match.end() if match else position + 1
