"""Body and noise, links, rows and statements against what a careful reader marked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.evaluation.measures import measure
from newsdiff.model import Block, numbered
from tests.changed_roles import with_role
from tests.evaluation.hand_marked import Event


@pytest.fixture
def event() -> Event:
    made = Event(
        a=["Twelve people died in the fire.", "The mayor spoke at noon.", "Share this story."],
        b=["At least 12 were killed by flames.", "She blamed the weather.", "Rain is on its way."],
        c=["Fourteen people died in the blaze.", "The mayor was silent."],
    )
    made.mark_pair("a1", "b1")
    made.mark_pair("a1", "c1")
    made.mark_pair("a2", "b2", optional=True)
    made.mark_near_miss("a2", "c2")
    made.mark_noise("a3")
    return made


def test_related_links_count_for_the_f1_of_all_links_and_not_for_the_firm_ones(event: Event) -> None:
    event.link("a1", "b1", "partial")
    event.link("a1", "c1", "related")
    event.link("b3", "c2", "related")
    assert event.measured("link F1, mean") == (pytest.approx(0.8), 1)
    assert event.measured("links, precision") == (2, 3)
    assert event.measured("firm links, precision") == (1, 1)
    assert event.measured("firm links, recall") == (1, 2)


def test_an_optional_pair_counts_neither_way(event: Event) -> None:
    event.link("a1", "b1")
    without = event.measured("link F1, mean")
    event.link("a2", "b2")
    assert event.measured("link F1, mean") == without
    assert event.measured("firm links, precision") == (1, 1)


def test_a_near_miss_that_is_linked_is_counted_whatever_the_kind_of_the_link(event: Event) -> None:
    assert event.measured("near misses linked") == (0, 1)
    event.link("a2", "c2", "related")
    assert event.measured("near misses linked") == (1, 1)


def test_a_paragraph_alone_in_one_article_is_wrong_where_the_gold_links_it(event: Event) -> None:
    event.alone("a1", "a2", "b3")
    assert event.measured("only in one, though linked") == (1, 3)


def test_without_links_the_precision_has_nothing_to_measure(event: Event) -> None:
    assert event.measured("firm links, precision") == (0, 0)
    assert event.tally("firm links, precision").figure is None
    assert event.tally("link F1, mean").figure == 0


def test_a_paragraph_that_we_cut_in_two_is_still_the_marked_one(event: Event) -> None:
    event.link("a2", "b1")
    whole = event.articles[0]
    first = whole.paragraphs[0]
    halves = (Block("", "paragraph", first.start, 20), Block("", "paragraph", 20, first.end))
    event.articles[0] = replace(whole, blocks=numbered("a", (*halves, *whole.paragraphs[1:])))
    gold = Event(a=["Twelve people died in the fire."], b=["At least 12 were killed by flames."])
    gold.mark_pair("a1", "b1")
    assert measure(event.comparison, gold.gold)["firm links, precision"].part == 1


def test_rows_are_measured_by_the_pairs_they_put_level(event: Event) -> None:
    event.row("a1", "b1", "c1")
    event.row("a2", "b3")
    # The pairs a1-b1 and a1-c1 are marked, b1-c1 and a2-b3 are not.
    assert event.measured("pairs in one row, F1, mean") == (pytest.approx(2 * 2 / (2 * 2 + 2)), 1)


def test_body_and_noise_are_counted_in_code_points(event: Event) -> None:
    noise = event.articles[0].paragraphs[2]
    length = noise.end - noise.start
    assert event.measured("noise removed") == (0, length)
    kept, body = event.measured("body kept")
    assert kept == body
    event.articles[0] = with_role(event.articles[0], noise.id, "noise", "share")
    gold = Event(a=["Twelve people died in the fire.", "The mayor spoke at noon.", "Share this story."])
    gold.mark_noise("a3")
    assert measure(event.comparison, gold.gold)["noise removed"].part == length


def test_a_sentence_pair_is_right_when_its_paragraphs_are_linked_in_the_gold(event: Event) -> None:
    event.statement(1, "a1", "b1", "c1")
    event.statement(2, "a2", "b2")
    # a1-b1, a1-c1 and the optional a2-b2 are; b1-c1 is not.
    assert event.measured("statements: sentence pairs, precision") == (3, 4)


def test_two_sentences_of_one_article_make_no_pair(event: Event) -> None:
    event.statement(1, "a1", "a2", "b1")
    assert event.measured("statements: sentence pairs, precision") == (1, 2)


def test_a_conflict_is_shown_by_the_first_statement_with_two_of_its_values_in_two_articles(
    event: Event,
) -> None:
    event.mark_conflict(twelve=["a: Twelve", "b: 12"], fourteen=["c: Fourteen"])
    event.statement(1, "a1", "b1")  # one value only
    event.statement(9, "a1", "c1")
    for rank in range(2, 6):
        event.statement(rank, "a2", "b3")
    assert event.measured("statements: typed conflicts within the first 5") == (0, 1)
    assert event.measured("statements: typed conflicts within the first 10") == (1, 1)
    assert event.measured("statements: typed conflicts at any rank") == (1, 1)
    assert event.measured("statements: claim conflicts at any rank") == (0, 0)


def test_a_conflict_that_no_statement_shows_is_named(event: Event) -> None:
    event.mark_conflict("claim", spoke=["a: spoke"], silent=["c: silent"])
    event.statement(1, "a2", "b2")
    tally = event.tally("statements: claim conflicts at any rank")
    assert (tally.part, tally.of, tally.remarks) == (0, 1, ("claim conflict in no statement: d1",))
