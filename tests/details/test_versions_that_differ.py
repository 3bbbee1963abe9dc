"""What is held against each other in two versions: unequal values, names of one article, common words."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import compare
from newsdiff.brief.passages import clashing_words
from newsdiff.details.context import Context
from newsdiff.details.differences.claim_versions import ClaimVersions, common_runs
from newsdiff.details.differences.judged import compared_places
from newsdiff.details.differences.own_names import NOTHING_APART, OwnNames
from newsdiff.details.differences.reasons import Reasons, are_forms_of_one_word
from newsdiff.details.differences.value_pairs import VALUE_NAMES, EventValues, value_pairs
from newsdiff.details.event_index import EventIndex
from newsdiff.details.figures.surroundings import nearest_words_likeness
from newsdiff.details.sentence_pairs import SentencePairs
from newsdiff.model import Comparison
from newsdiff.statements.judged_pairs import judge_pairs
from newsdiff.weights import shipped
from tests.details.small_events import article, compared, context_of, differing, occurrence_of, with_mention

LORRIES = (
    "A crash in Norvik on Monday killed 12 people and destroyed 60 lorries, police said.",
    "A crash in Norvik on Monday killed 12 people and destroyed 100 trucks, police said.",
)


def pairs_of(*texts: str) -> list[tuple[str, str]]:
    """The unequal values that are held against each other, as they stand."""
    context = context_of(*texts)
    judged = judge_pairs(context.index.annotated, shipped())
    places = [int(place) for place in compared_places(judged)]
    pairs = value_pairs(context, SentencePairs(judged), places)
    assert pairs.matrix.shape == (len(pairs.one), len(VALUE_NAMES))
    assert np.isfinite(pairs.matrix).all()
    return [(a.mention.text, b.mention.text) for a, b in zip(pairs.one, pairs.other, strict=True)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "“We failed every one of our tired passengers on this flight,” the statement concluded.",
            "“We failed every one of our tired passengers on this flight,” the airline said.",
            True,
        ),
        (
            "“We failed every one of our tired passengers on this flight,” Anna Lund said.",
            "“We failed every one of our tired passengers on this flight,” Mary Green said.",
            False,
        ),
        (
            "“We failed every one of our tired passengers on this flight,” the airline said.",
            "“We failed none of our tired passengers on this flight,” the airline said.",
            False,
        ),
        (
            "“We failed every one of our tired passengers on this flight,” the airline never said.",
            "“We failed every one of our tired passengers on this flight,” the airline said.",
            False,
        ),
        (
            "He was persuaded to turn back, quoting rules: “We failed every one of our tired passengers.”",
            "He was forced at gunpoint to turn back: “We failed every one of our tired passengers.”",
            False,
        ),
    ],
    ids=["one introduced otherwise", "two speakers", "other words", "denied", "what stands beside says more"],
)
def test_one_quotation_that_is_only_introduced_otherwise_is_the_same(
    one: str, other: str, same: bool
) -> None:
    context = context_of(one, other)
    sentences = judge_pairs(context.index.annotated, shipped()).sentences
    assert ClaimVersions(context.index, sentences).say_the_same(0, 1) == same


def test_unequal_values_of_one_kind_are_held_against_each_other() -> None:
    assert ("60 lorries", "100 trucks") in pairs_of(*LORRIES)


def test_a_value_that_the_other_sentence_gives_too_has_its_counterpart_there() -> None:
    assert not [pair for pair in pairs_of(*LORRIES) if "12 people" in pair]


def test_money_is_not_held_against_a_share_nor_a_toll_against_another_fate() -> None:
    pairs = pairs_of(
        "The strike in Norvik cost Nordline $5 million, killed two people and cut output, the union said.",
        "The strike in Norvik cost Nordline 7 percent of output and injured three people, the union said.",
    )
    assert pairs == []


def test_a_weekday_is_not_held_against_one_of_the_same_name_of_an_article_that_is_published_later() -> None:
    lorries = [article("a", LORRIES[0]), article("b", LORRIES[1], date(2024, 5, 22))]
    index = EventIndex(compare(lorries).annotated, ())
    one, other = (index.in_sentence[item.sentences[0].id] for item in index.annotated)
    days = [[x.mention.value for x in held if x.mention.text == "Monday"] for held in (one, other)]
    assert days[0] != days[1]
    pairs = EventValues(Context(index)).unequal(*(item.sentences[0].id for item in index.annotated))
    assert [(a.mention.text, b.mention.text) for a, b in pairs] == [("60 lorries", "100 trucks")]


def test_copies_of_a_sentence_are_no_versions() -> None:
    context = context_of(LORRIES[0], LORRIES[0])
    judged = judge_pairs(context.index.annotated, shipped())
    assert len(judged.probability)
    assert compared_places(judged).size == 0


def test_the_features_of_two_values_do_not_depend_on_which_comes_first() -> None:
    context = context_of(*LORRIES)
    values = EventValues(context)
    a, b = occurrence_of(context, "60 lorries"), occurrence_of(context, "100 trucks")
    assert values.features_of(a, b, 1.5) == values.features_of(b, a, 1.5)


def test_equal_words_next_to_two_figures_are_near_and_unlike_ones_far() -> None:
    context = context_of(
        "The mayor opened 12 schools in Norvik.",
        "The mayor opened 15 schools in Norvik.",
        "Rain ruined 9 games.",
    )
    one, other, third = (occurrence_of(context, text) for text in ("12 schools", "15 schools", "9 games"))
    assert nearest_words_likeness(context, one, other) > 0.9
    assert nearest_words_likeness(context, one, third) < 0.6


def test_a_name_counts_as_one_articles_own_only_where_the_other_article_never_has_it() -> None:
    context = context_of(
        "The envoy Paul Brandt met the president in Norvik.",
        "The envoy Peter Lund met the president in Norvik. Later the president called Paul Brandt.",
    )
    names = OwnNames(context)
    sentences = [item.sentences[0].id for item in context.index.annotated]
    assert names.apart(sentences[0], 0, sentences[1], 1) == NOTHING_APART


def test_two_names_in_one_role_have_the_same_words_around_them() -> None:
    context = context_of(
        "The envoy Paul Brandt met the president in Norvik.",
        "The envoy Peter Lund met the president in Norvik.",
    )
    names = OwnNames(context)
    sentences = [item.sentences[0].id for item in context.index.annotated]
    found = names.apart(sentences[0], 0, sentences[1], 1)
    assert found.pairs == 1
    assert found.context > 0.5
    assert found.likeness < 0.9


@pytest.mark.parametrize(
    ("here", "there", "are_forms"),
    [
        ("west", "western", True),
        ("Zelensky", "Zelenskyy", True),
        ("founder", "co-founder", False),
        ("mastermind", "middleman", False),
        ("won", "wonderful", False),
    ],
)
def test_two_forms_of_one_word_have_their_beginning_in_common(here: str, there: str, are_forms: bool) -> None:
    assert are_forms_of_one_word(here, there) == are_forms == are_forms_of_one_word(there, here)


@given(st.lists(st.sampled_from("abcd"), max_size=12), st.lists(st.sampled_from("abcd"), max_size=12))
def test_every_run_in_common_stands_in_both(here: list[str], there: list[str]) -> None:
    for first, last in common_runs(here, there):
        assert any(there[place : place + last - first] == here[first:last] for place in range(len(there)))


def claims(comparison: Comparison) -> list[str]:
    """The labels of the claims that differ."""
    return [one.label for one in comparison.details if one.kind == "claim" and one.relation == "differs"]


def test_a_claim_is_called_by_words_of_both_versions_and_the_words_in_which_they_differ() -> None:
    comparison = compared(
        "The port authority of Norvik was the mastermind of the smuggling ring, police said on Monday.",
        "The port authority of Norvik was a middle man of the smuggling ring, police said on Monday.",
        level="all",
    )
    (label,) = claims(comparison)
    topic, _, differing_words = label.partition(": ")
    assert all(topic.casefold() in article.text.casefold() for article in comparison.articles)
    mine, theirs = differing_words.split(" / ")
    assert ("mastermind" in mine, "middle man" in theirs) == (True, True)


def test_a_name_alone_is_no_name_of_a_claim_where_both_versions_have_more_words() -> None:
    comparison = compared(
        "In Costa Rica the small plane had burned before the rescuers came on Monday.",
        "Rescuers in Costa Rica put out the burning plane on Monday and no one was hurt.",
        level="all",
    )
    for label in claims(comparison):
        assert label.startswith("Costa Rica: ")


def test_two_witnesses_who_say_different_things_do_not_contradict_each_other() -> None:
    comparison = compared(
        "“It was loud,” said Peter Hall, a neighbour of the factory in Leeds that burned on Monday.",
        "“I saw smoke,” said Mary Dunn, a neighbour of the factory in Leeds that burned on Monday.",
        level="all",
    )
    assert differing(comparison) == []


def test_an_outlet_is_said_to_report_a_matter_only_where_its_own_sentence_surely_does() -> None:
    comparison = compared(
        "Police closed in on Paul Brandt and arrested three people in Norvik on Monday.",
        "Three people were held in Norvik on Monday as police did not find Paul Brandt.",
        "Gardeners trimmed hedges along quiet lanes. A band played in the square until the evening.",
        level="all",
    )
    for detail in [*comparison.details, *with_mention(comparison, "three people")]:
        assert detail.reported_by == ("c",) or "c" not in detail.reported_by


SAME_BUT_FOR = {
    "money": (
        "The bridge in Norvik costs $450 million, officials said.",
        "$450 million",
        "$480 million",
    ),
    "a toll": ("The flood in Norvik killed 12 people and closed two schools.", "12 people", "15 people"),
    "a share": (
        "Output in Norvik fell by 12 percent in spring, it said.",
        "12 percent",
        "21 percent",
    ),
    "a day": ("The court in Norvik will hear the appeal of Paul Brandt on May 21.", "May 21", "May 23"),
}


@pytest.mark.parametrize("name", SAME_BUT_FOR)
def test_sentences_that_are_the_same_but_for_one_value_differ_in_it(name: str) -> None:
    text, one, other = SAME_BUT_FOR[name]
    assert differing(compared(text, text.replace(one, other))) == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The first missile flew 450 kilometres over Norvik.",
            "The second missile flew 800 kilometres over Norvik.",
        ),
        (
            "Smoke from the Norvik fire was seen 20 miles away.",
            "Smoke from the Norvik fire was seen 30 km away.",
        ),
        ("Nearly 80 guests ate at the Norvik gala.", "Some 78 guests ate at the Norvik gala."),
    ],
)
def test_values_of_two_things_and_values_that_agree_are_no_plain_difference(one: str, other: str) -> None:
    assert differing(compared(one, other)) == []


def test_one_weekday_in_two_weeks_is_no_plain_difference() -> None:
    text = "The court in Norvik heard the appeal of Paul Brandt on Monday."
    early, late = article("a", text, date(2024, 5, 8)), article("b", text + " It rained.", date(2024, 5, 16))
    assert differing(compare([early, late])) == []


def reason_of(one: str, other: str) -> str:
    """Why two outlets that print these sentences are worth a look; empty where no words say so."""
    context = context_of(one, other)
    a, b = judge_pairs(context.index.annotated, shipped()).sentences
    return "; ".join(Reasons(context.index).of(a, b))


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("No charges were filed against Brandt.", "Charges were filed against Brandt.", "No charges"),
        ("The talks made some progress in Norvik.", "The talks made no progress in Norvik.", "no progress"),
        ("Brandt allegedly stole the car in Norvik.", "Brandt stole the car in Norvik.", "allegedly stole"),
    ],
)
def test_a_reason_quotes_the_words_that_change_the_sense(one: str, other: str, words: str) -> None:
    assert words in reason_of(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The executive left Nordline on Monday.", "The chief left Nordline on Monday."),
        ("The mayor is expected to resign on Friday.", "The mayor is expected to resign by Friday."),
        ("The peace plan initially favoured Norvik.", "An initial draft for peace favoured Norvik."),
        ("The bridge in Norvik opened on May 3.", "The bridge in Norvik opened on 3 May."),
        ("Nobody who met Brandt spoke.", "Brandt met the mayor and spoke."),
        ("On Monday Theresa May named Norvik.", "On Monday Theresa Brandt named Norvik."),
    ],
)
def test_words_that_change_no_sense_are_no_reason(one: str, other: str) -> None:
    assert reason_of(one, other) == ""


def test_a_reason_reads_the_same_way_round_as_the_values() -> None:
    one, other = "The talks made some progress in Norvik.", "The talks made no progress in Norvik."
    assert reason_of(one, other).index("some progress") < reason_of(one, other).index("no progress")


def test_a_claim_in_other_words_has_a_reason_that_names_which_stand_in_each_others_place() -> None:
    crash = (
        "Ten tourists and two local pilots died in the crash of a small plane, President Luis Solis said.\n"
    )
    comparison = compared(
        crash + "The government deeply regrets the deaths in the aircraft accident near the town, it said.",
        crash + "The government profoundly regrets the deaths in the airplane crash near the town, it said.",
    )
    (claim,) = [detail for detail in comparison.details if detail.kind == "claim"]
    assert "“deeply” / “profoundly”" in claim.because
    assert "“accident” / “crash”" in claim.because
    for number, words in enumerate((("deeply", "accident"), ("profoundly", "crash"))):
        mention = claim.values[number].mentions[0]
        text = comparison.article(mention.article).text
        lit = [text[slice(*span)] for span in clashing_words(comparison, claim, number, mention)]
        assert set(words) <= set(lit)
