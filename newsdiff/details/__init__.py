"""Questions of fact, the value of every article that answers them, and how these relate."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.details.attribution import Attribution
from newsdiff.details.candidate import BaseOrder, DetailCandidate, as_detail
from newsdiff.details.context import Context
from newsdiff.details.event_index import EventIndex
from newsdiff.details.names.variants import name_candidates
from newsdiff.details.quotes.clusters import quote_candidates
from newsdiff.details.source_copies import SourceCopies
from newsdiff.model import Annotated, Detail, Level, Link, Statement

__all__ = ["find_details"]


def find_details(
    annotated: Sequence[Annotated],
    links: Sequence[Link],
    statements: Sequence[Statement] = (),
    level: Level = "normal",
) -> tuple[Detail, ...]:
    """Every detail of the event, in the order of the base text; `annotated[0]` is the base.

    The base sets nothing but that order: the articles are looked at by their ids. Each mention belongs to
    one detail. What could be a *differs* but is less sure than `level` needs stays the shared and single
    details it would be made of.
    """
    by_id = sorted(annotated, key=lambda item: item.article.id)
    index = EventIndex(by_id, links, statements)
    candidates = candidates_of(Context(index), level)
    places = {item.article.id: place for place, item in enumerate(annotated)}
    order = BaseOrder([places[item.article.id] for item in by_id], [item.article.id for item in by_id])
    candidates.sort(key=order.of_candidate)
    copies = SourceCopies(by_id, links)
    attribution = Attribution(annotated)
    found = []
    for number, candidate in enumerate(candidates, 1):
        mentions = [occurrence.mention for occurrence in candidate.occurrences]
        not_reported = attribution.split(candidate.kind, mentions, candidate.near)
        found.append(as_detail(candidate, number, order, copies, not_reported))
    return tuple(found)


def candidates_of(context: Context, level: Level) -> list[DetailCandidate]:
    """The details of every kind before they are numbered. Figures, times and claims are added here."""
    return [
        *name_candidates(context.index),
        *quote_candidates(context.index),
    ]
