"""Words that widen a figure: "at least", "nearly", "about", "up to", "or so" …, as intervals.

The widths are conventions, not measurements: "about" and "some" a tenth to either side, as
outlets round to the nearest ten; "nearly" at most 15 percent short, "just over" at most 10 percent
above, generous so that two roundings of one figure still meet.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import NamedTuple

from newsdiff.patterns import lazy_pattern

ABOUT = 0.10
NEARLY = 0.15
JUST = 0.10


class Interval(NamedTuple):
    """From `low` to `high`, each end open or closed."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False


def _at_least(low: float, high: float) -> Interval:
    return Interval(low, math.inf, high_open=True)


def _more_than(low: float, high: float) -> Interval:
    return Interval(low, math.inf, low_open=True, high_open=True)


def _up_to(low: float, high: float) -> Interval:
    return Interval(min(0.0, high), high)


def _less_than(low: float, high: float) -> Interval:
    return Interval(min(0.0, high), high, high_open=True)


def _nearly(low: float, high: float) -> Interval:
    return Interval(low - abs(low) * NEARLY, high, high_open=True)


def _about(low: float, high: float) -> Interval:
    return Interval(low - abs(low) * ABOUT, high + abs(high) * ABOUT)


def _just_over(low: float, high: float) -> Interval:
    return Interval(low, high + abs(high) * JUST, low_open=True)


Widening = Callable[[float, float], Interval]

_PHRASES: dict[Widening, str] = {
    _at_least: """
        at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|
        at a minimum
        """,
    _more_than: """
        more than|over|above|in excess of|upwards of|upward of|exceeding|greater than|well over|beyond|
        north of|well above|well more than|far more than|much more than|topping|higher than|longer than|
        larger than|older than|better than|exceeded|surpassing
        """,
    _up_to: """
        up to|as many as|as much as|no more than|not more than|at most|a maximum of|maximum of|
        as high as|as long as|no longer than|no higher than|as far as|a maximum
        """,
    _less_than: """
        fewer than|less than|under|below|short of|lower than|shorter than|younger than|well under|
        well below|far fewer than|south of
        """,
    _nearly: """
        nearly|almost|just under|approaching|not quite|just short of|just shy of|shy of|
        slightly less than|just below|slightly under|close on|nearing|slightly fewer than|
        a little under|very nearly|just less than
        """,
    _about: """
        about|around|some|roughly|approximately|an estimated|estimated|circa|close to|near|
        in the region of|approx|approx.|around about|an average of|on the order of|~|c.|nearer|
        what appeared to be|somewhere around|estimated at|closer to|in the neighborhood of|probably|
        perhaps|possibly|maybe
        """,
    _just_over: """
        just over|just above|a little over|slightly more than|slightly over|a little more than|
        just more than|a bit more than|slightly above
        """,
}
_WIDENING: dict[str, Widening] = {
    " ".join(phrase.split()): widening
    for widening, phrases in _PHRASES.items()
    for phrase in phrases.split("|")
}
_LONGEST_PHRASE = 5
_BETWEEN = frozenset("another additional further combined total the record extra".split())
"""Words that may stand between a hedge and its figure ("at least another 12")."""
_WORDS_BEFORE = lazy_pattern(r"[^\s“”\"()]+")
_WINDOW = 44  # code points looked at before a figure; the longest phrase has 27

_AFTER = lazy_pattern(
    r"(?P<least>\s?\+(?!\d)|[\s-]plus\b|,?\sor\s(?:more|greater|higher)\b|\sand\s(?:counting|up|over|"
    r"above)\b|"
    r",?\sat\s(?:the\s(?:very\s)?)?least\b)"
    r"|(?P<most>,?\sor\s(?:less|fewer|under|below)\b|,?\sat\s(?:the\s)?most\b)"
    r"|(?P<about>,?\sor\sso\b|-odd\b|-ish\b|,?\sgive\sor\stake\b|,?\sor\sthereabouts\b)",
    re.IGNORECASE,
)
_WIDENING_AFTER: dict[str, Widening] = {"least": _at_least, "most": _up_to, "about": _about}


class Hedge(NamedTuple):
    """A hedge found beside a figure: its words and where it begins (before) or ends (after)."""

    words: str
    edge: int
    widen: Widening


def hedge_before(text: str, floor: int, figure: int) -> Hedge | None:
    """The hedge that ends where the figure begins; looks back no further than `floor`."""
    floor = max(floor, figure - _WINDOW)
    if not text[figure - 1 : figure].isspace() and text[figure - 1 : figure] != "~":
        return None
    words = [(match.start(), match.group().lower()) for match in _WORDS_BEFORE.finditer(text, floor, figure)]
    while words and words[-1][1] in _BETWEEN:
        words.pop()
    for size in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        phrase = " ".join(word for _, word in words[-size:])
        if (widen := _WIDENING.get(phrase)) is not None:
            return Hedge(phrase, words[-size][0], widen)
    return None


def hedge_after(text: str, end: int, ceiling: int) -> Hedge | None:
    """The hedge that begins where the figure, or its noun, ends ("or more", "-odd")."""
    match = _AFTER.match(text, end, ceiling)
    if match is None or match.lastgroup is None:
        return None
    return Hedge(match.group().strip(" ,-").lower(), match.end(), _WIDENING_AFTER[match.lastgroup])
