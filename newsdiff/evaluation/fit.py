"""Fit every model on marked events: ``python -m newsdiff.evaluation.fit GOLD...``.

Each model learns from what the models before it say of events that these were not fitted on (inner folds), so
no table rests on figures that look better than they will be. The scores printed come from fits that left out
the very event (outer folds).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np

from newsdiff.alignment.paragraph_pairs import (
    PARAGRAPH_NAMES,
    JudgedParagraphs,
    ParagraphPairs,
    greatest_by_paragraph,
    paragraph_pairs,
)
from newsdiff.details.context import Context
from newsdiff.details.differences.features import DIFFERENCE_NAMES, difference_matrix
from newsdiff.details.differences.judged import compared_places, odds_by_place
from newsdiff.details.differences.own_names import OwnNames
from newsdiff.details.differences.value_pairs import VALUE_NAMES, ValuePairs, value_pairs
from newsdiff.details.differences.versions import Versions
from newsdiff.details.event_index import EventIndex
from newsdiff.details.questions.features import QUESTION_NAMES
from newsdiff.details.questions.pairs import QuestionPairs, question_pairs
from newsdiff.details.sentence_pairs import SentencePairs
from newsdiff.evaluation.fitting import (
    bound_of_mean_f1,
    bound_of_precision,
    bound_of_share_below,
    fit,
    with_rate_of,
)
from newsdiff.evaluation.labels import UNSURE, EventLabels
from newsdiff.evaluation.marked_events import MarkedEvent, read_events
from newsdiff.evaluation.planted import planted_twin
from newsdiff.fitted_model import FittedModel, side_by_side
from newsdiff.language import split_sentences
from newsdiff.mentions import find_mentions
from newsdiff.pipeline import distinct_ids
from newsdiff.quick_dataclass import dataclass
from newsdiff.statements.judged_pairs import SECOND_LOOK_NAMES, JudgedPairs, second_features, second_matrix
from newsdiff.statements.memberships import Floats
from newsdiff.statements.pair_features import FEATURE_NAMES, CandidatePairs, candidate_pairs
from newsdiff.statements.sentence_texts import SentenceText, read_sentences
from newsdiff.weights import Table, Weights

INNER_FOLDS: Final = 5
PENALTY: Final = {
    "first_look": 2.0,
    "second_look": 2.0,
    "links": 2.0,
    "values": 3.0,
    "differences": 5.0,
    "questions": 1.0,
}
"""Ridge on the weights: chosen among 1, 2, 3, 5, 10, 20, 30 by left-out average precision; flat there."""
VARIANT: Final = 0.55
"""Label of two versions that give one fact in two forms: worth a look, though no contradiction."""
STATEMENT_PRECISION: Final = 0.9
"""Share of the pairs at or above the bound of a statement that should be right; in clusters more are."""
FIRM_PRECISION: Final = 0.72
"""Share of the links near the bound of a firm link that should be right: then nine in ten of all are."""
MATCHED_AFTER_ALL: Final = 0.05
"""Share of the paragraphs that are said to stand in one article alone of which a reader linked one after all:
what is said of an outlet must be borne out."""
LEVEL_PRECISION: Final = {"strict": 0.82, "normal": 0.66, "all": 0.40}
"""Share of the pairs of versions at or above a level's bound that hold a marked divergence."""
WORTH_A_LOOK: Final = 0.36
"""Share of the pairs above the bound of a second statement of one sentence that hold a marked divergence."""
SECOND_SAME: Final = 0.15
"""Set by hand on left-out events: down to this probability, four of five pairs of sentences in all statements
report the same matter. Many conflicts stand in sentences that are otherwise unlike, and such statements only
say what is worth a look, never who reports it."""
PLANTED: Final = 0.5
"""Weight of a planted conflict; what is marked counts 1. Planted ones say what a conflict looks like; how
often there is one is learned from the marked events alone."""
QUESTION_BOUNDS: Final = {
    "same": 0.2,
    "same_year": 0.4,
    "day": 0.3,
    "day_apart": 0.55,
    "figure_apart": 0.6,
    "age": 0.95,
    "unlike": 0.45,
    "near": 0.08,
}
"""Set by hand between two harms, measured on left-out events: below `same`, figures of other things are put
together; above it, outlets that report a figure are left out. Marks of shared figures are incomplete, so no
precision can be fitted: readers judged 146 pairs of values that were put together on left-out events and not
marked, and 160 details of other events. `same_year` is for pairs of which one names no more than a year,
`unlike` for figures of every text (small counts, ordinals, round shares) whose nouns do not agree, `day` for
other days, weeks and months: below each of them, of the pairs added half or more were wrong. `day_apart` and
`figure_apart` are for paragraphs that rather do not report the same, the latter for figures of every text: of
358 times that the 160 details named an outlet, 23 were wrong, and these bounds leave out 10 of them, of the
others 4. `age` is for ages beside which neither the same name nor the same word stands: of nine pairs that it
joins in the marked and 42 other events all are of one person, at .85 a stranger is among them. From `near`
on, one in eight pairs is the same after all: then it is not said that one article alone reports it."""
VALUE_BOUNDS: Final = {"asked": 0.1}
"""Set by hand, measured on left-out events: from here on two values of differing sentences name the conflict
better than the whole sentences do; below, fewer than half of them answer one question."""


