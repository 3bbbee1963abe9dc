"""Two applications on one library, each writing notes at the same time: is one lost, does one ever fail?

    python -m benchmarks.durability.two_apps [--notes 500]

Both are the real application in a pty, on the same event. They take turns: the keys of one are sent while
the other still saves, so that their transactions meet. At the end every note of both must be in the
library, none of the screens may have shown a trouble, and each must have come to see the other's notes.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.durability.kill import CTRL_S, EDITOR
from newsdiff.library import open_library
from newsdiff.library.maintenance import check_library
from newsdiff.readers import read_event
from tests.journeys.short_event import short_files
from tests.journeys.terminal import Terminal
from tests.patience import PATIENCE

TROUBLES = ("Not saved", "locked", "busy", "stopped because")


@dataclass(frozen=True)
class Outcome:
    """What the two have written and what became of it."""

    there: int
    lost: tuple[str, ...]
    troubles: tuple[str, ...]
    """Lines that a person would have seen of a failure, and what the library check says."""


def write_together(folder: Path, count: int) -> Outcome:
    """`count` notes by each of two applications on a new library in `folder`."""
    sources = short_files(folder / "short")
    with open_library(folder) as library:
        event = library.events.add(read_event(sources)).id
    troubles: list[str] = []
    with _opened("left", folder, sources) as left, _opened("right", folder, sources) as right:
        both = (("left", left), ("right", right))
        for name, terminal in both:
            _expect(terminal.read_until(time.monotonic() + PATIENCE, "row 1 of"), name, terminal)
        for number in range(count):
            for _, terminal in both:
                terminal.type("a")
            for name, terminal in both:
                _expect(terminal.read_until(time.monotonic() + PATIENCE, EDITOR), name, terminal)
                body = f"{name} {number}."
                terminal.type(body)
                _expect(terminal.read_until(time.monotonic() + PATIENCE, body), name, terminal)
            for _, terminal in both:
                terminal.type(CTRL_S)
            for name, terminal in both:
                closed = terminal.read_until(time.monotonic() + PATIENCE, gone=EDITOR)
                troubles += [
                    line for line in terminal.text.splitlines() if any(map(line.__contains__, TROUBLES))
                ]
                _expect(closed, name, terminal)
            if (number + 1) % 100 == 0:
                print(f"{number + 1} notes each", flush=True)
        for name, terminal in both:
            terminal.type("A")
            if not terminal.read_until(time.monotonic() + PATIENCE, f"{2 * count:,} notes"):
                troubles.append(f"{name} does not see all notes:\n{terminal.text}")
    with open_library(folder) as library:
        there = {note.body for note in library.notes.of(event)}
    written = [f"{name} {number}." for name in ("left", "right") for number in range(count)]
    lost = tuple(body for body in written if body not in there)
    return Outcome(len(there), lost, (*troubles, *check_library(folder).problems))


def _opened(name: str, folder: Path, sources: Sequence[Path]) -> Terminal:
    """The application of a person of this name."""
    config = folder / f"{name}.toml"
    config.write_text(f'name = "{name}"\n')
    arguments = ["--config", str(config), "--data-dir", str(folder), "open", *map(str, sources)]
    return Terminal(arguments, folder, columns=80, lines=24)


def _expect(done: bool, name: str, terminal: Terminal) -> None:
    if not done:
        raise AssertionError(f"the {name} application does not go on:\n{terminal.text}")


def main() -> int:
    """Print what became of the notes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notes", type=int, default=500, help="how many each writes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsdiff-two-") as folder:
        outcome = write_together(Path(folder), options.notes)
    for trouble in (*outcome.lost, *outcome.troubles):
        print(trouble)
    print(
        f"{outcome.there} of {2 * options.notes} notes there, {len(outcome.lost)} lost, "
        f"{len(outcome.troubles)} troubles shown"
    )
    return 1 if outcome.lost or outcome.troubles else 0


if __name__ == "__main__":
    raise SystemExit(main())
