"""How much of the screen holds text in the aligned panes, and how many screens a whole event takes.

    python benchmarks/speed/ink.py EVENT …

An EVENT is a folder of articles. Each is read from top to bottom, pane window by pane window, at three sizes
of the terminal. *Text* is the share of the cells between the pane titles and the status line that stand
within a line of an article, blanks between its words included; *black* leaves those blanks out; *to the end*
leaves out the lines below the last one of an event that is shorter than the screen, which nothing can fill.
*Level* is how many rows are level in a window. *Screens* is how often one turns a page, against *plain*: as
many of the same articles in view, but in columns of one width, one paragraph after the other with a blank
line between, nothing level. Nothing is timed.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[2]
sys.path.insert(0, str(PROJECT))
SIZES = (80, 24), (120, 40), (200, 50)


@dataclass
class Figures:
    """What was counted in one event at one size."""

    cells: int = 0
    text: int = 0
    black: int = 0
    blank: int = 0
    level: int = 0
    lines: int = 0
    plain: int = 0
    view: int = 1

    @property
    def screens(self) -> float:
        """Pages to turn."""
        return self.lines / self.view


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("events", nargs="+", type=Path)
    options = parser.parse_args()
    print("| event | articles | size | text % | to the end | black % | level | screens | plain | ratio |")
    print("|---|---:|---|---:|---:|---:|---:|---:|---:|---:|")
    for folder in options.events:
        comparison = compared(folder)
        for size in SIZES:
            one = asyncio.run(measured(comparison, size))
            print(
                f"| {folder.name[:34]} | {len(comparison.articles)} | {size[0]}x{size[1]} "
                f"| {100 * one.text / one.cells:.0f} | {100 * one.text / (one.cells - one.blank):.0f} "
                f"| {100 * one.black / one.cells:.0f} | {one.level} "
                f"| {one.screens:.1f} | {one.plain / one.view:.1f} | {one.lines / one.plain:.2f} |",
                flush=True,
            )


def compared(folder: Path) -> Any:
    """The comparison of a folder."""
    from newsdiff.pipeline import compare
    from newsdiff.readers import read_event

    return compare(read_event([folder]).articles)


async def measured(comparison: Any, size: tuple[int, int]) -> Figures:
    """The reader on a comparison, read to its end."""
    from newsdiff.library import open_library
    from tui.app import NewsdiffApp
    from tui.open_event import OpenedEvent
    from tui.reader.screen import ReaderScreen

    class Made(OpenedEvent):
        def compare(self) -> Any:
            return comparison

    figures = Figures()
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder)) as library:

        class Reader(NewsdiffApp):
            def get_default_screen(self) -> ReaderScreen:
                return ReaderScreen(Made(library, comparison.articles, "Event", options={"view": "aligned"}))

        app = Reader(library)
        async with app.run_test(size=size) as pilot:
            screen: Any = app.screen
            while not screen.ready:
                await pilot.pause(0.05)
            await pilot.pause()
            panes, seen = len(comparison.articles), 0
            while seen < panes:
                screen.grid.action_to_pane(min(panes, seen + len(screen.grid.slots)))
                await pilot.pause()
                count_window(screen.grid, figures, comparison)
                seen = screen.grid.slots[-1].pane + 1
    return figures


def count_window(grid: Any, figures: Figures, comparison: Any) -> None:
    """Read what the panes in view hold from top to bottom."""
    from widgets.panes.pane_columns import columns_for
    from widgets.text.wrapping import wrap_offsets

    layout, view, header = grid._layout_now, grid.view_height, grid.header_height
    figures.view = view
    figures.lines += layout.total
    figures.level += len(layout.level)
    figures.blank += grid.size.width * max(0, view - layout.total)
    width = columns_for(len(layout.shown), grid.size.width - layout.gutter - 1).widths[0]
    figures.plain += max(
        sum(len(wrap_offsets(article.slice(block), width)) + 2 for block in article.paragraphs)
        for article in map(comparison.article, layout.in_view)
    )
    for line in range(0, layout.total, view):
        grid.scroll_to(y=line, animate=False, force=True)
        for y in range(max(0, line - grid.first_visible), view):
            text = grid.render_line(header + y).text
            figures.cells += grid.size.width
            for slot in grid.slots:
                part = text[layout.gutter + slot.x : layout.gutter + slot.x + slot.width].strip()
                figures.text += len(part)
                figures.black += len(part.replace(" ", ""))


if __name__ == "__main__":
    main()
