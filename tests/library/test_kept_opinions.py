"""Answers are kept by question and program, opinions of others by versions and the name of who gave them."""

from __future__ import annotations

from newsdiff.library import Library
from newsdiff.opinion.handed_on import HandedOn

FIRST, SECOND = "1" * 64, "2" * 64


def test_an_answer_is_known_to_the_program_that_gave_it_alone(library: Library) -> None:
    assert library.opinions.is_empty
    library.opinions.keep(FIRST, '["Rules", "run"]', "one")
    library.opinions.keep(FIRST, '["Others", "run"]', "two")
    assert library.opinions.known([FIRST, SECOND, FIRST], '["Rules", "run"]') == {FIRST: "one"}
    assert library.opinions.known([], '["Rules", "run"]') == {}
    assert not library.opinions.is_empty


def test_so_many_questions_at_once_are_all_answered(library: Library) -> None:
    questions = [f"{number:064x}" for number in range(1_200)]
    for question in (questions[0], questions[-1]):
        library.opinions.keep(question, "Rules", "yes")
    assert set(library.opinions.known(questions, "Rules")) == {questions[0], questions[-1]}


def test_what_another_gave_is_kept_once_and_the_last_one_counts(library: Library) -> None:
    first = HandedOn(FIRST, "Rules \ud800", "one")
    assert [library.opinions.keep_given(first) for _ in range(2)] == [True, False]
    assert library.opinions.given([FIRST, SECOND]) == {FIRST: first}
    assert library.opinions.keep_given(HandedOn(FIRST, "Others", "two"))
    assert library.opinions.given([FIRST])[FIRST].by == "Others"
    assert library.opinions.keep_given(HandedOn(FIRST, "Others", "three"))
    assert library.opinions.given([FIRST])[FIRST].answer == "three"
