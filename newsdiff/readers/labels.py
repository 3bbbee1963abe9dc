"""event.toml: what somebody knows about an event's articles that their texts do not say."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from newsdiff.readers.reading import About

FILE_NAME = "event.toml"

LARGEST = 1_000_000
"""Bytes; a larger one is no list of labels."""


def _day(value: object) -> object:
    """A TOML date or date-time, or text in the form 2025-12-03 or 2025-12-03T05:19+01:00; everything else is
    left for pydantic to refuse."""
    if not isinstance(value, str):
        return value
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        return datetime.datetime.fromisoformat(value)


class Label(BaseModel):
    """What is known about one article. Everything is optional."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    outlet: str | None = Field(None, min_length=1, max_length=200)
    title: str | None = Field(None, min_length=1, max_length=500)
    byline: str | None = Field(None, min_length=1, max_length=500)
    country: str | None = Field(None, min_length=1, max_length=100)
    language: str | None = Field(None, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$")
    date: Annotated[datetime.datetime | datetime.date | None, BeforeValidator(_day)] = None
    """With a clock time where that is known."""
    url: str | None = Field(None, min_length=1, max_length=2_000)

    def over(self, about: About) -> About:
        """What the page says, with what this label says put over it."""
        known = {
            "outlet": self.outlet,
            "title": self.title,
            "byline": self.byline,
            "country": self.country,
            "language": self.language,
            "url": self.url,
        }
        about = replace(about, **{key: value for key, value in known.items() if value is not None})  # type: ignore[arg-type]
        if self.date is None:
            return about
        if isinstance(self.date, datetime.datetime):
            return replace(about, published=self.date.date(), published_at=self.date)
        return replace(
            about,
            published=self.date,
            published_at=about.published_at if about.published == self.date else None,
        )


class EventFile(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    title: str | None = Field(None, min_length=1, max_length=500)
    articles: dict[str, Label] = Field(default_factory=dict)


@dataclass(frozen=True)
class Labels:
    """An event.toml as far as it could be used, and one line for each thing in it that could not."""

    title: str | None = None
    articles: dict[str, Label] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def read_labels(folder: Path) -> Labels:
    """The labels in a folder; empty when it has no event.toml. Never raises."""
    path = folder / FILE_NAME
    if not path.is_file():
        return Labels()
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            return Labels(problems=(f"{FILE_NAME}: is larger than 1 MB: it was left out",))
        raw = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except (OSError, ValueError, RecursionError) as error:  # no UTF-8, no TOML, an endless number
        reason = " ".join(str(error).split())
        return Labels(problems=(f"{FILE_NAME}: cannot be read ({reason}): mend it or take it away",))
    return _checked(raw)


def _checked(raw: dict[str, object]) -> Labels:
    """What is right in the file; what is wrong is left out and named, key by key."""
    problems: list[str] = []
    while True:
        try:
            event = EventFile.model_validate(raw)
        except ValidationError as error:
            for details in error.errors():
                problems.append(_one_line(details))
                _drop(raw, details["loc"])
        else:
            return Labels(event.title, event.articles, tuple(dict.fromkeys(problems)))


def _one_line(details: ErrorDetails) -> str:
    *above, key = [str(part) for part in details["loc"]] or ["?"]
    place = f" for {above[-1]}" if len(above) > 1 or (above and above[0] == "articles") else ""
    place = place if above != ["articles"] else ""
    trouble = "is not a key known here" if details["type"] == "extra_forbidden" else details["msg"].lower()
    remedy = "known are " + ", ".join(
        Label.model_fields if above[:1] == ["articles"] and len(above) > 1 else EventFile.model_fields
    )
    if details["type"] != "extra_forbidden":
        remedy = "a date is written 2025-12-03" if key == "date" else "mend it; it was left out"
    return f'{FILE_NAME}: "{key}"{place} {" ".join(trouble.split())}: {remedy}'


def _drop(raw: dict[str, object], loc: tuple[int | str, ...]) -> None:
    place: object = raw
    for part in loc[:-1]:
        place = place.get(str(part)) if isinstance(place, dict) else None
    if isinstance(place, dict) and loc:
        place.pop(loc[-1], None)
