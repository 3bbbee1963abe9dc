"""Scores over events: sums, means, their intervals, and which events are left out of which fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.evaluation.evaluate import folds_by_name
from newsdiff.evaluation.measures.tallies import Tally, event_figure
from newsdiff.evaluation.plain_methods import THRESHOLDS, ScoredEvent, leave_one_out
from newsdiff.evaluation.scores import scores

tallies = st.integers(0, 30).flatmap(lambda of: st.builds(Tally, st.integers(0, of), st.just(of)))


def test_a_share_is_summed_over_events_and_then_divided() -> None:
    found = scores([{"found": Tally(1, 1)}, {"found": Tally(0, 3)}])
    assert found["found"].figure == 0.25


def test_a_mean_leaves_out_events_with_nothing_to_measure() -> None:
    figures = [event_figure(0.5), event_figure(None), event_figure(1.0)]
    assert scores([{"F1": figure} for figure in figures])["F1"].figure == 0.75


def test_a_plain_count_is_summed() -> None:
    score = scores([{"shown": Tally(4, None)}, {"shown": Tally(3, None)}])["shown"]
    assert (score.figure, score.is_count) == (7, True)


def test_a_measure_that_no_event_has_is_none() -> None:
    assert scores([{"found": Tally(0, 0)}, {"found": Tally(0, 0)}])["found"] == (None, None, None, False)


def test_one_event_has_no_interval() -> None:
    assert scores([{"found": Tally(1, 2)}])["found"] == (0.5, None, None, False)


@given(st.lists(tallies, min_size=2, max_size=12))
def test_an_interval_lies_within_the_range_of_the_events_and_is_the_same_every_time(
    events: list[Tally],
) -> None:
    score = scores([{"found": tally} for tally in events])["found"]
    assert score == scores([{"found": tally} for tally in events])["found"]
    shares = [tally.figure for tally in events if tally.figure is not None]
    if shares:
        assert score.low is not None
        assert score.high is not None
        assert min(shares) - 1e-4 <= score.low <= score.high <= max(shares) + 1e-4


def test_events_that_agree_have_a_narrow_interval_and_others_a_wide_one() -> None:
    same = scores([{"found": Tally(5, 10)}] * 20)["found"]
    assert (same.low, same.high) == (0.5, 0.5)
    apart = scores([{"found": Tally(10 * (number % 2), 10)} for number in range(20)])["found"]
    # Half of 20 events: the standard error is 0.112, so 95 % of resamples lie within about 0.22.
    assert apart.low == pytest.approx(0.28, abs=0.05)
    assert apart.high == pytest.approx(0.72, abs=0.05)


@given(st.sets(st.text(min_size=1, max_size=8), min_size=1, max_size=60), st.integers(2, 12), st.randoms())
def test_folds_are_of_one_size_and_do_not_depend_on_the_order_of_the_events(
    names: set[str], folds: int, random: object
) -> None:
    ordered = sorted(names)
    shuffled = list(names)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    fold_of = folds_by_name(shuffled, folds)
    assert fold_of == folds_by_name(ordered, folds)
    sizes = [list(fold_of.values()).count(fold) for fold in range(min(folds, len(names)))]
    assert sum(sizes) == len(names)
    assert max(sizes) - min(sizes) <= 1
    assert min(sizes) >= 1


def test_the_threshold_of_a_plain_method_comes_from_the_other_events() -> None:
    def event(right: float, wrong: float) -> ScoredEvent:
        pairs = {frozenset(("a1", "b1")): right, frozenset(("a1", "b2")): wrong}
        return ScoredEvent(pairs, {frozenset(("a1", "b1"))}, set(), set())

    events = [event(0.9, 0.5), event(0.4, 0.2), event(0.4, 0.3)]
    for index, threshold in enumerate(leave_one_out(events)):
        others = [one for number, one in enumerate(events) if number != index]
        means = {step: sum(one.at(step).f1 for one in others) for step in THRESHOLDS}
        assert threshold == min(step for step in means if means[step] == pytest.approx(max(means.values())))
    assert leave_one_out(events[:1]) == [pytest.approx(0.505)]
