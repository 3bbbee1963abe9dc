"""event.toml: what somebody knows about an event's articles that their texts do not say."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from newsdiff.publication import OUT_OF_BOUNDS, is_within_bounds
from newsdiff.readers.reading import About

FILE_NAME = "event.toml"

LARGEST = 1_000_000
"""Bytes; a larger one is no list of labels."""


def _day(value: object) -> object:
    """A TOML date or date-time, or text in the form 2025-12-03 or 2025-12-03T05:19+01:00; everything else is
    left for pydantic to refuse."""
    if isinstance(value, str):
        value = _in_iso_form(value)
    if isinstance(value, datetime.date) and not is_within_bounds(value):
        raise ValueError(OUT_OF_BOUNDS)
    return value


def _in_iso_form(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return datetime.datetime.fromisoformat(text)


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
    problems: dict[tuple[str, ...], str] = {}
    while True:
        try:
            event = EventFile.model_validate(raw)
        except ValidationError as error:
            wrong = {_entry(raw, one["loc"]): one for one in reversed(error.errors(include_input=False))}
            if not all(wrong):  # it is not about any entry: nothing can be left out to mend it
                return Labels(problems=(f"{FILE_NAME}: {_words(error)}: it was left out",))
            for place, details in sorted(wrong.items(), key=lambda one: one[0]):
                problems.setdefault(place, _one_line(place, details))
                _drop(raw, place)
        else:
            return Labels(event.title, event.articles, tuple(problems.values()))


def _entry(raw: object, location: tuple[int | str, ...]) -> tuple[str, ...]:
    """The entry of the file that pydantic speaks of. What it adds behind it names a form that the value might
    have had."""
    place: list[str] = []
    for part in location:
        if not isinstance(raw, dict) or part not in raw:
            break
        place.append(str(part))
        raw = raw[part]
    return tuple(place)


def _words(error: ValidationError) -> str:
    return " ".join(str(error.errors(include_input=False)[0]["msg"]).lower().split())


def _one_line(place_in_file: tuple[str, ...], details: ErrorDetails) -> str:
    *above, key = place_in_file
    place = f" for {above[-1]}" if len(above) > 1 or (above and above[0] == "articles") else ""
    place = place if above != ["articles"] else ""
    trouble = "is not a key known here" if details["type"] == "extra_forbidden" else details["msg"].lower()
    remedy = "known are " + ", ".join(
        Label.model_fields if above[:1] == ["articles"] and len(above) > 1 else EventFile.model_fields
    )
    if details["type"] != "extra_forbidden":
        remedy = "a date is written 2025-12-03" if key == "date" else "mend it; it was left out"
    return f'{FILE_NAME}: "{key}"{place} {" ".join(trouble.split())}: {remedy}'


def _drop(raw: dict[str, object], place: tuple[str, ...]) -> None:
    inside: object = raw
    for part in place[:-1]:
        inside = inside.get(part) if isinstance(inside, dict) else None
    if isinstance(inside, dict):
        inside.pop(place[-1], None)
