"""A paragraph that several outlets print counts as one text."""

from __future__ import annotations

from newsdiff.events.copies import independent_articles
from tests.details.small_events import compared, with_mention

WIRE = (
    "Two freight trains collided near the town of Arad early on Monday, killing 14 people and injuring "
    "dozens more, the interior ministry of the country said in a statement after a long night."
)
OWN = "Fourteen people died when two freight trains ran into each other outside Arad, said the ministry."


def test_copies_of_one_paragraph_are_one_text() -> None:
    detail = with_mention(compared(WIRE, WIRE, WIRE), "Arad")[0]
    assert (len(detail.reported_by), detail.independent_texts) == (3, 1)
    assert [value.independent_texts for value in detail.values] == [1]


def test_a_copy_with_a_word_changed_is_a_copy() -> None:
    detail = with_mention(
        compared(WIRE, WIRE.replace("said in a statement", "said in a short statement")), "Arad"
    )[0]
    assert (len(detail.reported_by), detail.independent_texts) == (2, 1)


def test_who_reports_it_in_other_words_is_independent() -> None:
    comparison = compared(WIRE, WIRE, OWN)
    detail = next(one for one in with_mention(comparison, "Arad") if len(one.reported_by) == 3)
    assert detail.independent_texts == 2


def test_who_copies_a_paragraph_and_reports_it_again_in_an_article_of_its_own_is_independent() -> None:
    comparison = compared(
        WIRE,
        f"{WIRE}\nThe trains collided near Arad at a crossing, and 14 people were killed.\n"
        "Rescue workers climbed over twisted wagons until dawn while relatives waited behind police tape, "
        "and the mayor promised that the crossing would be closed until engineers knew what failed there.",
    )
    assert independent_articles(comparison.articles) == 2
    assert with_mention(comparison, "Arad")[0].independent_texts == 2


def test_no_detail_has_more_independent_texts_than_its_event() -> None:
    comparison = compared(
        WIRE, f"{WIRE}\nThe trains collided near Arad at a crossing, and 14 people were killed."
    )
    assert independent_articles(comparison.articles) == 1
    assert {detail.independent_texts for detail in comparison.details} == {1}
