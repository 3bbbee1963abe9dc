"""The map of the world: which country each cell of a coarse grid belongs to, and the grid as braille dots.

The grid is 180 columns of two degrees by 76 rows from 84 degrees north down to 56 south (Natural Earth,
public domain). A character of braille shows two by four dots.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from newsdiff.quick_dataclass import dataclass

_FILE: Final = Path(__file__).with_name("country-mask.txt")
GRID_COLUMNS: Final = 180
GRID_ROWS: Final = 76
NORTH: Final = 84.0
"""Degrees of latitude of the upper edge."""
HEIGHT: Final = 140.0
"""Degrees from the upper to the lower edge."""
DOTS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Row and column of a dot in its character -> its bit."""
SPARSE: Final = 0x01 | 0x10 | 0x04 | 0x80
"""Every other dot, as on a draughtboard."""
SEA: Final = ""


@cache
def grid() -> tuple[tuple[str, ...], ...]:
    """The code of each cell, row by row; `SEA` for water. ``EH`` and ``GL`` are of no country here."""
    lines = _FILE.read_text("utf-8").splitlines()
    return tuple(tuple(SEA if one == "--" else one for one in line.split()) for line in lines)


@dataclass(frozen=True, slots=True)
class LandMap:
    """The map at one size, in characters."""

    columns: int
    rows: int
    dots: tuple[tuple[int, ...], ...]
    """Of each character the bits of the dots that are land."""
    codes: tuple[tuple[str, ...], ...]
    """Of each character the country that most of its dots belong to; `SEA` where none is land."""

    def place(self, latitude: float, longitude: float) -> tuple[int, int]:
        """Row and column of the character at a place in degrees."""
        row = int((NORTH - latitude) / HEIGHT * self.rows)
        column = int((longitude + 180.0) / 360.0 * self.columns)
        return min(max(row, 0), self.rows - 1), min(max(column, 0), self.columns - 1)


def fitting_size(columns: int, rows: int) -> tuple[int, int]:
    """Columns and rows of the largest map in a room of so many characters that keeps the world's shape."""
    across, down = GRID_COLUMNS // 2, GRID_ROWS // 4
    wide = min(columns, rows * across // down)
    return max(wide, 1), max(min(rows, round(wide * down / across)), 1)


@lru_cache(maxsize=8)
def land_map(columns: int, rows: int) -> LandMap:
    """The map in so many characters; each dot is the cell of the grid that it lies in."""
    cells = grid()
    down = [min(y * GRID_ROWS // (rows * 4), GRID_ROWS - 1) for y in range(rows * 4)]
    across = [min(x * GRID_COLUMNS // (columns * 2), GRID_COLUMNS - 1) for x in range(columns * 2)]
    dots, codes = [], []
    for row in range(rows):
        lines = [cells[down[row * 4 + y]] for y in range(4)]
        drawn = [_character(lines, across[column * 2 : column * 2 + 2]) for column in range(columns)]
        dots.append(tuple(bits for bits, _ in drawn))
        codes.append(tuple(code for _, code in drawn))
    return LandMap(columns, rows, tuple(dots), tuple(codes))


def _character(lines: Sequence[Sequence[str]], across: Sequence[int]) -> tuple[int, str]:
    """The dots of one character, and the country of most of them."""
    bits = 0
    codes: Counter[str] = Counter()
    for y, line in enumerate(lines):
        for x, column in enumerate(across):
            code = line[column]
            if code != SEA:
                bits |= DOTS[y][x]
                codes[code] += 1
    if not codes:
        return 0, SEA
    return bits, max(sorted(codes), key=codes.__getitem__)