@dataclass
class FitEvent:
    """A marked event with everything that does not depend on weights, made once."""

    event: MarkedEvent
    is_twin: bool = False
    """Whether conflicts were planted in it: then nothing but these is fitted on."""

    @cached_property
    def labels(self) -> EventLabels:
        """The gold beside the articles in English, by id."""
        articles = sorted(distinct_ids(self.event.articles), key=lambda article: article.id)
        read = find_mentions(articles, {article.id: split_sentences(article) for article in articles})
        return EventLabels(self.event.gold, [item for item in read if item.article.in_english])

    @cached_property
    def sentences(self) -> list[SentenceText]:
        """All sentences."""
        return read_sentences(self.labels.annotated)

    @cached_property
    def pairs(self) -> CandidatePairs:
        """The candidate pairs with the features of the first look."""
        return candidate_pairs(self.sentences)

    @cached_property
    def versions(self) -> Versions:
        """The sentences as versions."""
        return Versions(self.sentences)

    @cached_property
    def first_matrix(self) -> Floats:
        """Features of the first look."""
        return side_by_side(self.pairs.features)

    @cached_property
    def first_labels(self) -> Floats:
        """1 for the likest sentences of linked paragraphs."""
        return self.labels.best_sentences(self.sentences, self.pairs)

    @cached_property
    def second_labels(self) -> Floats:
        """1 for sentences of linked paragraphs."""
        return self.labels.linked_sentences(self.sentences, self.pairs)

    @cached_property
    def names(self) -> OwnNames:
        """The names that only one article has."""
        return OwnNames(self.context)

    @cached_property
    def context(self) -> Context:
        """The mentions and what stands around them."""
        return Context(EventIndex(self.labels.annotated, ()))


@dataclass(frozen=True, eq=False)
class Rows:
    """Rows of one event for one model."""

    matrix: Floats
    labels: Floats

    is_twin: bool = False

    def to_fit_on(self) -> tuple[Floats, Floats, Floats]:
        """Features, labels and weights of the rows whose label is certain enough.

        Of a twin these are the planted conflicts alone: its event holds all the rest.
        """
        kept = self.labels == 1.0 if self.is_twin else self.labels != UNSURE
        weight = np.full(int(kept.sum()), PLANTED if self.is_twin else 1.0)
        return self.matrix[kept], self.labels[kept], weight


def fit_weights(events: Sequence[MarkedEvent]) -> Weights:
    """Every table, fitted on these events and their twins with planted conflicts."""
    return fit_tables([fit_event(event) for event in events], [fit_twin(event) for event in events])


_EVENTS: dict[int, FitEvent] = {}
_TWINS: dict[int, FitEvent | None] = {}


def fit_event(event: MarkedEvent) -> FitEvent:
    """The event's unweighted parts; made once a process, because every fold needs them."""
    key = id(event)
    if key not in _EVENTS or _EVENTS[key].event is not event:
        _EVENTS[key] = FitEvent(event)
        twin = planted_twin(event)
        _TWINS[key] = FitEvent(twin, is_twin=True) if twin else None
    return _EVENTS[key]


def fit_twin(event: MarkedEvent) -> FitEvent | None:
    """The same of its twin with planted conflicts; None where no fact of it can be changed."""
    fit_event(event)
    return _TWINS[id(event)]


