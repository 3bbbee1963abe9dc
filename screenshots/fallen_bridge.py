"""An invented event for pictures: texts that put different things first, one of them changed twice since."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from newsdiff.library import Library
from newsdiff.model import Article
from tests.details.small_events import article
from tests.takes.made_up import bridge

OUTLETS = {
    "north": "Fjord Post", "south": "Norvik Daily", "east": "Sund Courier", "west": "Strait Herald",
    "coast": "Capital News", "harbour": "Reykjavik Review",
}  # fmt: skip
CHANGED = "north"
FIRST = ("five missing workers", "two men")
"""Words that are others in the versions after the first."""
LATER = ("seven missing workers", "three men")
GREW = "Divers from Sund joined the search in the afternoon."
AMENDED = "This article was amended to say that seven workers, not five, are missing."


def fill(library: Library) -> None:
    """Put the event into a library, as of today."""
    now = datetime.now(UTC).replace(microsecond=0)
    texts = {one.id: _printed(one, one.text, now - timedelta(hours=3)) for one in bridge()}
    library.events.place(list(texts.values()), event="Norvik bridge")
    first = texts[CHANGED]
    grown = f"{first.text}\n{GREW}"
    amended = grown.replace(FIRST[0], LATER[0]).replace(FIRST[1], LATER[1])
    for text in (grown, f"{amended}\n{AMENDED}"):
        library.events.place([_printed(first, text, now - timedelta(hours=3))])


def _printed(of: Article, text: str, when: datetime) -> Article:
    return replace(
        article(of.id, text, when.date()),
        title=of.title,
        outlet=OUTLETS[of.id],
        country=of.country,
        published_at=when,
        url=f"https://{of.id}.example/bridge",
    )
