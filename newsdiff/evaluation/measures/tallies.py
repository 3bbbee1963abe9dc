"""What one measure says of one event, in a form that adds up over events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from newsdiff.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """So many of so many. Over several events both are summed, then divided.

    A mean over events is such a sum, too: `part` is then the event's figure and `of` is 1. Without `of` the
    tally is a plain count. An event in which there is nothing to measure has 0 of 0.
    """

    part: float
    of: float | None
    remarks: tuple[str, ...] = ()
    """In words, what was missed or is wrong."""

    @property
    def figure(self) -> float | None:
        """The share, or the plain count; None where there was nothing to measure."""
        if self.of is None:
            return self.part
        return self.part / self.of if self.of else None


Tallies: TypeAlias = dict[str, Tally]
"""Measure -> its tally, in the order in which they are printed."""


def event_figure(figure: float | None) -> Tally:
    """The figure of one event, for a mean over the events that have one."""
    return Tally(0, 0) if figure is None else Tally(figure, 1)


def found_of(items: Iterable[tuple[str, bool]], missed_as: str) -> Tally:
    """How many of the marked things were found: pairs of a thing's id and whether it was."""
    known = list(items)
    missed = tuple(f"{missed_as}: {name}" for name, found in known if not found)
    return Tally(len(known) - len(missed), len(known), missed)
