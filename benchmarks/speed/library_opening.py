"""How long the library screen takes to be up: a large library beside the sample library, in one run.

    python benchmarks/speed/library_opening.py [FOLDER]

FOLDER keeps the large library (1,000 events, 5,000 articles, 10,000 notes, 200 saved comparisons) for the
next time. Every start is a process of its own, from Python's start until the events stand on the screen at
120x40; the two libraries take turns, and the median of the starts is told, in CPU and in wall seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdiff.model import Article

PROJECT = Path(__file__).parents[2]
EVENTS, ARTICLES_EACH, NOTES_EACH, SAVED = 1_000, 5, 10, 200
STARTS = 7
ALLOWED = 1.5


def main() -> int:
    """Print the table; 1 when the large library takes more than `ALLOWED` times as long."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--start", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.start:
        print(json.dumps(asyncio.run(started(options.start))))
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        large = options.folder or Path(temporary) / "large"
        if not (large / "library.db").exists():
            fill(large)
        folders = {"the sample": Path(temporary) / "sample", "1,000 events": large}
        for folder in folders.values():
            start(folder)  # the first launch puts the sample there and counts the sample's differences
        runs: dict[str, list[dict[str, float]]] = {name: [] for name in folders}
        for _ in range(STARTS):
            for name, folder in folders.items():
                runs[name].append(start(folder))
    return report(runs)


def report(runs: dict[str, list[dict[str, float]]]) -> int:
    """Print the table."""
    middle = {
        name: {key: statistics.median(run[key] for run in some) for key in some[0]}
        for name, some in runs.items()
    }
    print("| library | events | CPU s | wall s |\n|---|---:|---:|---:|")
    for name, figures in middle.items():
        print(f"| {name} | {figures['events']:,.0f} | {figures['cpu']:.3f} | {figures['wall']:.3f} |")
    sample, large = middle.values()
    ratios = {key: large[key] / sample[key] for key in ("cpu", "wall")}
    print(f"| ratio (at most {ALLOWED}) | | {ratios['cpu']:.2f} | {ratios['wall']:.2f} |")
    return int(ratios["cpu"] > ALLOWED)


def start(folder: Path) -> dict[str, float]:
    """One start in a fresh process."""
    before = time.perf_counter()
    command = [sys.executable, __file__, "--start", str(folder)]
    result = subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT)
    figures: dict[str, float] = json.loads(result.stdout.splitlines()[-1])
    return {**figures, "whole": time.perf_counter() - before}


async def started(folder: Path) -> dict[str, float]:
    """Start the app on the library, without a terminal, and wait until its events are listed."""
    wall = time.perf_counter()
    from newsdiff.library import open_library
    from tui.app import NewsdiffApp
    from tui.library.screen import LibraryScreen

    with open_library(folder) as library:
        app = NewsdiffApp(library)
        async with app.run_test(size=(120, 40)) as pilot:
            screen = app.screen
            assert isinstance(screen, LibraryScreen)
            while not screen.events_list.option_count:
                await asyncio.sleep(0.001)
            await pilot.pause()
            figures = {
                "cpu": time.process_time(),
                "wall": time.perf_counter() - wall,
                "events": float(len(library.events.all())),
            }
            while any(not worker.is_finished for worker in app.workers):
                await pilot.pause(0.02)
    return figures


@dataclass(frozen=True)
class Account:
    """An event as readers hand it over."""

    title: str
    articles: tuple[Article, ...]


def fill(folder: Path) -> None:
    """Make the large library out of the sample's articles, each with words of its own."""
    from newsdiff import read_event
    from newsdiff.library import Overview, ReadingPosition, View, ensure_sample, open_library
    from newsdiff.library.anchors import target_on
    from newsdiff.library.tables.library import Library

    read = read_event([PROJECT / "seeds"]).articles
    with open_library(folder) as library:
        assert isinstance(library, Library)
        ensure_sample(library)
        with library._store.writing():  # one transaction: here nobody waits for each note to be on the disk
            for number in range(EVENTS - 1):
                articles = [_renumbered(one, number) for one in read[:ARTICLES_EACH]]
                event = library.events.add(Account(f"Event {number} of the year", tuple(articles)))
                for note in range(NOTES_EACH):
                    article = articles[note % len(articles)]
                    block = article.paragraphs[note % len(article.paragraphs)]
                    library.notes.add(event.id, f"Note {note}", [target_on(article, block.start, block.end)])
                if number < SAVED:
                    place = ReadingPosition(paragraph=articles[0].paragraphs[0].id, pane=articles[0].id)
                    library.saved.add(event.id, f"Saved {number}", View(place=place))
                shares = {article.id: 0.5 for article in articles}
                library.events.keep_overview(event.id, Overview(3, ("one", "two", "three"), shares))


def _renumbered(article: Article, number: int) -> Article:
    """The article with another text of the same length for every event."""
    mark = str(number)
    text = article.text[: -len(mark)] + mark
    return replace(article, text=text, source=f"{number}-{article.source}")


if __name__ == "__main__":
    sys.exit(main())
