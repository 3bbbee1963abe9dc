"""The map of the world and the way from country to country."""

from __future__ import annotations

import pytest

from newsdiff.outlets.countries import countries
from newsdiff.world.land_map import GRID_COLUMNS, GRID_ROWS, SEA, fitting_size, grid, land_map
from newsdiff.world.neighbours import Direction, nearest, neighbour
from widgets.world.world_map import shading_of, small_countries

DIRECTIONS: tuple[Direction, ...] = ("left", "right", "up", "down")


def test_the_grid_has_its_size_and_knows_the_countries() -> None:
    cells = grid()
    assert (len(cells), {len(row) for row in cells}) == (GRID_ROWS, {GRID_COLUMNS})
    assert {code for row in cells for code in row} - {SEA} - countries().keys() == {"EH", "GL"}


@pytest.mark.parametrize("size", [(90, 19), (132, 28), (60, 12), (30, 6)])
def test_every_country_is_on_the_map_or_has_a_place_on_it(size: tuple[int, int]) -> None:
    land = land_map(*size)
    assert len(land.dots) == len(land.codes) == size[1]
    drawn = {code for row in land.codes for code in row}
    assert countries().keys() - drawn == small_countries(*size).keys()
    for row, column in small_countries(*size).values():
        assert 0 <= row < size[1]
        assert 0 <= column < size[0]


def test_the_map_keeps_its_shape_in_any_room() -> None:
    assert fitting_size(90, 40) == (90, 19)
    assert fitting_size(200, 19) == (90, 19)
    assert fitting_size(1, 1) == (1, 1)


def test_every_country_is_reached_from_every_other_by_the_four_keys() -> None:
    ways = {code: {neighbour(code, one) for one in DIRECTIONS} for code in countries()}
    back: dict[str, set[str]] = {code: set() for code in ways}
    for code, others in ways.items():
        for other in others:
            back[other].add(code)
    assert reached("IE", ways) == reached("IE", back) == countries().keys()


def reached(start: str, ways: dict[str, set[str]]) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        new = ways[waiting.pop()] - seen
        seen |= new
        waiting += new
    return seen


def test_the_next_country_lies_where_the_key_points() -> None:
    assert neighbour("IE", "right") == "GB"
    assert neighbour("US", "up") == "CA"
    assert neighbour("US", "down") == "MX"
    assert neighbour("FR", "up") == "BE"


def test_a_click_near_a_country_means_it_and_one_in_the_ocean_none() -> None:
    assert nearest(53.0, -8.0, 5.0) == "IE"
    assert nearest(0.0, -140.0, 10.0) is None


def test_shades_are_steps_of_a_logarithmic_scale_that_name_their_counts() -> None:
    shading = shading_of({"IE": 1, "FR": 6, "US": 40})
    assert [shading.step(count) for count in (0, 1, 6, 40)] == [0, 1, 3, 4]
    assert [words for _, words in shading.legend()] == ["none", "1–2", "3–5", "6–15", "16+"]
    assert [words for _, words in shading_of({}).legend()] == ["none", "1+"]
    assert shading_of({"IE": 2}).step(2) >= 1
