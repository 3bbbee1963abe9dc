"""Make the pictures in this folder from the real application on the sample event.

    python screenshots/make.py              all of them
    python screenshots/make.py reader-120   only those whose name begins so

Every picture is written as SVG and, where CairoSVG (``pip install cairosvg``, which needs the cairo library
of the system) or ``rsvg-convert`` is installed with a monospace font such as DejaVu Sans Mono, also as PNG.
Nothing is installed, nothing of the reader's own library is touched: it works in a folder of its own.
"""

from __future__ import annotations

import asyncio
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["COLORTERM"] = "truecolor"
os.environ.pop("NO_COLOR", None)

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent))

from rich.cells import cell_len  # noqa: E402
from textual.worker import WorkerCancelled  # noqa: E402

from benchmarks.simulated_world import filling as simulated_world  # noqa: E402
from newsdiff.library import Library, open_library  # noqa: E402
from newsdiff.settings import Settings  # noqa: E402
from screenshots import fallen_bridge  # noqa: E402
from tui.app import NewsdiffApp  # noqa: E402

PNG_FONT = "DejaVu Sans Mono"
PNG_WIDTH = 1600


@dataclass(frozen=True)
class Picture:
    """What to press, from the library screen, and how large the screen is."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str = "newsdiff-dark"
    fill: Callable[[Library], None] | None = None
    """Puts another event or others into the library than the sample."""


READER = ("enter", "B", ";")
STRIP = ("enter", "B", "]")
TAKES = ("enter", *"jjjjjj", "enter")
HISTORY = ("enter", "B", "1", "H", "h")
PICTURES: Sequence[Picture] = (
    Picture("library", (120, 32)),
    Picture("brief", (120, 40), ("enter",)),
    Picture("brief-80x24", (80, 24), ("enter",)),
    Picture("reader-80x24", (80, 24), READER),
    Picture("reader-120x40", (120, 40), READER),
    Picture("reader-200x50", (200, 50), READER),
    Picture("strip", (120, 40), (*STRIP, "enter")),
    Picture("detail-card", (120, 40), ("enter", "B", ";", "enter")),
    Picture("note", (120, 40), (*READER, "a", *"Who counted? Ask the press office.")),
    Picture("search", (120, 40), ("enter", "B", "/", *"donbas")),
    Picture("matrix", (120, 40), ("enter", "v", "v", "v")),
    Picture("world", (120, 40), ("W", "/", *"brazil", "enter"), fill=simulated_world.fill),
    Picture("blind-spots", (120, 32), ("b",), fill=simulated_world.fill),
    Picture("takes", (120, 40), TAKES, fill=fallen_bridge.fill),
    Picture("history", (120, 22), HISTORY, fill=fallen_bridge.fill),
    Picture("light", (120, 40), READER, "newsdiff-light"),
    Picture("high-contrast", (120, 40), READER, "newsdiff-high-contrast"),
)


async def take(picture: Picture, library: Library) -> str:
    """Run the application and return the picture as SVG."""
    home = Settings(Path("config.toml"), home=("US",)) if picture.fill else None
    app = NewsdiffApp(library, theme=picture.theme, settings=home)
    async with app.run_test(size=picture.size) as pilot:
        await calm(app, pilot)
        for key in picture.keys:
            await pilot.press(key)
            if key in ("enter", "]", ";", "W", "b"):
                await calm(app, pilot)
        await calm(app, pilot)
        return re.sub(r"terminal-\d+", "newsdiff", app.export_screenshot(title="newsdiff", simplify=True))


async def calm(app: NewsdiffApp, pilot: object) -> None:
    """Wait until nothing is computed, loaded or drawn any more."""
    for _ in range(4):
        await asyncio.sleep(0.1)
        with suppress(WorkerCancelled):  # a newer comparison took the place of one that was under way
            await app.workers.wait_for_complete()


def with_dots(svg: str) -> str:
    """The picture with braille drawn as dots: fonts of fixed width have none of it."""
    return _BRAILLE_TEXT.sub(_dots_of, svg)


_BRAILLE_TEXT = re.compile(
    r'<text class="(?P<style>[^"]*)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="(?P<length>[\d.]+)"'
    r' clip-path="(?P<clip>[^"]*)">(?P<text>[^<]*[\u2801-\u28ff][^<]*)</text>'
)
_DOTS = ((0x01, 0, 0), (0x02, 0, 1), (0x04, 0, 2), (0x40, 0, 3), (0x08, 1, 0), (0x10, 1, 1), (0x20, 1, 2),
         (0x80, 1, 3))  # fmt: skip
"""Bit of a dot, its column and its row."""


def _dots_of(match: re.Match[str]) -> str:
    """A group of circles in the place of a text; letters in it stay text."""
    text = html.unescape(match["text"])
    left, base, width = float(match["x"]), float(match["y"]), float(match["length"]) / len(text)
    height = width * 2
    circles, rest = [], ""
    for place, character in enumerate(text):
        bits = ord(character) - 0x2800 if "\u2800" <= character <= "\u28ff" else 0
        rest += " " if bits else character
        for bit, column, row in _DOTS:
            if bits & bit:
                x = left + place * width + width * (0.27 + 0.46 * column)
                y = base - height * 0.75 + height * (0.125 + 0.25 * row)
                circles.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{width * 0.17:.2f}"/>')
    shown = f'<g class="{match["style"]}">{"".join(circles)}</g>'
    if rest.strip():
        shown += match[0].replace(match["text"], html.escape(rest))
    return shown


def on_the_grid(svg: str) -> str:
    """The picture with every letter at the place of its cell: programs that draw it stretch a text to its
    length each in their own way, blanks at its ends least."""
    return _PLACED_TEXT.sub(_letter_by_letter, svg)


_PLACED_TEXT = re.compile(
    r'x="(?P<x>[\d.]+)" (?P<y>y="[\d.]+") textLength="(?P<length>[\d.]+)"(?P<more>[^>]*)>'
    r"(?P<text>[^<]*)</text>"
)


def _letter_by_letter(match: re.Match[str]) -> str:
    text = html.unescape(match["text"])
    left, cell = float(match["x"]), float(match["length"]) / max(1, cell_len(text))
    starts = accumulate((cell * cell_len(letter) for letter in text[:-1]), initial=left)
    places = " ".join(f"{start:.1f}" for start in starts)
    return f'x="{places}" {match["y"]}{match["more"]}>{match["text"]}</text>'


def write_png(svg: str, file: Path) -> bool:
    """Write the picture as PNG; returns False where nothing is installed that can."""
    # The SVG names a font that is fetched from the web; the PNG must be made with what is there.
    named = re.sub(r"@font-face\s*{[^}]*}", "", with_dots(svg)).replace("Fira Code", PNG_FONT)
    local = on_the_grid(named).replace("<text ", '<text xml:space="preserve" ').encode()
    if program := shutil.which("rsvg-convert"):
        subprocess.run([program, "-w", str(PNG_WIDTH), "-o", str(file)], input=local, check=True)
        return True
    try:
        import cairosvg
    except (ImportError, OSError):
        return False
    cairosvg.svg2png(bytestring=local, write_to=str(file), output_width=PNG_WIDTH)
    return True


def main(prefixes: Sequence[str]) -> int:
    """Make the pictures whose names begin with one of the prefixes; all without any."""
    png = True
    for picture in PICTURES:
        if prefixes and not picture.name.startswith(tuple(prefixes)):
            continue
        with tempfile.TemporaryDirectory() as folder, open_library(Path(folder)) as library:
            if picture.fill is not None:
                library.keep_fact("sample", "gone")
                picture.fill(library)
            svg = asyncio.run(take(picture, library))
        (FOLDER / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
        png = write_png(svg, FOLDER / f"{picture.name}.png") and png
        print(picture.name)
    if not png:
        print("no PNG: install rsvg-convert or CairoSVG (pip install cairosvg) for it", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
