"""Figures, days and times as details: one question each, equal values together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from newsdiff.details.candidate import DetailCandidate, ValueGroup, grouped_by_value
from newsdiff.details.context import Context
from newsdiff.details.figures.bearers import are_strangers, bearer_in_common
from newsdiff.details.kinds_of_things import count_one_kind
from newsdiff.details.labels import figure_label, happening_label
from newsdiff.details.occurrence import Occurrence, quantity_of
from newsdiff.details.questions.features import QUESTION_NAMES, is_seldom
from newsdiff.details.questions.pairs import QuestionPairs, question_pairs
from newsdiff.details.questions.values import asked, kind_of, value_key
from newsdiff.details.sentence_pairs import SentencePairs
from newsdiff.details.times.moments import length
from newsdiff.model import EVEN_ODDS, DateRange, Quantity, Relation
from newsdiff.quick_dataclass import dataclass
from newsdiff.weights import Table

SHORTEST_YEAR: Final = 365
"""Days of the shortest year."""
ONLY_CONFIDENCE: Final = 0.5
"""How sure it is that one article alone reports what nothing equal or near was found for, at most: nobody
marked such details, so no probability was fitted."""
COHESION: Final = 0.6
"""Least mean probability between two groups that join, as a share of the bound for one pair: one likely pair
alone joins no two groups."""
IMPOSSIBLE: Final = 2.0
"""A bound above every probability: nothing reaches it."""


@dataclass(frozen=True, slots=True)
class Question:
    """Occurrences that answer one question, with how sure that is."""

    occurrences: list[Occurrence]
    probability: float
    """Mean over the pairs of different articles; 0 where there are none."""
    near: frozenset[int]
    """Numbers of other articles that may answer it too, though that is not sure."""

    @property
    def articles(self) -> set[int]:
        """Numbers of the articles that answer it."""
        return {occurrence.article for occurrence in self.occurrences}


def find_questions(context: Context, sentences: SentencePairs, table: Table) -> list[Question]:
    """Every figure, day and time of the event in exactly one question."""
    pairs = question_pairs(context, sentences)
    likely = [float(value) for value in table.model.probability(pairs.matrix)]
    every = [occurrence for occurrence in context.index.everything if asked(occurrence)]
    linked = pairs.matrix[:, QUESTION_NAMES.index("linked")].tolist()
    joining = [
        0.0 if probability < least_to_join(context, table.bounds, a, b, near) else probability
        for a, b, probability, near in zip(pairs.one, pairs.other, likely, linked, strict=True)
    ]
    groups = cluster_occurrences(every, pairs.one, pairs.other, joining, table.bounds["same"])
    return questions_of(groups, pairs, likely, table.bounds["near"])


def cluster_occurrences(
    occurrences: Sequence[Occurrence],
    one: Sequence[Occurrence],
    other: Sequence[Occurrence],
    probability: Sequence[float],
    bound: float,
) -> list[list[Occurrence]]:
    """All occurrences in groups, likeliest pairs first; in reading order, those without a partner alone."""
    value: dict[tuple[int, int], float] = {}
    pairs = []
    for a, b, likely in zip(one, other, probability, strict=True):
        value[a.order, b.order] = value[b.order, a.order] = float(likely)
        if likely >= bound:
            pairs.append((-float(likely), a.order, b.order))
    members = {occurrence.order: [occurrence.order] for occurrence in occurrences}
    group_of = {occurrence.order: occurrence.order for occurrence in occurrences}
    for _, first, second in sorted(pairs):
        mine, theirs = group_of[first], group_of[second]
        if mine != theirs and hold_together(members[mine], members[theirs], value, bound):
            members[mine] += members.pop(theirs)
            group_of.update(dict.fromkeys(members[mine], mine))
    by_order = {occurrence.order: occurrence for occurrence in occurrences}
    groups: dict[int, list[Occurrence]] = defaultdict(list)
    for order, occurrence in sorted(by_order.items()):
        groups[group_of[order]].append(occurrence)
    return list(groups.values())


def hold_together(
    left: Sequence[int], right: Sequence[int], value: dict[tuple[int, int], float], bound: float
) -> bool:
    """Whether two groups are likely enough on the whole to answer one question."""
    total = sum(value.get((a, b), 0.0) for a in left for b in right)
    return round(total, 6) >= COHESION * bound * len(left) * len(right)


def covers_a_year(occurrence: Occurrence) -> bool:
    """Whether a date names a year or more: many things happen in it, so it says little of which is meant."""
    value = occurrence.mention.value
    return isinstance(value, DateRange) and length(value) >= SHORTEST_YEAR


def least_to_join(
    context: Context, bounds: Mapping[str, float], a: Occurrence, b: Occurrence, linked: float
) -> float:
    """How likely two values must be to answer one question before that counts for anything.

    `linked` is the probability that their paragraphs report the same thing: values of paragraphs that rather
    do not must be surer. Two ages must be almost sure unless the same name or word stands beside both, and
    are never one where other names do: strangers are of one age, too.
    """
    apart = linked < EVEN_ODDS
    if kind_of(a) == "age":
        if bearer_in_common(context, a, b) in ("name", "word"):
            return 0.0
        return IMPOSSIBLE if are_strangers(context, a, b) else bounds["age"]
    if isinstance(a.mention.value, DateRange):
        least = bounds["same_year" if covers_a_year(a) or covers_a_year(b) else "day"]
        return max(least, bounds["day_apart"]) if apart else least
    if not isinstance(a.mention.value, Quantity) or are_seldom(a, b):
        return 0.0
    if apart:
        return bounds["figure_apart"]
    return 0.0 if count_one_kind(a.mention.value, b.mention.value) else bounds["unlike"]


def are_seldom(a: Occurrence, b: Occurrence) -> bool:
    """Whether two figures are none of those that stand in every text."""
    return is_seldom(quantity_of(a)) and is_seldom(quantity_of(b))


def questions_of(
    groups: Sequence[list[Occurrence]], pairs: QuestionPairs, likely: Sequence[float], near: float
) -> list[Question]:
    """The groups with the mean probability inside each and the articles that come near it."""
    group_of = {one.order: number for number, group in enumerate(groups) for one in group}
    inside: dict[int, list[float]] = defaultdict(list)
    close: dict[int, set[int]] = defaultdict(set)
    for a, b, probability in zip(pairs.one, pairs.other, likely, strict=True):
        mine, theirs = group_of[a.order], group_of[b.order]
        if mine == theirs and a.article != b.article:
            inside[mine].append(probability)
        elif mine != theirs and probability >= near:
            close[mine].add(b.article)
            close[theirs].add(a.article)
    return [
        Question(
            group,
            round(sum(inside[number]) / len(inside[number]), 6) if inside[number] else 0.0,
            frozenset(close[number] - {one.article for one in group}),
        )
        for number, group in enumerate(groups)
    ]


def question_candidates(context: Context, questions: Sequence[Question]) -> list[DetailCandidate]:
    """The details of the questions: *shared* with one value, *variant* with compatible ones, *only*.

    A figure of one article that another may give too, though that is not sure, is no detail: neither that it
    is shared nor that one article alone reports it would be borne out.
    """
    found = []
    for question in questions:
        groups = value_groups(question.occurrences)
        if len(question.articles) > 1:
            relation: Relation = "shared" if len(groups) == 1 else "variant"
            because = "the same in sentences that report the same" if len(groups) == 1 else "can both be true"
            found.append(candidate(context, question, groups, relation, question.probability, because))
        elif not question.near:
            because = "no similar figure was found in another article"
            found.append(candidate(context, question, groups, "only", ONLY_CONFIDENCE, because))
    return found


def candidate(
    context: Context,
    question: Question,
    groups: list[ValueGroup],
    relation: Relation,
    confidence: float,
    because: str,
) -> DetailCandidate:
    """A question as a detail."""
    return DetailCandidate(
        kind=kind_of(question.occurrences[0]),
        relation=relation,
        label=label_of(context, question.occurrences),
        groups=groups,
        confidence=min(0.99, confidence),
        because=because,
        near={context.index.annotated[number].article.id for number in question.near},
    )


def value_groups(occurrences: Sequence[Occurrence]) -> list[ValueGroup]:
    """The occurrences by equal value, the most reported first."""
    return grouped_by_value(occurrences, value_key)


def label_of(context: Context, occurrences: Sequence[Occurrence]) -> str:
    """What is asked, in words of the texts."""
    if isinstance(occurrences[0].mention.value, Quantity):
        return figure_label(context, occurrences)
    return happening_label(context, occurrences)
