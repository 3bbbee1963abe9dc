"""Articles in their own order: level by links, unlocked, calibrated; one article with margin notes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Region
from textual.strip import Strip

from tests.widgets.hand_made import comparison, three_outlets
from tests.widgets.view_app import ViewApp
from widgets.own_order.margin_notes import margin_notes
from widgets.own_order.own_order import OwnOrder, calibrated, level_with, nudged
from widgets.own_order.own_order_view import OwnOrderView
from widgets.reading.reading_state import ReadingState, panes

EVENT = three_outlets()
OWN = ReadingState(view="own", pane="time")
CROSSED = comparison(
    {"one": ["First fact here.", "Second fact here.", "Third fact here."],
     "two": ["Third comes first.", "Alone here.", "First comes last."]},
    rows=["one1 two3", "one2", "one3 two1", "two2"],
)  # fmt: skip


def app_on(state: ReadingState) -> ViewApp[OwnOrderView]:
    return ViewApp(OwnOrderView(), EVENT, state)


def line_with(lines: list[str], words: str) -> int:
    return next(number for number, line in enumerate(lines) if words in line)


async def test_every_article_stands_in_its_own_order() -> None:
    app = ViewApp(OwnOrderView(), CROSSED, ReadingState(view="own", pane="two"))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        lines = app.lines()
        assert (
            line_with(lines, "Third comes first")
            < line_with(lines, "Alone")
            < line_with(lines, "First comes last")
        )


async def test_what_is_linked_stands_level_with_the_cursor() -> None:
    app = app_on(OWN)
    async with app.run_test(size=(130, 30)) as pilot:
        await pilot.pause()
        for _ in range(3):
            app.view.action_row(1)
            await pilot.pause()
        level = [line for line in app.lines() if line.count("The envoys left") == 3]
        assert level, app.lines()
        assert app.state.row == 4


async def test_the_cursor_walks_through_the_focused_article_and_stops_at_its_ends() -> None:
    app = app_on(replace(OWN, pane="vot"))
    async with app.run_test(size=(130, 30)) as pilot:
        await pilot.pause()
        rows = []
        for _ in range(4):
            rows.append(app.state.row)
            app.view.action_row(1)
            await pilot.pause()
        assert rows == [0, 4, 5, 5]


async def test_the_focus_moves_to_the_paragraph_that_says_the_same() -> None:
    app = app_on(replace(OWN, row=4))
    async with app.run_test(size=(130, 30)) as pilot:
        await pilot.pause()
        app.view.action_pane(1)
        await pilot.pause()
        assert (app.state.pane, app.state.row) == ("sky", 4)
        assert EVENT.article("sky").text[app.state.at :].startswith("The envoys")


async def test_unlocked_panes_stay_where_they_are() -> None:
    app = app_on(replace(OWN, locked=False))
    async with app.run_test(size=(130, 8)) as pilot:
        await pilot.pause()
        before = app.view.lines["sky"]
        app.view.action_row(3)
        await pilot.pause()
        assert app.view.lines["sky"] == before
        assert app.view.lines["time"] > before


async def test_locking_keeps_the_panes_as_they_stand() -> None:
    app = app_on(replace(OWN, locked=False))
    async with app.run_test(size=(130, 8)) as pilot:
        await pilot.pause()
        app.view.action_row(3)
        await pilot.pause()
        before = dict(app.view.lines)
        app.view.action_lock()
        await pilot.pause()
        assert app.state.locked
        assert app.view.lines == before
        assert app.state.nudges


async def test_a_nudge_is_kept_when_the_cursor_moves_on() -> None:
    app = app_on(OWN)
    async with app.run_test(size=(130, 30)) as pilot:
        await pilot.pause()
        app.view.action_nudge(2)
        await pilot.pause()
        assert app.state.nudges == (("time", 2),)
        apart = app.view.lines["time"] - app.view.lines["sky"]
        app.view.action_nudge(-2)
        await pilot.pause()
        assert app.state.nudges == ()
        assert apart - (app.view.lines["time"] - app.view.lines["sky"]) == 2


async def test_one_article_has_notes_in_its_margin_on_who_else_says_what() -> None:
    app = app_on(replace(OWN, view="single"))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        lines = app.lines()
        first = line_with(lines, "The 28-point plan")
        assert "= also in Sky, Vot" in lines[first]
        assert any("≠ Sky: 19-point" in line for line in lines)
        assert any("≈ Sky: Kiev" in line for line in lines)
        app.view.action_pane(1)
        await pilot.pause()
        assert any("unmatched" in line for line in app.lines())
        assert not any("+ " in line for line in app.lines())


def test_the_margin_says_nothing_that_the_filter_keeps_back() -> None:
    block = EVENT.article("time").paragraphs[0]
    state = ReadingState(pane="time", standings=frozenset({"variant"}))
    notes = list(margin_notes(EVENT, state, panes(state, EVENT), block))
    assert [relation for relation, _ in notes] == ["shared", "variant"]


def test_differences_come_first_in_the_margin() -> None:
    block = EVENT.article("time").paragraphs[0]
    notes = list(margin_notes(EVENT, OWN, panes(OWN, EVENT), block))
    assert [relation for relation, _ in notes] == ["shared", "differs", "variant"]


@given(st.data())
def test_after_locking_every_pane_stands_where_it_stood(data: st.DataObject) -> None:
    """The law of the calibration, for any heights, places and earlier nudges."""
    order = OwnOrder(EVENT)
    heights = {
        article.id: [0, *accumulated(data.draw(st.lists(st.integers(1, 30), min_size=n, max_size=n)))]
        for article in EVENT.articles
        if (n := len(article.paragraphs))
    }
    lines = {pane: data.draw(st.integers(-20, 90)) for pane in heights}
    nudges = nudged(OWN, "sky", data.draw(st.integers(-9, 9)))
    state = replace(OWN, row=data.draw(st.integers(0, 5)), nudges=nudges)
    state = replace(state, nudges=calibrated(order, heights, lines, state))
    for other in lines:
        if other != state.pane:
            assert level_with(order, heights, lines, state, order.cursor(state), other) == lines[other]


def accumulated(numbers: list[int]) -> list[int]:
    return [sum(numbers[: end + 1]) for end in range(len(numbers))]


async def test_what_was_read_elsewhere_is_dimmed_in_its_own_order_too() -> None:
    app = app_on(replace(OWN, row=3, pane="sky", read=frozenset({"time.p1"})))
    async with app.run_test(size=(130, 30)) as pilot:
        await pilot.pause()
        lines = [app.view.render_line(y) for y in range(app.view.size.height)]
        dim, plain = app.view.styles_of.of("read").color, app.view.styles_of.of().color
        colours = {
            words: next(
                part.style.color for line in lines for part in line if words in part.text and part.style
            )
            for words in ("plan was leaked in", "The talks ended")
        }
        assert colours == {"plan was leaked in": dim, "The talks ended": plain}


async def test_titles_stand_over_their_panes() -> None:
    app = app_on(OWN)
    async with app.run_test(size=(130, 30)) as pilot:
        await pilot.pause()
        bars = {tuple(at for at, char in enumerate(line) if char in "│┼") for line in app.lines()[:6]}
        assert len(bars) == 1


async def test_another_comparison_shown_while_the_view_is_hidden_is_laid_out_when_it_comes_back() -> None:
    app = app_on(OWN)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        app.view.display = False
        await pilot.pause()
        app.comparison = CROSSED
        app.grant(ReadingState(view="single", pane="two"))
        app.grant(ReadingState(view="own", pane="two", row=1))
        app.view.display = True
        await pilot.pause()
        assert any("Third comes first." in line for line in app.lines())
        assert {app.view.render_line(y).cell_length for y in range(30)} == {120}


def test_another_spelling_is_named_in_the_margin_once_and_a_difference_every_time() -> None:
    event = comparison(
        {"one": ["Kyiv has 28 points.", "Kyiv again, 28 again."], "two": ["Kiev has 19 points."]},
        rows=["one1 two1", "one2"],
        details=[
            ("variant", "place", {"Kyiv": ["one: Kyiv has", "one: Kyiv again"], "Kiev": ["two: Kiev"]}),
            ("differs", "number", {"28": ["one: 28 points", "one: 28 again"], "19": ["two: 19 points"]}),
        ],
    )
    state, shown = ReadingState(), panes(ReadingState(), event)
    named = [
        [relation for relation, _ in margin_notes(event, state, shown, block)]
        for block in event.article("one").paragraphs
    ]
    assert named == [["shared", "differs", "variant"], ["only", "differs"]]


class Painted(OwnOrderView):
    """Keeps the widths of all lines that were ever painted, as their texts have them."""

    def render_lines(self, crop: Region) -> list[Strip]:
        strips = super().render_lines(crop)
        self.widths = getattr(self, "widths", set()) | {
            sum(cell_len(part.text) for part in s) for s in strips
        }
        return strips


async def test_a_view_that_comes_back_in_another_form_is_never_painted_with_its_old_columns() -> None:
    app = ViewApp(Painted(), three_outlets(), OWN)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        app.view.display = False
        await pilot.pause()
        app.view.display = True
        app.grant(replace(OWN, view="single"))
        await pilot.pause()
        assert any("unmatched" in line or "also in" in line for line in app.lines())
        assert app.view.widths == {80}
