"""The matrix: details as lines, outlets as columns, the value in the cell."""

from __future__ import annotations

from dataclasses import replace

from newsdiff.model import Detail, DetailValue, Mention
from tests.widgets.hand_made import three_outlets
from tests.widgets.view_app import ViewApp
from widgets.matrix.detail_matrix import matrix_lines, words_of
from widgets.matrix.matrix_view import MatrixView
from widgets.reading.reading_state import ReadingState, filtered

EVENT = three_outlets()
START = ReadingState(view="matrix", pane="time")


def signs(state: ReadingState) -> str:
    return "".join(line.sign for line in matrix_lines(EVENT, state))


def test_a_cell_holds_what_the_outlet_says_and_is_empty_where_it_has_none() -> None:
    lines = {line.detail: line.cells for line in matrix_lines(EVENT, START)}
    assert lines["d1"] == ("28-point", "19-point", "28 points")
    assert lines["d3"] == ("", "€100m", "")


def test_lines_are_sorted_as_the_reader_likes() -> None:
    assert signs(replace(START, matrix_order="relation")) == "≠≈~+="
    assert [line.detail for line in matrix_lines(EVENT, replace(START, matrix_order="outlets"))][:2] == [
        "d1",
        "d4",
    ]
    assert [line.label for line in matrix_lines(EVENT, replace(START, matrix_order="label"))] == [
        f"detail {number}" for number in range(1, 6)
    ]


def test_the_filter_and_the_search_choose_lines() -> None:
    assert signs(filtered(START, frozenset({"differs", "only"}))) == "≠+"
    assert [line.detail for line in matrix_lines(EVENT, replace(START, search="kiev"))] == ["d2"]


async def test_the_cursor_walks_through_lines_and_outlets_and_knows_the_place_in_the_text() -> None:
    app = ViewApp(MatrixView(), EVENT, START)
    async with app.run_test(size=(110, 20)) as pilot:
        await pilot.pause()
        app.view.action_row(1)
        await pilot.pause()
        assert app.state.detail == app.view.lines[1].detail
        app.view.action_pane(1)
        await pilot.pause()
        assert app.state.pane == "sky"
        place = app.view.place()
        assert place is not None
        assert place[0] in ("sky", "time")
        app.view.action_row(99)
        await pilot.pause()
        assert app.view.line == 4


async def test_what_does_not_fit_slides_in_with_the_focus() -> None:
    app = ViewApp(MatrixView(), EVENT, START)
    async with app.run_test(size=(50, 12)) as pilot:
        await pilot.pause()
        assert "Time" in app.lines()[0]
        app.view.action_to_pane(3)
        await pilot.pause()
        assert "Vot" in app.lines()[0]
        assert all(len(line) == 50 for line in app.lines())


async def test_a_matrix_without_lines_says_so() -> None:
    app = ViewApp(MatrixView(), EVENT, replace(START, standings=frozenset()))
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.pause()
        assert any("Nothing matches the filter" in line for line in app.lines())
        app.view.action_row(1)
        app.view.action_pane(1)
        await pilot.pause()
        assert app.view.place() is None


async def test_during_a_search_the_header_says_that_these_are_not_all_details_and_the_way_back() -> None:
    app = ViewApp(MatrixView(), EVENT, START)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert app.view.render_line(1).text == "─" * app.view.size.width
        app.view.show(EVENT, replace(START, search="kiev"))
        assert app.view.render_line(1).text.startswith("  1 of 5 details, found “kiev” · esc shows all ─")
        app.view.show(EVENT, replace(START, search="kiev " * 20))
        line = app.view.render_line(1).text
        assert line.endswith("…” · esc shows all ")
        assert len(line) == app.view.size.width
        app.view.show(EVENT, replace(START, search="nowhere"))
        assert "0 of 5 details" in app.view.render_line(1).text
        assert "Nothing found." in app.view.render_line(3).text


def test_a_cell_of_a_claim_has_the_words_that_stand_against_the_other_version() -> None:
    claim = Detail(
        "c1", "claim", "differs", "charges",
        (value("Brandt was charged.", "a"), value("Brandt faces charges.", "b")),
        ("a", "b"), 0.6, "“was charged” / “faces”",
    )  # fmt: skip
    assert (words_of(claim, "a"), words_of(claim, "b"), words_of(claim, "c")) == ("was charged", "faces", "")
    unnamed = replace(claim, because="")
    assert words_of(unnamed, "b") == "Brandt faces charges."


def value(words: str, article: str) -> DetailValue:
    return DetailValue(words, (Mention(article, "claim", 0, len(words), words, f"{article}.s1"),))
