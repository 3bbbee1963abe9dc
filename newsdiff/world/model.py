"""What the world's news are made of: which outlet of which country reports which event on which day."""

from __future__ import annotations

from datetime import date

from newsdiff.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """One article on an event."""

    event: str
    number: int
    """Of the article, unique in its library; a later article has a higher one."""
    outlet: str
    country: str
    """Code of the country that the outlet sits in; empty where it is not known."""
    language: str
    """ISO 639-1, or ``und…``."""
    day: date | None
    """Of publication."""
    moment: str
    """Day and clock time of publication in UTC, to sort by; empty where not known."""