def fit_tables(marked: Sequence[FitEvent], twins: Sequence[FitEvent | None]) -> Weights:
    """One model after the other, each on what the ones before say of events left out of their fit.

    `twins` are those of `marked`. The models of values and differences learn from their planted conflicts;
    everything else, and every bound, comes from the marked events alone.
    """
    events = [*marked, *(twin for twin in twins if twin)]
    folds = [*range(len(marked)), *(number for number, twin in enumerate(twins) if twin)]
    real = slice(len(marked))
    first_rows = [Rows(event.first_matrix, event.first_labels) for event in events]
    first, first_out = fit_with_left_out("first_look", FEATURE_NAMES, first_rows, folds, real)
    seconds = [second_features(e.sentences, e.pairs, p) for e, p in zip(events, first_out, strict=True)]
    second_rows = [
        Rows(second_matrix(event.pairs, features), event.second_labels)
        for event, features in zip(events, seconds, strict=True)
    ]
    second, second_out = fit_with_left_out("second_look", SECOND_LOOK_NAMES, second_rows, folds, real)
    judged = [
        JudgedPairs(e.sentences, e.pairs, one, features, two)
        for e, one, features, two in zip(events, first_out, seconds, second_out, strict=True)
    ]
    values = [value_pairs_of(event, pairs) for event, pairs in zip(events, judged, strict=True)]
    value_rows = [
        Rows(pairs.matrix, value_labels(event.labels, pairs), event.is_twin)
        for event, pairs in zip(events, values, strict=True)
    ]
    values_table, values_out = fit_with_left_out("values", VALUE_NAMES, value_rows, folds)
    difference_rows = [
        difference_rows_of(event, pairs, apart, likely)
        for event, pairs, apart, likely in zip(events, judged, values, values_out, strict=True)
    ]
    differences, differences_out = fit_with_left_out("differences", DIFFERENCE_NAMES, difference_rows, folds)
    difference_rows, differences_out = difference_rows[real], differences_out[real]
    levels = level_bounds(differences_out, difference_rows)
    events, judged = events[real], judged[real]
    paragraphs = [paragraph_pairs(pairs) for pairs in judged]
    link_rows = [link_rows_of(event, pairs) for event, pairs in zip(events, paragraphs, strict=True)]
    links, links_out = fit_with_left_out("links", PARAGRAPH_NAMES, link_rows)
    question_rows = [
        question_rows_of(event, SentencePairs(one, JudgedParagraphs(pairs.one, pairs.other, likely)))
        for event, one, pairs, likely in zip(events, judged, paragraphs, links_out, strict=True)
    ]
    questions, _ = fit_with_left_out("questions", QUESTION_NAMES, question_rows)
    worth = bound_of_precision(
        differences_out, [(r.labels > 0).astype(float) for r in difference_rows], WORTH_A_LOOK, above=True
    )
    statement = bound_of_precision(
        second_out[real], [rows.labels for rows in second_rows[real]], STATEMENT_PRECISION, above=True
    )
    return Weights(
        first_look=Table(first),
        second_look=Table(second, {"statement": statement, "second": SECOND_SAME, "differing": worth}),
        links=Table(links, link_bounds(events, paragraphs, links_out, link_rows)),
        values=Table(values_table, VALUE_BOUNDS),
        differences=Table(differences, levels),
        questions=Table(questions, QUESTION_BOUNDS),
    )


def fit_with_left_out(
    name: str,
    names: Sequence[str],
    rows: Sequence[Rows],
    numbers: Sequence[int] | None = None,
    learned: slice = slice(None),
) -> tuple[FittedModel, list[Floats]]:
    """The model on all events, and the probabilities of each event by a model fitted without it.

    `numbers` are the numbers of the marked events to which the rows belong: what belongs to one is left out
    together. Only the rows of `learned` are fitted on.
    """
    of_event = np.arange(len(rows)) if numbers is None else np.array(numbers)
    folds = of_event % min(INNER_FOLDS, int(of_event.max()) + 1)
    usable = set(range(len(rows))[learned])

    def fitted(kept: Callable[[int], bool]) -> FittedModel:
        chosen = [one.to_fit_on() for number, one in enumerate(rows) if number in usable and kept(number)]
        matrix, labels, weight = (np.concatenate(part) for part in zip(*chosen, strict=True))
        model = fit(names, matrix, labels, penalty=PENALTY[name], weight=weight)
        return with_rate_of(model, matrix[weight == 1.0], labels[weight == 1.0])

    left_out: list[Floats] = [np.zeros(0)] * len(rows)
    for fold in sorted(set(folds.tolist())):
        model = fitted(lambda number, fold=fold: folds[number] != fold)  # type: ignore[misc]
        for number in np.flatnonzero(folds == fold).tolist():
            left_out[number] = model.probability(rows[number].matrix)
    return fitted(lambda number: True), left_out


def value_pairs_of(event: FitEvent, judged: JudgedPairs) -> ValuePairs:
    """The unequal values of all pairs of versions."""
    places = [int(place) for place in compared_places(judged)]
    return value_pairs(event.context, SentencePairs(judged), places)


