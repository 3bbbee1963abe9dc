"""Writes the example library of the present schema: ``python tests/library/versions/make.py``.

Run it once when a migration is added, and keep the file: it shows later versions what this one wrote.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from newsdiff.library import View, open_library
from newsdiff.library.anchors import target_on
from newsdiff.library.maintenance import back_up
from newsdiff.library.sqlite.migrations import steps
from tests.library.library_accounts import two


def filled_example(folder: Path) -> None:
    """A little of everything."""
    with open_library(folder) as library:
        event = library.events.add(two())
        north = library.events.articles(event.id)[0]
        library.notes.add(event.id, "An older note", [target_on(north, 4, 15)], tags=["kept"])
        library.reading.link(event.id, "north.p1", "south.p1")
        library.reading.mark_read(event.id, ["north.p1"])
        library.saved.add(event.id, "Kept", View(base="south", options={"view": "matrix"}))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        filled_example(Path(folder))
        back_up(Path(__file__).with_name(f"v{len(steps())}.db"), Path(folder))
