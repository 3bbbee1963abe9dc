"""Clicking and selecting: the mouse reaches everything, and a selection is a span of one article."""

from __future__ import annotations

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection
from textual.strip import Strip

from newsdiff import compare
from newsdiff.readers.files.article import article_of
from tests.widgets.hand_made import GridApp, comparison, lines_of, three_outlets
from widgets.outline_bar import OutlineBar
from widgets.reading.messages import DetailOpened, NoteRequested, RowRequested
from widgets.reading.reading_state import NoteMark, ReadingState


def place_of(app: GridApp, words: str) -> tuple[int, int]:
    """Where these words stand on the screen."""
    for y, line in enumerate(lines_of(app.grid)):
        if words in line:
            return line.index(words), y
    raise AssertionError(words)


async def click(pilot: Pilot[None], app: GridApp, words: str) -> None:
    x, y = place_of(app, words)
    await pilot.click(app.grid, offset=(x + 1, y))
    await pilot.pause()


async def test_a_click_moves_the_cursor_and_a_second_one_opens_the_card() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(120, 40), message_hook=app.hear) as pilot:
        await click(pilot, app, "19-point")
        assert (app.grid.state.row, app.grid.state.pane, app.grid.state.detail) == (0, "sky", "d1")
        assert app.said(DetailOpened) == []
        await click(pilot, app, "19-point")
        assert [message.detail for message in app.said(DetailOpened)] == ["d1"]


async def test_a_click_on_plain_text_goes_to_its_paragraph() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(120, 40)) as pilot:
        await click(pilot, app, "Ireland")
        assert (app.grid.state.row, app.grid.state.pane, app.grid.state.detail) == (3, "sky", None)


async def test_a_click_on_a_title_goes_to_that_pane() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(120, 40)) as pilot:
        await click(pilot, app, "3 Vot")
        assert app.grid.state.pane == "vot"


async def test_a_click_on_a_fold_opens_it() -> None:
    event = comparison({"a": ["Both.", "One.", "Two."], "b": ["Same."]}, rows=["a1 b1", "a2", "a3"])
    app = GridApp(event, ReadingState(fold_all=True))
    async with app.run_test(size=(120, 40)) as pilot:
        await click(pilot, app, "▸ 2 ¶ unmatched in A")
        assert any("Two." in line for line in lines_of(app.grid))


async def test_a_click_on_the_sign_of_a_note_asks_for_it() -> None:
    event = three_outlets()
    start = event.article("sky").text.index("Ireland")
    app = GridApp(event, ReadingState(notes=(NoteMark("n1", "sky", start, start + 7),)))
    async with app.run_test(size=(120, 40), message_hook=app.hear) as pilot:
        x, y = place_of(app, "✎")
        await pilot.click(app.grid, offset=(x, y))
        await pilot.pause()
        assert [message.note for message in app.said(NoteRequested)] == ["n1"]


async def test_dragging_selects_words_of_one_pane_as_a_span_of_the_article() -> None:
    app = GridApp(
        comparison({"a": ["words of the first " * 9, "and more"], "b": ["the other outlet " * 9, "x"]})
    )
    async with app.run_test(size=(120, 40)) as pilot:
        x, y = place_of(app, "first")
        await pilot.mouse_down(app.grid, offset=(x, y))
        await pilot.hover(app.grid, offset=(x + 5, y + 2))
        await pilot.mouse_up(app.grid, offset=(x + 5, y + 2))
        await pilot.pause()
        ((article, start, end),) = app.grid.selected_spans()
        text = app.shown.article(article).text[start:end]
        assert article == "a"
        assert text.startswith("first words of the")
        assert "\n" not in text
        assert app.screen.get_selected_text() == text.strip()


async def test_a_selection_never_leaves_the_pane_in_which_it_began() -> None:
    app = GridApp(comparison({"a": ["first outlet " * 9] * 3, "b": ["second outlet " * 9] * 3}))
    async with app.run_test(size=(120, 40)) as pilot:
        x, y = place_of(app, "first")
        await pilot.mouse_down(app.grid, offset=(x, y))
        await pilot.hover(app.grid, offset=(x + 80, y + 4))
        await pilot.mouse_up(app.grid, offset=(x + 80, y + 4))
        await pilot.pause()
        assert {article for article, _, _ in app.grid.selected_spans()} <= {"a"}


async def test_selecting_everything_gives_every_paragraph_unwrapped() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(60, 20)):
        found = app.grid.get_selection(Selection(None, None))
        assert found is not None
        for article in app.shown.articles:
            for block in article.paragraphs:
                assert article.text[block.start : block.end] in found[0]


async def test_the_coordinates_under_the_mouse_are_the_characters_of_the_article() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(120, 40)):
        x, y = place_of(app, "19-point")
        _, offset = app.screen.get_widget_and_offset_at(x, y)
        assert offset == Offset(2, app.grid._layout_now.total if app.grid._layout_now else 0)


async def test_the_outline_shows_where_the_differences_are_and_goes_there() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(120, 40), message_hook=app.hear) as pilot:
        bar = app.query_one(OutlineBar)
        await pilot.pause()
        assert [bar.render_line(y).text[0] for y in range(6)] == ["≠", " ", " ", " ", " ", " "]
        assert bar.render_line(0).text[1] == "◀"
        await pilot.click(OutlineBar, offset=(0, 4))
        await pilot.pause()
        assert [message.row for message in app.said(RowRequested)] == [4]


async def test_the_outline_shows_hits_and_notes_before_signs() -> None:
    app = GridApp(three_outlets())
    async with app.run_test(size=(120, 40)) as pilot:
        bar = app.query_one(OutlineBar)
        bar.state = ReadingState(search="Ireland", notes=(NoteMark("n1", "time", 0, 5),))
        await pilot.pause()
        assert [bar.render_line(y).text[0] for y in range(4)] == ["✎", " ", " ", "●"]


async def test_a_step_of_the_cursor_draws_two_lines_of_the_outline(monkeypatch: pytest.MonkeyPatch) -> None:
    event = comparison({"a": ["One here."] * 60, "b": ["Two there."] * 60})
    app = GridApp(event)
    async with app.run_test(size=(120, 24)) as pilot:
        bar = app.query_one(OutlineBar)
        bar.state = ReadingState(row=20)
        await pilot.pause()
        drawn: list[int] = []
        render_line = OutlineBar.render_line

        def counted(bar: OutlineBar, y: int) -> Strip:
            drawn.append(y)
            return render_line(bar, y)

        monkeypatch.setattr(OutlineBar, "render_line", counted)
        bar.state = ReadingState(row=40)
        await pilot.pause(0.1)
        assert len(drawn) == 2
        assert [render_line(bar, y).text[1] for y in sorted(drawn)][-1] == "◀"


async def test_a_click_goes_to_the_sentence_that_was_clicked() -> None:
    texts = (b"The first is short. The second has harbours. So has the third.", b"No ship sailed on Monday.")
    event = compare(
        [article_of(text, "a.txt", ".txt").with_id(name) for name, text in zip("ab", texts, strict=True)]
    )
    app = GridApp(event)
    async with app.run_test(size=(120, 40)) as pilot:
        await click(pilot, app, "harbours")
        assert app.grid.state.at == event.article("a").text.index("The second")
        await click(pilot, app, "The first")
        assert app.grid.state.at is None
