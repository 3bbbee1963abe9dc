"""Hostile articles that repeat themselves cost no more than their length."""

from __future__ import annotations

import cProfile
import pstats

import pytest

from benchmarks.speed.repetition import SHORT, article
from newsdiff.model import Article
from newsdiff.pipeline import compare
from newsdiff.readers.files.article import article_of

REPETITIONS = 200
MOST_CALLS = 500
"""For each code point of the articles. News takes about 60, these at most 300; where each mention was held
against each other they took 1,300 and more."""


def calls(articles: list[Article]) -> int:
    """How many calls of functions a comparison takes: unlike seconds they are the same on every computer."""
    counted = cProfile.Profile()
    counted.enable()
    compare(articles)
    counted.disable()
    return int(pstats.Stats(counted).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kind", "beside"),
    [
        ("words and a figure", "one like it"),
        ("figures that differ", "one like it"),
        ("casualties", "one like it"),
        ("dates", "another"),
        ("times", "another"),
        ("names that differ", "one like it"),
        ("quotations", "one like it"),
    ],
)
def test_a_paragraph_that_repeats_itself_costs_no_more_than_its_length(kind: str, beside: str) -> None:
    another = article_of(SHORT.encode(), "b.txt", ".txt")
    compare([another, article_of(SHORT.encode(), "c.txt", ".txt")])  # what is loaded once is not counted
    other = another if beside == "another" else article(kind, REPETITIONS, "b.txt", 1)
    both = [article(kind, REPETITIONS), other]
    assert calls(both) < MOST_CALLS * sum(len(one.text) for one in both)
