"""CPU per key in the reader, start-up, resize and memory, side by side with the naive way, in one run.

    python benchmarks/speed/keys.py

The naive way is one `Static` per paragraph, a `Horizontal` per row. Every column comes from a process of its
own; figures are CPU seconds (user + system) of the real reader screen on a headless terminal of 120x40,
the mean over the same keys. Start-up is the least of five runs, from the interpreter's start to first paint.

Behind each figure stands how many times a key of an empty Textual app it is, which every process measures
around its own keys: a machine gets faster and slower by the hour, these ratios do not.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[2]
sys.path.insert(0, str(PROJECT))

from benchmarks.speed.made_comparison import PANES, made  # noqa: E402

PRESSES, NAIVE_PRESSES, EMPTY_PRESSES = 20, 4, 200
EMPTY = "empty"
SIZE = (120, 40)
KEYS = {
    "row down": "j", "page down": "space", "next difference": "semicolon", "sideways": "l",
    "search step": "n", "fold": "z",
}  # fmt: skip


@dataclass(frozen=True)
class Visit:
    """A view or a way of showing that the naive way does not have, and what is pressed there."""

    name: str
    there: str
    """Keys that lead there from the visit before."""
    pressed: tuple[str, ...]
    """Keys that are measured: those of one string in turn."""
    from_the_top: bool = True
    """Whether the cursor goes to the first row before every measurement."""
    presses: int = PRESSES
    """How often; of pages as many as there are at 400 rows, so that both sizes have as much to do."""


# The first two places of the strip have as many versions at both sizes, those behind them have not.
VISITS = (
    Visit("a key without a use", "", ("∅",)),
    Visit("shading on and off", "", ("F",)),
    Visit("shaded", "F", ("j", "space", ";", "lh", "z")),
    Visit("strip", "F]", ("]",), from_the_top=False),
    Visit("strip, first places", "⌂", ("][", "x", "j", "⏎]["), from_the_top=False),
    Visit("own order", "⎋v", ("j", "lh", ";")),
    Visit("matrix", "v", ("j", "lh")),
    Visit("matrix, pages", "", ("space",), presses=3),
    Visit("one article", "v", ("j", ";", "space")),
    Visit("brief", "v", ("j", "jk", "G"), from_the_top=False),
    Visit("brief, more", "", (" ",), from_the_top=False, presses=3),
    Visit("brief and text", "", ("B",), from_the_top=False),
)
NAMED = {"⏎": "enter", "⎋": "escape", " ": "space", "∅": "f19", "⌂": "home"}
LIMIT_MS, LIMIT_NAIVE, LIMIT_GROWTH, LIMIT_START = 20.0, 10.0, 1.3, 1.35
START_RUNS = 5
EMPTY_APP = """
from textual.app import App
from textual.widgets import Footer, Header
class Empty(App):
    def compose(self):
        yield Header()
        yield Footer()
    def on_mount(self):
        self.call_after_refresh(self.exit)
Empty().run(headless=True)
"""
OUR_APP = """
import sys
from pathlib import Path
import tui.app
class Ours(tui.app.NewsdiffApp):
    def on_mount(self):
        super().on_mount()
        if sys.argv[2] == "first paint":
            self.call_after_refresh(self.exit)
        else:
            self.set_interval(0.002, self.look)
    def look(self):
        event = self.screen.events_list.current_event
        if event and self.screen._events[event].overview:
            self.exit()
    def run(self, **options):
        return super().run(headless=True, **options)
