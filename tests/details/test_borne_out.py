"""Who surely reports what: only where one sentence bears out another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.details.borne_out import with_sure_statements
from newsdiff.model import SURELY_SHARED, Comparison, Statement, StatementSentence
from tests.details.small_events import compared

LORRIES = "A crash on the coast road near Norvik destroyed sixty lorries on Monday."
ALIKE = "On Monday a crash near Norvik on the coast road destroyed sixty lorries, police said."
APART = "A crash on the coast road near Norvik was seen by a shepherd on Monday."


def only_statement(comparison: Comparison) -> Statement:
    """Its only statement, taken for sure to be one."""
    (found,) = comparison.statements
    likely = replace(comparison, statements=(replace(found, score=1.0),))
    return with_sure_statements(likely).statements[0]


@pytest.mark.parametrize(
    ("texts", "sure"),
    [((LORRIES, ALIKE), True), ((LORRIES, APART), False), ((LORRIES, ALIKE, APART), False)],
    ids=["one matter", "two matters", "one of three reports another matter"],
)
def test_a_statement_is_sure_where_the_sentences_of_all_its_articles_bear_out_one_of_them(
    texts: tuple[str, ...], sure: bool
) -> None:
    assert only_statement(compared(*texts)).is_sure == sure


def test_a_statement_that_is_rather_none_is_never_sure() -> None:
    (found,) = compared(LORRIES, ALIKE).statements
    unlikely = replace(compared(LORRIES, ALIKE), statements=(replace(found, score=0.4),))
    assert not with_sure_statements(unlikely).statements[0].is_sure


def test_a_statement_with_two_sentences_of_one_article_is_not_sure() -> None:
    comparison = compared(f"{LORRIES} {APART}", ALIKE)
    found = comparison.statements[0]
    versions = [
        StatementSentence(item.article.id, sentence.id, ())
        for item in sorted(comparison.annotated, key=lambda one: one.article.id)
        for sentence in item.sentences
    ]
    pair, all_three = (
        with_sure_statements(
            replace(comparison, statements=(replace(found, score=1.0, sentences=tuple(chosen)),))
        ).statements[0]
        for chosen in (versions[::2], versions)
    )
    assert (pair.is_sure, all_three.is_sure) == (True, False)


def test_equal_values_that_may_be_of_two_matters_are_only_perhaps_shared() -> None:
    detail = next(one for one in compared(LORRIES, ALIKE).details if one.kind == "number")
    assert replace(detail, confidence=SURELY_SHARED).standing == "shared"
    assert replace(detail, confidence=SURELY_SHARED - 0.01).standing == "may-share"
    assert replace(detail, confidence=0.1, judgement="confirmed").standing == "shared"
    assert replace(detail, confidence=0.1, judgement="split").standing == "may-share"
    assert replace(detail, confidence=0.1, kind="name").standing == "shared"
