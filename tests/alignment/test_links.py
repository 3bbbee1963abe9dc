"""Links: which paragraphs of different outlets report the same specific thing, and why."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newsdiff.alignment.links import kind_of
from newsdiff.model import Link, ManualLink
from newsdiff.pipeline import compare
from newsdiff.weights import shipped
from tests.alignment.made_up import FERRY, annotated, links_of

WORDS = (
    "ferry pier police captain engine oban passengers injured 17 240 Baird “storm” said reversed £5m".split()
)
paragraphs = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
events = st.dictionaries(st.sampled_from("abcd"), st.lists(paragraphs, max_size=5), min_size=1)


def pairs(links: Sequence[Link]) -> set[frozenset[str]]:
    return {frozenset((link.a, link.b)) for link in links}


def test_the_same_accident_in_other_words_is_linked() -> None:
    found = pairs(links_of(annotated(FERRY)))
    assert {"herald.p1", "courier.p1"} in found
    assert {"herald.p2", "post.p2"} in found
    assert {"courier.p2", "post.p1"} in found


def test_what_only_one_outlet_says_is_linked_with_nothing() -> None:
    linked = {paragraph for pair in pairs(links_of(annotated(FERRY))) for paragraph in pair}
    assert "herald.p4" not in linked
    assert "post.p3" not in linked


def test_a_quotation_of_two_outlets_is_a_link_of_its_own_kind_with_its_words_as_reason() -> None:
    link = next(x for x in links_of(annotated(FERRY)) if {x.a, x.b} == {"herald.p3", "courier.p3"})
    assert link.kind == "quote"
    assert link.because[0].startswith("“It felt like an earthquake")


def test_reasons_are_words_of_the_text_and_words_of_both_unless_both_wordings_are_given() -> None:
    items = annotated(FERRY)
    text = {block.id: item.article.slice(block) for item in items for block in item.article.paragraphs}
    for link in links_of(items):
        assert 1 <= len(link.because) <= 4
        for reason in link.because:
            if not reason.startswith("“"):
                left, _, right = reason.partition(" ~ ")
                assert left.casefold() in text[link.a].casefold()
                assert right.casefold() in text[link.b].casefold()


def test_of_names_that_differ_both_are_shown_as_the_texts_have_them() -> None:
    event = {
        "a": ["President Emmanuel Macron opened the new bridge over the Seine at Rouen on Friday morning."],
        "b": ["Mr Macron opened the new bridge over the Seine at Rouen, which took six years to build."],
    }
    (link,) = links_of(annotated(event))
    assert any("Rouen" in reason for reason in link.because)
    for reason in link.because:
        if "Macron ~" in reason:
            assert reason == "Emmanuel Macron ~ Macron"


def test_a_pair_is_called_by_how_sure_it_is_and_by_a_quotation_only_where_it_is_firm() -> None:
    bounds = {"related": 0.3, "firm": 0.6, "same": 0.8}
    assert [kind_of(score, False, bounds) for score in (0.3, 0.59, 0.6, 0.79, 0.8, 1.0)] == [
        "related",
        "related",
        "partial",
        "partial",
        "same",
        "same",
    ]
    assert [kind_of(score, True, bounds) for score in (0.59, 0.6, 0.9)] == ["related", "quote", "quote"]


def test_every_link_lies_above_the_bound_of_its_kind() -> None:
    bounds = shipped().links.bounds
    assert bounds["related"] <= bounds["firm"] <= bounds["same"]
    for link in links_of(annotated(FERRY)):
        assert link.score >= bounds["related"]
        assert link.firm == (link.score >= bounds["firm"])


def test_sentences_that_have_nothing_in_common_are_not_linked() -> None:
    event = {
        "a": ["Gardeners trimmed the hedges along a quiet lane.", "A band played in the square at noon."],
        "b": ["Two freight trains collided near Arad.", "Shares of the bank fell by a third in Lima."],
    }
    assert not [link for link in links_of(annotated(event)) if link.firm]


def test_a_link_made_by_hand_is_there_and_one_undone_by_hand_is_not() -> None:
    manual = [ManualLink("herald.p4", "post.p3"), ManualLink("courier.p1", "herald.p1", linked=False)]
    links = links_of(annotated(FERRY), manual)
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
    assert links_of(items, [manual]) == links_of(items)


@given(events)
def test_links_join_different_articles_once_and_have_a_probability(event: dict[str, list[str]]) -> None:
    items = annotated(event)
    known = {block.id: item.article.id for item in items for block in item.article.paragraphs}
    links = links_of(items)
    assert len(pairs(links)) == len(links)
    for link in links:
        assert known[link.a] != known[link.b]
        assert 0 < link.score <= 1
        assert link.score == round(link.score, 4)


@given(events, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_articles_changes_no_link(event: dict[str, list[str]], luck) -> None:  # type: ignore[no-untyped-def]
    assume(len(event) > 1)
    articles = [item.article for item in annotated(event)]
    one = {(frozenset((x.a, x.b)), x.score) for x in compare(articles).links}
    luck.shuffle(articles)
    other = {(frozenset((x.a, x.b)), x.score) for x in compare(articles).links}
    assert one == other


@given(st.lists(st.text(max_size=60), max_size=4), st.lists(st.text(max_size=60), max_size=4))
def test_any_text_at_all_is_borne(one: list[str], other: list[str]) -> None:
    links_of(annotated({"one": one, "other": other}))


def test_many_copies_of_one_page_stay_bounded() -> None:
    items = annotated({f"copy{number:02}": FERRY["herald"] for number in range(60)})
    links = links_of(items)
    assert 60 <= len(links) <= 60 * 4 * 40
    assert all(link.a.rpartition(".")[2] == link.b.rpartition(".")[2] for link in links if link.score > 0.9)


def test_an_article_of_thousands_of_paragraphs_is_compared() -> None:
    long = [
        f"Entry {number}: the {WORDS[number % 11]} of day {number % 97} was noted." for number in range(3000)
    ]
    items = annotated({"log": [*long, FERRY["herald"][0]], "courier": FERRY["courier"]})
    assert {"log.p3001", "courier.p1"} in pairs(links_of(items))
