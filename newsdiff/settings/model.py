"""The settings as types, with their defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Final, Literal, TypeAlias

from newsdiff.quick_dataclass import dataclass

SECONDS_FOR_A_TRANSLATION: Final = 120.0
SECONDS_FOR_AN_OPINION: Final = 60.0
QUESTIONS: Final = 40
SERVED_APPS: Final = 8
Start: TypeAlias = Literal["where-left", "library"]


@dataclass(frozen=True, slots=True)
class WantedKeys:
    """The keys a reader wants for one action."""

    keys: str
    """Textual's names of keys or characters, separated by commas, as in the table of keys."""
    line: int | None = None
    """Line of the file, from 1; None where it was not found."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An invalid entry of the file; its setting keeps the default."""

    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Translate:
    """The command that translates articles into English."""

    command: str
    """As it was written."""
    arguments: tuple[str, ...]
    """The program and its arguments; no shell reads them."""
    name: str
    """The name shown as translator."""
    seconds: float = SECONDS_FOR_A_TRANSLATION
    """The longest that one article may take."""


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """The program that is asked for a second opinion."""

    command: str
    """As it was written."""
    arguments: tuple[str, ...]
    """The program and its arguments; no shell reads them."""
    name: str
    """The name shown: "NAME says: differs"."""
    seconds: float = SECONDS_FOR_AN_OPINION
    """The longest that one question may take."""
    questions: int = QUESTIONS
    """How many places of an event are asked about, at most."""
    parallel: int = 1
    """How many questions are asked at once."""
    template: Path | None = None
    """A file with instructions of the reader's; None for newsdiff's own."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings, with what is wrong in the file they came from."""

    file: Path
    library: str | None = None
    """The address of a library on a server; None for the file in the data folder."""
    name: str | None = None
    """Whose notes and verdicts are written; None for the user of the server or of this computer."""
    theme: str | None = None
    """None for the theme that was chosen last in the app."""
    theme_line: int | None = None
    start: Start = "where-left"
    """``where-left`` goes back into the reader when newsdiff was left there; ``library`` never does."""
    mouse: bool = True
    fold: bool = False
    """Whether an event opens with runs of unmatched paragraphs folded."""
    keys: Mapping[str, WantedKeys] = field(default_factory=dict)
    """Id of a key binding -> its keys."""
    home: tuple[str, ...] = ()
    """Countries and outlets that the reader calls home, as written; see `newsdiff.world.home`."""
    translate: Translate | None = None
    """None where articles in other languages are read as they are."""
    second_opinion: SecondOpinion | None = None
    """None where no program is named."""
    served_apps: int = SERVED_APPS
    """How many apps ``newsdiff serve`` runs at once."""
    problems: tuple[Problem, ...] = ()

    def describe(self, problem: Problem) -> str:
        """``config.toml, line 4: …``: a problem on one line, with the file it is in."""
        place = f"{self.file}, line {problem.line}" if problem.line else str(self.file)
        return f"{place}: {problem.message}"
