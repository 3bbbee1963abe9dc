"""What a second opinion is worth, on marked events: what newsdiff finds and has right alone, what the opinion
does alone, what the two find together, and where both agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, Literal, TypeAlias, get_args

from newsdiff.counting import number_of
from newsdiff.evaluation.evaluate import Comparing
from newsdiff.evaluation.marked_events import MarkedEvent
from newsdiff.evaluation.measures import Tallies, Tally
from newsdiff.evaluation.measures.details import differences
from newsdiff.evaluation.measures.judged import Judged
from newsdiff.evaluation.table import table
from newsdiff.model import Comparison, Detail, DetailValue, Level, Mention, Opinion, Statement
from newsdiff.opinion.asking import Asked, Outcome, ask_all
from newsdiff.opinion.asking import Tally as Answers
from newsdiff.opinion.attached import both_agree, with_opinions
from newsdiff.opinion.question import Question, questions_of
from newsdiff.pipeline import compare
from newsdiff.quick_dataclass import dataclass
from newsdiff.sanitize import one_line

Way: TypeAlias = Literal["newsdiff alone", "it alone", "with it", "both agree"]
WAYS: Final[tuple[Way, ...]] = get_args(Way)
MEASURES: Final = (
    "differs, precision",
    "typed conflicts found",
    "strong conflicts found",
    "claim conflicts found",
    "hard negatives flagged",
)
"""Of what is said to differ: how much of it is right, and what it finds."""


@dataclass(frozen=True)
class OpinionResults:
    """What came of asking about all events."""

    by: str
    events: tuple[str, ...]
    answers: Answers
    at: dict[Level, dict[Way, Tallies]]
    """Sums over the events."""
    questions: tuple[Question, ...]
    """All that were asked, each once."""


def evaluate_opinions(
    events: Sequence[MarkedEvent],
    levels: Sequence[Level],
    asked: Asked,
    template: str,
    *,
    most: int,
    parallel: int,
    comparing: Sequence[Comparing] | None = None,
    show: Callable[[str, Answers], None] = lambda event, answers: None,
) -> OpinionResults:
    """Ask about the places of every event, `most` of each, and measure. `show` gets the event that is under
    way and the count so far. Raises ProgramError."""
    answers = Answers()
    everything: dict[str, Question] = {}
    at: dict[Level, dict[Way, Tallies]] = {level: {way: {} for way in WAYS} for level in levels}
    for event, how in zip(events, comparing or [compare] * len(events), strict=True):
        known: dict[str, Outcome] = {}
        for level in levels:
            comparison = how(event.articles, level=level)
            questions = questions_of(comparison, template)[:most]

            def take(outcome: Outcome, name: str = event.name) -> None:
                nonlocal answers
                answers = answers.with_outcome(outcome)
                show(name, answers)

            new = [one for one in questions if one.sha256 not in known]
            for outcome in ask_all(asked, new, comparison.articles, parallel=parallel, show=take):
                known[outcome.question.sha256] = outcome
            everything |= {one.sha256: one for one in questions}
            opinions = {
                one.place: found for one in questions if (found := known[one.sha256].opinion) is not None
            }
            for way, seen in ways(with_opinions(comparison, opinions)).items():
                _add(at[level][way], differences(Judged(seen, event.gold)))
    return OpinionResults(
        asked.name, tuple(one.name for one in events), answers, at, tuple(everything.values())
    )


def ways(comparison: Comparison) -> dict[Way, Comparison]:
    """The comparison with what each of the two, either, and both say differs."""
    marked = [one for one in comparison.details if one.relation == "differs"]
    rest = [one for one in comparison.details if one.relation != "differs"]
    agreed = [one for one in marked if both_agree(one)]
    places: tuple[Statement | Detail, ...] = (*comparison.statements, *marked)
    said = [
        (place.id, place.opinion)
        for place in places
        if place.opinion is not None and place.opinion.says == "differs"
    ]
    its_own = list({opinion: _as_detail(place, opinion) for place, opinion in reversed(said)}.values())
    taken = {one.opinion for one in agreed}
    more = [detail for detail in its_own if detail.opinion not in taken]
    return {
        "newsdiff alone": comparison,
        "it alone": replace(comparison, details=(*rest, *its_own)),
        "with it": replace(comparison, details=(*rest, *marked, *more)),
        "both agree": replace(comparison, details=(*rest, *agreed)),
    }


def _as_detail(place: str, opinion: Opinion) -> Detail:
    """What an opinion says as a difference: a value for each article, the words it quotes."""
    values: dict[str, list[Mention]] = {}
    for one in opinion.quotations:
        mention = Mention(one.article, "claim", one.start, one.end, "", "")
        values.setdefault(one.article, []).append(mention)
    return Detail(
        id=f"{place} {opinion.by}",
        kind="claim",
        relation="differs",
        label=opinion.at_odds,
        values=tuple(DetailValue(article, tuple(mentions)) for article, mentions in values.items()),
        reported_by=tuple(values),
        confidence=1.0,
        because=opinion.by,
        opinion=opinion,
    )


def _add(sums: Tallies, tallies: Tallies) -> None:
    for label in MEASURES:
        one, known = tallies[label], sums.get(label, Tally(0, 0))
        sums[label] = Tally(known.part + one.part, (known.of or 0) + (one.of or 0))


# -- shown ---------------------------------------------------------------------------------


def opinions_as_tables(results: OpinionResults) -> str:
    """A table a level: for each measure so many of so many, each of the four ways."""
    asked = f"{number_of(len(results.questions), 'question')} on {number_of(len(results.events), 'event')}"
    parts = [f"{one_line(results.by)}: {asked}: {results.answers.as_text()}"]
    for level, by_way in results.at.items():
        by = one_line(results.by)
        head = [f"level {level}", "newsdiff alone", f"{by} alone", f"newsdiff with {by}", "both agree"]
        body = [[label, *(_so_many(by_way[way][label]) for way in WAYS)] for label in MEASURES]
        parts.append(table(head, body))
    return "\n\n".join(parts)


def _so_many(tally: Tally) -> str:
    share = f" ({tally.figure:.2f})" if tally.figure is not None else ""
    return f"{tally.part:.0f} of {tally.of or 0:.0f}{share}"


def opinions_as_data(results: OpinionResults) -> dict[str, object]:
    """The same for programs."""
    return {
        "by": results.by,
        "events": list(results.events),
        "questions": len(results.questions),
        "accepted": results.answers.accepted,
        "rejected": list(results.answers.rejected),
        "levels": {
            level: {
                way: {label: [tally.part, tally.of] for label, tally in tallies.items()}
                for way, tallies in by_way.items()
            }
            for level, by_way in results.at.items()
        },
    }
