"""A simulated world put straight into a library, without a server: for pictures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from benchmarks.simulated_world.sites import sites
from benchmarks.simulated_world.stories import SimulatedArticle, World, world
from newsdiff.library import Library
from newsdiff.model import Article, Block, numbered
from newsdiff.outlets.countries import countries
from newsdiff.readers.metadata.outlets import short_name

AT_ONCE = 60


def fill(library: Library, *, seed: int = 1, days: int = 3, a_day: int = 250) -> None:
    """Put some days into a library, the last of them yesterday."""
    midnight = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    made = world(seed, sites(seed), midnight - timedelta(days=days), days=days, a_day=a_day)
    found = [article_of(made, one) for one in made.articles if one.site.state == "alive"]
    for start in range(0, len(found), AT_ONCE):
        library.events.place(found[start : start + AT_ONCE])
    later = [one for one in made.articles if one.site.state == "alive" and len(one.versions) > 1]
    library.events.place([article_of(made, one, version=-1) for one in later])


def article_of(made: World, one: SimulatedArticle, version: int = 0) -> Article:
    """An article of the simulated world as its page would be read, in one of its versions."""
    text, when = one.versions[version], made.at(one.hour)
    parts = [text.title, *text.paragraphs]
    blocks, at = [], 0
    for number, part in enumerate(parts):
        blocks.append(Block("", "paragraph" if number else "title", at, at + len(part)))
        at += len(part) + 2
    name, address = short_name(one.site.name), f"http://{one.site.host}{one.path}"
    return Article(
        name,
        address,
        "\n\n".join(parts),
        numbered(name, blocks),
        title=text.title,
        outlet=one.site.name,
        country=countries()[one.site.country].name,
        published=when.date(),
        published_at=when,
        url=address,
    )
