"""Writes example libraries of the present version: ``python tests/library/versions/make.py``.

Run it once when a migration is added, and where the format of reports is about to change; keep the files:
they show later versions what this one wrote.
"""

from __future__ import annotations

import lzma
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from newsdiff import compare, read_event
from newsdiff.library import Overview, ReadingPosition, VerdictTarget, View, open_library
from newsdiff.library.anchors import target_on
from newsdiff.library.maintenance import back_up
from newsdiff.library.sqlite.migrating import newest
from newsdiff.reports.build import FORMAT
from tests.library.library_accounts import two

SEEDS = Path(__file__).parents[3] / "seeds"


def filled_example(folder: Path) -> None:
    """A little of everything."""
    with open_library(folder) as library:
        event = library.events.add(two())
        north = library.events.articles(event.id)[0]
        library.notes.add(event.id, "An older note", [target_on(north, 4, 15)], tags=["kept"])
        library.reading.link(event.id, "north.p1", "south.p1")
        library.reading.mark_read(event.id, ["north.p1"])
        library.saved.add(event.id, "Kept", View(base="south", options={"view": "matrix"}))
        south = library.events.articles(event.id)[1]
        targets = [VerdictTarget(target_on(north, 4, 15)), VerdictTarget(target_on(south, 4, 15), 1)]
        library.verdicts.add(event.id, "confirmed", targets, label="An older verdict")
        library.opinions.keep("0" * 64, '["Rules"]', '{"says": "same"}')


def read_sample(folder: Path) -> None:
    """The sample event as somebody left it: two notes, one on a difference, and a saved comparison."""
    with open_library(folder) as library:
        event = library.events.add(read_event([SEEDS]))
        articles = library.events.articles(event.id)
        detail = next(one for one in compare(articles).details if one.relation == "differs")
        text = {article.id: article for article in articles}
        targets = [
            target_on(text[one.article], one.start, one.end, kind="detail", reference=detail.label)
            for one in detail.mentions[:2]
        ]
        library.notes.add(event.id, "Which of the two?", targets, state="question")
        first, second = articles[0].paragraphs[0], articles[1].paragraphs[0]
        library.notes.add(event.id, "A good opening", [target_on(articles[0], first.start, first.end)])
        library.reading.link(event.id, first.id, second.id)
        place = ReadingPosition("r2", second.id, articles[1].id, detail.id)
        view = View(base=articles[1].id, level="all", place=place, options={"kinds": "number date"})
        library.saved.add(event.id, "Before lunch", view)
        library.events.keep_overview(event.id, Overview(99, ("≠ made by another engine",)))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        filled_example(Path(folder))
        back_up(Path(__file__).with_name(f"v{newest()}.db"), Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        read_sample(Path(folder) / "data")
        back_up(Path(folder) / "copy.db", Path(folder) / "data")
        packed = Path(__file__).with_name(f"sample-{FORMAT.replace('/', '-')}.db.xz")
        packed.write_bytes(lzma.compress((Path(folder) / "copy.db").read_bytes(), preset=9))
