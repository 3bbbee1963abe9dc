"""Programs that answer in another order than they are asked: each ends at its own question or
nowhere."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from newsdiff.library import open_library
from newsdiff.library.second_opinions import second_opinions
from newsdiff.model import Comparison
from newsdiff.opinion.answer import Reason
from newsdiff.opinion.asking import AskedProgram, Outcome, ask_all
from newsdiff.opinion.question import Question
from newsdiff.settings.model import SecondOpinion
from tests.opinion.ferry import SEVERAL, asked, compared
from tests.opinion.local_programs import program, runs, script

OWN_FIGURES = {
    ("212 people", "220 people"),
    ("41 passengers", "46 passengers"),
    ("17 people", "19 people"),
    ("33 people", "35 people"),
    ("8 people", "5 people"),
}


@pytest.fixture(scope="module")
def several() -> Comparison:
    """Five places next to each other, so that each stands among the neighbours of another."""
    return compared(SEVERAL)


@pytest.fixture(scope="module")
def five(several: Comparison) -> tuple[Question, ...]:
    """A question on each."""
    return asked(several)


def quoted(several: Comparison, outcome: Outcome) -> tuple[str, ...]:
    opinion = outcome.opinion
    assert opinion is not None
    return tuple(several.article(one.article).text[one.start : one.end] for one in opinion.quotations)


def figures_of(several: Comparison, question: Question) -> tuple[str, ...]:
    """The figures in the sentences that a question is about."""
    sentences = [
        several.article(passage.article).text[start:end]
        for version in question.versions for passage in version.passages for start, end in passage.sentences
    ]  # fmt: skip
    (figures,) = [one for one in OWN_FIGURES if all(map(str.__contains__, sentences, one))]
    return figures


@pytest.mark.parametrize("order", [(4, 3, 2, 1, 0), (2, 4, 0, 3, 1), (1, 0, 3, 2, 4)])
def test_answers_that_come_in_another_order_end_at_their_own_questions(
    order: tuple[int, ...], several: Comparison, five: tuple[Question, ...], tmp_path: Path
) -> None:
    file = script(tmp_path, "waits-for-its-turn")
    wanted = [five[at].id for at in order]
    Path(f"{file}.order").write_text(" ".join(wanted))
    shown: list[str] = []

    def show(outcome: Outcome) -> None:
        shown.append(outcome.question.id)
        Path(f"{file}.shown").write_text(" ".join(shown))

    outcomes = ask_all(AskedProgram(program(file)), five, several.articles, parallel=5, show=show)
    assert shown == wanted
    assert [one.question for one in outcomes] == list(five)
    assert [quoted(several, one) for one in outcomes] == [figures_of(several, one) for one in five]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("answers-the-one-before", {"an answer to another question"}),
        (
            "answers-the-one-before-under-this-id",
            {"a quotation that is not in the passage", "nothing quoted from the sentences to compare"},
        ),
    ],
)
def test_an_answer_to_the_question_before_is_rejected(
    kind: str, reason: set[Reason], several: Comparison, five: tuple[Question, ...], tmp_path: Path
) -> None:
    file = script(tmp_path, kind)
    first, *others = ask_all(AskedProgram(program(file)), five, several.articles)
    assert quoted(several, first) == figures_of(several, five[0])
    assert {one.rejected for one in others} == reason
    assert runs(file) == 5


def test_two_programs_that_swap_their_questions_are_both_rejected(
    several: Comparison, five: tuple[Question, ...], tmp_path: Path
) -> None:
    file = script(tmp_path, "answers-for-the-other")
    for pair in itertools.islice(itertools.combinations(five, 2), 3):
        outcomes = ask_all(AskedProgram(program(file)), pair, several.articles, parallel=2)
        assert [one.rejected for one in outcomes] == ["an answer to another question"] * 2
        Path(f"{file}.asked").unlink()


def test_what_is_kept_of_answers_in_another_order_is_kept_for_its_own_place(
    several: Comparison, five: tuple[Question, ...], tmp_path: Path
) -> None:
    file = script(tmp_path, "waits-for-its-turn")
    Path(f"{file}.order").write_text(" ".join(one.id for one in reversed(five)))
    Path(f"{file}.shown").write_text("")
    answered = itertools.count(1)

    def show(_: object) -> None:
        Path(f"{file}.shown").write_text(" ".join(one.id for one in [*reversed(five)][: next(answered)]))

    setting = SecondOpinion("rules", program(file).arguments, "Rules", parallel=5)
    with open_library(tmp_path / "data") as library:
        opinions = second_opinions(setting, library.opinions)
        opinions.ask(several, five, show=show)
        again = opinions.ask(several, five)
    assert (again.tally.kept, again.tally.accepted, runs(file)) == (5, 0, 5)
    for question in five:
        kept = again.opinions[question.place]
        words = tuple(several.article(one.article).text[one.start : one.end] for one in kept.quotations)
        assert words == figures_of(several, question)
