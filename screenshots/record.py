"""Record the real program in a real terminal as one short animated SVG.

    python screenshots/record.py            writes screenshots/newsdiff.svg

The program runs in a pty, pyte draws what it writes (both are in the `dev` extra), and every step becomes a
picture that is shown for its seconds, with a line below that says what was pressed. Lines of the screen that
several pictures have in common are written once. It works in a folder of its own.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from pathlib import Path

from pyte.screens import Char, Screen
from pyte.streams import ByteStream

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent))

from tests.journeys.terminal import Terminal  # noqa: E402

COLUMNS, LINES = 110, 32
CELL_WIDTH, LINE_HEIGHT, FONT_SIZE = 8.4, 18, 14
CAPTION_SIZE, CAPTION_HEIGHT = 17, 40
BACKGROUND, FOREGROUND, CAPTION_COLOUR = "#14171c", "#d9dde3", "#e3a44c"
STILL = 0.6
"""Seconds without a word from the program after which a picture is taken."""
LONGEST = 10.0
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
"""What stands for a blank: renderers of SVG do not agree on which plain blanks they keep."""


@dataclass(frozen=True)
class Step:
    """What is typed, what the screen then shows, what is said about it and for how many seconds."""

    typed: str
    shows: str
    caption: str
    seconds: float


BRIEF = "The brief: where they differ, what most report, what only one has"
OPENED = "One event in five outlets: what two or more report stands level"
PLACE = "]   shows the next place worth a look: every version, with the words that differ"
SEARCH = "/   searches all outlets while you type"
NOTE = "a   writes a note that stands on these very words"
STEPS: Sequence[Step] = (
    Step("", "Worth a look · ", "newsdiff   the library: events, their sources, what differs", 2.8),
    Step("\r", "Worth a look", BRIEF, 4.2),
    Step("B", "aligned", OPENED, 3.2),
    Step("]", "worth a look 1 of", PLACE, 3.2),
    Step("]", "worth a look 2 of", PLACE, 3.2),
    Step("\r", "go there", "enter   why it is a place worth a look", 3.2),
    Step("\x1b/", "search", SEARCH, 0.7),
    Step("Don", "Don", SEARCH, 0.7),
    Step("bas", "Donbas", SEARCH, 0.7),
    Step("\r", "hit 1 of", SEARCH, 2.2),
    Step("\x1bvv", "matrix", "v   the matrix: a line for every detail, a column for every outlet", 3.6),
    Step("vvv;", "difference", "v   and back to the text", 1.2),
    Step("a", "ctrl+s", NOTE, 0.9),
    Step("28 points or 19? ", "or 19?", NOTE, 0.7),
    Step("Ask the Kremlin. #plan", "#plan", NOTE, 1.6),
    Step("\x13", "", "It is in the library at once, whatever happens", 2.6),
)


@dataclass
class Film:
    """The pictures so far; `lines` holds every different line of the screen once."""

    lines: dict[str, int] = field(default_factory=dict)
    frames: list[tuple[str, float]] = field(default_factory=list)

    def take(self, terminal: Terminal, step: Step) -> None:
        """Add what the terminal shows, for the seconds of the step."""
        screen = Screen(COLUMNS, LINES)  # with the styles, which the terminal of the tests leaves out
        ByteStream(screen).feed(terminal.written)
        parts = []
        for y in range(LINES):
            drawn = "".join(line_of([screen.buffer[y][x] for x in range(COLUMNS)]))
            if drawn:
                number = self.lines.setdefault(drawn, len(self.lines))
                parts.append(f'<use href="#l{number}" y="{y * LINE_HEIGHT}"/>')
        words = escape(step.caption).replace(" ", NO_BREAK_SPACE)
        parts.append(f'<text class="c" x="14" y="{LINES * LINE_HEIGHT + CAPTION_HEIGHT - 14}">{words}</text>')
        self.frames.append(("".join(parts), step.seconds))

    def svg(self) -> str:
        """One SVG that shows the frames one after the other, for ever."""
        total = sum(seconds for _, seconds in self.frames)
        width, height = COLUMNS * CELL_WIDTH, LINES * LINE_HEIGHT + CAPTION_HEIGHT
        lines = "".join(f'<g id="l{number}">{drawn}</g>' for drawn, number in self.lines.items())
        groups, begins = [], 0.0
        for drawn, seconds in self.frames:
            first, last = begins / total, (begins + seconds) / total
            shown = shown_between(first, min(1.0, last), total)
            # Where nothing moves (a preview, a printed page) the first picture stands.
            groups.append(f'<g visibility="{"hidden" if begins else "visible"}">{shown}{drawn}</g>')
            begins += seconds
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" '
            f'font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="{FONT_SIZE}" '
            'xml:space="preserve">'
            f"<style>text{{fill:{FOREGROUND}}}.b{{font-weight:bold}}.i{{font-style:italic}}"
            f".u{{text-decoration:underline}}"
            f".c{{fill:{CAPTION_COLOUR};font-size:{CAPTION_SIZE}px;font-weight:bold}}</style>"
            f'<defs>{lines}</defs><rect width="100%" height="100%" fill="{BACKGROUND}"/>'
            f"{''.join(groups)}</svg>\n"
        )


def shown_between(first: float, last: float, total: float) -> str:
    """The animation that makes a picture visible from `first` to `last`, parts of the whole."""
    values, times = ["hidden", "visible", "hidden"], [0.0, first, last]
    if first == 0:
        values, times = values[1:], [0.0, last]
    if last >= 1:
        values, times = values[:-1], times[:-1]
    moments = ";".join(f"{time:.4f}" for time in times)
    return (
        f'<animate attributeName="visibility" calcMode="discrete" values="{";".join(values)}" '
        f'keyTimes="{moments}" dur="{total:.1f}s" repeatCount="indefinite"/>'
    )


def line_of(cells: Sequence[Char]) -> Iterator[str]:
    """One line of the screen as SVG, cells of one style together."""
    for style, run in groupby(enumerate(cells), key=lambda cell: style_of(cell[1])):
        same = list(run)
        ink, paper, classes = style
        left, width = same[0][0] * CELL_WIDTH, len(same) * CELL_WIDTH
        if paper != BACKGROUND:
            yield f'<rect x="{left:.1f}" width="{width:.1f}" height="{LINE_HEIGHT}" fill="{paper}"/>'
        text = "".join(cell.data for _, cell in same)
        if not text.strip():
            continue
        text = text.replace(" ", NO_BREAK_SPACE)
        look = f' class="{classes}"' if classes else ""
        look += f' style="fill:{ink}"' if ink != FOREGROUND else ""
        place = f'x="{left:.1f}" y="{FONT_SIZE}" textLength="{width:.1f}"'
        yield f"<text {place}{look}>{escape(text)}</text>"


def style_of(cell: Char) -> tuple[str, str, str]:
    """Ink, paper and classes of a cell."""
    ink, paper = colour(cell.fg, FOREGROUND), colour(cell.bg, BACKGROUND)
    if cell.reverse:
        ink, paper = paper, ink
    classes = (("b", cell.bold), ("i", cell.italics), ("u", cell.underscore))
    return ink, paper, " ".join(name for name, holds in classes if holds)


def colour(name: str, default: str) -> str:
    """A colour of pyte as SVG knows it."""
    if name == "default":
        return default
    return f"#{name}" if len(name) == 6 and all(one in "0123456789abcdef" for one in name) else name


def still(terminal: Terminal) -> None:
    """Wait until the program has nothing more to say."""
    until = time.monotonic() + LONGEST
    before, since = "", time.monotonic()
    while time.monotonic() < until and time.monotonic() - since < STILL:
        terminal.read_until(time.monotonic() + 0.1, "\0")
        if terminal.text != before:
            before, since = terminal.text, time.monotonic()


def main() -> None:
    """Drive the program and write the recording."""
    film = Film()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Terminal(["--data-dir", str(folder / "data")], folder, COLUMNS, LINES) as terminal:
            for step in STEPS:
                for key in step.typed:
                    terminal.type(key)
                    still(terminal) if key in "v][\x1b" else None
                if step.shows:
                    terminal.wait_for(step.shows)
                still(terminal)
                film.take(terminal, step)
    (FOLDER / "newsdiff.svg").write_text(film.svg(), encoding="utf-8")


if __name__ == "__main__":
    main()
