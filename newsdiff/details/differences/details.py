"""Differences as details: figures, days or clauses of two versions that a careful reader would look into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newsdiff.details.candidate import DetailCandidate, ValueGroup, exclusion_of
from newsdiff.details.context import Context
from newsdiff.details.differences.claim_versions import ClaimVersions
from newsdiff.details.differences.figures_apart import FiguresApart
from newsdiff.details.differences.judged import JudgedDifferences
from newsdiff.details.differences.updates import update_of
from newsdiff.details.event_index import EventIndex
from newsdiff.details.kinds_of_things import kinship
from newsdiff.details.occurrence import Occurrence
from newsdiff.details.questions.details import Question, label_of, value_groups
from newsdiff.details.questions.values import kind_of
from newsdiff.details.sentence_pairs import SentencePairs
from newsdiff.model import Quantity

NO_REASON: Final = "the same matter in other words: worth a look"


@dataclass(frozen=True, slots=True)
class DifferingPair:
    """Two sentences of different articles that probably differ."""

    one: int
    """Numbers of the sentences in `JudgedPairs.sentences`."""
    other: int
    probability: float


def differing_pairs(
    sentences: SentencePairs, differences: JudgedDifferences, bound: float
) -> list[DifferingPair]:
    """The pairs at or above a bound, the most probable first."""
    pairs = sentences.judged.pairs
    found = [
        DifferingPair(int(pairs.one[place]), int(pairs.other[place]), float(probability))
        for place, probability in zip(differences.places, differences.probability, strict=True)
        if probability >= bound
    ]
    return sorted(found, key=lambda pair: (-pair.probability, pair.one, pair.other))


@dataclass(slots=True)
class Contradiction:
    """Questions whose values exclude each other, growing pair by pair."""

    questions: list[Question]
    probability: float
    reason: tuple[Occurrence, Occurrence]


def difference_candidates(
    context: Context,
    sentences: SentencePairs,
    pairs: Sequence[DifferingPair],
    questions: Sequence[Question],
    *,
    with_reason: bool,
) -> tuple[list[DetailCandidate], set[int]]:
    """The *differs* of an event, and the orders of the occurrences that they hold.

    With `with_reason` a claim is left out where no word can be named in which its versions differ, and of
    figures only those exclude each other that count the same thing: of days and measures in like sentences
    readers marked one in four.

    Where the versions give figures, days or times that exclude each other as answers to one question, these
    are the values; else the clauses in which the versions differ are.
    """
    apart = FiguresApart(context)
    question_of = {one.order: question for question in questions for one in question.occurrences}
    contradictions: list[Contradiction] = []
    by_clause: list[DifferingPair] = []
    ids = [sentence.id for sentence in sentences.judged.sentences]
    for pair in pairs:
        found = apart.between(ids[pair.one], ids[pair.other])
        if with_reason:
            found = [(a, b) for a, b in found if count_one_thing(a, b)]
        if not found:
            by_clause.append(pair)
        for a, b in found[:1]:
            add(contradictions, question_of[a.order], question_of[b.order], pair.probability, (a, b))
    candidates = [typed_candidate(context, one) for one in contradictions]
    held = {one.order for candidate in candidates for one in candidate.occurrences}
    candidates += claim_candidates(context, sentences, by_clause, with_reason=with_reason)
    return candidates, held


def count_one_thing(a: Occurrence, b: Occurrence) -> bool:
    """Whether two figures count, in words for it, the same kind of thing."""
    one, other = a.mention.value, b.mention.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    return kind_of(a) == "age" or kinship(one, other) in ("same", "kin")


def add(
    contradictions: list[Contradiction],
    one: Question,
    other: Question,
    probability: float,
    reason: tuple[Occurrence, Occurrence],
) -> None:
    """Take in a pair of questions; it joins a contradiction that holds one of them already."""
    if one is other:
        return
    for known in contradictions:
        if one in known.questions or other in known.questions:
            known.questions += [question for question in (one, other) if question not in known.questions]
            return
    contradictions.append(Contradiction([one, other], probability, reason))


def typed_candidate(context: Context, contradiction: Contradiction) -> DetailCandidate:
    """A contradiction of figures, days or times as a detail."""
    occurrences = [one for question in contradiction.questions for one in question.occurrences]
    groups = value_groups(occurrences)
    a, b = contradiction.reason
    articles = {one.article for one in occurrences}
    near = {number for question in contradiction.questions for number in question.near} - articles
    return DetailCandidate(
        kind=kind_of(a),
        relation="differs",
        label=label_of(context, [a, b, *(one for one in occurrences if one is not a and one is not b)]),
        groups=groups,
        confidence=contradiction.probability,
        because=exclusion_of([ValueGroup(quoted(a), [a]), ValueGroup(quoted(b), [b])]),
        near={context.index.annotated[number].article.id for number in near},
        update=update_of(context.index, groups),
    )


def quoted(occurrence: Occurrence) -> str:
    """The words of a mention on one line."""
    return " ".join(occurrence.mention.text.split())


def claim_candidates(
    context: Context, sentences: SentencePairs, pairs: Sequence[DifferingPair], *, with_reason: bool
) -> Iterator[DetailCandidate]:
    """The pairs that differ in their words: one detail for the two sentences, each under its own words.

    A pair that shares a sentence with a more probable one says the same again and is left out.
    """
    index = context.index
    claims = ClaimVersions(index, sentences.judged.sentences)
    ids = [sentence.id for sentence in sentences.judged.sentences]
    taken: set[int] = set()
    for pair in pairs:
        if pair.one in taken or pair.other in taken:
            continue
        if claims.say_the_same(pair.one, pair.other):
            continue
        reason = claims.reasons(pair.one, pair.other)
        if with_reason and not reason:
            continue
        taken |= {pair.one, pair.other}
        groups = claims.versions([pair.one, pair.other])
        if len(groups) > 1:
            yield DetailCandidate(
                kind="claim",
                relation="differs",
                label=claims.label(pair.one, pair.other),
                groups=groups,
                confidence=pair.probability,
                because=reason or NO_REASON,
                near={item.article.id for item in index.annotated},
                also=reporting_articles(index, ids[pair.one], ids[pair.other]),
            )


def reporting_articles(index: EventIndex, one: str, other: str) -> set[int]:
    """Numbers of the articles that report the matter of two sentences (by id), in versions of their own."""
    number_of = {item.article.id: number for number, item in enumerate(index.annotated)}
    return {
        number_of[article]
        for sentence in (one, other)
        for statement in index.statements_of.get(sentence, ())
        for article in statement.reported_by
    }
