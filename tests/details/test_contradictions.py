"""When unequal values of several articles answer one question, and when they are of several things."""

from __future__ import annotations

from newsdiff.details.context import Context
from newsdiff.details.differences.details import Contradiction, add, is_several_questions
from newsdiff.details.questions.details import Question
from tests.details.small_events import context_of


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
