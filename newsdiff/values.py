"""Values of mentions: quantities, days, times of day, names, utterances; `newsdiff.model` has them, too."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Literal, TypeAlias

from newsdiff.quick_dataclass import dataclass

NameType: TypeAlias = Literal["person", "organisation", "place", "other"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much or how many: an interval, because "more than five hours" is not a point.

    `unit` is empty for plain counts, ``"percent"`` for shares, an ISO 4217 code for money and
    ``"second"`` for durations (low and high are then seconds). `head` is the stem of what is
    counted ("point" in "28-point plan"), empty where the text does not say.
    """

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False
    unit: str = ""
    head: str = ""
    hedge: str = ""
    """The words that widen the value: "more than", "nearly", "about" …; empty for an exact figure."""
    role: str = ""
    """What happens to those counted, one word for all ways to say it: "killed" for "12 dead", "killing 12",
    "the deaths of 12", "a death toll of 12"; empty where the text says nothing of the kind."""
    figure: float | None = None
    """The bare figure in `unit`, before hedge and rounding widen it (5e9 in "about $5 billion"); None for
    a range ("five to six") and for words such as "dozens"."""

    def meets(self, other: Quantity) -> bool:
        """Whether both can be true of one thing: their intervals have a point in common."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        return low < high or (low == high and not low_open and high_closed)


@dataclass(frozen=True, slots=True)
class DateRange:
    """A day, or the days from `first` to `last` (inclusive) for a week, a month, a year."""

    first: date
    last: date
    from_to: bool = field(default=False, compare=False)
    """Whether both ends are written, as of what goes on from the one to the other ("June 9 to 23")."""

    def meets(self, other: DateRange) -> bool:
        """Whether both can name one day."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day: minutes after midnight from `first` to `last` inclusive; `zone` as written, else
    empty."""

    first: int
    last: int
    zone: str = ""

    def meets(self, other: ClockTime) -> bool:
        """Whether both can name one moment. Different zones are never compared: then it says yes."""
        if self.zone and other.zone and self.zone != other.zone:
            return True
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Name:
    """Who or what is named. `key` is the same for every alias of one person or place in the event."""

    key: str
    full: str
    """The fullest form any outlet uses ("Steve Witkoff")."""
    type: NameType
    role: str = ""
    """The words of office beside this mention of a person ("Kremlin aide"); empty where there are none."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody said, as quoted."""

    words: tuple[str, ...]
    """Folded, lower-case words without quotation marks."""
    speaker: str | None
    """Full name or description of who said it, None where the text does not say."""
    direct: bool = True


Value: TypeAlias = Quantity | DateRange | ClockTime | Name | Utterance
