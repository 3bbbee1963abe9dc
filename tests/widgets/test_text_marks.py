"""Marks that overlap: the graver relation shows, of equals the shorter one, and the cursor over all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from widgets.panes.text_marks import Layer, layered, mark_layer


def named(length: int, *layers: Layer) -> list[tuple[int, tuple[str, ...]]]:
    runs = layered(length, layers)
    return list(zip(runs.edges, runs.classes, strict=False))


def test_a_text_without_marks_is_one_run() -> None:
    assert named(5) == [(0, ())]


def test_the_graver_relation_wins() -> None:
    shared = mark_layer(0, 6, "shared", ("shared",))
    differs = mark_layer(2, 8, "differs", ("differs",))
    assert named(9, shared, differs) == [
        (0, ("shared",)), (2, ("differs",)), (6, ("differs",)), (8, ()),
    ]  # fmt: skip


def test_of_equal_relations_the_shorter_mark_shows_inside_the_longer() -> None:
    outer, inner = mark_layer(0, 9, "only", ("outer",)), mark_layer(3, 5, "only", ("inner",))
    assert [classes for _, classes in named(9, outer, inner)] == [("outer",), ("inner",), ("outer",)]


def test_layers_of_other_groups_lie_over_the_mark() -> None:
    mark = mark_layer(0, 4, "differs", ("differs",))
    assert named(4, Layer(1, 2, 3, (0, 0), ("current",)), mark)[1] == (1, ("differs", "current"))


@given(
    st.integers(0, 30),
    st.lists(st.tuples(st.integers(-5, 35), st.integers(-5, 35), st.integers(0, 2)), max_size=12),
)
def test_runs_cover_the_text_without_gap(length: int, spans: list[tuple[int, int, int]]) -> None:
    runs = layered(length, [Layer(a, b, group, (0, 0), ("x",)) for a, b, group in spans])
    assert runs.edges[0] == 0
    assert runs.edges[-1] == length
    assert list(runs.edges) == sorted(runs.edges)
    assert len(runs.classes) == len(runs.edges) - 1
