"""Moving about in the reader: every key for movement, the card, search, folds, filter, read marks."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from newsdiff.library import Library
from tests.tui.driving import ReaderApp, messages, press, reader, screen_text, settled
from tui.app import NewsdiffApp
from tui.dialogs.note import NoteDialog
from tui.reader.screen import ReaderScreen
from widgets.reading.comparison_index import index_of

pytestmark = pytest.mark.usefixtures("small")


@pytest.fixture
async def reading(library: Library, event: str) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    """The small event in the reader."""
    app = ReaderApp(library, event)
    async with app.run_test(size=(140, 36)) as pilot:
        await settled(pilot)
        yield pilot, reader(app)


Reading = tuple[Pilot[None], ReaderScreen]


async def test_the_title_says_the_event_its_outlets_and_dates(reading: Reading) -> None:
    _, screen = reading
    assert screen.title_line.where == "Ferry aground off Norvik · 3 outlets · 1–2 Mar 2026"
    assert screen.title_line.facts == "aligned · level normal"


async def test_what_is_typed_before_the_comparison_is_there_is_done_then(
    library: Library, event: str
) -> None:
    app = ReaderApp(library, event)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(";", "/", *"nordline", "enter")
        await settled(pilot)
        screen = reader(app)
        assert screen.state.search == "nordline"
        assert (screen.state.row, screen.state.pane) == (2, "alpha")


async def test_the_status_counts_differences_and_rows(reading: Reading) -> None:
    pilot, screen = reading
    assert screen.status.where == "2 differences (≠ in 1 row, ? in 1 row) · row 1 of 5"
    await press(pilot, ";")
    assert screen.status.where == "difference 1 of 2 (≠ in 1 row, ? in 1 row) · row 1 of 5"
    await press(pilot, "j")
    assert screen.status.where.endswith("row 2 of 5")


@pytest.mark.parametrize("keys", [("l", "h"), ("right", "left"), ("tab", "shift+tab")])
async def test_sideways_keys_move_between_sources(reading: Reading, keys: tuple[str, str]) -> None:
    pilot, screen = reading
    await press(pilot, keys[0])
    assert screen.state.pane == "beta"
    await press(pilot, keys[1])
    assert screen.state.pane == "alpha"


async def test_a_number_goes_to_that_source(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "3")
    assert screen.state.pane == "gamma"
    await press(pilot, "9")
    assert screen.state.pane == "gamma"


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_rows_up_and_down(reading: Reading, down: str, up: str) -> None:
    pilot, screen = reading
    await press(pilot, down)
    assert screen.state.row == 1
    await press(pilot, up)
    assert screen.state.row == 0


@pytest.mark.parametrize(("last", "first"), [("G", "g"), ("end", "home")])
async def test_last_and_first_row(reading: Reading, last: str, first: str) -> None:
    pilot, screen = reading
    await press(pilot, last)
    assert screen.state.row == 3
    await press(pilot, first)
    assert screen.state.row == 0


@pytest.mark.parametrize(("down", "up"), [("space", "ctrl+u"), ("ctrl+d", "pageup"), ("pagedown", "pageup")])
async def test_pages_keep_the_cursor_inside(reading: Reading, down: str, up: str) -> None:
    pilot, screen = reading
    for _ in range(4):
        await press(pilot, down)
    assert screen.state.row == 3
    for _ in range(4):
        await press(pilot, up)
    assert screen.state.row == 0


async def test_brackets_step_through_the_differences(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, ";")
    assert screen.state.detail == "d1"
    await press(pilot, ";")
    assert screen.state.detail == "d5"
    await press(pilot, ";")
    assert "No more differences" in messages(screen.newsdiff)
    await press(pilot, "'")
    assert screen.state.detail == "d1"


async def test_braces_and_angles_step_through_the_other_relations(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "}")
    assert screen.state.detail == "d4"
    await press(pilot, "g", ">")
    assert screen.state.detail == "d2"
    await press(pilot, "G", "<")
    assert screen.state.detail == "d2"
    await press(pilot, "G", "{")
    assert screen.state.detail == "d4"


async def test_w_steps_through_the_marks_of_a_row(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "w")
    assert (screen.state.pane, screen.state.detail) == ("alpha", "d1")
    await press(pilot, "w")
    assert screen.state.detail == "d3"
    await press(pilot, "W")
    assert screen.state.detail == "d1"


async def test_a_crossing_is_followed_and_comes_back(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "3", "c")
    assert (screen.state.row, screen.state.pane) == (1, "beta")
    await press(pilot, "ctrl+o")
    assert (screen.state.row, screen.state.pane) == (0, "gamma")
    await press(pilot, "ctrl+f")
    assert screen.state.row == 1
    await press(pilot, "backspace")
    assert screen.state.row == 0
    await press(pilot, "c")
    assert screen.state.row == 1
    assert "From row 1 in Gamma Post; c goes back." in messages(pilot.app)
    await press(pilot, "c")
    assert screen.state.row == 0


async def test_a_row_is_reached_by_its_number(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, ":", "4", "enter")
    assert screen.state.row == 3
    await press(pilot, ":", "9", "9", "enter")
    assert screen.state.row == 3
    assert "There is no row 99" in messages(screen.newsdiff)


# -- search ----------------------------------------------------------------------------


async def test_search_jumps_while_typing_and_counts(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "/", *"nordline")
    assert (screen.state.row, screen.state.pane) == (2, "alpha")
    assert "hit 1 of 2 for “nordline”" in screen.status.where
    await press(pilot, "enter", "n")
    assert (screen.state.row, screen.state.pane) == (2, "gamma")
    await press(pilot, "N")
    assert screen.state.pane == "alpha"


async def test_escape_closes_the_search_and_goes_back_to_where_it_began(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "j", "/", *"nordline", "escape")
    assert (screen.state.row, screen.state.search) == (1, "")
    assert not screen.query_one("#asking", Input).display
    assert screen.grid.has_focus


async def test_a_search_without_hits_says_so(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "/", *"zeppelin", "enter")
    assert "was not found in any of the sources" in messages(screen.newsdiff)
    await press(pilot, "escape")
    assert screen.state.search == ""


async def test_the_search_line_takes_the_keys_of_the_reader_as_text(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "/", *"jq?]/:")
    assert screen.query_one("#asking", Input).value == "jq?]/:"


# -- the card ----------------------------------------------------------------------------


async def test_enter_opens_the_card_and_escape_closes_it(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, ";", "enter")
    assert screen.card.display
    assert "people on board" in screen.card.plain_text
    await press(pilot, ";")
    assert "who was hurt" in screen.card.plain_text
    await press(pilot, "escape")
    assert not screen.card.display
    assert screen.grid.has_focus


async def test_enter_on_a_paragraph_without_a_mark_says_so(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "2", "G", "enter")
    assert not screen.card.display
    assert "Nothing is marked here." in messages(screen.newsdiff)


async def test_the_card_goes_to_the_place_of_a_mention(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, ";", "enter")
    seen = set()
    for _ in range(3):
        await press(pilot, "down", "enter")
        seen.add(screen.state.pane)
    assert "beta" in seen
    assert screen.state.detail == "d1"


async def test_the_card_opens_and_closes_without_moving_the_text(library: Library, event: str) -> None:
    app = ReaderApp(library, event)
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        screen = reader(app)
        await press(pilot, ";", ";")
        before = screen.grid.scroll_y, screen.grid.size
        await press(pilot, "enter")
        assert screen.card.display
        assert (screen.grid.scroll_y, screen.grid.size) == before
        line = screen.grid.region.y + screen.grid.cursor_line
        assert not screen.card.region.y <= line < screen.card.region.bottom
        await press(pilot, "escape")
        assert (screen.grid.scroll_y, screen.grid.size) == before


async def test_the_words_at_the_foot_of_the_card_can_be_clicked(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, ";", "enter")
    at = screen.card.region.bottom - 1
    foot = screen_text(pilot.app).splitlines()[at]
    await pilot.click(offset=(foot.index("y copy"), at))
    await settled(pilot)
    assert "Copied" in messages(screen.newsdiff)
    await pilot.click(offset=(foot.index("esc close"), at))
    await settled(pilot)
    assert not screen.card.display


# -- folding, filter, read ------------------------------------------------------------------


async def test_z_says_when_nothing_folds(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "z")
    assert not screen.state.fold_all
    assert "Nothing to fold" in messages(pilot.app)


async def test_the_filter_shows_only_what_is_ticked(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "f", "j", "j")
    await press(pilot, "space", "enter")
    assert screen.state.standings == {"differs", "may-differ", "may-share", "only", "shared"}
    assert "shown: ≠ ? ~ + =" in screen.status.where
    await press(pilot, "f", "ctrl+a", "ctrl+s")
    assert len(screen.state.standings) == 6


async def test_m_marks_a_row_as_read_for_good(reading: Reading, library: Library, event: str) -> None:
    pilot, screen = reading
    await press(pilot, "m")
    assert library.reading.read(event) == {"alpha.p1", "beta.p1", "gamma.p1"}
    await press(pilot, ".")
    assert screen.state.row == 1
    await press(pilot, "k", "m")
    assert library.reading.read(event) == frozenset()


async def test_what_was_put_aside_can_be_shown(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "i")
    assert screen.state.show_noise
    await press(pilot, "i")
    assert not screen.state.show_noise


async def test_an_event_comes_back_where_it_was_left(library: Library, event: str) -> None:
    app = NewsdiffApp(library)
    async with app.run_test(size=(140, 36)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "B")
        await press(pilot, "j", "j", "l", "l", "q")
        session = library.reading.session(event)
        assert session is not None
        assert (session.view.place.paragraph, session.view.place.pane) == ("gamma.p2", "gamma")
        await press(pilot, "enter")
        assert (reader(app).state.row, reader(app).state.pane) == (2, "gamma")


async def test_moving_never_leaves_the_comparison(reading: Reading) -> None:
    pilot, screen = reading
    comparison = screen.comparison
    assert comparison is not None
    await press(pilot, *"jjjjjjjjjjllllllkkkkkkkkkkkkhhhhhh][}{GGg")
    assert 0 <= screen.state.row < len(comparison.rows)
    assert screen.state.pane in {"alpha", "beta", "gamma"}
    assert screen.state.detail in {None, *index_of(comparison).details}


async def test_what_is_typed_in_one_burst_behind_the_key_of_the_search_is_searched(
    library: Library, event: str
) -> None:
    app = ReaderApp(library, event)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        for character in "/norbo":
            app.post_message(events.Key("slash" if character == "/" else character, character))
        await settled(pilot)
        assert reader(app).asking.value == "norbo"
        assert reader(app).state.search == "norbo"


async def test_a_row_number_typed_in_one_burst_with_enter_is_gone_to_in_the_view_just_chosen(
    library: Library, event: str
) -> None:
    app = ReaderApp(library, event)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        for character in "v:4\r":
            name = {":": "colon", "\r": "enter"}.get(character, character)
            app.post_message(events.Key(name, character))
        await settled(pilot)
        assert (reader(app).state.view, reader(app).state.row) == ("own", 3)
        assert not reader(app).asking.display


async def test_keys_typed_in_one_burst_behind_the_enter_of_a_line_belong_to_the_text(
    library: Library, event: str
) -> None:
    app = ReaderApp(library, event)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, ":")
        for character in "4\rF":
            app.post_message(events.Key("enter" if character == "\r" else character, character))
        await settled(pilot)
        assert reader(app).state.row == 3
        assert reader(app).state.shading
        assert not reader(app).asking.display


async def test_what_is_typed_in_one_burst_behind_the_key_of_a_window_is_written_there(
    library: Library, event: str
) -> None:
    app = ReaderApp(library, event)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        for character in "aWho counted?":
            app.post_message(events.Key("space" if character == " " else character, character))
        await settled(pilot)
        assert isinstance(app.screen, NoteDialog)
        assert app.screen.draft.body == "Who counted?"
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert [note.body for note in library.notes.of(event)] == ["Who counted?"]


async def test_a_step_to_the_next_hit_says_when_it_goes_round_and_when_there_is_no_other(
    reading: Reading,
) -> None:
    pilot, _ = reading
    await press(pilot, "/", *"hospital", "enter", "n")
    assert "There is no other hit for “hospital”." in messages(pilot.app)
    await press(pilot, "/", *"norvik", "enter")
    for _ in range(3):
        await press(pilot, "n")
    assert "Search wrapped to the top." in messages(pilot.app)


async def test_a_card_opened_on_a_hit_leaves_the_reader_on_that_hit(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "/", *"norvik", "enter", "n")
    before = screen.state.place
    assert "hit 2 of 3" in screen.status.where
    await press(pilot, "enter")
    assert screen.card.display
    assert "hit 2 of 3" in screen.status.where
    assert (screen.state.row, screen.state.pane, screen.state.at) == (before.row, before.pane, before.at)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
async def test_the_footer_shows_whole_words_and_always_the_key_of_the_help(
    library: Library, event: str, width: int
) -> None:
    app = ReaderApp(library, event)
    async with app.run_test(size=(width, 24)) as pilot:
        await settled(pilot)
        await press(pilot, ";")
        footer = screen_text(app).splitlines()[-1]
        assert "? help" in footer
        keys, words = "[ ] h l ⏎ / a s v ? ^p", "worth a look source why search note save view help palette"
        assert set(footer.split()) <= {*keys.split(), *words.split()}


async def test_words_that_stand_only_in_what_was_put_aside_are_said_to_stand_there(reading: Reading) -> None:
    pilot, screen = reading
    comparison = screen.comparison
    assert comparison is not None
    aside = next(
        (article, block)
        for article in comparison.articles
        for block in article.blocks
        if block.role in ("caption", "heading", "noise")
    )
    article, block = aside
    words = article.text[block.start : block.end]
    await press(pilot, "/", *words, "enter")
    said = f"stands only in what was put aside of {article.label}"
    assert f"{said}; i shows that." in messages(pilot.app)
    await press(pilot, "i", "n")
    assert f"{said}." in messages(pilot.app)


async def test_words_that_stand_only_in_a_title_are_said_to_stand_there(reading: Reading) -> None:
    pilot, screen = reading
    comparison = screen.comparison
    assert comparison is not None
    article, title = next(
        (article, block)
        for article in comparison.articles
        for block in article.blocks
        if block.role == "title"
    )
    await press(pilot, "/", *article.text[title.start : title.end], "enter")
    assert f"stands only in the title of {article.label}." in messages(pilot.app)
