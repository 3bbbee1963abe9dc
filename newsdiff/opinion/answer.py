"""Answers: what a program printed for a question, accepted only where all of it is borne out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Annotated, Final, Literal, TypeAlias, cast, get_args

from pydantic import BaseModel, ConfigDict, Field

from newsdiff.model import Article, Opinion, QuotedWords, Says
from newsdiff.opinion.passages import find_words
from newsdiff.opinion.question import Question, QuestionVersion
from newsdiff.opinion.template import MOST_WORDS
from newsdiff.sanitize import one_line

Reason: TypeAlias = Literal[
    "no answer",
    "too late",
    "the program failed",
    "printed too much",
    "not in the form of an answer",
    "an answer to another question",
    "an unknown verdict",
    "what is at odds is missing or too long",
    "no quotation from each side",
    "a quotation that is not in the passage",
    "nothing quoted from the sentences to compare",
    "the same words quoted from both sides",
]
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)
LONGEST_AT_ODDS: Final = 200
"""Code points of twelve words; longer ones are none."""
QUOTING: Final = ("differs", "update")
"""Verdicts of which the words can be quoted; *differs* must quote them."""
_AT_ENDS: Final = " .,;:!?…\"'“”‘’«»"
"""Signs that make no other words of those between them."""
_FENCED: Final = re.compile(r"```(?:json)?[^\S\n]*\n(.*)\n[^\S\n]*```", re.DOTALL)


class RejectedError(Exception):
    """An answer is not accepted."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class QuotationPart(BaseModel):
    """Words of one version."""

    model_config = ConfigDict(extra="ignore", strict=True)

    version: Annotated[str, Field(max_length=8)]
    words: Annotated[str, Field(max_length=4_000)]


class AnswerPart(BaseModel):
    """An answer as it is printed."""

    model_config = ConfigDict(extra="ignore", strict=True)

    question: str
    says: str
    at_odds: str = ""
    quotations: Annotated[tuple[QuotationPart, ...], Field(max_length=12, strict=False)] = ()


def read_answer(question: Question, articles: Mapping[str, Article], text: str, by: str) -> Opinion:
    """The opinion that a program, called `by`, gave on a question with what it printed.

    `articles` are those of the comparison by id. Nothing but the five verdicts, twelve words and places in
    the articles comes out of an answer. Raises RejectedError.
    """
    answer = _answer_in(text)
    if answer.question.strip() != question.id:
        raise RejectedError("an answer to another question")
    says = answer.says.strip().casefold()
    if says not in get_args(Says):
        raise RejectedError("an unknown verdict")
    at_odds = one_line(answer.at_odds)
    too_long = len(at_odds.split()) > MOST_WORDS or len(at_odds) > LONGEST_AT_ODDS
    if too_long or (says == "differs" and not at_odds):
        raise RejectedError("what is at odds is missing or too long")
    quotations = _quotations(question, articles, answer, needed=says == "differs") if says in QUOTING else ()
    return Opinion(by, cast(Says, says), at_odds if says in QUOTING else "", quotations)


def _answer_in(text: str) -> AnswerPart:
    """The JSON object that was printed, alone or in one pair of code fences."""
    stripped = text.strip()
    if not stripped:
        raise RejectedError("no answer")
    fenced = _FENCED.fullmatch(stripped)
    printed = fenced[1] if fenced else stripped
    try:
        json.loads(printed, object_pairs_hook=_said_once, parse_constant=_no_number)
        return AnswerPart.model_validate_json(printed)
    except (ValueError, RecursionError) as error:
        raise RejectedError("not in the form of an answer") from error


def _said_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object; raises ValueError where it has a key twice: either could be meant."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key occurs twice")
    return found


def _no_number(name: str) -> float:
    """JSON has no NaN and no Infinity."""
    raise ValueError(f"{name} is not a number")


def _quotations(
    question: Question, articles: Mapping[str, Article], answer: AnswerPart, *, needed: bool
) -> tuple[QuotedWords, ...]:
    """Where the quoted words stand, those of one version after those of another."""
    versions = {version.letter: version for version in question.versions}
    found: dict[str, list[QuotedWords]] = {}
    words: dict[str, set[str]] = {}
    for one in answer.quotations:
        version = versions.get(one.version.strip())
        places = _places(version, articles, one.words) if version is not None else []
        if not places:
            raise RejectedError("a quotation that is not in the passage")
        found.setdefault(one.version.strip(), []).extend(places)
        words.setdefault(one.version.strip(), set()).add(one_line(one.words).casefold().strip(_AT_ENDS))
    if len(found) < 2 and (needed or found):
        raise RejectedError("no quotation from each side")
    if found and not any(one - other and other - one for one, other in combinations(words.values(), 2)):
        raise RejectedError("the same words quoted from both sides")
    quoted = tuple(dict.fromkeys(place for letter in sorted(found) for place in found[letter]))
    if quoted and not _in_sentences(question, quoted):
        raise RejectedError("nothing quoted from the sentences to compare")
    return quoted


def _in_sentences(question: Question, places: Iterable[QuotedWords]) -> bool:
    """Whether any of the words stand in the sentences that are asked about, not beside them alone: else it is
    the answer to a question on what stands there."""
    asked = {one.article: one.sentences for version in question.versions for one in version.passages}
    return any(
        start < place.end and place.start < end for place in places for start, end in asked[place.article]
    )


def _places(version: QuestionVersion, articles: Mapping[str, Article], words: str) -> list[QuotedWords]:
    """Where words of a version stand in each of the articles that have it."""
    first, *others = version.passages
    place = find_words(articles[first.article].text, first, words)
    if place is None:
        return []
    also = (find_words(articles[one.article].text, one, words) for one in others)
    return [place, *(one for one in also if one is not None)]


def as_answer(question: Question, articles: Mapping[str, Article], opinion: Opinion) -> str:
    """An opinion as the answer that it came from: what is kept of it. `read_answer` reads it again."""
    letters = {one.article: version.letter for version in question.versions for one in version.passages}
    quotations = [
        {
            "version": letters[one.article],
            "words": one_line(articles[one.article].text[one.start : one.end]),
        }
        for one in opinion.quotations
    ]
    answer = {
        "question": question.id,
        "says": opinion.says,
        "at_odds": opinion.at_odds,
        "quotations": quotations,
    }
    return json.dumps(answer)
