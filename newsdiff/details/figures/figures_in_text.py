"""Every figure that a text may be read to give, in digits or words: to be sure that none is near another.

Reads more than is meant ("one of the two" gives 1 and 2, "9/11" gives 9 and 11): what is not found here does
not stand in the text in any usual writing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from math import isfinite
from typing import Final

from newsdiff.mentions.numbers.number_words import NUMBER, TRIGGERS, VAGUE_NUMBER, read_number, read_vague
from newsdiff.patterns import lazy_pattern
from newsdiff.quick_dataclass import dataclass

CLOSE: Final = 0.12
"""Part of a figure by which another may be off and still be near it: "nearly 80" beside 84 or 88."""
SCALES: Final = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "crore": 1e7, "billion": 1e9, "b": 1e9, "bn": 1e9, "bln": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
WORDS: Final[dict[str, tuple[float, ...]]] = {
    "no": (0,), "none": (0,), "nobody": (0,), "zero": (0,), "nil": (0,), "without": (0,), "neither": (0,),
    "a": (1,), "an": (1,), "one": (1,), "single": (1,), "sole": (1,), "only": (1,), "once": (1,),
    "lone": (1,), "another": (1,), "the": (1,), "every": (100,), "all": (100,), "twice": (2, 200),
    "double": (2, 200), "doubled": (2, 200), "both": (2,), "pair": (2,), "couple": (2,), "duo": (2,),
    "twin": (2,), "twins": (2,), "trio": (3,), "triple": (3, 300), "tripled": (3, 300), "triplets": (3,),
    "quartet": (4,), "dozen": (12,), "first": (1,), "second": (2,), "half": (0.5, 50), "halved": (0.5, 50),
    "halves": (0.5, 50), "third": (3, 33.3), "thirds": (66.7,), "fourth": (4, 25), "quarter": (0.25, 25, 4),
    "quarters": (0.75, 75), "fifth": (5, 20), "fifths": (40, 60, 80), "sixth": (6, 16.7),
    "seventh": (7, 14.3), "eighth": (8, 12.5), "ninth": (9, 11.1), "tenth": (10,), "tenths": (20, 30, 70, 90),
    "eleventh": (11,), "twelfth": (12,), "decade": (10,), "decades": (10, 20, 30), "century": (100,),
    "centuries": (200,), "fortnight": (14, 2), "teen": (13, 16, 19), "teenage": (13, 16, 19),
    "teenager": (13, 16, 19), "majority": (51, 60, 75), "most": (51, 60, 75, 90), "minority": (10, 25, 49),
}  # fmt: skip
"""Words that stand for a figure, ordinals and parts of a whole (in per cent) among them."""
TENS: Final = "twenties thirties forties fifties sixties seventies eighties nineties".split()
"""The decades of a life, in order."""
FIGURE_WORDS: Final = frozenset([*WORDS, *TENS, *TRIGGERS])
"""Every word at which a figure can begin."""
TOKEN = lazy_pattern(r"\d+(?:[.,'’ \u00a0\u2009\u202f]\d{3}(?!\d))*(?:[.,]\d+)?|[½¼¾⅓⅔⅛]|[^\W\d_]+")
SCALE_BEHIND = lazy_pattern(r"[\s-]?(?P<scale>[a-z]+)\b", re.I)
RANGE_BEHIND = lazy_pattern(
    r"\s?(?:-|–|—|to|and|or)\s?(?:[$£€])?(?:\d[\d.,]*|[a-z]+)[\s-]?(?P<scale>[a-z]+)\b", re.I
)
OUT_OF = lazy_pattern(r"\s(?:in|out\sof|of)\s(?:the\s|every\s)?(?P<whole>\d+|[a-z]+)", re.I)
SEPARATORS = lazy_pattern(r"[,'’ \u00a0\u2009\u202f]")
GROUPED_BY_DOTS = lazy_pattern(r"\d{1,3}(?:\.\d{3})+")
SMALL: Final = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen twenty".split()
    )
}


@dataclass(frozen=True)
class FiguresInText:
    """The figures of a text: exact ones, and those of words such as "dozens" as intervals."""

    exact: tuple[float, ...]
    """Rising."""
    vague: tuple[tuple[float, float], ...]

    def hold_near(self, low: float, high: float) -> bool:
        """Whether a figure is as good as in an interval, `CLOSE` on either side of it."""
        first, last = sorted((low - abs(low) * CLOSE, high + abs(high) * CLOSE))
        position = bisect_left(self.exact, first)
        if position < len(self.exact) and self.exact[position] <= last:
            return True
        return any(start <= last and first <= end for start, end in self.vague)

    @cached_property
    def intervals(self) -> tuple[tuple[float, float], ...]:
        """All figures as intervals."""
        return (*((figure, figure) for figure in self.exact), *self.vague)


def figures_in(texts: Iterable[str]) -> FiguresInText:
    """Every figure that any of the texts may be read to give."""
    exact: set[float] = set()
    vague: set[tuple[float, float]] = set()
    for text in texts:
        for low, high in _read(text):
            if not isfinite(high):
                continue
            if low == high:
                exact.add(low)
            else:
                vague.add((low, high))
    return FiguresInText(tuple(sorted(exact)), tuple(sorted(vague)))


def _read(text: str) -> Iterator[tuple[float, float]]:
    without: set[str] = set()
    """Words without a figure, as they are written: most words of a text, again and again."""
    for match in TOKEN.finditer(text):
        token = match.group()
        if token in without:
            continue
        if token[0].isdecimal():
            for value in _values_of_digits(token):
                yield from _with_scales(text, match.end(), value)
            yield from _in_words(text, match.start())
            continue
        word = token.lower()
        if word not in FIGURE_WORDS and token.isalpha():
            without.add(token)
            continue
        for value in WORDS.get(word, ()):
            yield value, value
        if word in TENS:
            start = 10.0 * (2 + TENS.index(word))
            yield start, start + 9
        if word in TRIGGERS or not token.isalpha():
            yield from _in_words(text, match.start())


def _values_of_digits(token: str) -> Iterator[float]:
    """What digits may mean: grouped by commas, dots or blanks, with a decimal mark, or side by side."""
    plain = SEPARATORS.sub("", token)
    if plain.count(".") <= 1:
        yield float(plain)
    if GROUPED_BY_DOTS.fullmatch(token):
        yield float(token.replace(".", ""))
    if token.count(",") == 1 and not token.partition(",")[2].strip("0123456789"):
        yield float(SEPARATORS.sub(".", token) if "." not in token else plain)
    for piece in re.findall(r"\d+", token):
        yield float(piece)


def _with_scales(text: str, end: int, value: float) -> Iterator[tuple[float, float]]:
    """The value, with the scale behind it or behind its range, and as a part of what follows."""
    yield value, value
    for pattern in (SCALE_BEHIND, RANGE_BEHIND):
        if (match := pattern.match(text, end)) and (scale := SCALES.get(match["scale"].lower())):
            yield value * scale, value * scale
    if match := OUT_OF.match(text, end):
        whole = match["whole"].lower()
        parts = float(whole) if whole.isdecimal() else SMALL.get(whole, 0.0)
        if parts >= value and parts:
            yield 100 * value / parts, 100 * value / parts


def _in_words(text: str, start: int) -> Iterator[tuple[float, float]]:
    """The figures that begin at a token as mentions are read: in words, with fractions, exact or vague."""
    if match := VAGUE_NUMBER.match(text, start):
        low, high = read_vague(match)
        yield low, high
    if match := NUMBER.match(text, start):
        yield from _with_scales(text, match.end(), read_number(match.group()).value)
