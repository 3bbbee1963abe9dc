"""The grid on a screen: rows are level, the cursor is in view, keys move it, nothing overflows."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

import pytest
from rich.cells import cell_len
from textual.geometry import Size

from newsdiff.model import Comparison
from tests.widgets.hand_made import GridApp, comparison, lines_of, three_outlets
from widgets.reading.messages import CrossingFollowed, DetailOpened, StateChanged
from widgets.reading.reading_moves import to_row
from widgets.reading.reading_state import STANDINGS, NoteMark, ReadingState, filtered

SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]
LONG = " ".join(f"word{number}" for number in range(400))


def column(lines: list[str], words: str) -> int:
    """The line on which these words stand."""
    return next(number for number, line in enumerate(lines) if words in line)


async def test_paragraphs_of_one_row_begin_on_the_same_line() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(120, 40)):
        lines = lines_of(app.grid)
        assert column(lines, "The 28-point") == column(lines, "A 19-point") == column(lines, "The plan has")
        assert lines[column(lines, "The 28-point")].startswith("▌≠")


async def test_sign_and_number_of_a_level_row_stand_on_its_first_line() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(130, 40)):
        lines = lines_of(app.grid)
        gutters = [line[1:5].replace("╴", " ").split() for line in lines[3:] if line[1:5].strip(" ─↕")]
        assert gutters == [["≠1"], ["=2"], ["=5"]]
        assert lines[column(lines, "The envoys left")].startswith(" =5 ╴")


async def test_between_level_rows_every_pane_runs_on_in_its_own_order() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(130, 40)):
        lines = lines_of(app.grid)
        assert column(lines, "Europe was alarmed by") == column(lines, "Ireland announced")
        assert not any("┈" in line for line in lines)


async def test_a_paragraph_that_another_pane_reports_elsewhere_has_a_thin_mark_and_c_goes_there() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(120, 40)) as pilot:
        lines = lines_of(app.grid)
        assert lines[column(lines, "Europe was alarmed by")][4] == "↕"
        await pilot.press("j", "j", "c")
        assert (app.grid.state.row, app.grid.state.pane) == (5, "vot")
        await pilot.press("ctrl+o")
        assert app.grid.state.row == 2


async def test_the_gutter_says_only_of_the_marks_that_the_filter_lets_through() -> None:
    app = GridApp(three_outlets(), filtered(ReadingState(), frozenset({"variant", "only"})))
    async with app.run_test(size=(120, 40)):
        signs = [line[1] for line in lines_of(app.grid)[2:] if line[1:2].strip() and line[1] in "=≠≈+"]
        assert signs[0] == "≈"


async def test_titles_name_outlet_day_and_how_much_of_the_base_it_shares_and_mark_the_base() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(120, 24)):
        title = lines_of(app.grid)[0]
        assert "▸1 Time (base) · 2 Dec · 4 ¶" in title
        assert "2 Sky · 2 Dec · shares 3 of 4 ¶" in title
    wide = GridApp(three_outlets())
    async with wide.run_test(size=(180, 24)):
        assert "2 Sky · 2 Dec · shares 3 of 4 ¶ with Time" in lines_of(wide.grid)[0]


async def test_a_blank_stands_between_the_number_of_a_row_and_the_text_of_another_paragraph() -> None:
    short = [f"Paragraph {number} of both." for number in range(1, 13)]
    event = comparison(
        {"a": ["word " * 600], "b": short, "c": short},
        rows=["a1", *(f"b{number} c{number}" for number in range(1, 13))],
    )
    app = GridApp(event)
    async with app.run_test(size=(130, 40)):
        numbered = [line for line in lines_of(app.grid)[3:] if re.match(r"..\d\d", line)]
        assert len(numbered) == 4
        assert all(re.match(r".=\d\d  word ", line) for line in numbered)


async def test_titles_stay_when_the_text_scrolls() -> None:
    app = GridApp(comparison({"a": ["words " * 30] * 20, "b": ["words " * 30] * 20}))
    async with app.run_test(size=(80, 24)) as pilot:
        title = lines_of(app.grid)[0]
        await pilot.press("G")
        assert app.grid.scroll_y > 0
        assert lines_of(app.grid)[0] == title


async def test_messages_inform_the_screen_of_what_moved() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(120, 40), message_hook=app.hear) as pilot:
        await pilot.press("j", "l", "enter", "1", "j", "c")
        places = [(message.state.row, message.state.pane) for message in app.said(StateChanged)]
        assert [row for row, _ in groupby(row for row, _ in places)] == [1, 2, 5]
        assert [pane for pane, _ in groupby(pane for _, pane in places)][-3:] == ["sky", "time", "vot"]
        assert [message.detail for message in app.said(DetailOpened)] == ["d5"]
        assert [(m.origin.row, m.origin.pane) for m in app.said(CrossingFollowed)] == [(2, "time")]
        assert app.said(StateChanged)[-1].state == app.grid.state


async def test_runs_that_only_one_outlet_reports_fold_into_one_line_that_says_so() -> None:
    event = comparison(
        {"a": ["First here.", "Alone one.", "Alone two.", "Alone three.", "Last."], "b": ["Then.", "End."]},
        rows=["a1 b1", "a2", "a3", "a4", "a5 b2"],
    )
    app = GridApp(event)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("z")
        fold = column(lines_of(app.grid), "▸ 3 ¶ unmatched in A")
        assert column(lines_of(app.grid), "Last.") == fold + 1
        await pilot.press("j", "z")
        assert column(lines_of(app.grid), "Alone three.") > fold


async def test_what_was_put_aside_is_shown_at_its_place_with_the_reason() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(120, 40)) as pilot:
        assert not any("Read more" in line for line in lines_of(app.grid))
        app.grid.state = replace(app.grid.state, show_noise=True)
        await pilot.pause()
        lines = lines_of(app.grid)
        assert column(lines, "╎ noise: Read more: our live page") < column(lines, "A 19-point")
        assert column(lines, "╎ caption: The leaders") == column(lines, "Ireland announced") + 1


async def test_a_note_has_a_sign_in_the_gutter() -> None:
    event = three_outlets()
    start = event.article("sky").text.index("Ireland")
    app = GridApp(event, ReadingState(notes=(NoteMark("n1", "sky", start, start + 7),)))
    async with app.run_test(size=(120, 40)):
        lines = lines_of(app.grid)
        assert "│✎  Ireland" in lines[column(lines, "Ireland")]


async def test_the_same_detail_is_lit_in_every_pane() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("]")
        grid = app.grid
        styles = {
            segment.text: segment.style
            for y in range(2, 8)
            for segment in grid.render_line(y)
            if segment.style is not None
        }
        assert styles["28-point"].reverse
        assert styles["19-point"].underline
        assert not styles["19-point"].reverse
        assert styles["28 points"].underline


async def test_search_hits_are_marked_in_all_panes() -> None:
    app = GridApp(three_outlets(), ReadingState(search="talks ended"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        hits = [s for y in range(40) for s in app.grid.render_line(y) if s.text == "talks ended"]
        assert [hit.style.reverse for hit in hits if hit.style] == [True, None]


async def test_a_row_higher_than_the_screen_is_read_to_its_end_before_the_next() -> None:
    app = GridApp(comparison({"a": ["The short base.", "Next."], "b": [LONG, "Next too."]}))
    async with app.run_test(size=(80, 24)) as pilot:
        seen: set[str] = set()
        await pilot.press("l")
        for _ in range(30):
            seen |= {word for line in lines_of(app.grid) for word in line.replace("╴", " ").split()}
            assert app.grid.state.row == 1 or any("word" in line for line in lines_of(app.grid))
            if app.grid.state.row == 1:
                break
            await pilot.press("j")
        assert app.grid.state.row == 1
        assert {f"word{number}" for number in range(400)} <= seen


@pytest.mark.parametrize("size", SIZES)
async def test_every_line_is_as_wide_as_the_screen(
    size: tuple[int, int], seed_comparison: Comparison
) -> None:
    app = GridApp(seed_comparison, ReadingState(show_noise=True))
    async with app.run_test(size=size) as pilot:
        for key in ("g", "l", "l", "]", "space", "l", "l", "l", "G", "h"):
            await pilot.press(key)
            for y in range(size[1]):
                strip = app.grid.render_line(y)
                assert sum(cell_len(segment.text) for segment in strip) == app.grid.size.width


@pytest.mark.parametrize("size", SIZES)
async def test_after_any_jump_the_mark_under_the_cursor_is_on_the_screen(
    size: tuple[int, int], seed_comparison: Comparison
) -> None:
    app = GridApp(seed_comparison)
    async with app.run_test(size=size) as pilot:
        for key in ("]", "]", "]", "}", "}", "l", "}", "w", "w", "[", "G", "{"):
            await pilot.press(key)
            state = app.grid.state
            if state.at is not None:
                reversed_words = [
                    segment.text
                    for y in range(app.grid.size.height)
                    for segment in app.grid.render_line(y)
                    if segment.style is not None and segment.style.reverse
                ]
                assert reversed_words, key


async def test_a_resize_keeps_the_cursor_in_view() -> None:
    app = GridApp(comparison({"a": ["words " * 40] * 30, "b": ["words " * 30] * 30}))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("G", "k", "k")
        for size in ((60, 20), (200, 50), (34, 8), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            first, last = app.grid.window()
            assert first <= app.grid.state.row <= last


async def test_turning_pages_shows_every_line_and_comes_to_the_end() -> None:
    texts = [f"begin{number} " + "words " * 30 for number in range(30)]
    app = GridApp(comparison({"a": texts, "b": texts}))
    async with app.run_test(size=(80, 24)) as pilot:
        seen: set[str] = set()
        for _ in range(40):
            seen |= {word for line in lines_of(app.grid) for word in line.replace("╴", " ").split()}
            await pilot.press("space")
        assert {f"begin{number}" for number in range(30)} <= seen
        assert app.grid.state.row == 29
        for _ in range(40):
            await pilot.press("b")
        assert app.grid.state.row == 0


async def test_a_move_of_the_cursor_draws_only_the_rows_it_touches() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(120, 40)) as pilot:
        grid = app.grid
        await pilot.pause()
        before = {key: grid._pictures.get(key) for key in list(grid._pictures.keys())}
        await pilot.press("j")
        kept = [key for key, picture in before.items() if grid._pictures.get(key) is picture]
        assert len(kept) >= 5


async def test_an_event_without_paragraphs_shows_titles_and_survives_every_key() -> None:
    app = GridApp(comparison({"a": [("noise", "adverts")], "b": [("noise", "more")]}, rows=[]))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "k", "g", "G", "space", "b", "l", "]", "w", "n", ".", "c", "z", "enter", "e")
        assert "A (base)" in lines_of(app.grid)[0]


async def test_markup_and_escapes_in_articles_are_only_text() -> None:
    hostile = "[red]x[/red] [Reuters] [/x] [link=https://x]y \x1b[2J\x07 \u202egnirts [@click=app.quit]z[/]"
    app = GridApp(comparison({"a": [hostile], "b": [hostile]}))
    async with app.run_test(size=(200, 20), notifications=True, tooltips=True) as pilot:
        await pilot.click(app.grid, offset=(10, 3))
        text = "\n".join(lines_of(app.grid))
        assert (
            "[red]x[/red] [Reuters] [/x] [link=https://x]y ␛[2J␇ \ufffdgnirts [@click=app.quit]z[/]" in text
        )
        assert "\x1b" not in app.export_screenshot()


async def test_a_state_set_by_the_screen_is_made_to_fit() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(120, 40)):
        app.grid.state = ReadingState(row=99, pane="nobody")
        assert (app.grid.state.row, app.grid.state.pane) == (4, "time")
        app.grid.state = to_row(app.grid.state, app.shown, 1)
        assert app.grid.state.row == 1


@pytest.mark.parametrize("theme", ["textual-light", "ansi-dark", "nord", "monokai"])
async def test_every_mark_differs_from_plain_text_in_every_theme(theme: str) -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await pilot.pause()
        styles = app.grid._styles_of
        plain = styles.of()
        for name in (*STANDINGS, "lit", "hit", "noted", "current"):
            style = styles.of(name)
            assert style != plain
            assert (
                style.reverse
                or style.bgcolor is None
                or style.bgcolor.is_default
                or style.color != style.bgcolor
            )


async def test_a_grid_without_room_draws_nothing_of_articles_that_are_gone() -> None:
    app = GridApp(comparison({"a": ["One."], "b": ["Two."], "c": ["Three."]}))
    async with app.run_test(size=(80, 24)) as pilot:
        app.grid.styles.display = "none"
        await pilot.pause()
        app.grid.show(comparison({"a": ["One."], "b": ["Two."]}), ReadingState())
        assert len(lines_of(app.grid)) == app.grid.size.height
        app.grid.styles.display = "block"
        while not any("One." in line for line in lines_of(app.grid)):
            await pilot.pause(0.01)
        assert not any("Three." in line for line in lines_of(app.grid))


async def test_panes_expected_while_hidden_are_laid_out_before_they_are_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The screen may draw the panes before they know their new size."""
    app = GridApp(three_outlets())
    async with app.run_test(size=(60, 20)) as pilot:
        few = len(app.grid.slots)
        app.grid.display = False
        await pilot.pause()
        app.grid.expect(200)
        assert len(app.grid.slots) > few
        with monkeypatch.context() as shown:
            shown.setattr(type(app.grid), "size", property(lambda _grid: Size(200, 18)))
            assert not app.grid.render_line(4).text.strip()
        app.grid.display = True
        await pilot.resize_terminal(200, 20)
        await pilot.pause()
        assert "The 28-point" in "\n".join(lines_of(app.grid))
