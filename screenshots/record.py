"""Record the real program in a real terminal as one short animated SVG.

    python screenshots/record.py            writes screenshots/newsdiff.svg

The program runs in a pty, pyte draws what it writes (both are in the `dev` extra), and every step becomes a
picture that is shown for its seconds. It works in a folder of its own.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent))

from tests.journeys.terminal import Terminal  # noqa: E402

COLUMNS, LINES = 110, 32
CELL_WIDTH, LINE_HEIGHT, FONT_SIZE = 8.4, 18, 14
BACKGROUND, FOREGROUND = "#14171c", "#d9dde3"
STEPS: Sequence[tuple[str, float]] = (
    ("", 2.5), ("\r", 2.5), ("]", 2), ("]", 2), ("\r", 3), ("\x1b", 1), ("l", 1),
    ("/donbas\r", 2.5), ("q", 2),
)  # fmt: skip
"""What is typed, and for how many seconds its picture stays."""
SETTLES = 1.5


def frame(terminal: Terminal) -> str:
    """The screen as SVG text, runs of one style together."""
    parts = []
    for y in range(LINES):
        cells = [(x, terminal.screen.buffer[y][x]) for x in range(COLUMNS)]
        for (fg, bg, bold, reverse), run in groupby(
            cells, key=lambda cell: (cell[1].fg, cell[1].bg, cell[1].bold, cell[1].reverse)
        ):
            told = list(run)
            ink, paper = colour(fg, FOREGROUND), colour(bg, BACKGROUND)
            ink, paper = (paper, ink) if reverse else (ink, paper)
            left, width = told[0][0] * CELL_WIDTH, len(told) * CELL_WIDTH
            if paper != BACKGROUND:
                parts.append(
                    f'<rect x="{left:.1f}" y="{y * LINE_HEIGHT}" width="{width:.1f}" '
                    f'height="{LINE_HEIGHT}" fill="{paper}"/>'
                )
            text = "".join(cell.data for _, cell in told)
            if text.strip():
                weight = ' font-weight="bold"' if bold else ""
                parts.append(
                    f'<text x="{left:.1f}" y="{y * LINE_HEIGHT + FONT_SIZE}" textLength="{width:.1f}" '
                    f'fill="{ink}"{weight} xml:space="preserve">{escape(text)}</text>'
                )
    return "".join(parts)


def colour(name: str, default: str) -> str:
    """A colour of pyte as SVG knows it."""
    if name == "default":
        return default
    return f"#{name}" if len(name) == 6 and all(one in "0123456789abcdef" for one in name) else name


def animated(frames: Sequence[tuple[str, float]]) -> str:
    """One SVG that shows the frames one after the other, for ever."""
    total = sum(seconds for _, seconds in frames)
    width, height = COLUMNS * CELL_WIDTH, LINES * LINE_HEIGHT
    groups, begins = [], 0.0
    for drawn, seconds in frames:
        first, last = begins / total, (begins + seconds) / total
        times = f"0;{first:.4f};{last:.4f}"
        groups.append(
            f'<g visibility="hidden"><animate attributeName="visibility" calcMode="discrete" '
            f'values="hidden;visible;hidden" keyTimes="{times}" dur="{total}s" '
            f'repeatCount="indefinite"/>{drawn}</g>'
        )
        begins += seconds
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" '
        f'font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="{FONT_SIZE}">'
        f'<rect width="100%" height="100%" fill="{BACKGROUND}"/>{"".join(groups)}</svg>\n'
    )


def main() -> None:
    """Drive the program and write the recording."""
    frames = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Terminal(["--data-dir", str(folder / "data")], folder, COLUMNS, LINES) as terminal:
            terminal.wait_for("What differs · ")
            for typed, seconds in STEPS:
                if typed:
                    terminal.type(typed)
                until = time.monotonic() + SETTLES
                while time.monotonic() < until:
                    terminal._read()
                frames.append((frame(terminal), seconds))
    (FOLDER / "newsdiff.svg").write_text(animated(frames), encoding="utf-8")


if __name__ == "__main__":
    main()
