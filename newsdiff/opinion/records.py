"""Answers in a file: kept while a program is asked, and played back without it.

The file is JSON Lines. The first line may name who answered; every other line holds the id of a question and
what was printed for it, or is itself an answer as a program prints it. So answers made elsewhere can be
played back, too.
"""

from __future__ import annotations

import codecs
import json
import threading
from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import Final, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from newsdiff.opinion.answer import Reason
from newsdiff.opinion.asking import Asked, Printed
from newsdiff.opinion.question import Question
from newsdiff.quick_dataclass import dataclass

FORMAT: Final = "newsdiff-answers/1"
MOST_BYTES: Final = 200_000_000
"""Of a file of answers."""
MOST_OF_A_LINE: Final = 200_000


class RecordError(Exception):
    """A file of answers cannot be used; the message is one line that names it and the remedy."""


class RecordHead(BaseModel):
    """The first line."""

    model_config = ConfigDict(extra="ignore", strict=True)

    format: str
    name: str


class RecordLine(BaseModel):
    """What was printed for a question, or why nothing was; or an answer itself."""

    model_config = ConfigDict(extra="ignore", strict=True)

    question: str
    printed: str | None = None
    reason: str | None = None
    says: str | None = None


@dataclass(frozen=True, slots=True)
class Replayed:
    """Plays answers back. A question that the file has no answer for has none."""

    name: str
    printed: dict[str, Printed]
    """Id of a question -> what was printed for it."""

    def ask(self, question: Question, stopped: Callable[[], bool]) -> Printed:
        """What the file has."""
        return self.printed.get(question.id, Printed(reason="no answer"))


@dataclass
class Recorded:
    """Asks somebody and remembers what was printed."""

    asked: Asked
    printed: dict[str, Printed] = field(default_factory=dict)
    """Id of a question -> what was printed for it."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def name(self) -> str:
        """What readers know it by."""
        return self.asked.name

    def ask(self, question: Question, stopped: Callable[[], bool]) -> Printed:
        """Ask."""
        printed = self.asked.ask(question, stopped)
        with self._lock:
            self.printed[question.id] = printed
        return printed

    def as_lines(self) -> bytes:
        """The file: the answers in the order of their questions' ids, whenever they came."""
        head = {"format": FORMAT, "name": self.name}
        lines = [head, *(_line(one, printed) for one, printed in sorted(self.printed.items()))]
        return "".join(json.dumps(one, ensure_ascii=True) + "\n" for one in lines).encode()


def _line(question: str, printed: Printed) -> dict[str, str]:
    if printed.reason is not None:
        return {"question": question, "reason": printed.reason}
    return {"question": question, "printed": printed.text}


def read_record(file: Path) -> Replayed:
    """The answers in a file. Raises RecordError."""
    name, printed = file.stem, {}
    try:
        if file.stat().st_size > MOST_BYTES:
            raise RecordError(f"{file}: is larger than {MOST_BYTES:,} bytes; name a file of answers")
        lines = file.read_bytes().removeprefix(codecs.BOM_UTF8).split(b"\n")
    except OSError as error:
        reason = error.strerror or error
        raise RecordError(f"{file}: cannot be read ({reason}); name a file of answers") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if number == 1 and (head := _head_in(line)) is not None:
            name = head
            continue
        question, found = _answer_in(file, number, line)
        printed[question] = found
    return Replayed(name, printed)


def _head_in(line: bytes) -> str | None:
    try:
        head = RecordHead.model_validate_json(line)
    except ValidationError:
        return None
    return " ".join(head.name.split())[:60] or None if head.format == FORMAT else None


def _answer_in(file: Path, number: int, line: bytes) -> tuple[str, Printed]:
    wrong = (
        f"{file}, line {number}: is not an answer; each line holds the id of a question and what was printed"
    )
    if len(line) > MOST_OF_A_LINE:
        raise RecordError(wrong)
    try:
        one = RecordLine.model_validate_json(line)
    except ValidationError as error:
        raise RecordError(wrong) from error
    if one.printed is not None:
        return one.question, Printed(one.printed)
    if one.says is not None:
        return one.question, Printed(line.decode("utf-8"))
    reason = next((known for known in get_args(Reason) if known == one.reason), None)
    if reason is None:
        raise RecordError(wrong)
    return one.question, Printed(reason=reason)
