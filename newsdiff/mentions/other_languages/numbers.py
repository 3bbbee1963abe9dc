"""Figures as other languages write them: 1.234,5 and 1 234,5, 1,5 Millionen, 20 %, 3亿, zwölf."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Final

from newsdiff.letters import lower_like_regex
from newsdiff.mentions.match import Match
from newsdiff.mentions.other_languages.words import (
    CASED,
    CJK_SCALES,
    NUMBER_WORDS,
    POINT_LANGUAGES,
    SCALES,
    SIGNS,
    UNITS,
)
from newsdiff.model import Kind, Quantity
from newsdiff.patterns import lazy_pattern

LONGEST_FIGURE: Final = 24
"""Code points; what is longer is a number of an account and no figure of news."""
_BLANK: Final = "[ \u00a0\u2009\u202f]"
_FIGURE: Final = lazy_pattern(
    rf"(?<![{CASED}\d.,:/-])(?P<sign>[€$£¥₽]{_BLANK}?)?"
    rf"(?P<digits>\d{{1,3}}(?:(?:{_BLANK}|[.,'’٬])\d{{3}})+(?:[.,٫]\d+)?|\d+(?:[.,٫]\d+)?)(?![\d:/]|[.,]\d)"
)
_CJK_SCALE: Final = lazy_pattern(
    rf"(?P<scale>[{''.join(CJK_SCALES)}])(?:(?P<rest>\d{{1,4}})(?P<less>[万萬만]))?"
)
_SEPARATOR: Final = lazy_pattern(r"[\s.,'’٬٫]")


def figures_in(text: str, start: int, end: int, language: str, taken: Sequence[Match]) -> Iterator[Match]:
    """The figures between two offsets, in order; none of those inside `taken`, which are days."""
    ordered = sorted(taken, key=lambda one: one.start)
    starts = [one.start for one in ordered]
    reach = list(accumulate((one.end for one in ordered), max))  # how far those up to each one go
    floor = start
    for match in _FIGURE.finditer(text, start, end):
        if (
            match.start() < floor
            or match.end() - match.start() > LONGEST_FIGURE
            or ((before := bisect_left(starts, match.end())) and reach[before - 1] > match.start())
        ):
            continue
        value = number_of(match["digits"], language)
        value, stop = _scaled(text, value, match.end(), end)
        unit, stop = _unit(text, stop, end)
        unit = unit or SIGNS.get((match["sign"] or "").strip(), "")
        if stop < end and text[stop].isalpha() and text[stop].isascii() and stop == match.end():
            continue  # "A380", "5G", "3D": a name and no figure
        floor = stop
        kind: Kind = "percent" if unit == "percent" else "money" if unit else "number"
        yield Match(match.start(), stop, kind, Quantity(value, value, unit=unit, figure=value))
    for match in _words(language).finditer(text, start, end):
        value = float(NUMBER_WORDS[language].split().index(lower_like_regex(match.group())) + 2)
        yield Match(match.start(), match.end(), "number", Quantity(value, value, figure=value))


def number_of(digits: str, language: str) -> float:
    """The value of a figure with its separators, as its language writes them.

    A last group of three digits is thousands, unless it follows the language's decimal mark alone.
    """
    decimal = "." if language.split("-")[0] in POINT_LANGUAGES else ","
    groups = _SEPARATOR.split(digits)
    marks = _SEPARATOR.findall(digits)
    if not marks:
        return float(int(digits))
    last = marks[-1]
    if last == "٫" or (
        last in ".," and (len(groups[-1]) != 3 or (last == decimal and last not in marks[:-1]))
    ):
        return float(f"{int(''.join(groups[:-1]))}.{''.join(str(int(one)) for one in groups[-1])}")
    return float(int("".join(groups)))


def _scaled(text: str, value: float, stop: int, end: int) -> tuple[float, int]:
    if cjk := _CJK_SCALE.match(text, stop, end):
        value *= CJK_SCALES[cjk["scale"]]
        return value + (int(cjk["rest"]) * 1e4 if cjk["rest"] else 0), cjk.end()
    for factor, pattern in _scales():
        if match := pattern.match(text, stop, end):
            return value * factor, match.end()
    return value, stop


def _unit(text: str, stop: int, end: int) -> tuple[str, int]:
    for unit, pattern in _units():
        if match := pattern.match(text, stop, end):
            return unit, match.end()
    return "", stop


@cache
def _scales() -> tuple[tuple[float, re.Pattern[str]], ...]:
    return tuple(
        (
            factor,
            re.compile(rf"{_BLANK}(?:{'|'.join(words.split())})[{CASED}]*\.?(?:\s(?:de|di)(?=\s))?", re.I),
        )
        for factor, words in SCALES
    )


@cache
def _units() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (unit, re.compile(rf"{_BLANK}?(?:{'|'.join(words.split())})[{CASED}]*", re.I))
        for unit, words in UNITS
    )


@cache
def _words(language: str) -> re.Pattern[str]:
    words = NUMBER_WORDS.get(language, "").split()
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b" if words else r"(?!)", re.I)
