"""Questions of fact, the value of every article that answers them, and how these relate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.details.attribution import Attribution
from newsdiff.details.candidate import BaseOrder, DetailCandidate, as_detail
from newsdiff.details.context import Context
from newsdiff.details.differences.details import difference_candidates
from newsdiff.details.differences.judged import JudgedEvent
from newsdiff.details.event_index import EventIndex
from newsdiff.details.names.variants import name_candidates
from newsdiff.details.questions.details import find_questions, question_candidates
from newsdiff.details.quotes.clusters import quote_candidates
from newsdiff.details.source_copies import SourceCopies
from newsdiff.model import Annotated, Detail, Level, Link, Statement
from newsdiff.statements.sentence_texts import SentenceText
from newsdiff.weights import Weights

__all__ = ["JudgedEvent", "event_context", "find_details", "with_details"]


def event_context(by_id: Sequence[Annotated], links: Sequence[Link], read: Sequence[SentenceText]) -> Context:
    """What stands around the mentions of the articles in English, which come in the order of their ids.

    `read` are their sentences.
    """
    paragraphs = {block.id for item in by_id for block in item.article.paragraphs}
    within = [link for link in links if link.a in paragraphs and link.b in paragraphs]
    return Context(EventIndex(by_id, within, read))


def find_details(
    annotated: Sequence[Annotated], found: JudgedEvent, weights: Weights, level: Level = "normal"
) -> tuple[Detail, ...]:
    """Every detail of the articles in English, in the order of the base text; `annotated[0]` is the base.

    The base sets nothing but that order: the articles are looked at by their ids. Each figure, day, name and
    quotation belongs to one detail at most. That one outlet alone reports something is said only where
    nothing near it stands in any other. What could be a *differs* but is less sure than `level` needs stays
    the shared and single details it would be made of.
    """
    english = [item for item in annotated if item.article.in_english]
    index = found.context.index
    by_id = index.annotated
    candidates = candidates_of(found, weights, level)
    places = {item.article.id: place for place, item in enumerate(english)}
    order = BaseOrder([places[item.article.id] for item in by_id], [item.article.id for item in by_id])
    candidates.sort(key=order.of_candidate)
    copies = SourceCopies(by_id, index.links)
    attribution = Attribution(english, index.links, found.statements, found.pairs.judged.sentences)
    in_english = {item.article.id for item in english}
    details: list[Detail] = []
    for candidate in candidates:
        mentions = [occurrence.mention for occurrence in candidate.occurrences]
        also = [by_id[number].article.id for number in candidate.also]
        not_reported = attribution.split(mentions, candidate.near, also)
        if candidate.relation != "only" or in_english.isdisjoint(not_reported[1]):
            details.append(as_detail(candidate, len(details) + 1, order, copies, not_reported))
    return tuple(details)


def candidates_of(found: JudgedEvent, weights: Weights, level: Level) -> list[DetailCandidate]:
    """The details of every kind before they are numbered."""
    context = found.context
    questions = find_questions(context, found.pairs, weights.questions)
    differing, held = difference_candidates(
        found,
        questions,
        weights.differences.bounds[level],
        weights.values,
        level=level,
    )
    rest = [question for question in questions if held.isdisjoint(one.order for one in question.occurrences)]
    return [
        *differing,
        *question_candidates(context, rest),
        *name_candidates(context.index, found.pairs),
        *quote_candidates(context.index),
    ]


def with_details(statements: Sequence[Statement], details: Sequence[Detail]) -> tuple[Statement, ...]:
    """The statements with the ids of the details whose mentions stand in their sentences."""
    of_sentence: dict[str, dict[str, None]] = {}
    for detail in details:
        for mention in detail.mentions:
            of_sentence.setdefault(mention.sentence, {})[detail.id] = None
    return tuple(
        replace(
            statement,
            details=tuple(
                dict.fromkeys(
                    detail
                    for version in statement.sentences
                    for detail in of_sentence.get(version.sentence, ())
                )
            ),
        )
        for statement in statements
    )
