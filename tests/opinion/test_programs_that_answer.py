"""Real programs are asked, one after the other and several at once, and the reader need not wait for them.
What wrong ones cannot do: test_hostile_programs.py."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsdiff.library.second_opinions import second_opinions
from newsdiff.model import Comparison
from newsdiff.opinion.answer import as_answer, read_answer
from newsdiff.opinion.asking import AskedProgram, Outcome, Printed, Tally, ask_all, judged
from newsdiff.opinion.question import Question
from newsdiff.reader_program import NotStartedError, Program, ProgramError, ProgramStoppedError
from newsdiff.settings.model import SecondOpinion
from tests.opinion.local_programs import program, runs, script

Questions = tuple[Question, ...]


@pytest.fixture(scope="module")
def answered(
    comparison: Comparison, questions: Questions, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Outcome, ...]:
    """What a good program answers to both questions."""
    asking = AskedProgram(program(script(tmp_path_factory.mktemp("good"), "good")))
    return ask_all(asking, questions, comparison.articles)


def test_a_good_program_gives_an_opinion_with_the_words_it_quotes_at_their_places(
    comparison: Comparison, answered: tuple[Outcome, ...]
) -> None:
    one, other = answered
    opinion = one.opinion
    assert opinion is not None
    assert (opinion.by, opinion.says, opinion.at_odds) == ("Rules", "differs", "how many were on board")
    quoted = [
        (at.article, comparison.article(at.article).text[at.start : at.end]) for at in opinion.quotations
    ]
    assert quoted == [("alpha", "212 people"), ("beta", "220 people")]
    assert other.opinion is not None
    assert (other.opinion.says, other.opinion.quotations) == ("same", ())


def test_what_is_kept_of_an_answer_is_read_as_the_same_opinion(
    comparison: Comparison, answered: tuple[Outcome, ...]
) -> None:
    question, opinion = answered[0].question, answered[0].opinion
    assert opinion is not None
    articles = {one.id: one for one in comparison.articles}
    assert read_answer(question, articles, as_answer(question, articles, opinion), "Rules") == opinion


def test_words_of_a_program_reach_nothing_but_as_harmless_text(
    comparison: Comparison, questions: Questions, tmp_path: Path
) -> None:
    asking = AskedProgram(program(script(tmp_path, "escapes")))
    (outcome,) = ask_all(asking, questions[:1], comparison.articles)
    assert outcome.opinion is not None
    assert outcome.opinion.at_odds == "␛]0;gone␇␛[31mhow many�"


def test_a_program_that_is_not_there_is_named_once_and_nothing_more_is_asked(
    comparison: Comparison, questions: Questions
) -> None:
    nobody = Program(("/no/such/model",), "model", 5, "second_opinion", "a question")
    with pytest.raises(NotStartedError, match=r"model cannot be started \(No such file.*“second_opinion”"):
        ask_all(AskedProgram(nobody), questions, comparison.articles)


def test_a_program_that_fails_three_times_in_a_row_is_asked_no_more(
    comparison: Comparison, questions: Questions, tmp_path: Path
) -> None:
    file = script(tmp_path, "fails")
    many = [replace(questions[0], sha256=f"{number:064x}") for number in range(9)]
    shown: list[Outcome] = []
    with pytest.raises(ProgramError, match="no model is loaded"):
        ask_all(AskedProgram(program(file)), many, comparison.articles, show=shown.append)
    assert (runs(file), len(shown)) == (3, 3)


def test_the_reader_need_not_wait(comparison: Comparison, questions: Questions, tmp_path: Path) -> None:
    shown: list[Outcome] = []
    slow = AskedProgram(program(script(tmp_path, "never-ends")))
    with pytest.raises(ProgramStoppedError):
        ask_all(slow, questions[:1], comparison.articles, stopped=lambda: True, show=shown.append)
    assert shown == []


def test_what_was_answered_before_the_reader_stopped_holds(
    comparison: Comparison, questions: Questions, tmp_path: Path
) -> None:
    file = script(tmp_path, "good")
    shown: list[Outcome] = []
    with pytest.raises(ProgramStoppedError):
        ask_all(
            AskedProgram(program(file)), questions, comparison.articles,
            stopped=lambda: bool(shown), show=shown.append,
        )  # fmt: skip
    assert [one.opinion is not None for one in shown] == [True]
    assert runs(file) == 1


def test_several_are_asked_at_once_and_answers_that_come_out_of_order_go_to_their_questions(
    comparison: Comparison, questions: Questions, answered: tuple[Outcome, ...], tmp_path: Path
) -> None:
    file = script(tmp_path, "waits-for-the-other")
    shown: list[str] = []

    def show(outcome: Outcome) -> None:
        shown.append(outcome.question.id)
        Path(f"{file}.shown").write_text("x")

    asking = AskedProgram(program(file))
    at_once = ask_all(asking, questions, comparison.articles, parallel=4, show=show)
    assert shown == [one.id for one in reversed(questions)]
    assert [one.opinion for one in at_once] == [one.opinion for one in answered]
    assert [one.question.id for one in at_once] == [one.id for one in questions]


def test_a_question_that_two_places_have_is_asked_once_and_answered_for_both(
    comparison: Comparison, tmp_path: Path
) -> None:
    (marked,) = [one for one in comparison.details if one.relation == "differs"]
    alone = replace(comparison, statements=(), details=(marked, replace(marked, id="d99")))
    file = script(tmp_path, "good")
    opinions = second_opinions(SecondOpinion("good", program(file).arguments, "Rules"), None)
    found = opinions.ask(alone, opinions.chosen(alone))
    assert set(found.opinions) == {marked.id, "d99"}
    assert (found.tally.accepted, runs(file)) == (1, 1)


def test_the_tally_counts_the_rejected_by_their_reasons(
    comparison: Comparison, answered: tuple[Outcome, ...]
) -> None:
    articles = {one.id: one for one in comparison.articles}
    tally = Tally(kept=28).with_outcome(answered[0])
    for printed in (Printed(reason="no answer"), Printed("They differ, I think."), Printed("[" * 20_000)):
        tally = tally.with_outcome(judged(answered[0].question, articles, printed, "Rules"))
    assert tally.as_text() == (
        "1 answer, 28 kept from before, 3 rejected (no answer, 2 × not in the form of an answer)"
    )
