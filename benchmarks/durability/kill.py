"""Is every note that the screen has confirmed still there after kill -9?

    python -m benchmarks.durability.kill [--runs 200] [--luck 5]

Each run starts the real application in a pty, on two short articles, and writes some notes to their end, then
one in which it is killed with SIGKILL at a random moment: while it is typed, while it is being saved, or
after. A note counts as confirmed once its editor has closed and the screen says so. Then the library is
checked and every confirmed note, of this run and of those before it, is looked for. Prints `kept N of N`;
the exit code is 1 when a note was lost or a check failed.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from newsdiff.library import open_library
from newsdiff.library.maintenance import check_library
from newsdiff.readers import read_event
from tests.journeys.short_event import short_files
from tests.journeys.terminal import Terminal
from tests.patience import PATIENCE

CTRL_S = "\x13"
EDITOR = "Note on"
"""What stands on the screen while a note is being written."""
SAVED = "Note saved."
"""What the screen says once a note is in the library."""
MOST_WHOLE = 2
"""Notes that are written to their end before the one that the kill falls into."""
LONGEST = 0.4
"""Seconds in which the kill falls, from that note's first key: a calm machine has saved it by then."""


@dataclass(frozen=True)
class Outcome:
    """What one run has shown."""

    there: int
    """Notes in the library."""

    confirmed: int
    """Notes the screen had confirmed, in this run and before."""
    lost: tuple[str, ...]
    problems: tuple[str, ...]

    @property
    def kept(self) -> bool:
        """Whether nothing was lost and the library is sound."""
        return not self.lost and not self.problems


class KillTest:
    """One library that the application is killed on again and again."""

    def __init__(self, folder: Path, luck: random.Random) -> None:
        self._folder = folder
        self._luck = luck
        self._sources = short_files(folder / "short")
        self._confirmed: list[str] = []
        with open_library(folder) as library:
            self._event = library.events.add(read_event(self._sources)).id

    def run(self, number: int) -> Outcome:
        """Write until it is killed, then look."""
        arguments = ["--data-dir", str(self._folder), "open", *map(str, self._sources)]
        with Terminal(arguments, self._folder, columns=80, lines=24) as terminal:
            terminal.wait_for("row 1 of")
            whole = self._luck.randint(0, MOST_WHOLE)
            for count in range(whole):
                if not self._write(terminal, f"run {number} note {count}.", PATIENCE):
                    raise AssertionError(f"the note is not saved:\n{terminal.text}")
            self._write(terminal, f"run {number} note {whole}.", self._luck.uniform(0, LONGEST))
            terminal.kill()
        with open_library(self._folder) as library:
            there = {note.body for note in library.notes.of(self._event)}
        lost = tuple(
            f"{body!r} is not among {sorted(there - set(self._confirmed))}"
            for body in self._confirmed
            if body not in there
        )
        return Outcome(len(there), len(self._confirmed), lost, tuple(check_library(self._folder).problems))

    def _write(self, terminal: Terminal, body: str, seconds: float) -> bool:
        """Write a note for so long; returns whether the screen called it saved, which confirms it."""
        deadline = time.monotonic() + seconds
        for keys, shown, gone in (("a", EDITOR, ""), (body, body, ""), (CTRL_S, SAVED, EDITOR)):
            terminal.type(keys)
            if not terminal.read_until(deadline, shown, gone=gone):
                return False
        self._confirmed.append(body)
        return True


def main() -> int:
    """Print how many runs kept everything."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--luck", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsdiff-kill-") as folder:
        test = KillTest(Path(folder), random.Random(options.luck))
        kept, confirmed = 0, 0
        for number in range(1, options.runs + 1):
            outcome = test.run(number)
            kept += outcome.kept
            confirmed = outcome.confirmed
            for trouble in (*outcome.lost, *outcome.problems):
                print(f"run {number}: {trouble}")
            if number % 20 == 0:
                print(f"{number} runs, {confirmed} notes confirmed", flush=True)
    print(f"kept {kept} of {options.runs} ({confirmed} confirmed notes looked for after every kill)")
    return 0 if kept == options.runs else 1


if __name__ == "__main__":
    raise SystemExit(main())
