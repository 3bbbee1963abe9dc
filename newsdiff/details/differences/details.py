"""Differences as details: figures, days or clauses of two versions that a careful reader would look into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from newsdiff.details.candidate import DetailCandidate, ValueGroup, exclusion_of
from newsdiff.details.context import Context
from newsdiff.details.differences.claim_versions import ClaimVersions, shown
from newsdiff.details.differences.judged import JudgedEvent, ValuesApart
from newsdiff.details.differences.main_tolls import DIFFERING_TOLLS, differing_tolls
from newsdiff.details.differences.reasons import LIKELY, MOST_REASONS, PERHAPS, Reasons, values_stated_apart
from newsdiff.details.differences.two_things import are_of_two_things, update_of
from newsdiff.details.figures.bearers import same_bearer
from newsdiff.details.figures.parts_and_wholes import are_explained
from newsdiff.details.kinds_of_things import count_one_kind
from newsdiff.details.occurrence import Occurrence
from newsdiff.details.questions.details import Question, label_of, value_groups
from newsdiff.details.questions.values import compatible, kind_of
from newsdiff.model import EVEN_ODDS, Level
from newsdiff.weights import Table

LEAST_OF_CORE: Final = 0.48
"""Share of the words that two versions have in common, by rarity, that a third one has when it reports the
same: in a statement of several sentences not every one reports all."""
MOST_ANSWERS: Final = 3
"""Answers of one article to what is taken for one question: an outlet corrects itself once at most."""
COUNTED_TOGETHER: Final = 0.3
"""Set by hand: probability of answering one question from which two counts of one noun are held against each
other. Of the 12 such pairs below it in 123 events two were marked as conflicts."""


class DifferingPair(NamedTuple):
    """Two sentences of different articles that probably differ."""

    one: int
    """Numbers of the sentences in `JudgedPairs.sentences`."""
    other: int
    probability: float
    same: float
    """Probability that they report the same matter."""
    values: Sequence[ValuesApart]
    """Their unequal values, the likeliest answers to one question first."""


def differing_pairs(event: JudgedEvent, bound: float) -> list[DifferingPair]:
    """The pairs at or above a bound, the most probable first."""
    judged, differences = event.pairs.judged, event.differences
    found = [
        DifferingPair(
            int(judged.pairs.one[place]),
            int(judged.pairs.other[place]),
            float(probability),
            float(judged.probability[place]),
            differences.values.get(int(place), ()),
        )
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

    @property
    def articles(self) -> set[int]:
        """The numbers of the articles that give an answer."""
        return set().union(*(question.articles for question in self.questions))


def difference_candidates(
    event: JudgedEvent,
    questions: Sequence[Question],
    bound: float,
    values: Table,
    *,
    level: Level,
) -> tuple[list[DetailCandidate], set[int]]:
    """The *differs* of an event, and the orders of the occurrences that they hold.

    `bound` is the least probability of a difference. Where two versions give figures, days or times that
    probably answer one question and cannot both be true, these are the values; else the two sentences are.
    Below `all`, figures must count, in words for it, the same kind of thing, or be more likely than not to
    answer one question, and their sentences must not speak of two things. The main tolls of two articles are
    held against each other however they are worded. Below `all` the two sentences of a claim must more likely
    than not report the same matter; it is left out where no words at all stand in each other's place, and at
    `strict` where none of these are a reason.
    """
    question_of = {one.order: question for question in questions for one in question.occurrences}
    contradictions: list[Contradiction] = []
    by_clause: list[DifferingPair] = []
    sentences = event.pairs.judged.sentences
    for pair in differing_pairs(event, bound):
        found = contrary_values(event.context, pair, values.bounds["asked"], of_one_thing=level != "all")
        if found is None:
            by_clause.append(pair)
        elif level == "all" or not are_of_two_things(
            event.context, sentences[pair.one], sentences[pair.other], found
        ):
            a, b = found.one, found.other
            sure = found.probability > EVEN_ODDS
            add(
                contradictions,
                question_of[a.order],
                question_of[b.order],
                pair.probability,
                (a, b),
                sure=sure,
            )
    for a, b in differing_tolls(event.context):
        add(contradictions, question_of[a.order], question_of[b.order], DIFFERING_TOLLS, (a, b), sure=True)
    asked_once = [one for one in contradictions if level == "all" or not is_several_questions(one)]
    candidates = [typed_candidate(event.context, one) for one in asked_once]
    held = {one.order for candidate in candidates for one in candidate.occurrences}
    candidates += claim_candidates(event, by_clause, level=level)
    return candidates, held


def contrary_values(
    context: Context, pair: DifferingPair, bound: float, *, of_one_thing: bool
) -> ValuesApart | None:
    """The likeliest answers to one question that cannot both be true, if any is as probable as `bound`."""
    index = context.index
    return next(
        (
            found
            for found in pair.values
            if found.probability >= bound
            and not compatible(found.one, found.other)
            and (
                not of_one_thing
                or (are_of_one_thing(context, found) and not are_explained(index, found.one, found.other))
            )
        ),
        None,
    )


def are_of_one_thing(context: Context, found: ValuesApart) -> bool:
    """Whether two values are of one person, more likely than not of one thing, or count one kind of thing and
    are not unlikely to."""
    if kind_of(found.one) == "age":
        return same_bearer(context, found.one, found.other)
    return found.probability > EVEN_ODDS or (
        found.probability >= COUNTED_TOGETHER
        and count_one_kind(found.one.mention.value, found.other.mention.value)
    )


def add(
    contradictions: list[Contradiction],
    one: Question,
    other: Question,
    probability: float,
    reason: tuple[Occurrence, Occurrence],
    *,
    sure: bool,
) -> None:
    """Take in a pair of questions; it joins a contradiction that holds one of them already.

    A pair that is not `sure` brings no second answer of an article that has given one: that article more
    probably speaks of another happening there.
    """
    if one is other:
        return
    for known in contradictions:
        if one in known.questions or other in known.questions:
            new = [question for question in (one, other) if question not in known.questions]
            if sure or not any(question.articles & known.articles for question in new):
                known.questions += new
            return
    contradictions.append(Contradiction([one, other], probability, reason))


def is_several_questions(contradiction: Contradiction) -> bool:
    """Whether the articles themselves give several answers, which then are rather of several things.

    No outlet gives one person two ages.
    """
    answers = [answers_of(contradiction, article) for article in contradiction.articles]
    most = 2 if kind_of(contradiction.reason[0]) == "age" else MOST_ANSWERS
    return max(answers) >= most or sum(count > 1 for count in answers) > 1


def answers_of(contradiction: Contradiction, article: int) -> int:
    """How many values an article gives that exclude each other."""
    distinct: list[Occurrence] = []
    for question in contradiction.questions:
        for one in question.occurrences:
            if one.article == article and not any(compatible(one, other) for other in distinct):
                distinct.append(one)
    return len(distinct)


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
        because=exclusion_of([ValueGroup(shown(one.mention.text), [one]) for one in (a, b)]),
        near={context.index.annotated[number].article.id for number in near},
        update=update_of(context.index, groups),
    )


def claim_candidates(
    event: JudgedEvent, pairs: Sequence[DifferingPair], *, level: Level
) -> list[DetailCandidate]:
    """The pairs that differ in their words: one detail for the two sentences, each under its own words.

    A pair that shares a sentence with a more probable one says the same again and is left out. A pair of
    copies of both sentences, as outlets print agency texts, joins the detail of these. The label says what
    the two are about and, where a reason quotes them, the first words in which they differ.
    """
    index, sentences = event.context.index, event.pairs.judged.sentences
    claims, reasons = ClaimVersions(index, sentences), Reasons(index)
    taken: set[int] = set()
    found: list[tuple[DifferingPair, DetailCandidate]] = []
    for pair in pairs:
        if pair.one in taken or pair.other in taken or (level != "all" and pair.same < EVEN_ODDS):
            continue
        if claims.say_the_same(pair.one, pair.other) or claims.quote_two_persons(pair.one, pair.other):
            continue
        if claims.both_print_both(pair.one, pair.other):
            continue
        here, there = sentences[pair.one], sentences[pair.other]
        named = reasons.of(here, there)
        if not named and (level == "strict" or (level == "normal" and not reasons.may_differ(here, there))):
            continue
        taken |= {pair.one, pair.other}
        also = reporting_articles(event, here.id, there.id)
        if joins_copies(claims, found, pair, also):
            continue
        groups = claims.versions([pair.one, pair.other])
        named = list(dict.fromkeys([*values_stated_apart(index, pair.values, here, LIKELY), *named]))[
            :MOST_REASONS
        ]
        if len(groups) > 1:
            candidate = DetailCandidate(
                kind="claim",
                relation="differs",
                label=": ".join((claims.label(pair.one, pair.other), *named[:1])),
                groups=groups,
                confidence=pair.probability,
                because="; ".join(named)
                or next(values_stated_apart(index, pair.values, here, PERHAPS), "")
                or reasons.in_other_words(here, there),
                near={item.article.id for item in index.annotated},
                also=also,
            )
            found.append((pair, candidate))
    return [candidate for _, candidate in found]


def joins_copies(
    claims: ClaimVersions,
    found: Sequence[tuple[DifferingPair, DetailCandidate]],
    pair: DifferingPair,
    also: set[int],
) -> bool:
    """Whether both sentences of a pair are copies of those of a detail found before; then they join it."""
    for known, candidate in found:
        for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
            if claims.are_copies(one, known.one) and claims.are_copies(other, known.other):
                for group, number in zip(candidate.groups, (one, other), strict=True):
                    group.occurrences.append(claims.occurrence(number))
                candidate.also |= also
                return True
    return False


def reporting_articles(event: JudgedEvent, one: str, other: str) -> set[int]:
    """Numbers of the articles that report the matter of two sentences (by id) in a version of their own.

    That a sentence belongs to a statement with both is not enough: it must have most of the words that both
    have in common, by their rarity.
    """
    index = event.context.index
    number_of = {item.article.id: number for number, item in enumerate(index.annotated)}
    stems = event.stems
    core = stems[one] & stems[other]
    worth = {stem: index.word_rarity(stem) for stem in sorted(core)}
    least = LEAST_OF_CORE * sum(worth.values())
    return {
        number_of[version.article]
        for sentence in (one, other)
        for statement in event.statements_of.get(sentence, ())
        for version in statement.sentences
        if sum(weight for stem, weight in worth.items() if stem in stems[version.sentence]) >= least > 0
    }
