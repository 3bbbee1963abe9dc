"""What is level, what runs on, and what it costs: for any event, any panes in view, any width."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.model import Comparison
from tests.widgets.hand_made import comparison, three_outlets
from widgets.panes.level_budget import MOST
from widgets.panes.level_rows import level_rows, longest_increasing
from widgets.panes.packed_layout import PackedLayout
from widgets.panes.text_book import TextBook
from widgets.reading.reading_moves import settle
from widgets.reading.reading_state import ReadingState, panes


@st.composite
def events(draw: st.DrawFn) -> Comparison:
    """Two to five articles whose paragraphs of any length stand in rows in any order."""
    names = "abcde"[: draw(st.integers(2, 5))]
    lengths = {name: draw(st.lists(st.integers(1, 60), min_size=1, max_size=9)) for name in names}
    texts = {
        name: [f"{name}{number} " + "word " * words for number, words in enumerate(lengths[name], start=1)]
        for name in names
    }
    paragraphs = [f"{name}{number}" for name in names for number in range(1, len(texts[name]) + 1)]
    rows: dict[int, list[str]] = {}
    for paragraph in paragraphs:
        rows.setdefault(draw(st.integers(0, 8)), []).append(paragraph)
    return comparison(texts, rows=[" ".join(row) for _, row in sorted(rows.items())])


def laid_out(event: Comparison, width: int, in_view: int, *, fold: bool = False) -> PackedLayout:
    state = settle(ReadingState(fold_all=fold), event)
    shown = panes(state, event)
    return PackedLayout(event, state, TextBook(event, dict.fromkeys(shown, width)), shown[:in_view])


@given(events(), st.integers(20, 60), st.integers(1, 5), st.booleans())
def test_level_rows_begin_on_one_line_and_every_article_keeps_its_own_order(
    event: Comparison, width: int, in_view: int, fold: bool
) -> None:
    layout = laid_out(event, width, in_view, fold=fold)
    for row, numbers in layout.level.items():
        assert len(numbers) > 1
        tops = {layout.tops[pane][layout.texts[pane].piece_of[at]] for pane, at in numbers.items()}
        assert tops == {layout.row_lines[row]}
        for pane, at in numbers.items():
            assert event.article(pane).paragraphs[at].id in event.rows[row].paragraphs
    for pane in layout.in_view:
        spans = [layout.span_of(pane, number) for number in range(len(layout.tops[pane]))]
        assert all(top + height <= below for (top, height), (below, _) in pairwise(spans))
        numbers = layout.texts[pane].numbers
        assert list(numbers) == sorted(numbers)
        if not fold:
            assert list(numbers) == list(range(len(event.article(pane).paragraphs)))


@given(events(), st.integers(20, 60), st.integers(1, 5))
def test_level_panes_are_hardly_longer_than_the_longest_article(
    event: Comparison, width: int, in_view: int
) -> None:
    layout = laid_out(event, width, in_view)
    longest = max(text.tops[-1] for text in layout.texts.values())
    assert layout.total <= MOST * longest


def test_a_row_that_would_turn_the_order_of_an_article_is_not_level() -> None:
    event = comparison(
        {"a": ["One.", "Two.", "Three."], "b": ["Three.", "One.", "Two."]}, rows=["a1 b2", "a2 b3", "a3 b1"]
    )
    assert list(level_rows(event, ("a", "b"))) == [0, 1]


def test_only_the_panes_in_view_make_a_row_level() -> None:
    assert list(level_rows(three_outlets(), ("time", "vot"))) == [0, 4]
    assert level_rows(three_outlets(), ("time",)) == {}


@given(st.lists(st.integers(0, 20), max_size=30))
def test_a_longest_increasing_subsequence_increases_and_none_is_longer(numbers: list[int]) -> None:
    found = [numbers[at] for at in longest_increasing(numbers)]
    assert all(low < high for low, high in pairwise(found))
    best = [1] * len(numbers)
    for at, number in enumerate(numbers):
        best[at] = 1 + max((best[before] for before in range(at) if numbers[before] < number), default=0)
    assert len(found) == max(best, default=0)
