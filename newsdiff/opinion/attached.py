"""Second opinions on a comparison: put beside newsdiff's own marks, never in their place.

An opinion is about the versions of a statement. A detail in it gets the opinion where its own values are
meant: where the quoted words fall on two of them, or where the program finds the versions that hold two of
them alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from newsdiff.model import Comparison, Detail, Opinion, QuotedWords, Statement

_ALIKE: Final = ("same", "unrelated")


def places_of(comparison: Comparison) -> list[Statement | Detail]:
    """What may have been asked about: the statements, then the details that stand in none."""
    held = {detail for statement in comparison.statements for detail in statement.details}
    return [*comparison.statements, *(one for one in comparison.details if one.id not in held)]


def with_opinions(comparison: Comparison, opinions: Mapping[str, Opinion]) -> Comparison:
    """The comparison with opinions on its places, by the id of the statement or detail they are about.

    Statements that an opinion calls different come first, those that it finds alike last, each in newsdiff's
    order. What the reader confirmed stands first whatever the opinion is, and what the reader dismissed is
    not brought up again.
    """
    if not opinions:
        return comparison
    statements = tuple(replace(one, opinion=opinions.get(one.id)) for one in comparison.statements)
    by_sentence: dict[str, list[Statement]] = {}
    for statement in statements:
        for version in statement.sentences:
            by_sentence.setdefault(version.sentence, []).append(statement)
    details, dismissed = (
        tuple(replace(one, opinion=opinions.get(one.id) or _opinion_on(one, by_sentence)) for one in some)
        for some in (comparison.details, comparison.dismissed)
    )
    known = {one.id: one for one in details}
    ordered = sorted(
        statements,
        key=lambda one: _tier(one, [known[id] for id in one.details if id in known], dismissed),
    )
    ranks = sorted(one.rank for one in statements)
    return replace(
        comparison,
        statements=tuple(replace(one, rank=rank) for one, rank in zip(ordered, ranks, strict=True)),
        details=details,
        dismissed=dismissed,
    )


def _opinion_on(detail: Detail, by_sentence: Mapping[str, list[Statement]]) -> Opinion | None:
    """The opinion on a statement that is about the values of a detail; one that calls them different if any
    does."""
    held = {
        statement.id: statement
        for mention in detail.mentions
        for statement in by_sentence.get(mention.sentence, ())
    }
    found = [
        one.opinion for one in held.values() if one.opinion is not None and _means(one, one.opinion, detail)
    ]
    return min(found, key=lambda one: one.says != "differs", default=None)


def _means(statement: Statement, opinion: Opinion, detail: Detail) -> bool:
    if opinion.quotations:
        return _quotes(opinion.quotations, detail)
    sentences = {version.sentence for version in statement.sentences}
    values = (any(one.sentence in sentences for one in value.mentions) for value in detail.values)
    return sum(values) > 1


def _quotes(quotations: Iterable[QuotedWords], detail: Detail) -> bool:
    """Whether the quoted words fall on two values of a detail."""
    values = (
        any(
            mention.article == one.article and mention.start < one.end and one.start < mention.end
            for mention in value.mentions
            for one in quotations
        )
        for value in detail.values
    )
    return sum(values) > 1


def _tier(statement: Statement, details: Iterable[Detail], dismissed: Iterable[Detail]) -> int:
    """0 for what comes first, 1 for what stays where newsdiff has it, 2 for what comes last."""
    relations = set()
    for detail in details:
        if detail.judgement in ("confirmed", "added"):
            return 0
        relations.add(detail.relation)
    opinion = statement.opinion
    if opinion is None:
        return 1
    if opinion.says in _ALIKE:
        return 1 if "differs" in relations else 2
    brought_up_again = any(_quotes(opinion.quotations, one) for one in dismissed)
    return 0 if opinion.says == "differs" and not brought_up_again else 1


def both_agree(detail: Detail) -> bool:
    """Whether newsdiff and a second opinion say that the outlets differ: on the same values, and as much of
    an update as the other does."""
    if detail.relation != "differs" or detail.opinion is None:
        return False
    return detail.opinion.says == "differs" or (detail.opinion.says == "update" and bool(detail.update))


def only_agreed(comparison: Comparison) -> Comparison:
    """The comparison with nothing marked but what both agree on."""
    details = tuple(filter(both_agree, comparison.details))
    agreed = {one.id for one in details}
    statements = tuple(
        replace(one, details=tuple(id for id in one.details if id in agreed)) for one in comparison.statements
    )
    return replace(comparison, details=details, dismissed=(), statements=statements)