tui.app.NewsdiffApp = Ours
tui.app.run(data_dir=Path(sys.argv[1]))
"""
Figures = dict[str, float]


def main() -> None:
    """Print the tables, and whether the bars are met."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--worker", choices=("ours", "naive"), help=argparse.SUPPRESS)
    parser.add_argument("--rows", type=int, default=400, help=argparse.SUPPRESS)
    parser.add_argument("--notes", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        print(json.dumps(asyncio.run(beside_empty(options.worker, options.rows, options.notes))))
        return
    small, large = worker("ours", 400), worker("ours", 4000)
    noted, statics = worker("ours", 400, 200), worker("naive", 400)
    empty = [figures[EMPTY] * 1000 for figures in (small, large, noted, statics)]
    print(f"CPU ms a key (times a key of an empty app), {len(PANES)} panes, {SIZE[0]}x{SIZE[1]}\n")
    print("| key | 400 rows | 4,000 rows | 400, 200 notes | 400 as Statics | naive / ours | 4,000 / 400 |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name in [*KEYS, "resize"]:
        a, b, c, d = (figures[name] * 1000 for figures in (small, large, noted, statics))
        cells = " | ".join(shown(*pair) for pair in zip((a, b, c, d), empty, strict=True))
        print(f"| {name} | {cells} | {d / a:.1f} | {growth(b, a, empty):.2f} |")
    print("| a key of an empty app | " + " | ".join(f"{one:.2f}" for one in empty) + " | | |")
    memory = [figures["memory"] for figures in (small, large, noted, statics)]
    print("| peak memory, MB | " + " | ".join(f"{one:.0f}" for one in memory) + " | | |\n")
    views = [name for name in small if name.startswith(tuple(one.name for one in VISITS))]
    print("| other views | 400 rows | 4,000 rows | 400, 200 notes | 4,000 / 400 |")
    print("|---|---:|---:|---:|---:|")
    for name in views:
        a, b, c = (figures[name] * 1000 for figures in (small, large, noted))
        cells = " | ".join(shown(*pair) for pair in zip((a, b, c), empty, strict=False))
        print(f"| {name} | {cells} | {growth(b, a, empty):.2f} |")
    print()
    start_of_empty, full, listed = start(EMPTY_APP, OUR_APP, OUR_APP)
    print(f"start-up to first paint: {full * 1000:.0f} ms CPU, an empty app {start_of_empty * 1000:.0f} ms")
    print(
        f"until the events are listed: {listed * 1000:.0f} ms CPU, {listed / start_of_empty:.2f} times that\n"
    )
    keys = list(KEYS)
    bar(
        f"under {LIMIT_MS:.0f} ms a key",
        max(one[k] * 1000 for one in (small, large, noted) for k in [*keys, *views]),
        LIMIT_MS,
    )
    bar("least naive / ours", -min(statics[k] / small[k] for k in keys), -LIMIT_NAIVE)
    mean = [sum(figures[k] for k in keys) for figures in (large, small)]
    bar("4,000 rows / 400, all keys together", growth(*mean, empty), LIMIT_GROWTH)
    worst = max(growth(large[k], small[k], empty) for k in [*keys, *views])
    bar("4,000 rows / 400, the worst key", worst, LIMIT_GROWTH)
    bar("start-up / empty app", full / start_of_empty, LIMIT_START)


def shown(milliseconds: float, empty: float) -> str:
    """``12.3 (×4.1)``."""
    return f"{milliseconds:.1f} (×{milliseconds / empty:.1f})"


def growth(large: float, small: float, empty: Sequence[float]) -> float:
    """How many times as much a key costs at 4,000 rows, by the empty app's key beside either."""
    return large / empty[1] / (small / empty[0])


def bar(name: str, figure: float, limit: float) -> None:
    """One bar with what was measured; a negative limit is a least."""
    print(f"{'met ' if figure <= limit else 'MISS'}  {name}: {abs(figure):.2f} (bar {abs(limit):g})")


def worker(kind: str, rows: int, notes: int = 0) -> Figures:
    """The figures of one process."""
    command = [sys.executable, __file__, "--worker", kind, "--rows", str(rows), "--notes", str(notes)]
    result = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    figures: Figures = json.loads(result.stdout.splitlines()[-1])
    return figures


def start(*programs: str) -> list[float]:
    """CPU seconds of processes that paint and leave, the least of several runs each, in turn.

    Everything is compiled, and the library holds the sample, as at any launch but the first.
    """
    least = [float("inf")] * len(programs)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "compileall", "-q", "newsdiff", "tui", "widgets"], cwd=PROJECT)
        subprocess.run([sys.executable, "-c", OUR_APP, folder, "events"], check=True, cwd=PROJECT)
        for _ in range(START_RUNS):
            for place, program in enumerate(programs):
                until = "events" if place == 2 else "first paint"
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                subprocess.run([sys.executable, "-c", program, folder, until], check=True, cwd=PROJECT)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
                least[place] = min(least[place], spent)
    return least


async def beside_empty(kind: str, rows: int, notes: int) -> Figures:
    """The figures of one kind, and what a key of an empty app costs around them."""
    before = await empty_key()
    figures = await (ours(rows, notes) if kind == "ours" else naive(rows))
    return figures | {EMPTY: (before + await empty_key()) / 2}


async def empty_key() -> float:
    """CPU seconds of a key that an empty app has no use for."""
    from textual.app import App, ComposeResult
    from textual.widgets import Footer, Header

    class Empty(App[None]):
        def compose(self) -> ComposeResult:
            yield Header()
            yield Footer()

    async with Empty().run_test(size=SIZE) as pilot:
        await pilot.press(*["f19"] * PRESSES)
        before = time.process_time()
        await pilot.press(*["f19"] * EMPTY_PRESSES)
        return (time.process_time() - before) / EMPTY_PRESSES


async def measure(pilot: Any, presses: int, prepared: Callable[[], Awaitable[None]]) -> Figures:
    """CPU seconds of one press of every key, and of one change of size."""
    figures: Figures = {}
    for name, key in KEYS.items():
        if name == "search step":
            await prepared()
        await pilot.press(key)
        await pilot.pause()
        before = time.process_time()
        for number in range(presses):
            await pilot.press("h" if name == "sideways" and number % 2 else key)
        await pilot.pause()
        figures[name] = (time.process_time() - before) / presses
    before = time.process_time()
    for width in (100, 140, 90, 120):
        await pilot.resize_terminal(width, SIZE[1])
        await pilot.pause()
    figures["resize"] = (time.process_time() - before) / 4
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures["memory"] = peak / (1e6 if sys.platform == "darwin" else 1e3)
    return figures


