"""Links: which paragraphs of different outlets report the same specific thing, and why."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.alignment import link_paragraphs
from newsdiff.model import Link, ManualLink
from tests.alignment.made_up import FERRY, annotated

WORDS = (
    "ferry pier police captain engine oban passengers injured 17 240 Baird “storm” said reversed £5m".split()
)
paragraphs = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
events = st.dictionaries(st.sampled_from("abcd"), st.lists(paragraphs, max_size=5), min_size=1)


def pairs(links: Sequence[Link]) -> set[frozenset[str]]:
    return {frozenset((link.a, link.b)) for link in links}


def test_the_same_accident_in_other_words_is_linked() -> None:
    found = pairs(link_paragraphs(annotated(FERRY)))
    assert {"herald.p1", "courier.p1"} in found
    assert {"herald.p2", "post.p2"} in found
    assert {"courier.p2", "post.p1"} in found


def test_what_only_one_outlet_tells_is_linked_with_nothing() -> None:
    linked = {paragraph for pair in pairs(link_paragraphs(annotated(FERRY))) for paragraph in pair}
    assert "herald.p4" not in linked
    assert "post.p3" not in linked


def test_a_quotation_of_two_outlets_is_a_link_of_its_own_kind_with_its_words_as_reason() -> None:
    link = next(x for x in link_paragraphs(annotated(FERRY)) if {x.a, x.b} == {"herald.p3", "courier.p3"})
    assert link.kind == "quote"
    assert link.because[0].startswith("“It felt like an earthquake")


def test_reasons_are_words_of_the_text_or_name_a_third_outlet() -> None:
    items = annotated(FERRY)
    text = {block.id: item.article.slice(block) for item in items for block in item.article.paragraphs}
    for link in link_paragraphs(items):
        assert 1 <= len(link.because) <= 4
        for reason in link.because:
            if reason.startswith("“"):
                continue
            if reason.startswith("also told alike by "):
                assert reason.removeprefix("also told alike by ") in FERRY
                continue
            left, _, right = reason.partition(" ~ ")
            assert left in text[link.a]
            assert right in text[link.b]


def test_synonyms_are_shown_side_by_side() -> None:
    event = {
        "a": ["The vessel Argo sank off Crete.", "Nothing else happened in the harbour.", "Rain is due."],
        "b": ["The ship Argo sank off Crete.", "Prices rose in the market.", "A band played."],
    }
    (link,) = link_paragraphs(annotated(event))
    assert "vessel Argo" in link.because or any("vessel ~ ship" in reason for reason in link.because)


def test_a_link_made_by_hand_is_there_and_one_undone_by_hand_is_not() -> None:
    manual = [ManualLink("herald.p4", "post.p3"), ManualLink("courier.p1", "herald.p1", linked=False)]
    links = link_paragraphs(annotated(FERRY), manual)
    made = next(link for link in links if {link.a, link.b} == {"herald.p4", "post.p3"})
    assert (made.origin, made.score) == ("reader", 1.0)
    assert {"herald.p1", "courier.p1"} not in pairs(links)


@pytest.mark.parametrize(
    "manual", [ManualLink("herald.p1", "herald.p2"), ManualLink("herald.p1", "gone.p9"), ManualLink("x", "y")]
)
def test_a_link_by_hand_inside_one_article_or_to_a_paragraph_that_is_gone_is_passed_over(
    manual: ManualLink,
) -> None:
    items = annotated(FERRY)
    assert link_paragraphs(items, [manual]) == link_paragraphs(items)


@given(events)
@settings(max_examples=60, deadline=None)
def test_links_join_different_articles_once_and_have_a_probability(event: dict[str, list[str]]) -> None:
    items = annotated(event)
    known = {block.id: item.article.id for item in items for block in item.article.paragraphs}
    links = link_paragraphs(items)
    assert len(pairs(links)) == len(links)
    for link in links:
        assert known[link.a] != known[link.b]
        assert 0 < link.score <= 1
        assert link.score == round(link.score, 4)


@given(events, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_articles_changes_no_link(event: dict[str, list[str]], luck) -> None:  # type: ignore[no-untyped-def]
    names = list(event)
    luck.shuffle(names)
    one = {(frozenset((x.a, x.b)), x.score) for x in link_paragraphs(annotated(event))}
    other = {
        (frozenset((x.a, x.b)), x.score)
        for x in link_paragraphs(annotated({name: event[name] for name in names}))
    }
    assert one == other


@given(st.lists(st.text(max_size=60), max_size=4), st.lists(st.text(max_size=60), max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_text_at_all_is_borne(one: list[str], other: list[str]) -> None:
    link_paragraphs(annotated({"one": one, "other": other}))


def test_many_copies_of_one_page_stay_bounded() -> None:
    items = annotated({f"copy{number:02}": FERRY["herald"] for number in range(60)})
    links = link_paragraphs(items)
    assert 60 <= len(links) <= 60 * 4 * 40
    assert all(link.a.rpartition(".")[2] == link.b.rpartition(".")[2] for link in links if link.score > 0.9)


def test_an_article_of_thousands_of_paragraphs_is_compared() -> None:
    long = [
        f"Entry {number}: the {WORDS[number % 11]} of day {number % 97} was noted." for number in range(3000)
    ]
    items = annotated({"log": [*long, FERRY["herald"][0]], "courier": FERRY["courier"]})
    assert {"log.p3001", "courier.p1"} in pairs(link_paragraphs(items))
