"""Statements of an event: who reports them, how many texts that are, which comes first."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import permutations
from pathlib import Path

import numpy as np
from hypothesis import given

from newsdiff import compare
from newsdiff.model import Statement
from newsdiff.statements.build import build_statements, greatest_difference
from newsdiff.statements.clusters import SENTENCES_PER_ARTICLE
from newsdiff.statements.judged_pairs import judge_pairs
from newsdiff.weights import shipped
from tests.alignment.made_up import annotated, article
from tests.statements.made_up import EVENTS, FIRE

BOUNDS = {"statement": 0.5, "second": 0.3, "differing": 0.6}


def statements(
    event: Mapping[str, Sequence[str]],
    difference: Mapping[tuple[str, str], float] | None = None,
    bounds: Mapping[str, float] = BOUNDS,
) -> tuple[Statement, ...]:
    """The statements of an event; `difference` names pairs of sentences that probably differ."""
    items = annotated(event)
    judged = judge_pairs(items, shipped())
    ids = [sentence.id for sentence in judged.sentences]
    differing = np.array(
        [
            (difference or {}).get((ids[a], ids[b]), 0.0)
            for a, b in zip(judged.pairs.one, judged.pairs.other, strict=True)
        ]
    )
    return build_statements(items, judged, differing, bounds)


def sentences_in(statement: Statement) -> list[str]:
    return [version.sentence for version in statement.sentences]


def test_what_several_outlets_report_is_a_statement_and_what_one_has_is_in_none() -> None:
    found = [sentences_in(statement) for statement in statements(FIRE)]
    assert ["herald.s1", "courier.s1", "post.s1"] in found
    assert ["herald.s2", "courier.s2"] in found
    assert ["herald.s3", "courier.s3"] in found
    assert not {"herald.s4", "post.s2"} & {sentence for one in found for sentence in one}


def test_ranks_count_from_one_and_what_most_outlets_report_comes_first_where_nothing_differs() -> None:
    found = statements(FIRE)
    assert [one.rank for one in found] == list(range(1, len(found) + 1))
    assert [one.id for one in found] == [f"t{number}" for number in range(1, len(found) + 1)]
    counts = [len(one.reported_by) for one in found]
    assert counts == sorted(counts, reverse=True)


def test_the_statement_that_most_probably_differs_comes_first() -> None:
    first = statements(FIRE, {("herald.s3", "courier.s3"): 0.9})[0]
    assert "herald.s3" in sentences_in(first)


def test_a_sentence_that_reports_two_things_belongs_to_a_second_statement_where_it_may_differ() -> None:
    found = [sentences_in(one) for one in statements(FIRE, {("herald.s1", "courier.s2"): 0.7})]
    assert ["herald.s1", "courier.s2"] in found
    assert ["herald.s1", "courier.s1", "post.s1"] in found


def test_a_pair_that_is_too_unlike_makes_no_second_statement_though_it_may_differ() -> None:
    strict = {"statement": 0.999999, "second": 0.999999, "differing": 0.6}
    assert statements(FIRE, {("herald.s1", "courier.s1"): 0.7}, strict) == ()


def test_copies_of_a_sentence_are_one_text() -> None:
    copied = {**FIRE, "weekly": FIRE["post"][:1], "tribune": FIRE["post"][:1]}
    found = next(one for one in statements(copied) if "post.s1" in sentences_in(one))
    assert set(found.reported_by) >= {"post", "weekly", "tribune"}
    assert found.independent_texts == len(found.reported_by) - 2


def test_the_reason_is_words_that_the_versions_have_in_common() -> None:
    found = next(one for one in statements(FIRE) if "post.s1" in sentences_in(one))
    assert found.because
    texts = [" ".join(paragraphs).casefold() for paragraphs in FIRE.values()]
    for word in found.because.split(", "):
        assert sum(word.casefold() in text for text in texts) > 1


@given(EVENTS)
def test_the_statements_of_any_event_keep_the_laws(event: dict[str, list[str]]) -> None:
    order = list(event)
    seen: set[str] = set()
    for number, statement in enumerate(statements(event), 1):
        ids = [version.article for version in statement.sentences]
        assert statement.rank == number
        assert ids == sorted(ids, key=order.index)
        assert statement.reported_by == tuple(dict.fromkeys(ids))
        assert len(statement.reported_by) > 1
        assert max(Counter(ids).values()) <= SENTENCES_PER_ARTICLE
        assert 1 <= statement.independent_texts <= len(statement.reported_by)
        assert 0 <= statement.score <= 1
        assert seen.isdisjoint(sentences_in(statement)), (
            "where nothing differs a sentence is in one statement"
        )
        seen.update(sentences_in(statement))


def test_the_order_in_which_articles_are_handed_over_changes_no_statement() -> None:
    articles = [article(name, paragraphs) for name, paragraphs in FIRE.items()]
    answers = [compare(order, base="herald").statements for order in permutations(articles)]
    assert all(answer == answers[0] for answer in answers)


def test_the_order_in_which_articles_are_read_changes_nothing_but_the_order_of_versions() -> None:
    answers = {
        frozenset(
            (frozenset(sentences_in(one)), one.score)
            for one in statements({name: FIRE[name] for name in order})
        )
        for order in permutations(FIRE)
    }
    assert len(answers) == 1


def test_the_statements_do_not_depend_on_how_python_orders_its_sets() -> None:
    code = """
from newsdiff import compare
from tests.alignment.made_up import FERRY, article
from tests.statements.made_up import FIRE
BUS = {
    "one": ["The bus of the city hit the wall of the bank on Monday."],
    "other": ["A coach in the city struck the bank and the wall of a school on Tuesday."],
}
for event in (FIRE, FERRY, BUS):
    for level in ("normal", "all"):
        made = compare([article(name, texts) for name, texts in event.items()], level=level)
        print((made.statements, made.links, made.rows, made.details))
"""
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
            timeout=300,
        ).stdout
        for seed in "012"
    }
    assert len(answers) == 1


def test_the_greatest_difference_of_a_statement_is_between_two_of_its_own_versions() -> None:
    one, other = np.array([0, 0, 1]), np.array([2, 3, 3])
    difference = np.array([0.4, 0.9, 0.0])
    assert greatest_difference([[0, 2], [1, 3]], one, other, difference) == [0.4, 0.0]
