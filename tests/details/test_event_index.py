"""Mentions in their places, and what stands around them."""

from __future__ import annotations

from newsdiff.details.occurrence import Occurrence
from tests.details.small_events import context_of, occurrence_of

CRASH = "A bus plunged into a deep ravine near Lima on Tuesday, killing 24 people, police said."
CRASH_TOO = "A bus plunged into a deep ravine near Lima on Tuesday, killing at least 26 people, police said."
OTHER = "The council of Leeds spent £3 million on a station, and 24 people work there."


def test_occurrences_are_numbered_in_reading_order_over_all_articles() -> None:
    index = context_of(CRASH, CRASH_TOO).index
    assert [one.order for one in index.everything] == list(range(len(index.everything)))
    assert index.everything == sorted(index.everything, key=place)
    assert sum(map(len, index.occurrences.values())) == len(index.everything)


def place(occurrence: Occurrence) -> tuple[int, int, int, int]:
    return occurrence.place


def test_a_claim_stands_between_the_mentions_around_it() -> None:
    index = context_of(CRASH).index
    start = CRASH.index("killing")
    claim = index.claim_at(0, 0, start, start + len("killing"))
    assert (claim.mention.kind, claim.mention.text) == ("claim", "killing")
    everything = sorted([*index.everything, claim], key=place)
    position = everything.index(claim)
    assert everything[position - 1].mention.start < start < everything[position + 1].mention.start


def test_paragraphs_that_are_linked_report_the_same() -> None:
    context = context_of(CRASH, CRASH_TOO)
    one, other = occurrence_of(context, "24 people"), occurrence_of(context, "at least 26 people")
    assert context.index.are_linked(one, other)
    assert context.index.are_linked(other, one)
    assert context.matching.are_best_match(one, other)


def test_words_around_one_thing_are_more_alike_than_those_around_two() -> None:
    context = context_of(CRASH, CRASH_TOO, OTHER)
    one = occurrence_of(context, "24 people")
    same, another = occurrence_of(context, "at least 26 people"), occurrence_of(context, "£3 million")
    assert context.similarity(one, same) > context.similarity(one, another)
    assert context.similarity(one, same) == context.similarity(same, one)


def test_neighbours_are_the_nearest_name_or_word_on_either_side() -> None:
    context = context_of("On Monday Goldman Sachs said its profit fell 15 percent after a charge.")
    share = occurrence_of(context, "15 percent")
    assert context.before(share) == "profit"
    assert context.after(share) == "charg"
    assert {"profit", "charg"} <= context.nearest(share)
