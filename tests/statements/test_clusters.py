"""Statements as clusters: which sentences of several articles report the same thing together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.statements.clusters import SENTENCES_PER_ARTICLE, cluster_sentences, mean_probability
from newsdiff.statements.sentence_texts import SentenceText
from tests.statements.made_up import sentences_of

ONE = sentences_of({"a": ["The mill burned."]})[0]
BOUND = 0.5


def sentences(articles: str) -> list[SentenceText]:
    """One sentence for each letter, of the article that the letter names."""
    return [ONE._replace(id=f"s{n}", article="abcdef".index(name)) for n, name in enumerate(articles)]


def clusters(articles: str, pairs: Mapping[tuple[int, int], float], bound: float = BOUND) -> list[list[int]]:
    ordered = sorted(pairs)
    one, other = (np.array([pair[n] for pair in ordered], dtype=np.int64) for n in (0, 1))
    value = np.array([pairs[pair] for pair in ordered])
    return cluster_sentences(sentences(articles), one, other, value, bound)


def test_sentences_that_are_likely_the_same_are_one_statement() -> None:
    assert clusters("abc", {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.7}) == [[0, 1, 2]]


def test_a_pair_below_the_bound_joins_nothing() -> None:
    assert clusters("ab", {(0, 1): 0.49}) == []
    assert clusters("ab", {(0, 1): 0.5}) == [[0, 1]]


def test_no_single_pair_joins_two_statements() -> None:
    pairs = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.8, (0, 2): 0.0, (0, 3): 0.0, (1, 3): 0.0}
    assert clusters("abcd", pairs) == [[0, 1], [2, 3]]


def test_two_statements_join_where_most_of_their_pairs_are_likely() -> None:
    pairs = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.8, (0, 2): 0.6, (0, 3): 0.5, (1, 3): 0.2}
    assert clusters("abcd", pairs) == [[0, 1, 2, 3]]


def test_what_one_outlet_says_in_two_sentences_may_be_one_sentence_elsewhere_and_no_more() -> None:
    assert clusters("aab", {(0, 2): 0.9, (1, 2): 0.8}) == [[0, 1, 2]]
    pairs = {(0, 3): 0.9, (1, 3): 0.9, (2, 3): 0.9}
    (found,) = clusters("aaab", pairs)
    assert len(found) == SENTENCES_PER_ARTICLE + 1


def test_sentences_that_both_have_a_likelier_partner_there_are_not_joined_by_their_own_pair() -> None:
    pairs = {(0, 2): 0.9, (1, 3): 0.9, (0, 3): 0.6, (1, 2): 0.0}
    assert clusters("aabb", pairs) == [[0, 2], [1, 3]]


def test_sentences_of_two_outlets_that_pair_one_by_one_are_two_statements() -> None:
    pairs = {(0, 2): 0.99, (1, 3): 0.98, (0, 3): 0.9, (1, 2): 0.9}
    assert clusters("aabb", pairs) == [[0, 2], [1, 3]]


PROBABILITIES = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)), st.floats(0, 1).map(lambda value: round(value, 3))
)


@given(st.text("abcd", min_size=10, max_size=10).map(sorted).map("".join), PROBABILITIES)
def test_whatever_the_probabilities_a_statement_is_of_several_articles_and_a_sentence_of_one_statement(
    articles: str, drawn: dict[tuple[int, int], float]
) -> None:
    pairs = {(a, b): value for (a, b), value in drawn.items() if a < b and articles[a] != articles[b]}
    found = clusters(articles, pairs)
    assert found == sorted(found)
    members = [number for cluster in found for number in cluster]
    assert len(members) == len(set(members))
    for cluster in found:
        counts = Counter(articles[number] for number in cluster)
        assert len(counts) > 1
        assert max(counts.values()) <= SENTENCES_PER_ARTICLE
        best = max(pairs.get((a, b), 0.0) for a in cluster for b in cluster if a < b)
        assert best >= BOUND


def test_the_score_of_a_statement_is_the_mean_over_its_pairs_of_different_articles() -> None:
    article = np.array([0, 0, 1])
    assert mean_probability([0, 1, 2], {(0, 2): 0.9, (0, 1): 1.0}, article) == 0.45
    assert mean_probability([0, 1], {(0, 1): 1.0}, article) == 0.0
