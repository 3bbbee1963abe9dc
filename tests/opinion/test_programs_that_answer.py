"""Real programs are asked: a good one, and every way one can go wrong. None of them changes anything but the
opinion, and a wrong one does not even do that."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from newsdiff.model import Comparison
from newsdiff.opinion.answer import Reason, as_answer, read_answer
from newsdiff.opinion.asking import AskedProgram, Outcome, Tally, ask_all
from newsdiff.opinion.attached import with_opinions
from newsdiff.opinion.question import Question
from newsdiff.reader_program import NotStartedError, Program, ProgramError, ProgramStoppedError
from newsdiff.reports import render
from tests.opinion.ferry import asked, compared
from tests.opinion.local_programs import program, runs, script


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compared()


@pytest.fixture(scope="module")
def first(comparison: Comparison) -> Question:
    return asked(comparison)[0]


def outcome_of(file: Path, question: Question, comparison: Comparison, seconds: float = 30) -> Outcome:
    asking = AskedProgram(program(file, seconds=seconds))
    (outcome,) = ask_all(asking, [question], comparison.articles)
    return outcome


def test_a_good_program_gives_an_opinion_with_the_words_it_quotes_at_their_places(
    comparison: Comparison, tmp_path: Path
) -> None:
    asking = AskedProgram(program(script(tmp_path, "good")))
    one, other = ask_all(asking, asked(comparison), comparison.articles)
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
    comparison: Comparison, first: Question, tmp_path: Path
) -> None:
    opinion = outcome_of(script(tmp_path, "good"), first, comparison).opinion
    assert opinion is not None
    articles = {one.id: one for one in comparison.articles}
    assert read_answer(first, articles, as_answer(first, articles, opinion), "Rules") == opinion


def test_an_answer_in_one_pair_of_code_fences_is_read(
    comparison: Comparison, first: Question, tmp_path: Path
) -> None:
    assert outcome_of(script(tmp_path, "in-fences"), first, comparison).opinion is not None


WRONG: dict[str, Reason] = {
    "prints-gigabytes": "printed too much",
    "dies": "the program failed",
    "fails": "the program failed",
    "no-utf8": "the program failed",
    "silent": "no answer",
    "only-blanks": "no answer",
    "another-question": "an answer to another question",
    "invents-a-quotation": "a quotation that is not in the passage",
    "quotes-half-a-figure": "a quotation that is not in the passage",
    "quotes-the-other-side": "a quotation that is not in the passage",
    "quotes-no-version": "a quotation that is not in the passage",
    "quotes-a-blank": "a quotation that is not in the passage",
    "quotes-one-side": "no quotation from each side",
    "quotes-nothing": "no quotation from each side",
    "quotes-the-same": "the same words quoted from both sides",
    "talks-too-much": "what is at odds is missing or too long",
    "one-endless-word": "what is at odds is missing or too long",
    "says-not-what": "what is at odds is missing or too long",
    "unknown-verdict": "an unknown verdict",
    "prose": "not in the form of an answer",
    "prose-around": "not in the form of an answer",
    "two-answers": "not in the form of an answer",
    "a-list": "not in the form of an answer",
    "wrong-types": "not in the form of an answer",
    "deep": "not in the form of an answer",
    "echo": "not in the form of an answer",
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_answer_is_rejected_with_its_reason_and_changes_nothing(
    kind: str, comparison: Comparison, first: Question, tmp_path: Path
) -> None:
    file = script(tmp_path, kind)
    before = render(comparison, "json"), sorted(path.name for path in tmp_path.iterdir())
    outcome = outcome_of(file, replace(first), comparison)
    assert (outcome.opinion, outcome.rejected) == (None, WRONG[kind])
    after = with_opinions(comparison, {})
    names = sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".runs")
    assert (render(after, "json"), names) == before


@pytest.mark.parametrize("kind", ["never-ends", "answers-and-stays"])
def test_a_program_that_is_late_is_ended(
    kind: str, comparison: Comparison, first: Question, tmp_path: Path
) -> None:
    outcome = outcome_of(script(tmp_path, kind), first, comparison, seconds=1)
    assert outcome.rejected == "too late"
    assert "took longer than 1 seconds for a question" in str(outcome.printed.error)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="there are no process groups")
def test_what_a_program_started_is_ended_with_it(
    comparison: Comparison, first: Question, tmp_path: Path
) -> None:
    file = script(tmp_path, "forks")
    outcome = outcome_of(file, first, comparison, seconds=2)
    assert outcome.rejected == "too late"
    child = int(Path(f"{file}.child").read_text())
    for _ in range(200):  # until the system has taken it away
        if not Path(f"/proc/{child}").exists() or "Z" in state_of(child):
            break
        time.sleep(0.02)
    else:
        pytest.fail("what the program started is still there")


def state_of(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


def test_words_of_a_program_reach_nothing_but_as_harmless_text(
    comparison: Comparison, first: Question, tmp_path: Path
) -> None:
    opinion = outcome_of(script(tmp_path, "escapes"), first, comparison).opinion
    assert opinion is not None
    assert opinion.at_odds == "␛]0;gone␇␛[31mhow many�"


def test_a_program_that_is_not_there_is_named_once_and_nothing_more_is_asked(comparison: Comparison) -> None:
    nobody = Program(("/no/such/model",), "model", 5, "second_opinion", "a question")
    with pytest.raises(NotStartedError, match=r"model cannot be started \(No such file.*“second_opinion”"):
        ask_all(AskedProgram(nobody), asked(comparison), comparison.articles)


def test_a_program_that_fails_three_times_in_a_row_is_asked_no_more(
    comparison: Comparison, first: Question, tmp_path: Path
) -> None:
    file = script(tmp_path, "fails")
    questions = [replace(first, sha256=f"{number:064x}") for number in range(9)]
    shown: list[Outcome] = []
    with pytest.raises(ProgramError, match="no model is loaded"):
        ask_all(AskedProgram(program(file)), questions, comparison.articles, show=shown.append)
    assert (runs(file), len(shown)) == (3, 3)


def test_the_reader_need_not_wait(comparison: Comparison, first: Question, tmp_path: Path) -> None:
    shown: list[Outcome] = []
    slow = AskedProgram(program(script(tmp_path, "never-ends")))
    with pytest.raises(ProgramStoppedError):
        ask_all(slow, [first], comparison.articles, stopped=lambda: True, show=shown.append)
    assert shown == []


def test_what_was_answered_before_the_reader_stopped_holds(comparison: Comparison, tmp_path: Path) -> None:
    file = script(tmp_path, "good")
    shown: list[Outcome] = []
    with pytest.raises(ProgramStoppedError):
        ask_all(
            AskedProgram(program(file)), asked(comparison), comparison.articles,
            stopped=lambda: bool(shown), show=shown.append,
        )  # fmt: skip
    assert [one.opinion is not None for one in shown] == [True]
    assert runs(file) == 1


def test_several_are_asked_at_once_and_answers_that_come_out_of_order_go_to_their_questions(
    comparison: Comparison, tmp_path: Path
) -> None:
    file = script(tmp_path, "good")
    questions = asked(comparison)
    one_by_one = ask_all(AskedProgram(program(file)), questions, comparison.articles)
    at_once = ask_all(AskedProgram(program(file)), questions, comparison.articles, parallel=4)
    assert [one.opinion for one in at_once] == [one.opinion for one in one_by_one]
    assert [one.question.id for one in at_once] == [one.id for one in questions]


def test_the_tally_counts_the_rejected_by_their_reasons(
    comparison: Comparison, first: Question, tmp_path: Path
) -> None:
    tally = Tally(kept=28)
    for kind in ("good", "silent", "prose", "deep"):
        tally = tally.with_outcome(outcome_of(script(tmp_path, kind), first, comparison))
    assert tally.as_text() == (
        "1 answer, 28 kept from before, 3 rejected (1 no answer, 2 not in the form of an answer)"
    )
