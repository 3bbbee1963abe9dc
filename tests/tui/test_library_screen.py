"""The library screen, driven as a person would."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Static, TextArea

from newsdiff.library import Library, Session, View, open_library
from newsdiff.model import Article, Block, numbered
from newsdiff.settings.model import Settings
from tests.library.library_accounts import Account, two
from tests.tui.driving import settled
from tests.tui.small_event import TITLE, reading
from tui.app import WHERE_FACT, NewsdiffApp
from tui.library.lists import EventList, SourceList
from tui.library.screen import PAGE, LibraryScreen
from tui.notes.screen import NotesScreen
from tui.parts.fields import Filter
from tui.reader.screen import ReaderScreen
from widgets.strip.compare_strip import CompareStrip

pytestmark = pytest.mark.usefixtures("small")


def article_by(text: str, name: str) -> Article:
    """A short article of an outlet."""
    block = numbered(name, [Block("", "paragraph", 0, len(text))])
    return Article(name, f"{name}.txt", text, block, outlet=name, title=text[:30])


def lines(app: NewsdiffApp, selector: str) -> str:
    """What a list or a panel shows, as text."""
    widget = app.screen.query_one(selector)
    if isinstance(widget, Static):
        return str(widget.visual)
    assert isinstance(widget, EventList | SourceList)
    return "\n".join(str(option.prompt) for option in widget.options)


async def test_the_first_launch_holds_the_sample_and_says_what_to_do(tmp_path: Path) -> None:
    with open_library(tmp_path / "fresh") as library:
        app = NewsdiffApp(library)
        async with app.run_test() as pilot:
            await settled(pilot)
            assert "Putin" in lines(app, "#events")
            assert app.screen.query_one("#welcome").display
            assert "Press enter to read the sample event" in lines(app, "#welcome")


async def test_an_empty_library_says_what_to_do(app: NewsdiffApp) -> None:
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "a adds articles: files, a folder, addresses" in lines(app, "#empty")
        assert app.screen.query_one("#empty").display


async def test_events_sources_and_differences_are_shown(app: NewsdiffApp, event: str) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settled(pilot)
        await pilot.pause(0.3)
        await settled(pilot)
        assert TITLE in lines(app, "#events")
        assert "3 outlets · 2 worth a look · 1–2 Mar 2026" in lines(app, "#events")
        assert "■ ▰▱▱▱▱  21% Alpha Daily  1 Mar · 45 words" in lines(app, "#sources")
        assert "≠ people on board: “212” Alpha Daily, Gamma Post · “220” Beta News" in lines(app, "#differs")


async def test_sources_stand_as_they_were_published_with_their_times_and_what_they_lack(
    app: NewsdiffApp, library: Library
) -> None:
    moments = {"east": "2026-03-15T06:00:00+09:00", "west": "2026-03-14T20:00:00+00:00", "north": None}
    articles = []
    for name, moment in moments.items():
        at = datetime.fromisoformat(moment) if moment else None
        written = replace(article_by(f"The {name} reports it.", name), published_at=at)
        articles.append(replace(written, published=at.date() if at else date(2026, 3, 14)))
    articles[0] = replace(articles[0], remarks=("behind a paywall: only the first paragraph can be read",))
    library.events.add(Account("Ferry", tuple(articles)))
    async with app.run_test(size=(160, 40)) as pilot:
        await settled(pilot)
        shown = lines(app, "#sources")
        assert shown.index("north") < shown.index("west") < shown.index("east")
        assert "15 Mar · 06:00 UTC+09:00" in shown
        assert "! behind a paywall: only the first paragraph can be read" in shown
        assert "14 Mar · 4 words" in shown


async def test_a_field_for_text_that_was_shown_leaves_no_frame_around_the_reader(
    app: NewsdiffApp, event: str
) -> None:
    async with app.run_test() as pilot:
        await settled(pilot)
        for key in ("enter", "a", "escape", "q", "enter"):
            await pilot.press(key)
            await settled(pilot)
        text = app.screen.query_one("#text")
        assert text.content_region == text.region


async def test_enter_opens_the_event_in_the_reader(app: NewsdiffApp, event: str) -> None:
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("q")
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)


async def test_enter_before_the_events_are_read_opens_the_first_of_them(app: NewsdiffApp, event: str) -> None:
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, ReaderScreen)


async def test_what_is_typed_behind_enter_is_done_once_there_is_something_to_read(
    app: NewsdiffApp, event: str
) -> None:
    async with app.run_test() as pilot:
        await settled(pilot)
        for key in ("enter", "right_square_bracket", "enter"):
            app.post_message(events.Key(key, None))
        while not app.screen.query(CompareStrip) or not app.screen.query_one(CompareStrip).says_why:
            await pilot.pause(0.02)
        await settled(pilot)
        assert app.screen.query_one(CompareStrip).display


async def test_space_leaves_a_source_out_and_takes_it_in_again(
    app: NewsdiffApp, library: Library, event: str
) -> None:
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("l", "j", "space")
        await settled(pilot)
        assert "□ left out   Beta News" in lines(app, "#sources")
        session = library.reading.session(event)
        assert session is not None
        assert session.view.sources == ("alpha", "gamma")
        await pilot.press("space")
        assert "□" not in lines(app, "#sources")


async def test_two_sources_always_stay(app: NewsdiffApp, event: str) -> None:
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("l", "space", "j", "space")
        await settled(pilot)
        assert lines(app, "#sources").count("□") == 1


async def test_saved_comparisons_stand_below_their_event_and_open(
    app: NewsdiffApp, library: Library, event: str
) -> None:
    library.saved.add(event, "my reading", View(sources=("alpha", "beta"), base="beta"))
    async with app.run_test() as pilot:
        await settled(pilot)
        assert lines(app, "#events").splitlines()[3].startswith("  ▪ my reading")
        await pilot.press("j", "enter")
        await settled(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.opened.choice.base == "beta"
        assert app.screen.opened.saved is not None


async def test_deleting_an_event_can_be_undone(app: NewsdiffApp, library: Library, event: str) -> None:
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
        assert library.events.all() == ()
        await pilot.press("u")
        await settled(pilot)
        assert [one.id for one in library.events.all()] == [event]
        assert TITLE in lines(app, "#events")


async def test_deleting_a_saved_comparison_can_be_undone(
    app: NewsdiffApp, library: Library, event: str
) -> None:
    library.saved.add(event, "my reading", View())
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("j", "d")
        await settled(pilot)
        assert library.saved.all() == ()
        assert [one.id for one in library.events.all()] == [event]
        await pilot.press("u")
        await settled(pilot)
        assert [one.name for one in library.saved.all()] == ["my reading"]


async def test_the_filter_forgives_a_typing_error_and_escape_shows_all_again(
    app: NewsdiffApp, library: Library, event: str
) -> None:
    other = reading()
    library.events.add(type(other)("Elections in Ruritania", other.articles[:2]))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("slash", *"ruritanja")
        await settled(pilot)
        assert lines(app, "#events").count("outlets") == 1
        await pilot.press("escape")
        await settled(pilot)
        assert lines(app, "#events").count("outlets") == 2


async def test_the_notes_of_an_event_are_listed(app: NewsdiffApp, library: Library, event: str) -> None:
    library.notes.add(event, "call the harbour")
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "1 note" in lines(app, "#events")
        await pilot.press("A")
        await settled(pilot)
        assert isinstance(app.screen, NotesScreen)


async def test_an_event_added_by_another_window_appears(app: NewsdiffApp, tmp_path: Path, event: str) -> None:
    async with app.run_test() as pilot:
        await settled(pilot)
        with open_library(tmp_path / "data") as other:
            added = reading()
            other.events.add(type(added)("From another window", added.articles[1:]))
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        screen.look_for_changes()
        await settled(pilot)
        assert "From another window" in lines(app, "#events")


async def test_the_tour_is_one_screen_with_the_signs_and_the_first_keys(tmp_path: Path) -> None:
    with open_library(tmp_path / "fresh") as library:
        app = NewsdiffApp(library)
        async with app.run_test(size=(120, 40)) as pilot:
            await settled(pilot)
            shown = lines(app, "#welcome")
            assert all(
                word in shown for word in ("≠ differs", "≈ spelled differently", "+ only here", "= shared")
            )
            assert app.screen.query_one("#events").size.height > 8
            await pilot.press("w")
            assert not app.screen.query_one("#welcome").display


async def test_the_filter_finds_the_name_of_a_saved_comparison(
    app: NewsdiffApp, library: Library, event: str
) -> None:
    library.saved.add(event, "quarterly", View())
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("slash", *"quarterly")
        await settled(pilot)
        assert "quarterly" in lines(app, "#events")


async def test_newsdiff_left_in_the_reader_opens_there_again(library: Library, event: str) -> None:
    first = NewsdiffApp(library)
    async with first.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("l", "j")
        await settled(pilot)
        left = first.screen
        assert isinstance(left, ReaderScreen)
        place = left.state.row, left.state.pane
    second = NewsdiffApp(library)
    async with second.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        back = second.screen
        assert isinstance(back, ReaderScreen)
        assert (back.state.row, back.state.pane) == place != (0, "alpha")
        await pilot.press("q")
        await settled(pilot)
        assert isinstance(second.screen, LibraryScreen)
    third = NewsdiffApp(library)
    async with third.run_test() as pilot:
        await settled(pilot)
        assert isinstance(third.screen, LibraryScreen)


async def test_the_library_opens_on_what_was_read_last(library: Library, event: str) -> None:
    other = reading()
    library.events.add(type(other)("Elections in Ruritania", other.articles[:2]))
    library.reading.leave(Session(event, View()))
    app = NewsdiffApp(library)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.events_list.current_event == event


async def test_start_in_the_library_when_the_settings_say_so(
    library: Library, event: str, tmp_path: Path
) -> None:
    library.keep_fact(WHERE_FACT, event)
    app = NewsdiffApp(library, settings=Settings(tmp_path / "config.toml", start="library"))
    async with app.run_test() as pilot:
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)


async def test_an_event_deleted_since_does_not_keep_newsdiff_from_starting(
    library: Library, event: str
) -> None:
    library.keep_fact(WHERE_FACT, event)
    library.events.delete(event)
    app = NewsdiffApp(library)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)


async def test_the_filter_finds_folded_words_of_the_texts(app: NewsdiffApp, library: Library) -> None:
    library.events.place([article_by("Zełenski spoke to U.S. envoys in Norvik harbour about ferries.", "a")])
    library.events.place([article_by("Goats grazed quietly above a Ruritanian village.", "b")])
    async with app.run_test() as pilot:
        await settled(pilot)
        for words in ("zelenski", "us envoys"):
            await pilot.press("slash", *["space" if sign == " " else sign for sign in words])
            await settled(pilot)
            assert app.screen.query_one("#events", EventList).option_count == 1
            await pilot.press("escape")
            await settled(pilot)


async def test_only_the_first_page_of_a_large_library_is_read_until_one_goes_on(
    app: NewsdiffApp, library: Library
) -> None:
    for number in range(PAGE + 5):
        library.events.place([article_by(f"Text number {number}.", "a")], event=f"Event {number}")
    async with app.run_test() as pilot:
        await settled(pilot)
        events = app.screen.query_one("#events", EventList)
        assert events.option_count == PAGE
        await pilot.press("G")
        await settled(pilot)
        await pilot.pause(0.2)
        await settled(pilot)
        assert events.option_count == PAGE + 5


async def test_the_event_read_last_stands_first_however_many_have_changed_since(
    app: NewsdiffApp, library: Library, event: str
) -> None:
    library.reading.leave(Session(event, View()))
    for number in range(PAGE + 5):
        library.events.place([article_by(f"Text number {number}.", "a")], event=f"Event {number}")
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        events = app.screen.query_one("#events", EventList)
        assert (events.current_event, events.highlighted) == (event, 0)
        assert "read last" in lines(app, "#events")
        await pilot.press("G")
        await settled(pilot)
        await pilot.pause(0.2)
        await settled(pilot)
        assert events.option_count == PAGE + 6


async def test_a_source_is_split_off_and_undo_puts_it_back(
    app: NewsdiffApp, library: Library, event: str
) -> None:
    async with app.run_test() as pilot:
        await settled(pilot)
        before = {one.sha256 for one in library.events.sources(event)}
        await pilot.press("l", "x")
        await settled(pilot)
        assert library.events.count() == 2
        assert len(library.events.sources(event)) == len(before) - 1
        await pilot.press("u")
        await settled(pilot)
        assert library.events.count() == 1
        assert {one.sha256 for one in library.events.sources(event)} == before


async def test_one_event_is_merged_into_another_by_two_presses_and_taken_out_by_undo(
    app: NewsdiffApp, library: Library, event: str
) -> None:
    library.events.place([article_by("Goats grazed quietly above a Ruritanian village.", "b")])
    async with app.run_test() as pilot:
        await settled(pilot)
        before = {event.id: len(event.outlets) for event in library.events.all()}
        await pilot.press("g", "M", "j", "M")
        await settled(pilot)
        assert library.events.count() == 1
        await pilot.press("u")
        await settled(pilot)
        assert {event.id: len(event.outlets) for event in library.events.all()} == before


async def test_pinning_is_shown_and_can_be_taken_back(app: NewsdiffApp, library: Library, event: str) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settled(pilot)
        await pilot.press("p")
        await settled(pilot)
        assert library.events.get(event).pinned
        assert "pinned" in lines(app, "#events")
        await pilot.press("u")
        await settled(pilot)
        assert not library.events.get(event).pinned


async def test_what_is_typed_in_one_burst_behind_the_key_of_the_filter_is_filtered(
    app: NewsdiffApp, event: str
) -> None:
    async with app.run_test() as pilot:
        await settled(pilot)
        for key in "/naiad":  # n, a, i and d are keys of the screen, too
            app.post_message(events.Key("slash" if key == "/" else key, key))
        await settled(pilot)
        await pilot.pause(0.2)
        assert app.screen.query_one("#filter", Filter).value == "naiad"
        assert isinstance(app.screen, LibraryScreen)
        await settled(pilot)
        assert lines(app, "#empty") == "No event matches. escape shows all of them again."
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert TITLE in lines(app, "#events")


async def test_the_welcome_is_hidden_for_good_and_comes_back_when_asked_for(
    app: NewsdiffApp, event: str
) -> None:
    async with app.run_test() as pilot:
        await settled(pilot)
        welcome = app.screen.query_one("#welcome")
        while not welcome.display:  # the events are read after the first paint
            await pilot.pause(0.05)
        await pilot.press("w", "/", "x", "escape")
        await settled(pilot)
        assert not welcome.display
        await pilot.press("w")
        await settled(pilot)
        assert welcome.display


async def test_events_in_sight_are_compared_before_anybody_asks(
    app: NewsdiffApp, library: Library, event: str
) -> None:
    other = library.events.add(two()).id
    async with app.run_test() as pilot:
        await settled(pilot)
        while library.events.get(other).overview is None or library.events.get(event).overview is None:
            await pilot.pause(0.1)
            await settled(pilot)
        assert lines(app, "#events").count("worth a look") == 2


async def test_an_outlet_with_several_articles_is_named_once(app: NewsdiffApp, library: Library) -> None:
    first, second = article_by("One text.", "one"), article_by("Another text.", "two")
    library.events.place([replace(one, outlet="The Sun") for one in (first, second)], event="Suns")
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "1 outlet, 2 articles" in lines(app, "#events")
        assert lines(app, "#events").endswith("The Sun ×2")
        assert "The Sun (1)" in lines(app, "#sources")
        assert "The Sun (2)" in lines(app, "#sources")


async def test_the_list_with_the_cursor_is_wider_where_there_is_little_room(
    app: NewsdiffApp, event: str
) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        left, right = app.screen.query_one("#events"), app.screen.query_one("#right")
        assert left.outer_size.width > right.outer_size.width
        await pilot.press("l")
        await settled(pilot)
        assert left.outer_size.width < right.outer_size.width


async def test_an_article_that_stands_alone_is_read_alone(app: NewsdiffApp, library: Library) -> None:
    library.events.place([article_by("A lonely text.", "one")])
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.pause(0.3)
        assert lines(app, "#differs") == "Only one article so far: there is none yet to compare it with."
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen.query_one("#words", TextArea).text == "A lonely text."
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)
