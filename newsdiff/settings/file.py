"""Reading ``config.toml``: valid entries apply, invalid ones are reported with their line."""

from __future__ import annotations

import os
import re
import shlex
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, ClassVar, Final, LiteralString

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from newsdiff.sanitize import one_line
from newsdiff.settings.library import LONGEST_NAME, without_secrets
from newsdiff.settings.model import (
    QUESTIONS,
    SECONDS_FOR_A_TRANSLATION,
    SECONDS_FOR_AN_OPINION,
    SERVED_APPS,
    Problem,
    SecondOpinion,
    Settings,
    Start,
    Translate,
    WantedKeys,
)

BYTES_READ: Final = 1_000_000
"""Bytes read; a longer file was not written by a person."""
_TABLE: Final = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?$")
_ENTRY: Final = re.compile(r"\s*([\w.\"'-]+)\s*=")
_PLAIN_WORDS: Final = {"string_type": "must be text in quotation marks", "bool_type": "must be true or false"}


def _flat(written: object) -> object:
    """``[keys.reader] down = "x"`` and ``"reader.down" = "x"`` say the same: one name for each."""
    if not isinstance(written, dict):
        return written
    flat: dict[str, object] = {}
    for name, value in written.items():
        inner = value if isinstance(value, dict) else None
        flat |= {f"{name}.{key}": keys for key, keys in inner.items()} if inner is not None else {name: value}
    return flat


def _joined(written: object) -> object:
    """A list of keys as the table of keys writes it."""
    if isinstance(written, list) and all(isinstance(one, str) for one in written):
        return ",".join("comma" if one == "," else one for one in written)
    return "comma" if written == "," else written


def _in_a_table(written: object) -> object:
    """``translate = "…"`` is a table with nothing but the command; an empty command says nothing."""
    table = {"command": written} if isinstance(written, str) else written
    return None if isinstance(table, dict) and table.get("command") == "" else table


def _as_list(written: object) -> object:
    """``home = "IE"`` is a list of one."""
    return ([written] if written else []) if isinstance(written, str) else written


class CommandTable(BaseModel):
    """A table that names a program of the reader's own."""

    model_config = ConfigDict(extra="forbid", strict=True)
    WANTED: ClassVar[LiteralString]
    """What the command must do, for who wrote none."""

    command: str
    name: Annotated[str, Field(max_length=60)] = ""

    @field_validator("command")
    @classmethod
    def _has_a_program(cls, written: str) -> str:
        try:
            arguments = shlex.split(written)
        except ValueError as error:
            raise PydanticCustomError("command", f"is not a command line ({error})".lower()) from error
        if not arguments or not arguments[0] or "\0" in written:
            raise PydanticCustomError("command", cls.WANTED)
        return written

    @property
    def arguments(self) -> tuple[str, ...]:
        """The program and its arguments."""
        first, *others = shlex.split(self.command)
        return (os.path.expanduser(first), *others)

    @property
    def shown_name(self) -> str:
        """The name; without one the program's own."""
        return one_line(self.name) or one_line(Path(shlex.split(self.command)[0]).name)[:60]


class TranslateTable(CommandTable):
    """``[translate]`` as it is written."""

    seconds: Annotated[float, Field(gt=0, le=3_600, strict=False)] = SECONDS_FOR_A_TRANSLATION

    WANTED = "must name a program that reads text and writes English"

    def as_setting(self) -> Translate:
        """The command as a setting."""
        return Translate(self.command, self.arguments, self.shown_name, self.seconds)


class SecondOpinionTable(CommandTable):
    """``[second_opinion]`` as it is written."""

    seconds: Annotated[float, Field(gt=0, le=3_600, strict=False)] = SECONDS_FOR_AN_OPINION
    questions: Annotated[int, Field(ge=1, le=1_000)] = QUESTIONS
    parallel: Annotated[int, Field(ge=1, le=16)] = 1
    template: str = ""

    WANTED = "must name a program that reads a question and writes an answer"

    def as_setting(self, folder: Path) -> SecondOpinion:
        """The command as a setting; `folder` is where a template without a folder lies."""
        return SecondOpinion(
            self.command,
            self.arguments,
            self.shown_name,
            self.seconds,
            self.questions,
            self.parallel,
            folder / os.path.expanduser(self.template) if self.template else None,
        )


class ServeTable(BaseModel):
    """``[serve]`` as it is written."""

    model_config = ConfigDict(extra="forbid", strict=True)

    apps: Annotated[int, Field(ge=1, le=1_000)] = SERVED_APPS


_TABLES: Final[Mapping[int | str, type[BaseModel]]] = {
    "translate": TranslateTable,
    "second_opinion": SecondOpinionTable,
    "serve": ServeTable,
}
_SETTINGS: Final = (
    "library, name, theme, start, mouse, fold, home, [translate], [second_opinion], [serve] and [keys]"
)


