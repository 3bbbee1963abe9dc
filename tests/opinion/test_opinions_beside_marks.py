"""Opinions stand beside newsdiff's own marks and below the reader's verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.model import Comparison, Detail, Opinion, QuotedWords, Says
from newsdiff.opinion.attached import both_agree, only_agreed, with_opinions
from newsdiff.verdicts.apply import apply_verdicts
from newsdiff.verdicts.model import VerdictKind
from tests.verdicts.given import verdict_on


def opinion(comparison: Comparison, says: Says, *words: str) -> Opinion:
    """An opinion that quotes words of alpha and of beta."""
    quotations = []
    for article, quoted in zip(("alpha", "beta"), words, strict=False):
        start = comparison.article(article).text.index(quoted)
        quotations.append(QuotedWords(article, start, start + len(quoted)))
    return Opinion("Rules", says, "how many" if words else "", tuple(quotations))


def differing(comparison: Comparison) -> Detail:
    return next(one for one in (*comparison.details, *comparison.dismissed) if one.relation == "differs")


def order(comparison: Comparison) -> list[str]:
    assert [one.rank for one in comparison.statements] == [1, 2]
    return [one.id for one in comparison.statements]


def test_the_detail_whose_values_are_quoted_gets_the_opinion_on_its_statement(comparison: Comparison) -> None:
    found = with_opinions(comparison, {"t1": opinion(comparison, "differs", "212", "220 people on board")})
    marked = [one for one in found.details if one.opinion is not None]
    assert [one.id for one in marked] == [differing(comparison).id]
    assert both_agree(marked[0])
    assert found.statements[0].opinion == marked[0].opinion


def test_an_opinion_that_quotes_other_words_stands_on_the_statement_alone(comparison: Comparison) -> None:
    found = with_opinions(
        comparison, {"t1": opinion(comparison, "differs", "Sunday evening", "late on Sunday")}
    )
    assert differing(found).opinion is None
    assert found.statements[0].opinion is not None


def test_what_it_finds_alike_is_said_of_the_detail_too_and_its_mark_stays(comparison: Comparison) -> None:
    found = with_opinions(comparison, {"t1": opinion(comparison, "same")})
    marked = differing(found)
    assert marked.opinion is not None
    assert (marked.relation, both_agree(marked)) == ("differs", False)
    assert replace(marked, opinion=None) == differing(comparison)


def test_opinions_change_nothing_but_the_order_of_the_statements(comparison: Comparison) -> None:
    found = with_opinions(comparison, {"t2": opinion(comparison, "differs", "Nine", "Nine passengers")})
    assert found.articles == comparison.articles
    assert (found.links, found.rows) == (comparison.links, comparison.rows)
    assert [replace(one, opinion=None) for one in found.details] == list(comparison.details)
    plain = {one.id: replace(one, opinion=None, rank=0) for one in found.statements}
    assert plain == {one.id: replace(one, rank=0) for one in comparison.statements}


def test_what_it_calls_different_comes_first_and_what_it_finds_alike_last(comparison: Comparison) -> None:
    says = opinion(comparison, "differs", "Nine", "Nine passengers")
    assert order(comparison) == ["t1", "t2"]
    assert order(with_opinions(comparison, {"t2": says})) == ["t2", "t1"]
    bare = replace(comparison, details=())
    assert order(with_opinions(bare, {"t1": opinion(comparison, "unrelated")})) == ["t2", "t1"]


def test_where_newsdiff_sees_a_difference_it_is_not_put_last(comparison: Comparison) -> None:
    assert order(with_opinions(comparison, {"t1": opinion(comparison, "same")})) == ["t1", "t2"]


@pytest.mark.parametrize(("kind", "expected"), [("confirmed", ["t1", "t2"]), ("dismissed", ["t1", "t2"])])
def test_the_readers_verdict_stands_above_both(
    kind: VerdictKind, expected: list[str], comparison: Comparison
) -> None:
    judged = apply_verdicts(comparison, [verdict_on(kind, differing(comparison))])
    against = "same" if kind == "confirmed" else "differs"
    words = () if kind == "confirmed" else ("212", "220")
    found = with_opinions(judged, {"t1": opinion(comparison, against, *words)})
    assert differing(found).judgement == kind
    assert order(found) == expected


def test_only_what_both_agree_on_is_left(comparison: Comparison) -> None:
    agreed = with_opinions(comparison, {"t1": opinion(comparison, "differs", "212", "220")})
    left = only_agreed(agreed)
    assert [one.id for one in left.details] == [differing(comparison).id]
    assert [(one.id, one.details) for one in left.statements] == [("t1", ("d1",)), ("t2", ())]
    assert only_agreed(with_opinions(comparison, {"t1": opinion(comparison, "same")})).details == ()


def test_an_update_is_agreed_on_where_newsdiff_sees_one(comparison: Comparison) -> None:
    found = differing(with_opinions(comparison, {"t1": opinion(comparison, "update", "212", "220")}))
    assert not both_agree(found)
    assert both_agree(replace(found, update="212 → 220"))
