"""An article that changed twice, beside another outlet's: made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from newsdiff.library import Library
from newsdiff.model import Article
from tests.details.small_events import article

FIRST = (
    "A bus carrying 48 passengers plunged into a ravine near Cusco on Monday, killing 5 people.\n"
    "The driver lost control because the brakes failed, police said.\n"
    "A rescue helicopter could not land in the fog.\n"
    "Mayor Luis Quispe declared three days of mourning."
)
SECOND = (
    "A bus carrying 48 passengers plunged into a ravine near Cusco on Monday, killing 7 people.\n"
    "A rescue helicopter could not land in the fog.\n"
    "The driver lost control because the brakes failed, police said.\n"
    "Two children are among the dead, the hospital said on Monday night."
)
THIRD = f"{SECOND}\nThis article was amended on 7 May to say that 7 people, not 5, were killed."
OTHER = (
    "Police said 7 people were killed when a bus with 48 passengers fell down near Cusco on Monday.\n"
    "The brakes failed and the driver lost control, police said."
)
DAY = date(2024, 5, 6)


def changing(text: str) -> Article:
    """The article of North at its address."""
    found = article("north", text, DAY)
    return replace(found, url="https://north.example/bus", title="Bus falls into ravine near Cusco")


def other() -> Article:
    """The article of South on the same."""
    return replace(article("south", OTHER, DAY), url="https://south.example/cusco", title="Cusco bus crash")


def changed_twice(library: Library) -> str:
    """An event with both, North in three versions; its id."""
    library.events.place([changing(FIRST), other()], event="Cusco")
    for text in (FIRST, SECOND, SECOND, THIRD):
        library.events.place([changing(text)], event="Cusco")
    ((event),) = library.events.named("Cusco")
    return event.id
