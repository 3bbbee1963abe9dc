"""The translate command on one text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsdiff.environment import LANGUAGE
from newsdiff.reader_program import Program, run_program, text_of

GROWTH: Final = 8
SLACK: Final = 64_000
"""A translation may have this many times the bytes of the text and so many more; beyond, it is stopped."""


def translator(arguments: tuple[str, ...], name: str, seconds: float) -> Program:
    """The translate command, known as `name` ("translated by …"), with so many seconds for an article."""
    return Program(arguments, name, seconds, "translate", "an article")


def run(program: Program, text: str, language: str, *, until: float, stopped: Callable[[], bool]) -> str:
    """What the program writes for the text. `until` is on the clock of `time.monotonic`.

    Escape sequences and control characters are taken out. Raises ProgramError where the program is not
    there, fails, is late, prints nothing, too much, or no UTF-8; ProgramStoppedError when `stopped` says so.
    """
    data = text.encode("utf-8", "replace")
    printed = run_program(
        program,
        data,
        most=GROWTH * len(data) + SLACK,
        until=until,
        stopped=stopped,
        arguments=[one.replace("{language}", language) for one in program.arguments],
        environment={LANGUAGE: language},
    )
    return text_of(program, printed)
