"""Asking a program of the reader's own: several questions at once, each answer handed on when it comes."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from typing import Final, Protocol

from newsdiff.counting import number_of
from newsdiff.model import Article, Opinion
from newsdiff.opinion.answer import REASONS, Reason, RejectedError, read_answer
from newsdiff.opinion.question import Question
from newsdiff.quick_dataclass import dataclass
from newsdiff.reader_program import (
    NotStartedError,
    Program,
    ProgramError,
    ProgramStoppedError,
    SilentError,
    TooLateError,
    TooMuchError,
    run_program,
    text_of,
)

MOST_BYTES: Final = 64_000
"""Of an answer: an answer in the right form has some hundred."""
FAILURES_IN_A_ROW: Final = 3
"""After so many a program is not asked any more: a model that is not loaded fails every time."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What came back for a question: a text, or why there is none."""

    text: str = ""
    reason: Reason | None = None
    error: ProgramError | None = None


class Asked(Protocol):
    """The source of answers: a program, or a file of what one answered."""

    @property
    def name(self) -> str:
        """What readers know it by."""

    def ask(self, question: Question, stopped: Callable[[], bool]) -> Printed:
        """What it prints for a question. Called from several threads. Raises NotStartedError where asking
        others makes no sense either, ProgramStoppedError when `stopped` says so."""


@dataclass(frozen=True, slots=True)
class AskedProgram:
    """A program that reads one question on its standard input and writes one answer."""

    program: Program

    @property
    def name(self) -> str:
        """What readers know it by."""
        return self.program.name

    def ask(self, question: Question, stopped: Callable[[], bool]) -> Printed:
        """Run it once."""
        until = time.monotonic() + self.program.seconds
        try:
            data = run_program(
                self.program,
                question.text.encode("utf-8", "replace"),
                most=MOST_BYTES,
                until=until,
                stopped=stopped,
            )
            return Printed(text_of(self.program, data))
        except NotStartedError:
            raise
        except ProgramError as error:
            return Printed(reason=_reason_of(error), error=error)


def _reason_of(error: ProgramError) -> Reason:
    reasons: Mapping[type[ProgramError], Reason] = {
        SilentError: "no answer",
        TooLateError: "too late",
        TooMuchError: "printed too much",
    }
    return reasons.get(type(error), "the program failed")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question and what became of it."""

    question: Question
    printed: Printed
    opinion: Opinion | None = None
    """None where the answer was rejected."""
    rejected: Reason | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions were asked, and what became of the answers."""

    accepted: int = 0
    kept: int = 0
    """Answers that were there already, so that the program was not asked."""
    rejected: tuple[Reason, ...] = ()

    def with_outcome(self, outcome: Outcome) -> Tally:
        """One more."""
        if outcome.rejected is not None:
            return replace(self, rejected=(*self.rejected, outcome.rejected))
        return replace(self, accepted=self.accepted + 1)

    def as_text(self) -> str:
        """``12 answers, 28 kept from before, 3 rejected (too late, 2 × no quotation from each side)``."""
        parts = [number_of(self.accepted, "answer")]
        if self.kept:
            parts.append(f"{self.kept} kept from before")
        counts = Counter(self.rejected)
        if counts:
            times = {reason: f"{counts[reason]} × " if counts[reason] > 1 else "" for reason in counts}
            why = ", ".join(f"{times[reason]}{reason}" for reason in REASONS if counts[reason])
            parts.append(f"{len(self.rejected)} rejected ({why})")
        return ", ".join(parts)


def ask_all(
    asked: Asked,
    questions: Sequence[Question],
    articles: Iterable[Article],
    *,
    parallel: int = 1,
    stopped: Callable[[], bool] = lambda: False,
    show: Callable[[Outcome], None] = lambda outcome: None,
) -> tuple[Outcome, ...]:
    """Ask every question; what became of them, in the order of the questions.

    `show` gets each as it comes, in this thread. Raises ProgramError where the program cannot be started or
    fails several times in a row, ProgramStoppedError when `stopped` says so: what was shown holds.
    """
    by_id = {article.id: article for article in articles}
    found: dict[str, Outcome] = {}
    failures = 0
    given_up = False

    def ask(question: Question) -> Outcome:
        printed = asked.ask(question, lambda: given_up or stopped())
        return judged(question, by_id, printed, asked.name)

    with ThreadPoolExecutor(max_workers=max(1, parallel)) as threads:
        try:
            for outcome in _as_they_come(threads, ask, questions, max(1, parallel)):
                found[outcome.question.sha256] = outcome
                show(outcome)
                failures = failures + 1 if outcome.printed.error is not None else 0
                if outcome.printed.error is not None and failures >= FAILURES_IN_A_ROW:
                    raise outcome.printed.error
                if stopped():
                    raise ProgramStoppedError
        finally:
            given_up = True
    return tuple(found[question.sha256] for question in questions)


def _as_they_come(
    threads: ThreadPoolExecutor,
    ask: Callable[[Question], Outcome],
    questions: Sequence[Question],
    parallel: int,
) -> Iterator[Outcome]:
    """The outcomes as they come; no more questions are under way than are asked at once."""
    waiting = list(reversed(questions))
    under_way: set[Future[Outcome]] = set()
    while waiting or under_way:
        while waiting and len(under_way) < parallel:
            under_way.add(threads.submit(ask, waiting.pop()))
        done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
        for one in done:
            yield one.result()


def judged(question: Question, articles: Mapping[str, Article], printed: Printed, by: str) -> Outcome:
    """What a printed answer is worth."""
    if printed.reason is not None:
        return Outcome(question, printed, rejected=printed.reason)
    try:
        return Outcome(question, printed, opinion=read_answer(question, articles, printed.text, by))
    except RejectedError as error:
        return Outcome(question, printed, rejected=error.reason)
