"""event.toml: metadata of an event and its articles that the texts do not give."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import field, fields, replace
from pathlib import Path
from typing import Any, Final

from newsdiff.calendar.bounds import OUT_OF_BOUNDS, is_within_bounds
from newsdiff.quick_dataclass import dataclass
from newsdiff.readers.parsed_page import ArticleMetadata

FILE_NAME = "event.toml"

LARGEST = 1_000_000
"""Bytes; a larger one was not written by a person."""

LONGEST: Final = {"outlet": 200, "title": 500, "byline": 500, "country": 100, "url": 2_000}
"""Key -> code points that its text may have."""
_LANGUAGE: Final = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}"


class _UnfitError(Exception):
    """What is wrong with a value, in words."""


@dataclass(frozen=True)
class ArticleEntry:
    """What is known about one article. Everything is optional."""

    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    country: str | None = None
    language: str | None = None
    date: datetime.datetime | datetime.date | None = None
    """With a clock time where that is known."""
    url: str | None = None

    def under(self, other: ArticleEntry) -> ArticleEntry:
        """This entry, overridden by what another one says."""
        said = {one.name: getattr(other, one.name) for one in fields(other)}
        return replace(self, **{key: value for key, value in said.items() if value is not None})

    def over(self, metadata: ArticleMetadata) -> ArticleMetadata:
        """What the page says, overridden by this entry."""
        known = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "date"}
        metadata = replace(metadata, **{key: value for key, value in known.items() if value is not None})
        if self.date is None:
            return metadata
        if isinstance(self.date, datetime.datetime):
            return replace(metadata, published=self.date.date(), published_at=self.date)
        return replace(
            metadata,
            published=self.date,
            published_at=metadata.published_at if metadata.published == self.date else None,
        )


@dataclass(frozen=True)
class EventFile:
    """The valid content of an event.toml, and one line for each problem."""

    title: str | None = None
    articles: dict[str, ArticleEntry] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def read_event_file(folder: Path) -> EventFile:
    """The event.toml of a folder; empty when there is none. Never raises."""
    path = folder / FILE_NAME
    if not path.is_file():
        return EventFile()
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            return EventFile(problems=(f"{FILE_NAME}: is larger than 1 MB: it was left out",))
        import tomllib  # most folders hold no such file

        raw = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except (OSError, ValueError, RecursionError) as error:  # no UTF-8, no TOML, an endless number
        reason = " ".join(str(error).split())
        return EventFile(problems=(f"{FILE_NAME}: cannot be read ({reason}): correct it or remove it",))
    return _checked(raw)


def _checked(raw: Mapping[str, object]) -> EventFile:
    """The valid entries; invalid ones are left out and reported, key by key.

    Checked by hand: every command that reads a folder would wait for pydantic's import.
    """
    problems: list[str] = []
    articles = raw.get("articles", {})
    if not isinstance(articles, dict):
        problems.append(_unfit("articles", "", "should be a table"))
        articles = {}
    entries: dict[str, ArticleEntry] = {}
    for name, table in articles.items():
        if isinstance(table, dict):
            entries[name] = ArticleEntry(**_known(table, ENTRY_KEYS, f" for {name}", problems))
        else:
            problems.append(_unfit(name, "", "should be a table"))
    others = {key: value for key, value in raw.items() if key != "articles"}
    event = _known(others, ("title", "articles"), "", problems)
    return EventFile(event.get("title"), entries, tuple(dict.fromkeys(problems)))


ENTRY_KEYS: Final = tuple(one.name for one in fields(ArticleEntry))


def _known(
    table: Mapping[str, object], known: tuple[str, ...], place: str, problems: list[str]
) -> dict[str, Any]:
    """The keys of a table that are known and whose values fit."""
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            problems.append(
                f'{FILE_NAME}: "{key}"{place} is not a key known here: known are {", ".join(known)}'
            )
            continue
        try:
            found[key] = _day(value) if key == "date" else _text(key, value)
        except _UnfitError as wrong:
            problems.append(_unfit(key, place, str(wrong)))
    return found


def _unfit(key: str, place: str, trouble: str) -> str:
    remedy = "a date is written 2025-12-03" if key == "date" else "correct it; it was left out"
    return f'{FILE_NAME}: "{key}"{place} {trouble}: {remedy}'


def _text(key: str, value: object) -> str:
    """The text of a key, checked."""
    if not isinstance(value, str):
        raise _UnfitError("input should be a valid string")
    if key == "language":
        if not re.fullmatch(_LANGUAGE, value):
            raise _UnfitError('should be a code such as "en" or "pt-BR"')
    elif not value:
        raise _UnfitError("should have at least 1 character")
    elif len(value) > LONGEST[key]:
        raise _UnfitError(f"should have at most {LONGEST[key]} characters")
    return value


def _day(value: object) -> datetime.date | datetime.datetime:
    """A TOML date or date-time, or text in the form 2025-12-03 or 2025-12-03T05:19+01:00."""
    if isinstance(value, datetime.date):  # a date-time is one too
        return _bounded(value)
    if not isinstance(value, str):
        raise _UnfitError("should be a date")
    for read in (datetime.date.fromisoformat, datetime.datetime.fromisoformat):
        try:
            return _bounded(read(value))
        except ValueError:
            continue
    raise _UnfitError("is not a date")


def _bounded(value: datetime.date) -> datetime.date:
    if not is_within_bounds(value):
        raise _UnfitError(OUT_OF_BOUNDS)
    return value
