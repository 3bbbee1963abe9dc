"""Numbers as English writes them, in digits, in words and mixed, read into a value.

"5", "1,000", "12 500", "12'500", "12,50,000", "15.5", "34,6 million", "2 1/2", "4½", "twenty-one",
"a hundred", "one million two hundred thousand", "1.5 lakh crore", "half a dozen" are exact figures;
"dozens", "several", "tens of thousands" are vague ones with a range.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsdiff.letters import lower_like_regex
from newsdiff.patterns import lazy_pattern

ONES = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1_000, "lakh": 100_000, "million": 1_000_000,
    "crore": 10_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
}  # fmt: skip
LETTER_SCALES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
    "cr": 1e7,
}  # fmt: skip
"""Scales glued to a figure; a bare "m" is a metre unless the figure is money or people."""
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "quarters": 0.75}
_FILLERS = frozenset({"and", "a", "an", "of"})

VAGUE: dict[str, tuple[float, float]] = {
    "a couple": (2, 3), "couple": (2, 3), "a few": (2, 10), "several": (2, 20), "a handful": (2, 10),
    "dozens": (20, 150), "scores": (40, 300), "hundreds": (100, 1_000), "thousands": (1_000, 30_000),
    "tens of thousands": (10_000, 100_000), "hundreds of thousands": (100_000, 1_000_000),
    "millions": (1_000_000, 100_000_000), "tens of millions": (10_000_000, 100_000_000),
    "hundreds of millions": (100_000_000, 1_000_000_000), "billions": (1e9, 1e11),
    "tens of billions": (1e10, 1e11), "hundreds of billions": (1e11, 1e12), "trillions": (1e12, 1e14),
}  # fmt: skip
"""What outlets cover with a vague word; generous, because a vague word should hardly ever contradict.
"Hundreds" are fewer than a thousand, for which there is a word. Where the next word is far, the upper ends
follow the exact figures given for the same thing in the gold ("scores"/"dozens" for 90 to 120, "thousands"
for five to six thousand)."""

_ONE = "|".join(sorted(ONES, key=len, reverse=True))
_TEN = "|".join(TENS)
_SMALL = rf"(?:(?:{_TEN})(?:[-\s](?:{'|'.join(w for w, v in ONES.items() if 0 < v < 10)})\b)?|(?:{_ONE}))\b"
_SCALE = "|".join(word for word in SCALES if word != "score")
_BIG_SCALE = "|".join(word for word, value in SCALES.items() if value > 1_000)
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"  # 12,50,000, as in India
    r"|[1-9]\d{0,2}(?:[\s’']\d{3})+(?:[.,]\d{1,2})?(?![\d’']|s\b|[.,:/]\d|(?<!000)-)"  # 12 500
    r"|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\.?\d)"  # 1.250.000,50
    r"|(?<=€)\d{1,3},\d{1,2}(?![\d,])"
    rf"|\d{{1,3}},\d{{1,2}}(?=\s?(?:%|€|per\s?cent\b|{_BIG_SCALE}|(?:mn|bn|mln|bln|m|km|kg|euros?|degrees|"
    r"kilomet\w+|met(?:re|er)s?|tonnes?|tons?|hectares?|points?)\b))"
    r"|\d+(?:\.\d+)?)"
)
_WORDS = rf"(?:{_SMALL}|an?(?=[\s-](?:{_SCALE})\b))"
_AND_PART = r"(?:[\s-]and[\s-](?:an?|one)[\s-](?:half|quarter|third)\b|[\s-]and[\s-]three[\s-]quarters\b)"
_FRACTION = rf"(?:\s?[½¼¾⅓⅔⅛]|\s[1-9]/[2-9](?!\d)|{_AND_PART})"
NUMBER = lazy_pattern(
    rf"""(?:half[\s-](?:an?[\s-])?(?:{_SCALE})\b
    | (?:an?[\s-])?quarter[\s-](?:of[\s-])?an?[\s-](?:million|billion)\b
    | (?:{_DIGITS}|[½¼¾⅓⅔]|{_WORDS}) {_FRACTION}?
      (?:(?:\s|-)(?:{_SCALE})s?\b(?!\s+of\b(?=\s+(?:thousands|millions)))
         (?:(?P<low>(?<=thousand)|(?<=hundred)|(?<=dozen))?\s(?P<and>and\s)?(?:{_WORDS}|\d{{1,3}}(?=\s(?:{_SCALE})\b))
            (?(low)(?=\s|[.,;:)]|$)|(?(and)(?=\s)|(?=[\s-](?:{_SCALE})\b))))?
         {_AND_PART}?){{0,6}})""",
    re.VERBOSE | re.IGNORECASE,
)
"""One exact number. Match it at a token, never search with it."""
VAGUE_NUMBER = lazy_pattern(
    r"(?:(?:tens|hundreds)\sof\s(?:thousands|millions|billions)|(?:dozens|scores|hundreds|thousands|millions|"
    r"billions|trillions|several|(?:a\s)?couple|a\sfew|a\shandful))\b"
    r"(?:\s(?:of\s)?(?P<times>dozen|hundred|thousand|million|billion)\b)?",
    re.IGNORECASE,
)
TRIGGERS = (
    frozenset(ONES) | frozenset(TENS) | frozenset(VAGUE) | {"a", "an", "half", "quarter", "tens", "couple"}
) - {"score"}
"""Lower-case words that a number in words can begin with; any digit is one too."""

_TOKEN = lazy_pattern(r"[1-9]/[2-9]|\d[\d.,\s’']*(?<=\d)|[½¼¾⅓⅔⅛]|[a-z]+")
_DECIMAL_COMMA = lazy_pattern(r"(?:\d+|\d{1,3}(?:\.\d{3})+),\d{1,2}")
_GROUPED_BY_DOTS = lazy_pattern(r"\d{1,3}(?:\.\d{3}){2,}")
_GROUPING = lazy_pattern(r"[\s’']")


class Figure(NamedTuple):
    """A number as written: its value and the worth of its last written digit (1e8 for "5.2 billion")."""

    value: float
    step: float

    def times(self, factor: float) -> Figure:
        """The same figure in a unit `factor` times smaller."""
        return Figure(_neat(self.value * factor), self.step * factor)


def plain_digits(written: str) -> str:
    """Digits as Python reads them: "12 500", "12,50,000" and "34,6" as 12500, 1250000 and 34.6."""
    digits = _GROUPING.sub("", written)
    if _DECIMAL_COMMA.fullmatch(digits):
        return digits.replace(".", "").replace(",", ".")
    if _GROUPED_BY_DOTS.fullmatch(digits):
        return digits.replace(".", "")
    return digits.replace(",", "")


def read_number(words: str) -> Figure:
    """The value of a text that `NUMBER` matched in full."""
    total, current, step, last, scaled = 0.0, 0.0, 1.0, "", 0.0
    for token in _TOKEN.findall(words.lower()):
        scale = SCALES.get(token, SCALES.get(token.rstrip("s")))
        if token in _FILLERS:
            continue
        if token in _PARTS or token in _GLYPHS or "/" in token:
            current, total, step = _add_part(token, current, total, last)
        elif token[0].isdigit():
            digits = plain_digits(token)
            current, step = current + float(digits), _last_place(digits)
        elif scale is None:
            current, step = current + ONES.get(token, TENS.get(token, 0)), 1.0
        elif scale <= 100:
            current, step = (current or 1.0) * scale, step * (2 if scale == 12 else scale)
        elif last in SCALES and SCALES[last] > 100 and not current:
            total, scaled, step = (
                total - scaled + scaled * scale,
                scaled * scale,
                step * scale,
            )  # "lakh crore"
        else:
            scaled = (current or 1.0) * scale
            total, current, step = total + scaled, 0.0, step * scale
        last = token
    return Figure(_neat(total + current), step)


def _add_part(token: str, current: float, total: float, last: str) -> tuple[float, float, float]:
    """`current`, `total` and the rounding step once a half, a quarter … is added."""
    if "/" in token:
        return current + int(token[0]) / int(token[2]), total, 0.5
    part = _GLYPHS.get(token, _PARTS.get(token, 0.0))
    if token == "quarters":
        current -= 3.0  # "three and three quarters": the second three was read as a number
    if last in SCALES:  # "a million and a half"
        return current, total + part * SCALES[last], SCALES[last] / 2
    return current + part, total, 0.5


def read_vague(match: re.Match[str]) -> tuple[float, float]:
    """The range of a text that `VAGUE_NUMBER` matched."""
    times = lower_like_regex(match["times"] or "")
    words = " ".join(lower_like_regex(match.group()).split())
    if not times:
        return VAGUE[words]
    low, high = VAGUE[words[: -len(times)].strip().removesuffix(" of")]
    return low * SCALES[times], high * SCALES[times]


def _last_place(digits: str) -> float:
    """Worth of the last significant digit; of a whole number's trailing zeros two digits are kept."""
    if "." in digits:
        return float(10.0 ** -len(digits.rpartition(".")[2][:12]))
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(10.0 ** min(max(0, min(zeros, len(digits) - 2)), 300))


def _neat(value: float) -> float:
    """Without the dust of binary arithmetic (2.07 * 1e9)."""
    return float(f"{value:.12g}")
