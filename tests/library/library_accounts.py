"""Articles for the tests of the library: the five seeds, cut into blocks without the readers' judgement."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from newsdiff.library import Library
from newsdiff.model import Article, Block, numbered

MOMENTS = {
    1: datetime(2025, 12, 3, 5, 19, tzinfo=timezone(timedelta(hours=1))),
    2: datetime(2025, 12, 4, 8, 0),
}
"""Number of an article -> its clock time: one with a zone, one without."""
SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@dataclass(frozen=True)
class Account:
    """What readers hand over."""

    title: str | None
    articles: tuple[Article, ...]


def article(name: str, text: str, *, source: str = "", url: str | None = None) -> Article:
    """Every line a paragraph; lines of one or two words are noise."""
    lines = re.finditer(r"\S[^\n]*", text)
    blocks = [
        Block("", "paragraph", line.start(), line.end())
        if len(line.group().split()) > 2
        else Block("", "noise", line.start(), line.end(), "navigation")
        for line in lines
    ]
    return Article(name, source or f"{name}.txt", text, numbered(name, blocks), url=url, outlet=name.title())


def seeds() -> Account:
    """The five sample articles."""
    found = []
    for number, path in enumerate(sorted(SEEDS.glob("*.txt"))):
        read = article(f"outlet{number}", path.read_bytes().decode("utf-8"), source=path.name)
        found.append(
            replace(
                read,
                title=f"Headline {number}",
                byline="A. Writer" if number % 2 else None,
                published=date(2025, 12, 2 + number) if number < 4 else None,
                published_at=MOMENTS.get(number),
                remarks=("decoded as windows-1252",) if number == 3 else (),
            )
        )
    return Account("Talks in Moscow", tuple(found))


def two(first: str = "One line of the first text.", second: str = "One line of the second text.") -> Account:
    """An event of two short texts."""
    return Account("Two", (article("north", first), article("south", second)))


def as_read(library: Library, event: str) -> tuple[Article, ...]:
    """The newest text of every article of an event, as it was read."""
    return tuple(library.events.versions(event, one.id)[0][1] for one in library.events.sources(event))
