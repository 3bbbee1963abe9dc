"""Opinions on their way from one library to another: what was answered, and the name of who answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from newsdiff.model import Article, Opinion
from newsdiff.opinion.answer import RejectedError, as_answer, read_answer
from newsdiff.opinion.question import Question
from newsdiff.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class HandedOn:
    """An opinion without the command and the instructions that it came from: they stay at home, for a
    command may hold what nobody else is to know."""

    passages: str
    """SHA-256 of the versions that it is about."""
    by: str
    answer: str
    """The answer, as `as_answer` has it, to a question of that SHA-256."""


def handed_on(question: Question, articles: Mapping[str, Article], opinion: Opinion) -> HandedOn:
    """The opinion on a question for another library."""
    answer = as_answer(_about_passages(question), articles, opinion)
    return HandedOn(question.passages, opinion.by, answer)


def opinion_of(question: Question, articles: Mapping[str, Article], given: HandedOn) -> Opinion | None:
    """What another gave as an opinion on a question, checked like any answer; None where it does not hold."""
    try:
        return read_answer(_about_passages(question), articles, given.answer, given.by)
    except RejectedError:
        return None


def _about_passages(question: Question) -> Question:
    return replace(question, sha256=question.passages)
