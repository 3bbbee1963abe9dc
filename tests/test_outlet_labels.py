"""Two articles of one outlet never stand under one label."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.counting import outlets_and_articles
from newsdiff.outlet_labels import Source, labels_of

TIME_EARLY: Source = ("time", "TIME", date(2025, 12, 2))
TIME_LATE: Source = ("time-2", "Time", date(2025, 12, 3))
TIME_UNDATED: Source = ("a-time", "TIME", None)
SKY: Source = ("sky", "Sky News", date(2025, 12, 1))
UNKNOWN: Source = ("some-page", None, None)


def test_an_outlet_with_one_article_is_called_by_its_name() -> None:
    assert labels_of([TIME_EARLY, SKY]) == {"time": "TIME", "sky": "Sky News"}


def test_articles_of_one_outlet_are_numbered_as_they_were_published() -> None:
    for order in permutations([SKY, TIME_LATE, TIME_UNDATED, TIME_EARLY]):
        assert labels_of(order) == {
            "sky": "Sky News",
            "time": "TIME (1)",
            "time-2": "Time (2)",
            "a-time": "TIME (3)",
        }


def test_an_article_of_an_unknown_outlet_is_called_by_its_short_name() -> None:
    assert labels_of([UNKNOWN, SKY])["some-page"] == "some-page"


OUTLETS = st.sampled_from(["TIME", "time", "Sky News", None])


@given(st.lists(OUTLETS, max_size=8))
def test_no_label_stands_for_two(outlets: list[str | None]) -> None:
    labels = labels_of((f"article-{n}", outlet, None) for n, outlet in enumerate(outlets))
    assert len({label.casefold() for label in labels.values()}) == len(outlets)


def test_outlets_are_counted_once_and_articles_named_where_there_are_more() -> None:
    assert outlets_and_articles(["TIME", "Sky News"]) == "2 outlets"
    assert outlets_and_articles(["TIME"]) == "1 outlet"
    assert outlets_and_articles(["TIME", "Sky News", "time"]) == "2 outlets, 3 articles"
