"""The world in braille dots: countries shaded by how many events their outlets report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from newsdiff.outlets.countries import countries, country_of
from newsdiff.world.land_map import HEIGHT, NORTH, SEA, SPARSE, LandMap, fitting_size, land_map
from newsdiff.world.neighbours import nearest
from widgets.text.grid_styles import component_classes
from widgets.text.wrapping import width_of

STEPS: Final = 4
"""Shades of countries whose outlets report something; 0 is for those whose outlets report nothing."""

_PREFIX = "world-map--"
BRAILLE: Final = 0x2800
NEAR_A_CLICK: Final = 12.0
"""Degrees from a click in the sea within which a country is meant."""
SMALL: Final = "•"
"""Marks a country that is smaller than a cell of the map."""


class WorldMap(Widget, can_focus=True):
    """Set `counts` (code -> events) and `cursor` (a code). A click posts `Highlighted`, two `Selected`.

    Countries whose outlets report nothing are drawn in sparse dots, so that colour is not the only signal.
    """

    DEFAULT_CSS = """
    WorldMap {
        height: 1fr;
        background: $surface;
        & > .world-map--sea { color: $foreground 20%; }
        & > .world-map--land-0 { color: $foreground 24%; }
        & > .world-map--land-1 { color: $primary 45%; }
        & > .world-map--land-2 { color: $primary 75%; }
        & > .world-map--land-3 { color: $secondary; }
        & > .world-map--land-4 { color: $success; text-style: bold; }
        & > .world-map--cursor { color: $warning; text-style: bold; }
        & > .world-map--label { color: $background; background: $warning; text-style: bold; }
        & > .world-map--legend { color: $foreground 60%; }
        &:ansi > .world-map--land-0 { text-style: dim; }
        &:ansi > .world-map--label { text-style: reverse; }
        &:nocolor > .world-map--label { text-style: bold reverse; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = component_classes(DEFAULT_CSS)

    counts: reactive[Mapping[str, int]] = reactive(dict, init=False)
    cursor: reactive[str] = reactive("", init=False, repaint=False)

    @dataclass
    class Highlighted(Message):
        """A country was clicked."""

        code: str

    @dataclass
    class Selected(Message):
        """A country was clicked twice."""

        code: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shading = Shading((1,))
        self._steps: dict[str, int] = {}
        """Code -> its step of the shading, once it was asked for."""
        self._land: LandMap | None = None
        self._drawn: dict[int, Strip] = {}
        self._blank: Style | None = None
        """The style of the sea, put together once for a theme."""

    # -- what it shows -----------------------------------------------------------

    def watch_counts(self, counts: Mapping[str, int]) -> None:
        """Other counts have other shades."""
        self._shading = shading_of(counts)
        self._steps.clear()
        self._drawn.clear()

    def watch_cursor(self, old: str, new: str) -> None:
        """Another country is lit: only the lines that show one of the two are drawn anew."""
        if not self.is_attached or not self.size:
            return
        lines = [self._top + row for row in self._rows_of(old) | self._rows_of(new)]
        for line in lines:
            self._drawn.pop(line, None)
        self.refresh(*(Region(0, line, self.size.width, 1) for line in lines))

    def _rows_of(self, code: str) -> set[int]:
        """The rows of the map in which a country or its name stands."""
        country = country_of(code)
        if country is None:
            return set()
        rows = {row for row, codes in enumerate(self.land.codes) if code in codes}
        return rows | {self.land.place(country.latitude, country.longitude)[0]}

    def on_resize(self) -> None:
        """Another room has another map."""
        self._drawn.clear()
        self._land = None

    def notify_style_update(self) -> None:
        """Another theme has other colours."""
        super().notify_style_update()
        self._drawn.clear()
        self._blank = None

    @property
    def land(self) -> LandMap:
        """The map that fits; the last line of the widget is for the legend."""
        if self._land is None:
            columns, rows = fitting_size(max(self.size.width, 1), max(self.size.height - 1, 1))
            self._land = land_map(columns, rows)
        return self._land

    @property
    def _left(self) -> int:
        return max(0, (self.size.width - self.land.columns) // 2)

    @property
    def _top(self) -> int:
        return max(0, (self.size.height - 1 - self.land.rows) // 2)

    def render_line(self, y: int) -> Strip:
        """A line of the map, or the legend."""
        strip = self._drawn.get(y)
        if strip is None:
            strip = self._drawn[y] = self._legend() if y == self.size.height - 1 else self._line(y)
        return strip

    def _line(self, y: int) -> Strip:
        row = y - self._top
        blank = self._style("")
        width = self.size.width
        if not 0 <= row < self.land.rows:
            return Strip([Segment(" " * width, blank)], width)
        cells = self._cells(row)
        segments = [Segment(" " * self._left, blank)]
        text, style_name = "", ""
        for character, name in cells:
            if name != style_name and text:
                segments.append(Segment(text, self._style(style_name)))
                text = ""
            style_name = name
            text += character
        segments.append(Segment(text, self._style(style_name)))
        segments.append(Segment(" " * max(0, width - self._left - len(cells)), blank))
        return Strip(segments).adjust_cell_length(width, blank)

    def _cells(self, row: int) -> list[tuple[str, str]]:
        """Character and style of every cell of a row of the map."""
        land, cursor = self.land, self.cursor
        cells = []
        for bits, code in zip(land.dots[row], land.codes[row], strict=True):
            if code == SEA:
                cells.append((" ", "sea"))
            elif code == cursor:
                cells.append((chr(BRAILLE + bits), "cursor"))
            else:
                step = self._step_of(code)
                drawn = bits if step else (bits & SPARSE) or bits
                cells.append((chr(BRAILLE + drawn), f"land-{step}"))
        for code, place in self._small.items():
            if place[0] == row and (self.counts.get(code) or code == cursor):
                cells[place[1]] = (SMALL, "cursor" if code == cursor else f"land-{self._step_of(code)}")
        self._put_label(row, cells)
        return cells

    def _step_of(self, code: str) -> int:
        if code not in self._steps:
            self._steps[code] = self._shading.step(self.counts.get(code, 0))
        return self._steps[code]

    @property
    def _small(self) -> Mapping[str, tuple[int, int]]:
        """Countries without a character of their own -> row and column of their middle."""
        return small_countries(self.land.columns, self.land.rows)

    def _put_label(self, row: int, cells: list[tuple[str, str]]) -> None:
        """Name the country under the cursor beside it, where it covers least of it."""
        country = country_of(self.cursor)
        if country is None:
            return
        at_row, column = self.land.place(country.latitude, country.longitude)
        if at_row != row:
            return
        words = f" {country.name} {self.counts.get(country.code, 0):,} "
        width = width_of(words)
        own = [number for number, (_, name) in enumerate(cells) if name == "cursor"] or [column]
        start = max(own) + 2
        if start + width > len(cells):
            start = min(own) - width - 1
        start = min(max(start, 0), max(0, len(cells) - width))
        for number, character in enumerate(words[: len(cells) - start]):
            cells[start + number] = (character, "label")

    def _legend(self) -> Strip:
        width = self.size.width
        segments = [Segment(" ", self._style(""))]
        for step, words in self._shading.legend():
            dots = chr(BRAILLE + (SPARSE if step == 0 else 0xFF)) * 2
            segments.append(Segment(dots, self._style(f"land-{step}")))
            segments.append(Segment(f" {words}   ", self._style("legend")))
        segments.append(Segment("events", self._style("legend")))
        return Strip(segments).adjust_cell_length(width, self._style(""))

    def _style(self, name: str) -> Style:
        """The style of a part of the map; without a name that of what lies around it."""
        if name:
            return self.get_component_rich_style(f"{_PREFIX}{name}")
        if self._blank is None:
            self._blank = self.rich_style
        return self._blank

    # -- the mouse ---------------------------------------------------------------

    def country_at(self, x: int, y: int) -> str | None:
        """The country at a place of the widget; in the sea the nearest one, unless that is far."""
        row, column = y - self._top, x - self._left
        land = self.land
        if not (0 <= row < land.rows and 0 <= column < land.columns):
            return None
        for code, place in self._small.items():
            if place == (row, column) and self.counts.get(code):
                return code
        code = land.codes[row][column]
        if code != SEA and country_of(code):
            return code
        latitude = NORTH - (row + 0.5) / land.rows * HEIGHT
        return nearest(latitude, (column + 0.5) / land.columns * 360.0 - 180.0, NEAR_A_CLICK)

    def on_click(self, event: events.Click) -> None:
        """Light the country that was clicked."""
        code = self.country_at(event.x, event.y)
        if code is not None:
            self.post_message(self.Selected(code) if event.chain == 2 else self.Highlighted(code))


@lru_cache(maxsize=8)
def small_countries(columns: int, rows: int) -> Mapping[str, tuple[int, int]]:
    """Code of every country that has no character of its own on the map of that size -> row and column of its
    middle."""
    land = land_map(columns, rows)
    drawn = {code for line in land.codes for code in line}
    known = (one for one in countries().values() if one.code not in drawn)
    return {one.code: land.place(one.latitude, one.longitude) for one in known}


@dataclass(frozen=True, slots=True)
class Shading:
    """The shades of some counts."""

    bounds: tuple[int, ...]
    """The least count of each step, from the first."""

    def step(self, count: int) -> int:
        """The step of a count: 0 for none."""
        return sum(count >= bound for bound in self.bounds) if count > 0 else 0

    def legend(self) -> Sequence[tuple[int, str]]:
        """Each step with the counts it stands for: ``1–3``, ``4–9``, ``10+``."""
        shown = [(0, "none")]
        for number, bound in enumerate(self.bounds, 1):
            if number == len(self.bounds):
                shown.append((number, f"{bound:,}+"))
            else:
                last = self.bounds[number] - 1
                shown.append((number, f"{bound:,}" if last <= bound else f"{bound:,}–{last:,}"))
        return shown


def shading_of(counts: Mapping[str, int]) -> Shading:
    """Steps that divide the range up to the highest count evenly in logarithms; fewer where it is small."""
    most = max(counts.values(), default=0)
    if most < 1:
        return Shading((1,))
    bounds = {1}
    for number in range(1, STEPS):
        bounds.add(max(1, round(pow(2.718281828459045, log(most + 1) * number / STEPS))))
    return Shading(tuple(sorted(bounds)))
