"""``outlets.tsv`` in the folder of the settings: rows of the reader's own, which win over the table.

Columns, separated by tabs: domain, outlet, country, language, region, feed. The first two are enough; the
first line may name the columns, in any order. What is left empty stays as the table has it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from newsdiff.outlets.countries import country_called
from newsdiff.quick_dataclass import dataclass
from newsdiff.sanitize import one_line
from newsdiff.settings.library import config_file

FILE_NAME: Final = "outlets.tsv"
COLUMNS: Final = ("domain", "outlet", "country", "language", "region", "feed")
LARGEST: Final = 5_000_000
"""Bytes; a larger one is no list of outlets."""
LONGEST: Final = 300
"""Code points of a value."""
_KEY: Final = re.compile(r"[^\s/:?#@]+(?::\d{1,5})?(?:/[^\s/?#]+)*")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row as the reader wrote it; empty where they left it open."""

    name: str
    country: str
    """Code of the country."""
    language: str
    feed: str


@dataclass(frozen=True, slots=True)
class OwnFile:
    """The rows by key, and what is wrong with the others."""

    rows: Mapping[str, OwnRow]
    problems: tuple[str, ...]


class _UnfitError(Exception):
    """What is wrong with a row."""


def own_file() -> Path:
    """Where the file is looked for."""
    return config_file().with_name(FILE_NAME)


def read_own_file(file: Path) -> OwnFile:
    """The rows that fit; one line for each that does not. Never raises."""
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        return OwnFile({}, (f"{file}: cannot be read ({error.strerror or error}): check its permissions",))
    if len(data) > LARGEST:
        return OwnFile({}, (f"{file}: is larger than 5 MB: it was left out",))
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return OwnFile({}, (f"{file}: is not UTF-8 text: save it as UTF-8",))
    columns: tuple[str, ...] = COLUMNS
    rows: dict[str, OwnRow] = {}
    problems = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        values = [value.strip() for value in line.split("\t")]
        if not rows and values[0].lower() == "domain":
            columns = tuple(value.lower() for value in values)
            continue
        try:
            key, row = _row(dict(zip(columns, values, strict=False)))
        except _UnfitError as wrong:
            problems.append(f"{file}, line {number}: {one_line(str(wrong))}; the line was left out")
        else:
            rows[key] = row
    return OwnFile(rows, tuple(problems))


def _row(values: Mapping[str, str]) -> tuple[str, OwnRow]:
    """Key and row. Raises _UnfitError."""
    if any(len(value) > LONGEST for value in values.values()):
        raise _UnfitError(f"a value has more than {LONGEST} characters")
    key = re.sub(r"(?i)^https?://", "", values.get("domain", "")).rstrip("/")
    host, _, path = key.partition("/")
    key = "/".join(part for part in (host.lower().removeprefix("www."), path) if part)
    if not _KEY.fullmatch(key):
        raise _UnfitError("the first column must be a domain, such as example.org or example.org/en")
    called, language, feed = (values.get(name, "") for name in ("country", "language", "feed"))
    country = country_called(called) if called else None
    if called and country is None:
        raise _UnfitError(f"“{called}” is not a country: write its code, such as IE, or its English name")
    if language and not _LANGUAGE.fullmatch(language):
        raise _UnfitError(f"“{language}” is not a language: write a code, such as en or pt-BR")
    if feed and not re.match(r"(?i)https?://\S+$", feed):
        raise _UnfitError(f"“{feed}” is not the address of a feed")
    name = values.get("outlet", "")
    if not (name or country or language or feed):
        raise _UnfitError("says nothing about the domain: separate the columns with tabs")
    return key, OwnRow(name, country.code if country else "", language, feed)
