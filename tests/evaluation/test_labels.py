"""What the marked events say of pairs of paragraphs, pairs of sentences, and mentions."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from newsdiff.evaluation.labels import UNSURE, EventLabels, cover
from newsdiff.language import split_sentences
from newsdiff.mentions import find_mentions
from newsdiff.model import Mention
from newsdiff.statements.judged_pairs import JudgedPairs, judge_pairs
from newsdiff.weights import shipped
from tests.evaluation.hand_marked import Event

REPORTS = {
    "a": [
        "A fire in a paper mill in Norvik killed 12 people, police said. The mill belongs to Nordline.",
        "The council will meet on Friday about the roof of the school.",
    ],
    "b": [
        "Police said that 14 people died in the fire at the paper mill in Norvik.",
        "Nordline owns the mill.",
    ],
}


def labels_of(mark: Callable[[Event], None]) -> EventLabels:
    """The labels of the reports as marked."""
    event = Event(**REPORTS)
    mark(event)
    articles = sorted(event.articles, key=lambda article: article.id)
    read = find_mentions(articles, {article.id: split_sentences(article) for article in articles})
    return EventLabels(event.gold, read)


def mark_nothing(event: Event) -> None:
    """Leave the event as it is."""


def judged(labels: EventLabels) -> JudgedPairs:
    return judge_pairs(labels.annotated, shipped())


def label_of(found: np.ndarray, pairs: JudgedPairs, one: str, other: str) -> float:
    """The label of two sentences, by id."""
    ids = [sentence.id for sentence in pairs.sentences]
    return next(
        float(label)
        for a, b, label in zip(pairs.pairs.one, pairs.pairs.other, found, strict=True)
        if {ids[a], ids[b]} == {one, other}
    )


def mention_of(labels: EventLabels, text: str) -> tuple[int, Mention]:
    """The number of the article and the first mention of that text."""
    return next(
        (number, mention)
        for number, item in enumerate(labels.annotated)
        for mention in item.mentions
        if mention.text == text
    )


def test_paragraphs_have_the_name_that_the_gold_gives_the_place_where_they_stand() -> None:
    assert labels_of(mark_nothing).paragraphs == ["a1", "a2", "b1", "b2"]


def test_linked_paragraphs_are_one_optional_ones_unsure_and_others_nothing() -> None:
    def mark(event: Event) -> None:
        event.mark_pair("a1", "b1")
        event.mark_pair("a1", "b2", optional=True)

    labels = labels_of(mark)
    assert [labels.link(0, 2), labels.link(0, 3), labels.link(1, 2)] == [1.0, UNSURE, 0.0]


def test_sentences_of_linked_paragraphs_are_linked_but_only_the_likest_surely_report_the_same() -> None:
    labels = labels_of(lambda event: event.mark_pair("a1", "b1"))
    pairs = judged(labels)
    linked = labels.linked_sentences(pairs.sentences, pairs.pairs)
    best = labels.best_sentences(pairs.sentences, pairs.pairs)
    assert label_of(linked, pairs, "a.s1", "b.s1") == label_of(best, pairs, "a.s1", "b.s1") == 1.0
    assert label_of(linked, pairs, "a.s2", "b.s1") == 1.0
    assert label_of(best, pairs, "a.s2", "b.s1") == UNSURE
    assert label_of(best, pairs, "a.s3", "b.s1") == 0.0


def test_sentences_with_two_values_of_a_conflict_differ_and_of_a_variant_only_diverge() -> None:
    labels = labels_of(
        lambda event: event.mark_conflict(kind="number", twelve=["a: 12 people"], fourteen=["b: 14 people"])
    )
    pairs = judged(labels)
    any_, conflict = labels.differing_sentences(pairs, range(len(pairs.pairs.one)))
    assert label_of(any_, pairs, "a.s1", "b.s1") == label_of(conflict, pairs, "a.s1", "b.s1") == 1.0
    assert label_of(any_, pairs, "a.s2", "b.s2") == 0.0
    labels = labels_of(lambda event: event.mark_variant(one=["a: 12 people"], other=["b: 14 people"]))
    any_, conflict = labels.differing_sentences(pairs, range(len(pairs.pairs.one)))
    assert (any_.max(), conflict.max()) == (1.0, 0.0)


def test_two_mentions_of_one_marked_figure_have_its_number_in_common() -> None:
    def mark(event: Event) -> None:
        event.mark_shared("a: Norvik", "b: Norvik", kind="place")
        event.mark_conflict(kind="number", twelve=["a: 12 people"], fourteen=["b: 14 people"])

    labels = labels_of(mark)
    assert labels.shared_by(*mention_of(labels, "Norvik")) == {0}
    assert labels.diverging(*mention_of(labels, "12 people")) == {0}
    assert labels.diverging(*mention_of(labels, "14 people")) == {0}
    assert labels.shared_by(*mention_of(labels, "12 people")) == set()
    assert labels.diverging(*mention_of(labels, "Nordline")) == set()


def test_spans_cover_each_other_from_half_of_the_shorter_one_on() -> None:
    labels = labels_of(mark_nothing)
    first, second = labels.annotated[0].article.paragraphs
    assert cover(first, first)
    assert not cover(first, second)
