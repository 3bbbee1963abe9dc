"""The second look: what the first look at all other pairs says of one pair."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.fitted_model import side_by_side
from newsdiff.statements.judged_pairs import (
    LEAST_SUPPORT,
    PARTNERS,
    SECOND_NAMES,
    likeliest_partners,
    support,
)
from tests.statements.made_up import EVENTS, FIRE, judged

ARTICLE = np.array([0, 0, 1, 1, 2, 2])
EVERY = [(a, b) for a in range(6) for b in range(a + 1, 6) if ARTICLE[a] != ARTICLE[b]]
PROBABILITIES = st.lists(
    st.floats(0, 1).map(lambda value: round(value, 3)), min_size=len(EVERY), max_size=len(EVERY)
)


@given(PROBABILITIES)
def test_a_third_article_supports_a_pair_by_the_sentence_that_pairs_with_both(values: list[float]) -> None:
    one, other = (np.array(side) for side in zip(*EVERY, strict=True))
    best, three = support(one, other, np.array(values), ARTICLE)
    likely = {pair: value for pair, value in zip(EVERY, values, strict=True) if value >= LEAST_SUPPORT}
    for place, (a, b) in enumerate(EVERY):
        products = sorted(
            (
                likely.get((min(a, c), max(a, c)), 0.0) * likely.get((min(b, c), max(b, c)), 0.0)
                for c in range(6)
                if ARTICLE[c] not in (ARTICLE[a], ARTICLE[b])
            ),
            reverse=True,
        )
        assert best[place] == pytest.approx(products[0])
        assert three[place] == pytest.approx(sum(products[:3]))


def test_two_articles_have_no_third_one_to_support_a_pair() -> None:
    pairs = judged({name: FIRE[name] for name in ("herald", "courier")})
    assert not pairs.second.support.any()


def test_partners_are_the_likeliest_and_few() -> None:
    count = PARTNERS + 5
    one, other = np.zeros(count, dtype=np.int64), np.arange(1, count + 1)
    probability = np.linspace(0.9, 0.01, count)
    partners, likely = likeliest_partners(one, other, probability, count + 1)
    assert partners[0].tolist() == list(range(1, PARTNERS + 1))
    assert likely[0].tolist() == probability[:PARTNERS].tolist()
    assert partners[1].tolist() == [0, *[-1] * (PARTNERS - 1)]
    assert partners[count].tolist() == [-1] * PARTNERS


@given(EVENTS)
def test_the_second_look_at_any_event_gives_finite_features_and_probabilities(
    event: dict[str, list[str]],
) -> None:
    pairs = judged(event)
    assert side_by_side(pairs.second).shape == (len(pairs.pairs.one), len(SECOND_NAMES))
    assert np.isfinite(pairs.matrix()).all()
    assert ((pairs.probability >= 0) & (pairs.probability <= 1)).all()


def test_a_report_of_the_same_is_more_probable_than_one_of_something_else() -> None:
    pairs = judged(FIRE)
    ids = [sentence.id for sentence in pairs.sentences]
    probability = {
        (ids[a], ids[b]): float(value)
        for a, b, value in zip(pairs.pairs.one, pairs.pairs.other, pairs.probability, strict=True)
    }
    same = min(
        probability[pair]
        for pair in (("herald.s1", "courier.s1"), ("herald.s2", "courier.s2"), ("courier.s1", "post.s1"))
    )
    other = max(value for pair, value in probability.items() if "herald.s4" in pair or "post.s2" in pair)
    assert same > 0.5 > other
