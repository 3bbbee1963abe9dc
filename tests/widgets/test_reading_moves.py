"""Where the cursor goes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.model import Comparison
from tests.widgets.hand_made import comparison, three_outlets
from widgets.reading.reading_moves import (
    beside,
    carry_over,
    difference_position,
    first_mark,
    follow_crossing,
    go_back,
    hit_position,
    is_read,
    next_detail,
    next_hit,
    next_mark,
    next_note,
    next_paragraph,
    next_unread,
    search_hits,
    settle,
    span_at,
    stops,
    to_offset,
    to_pane,
    to_row,
    toggle_fold,
)
from widgets.reading.reading_state import (
    NoteMark,
    ReadingState,
    filtered,
    move_pane,
    pane_beside,
    panes,
    toggle_read,
)

EVENT = three_outlets()
START = settle(ReadingState(), EVENT)


def words(state: ReadingState) -> str:
    span = span_at(state, EVENT)
    assert span is not None
    return EVENT.article(span[0]).text[span[1] : span[2]]


def next_pane(state: ReadingState, event: Comparison, step: int) -> ReadingState:
    """`step` panes to the right (or left), as the views go there."""
    return to_pane(state, event, panes(state, event)[pane_beside(state, event, step) - 1])


def test_out_of_a_pane_that_is_left_out_the_cursor_goes_right_and_at_the_end_left() -> None:
    first, second, third = panes(START, EVENT)
    middle, last = replace(START, pane=second), replace(START, pane=third)
    assert beside(middle, EVENT, (first, third)).pane == third
    assert beside(last, EVENT, (first, second)).pane == second
    assert beside(last, EVENT, (first,)).pane == first
    assert beside(middle, EVENT, (first, second)) is middle


def test_the_cursor_begins_in_the_base_and_stays_inside() -> None:
    assert (START.row, START.pane) == (0, "time")
    assert next_paragraph(START, EVENT, -1) is START
    assert next_paragraph(START, EVENT, 99).row == 4
    assert next_paragraph(replace(START, pane="vot"), EVENT, 99).row == 5
    assert next_pane(START, EVENT, 99).pane == "vot"


def test_a_state_that_does_not_fit_is_settled() -> None:
    state = settle(ReadingState(row=77, pane="nobody", detail="d99", at=5), EVENT)
    assert (state.row, state.pane, state.detail, state.at) == (4, "time", None, None)


def test_next_difference_goes_to_its_mention_and_counts() -> None:
    assert difference_position(START, EVENT) == (0, 1)
    state = next_detail(START, EVENT, "differs", 1)
    assert words(state) == "28-point"
    assert difference_position(state, EVENT) == (1, 1)
    assert next_detail(state, EVENT, "differs", 1) is state


def test_next_difference_stays_in_the_focused_pane_if_that_says_it() -> None:
    state = next_detail(replace(START, pane="sky"), EVENT, "differs", 1)
    assert (state.pane, words(state)) == ("sky", "19-point")


def test_moving_sideways_stays_on_the_same_detail() -> None:
    state = next_detail(START, EVENT, "differs", 1)
    assert words(next_pane(state, EVENT, 1)) == "19-point"
    assert words(next_pane(state, EVENT, 2)) == "28 points"


def test_next_only_finds_what_one_outlet_alone_has() -> None:
    state = next_detail(START, EVENT, "only", 1)
    assert (state.row, state.pane, words(state)) == (3, "sky", "€100m")


def test_a_filter_leaves_details_out_of_the_stepping() -> None:
    state = filtered(START, frozenset({"differs"}), frozenset({"place"}))
    assert stops(state, EVENT, "differs") == ()
    assert next_detail(state, EVENT, "variant", 1) is not state


def test_panes_are_reordered() -> None:
    assert panes(move_pane(START, EVENT, 1), EVENT) == ("sky", "time", "vot")
    assert panes(move_pane(START, EVENT, -1), EVENT) == ("time", "sky", "vot")


def test_the_mark_after_the_last_of_a_pane_is_in_the_next_pane() -> None:
    state, found = START, []
    for _ in range(9):
        state = next_mark(state, EVENT, 1)
        found.append(words(state))
    assert found[:5] == ["28-point", "Kyiv", "19-point", "Kiev", "28 points"]
    assert set(found[5:]) == {"28 points"}


def test_a_crossing_leads_to_who_else_reports_it_and_back() -> None:
    here = to_row(START, EVENT, 2)
    there = follow_crossing(here, EVENT)
    assert (there.row, there.pane) == (5, "vot")
    back = go_back(there, EVENT)
    assert (back.row, back.pane) == (2, "time")
    assert go_back(back, EVENT, -1).row == 5


def test_what_stands_beside_the_cursor_is_no_crossing() -> None:
    here = to_row(START, EVENT, 1)
    assert follow_crossing(here, EVENT, ("time", "sky"), {"time.p2", "sky.p2"}) is here
    assert follow_crossing(here, EVENT, ("time", "sky")).pane == "sky"


def test_what_nobody_else_reports_has_no_crossing() -> None:
    here = to_row(START, EVENT, 3)
    assert here.pane == "sky"
    assert follow_crossing(here, EVENT) is here


def only_in_a() -> Comparison:
    """Two outlets; the first alone reports its second to fourth paragraph."""
    return comparison(
        {"a": ["Both say this.", "First.", "Second.", "Third.", "Both end so."], "b": ["So.", "End."]},
        rows=["a1 b1", "a2", "a3", "a4", "a5 b2"],
    )


def test_a_run_that_only_one_outlet_reports_folds_into_one_stop_and_opens_again() -> None:
    event = only_in_a()
    folded = toggle_fold(settle(ReadingState(), event), event)
    assert folded.fold_all
    on_fold = next_paragraph(folded, event, 1)
    assert on_fold.row == 1
    assert next_paragraph(on_fold, event, 1).row == 4
    opened = toggle_fold(on_fold, event)
    assert opened.opened == {"a.p2"}
    assert next_paragraph(opened, event, 1).row == 2
    assert toggle_fold(opened, event).opened == frozenset()
    assert not toggle_fold(folded, event).fold_all


def test_where_nothing_folds_the_state_stays_as_it_was() -> None:
    assert toggle_fold(START, EVENT) is START


def test_jumping_into_a_fold_opens_it() -> None:
    event = only_in_a()
    folded = toggle_fold(settle(ReadingState(), event), event)
    start = event.article("a").text.index("Second")
    assert to_offset(folded, event, "a", start).opened == {"a.p2"}


def test_search_runs_over_all_panes_and_round() -> None:
    state = replace(START, search="TALKS  ended")
    assert [(hit.row, hit.article) for hit in search_hits(state, EVENT)] == [(1, "time"), (1, "sky")]
    first = next_hit(state, EVENT, 1)
    assert hit_position(first, EVENT) == (1, 2)
    second = next_hit(first, EVENT, 1)
    assert (second.pane, hit_position(second, EVENT)) == ("sky", (2, 2))
    assert next_hit(second, EVENT, 1).pane == "time"
    assert next_hit(first, EVENT, -1).pane == "sky"


def test_a_card_opened_on_a_hit_is_that_of_the_mark_nearest_to_it() -> None:
    hit = next_hit(replace(START, search="in Kyiv"), EVENT, 1)
    lit = first_mark(hit, EVENT)
    assert (lit.detail, lit.at, hit_position(lit, EVENT)) == ("d2", hit.at, (1, 1))
    assert first_mark(START, EVENT).detail == "d1"


def test_letters_that_nobody_sees_hide_nothing_from_the_search() -> None:
    event = comparison({"a": ["The Wed\u00adnes\u200bday talks ended."], "b": ["The talks ended."]})
    state = settle(ReadingState(), event)
    hits = search_hits(replace(state, search="Wednesday  talks"), event)
    text = event.article("a").text
    assert [text[hit.start : hit.end] for hit in hits] == ["Wed\u00adnes\u200bday talks"]


def test_a_search_is_never_a_pattern() -> None:
    assert search_hits(replace(START, search="(.*"), EVENT) == ()


def test_notes_are_stops() -> None:
    sky = EVENT.article("sky")
    start = sky.text.index("Ireland")
    state = replace(START, notes=(NoteMark("n1", "sky", start, start + 7),))
    there = next_note(state, EVENT, 1)
    assert (there.row, there.pane, there.at) == (3, "sky", start)
    assert next_note(there, EVENT, 1) is there


def test_what_was_read_in_one_outlet_counts_as_read_in_the_others() -> None:
    state = replace(START, read=frozenset({"time.p4"}))
    assert is_read(state, EVENT, 4)
    assert not is_read(state, EVENT, 0)


def test_next_unread_passes_over_what_was_read() -> None:
    state = toggle_read(to_row(START, EVENT, 1), EVENT)
    assert next_unread(replace(state, row=0), EVENT).row == 2
    assert toggle_read(state, EVENT).read == frozenset()


def test_a_new_comparison_keeps_the_cursor_on_its_paragraph() -> None:
    other = comparison(
        {a.id: [a.text[b.start : b.end] for b in a.paragraphs] for a in EVENT.articles},
        rows=["vot1", "sky3", "time1 sky1", "time2 sky2", "time3 vot3", "time4 sky4 vot2"],
    )
    state = carry_over(to_row(replace(START, pane="sky"), EVENT, 3), EVENT, other)
    assert (state.row, state.pane) == (1, "sky")


def test_a_new_comparison_keeps_the_detail_on_the_same_words_whatever_else_is_said_of_it() -> None:
    for detail in EVENT.details:
        state = replace(to_row(START, EVENT, 3), detail=detail.id)
        others = tuple(replace(one, label="renamed", opinion=None) for one in EVENT.details)
        assert carry_over(state, EVENT, replace(EVENT, details=others)).detail == detail.id
    gone = replace(EVENT, details=())
    assert carry_over(replace(START, detail=EVENT.details[0].id), EVENT, gone).detail is None


def test_an_event_without_a_paragraph_moves_nothing() -> None:
    empty = comparison({"a": [("noise", "only adverts")], "b": [("noise", "more")]}, rows=[])
    state = settle(ReadingState(), empty)
    for moved in (
        next_paragraph(state, empty, 1), next_pane(state, empty, 1), next_detail(state, empty, "differs", 1),
        next_mark(state, empty, 1), next_unread(state, empty), toggle_fold(state, empty),
        follow_crossing(state, empty), to_row(state, empty, 3), carry_over(state, EVENT, empty),
    ):  # fmt: skip
        assert moved.row == 0


MOVES = [
    lambda s: next_paragraph(s, EVENT, 1), lambda s: next_paragraph(s, EVENT, -2),
    lambda s: next_pane(s, EVENT, 1),
    lambda s: next_pane(s, EVENT, -1), lambda s: next_detail(s, EVENT, "differs", 1),
    lambda s: next_detail(s, EVENT, "only", -1), lambda s: next_mark(s, EVENT, 1),
    lambda s: next_hit(s, EVENT, 1),
    lambda s: next_unread(s, EVENT), lambda s: toggle_fold(s, EVENT), lambda s: follow_crossing(s, EVENT),
    lambda s: go_back(s, EVENT), lambda s: go_back(s, EVENT, -1), lambda s: toggle_read(s, EVENT),
    lambda s: move_pane(s, EVENT, 1),
    lambda s: to_row(s, EVENT, 4), lambda s: replace(s, search="the"),
]  # fmt: skip


@given(st.lists(st.integers(0, len(MOVES) - 1), max_size=25))
def test_whatever_the_moves_the_cursor_stays_on_a_row_and_a_pane_that_are_shown(path: list[int]) -> None:
    state = START
    for number in path:
        state = MOVES[number](state)
        assert settle(state, EVENT) is state
        assert state.pane in panes(state, EVENT)
        assert any(pane in EVENT.rows[state.row].reported_by for pane in panes(state, EVENT))
