"""The days that the world's news are looked at for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from newsdiff.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """Some days up to a day."""

    name: str
    days: int | None
    """How many, that day included; None for all."""

    def since(self, today: date) -> date | None:
        """Its first day; None for all."""
        return today - timedelta(days=self.days - 1) if self.days else None


PERIODS: Final = (Period("today", 1), Period("3 days", 3), Period("week", 7), Period("all days", None))
"""The shortest first."""
WEEK: Final = 2
"""Which of them is looked at first."""
