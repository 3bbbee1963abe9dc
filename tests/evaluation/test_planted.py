"""Twins of marked events: shared facts are given another value in one article, and the gold moves along."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdiff.evaluation.gold import GoldDivergence
from newsdiff.evaluation.marked_events import MarkedEvent, read_events
from newsdiff.evaluation.planted import another_figure, another_moment, planted_twin
from tests.evaluation.hand_marked import Event
from tests.evaluation.test_marked_events import written


@pytest.fixture
def event(tmp_path: Path) -> MarkedEvent:
    made = Event(
        a=[
            "A fire near Norvik on Monday killed 12 people, police said in a statement.",
            "The paper mill cost $3 million and was built in 1998, its owner said.",
        ],
        b=[
            "Police in Norvik said that 12 people died in the fire on Monday.",
            "According to its owner the mill, built in 1998, had cost $3 million.",
        ],
    )
    made.mark_pair("a1", "b1")
    made.mark_shared("a: 12 people", "b: 12 people", kind="number")
    made.mark_shared("a: Monday", "b: Monday", kind="date")
    made.mark_shared("a: $3 million", "b: $3 million", kind="money")
    made.mark_shared("a: 1998", "b: 1998", kind="date")
    written(tmp_path / "Norvik", made)
    (found,) = read_events([tmp_path])
    return found


def words_of(event: MarkedEvent, divergence: GoldDivergence) -> set[str]:
    texts = {Path(article.source).stem: article.text for article in event.articles}
    return {texts[one.article][one.start : one.end] for one in divergence.mentions}


def test_every_planted_conflict_gives_two_values_in_the_words_of_the_twin(event: MarkedEvent) -> None:
    twin = planted_twin(event)
    assert twin is not None
    assert len(twin.gold.divergences) == 4
    for divergence in twin.gold.divergences:
        assert len(words_of(twin, divergence)) == 2
        assert {one.value for one in divergence.mentions} == {"True", "False"}
        assert divergence.severity == "conflict"


def test_paragraphs_of_the_twin_are_those_of_the_event_with_other_words(event: MarkedEvent) -> None:
    twin = planted_twin(event)
    assert twin is not None
    for before, after in zip(event.articles, twin.articles, strict=True):
        for old, new in zip(before.paragraphs, after.paragraphs, strict=True):
            assert before.slice(old).split()[:2] == after.slice(new).split()[:2]
            assert before.slice(old)[-6:] == after.slice(new)[-6:]
    assert twin.gold.pairs(optional=False) == event.gold.pairs(optional=False)


def test_the_same_event_gives_the_same_twin(event: MarkedEvent) -> None:
    assert planted_twin(event) == planted_twin(event)


def test_an_event_without_shared_figures_has_no_twin(event: MarkedEvent) -> None:
    bare = MarkedEvent(event.name, event.gold.model_copy(update={"shared": ()}), event.articles)
    assert planted_twin(bare) is None


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        ("about 1,200 women", "about 1,560 women"),
        ("$2.5 billion", "$3.2 billion"),
        ("12 people", "14 people"),
        ("two sons", "four sons"),
        ("the fourth time", ""),
    ],
)
def test_a_figure_keeps_its_form(words: str, changed: str) -> None:
    assert another_figure(words, 1.3, 2) == changed


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        ("late on Monday", "late on Wednesday"),
        ("May 28", "May 2"),
        ("in March 2015", "in March 2017"),
        ("last December", "last February"),
        ("last week", ""),
    ],
)
def test_a_moment_is_moved_within_its_series(words: str, changed: str) -> None:
    assert another_moment(words, 2) == changed
