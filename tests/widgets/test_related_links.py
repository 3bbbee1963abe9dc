"""A *related* link is worth a look: it never makes an "also in", a way across, or a count."""

from __future__ import annotations

from dataclasses import replace

from newsdiff.model import Comparison, LinkKind
from newsdiff.reports.summary import share_unmatched
from tests.widgets.hand_made import comparison
from widgets.own_order.margin_notes import margin_notes
from widgets.own_order.own_order import OwnOrder
from widgets.reading.comparison_index import index_of
from widgets.reading.reading_moves import content_read, follow_crossing
from widgets.reading.reading_state import ReadingState


def linked(kind: LinkKind) -> Comparison:
    """Two outlets, nothing level; their first paragraphs are linked."""
    event = comparison(
        {"a": ["Snow fell on the pass.", "Buses stopped."], "b": ["It snowed.", "Schools closed."]},
        rows=["a1", "b1", "a2", "b2"],
        links=[("a1", "b1")],
    )
    return replace(event, links=tuple(replace(link, kind=kind) for link in event.links))


def test_of_a_firm_link_both_sides_are_also_in_the_other_outlet() -> None:
    event = linked("partial")
    assert index_of(event).also_in("a.p1") == {"b"}
    assert index_of(event).standings(("a", "b"))[0] == "shared"
    there = follow_crossing(ReadingState(pane="b"), event)
    assert (there.row, there.pane) == (0, "a")
    assert content_read(ReadingState(read=frozenset({"b.p1"})), event, "a.p1")


def test_of_a_related_link_neither_side_is() -> None:
    event = linked("related")
    index, state = index_of(event), ReadingState(pane="b", read=frozenset({"b.p1"}))
    assert index.also_in("a.p1") == frozenset()
    assert index.standings(("a", "b")) == ("only",) * 4
    assert follow_crossing(state, event) is state
    assert not content_read(state, event, "a.p1")
    block = event.article("a").paragraphs[0]
    assert OwnOrder(event).counterpart(block, "b") is None
    assert list(margin_notes(event, state, ["a", "b"], block)) == [("only", "unmatched")]
    assert share_unmatched(event, "a") == 1
