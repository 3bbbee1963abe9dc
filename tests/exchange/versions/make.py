"""Writes two bundles of one event, saved before and after an outlet changed its figure:
``python tests/exchange/versions/make.py``.

Run it once where what a bundle holds or a comparison finds is about to change, and keep the files: they show
later versions what this one wrote.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from newsdiff import read_event
from newsdiff.exchange.exports import export
from newsdiff.library import ReadingPosition, View, open_library
from newsdiff.library.anchors import target_on
from newsdiff.reports.build import FORMAT
from tests.exchange.test_changes import NORTH, SOUTH

FIGURES = {"morning": (12, 12), "evening": (12, 14)}
FOLDER = Path(__file__).parent


def write_bundles(folder: Path) -> None:
    """Both saved comparisons, with a note on a paragraph and one on a detail."""
    with open_library(folder / "data") as library:
        event = ""
        for name, figures in FIGURES.items():
            for outlet, text, figure in zip(("north", "south"), (NORTH, SOUTH), figures, strict=True):
                (folder / f"{outlet}.txt").write_text(text.format(figure), encoding="utf-8")
            reading = read_event([folder / "north.txt", folder / "south.txt"])
            if event:
                library.events.add_articles(event, reading.articles)
            else:
                event = library.events.add(reading).id
                south = library.events.articles(event)[1]
                start = south.text.index("12 people")
                library.notes.add(event, "Ask again", [target_on(south, start, start + 9, kind="detail")])
            place = ReadingPosition(row="r1", paragraph="north.p1", pane="north", detail="d1")
            view = View(base="north", place=place, options={"relations": "differs", "kinds": "number date"})
            saved = library.saved.add(event, name, view)
            file = FOLDER / f"{FORMAT.replace('/', '-')}-{name}.zip"
            file.write_bytes(export(library, saved, "bundle"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        write_bundles(Path(temporary))
