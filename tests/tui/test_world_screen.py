"""The world's news by country, and blind spots, driven by keys and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.strip import Strip

from newsdiff.library import Library
from newsdiff.outlets.countries import countries
from newsdiff.settings.model import Settings
from newsdiff.world.counts import WorldNews
from newsdiff.world.model import Report
from tests.tui.driving import messages, press, screen_text, settled
from tests.world.world_articles import MISSED, OWN, SHARED, fill
from tui.app import NewsdiffApp
from tui.reader.screen import ReaderScreen
from tui.world.blind_spots import BlindSpotsScreen
from tui.world.country_list import MOST_KEPT
from tui.world.news_list import PAGE
from tui.world.screen import WorldScreen


@pytest.fixture
def world(library: Library, tmp_path: Path) -> NewsdiffApp:
    fill(library)
    library.keep_fact("welcomed", "yes")
    return NewsdiffApp(library, settings=Settings(tmp_path / "config.toml", home=("IE",)))


async def to_world(pilot: Pilot[None]) -> WorldScreen:
    await settled(pilot)
    await press(pilot, "W")
    screen = pilot.app.screen
    assert isinstance(screen, WorldScreen)
    while not screen.news.reports:
        await pilot.pause(0.02)
    await settled(pilot)
    return screen


async def test_the_list_names_the_countries_and_the_news_of_the_one_under_the_cursor(
    world: NewsdiffApp,
) -> None:
    async with world.run_test(size=(120, 40)) as pilot:
        screen = await to_world(pilot)
        await press(pilot, "/", *"irel", "enter")
        shown = screen_text(world)
        assert "Ireland ⌂" in shown
        assert "Ireland · 8 events · 3 outlets" in shown
        assert OWN in shown
        assert MISSED not in shown
        assert "in 4 other countries" in shown  # the trams
        assert screen.map.cursor == "IE"
        await press(pilot, "l")
        wanted = world.library.events.named(OWN)[0].id
        while screen.news_list.current != wanted:
            await press(pilot, "j")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_a_name_that_is_typed_while_the_reports_are_read_loses_no_letter(world: NewsdiffApp) -> None:
    async with world.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("W", "/", *"ire")  # nothing is waited for
        screen = pilot.app.screen
        assert isinstance(screen, WorldScreen)
        screen.load()  # as if articles had arrived meanwhile
        await pilot.press(*"land")
        while not screen.news.reports:
            await pilot.pause(0.02)
        await settled(pilot)
        assert screen.find_line.value == "ireland"
        assert screen.map.cursor == screen.countries_list.current == "IE"
        assert "Ireland · 8 events" in screen_text(world)


async def test_the_wheel_comes_to_the_end_of_long_news(world: NewsdiffApp) -> None:
    async with world.run_test(size=(120, 40)) as pilot:
        screen = await to_world(pilot)
        item = screen.news.of_country("IE")[0]
        screen.news_list.show([item] * (3 * PAGE), {})
        await settled(pilot)
        assert screen.news_list.option_count == PAGE
        last = -1.0
        while screen.news_list.scroll_y != last:
            last = screen.news_list.scroll_y
            screen.news_list.scroll_relative(y=10, animate=False, force=True)
            await settled(pilot)
        assert screen.news_list.option_count == 3 * PAGE


async def test_on_the_map_keys_go_from_country_to_country_and_a_click_lights_one(world: NewsdiffApp) -> None:
    async with world.run_test(size=(120, 40)) as pilot:
        screen = await to_world(pilot)
        await press(pilot, "/", *"ireland", "enter", "m", "l")
        assert screen.map.cursor == screen.countries_list.current == "GB"
        await press(pilot, "h")
        assert screen.map.cursor == "IE"
        land = screen.map.land
        row = next(number for number, codes in enumerate(land.codes) if "US" in codes)
        x = land.codes[row].index("US") + screen.map._left
        assert screen.map.country_at(x, row + screen.map._top) == "US"
        await pilot.click("#map", offset=(x + 1, row + screen.map._top + 1))  # within its border
        assert screen.map.cursor == screen.countries_list.current == "US"
        assert " United States " in screen_text(world)


async def test_at_80_columns_the_list_does_everything_and_a_key_shows_the_map(world: NewsdiffApp) -> None:
    async with world.run_test(size=(80, 24)) as pilot:
        screen = await to_world(pilot)
        assert not screen.map.display
        assert SHARED in screen_text(world)
        await press(pilot, "m")
        assert screen.map.size.width > 60
        assert not screen.countries_list.display
        await press(pilot, "escape")
        assert screen.countries_list.display
        assert screen.countries_list.has_focus


async def test_fewer_days_have_fewer_events(world: NewsdiffApp) -> None:
    async with world.run_test(size=(120, 40)) as pilot:
        screen = await to_world(pilot)
        assert "‹ week ›" in screen.title_line.facts
        everything = screen.news.events
        await press(pilot, "<", "<")
        assert "‹ today ›" in screen.title_line.facts
        assert screen.news.events < everything
        await press(pilot, "<")
        assert "Only one day is shown." in messages(world)


async def test_back_at_days_that_were_shown_the_list_is_the_same_and_in_another_theme_has_its_colours(
    world: NewsdiffApp,
) -> None:
    def lines(screen: WorldScreen) -> list[Strip]:
        height = screen.countries_list.content_size.height
        return [screen.countries_list.render_line(line) for line in range(height)]

    def bar(some: list[Strip]) -> object:
        return next(one.style and one.style.color for line in some for one in line if "▰" in one.text)

    async with world.run_test(size=(120, 40)) as pilot:
        screen = await to_world(pilot)
        first = lines(screen)
        await press(pilot, "<", "<")
        assert lines(screen) != first
        await press(pilot, ">", ">")
        assert lines(screen) == first
        world.theme = "newsdiff-light"
        await settled(pilot)
        other = lines(screen)
        assert [line.text for line in other] == [line.text for line in first]
        assert bar(other) != bar(first)


async def test_of_the_lines_that_were_drawn_no_more_are_kept_than_are_looked_at_again(
    world: NewsdiffApp,
) -> None:
    async with world.run_test(size=(120, 40)) as pilot:
        shown = (await to_world(pilot)).countries_list
        height, codes = (
            shown.content_size.height,
            sorted(countries(), key=lambda code: countries()[code].name),
        )
        for first in range(2 * MOST_KEPT // height):
            some = codes[first : first + height]
            news = WorldNews(Report("one", 1, "An outlet", code, "en", None, "") for code in some)
            shown.show(news, some[0], ())
            for line, code in enumerate(some):
                assert countries()[code].name[:10] in shown.render_line(line).text
        assert len(shown._drawn) <= MOST_KEPT
        assert len(shown._prompts) <= MOST_KEPT


async def test_the_feeds_of_a_country_are_added_from_the_map(world: NewsdiffApp) -> None:
    async with world.run_test(size=(120, 40)) as pilot:
        await to_world(pilot)
        await press(pilot, "/", *"ireland", "enter", "f")
        assert any("rte.ie" in feed.url for feed in world.library.feeds.all())
        assert "added" in messages(world)


async def test_blind_spots_of_home_are_listed_with_what_they_rest_on(world: NewsdiffApp) -> None:
    async with world.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "b")
        shown = screen_text(world)
        assert "not reported in Ireland" in shown
        assert "Judged by 3 outlets at home with 12 articles" in shown
        assert MISSED in shown
        assert "4 countries: France, Norway, United Kingdom, United States" in shown
        assert SHARED not in shown
        await press(pilot, "tab")
        shown = screen_text(world)
        assert OWN in shown
        assert MISSED not in shown
        await press(pilot, "c", "enter")
        assert isinstance(pilot.app.screen, BlindSpotsScreen)


async def test_without_a_home_blind_spots_ask_for_one(library: Library) -> None:
    fill(library)
    app = NewsdiffApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "b")
        assert "No home yet" in screen_text(app)
        assert 'home = "IE"' in screen_text(app)


async def test_the_library_is_narrowed_to_a_country_by_key_and_by_typing(world: NewsdiffApp) -> None:
    async with world.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "/", *"country:fr")
        await pilot.pause(0.2)
        await settled(pilot)
        shown = screen_text(world)
        assert MISSED in shown
        assert OWN not in shown
        await press(pilot, "enter", "c")
        assert "Ireland" in screen_text(world)