async def measure_visits(pilot: Any) -> Figures:
    """CPU seconds of one press of the keys of every visit."""
    figures: Figures = {}
    await pilot.press("escape", "escape")
    for visit in VISITS:
        for key in visit.there:
            await pilot.press(NAMED.get(key, key))
        await pilot.pause(0.2)
        for keys in visit.pressed:
            names = [keys] if keys == "space" else [NAMED.get(key, key) for key in keys]
            if visit.from_the_top:
                await pilot.press("g", "1")
            await pilot.pause()
            before = time.process_time()
            for number in range(visit.presses):
                await pilot.press(names[number % len(names)])
            await pilot.pause()
            figures[f"{visit.name}: {' '.join(names)}"] = (time.process_time() - before) / visit.presses
    return figures


async def ours(rows: int, notes: int) -> Figures:
    """The reader screen of the application."""
    from newsdiff.library import Note, open_library
    from newsdiff.library.anchors import target_on
    from tui.app import NewsdiffApp
    from tui.open_event import OpenedEvent
    from tui.reader.screen import ReaderScreen

    comparison = made(rows)
    articles = comparison.articles

    class Made(OpenedEvent):
        def compare(self) -> Any:
            return comparison

    now = datetime.now(UTC)
    written = []
    for number in range(notes):
        article = articles[number % len(articles)]
        block = article.paragraphs[number * 2 % len(article.paragraphs)]
        target = target_on(article, block.start, block.end)
        written.append(Note(f"n{number}", "", now, now, "note", targets=(target,)))

    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder)) as library:

        class Reader(NewsdiffApp):
            def get_default_screen(self) -> ReaderScreen:
                return ReaderScreen(
                    Made(
                        library,
                        articles,
                        "Benchmark",
                        notes=tuple(written),
                        options={"view": "aligned"},
                    )
                )

        app = Reader(library)
        async with app.run_test(size=SIZE) as pilot:
            screen = app.screen
            assert isinstance(screen, ReaderScreen)
            while not screen.ready:
                await pilot.pause(0.05)

            async def search() -> None:
                await pilot.press("/", *"donbas", "enter")
                await pilot.pause(0.3)

            figures = await measure(pilot, PRESSES, search)
            figures |= await measure_visits(pilot)
    return figures


async def naive(rows: int) -> Figures:
    """One `Static` per paragraph: the first thing one would write."""
    from textual.app import App, ComposeResult
    from textual.containers import Horizontal, VerticalScroll
    from textual.content import Content
    from textual.widgets import Static

    comparison = made(rows)
    by_id = {
        block.id: article.slice(block) for article in comparison.articles for block in article.paragraphs
    }

    class Naive(App[None]):
        CSS = """
        Horizontal { height: auto; } Static { width: 1fr; padding: 0 1; }
        .current { background: $primary 30%; } .pane { text-style: bold; }
        """
        BINDINGS = [  # noqa: RUF012
            ("j", "row(1)"), ("space", "page"), ("semicolon", "row(10)"), ("l", "pane(1)"),
            ("h", "pane(-1)"), ("n", "row(7)"), ("z", "fold"),
        ]  # fmt: skip
        row, pane, folded = 0, 0, False

        def compose(self) -> ComposeResult:
            with VerticalScroll(can_focus=False):
                for row in comparison.rows:
                    with Horizontal():
                        cells = dict(zip(row.reported_by, row.paragraphs, strict=True))
                        for name in PANES:
                            yield Static(Content(by_id[cells[name]] if name in cells else ""))

        def action_row(self, step: int) -> None:
            lines = self.query_one(VerticalScroll).children
            lines[self.row].remove_class("current")
            self.row = min(self.row + step, len(lines) - 1)
            lines[self.row].add_class("current")
            self.query_one(VerticalScroll).scroll_to_widget(lines[self.row], animate=False)

        def action_page(self) -> None:
            self.query_one(VerticalScroll).scroll_page_down(animate=False)

        def action_pane(self, step: int) -> None:
            line = self.query_one(VerticalScroll).children[self.row]
            line.children[self.pane].remove_class("pane")
            self.pane = (self.pane + step) % len(PANES)
            line.children[self.pane].add_class("pane")

        def action_fold(self) -> None:
            self.folded = not self.folded
            for row, line in zip(comparison.rows, self.query_one(VerticalScroll).children, strict=True):
                line.display = not (self.folded and len(row.reported_by) == len(PANES))

    app = Naive()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()

        async def nothing() -> None:
            return

        return await measure(pilot, NAIVE_PRESSES, nothing)


if __name__ == "__main__":
    main()
