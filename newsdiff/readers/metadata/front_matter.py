"""Front matter of a Markdown file: between ``---`` (``key: value``) or ``+++`` (TOML) at its top."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date, datetime

from newsdiff.patterns import lazy_pattern
from newsdiff.quick_dataclass import dataclass
from newsdiff.readers.metadata.language import agreed
from newsdiff.readers.metadata.publication_time import published
from newsdiff.readers.parsed_page import ArticleMetadata

LONGEST = 20_000
"""Code points within which the closing line must come; else the opening line is a rule in the text."""

_FENCED = lazy_pattern(r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_KEY = lazy_pattern(r"^(?P<key>[A-Za-z][\w -]{0,40}?)\s*:\s*(?P<value>.*)$")
_KEYS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "publication", "source", "site", "site_name", "sitename", "website"),
    "byline": ("byline", "author", "authors", "by"),
    "published": ("date", "published", "pubdate", "publish_date", "published_at", "date_published"),
    "url": ("url", "link", "canonical", "source_url", "permalink"),
    "language": ("language", "lang", "locale"),
    "country": ("country",),
}
"""Our name -> the keys that Markdown files use."""


@dataclass(frozen=True)
class FrontMatter:
    """Where the front matter ends in the text (0 without one) and what it says, by our names."""

    end: int = 0
    said: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str | None:
        """The title it gives."""
        return dict(self.said).get("title")

    def over(self, metadata: ArticleMetadata) -> ArticleMetadata:
        """The page's metadata, overridden by the front matter."""
        said: dict[str, str] = dict(self.said)
        published_time = published(said.pop("published", ""))
        declared = said.pop("language", "")
        metadata = replace(metadata, **said)  # type: ignore[arg-type]
        metadata = (
            replace(metadata, published=published_time.day, published_at=published_time.at)
            if published_time.day
            else metadata
        )
        return replace(metadata, language=agreed(declared, metadata.language))


def front_matter(text: str) -> FrontMatter:
    """The front matter of a Markdown text; an empty one when it has none."""
    opening = _FENCED.match(text)
    if opening is None:
        return FrontMatter()
    fence = re.escape(opening["fence"])
    closing = re.compile(rf"^{fence}[ \t]*$", re.MULTILINE).search(
        text[:LONGEST].replace("\r", "\n"), opening.end()
    )
    if closing is None:
        return FrontMatter()
    inside = text[opening.end() : closing.start()]
    values = _toml(inside) if opening["fence"] == "+++" else _key_values(inside)
    said = tuple(
        (ours, value)
        for ours, theirs in _KEYS.items()
        if (value := next((values[key] for key in theirs if values.get(key)), None))
    )
    return FrontMatter(closing.end(), said)


def _key_values(inside: str) -> dict[str, str]:
    """Plain ``key: value`` lines; nested values and lists are of no interest here."""
    values: dict[str, str] = {}
    for line in inside.splitlines():
        if match := _KEY.match(line):
            values.setdefault(match["key"].strip().lower(), match["value"].strip().strip("\"'[]").strip())
    return values


def _toml(inside: str) -> dict[str, str]:
    try:
        raw = tomllib.loads(inside.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    plain = (str, date, datetime)
    return {key.lower(): str(value).strip() for key, value in raw.items() if isinstance(value, plain)}
