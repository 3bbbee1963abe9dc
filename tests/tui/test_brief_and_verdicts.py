"""The brief opens first; every line opens its words; verdicts are one key each and can be undone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from newsdiff import read_event
from newsdiff.library import Library
from newsdiff.readers import EventReading
from newsdiff.reports import FORMATS, render
from newsdiff.shortened import cut
from tests.details.small_events import article
from tests.exchange.desk import SEEDS
from tests.tui.driving import ReaderApp, compared, messages, press, reader, screen_text, settled
from tests.tui.small_event import reading as small_reading
from tui.app import NewsdiffApp
from tui.open_event import OpenedEvent
from tui.reader.screen import ReaderScreen
from tui.reader.writing.verdicts import LONGEST_NAME
from widgets.brief.view import BriefView
from widgets.matrix.detail_matrix import matrix_lines
from widgets.reading.reading_state import filtered, panes
from widgets.strip.ranking import places_worth_a_look

Reading = tuple[Pilot[None], ReaderScreen]


@pytest.fixture
def event(library: Library) -> str:
    """The sample."""
    return library.events.add(read_event([SEEDS])).id


@pytest.fixture
async def reading(library: Library, event: str) -> AsyncIterator[Reading]:
    """The sample in the reader, where the brief is first."""
    app = ReaderApp(library, event, "brief")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        yield pilot, reader(app)


def brief(screen: ReaderScreen) -> BriefView:
    return screen.query_one(BriefView)


def in_view(screen: ReaderScreen) -> list[str]:
    """The articles of the panes on the screen."""
    assert screen.comparison is not None
    shown = panes(screen.state, screen.comparison)
    return [shown[slot.pane] for slot in screen.grid.slots]


def differing(screen: ReaderScreen) -> int:
    assert screen.comparison is not None
    return sum(one.relation == "differs" for one in screen.comparison.details)


def app_of(pilot: Pilot[None]) -> NewsdiffApp:
    assert isinstance(pilot.app, NewsdiffApp)
    return pilot.app


async def test_an_event_that_was_never_read_opens_with_its_brief(reading: Reading) -> None:
    pilot, _ = reading
    shown = screen_text(pilot.app)
    for words in ("Worth a look", "not judged", "Most reported", "Only in one"):
        assert words in shown


async def test_the_key_of_the_brief_leads_on_into_the_text_and_back(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "j", "B")
    assert screen.state.view == "aligned"
    detail = screen.state.detail
    assert detail == brief(screen).detail
    await press(pilot, "v", "B")
    assert screen.state.view == "brief"
    await press(pilot, "B")
    assert screen.state.view == "own"


async def test_enter_opens_the_words_of_a_difference_and_again_goes_to_the_text(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "enter")
    assert screen.card.display
    await press(pilot, "enter")
    assert screen.state.view == "aligned"


async def test_the_card_lies_off_the_words_that_it_led_to(library: Library, event: str) -> None:
    app = ReaderApp(library, event, "brief")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        screen = reader(app)
        for line in range(6):
            await press(pilot, "home", *("j",) * line, "enter", "enter")
            await pilot.pause(0.1)
            assert screen.card.display
            is_low = screen.grid.cursor_line > screen.grid.view_height // 2
            assert screen.card.has_class("-at-top") == is_low
            await press(pilot, "escape", "B")


async def test_the_text_can_be_gone_to_from_every_line_of_the_brief(library: Library, event: str) -> None:
    """Not all five panes fit: what is gone to slides them while the brief hides them."""
    app = ReaderApp(library, event, "brief")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        screen = reader(app)
        seen = set()
        for line in range(12):
            await press(pilot, "home", *("j",) * line, "enter", "enter")
            seen.add(screen.state.pane)
            if screen.state.view == "aligned":
                assert screen.state.pane in in_view(screen)
                assert screen.comparison is not None
                words = screen.comparison.article(screen.state.pane).text[screen.state.at or 0 :].split()[:2]
                assert " ".join(words) in screen_text(app)
                await press(pilot, "escape", "B")
                while screen.state.view != "brief":
                    await press(pilot, "B")
        assert len(seen) > 2


@pytest.mark.parametrize("words", ["a", "the", "Putin"])
async def test_a_search_from_the_brief_shows_the_hits_in_the_text(
    library: Library, event: str, words: str
) -> None:
    app = ReaderApp(library, event, "brief")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "slash", *words, "enter")
        screen = reader(app)
        assert screen.state.view == "aligned"
        assert not brief(screen).display
        assert words in screen_text(app)
        assert screen_text(app).splitlines()[0].rstrip().endswith("aligned · level normal")
        await press(pilot, "B", "n", "n", "n")
        assert screen.state.view == "aligned"
        assert screen.state.pane in in_view(screen)
        await press(pilot, "B", "slash", "x", "escape")
        assert screen.state.view == "brief"
        assert screen_text(app).splitlines()[0].rstrip().endswith("brief · level normal")


async def test_enter_unfolds_who_reports_a_line_in_own_words(reading: Reading) -> None:
    pilot, screen = reading
    while not (brief(screen)._item and brief(screen)._item.key.startswith("reported")):
        await press(pilot, "j")
    before = len(brief(screen)._items)
    await press(pilot, "enter")
    assert len(brief(screen)._items) > before + 1
    await press(pilot, "j", "enter")
    assert screen.state.view == "aligned"


async def test_space_shows_more_until_all_is_shown(reading: Reading) -> None:
    pilot, screen = reading
    assert "more (space)" in screen_text(pilot.app)
    before = len(brief(screen)._items)
    await press(pilot, "space")
    assert len(brief(screen)._items) > before


async def test_space_opens_the_section_under_the_cursor(reading: Reading) -> None:
    pilot, screen = reading
    while not (brief(screen)._item and brief(screen)._item.key == "alone"):
        await press(pilot, "j")
    before = len(brief(screen)._items)
    await press(pilot, "space")
    assert len(brief(screen)._items) > before
    assert "alone" in brief(screen)._opened


async def test_a_movement_to_words_that_the_brief_does_not_list_shows_the_text(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "}")
    assert screen.state.view == "aligned"


async def test_a_difference_is_confirmed_and_taken_back(reading: Reading, library: Library) -> None:
    pilot, screen = reading
    await press(pilot, "C")
    assert "confirmed 1" in screen_text(pilot.app)
    assert [one.kind for one in library.verdicts.of(screen.opened.stored())] == ["confirmed"]
    await press(pilot, "enter")
    assert "confirmed by the reader" in screen_text(pilot.app)
    await press(pilot, "escape", "C")
    assert "confirmed 0" in screen_text(pilot.app)


async def test_a_dismissed_difference_leaves_the_list_and_undo_brings_it_back(reading: Reading) -> None:
    pilot, screen = reading
    before = differing(screen)
    await press(pilot, "d")
    assert differing(screen) == before - 1
    assert "dismissed 1" in screen_text(pilot.app)
    assert "×" not in screen_text(pilot.app)
    while not (brief(screen)._item and brief(screen)._item.key == "dismissed"):
        await press(pilot, "j")
    await press(pilot, "enter")
    assert "×" in screen_text(pilot.app)
    await press(pilot, "u")
    assert differing(screen) == before
    assert "Taken back: dismissed “" in messages(app_of(pilot))


async def test_where_all_differences_were_dismissed_the_screen_says_so(library: Library) -> None:
    texts = (
        "A bus carrying 48 passengers plunged into a ravine near Cusco on Monday, killing 12 people.",
        "A bus with 48 passengers fell into a ravine near Cusco on Monday, and 15 people were killed.",
    )
    event = library.events.add(EventReading("Bus", tuple(map(article, "ab", texts)))).id
    app = ReaderApp(library, event, "brief")
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        assert "Worth a look · 1" in screen_text(app)
        await press(pilot, "d")
        reader(app).status.message = ""
        await settled(pilot)
        none = "All 1 dismissed: no other differences found at level"
        assert f"{none} normal. L looks for less sure ones." in screen_text(app)
        assert screen_text(app).splitlines()[-2].startswith(" all 1 dismissed · row 1 of 1")
        await press(pilot, "L")
        assert f"{none} all." in screen_text(app)
        assert "less sure" not in screen_text(app)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "Near Cusco a bus fell on Monday.", "Only in one · nothing"),
        ("de", "Bei Cusco ist am Montag ein Bus verunglückt.", "words can be compared: b is in German."),
    ],
)
async def test_only_in_one_is_nothing_only_where_all_words_were_compared(
    library: Library, language: str, text: str, said: str
) -> None:
    one = article("a", "A bus fell near Cusco on Monday.")
    other = replace(article("b", text), language=language)
    app = ReaderApp(library, library.events.add(EventReading("Bus", (one, other))).id, "brief")
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        assert said in screen_text(app)
        assert ("Only in one · not listed" in screen_text(app)) == (language == "de")


async def test_confirming_instead_of_dismissing_replaces_the_verdict(
    reading: Reading, library: Library
) -> None:
    pilot, screen = reading
    await press(pilot, "C", "d")
    assert [one.kind for one in library.verdicts.of(screen.opened.stored())] == ["dismissed"]
    await press(pilot, "u")
    assert [one.kind for one in library.verdicts.of(screen.opened.stored())] == ["confirmed"]


async def test_a_claim_gets_a_name_of_the_readers_above_its_sentences(reading: Reading) -> None:
    pilot, screen = reading
    before = lines_of_first(screen)
    await press(pilot, "r")
    await press(pilot, "ctrl+u", *"how far", "enter")
    after = lines_of_first(screen)
    assert after[0].split() == ["?", "how", "far"]
    assert [line.strip("? ") for line in after[1:]] == [line.strip("? ") for line in before]


def lines_of_first(screen: ReaderScreen) -> list[str]:
    """What stands under the cursor when a brief opens."""
    picture = brief(screen)._picture
    assert picture is not None
    return ["".join(text for text, _ in line.runs) for line in picture.lines if line.item == 0]


async def test_a_difference_is_added_from_two_pinned_places(reading: Reading, library: Library) -> None:
    pilot, screen = reading
    before = differing(screen)
    await press(pilot, "!")
    assert "Pin the words of two sources first" in messages(app_of(pilot))
    await press(pilot, "B", "g", "1", "&", "2", "&", "!")
    await press(pilot, *"the mood", "enter")
    assert differing(screen) == before + 1
    (verdict,) = library.verdicts.of(screen.opened.stored())
    assert (verdict.kind, verdict.label, len(verdict.targets)) == ("added", "the mood", 2)
    await press(pilot, "B")
    await press(pilot, "space")
    assert "the mood" in screen_text(pilot.app) or "the mood" in "\n".join(
        "".join(text for text, _ in line.runs)
        for line in brief(screen)._picture.lines  # type: ignore[union-attr]
    )


async def test_a_difference_that_the_filter_keeps_back_is_said_to_be_hidden_when_it_is_added(
    reading: Reading,
) -> None:
    pilot, screen = reading
    await press(pilot, "B", "g")
    screen.show_state(filtered(screen.state, frozenset({"variant"})))
    await press(pilot, "1", "&", "2", "&", "!", *"mood", "enter")
    assert "Added “mood”; the filter (f) hides its mark. u takes it back." in messages(app_of(pilot))
    await press(pilot, "u")
    screen.show_state(filtered(screen.state, frozenset({"differs"})))
    await press(pilot, "g", "1", "&", "2", "&", "!", *"mood", "enter")
    assert "Added “mood”. u takes it back." in messages(app_of(pilot))


SAME_TOWN = (
    "PASADENA, Calif. — Floral floats rolled under sunny skies as the parade drew thousands of revelers.",
    "PASADENA, Calif. (AP) — Veterans led the marching bands, and millions of people watched on television.",
)


async def test_a_difference_added_in_the_same_words_is_shown_now_and_after_a_restart(
    library: Library,
) -> None:
    event = library.events.add(EventReading("Parade", tuple(map(article, "ab", SAME_TOWN)))).id
    app = ReaderApp(library, event)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        screen = reader(app)
        for pane in "12":
            await press(pilot, pane, "quotation_mark", *["shift+right"] * 8, "enter")
        assert [one.exact for one in screen._pins.pinned] == ["PASADENA", "PASADENA"]
        await press(pilot, "!", *"the town", "enter")
        assert "Added “the town”." in messages(app)
        await press(pilot, "B")
        assert lines_of_first(screen)[0].split()[:4] == ["✓", "the", "town", "PASADENA"]
        matrix = replace(screen.state, view="matrix")
    comparison = OpenedEvent.from_library(library, event).compare()
    (line,) = matrix_lines(comparison, matrix)[:1]
    assert (line.label, line.cells) == ("✓ the town", ("PASADENA", "PASADENA"))
    for form in FORMATS:
        assert "the town" in render(comparison, form)


async def test_a_difference_on_words_that_were_put_aside_stands_in_brief_strip_and_memo(
    library: Library,
) -> None:
    """The last line of Gamma is put aside: newsdiff compares nothing with it, the reader does."""
    event = library.events.add(small_reading()).id
    app = ReaderApp(library, event)
    async with app.run_test(size=(140, 36)) as pilot:
        await settled(pilot)
        screen = reader(app)
        await press(pilot, "i")
        *_, (y, line) = (one for one in enumerate(screen_text(app).splitlines()) if "newsletter" in one[1])
        x = line.rindex("newsletter")
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x + 9, y))
        await pilot.mouse_up(offset=(x + 9, y))
        await press(pilot, "&", "1", "&")
        assert screen._pins.pinned[0].exact == "newsletter"
        assert len(screen._pins.pinned) == 2
        await press(pilot, "!", *"the letter", "enter")
        assert "Added “the letter”" in messages(app)
        await press(pilot, "B")
        lines = screen_text(app).splitlines()
        assert any("newsletter" in line and "Gamma Post" in line for line in lines)
        assert screen.comparison is not None
        places = places_worth_a_look(screen.comparison)
        await press(pilot, *["]"] * next(n for n, one in enumerate(places, 1) if one.key.startswith("r")))
        assert "Subscribe to our newsletter" in screen_text(app)
        await press(pilot, "enter", "enter")
        assert screen.state.view == "aligned"
    comparison = OpenedEvent.from_library(library, event).compare()
    for form in FORMATS:
        assert "Subscribe to our newsletter" in render(comparison, form)
        assert "the letter" in render(comparison, form)


async def test_a_verdict_on_nothing_names_the_key_that_adds_what_is_pinned(library: Library) -> None:
    app = ReaderApp(library, library.events.add(small_reading()).id)
    async with app.run_test(size=(140, 36)) as pilot:
        await settled(pilot)
        reader(app).show_state(replace(reader(app).state, row=4, pane="beta", detail=None, at=None))
        await press(pilot, "C")
        assert "move to one, or pin two places and press !" in messages(app)
        await press(pilot, "&")
        assert "difference" not in reader(app).status.wish
        await press(pilot, "1", "&")
        assert "[!] difference" in reader(app).status.wish


@pytest.mark.parametrize("relation", ["shared", "only"])
async def test_a_mark_with_one_value_is_no_difference_to_confirm(
    reading: Reading, library: Library, relation: str
) -> None:
    pilot, screen = reading
    detail = next(
        one for one in compared(pilot.app).details if one.relation == relation and len(one.values) == 1
    )
    screen.show_state(replace(screen.state, view="matrix", detail=detail.id))
    await settled(pilot)
    await press(pilot, "C")
    assert "One value only: there is no difference to confirm. ! marks two" in messages(app_of(pilot))
    assert library.verdicts.of(screen.opened.stored()) == ()


async def test_two_marks_are_joined_and_taken_apart(reading: Reading) -> None:
    pilot, screen = reading
    assert screen.comparison is not None
    before = len(screen.comparison.details)
    assert screen.brief.brief is not None
    first, other = (cut(one.label, LONGEST_NAME) for one in screen.brief.brief.worth_a_look[:2])
    await press(pilot, "M", "j", "M")
    assert f"Joined “{other}” to “{first}”. u takes it back." in messages(app_of(pilot))
    assert len(screen.comparison.details) == before - 1
    assert any(one.judgement == "joined" for one in screen.comparison.details)
    await press(pilot, "u")
    assert len(screen.comparison.details) == before
    await press(pilot, "Y", "enter")
    assert sum(one.judgement == "split" for one in screen.comparison.details) == 2


async def test_escape_forgets_a_join_in_the_making(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "M")
    assert "joining" in screen.status.wish
    await press(pilot, "escape")
    assert not screen.status.wish


async def test_verdicts_are_there_when_the_event_is_opened_again(reading: Reading, library: Library) -> None:
    pilot, screen = reading
    await press(pilot, "C", "j", "d")
    opened = OpenedEvent.from_library(library, screen.opened.stored())
    comparison = opened.compare()
    assert sum(one.judgement == "confirmed" for one in comparison.details) == 1
    assert len(comparison.dismissed) == 1
    app = ReaderApp(library, screen.opened.stored(), "brief")
    async with app.run_test(size=(80, 24)) as again:
        await settled(again)
        await press(again, "u")
        assert "nothing was changed since this screen was opened" in messages(app)
        await press(again, "C")
        assert not any(one.judgement for one in compared(app).details)
        await press(again, "u")
        assert [one.judgement for one in compared(app).details].count("confirmed") == 1


async def test_where_panes_change_places_with_what_counts_as_text_the_message_names_the_new_order(
    library: Library,
) -> None:
    app = ReaderApp(library, library.events.add(small_reading()).id)
    async with app.run_test(size=(140, 36)) as pilot:
        await settled(pilot)
        screen = reader(app)
        assert in_view(screen) == ["alpha", "beta", "gamma"]
        await press(pilot, "2", "t", "enter")
        assert in_view(screen) == ["alpha", "gamma", "beta"]
        assert screen.status.message.endswith("Panes are now: Alpha Daily, Gamma Post, Beta News.")
        await press(pilot, "u")
        assert screen.status.message.endswith("Panes are now: Alpha Daily, Beta News, Gamma Post.")
        await press(pilot, "L")
        assert "Panes" not in screen.status.message


async def test_a_message_never_hides_what_newsdiff_waits_for_and_goes_when_the_cursor_moves(
    library: Library,
) -> None:
    app = ReaderApp(library, library.events.add(small_reading()).id)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        screen = reader(app)
        await press(pilot, "&", "!")
        for words in ("Pin the words of two sources first", "1 place in 1 outlet pinned", "[esc] unpin"):
            assert words in screen_text(app)
        await press(pilot, "j")
        assert screen.status.message == ""
        assert "1 place in 1 outlet pinned" in screen_text(app).splitlines()[-2]
        screen.newsdiff.show_error("The disk is full. " * 12)
        await press(pilot, "j")
        assert "The disk is full" in screen_text(app)
        assert "[esc] unpin" in screen_text(app)