class File(BaseModel):
    """The file as it is written."""

    model_config = ConfigDict(extra="forbid", strict=True)

    library: str | None = None
    name: Annotated[str, Field(max_length=LONGEST_NAME)] | None = None
    theme: str | None = None
    start: Start = "where-left"
    mouse: bool = True
    fold: bool = False
    home: Annotated[list[Annotated[str, Field(min_length=1, max_length=100)]], BeforeValidator(_as_list)] = []
    translate: Annotated[TranslateTable | None, BeforeValidator(_in_a_table)] = None
    second_opinion: Annotated[SecondOpinionTable | None, BeforeValidator(_in_a_table)] = None
    serve: ServeTable = ServeTable()
    keys: Annotated[dict[str, Annotated[str, BeforeValidator(_joined)]], BeforeValidator(_flat)] = {}

    @field_validator("library")
    @classmethod
    def _has_no_password(cls, written: str | None) -> str | None:
        if written is not None and without_secrets(written) != written:
            raise PydanticCustomError("library", "must hold no password: put it into ~/.pgpass")
        return written


def settings_in(file: Path) -> Settings:
    """The settings that `file` holds; what is wrong in it keeps its default and becomes a problem."""
    try:
        with file.open("rb") as opened:
            text = opened.read(BYTES_READ).decode("utf-8-sig")
        written = tomllib.loads(text)
    except OSError as error:
        return Settings(file, problems=(Problem(None, f"cannot be read ({error.strerror or error})"),))
    except UnicodeDecodeError:
        return Settings(file, problems=(Problem(None, "is not UTF-8 text; the defaults apply"),))
    except (ValueError, RecursionError) as error:  # TOML's own error, or a number of thousands of digits
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else None
        return Settings(file, problems=(Problem(line, f"is not TOML: {error}; the defaults apply"),))

    lines, problems = lines_of(text), []
    read: File | None = None
    while read is None:
        try:
            read = File.model_validate(written)
        except ValidationError as error:
            for one in error.errors(include_url=False):
                place = ".".join(str(part) for part in one["loc"])
                problems.append(Problem(_line_at(lines, place), _said(place, one["type"], one["msg"])))
                before, written = written, _without(written, one["loc"])
                if written == before:  # nothing can be left out to mend it
                    written = {}
    keys = {id: WantedKeys(keys, _line_at(lines, f"keys.{id}")) for id, keys in read.keys.items()}
    translate = read.translate.as_setting() if read.translate else None
    return Settings(
        file,
        library=read.library or None,
        name=one_line(read.name or "") or None,
        theme=read.theme,
        theme_line=lines.get("theme"),
        start=read.start,
        mouse=read.mouse,
        fold=read.fold,
        home=tuple(read.home),
        keys=keys,
        translate=translate,
        second_opinion=read.second_opinion.as_setting(file.parent) if read.second_opinion else None,
        served_apps=read.serve.apps,
        problems=tuple(problems),
    )


def lines_of(text: str) -> dict[str, int]:
    """Dotted name of every entry and table of a TOML text -> its line, from 1; tomllib gives no lines."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _TABLE.match(line):
            table = _bare(header[1]) + "."
            lines.setdefault(table[:-1], number)
        elif entry := _ENTRY.match(line):
            lines.setdefault(table + _bare(entry[1]), number)
    return lines


def _bare(name: str) -> str:
    return re.sub(r"[\"'\s]", "", name)


def _line_at(lines: Mapping[str, int], place: str) -> int | None:
    """The line of an entry, else of the table it is in."""
    while place and place not in lines:
        place = place.rpartition(".")[0]
    return lines.get(place)


def _said(place: str, kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        table = place.rpartition(".")[0]
        known = ", ".join(_TABLES[table].model_fields) if table in _TABLES else _SETTINGS
        return f"“{place}” is not a setting; the settings {f'of [{table}] ' if table else ''}are {known}"
    return f"“{place}” {_PLAIN_WORDS.get(kind, message[:1].lower() + message[1:])}"


def _without(written: dict[str, Any], place: tuple[int | str, ...]) -> dict[str, Any]:
    """What is written without the faulty entry. A table without its command says nothing."""
    first, *rest = place
    inner = written.get(str(first))
    if first in _TABLES and isinstance(inner, dict) and rest and rest[0] in inner and rest[0] != "command":
        return {**written, str(first): {name: value for name, value in inner.items() if name != rest[0]}}
    if first != "keys" or not rest or not isinstance(inner, dict):
        return {name: value for name, value in written.items() if name != first}
    flat = _flat(inner)
    assert isinstance(flat, dict)
    return {**written, "keys": {name: value for name, value in flat.items() if name != rest[0]}}
