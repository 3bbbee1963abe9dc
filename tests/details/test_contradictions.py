"""When unequal values of several articles answer one question, and when they are of several things."""

from __future__ import annotations

import pytest

from newsdiff.details.context import Context
from newsdiff.details.differences.claim_versions import ClaimVersions
from newsdiff.details.differences.details import (
    Contradiction,
    DifferingPair,
    add,
    claim_candidates,
    is_several_questions,
)
from newsdiff.details.differences.judged import JudgedEvent, judge_differences
from newsdiff.details.questions.details import Question
from newsdiff.details.sentence_pairs import SentencePairs
from newsdiff.model import Level
from newsdiff.statements.judged_pairs import judge_pairs
from newsdiff.statements.sentence_texts import read_sentences
from newsdiff.weights import shipped
from tests.details.small_events import compared, context_of


def question(context: Context, words: str) -> Question:
    """All mentions with these words as answers to one question."""
    return Question([one for one in context.index.everything if one.mention.text == words], 1.0, frozenset())


def contradiction(context: Context, *words: str) -> Contradiction:
    questions = [question(context, text) for text in words]
    return Contradiction(questions, 0.9, (questions[0].occurrences[0], questions[-1].occurrences[-1]))


def test_ages_that_two_outlets_both_give_are_of_two_people() -> None:
    cousins = "A 16-year-old girl was arrested; her 15-year-old cousin was shot."
    one_person = ("A 16-year-old girl was arrested.", "A 15-year-old girl was arrested.")
    assert is_several_questions(contradiction(context_of(cousins, cousins), "16-year-old", "15-year-old"))
    assert not is_several_questions(contradiction(context_of(*one_person), "16-year-old", "15-year-old"))


def test_no_outlet_gives_one_person_two_ages() -> None:
    context = context_of(
        "Tom Alder, a 21-year-old, was shot; a 29-year-old fled.", "The 21-year-old Alder was shot."
    )
    assert is_several_questions(contradiction(context, "21-year-old", "29-year-old"))


def test_an_outlet_may_give_an_earlier_toll_beside_its_own() -> None:
    context = context_of("Police first counted 12 dead; now they count 15 dead.", "The fire left 12 dead.")
    assert not is_several_questions(contradiction(context, "12 dead", "15 dead"))


def test_a_pair_that_is_not_sure_brings_no_second_answer_of_an_article() -> None:
    context = context_of(
        "The blast killed six people; a strike in May killed 32 people.", "The blast killed two people."
    )
    own, other, elsewhere = (question(context, words) for words in ("six people", "two people", "32 people"))
    reason = (own.occurrences[0], other.occurrences[0])
    for sure in (False, True):
        found: list[Contradiction] = []
        add(found, own, other, 0.9, reason, sure=True)
        add(found, other, elsewhere, 0.7, (other.occurrences[0], elsewhere.occurrences[0]), sure=sure)
        assert (elsewhere in found[0].questions) is sure


def test_copies_of_both_sentences_join_the_detail_of_these() -> None:
    court = "A military court on Monday indicted a teenage girl who was filmed slapping troops in Norvik."
    lead = "Israel indicted a girl on Monday for punching a soldier in the face in Norvik two weeks ago."
    comparison = compared(
        court, lead, f"NORVIK (AP) - {court}", lead.replace(".", ", it was said."), level="all"
    )
    claims = [one for one in comparison.details if one.relation == "differs" and one.kind == "claim"]
    assert [
        [sorted(mention.article for mention in value.mentions) for value in one.values] for one in claims
    ] == [[["a", "c"], ["b", "d"]]]


def test_a_copy_that_denies_is_no_copy() -> None:
    context = context_of("The court charged the girl.", "The court never charged the girl.")
    claims = ClaimVersions(context.index, read_sentences(context.index.annotated))
    assert not claims.are_copies(0, 1)


@pytest.mark.parametrize(
    ("level", "same", "shown"),
    [("normal", 0.49, False), ("normal", 0.51, True), ("strict", 0.49, False), ("all", 0.11, True)],
)
def test_below_all_a_claim_needs_sentences_that_more_likely_than_not_report_the_same(
    level: Level, same: float, shown: bool
) -> None:
    context = context_of("The court charged the girl.", "The court never charged the girl.")
    pairs = SentencePairs(judge_pairs(context.index.annotated, shipped()))
    event = JudgedEvent(context, pairs, judge_differences(context, pairs, shipped()), (), 1.0)
    found = claim_candidates(event, [DifferingPair(0, 1, 0.9, same, ())], level=level)
    assert [one.kind for one in found] == (["claim"] if shown else [])


def figures_apart(*texts: str) -> list[str]:
    """What makes the differences of these reports worth a look, where it is a figure."""
    details = [detail for detail in compared(*texts).details if detail.relation == "differs"]
    return [detail.because for detail in details if "17" in detail.because]


def test_figures_of_which_a_sentence_counts_the_rest_are_no_difference() -> None:
    whole = "Police in Seattle arrested 18 individuals in the sting operation on Friday."
    parts = "Authorities in Seattle arrested 17 men and one woman in the sting operation on Friday."
    other = "Authorities in Seattle arrested 17 individuals in the sting operation on Friday."
    assert not figures_apart(whole, parts)
    assert figures_apart(whole, other)
