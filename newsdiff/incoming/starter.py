"""Feeds to begin with: those of the outlets of some countries."""

from __future__ import annotations

from collections.abc import Collection

from newsdiff.incoming.feeds import Listed
from newsdiff.outlets import country_of, outlet_table
from newsdiff.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class StarterFeeds:
    """The known feeds of one country's outlets."""

    country: str
    """Its code."""
    feeds: tuple[Listed, ...]
    without: int
    """Outlets of the country in the table of which no feed is known."""

    def as_text(self) -> str:
        """``Ireland: 14 feeds; none known for 5 outlets``."""
        country = country_of(self.country)
        name = country.name if country else self.country
        counted = f"{len(self.feeds):,} feed{'' if len(self.feeds) == 1 else 's'}"
        if not self.without:
            return f"{name}: {counted}"
        return f"{name}: {counted}; none known for {self.without:,} outlet{'' if self.without == 1 else 's'}"


def starter_feeds(country: str, languages: Collection[str] = ()) -> StarterFeeds:
    """The feeds of the outlets that sit in a country (its code), each once, by name of the outlet; only of
    editions in these languages (ISO 639-1) where some are given."""
    rows = [
        one
        for one in outlet_table().in_country(country)
        if not languages or one.language.split("-")[0].lower() in languages
    ]
    feeds: dict[str, Listed] = {}
    for one in rows:
        if one.feed:
            feeds.setdefault(one.feed, Listed(one.feed, one.name or one.key))
    with_feed = {one.name for one in rows if one.feed}
    return StarterFeeds(country, tuple(feeds.values()), len({one.name for one in rows} - with_feed))
