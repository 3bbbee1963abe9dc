"""Rows: paragraphs to be read side by side, in the order of the base."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.alignment import arrange_rows
from newsdiff.model import Annotated, Link, ManualLink, Row
from tests.alignment.made_up import FERRY, annotated, links_of
from tests.alignment.test_links import events


def rows_of(event: dict[str, list[str]], *manual: ManualLink) -> tuple[Row, ...]:
    items = annotated(event)
    return arrange_rows(items, links_of(items, manual))


def link(a: str, b: str, score: float = 0.9) -> Link:
    return Link(a, b, "same", score, "engine", ("words",))


def plain(**sizes: int) -> tuple[Annotated, ...]:
    return annotated({name: [f"{name} {number}" for number in range(size)] for name, size in sizes.items()})


def cells(rows: tuple[Row, ...]) -> list[tuple[str, ...]]:
    return [row.paragraphs for row in rows]


def test_linked_paragraphs_share_a_row_and_the_row_says_who_says_it() -> None:
    first = rows_of(FERRY)[0]
    assert first.paragraphs == ("herald.p1", "courier.p1")
    assert first.reported_by == ("herald", "courier")


def test_rows_follow_the_base_and_are_numbered() -> None:
    rows = rows_of(FERRY)
    base = [p for row in rows for p in row.paragraphs if p.startswith("herald")]
    assert base == ["herald.p1", "herald.p2", "herald.p3", "herald.p4"]
    assert [row.id for row in rows] == [f"r{number}" for number in range(1, len(rows) + 1)]


def test_what_the_base_does_not_say_stands_where_its_own_article_says_it() -> None:
    rows = arrange_rows(plain(base=2, other=3), [link("base.p1", "other.p1"), link("base.p2", "other.p3")])
    assert cells(rows) == [("base.p1", "other.p1"), ("other.p2",), ("base.p2", "other.p3")]


def test_what_two_others_say_and_the_base_does_not_is_one_row() -> None:
    rows = arrange_rows(plain(base=1, left=1, right=1), [link("left.p1", "right.p1")])
    assert ("left.p1", "right.p1") in cells(rows)


def test_a_page_opens_with_its_base_even_when_another_begins_with_something_of_its_own() -> None:
    rows = arrange_rows(plain(base=2, other=2), [link("base.p2", "other.p2")])
    assert cells(rows) == [("base.p1",), ("other.p1",), ("base.p2", "other.p2")]


def test_what_two_others_add_at_one_place_is_read_one_after_the_other() -> None:
    links = [link("base.p1", "left.p1"), link("base.p1", "right.p1"), link("left.p1", "right.p1")]
    rows = arrange_rows(plain(base=2, left=3, right=2), links)
    expected = ["base.p1 left.p1 right.p1", "left.p2", "left.p3", "right.p2", "base.p2"]
    assert [" ".join(cell) for cell in cells(rows)] == expected


def test_a_paragraph_linked_with_everything_does_not_swallow_the_page() -> None:
    links = [link("base.p1", f"other.p{number}", 0.5) for number in range(1, 7)]
    links += [link(f"base.p{number}", f"other.p{number}", 0.95) for number in range(2, 7)]
    rows = arrange_rows(plain(base=6, other=6), links)
    assert max(len(row.paragraphs) for row in rows) <= 3


def test_two_paragraphs_of_the_base_share_a_row_only_when_they_follow_each_other() -> None:
    links = [link("base.p1", "other.p1"), link("base.p2", "other.p1", 0.8)]
    assert cells(arrange_rows(plain(base=2, other=1), links)) == [("base.p1", "base.p2", "other.p1")]
    links = [link("base.p1", "other.p1"), link("base.p3", "other.p1", 0.8)]
    assert ("base.p1", "other.p1") in cells(arrange_rows(plain(base=3, other=1), links))


def test_the_readers_link_puts_paragraphs_in_one_row_whatever_the_engine_thinks() -> None:
    rows = rows_of(FERRY, ManualLink("herald.p4", "post.p3"))
    row = next(row for row in rows if "herald.p4" in row.paragraphs)
    assert "post.p3" in row.paragraphs


def test_links_to_paragraphs_that_are_not_there_are_passed_over() -> None:
    assert len(arrange_rows(plain(base=1, other=1), [link("base.p1", "gone.p1")])) == 2


def test_a_related_link_makes_no_row() -> None:
    related = Link("base.p1", "other.p1", "related", 0.5, "engine", ("words",))
    assert cells(arrange_rows(plain(base=1, other=1), [related])) == [("base.p1",), ("other.p1",)]


def test_a_related_link_does_not_help_two_rows_to_become_one() -> None:
    firm = [link("base.p1", "left.p1", 0.7)]
    related = [
        Link("base.p1", "right.p1", "related", 0.55, "engine", ("words",)),
        Link("left.p1", "right.p1", "related", 0.55, "engine", ("words",)),
    ]
    rows = arrange_rows(plain(base=1, left=1, right=1), firm + related)
    assert cells(rows) == [("base.p1", "left.p1"), ("right.p1",)]


@given(events)
def test_every_paragraph_is_in_exactly_one_row_and_the_base_in_order(event: dict[str, list[str]]) -> None:
    items = annotated(event)
    rows = arrange_rows(items, links_of(items))
    ids = [block.id for item in items for block in item.article.paragraphs]
    assert sorted(p for row in rows for p in row.paragraphs) == sorted(ids)
    in_base = [block.id for block in items[0].article.paragraphs]
    assert [p for row in rows for p in row.paragraphs if p in in_base] == in_base
    articles = [item.article.id for item in items]
    for row in rows:
        telling = {p.rpartition(".")[0] for p in row.paragraphs}
        assert row.reported_by == tuple(name for name in articles if name in telling)


@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.integers(1, 4), st.sampled_from("bc"), st.floats(0.36, 1)),
        max_size=20,
    )
)
def test_any_links_at_all_leave_a_partition_with_each_article_in_its_own_order_in_a_row(
    drawn: list[tuple[int, int, str, float]],
) -> None:
    items = plain(a=4, b=4, c=4)
    found = {(f"a.p{x}", f"{name}.p{y}"): link(f"a.p{x}", f"{name}.p{y}", s) for x, y, name, s in drawn}
    rows = arrange_rows(items, list(found.values()))
    assert sorted(p for row in rows for p in row.paragraphs) == sorted(
        block.id for item in items for block in item.article.paragraphs
    )
    for row in rows:
        assert list(row.paragraphs) == sorted(row.paragraphs)