def value_labels(labels: EventLabels, pairs: ValuePairs) -> Floats:
    """1 for two values of one marked conflict, `VARIANT` for those of another marked divergence."""
    return np.array(
        [labels.differing_values(a, b, variant=VARIANT) for a, b in zip(pairs.one, pairs.other, strict=True)]
    )


def difference_rows_of(event: FitEvent, judged: JudgedPairs, values: ValuePairs, likely: Floats) -> Rows:
    """The pairs of versions; a conflict counts 1, another marked divergence `VARIANT`.

    `likely` says of each pair of values how probable it is that both answer one question.
    """
    places = compared_places(judged)
    numbers = [int(place) for place in places]
    any_, conflict = event.labels.differing_sentences(judged, numbers)
    odds = odds_by_place(values, likely, places)
    return Rows(
        difference_matrix(judged, event.versions, event.names, odds, numbers),
        np.where(conflict > 0, 1.0, VARIANT * any_),
        event.is_twin,
    )


def level_bounds(probability: Sequence[Floats], rows: Sequence[Rows]) -> dict[str, float]:
    """The bound of each level, by the share of marked divergences above it."""
    marked = [(one.labels > 0).astype(float) for one in rows]
    return {
        level: bound_of_precision(probability, marked, precision, above=True)
        for level, precision in LEVEL_PRECISION.items()
    }


def link_rows_of(event: FitEvent, pairs: ParagraphPairs) -> Rows:
    """The pairs of paragraphs of which a pair of sentences was judged."""
    labels = [event.labels.link(int(a), int(b)) for a, b in zip(pairs.one, pairs.other, strict=True)]
    return Rows(side_by_side(pairs.features), np.array(labels))


def link_bounds(
    events: Sequence[FitEvent],
    paragraphs: Sequence[ParagraphPairs],
    probability: Sequence[Floats],
    rows: Sequence[Rows],
) -> dict[str, float]:
    """`related` where the mean F1 is greatest, `firm` and `same` by how many links are right there, `alone`
    by how many of the paragraphs below it have a link after all."""
    greatest, linked = [], []
    for event, pairs, likely in zip(events, paragraphs, probability, strict=True):
        count = len(event.labels.paragraphs)
        greatest.append(greatest_by_paragraph(JudgedParagraphs(pairs.one, pairs.other, likely), count))
        linked.append(event.labels.are_linked())
    labels = [one.labels for one in rows]
    wanted = [len(event.event.gold.pairs(optional=False)) for event in events]
    firm = bound_of_precision(probability, labels, FIRM_PRECISION)
    return {
        "related": min(firm, bound_of_mean_f1(probability, labels, wanted)),
        "firm": firm,
        "same": max(firm, bound_of_precision(probability, labels, 0.9)),
        "alone": bound_of_share_below(np.concatenate(greatest), np.concatenate(linked), MATCHED_AFTER_ALL),
    }


def question_rows_of(event: FitEvent, sentences: SentencePairs) -> Rows:
    """The pairs of figures, days and times; 1 where both are of one marked figure or divergence."""
    pairs = question_pairs(event.context, sentences)
    return Rows(pairs.matrix, question_labels(event.labels, pairs))


def question_labels(labels: EventLabels, pairs: QuestionPairs) -> Floats:
    """1 for two occurrences of which the gold says that they give one figure or answer one question."""
    marks: dict[int, frozenset[tuple[str, int]]] = {}
    for occurrence in (*pairs.one, *pairs.other):
        if occurrence.order not in marks:
            shared = labels.shared_by(occurrence.article, occurrence.mention)
            diverging = labels.diverging(occurrence.article, occurrence.mention)
            marks[occurrence.order] = frozenset(
                [*(("shared", n) for n in shared), *(("diverging", n) for n in diverging)]
            )
    return np.array(
        [
            float(not marks[a.order].isdisjoint(marks[b.order]))
            for a, b in zip(pairs.one, pairs.other, strict=True)
        ]
    )


def main(paths: Sequence[str]) -> None:
    """Fit on all events in `paths`, write the tables of the package and print the left-out scores."""
    from newsdiff.evaluation.evaluate import comparing_left_out, evaluate
    from newsdiff.evaluation.fit_report import write_tables

    events = read_events([Path(path) for path in paths])
    results = evaluate(events, ("normal", "all"), comparing=comparing_left_out(events, fit_weights))
    write_tables(fit_weights(events), results)


if __name__ == "__main__":
    main(sys.argv[1:])
