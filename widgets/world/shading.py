"""How dark a country is drawn: steps of a logarithmic scale, because few countries report most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

STEPS: Final = 4
"""Shades of countries whose outlets report something; 0 is for those whose outlets report nothing."""


@dataclass(frozen=True, slots=True)
class Shading:
    """The shades of some counts."""

    bounds: tuple[int, ...]
    """The least count of each step, from the first."""

    def step(self, count: int) -> int:
        """The step of a count: 0 for none."""
        return sum(count >= bound for bound in self.bounds) if count > 0 else 0

    def legend(self) -> Sequence[tuple[int, str]]:
        """Each step with the counts it stands for: ``1–3``, ``4–9``, ``10+``."""
        shown = [(0, "none")]
        for number, bound in enumerate(self.bounds, 1):
            if number == len(self.bounds):
                shown.append((number, f"{bound:,}+"))
            else:
                last = self.bounds[number] - 1
                shown.append((number, f"{bound:,}" if last <= bound else f"{bound:,}–{last:,}"))
        return shown


def shading_of(counts: Mapping[str, int]) -> Shading:
    """Steps that divide the range up to the highest count evenly in logarithms; fewer where it is small."""
    most = max(counts.values(), default=0)
    if most < 1:
        return Shading((1,))
    bounds = {1}
    for number in range(1, STEPS):
        bounds.add(max(1, round(pow(2.718281828459045, log(most + 1) * number / STEPS))))
    return Shading(tuple(sorted(bounds)))
