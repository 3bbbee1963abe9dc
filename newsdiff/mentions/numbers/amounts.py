"""One figure or a range of two, with the currency or unit they share: "5-6,000", "$4-5bn", "8% and 15.5%"."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsdiff.mentions.numbers.casualties import PEOPLE
from newsdiff.mentions.numbers.counted_nouns import STOPS, counted_noun, is_plural
from newsdiff.mentions.numbers.hedges import hedge_before
from newsdiff.mentions.numbers.money import currency_after, currency_before
from newsdiff.mentions.numbers.number_words import LETTER_SCALES, NUMBER, SCALES, Figure, read_number
from newsdiff.mentions.numbers.units import Unit, unit_after
from newsdiff.patterns import lazy_pattern

_LETTERS = lazy_pattern(r"\s?(k|mln|mn|m|bln|bn|b|trn|tn|cr)\b(?![.’'/]\w)", re.IGNORECASE)
_COUNTED_IN_MILLIONS = lazy_pattern(
    r"m\s(?:people|users|viewers|followers|subscribers|homes|households|customers|jobs|"
                                  r"voters|children|passengers|copies|accounts|visitors|workers|times|"
                                  r"views|fans)\b")  # fmt: skip
_JOIN = lazy_pattern(r"(?P<dash>\s?[-–—‑]\s?)|\s(?P<word>to|or|and)\s", re.IGNORECASE)
_SIGN = lazy_pattern(r"(?:US|AU?|CA?|NZ|HK)?[$£€¥₹]")
_LONGEST = 60  # code points of one figure; a longer run of digits or number words is no figure
LEAST_RATIO_OF_LEVEL = 4
"""From this ratio on, "rose 8,000 to 2,438,000" gives a change and the level it led to, no range."""
_SCALE_AT_END = lazy_pattern(rf"(?:{'|'.join(SCALES)})s?$", re.IGNORECASE)
_BROKEN = lazy_pattern(r"(?P<head>[1-9]\d{0,2}),\s(?P<tail>\d{3})(?=\s(?!and\b|or\b|to\b)[a-z]{3,})")
_NOT_BEFORE_BROKEN = lazy_pattern(
    r"(?:[,;:.(-]|\b(?:aged?|at|in|on|turn(?:ed|s)?|is|was|page|number|no|chapter|by|against|and|or))\s?$|"
    r"\b(?-i:[A-Z])[\w’'-]*\s$",
    re.IGNORECASE,
)
"""What stands before a figure that is no thousand broken by a blank: a list, an age, a name, a number."""
_DOTTED = lazy_pattern(r"[1-9]\d{0,2}\.\d{3}")
_A_MEAN = lazy_pattern(r"\s(?:each|a|an|every)\b|[^.;]{0,40}\b(?:per|on average)\b", re.IGNORECASE)
_COUNTED_WHOLE = PEOPLE | frozenset(
    """
    household inhabitant voter vote ballot signature job case home house building vehicle ticket seat animal
    """.split()
)
"""What is counted in whole numbers: "16.400 workers" are sixteen thousand, as much of the world writes it."""
_WHO_DOES_IT = ("er", "or", "ist", "ian", "man")
"""How nouns for persons end: farmers, voters, doctors, tourists, guardians."""
_DESCRIBED_TIME = lazy_pattern(
    r"\s(?:(?:very|more|extremely|too|additional|such|full|so)\s)?(?P<words>(?:[a-z][a-z-]+\s){0,2})"
    r"(?=(?:minutes|hours|days|weeks|months|years|decades|centuries)\b)"
)
_CHANGE = lazy_pattern(
    r"\b(?:from|rose|fell|up|down|by|gained|dropped|cut|increased|decreased|jumped|climbed|raised|lowered|"
    r"went)\s"
                     r"(?:\w+\s){0,2}$", re.IGNORECASE)  # fmt: skip


class Amount(NamedTuple):
    """Figures read at one place. `low` and `high` are the same for a single figure."""

    low: Figure
    high: Figure
    start: int
    end: int
    digits: bool
    scaled: bool
    currency: str = ""
    unit: Unit | None = None

    @property
    def is_range(self) -> bool:
        """Whether there are two figures."""
        return self.low is not self.high


def read_amount(text: str, position: int, floor: int, ceiling: int) -> Amount | None:
    """The amount whose figure begins at `position`; its sign may stand before it, not before `floor`."""
    before = currency_before(text, floor, position)
    start = before[1] if before else position
    first = _read_one(text, position, floor, ceiling, before[0] if before else "")
    if first is None:
        return None
    range_of_two = _second_figure(text, first, start, floor, ceiling)
    return range_of_two or first._replace(high=first.low, start=start)


def _read_one(text: str, position: int, floor: int, ceiling: int, currency: str) -> Amount | None:
    match = NUMBER.match(text, position, min(ceiling, position + _LONGEST))
    if match is None or match.end() - position == _LONGEST:
        return None
    digits, end = text[position].isdigit(), match.end()
    figure, scaled = read_number(match.group()), _SCALE_AT_END.search(match.group()) is not None
    if digits and not currency and (broken := _broken_thousand(text, position, floor, ceiling)):
        figure, end = broken
    if digits and (letters := _LETTERS.match(text, end, ceiling)):
        letter = letters.group(1).lower()
        glued = letters.end() - letters.start() == len(letter)
        millions = _COUNTED_IN_MILLIONS.match(text, letters.start(1), ceiling) is not None
        large = figure.times(LETTER_SCALES[letter]).value
        code_behind = glued and currency_after(text, letters.end(), ceiling, large) is not None
        if currency or millions or code_behind or (glued and letter not in ("m", "b")):
            figure, end, scaled = figure.times(LETTER_SCALES[letter]), letters.end(), True
    if currency:
        return Amount(figure, figure, position, end, digits, scaled, currency)
    if digits and not scaled and _DOTTED.fullmatch(text, position, end) and _counts_whole(text, end, ceiling):
        figure = read_number(text[position:end].replace(".", ","))
    if after := currency_after(text, end, ceiling, figure.value):
        return Amount(figure.times(after[2]), figure, position, after[1], digits, scaled, after[0])
    unit = unit_after(text, end, ceiling, digits=digits)
    return Amount(
        figure, figure, position, unit[1] if unit else end, digits, scaled, "", unit[0] if unit else None
    )


def _counts_whole(text: str, end: int, ceiling: int) -> bool:
    """Whether a figure counts what has no thousandths, and is no mean ("2.125 children per woman")."""
    noun = counted_noun(text, end, ceiling, many=True)
    if noun is None or _A_MEAN.match(text, noun.end, ceiling):
        return False
    return noun.noun in _COUNTED_WHOLE or noun.noun.endswith(_WHO_DOES_IT)


def _broken_thousand(text: str, position: int, floor: int, ceiling: int) -> tuple[Figure, int] | None:
    """The figure of "1, 600 officers", where a blank slipped in behind the comma, and its end."""
    match = _BROKEN.match(text, position, ceiling)
    if match is None:
        return None
    if not hedge_before(text, floor, position) and _NOT_BEFORE_BROKEN.search(
        text[max(floor, position - 16) : position]
    ):
        return None
    return read_number(match["head"] + match["tail"]), match.end()


def with_described_unit(text: str, amount: Amount, ceiling: int) -> Amount:
    """The amount with the unit of time behind an adjective: "five pivotal months", "two very long years"."""
    if amount.unit or amount.currency:
        return amount
    match = _DESCRIBED_TIME.match(text, amount.end, ceiling)
    if match is None or any(_is_no_adjective(word) for word in match["words"].split()):
        return amount
    unit = unit_after(text, match.end() - 1, ceiling, digits=amount.digits)
    return amount._replace(unit=unit[0], end=unit[1]) if unit else amount


def _is_no_adjective(word: str) -> bool:
    return is_plural(word) or (word in STOPS and word not in ("long", "full", "certain"))


def _second_figure(text: str, first: Amount, start: int, floor: int, ceiling: int) -> Amount | None:
    """`first` widened to a range by what follows a dash, "to", "or", "and"; None where it stands alone."""
    join = _JOIN.match(text, first.end, ceiling)
    if join is None:
        return None
    word = (join["word"] or "").lower()
    before = text[max(floor, start - 24) : start].lower()
    if word == "and" and not before.rstrip().endswith("between"):
        return None
    position = join.end()
    sign = _SIGN.match(text, position, ceiling)
    position = sign.end() if sign else position
    if position >= ceiling or (join["dash"] and not text[position].isdigit() and first.digits):
        return None
    second = _read_one(text, position, position, ceiling, first.currency)
    if second is None or (sign and not first.currency) or second.is_range:
        return None
    if first.unit and second.unit != first.unit:
        return None
    low = _same_scale(text, first, second)
    if word == "to" and _CHANGE.search(before):
        by_far_less = second.low.value >= LEAST_RATIO_OF_LEVEL * low.value
        if first.unit or first.currency or by_far_less:
            return None
    if low.value >= second.low.value or (word == "or" and not (second.unit or second.low.value <= 100)):
        return None
    return Amount(
        low, second.low, start, second.end, first.digits, second.scaled, second.currency or first.currency,
        second.unit,
    )  # fmt: skip


def _same_scale(text: str, first: Amount, second: Amount) -> Figure:
    """The lower figure with the scale that only the upper one has: "5-6,000", "$4-5bn"."""
    low, high = first.low, second.low
    if first.scaled or low.value >= 1_000:
        return low
    if second.scaled:
        for scale in (1e12, 1e9, 1e7, 1e6, 1e5, 1e3, 1e2, 12):
            if (
                high.value >= scale
                and low.value * scale < high.value
                and scale in (*SCALES.values(), *LETTER_SCALES.values())
            ):
                return low.times(scale)
    if "," in text[first.end : second.end] and low.value * 1_000 < high.value:
        return low.times(1_000)
    return low
