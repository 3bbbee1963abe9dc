"""Number words that count nothing: "zero in on", "cloud nine", "five to one", "the Big Three"."""

from __future__ import annotations

import re
from functools import cache

from newsdiff.mentions.lexicon import lexicon
from newsdiff.patterns import lazy_pattern

_WINDOW = 24
_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty|hundred"


@cache
def _begins() -> re.Pattern[str]:
    """Phrases that begin with a number word."""
    return re.compile(
        rf"""(?:
          zero(?:\s(?:in(?=\son\b)|out|hour|sum|tolerance|carbon|emissions?|chance|doubt|waste)\b|-)
        | one-two\b | one\sin\sa\s | (?:one|two|three|four|five|six)-way\b | two-for-one\b
        | two\sto\stango\b | two[’']s\s(?:company|a\scrowd) | two\s(?:wrongs|cents|peas|left\sfeet)\b
        | two\ssides\sof\sthe\ssame | six\sof\sone\b | half[\s-]a[\s-]dozen\sof\sthe\sother\b
        | nine-to-five\b | (?:five|six|seven|nine|eleven)-a-side\b | forty\swinks\b | nineteen\sto\sthe\sdozen
        | ten\sa\spenny | twenty\squestions | (?:{_NUMBER})\sto\sone\b(?!\s(?:vote|hundred|thousand|million))
        | (?:{_NUMBER})\sby\s(?:one|two)\b
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _behind() -> re.Pattern[str]:
    """Words that a number word behind them belongs to, whatever follows it."""
    return re.compile(
        r"\b(?:cloud|square|all\sfours\sand|sixes\sand|(?:ground|net|patient)(?=\s))\s$", re.IGNORECASE
    )


@cache
def _numbered() -> re.Pattern[str]:
    """Words that are numbered where no noun follows ("part two of", but "last year two people")."""
    return re.compile(
        r"\b(?:(?P<time>day|week|year)|number|phase|page|chapter|part|round|level|game|channel|stage|tier|plan)\s$",
        re.IGNORECASE,
    )


_NO_NOUN = lazy_pattern(r"[.,;:)!?”\"]|$|\s(?:of|in|on|at|is|was|for)\b")
_POINT = lazy_pattern(r"[.,;:)!?”\"]|$")
_NEEDS_ZERO = ("ground", "net", "patient")
_NAME_BEFORE = lazy_pattern(r"(?:[A-Z][\w’'-]*|\b[A-Z][\w’'-]*\sof)\s$")
_NAME_BEHIND = lazy_pattern(r"[\s-][A-Z]")


def idiom_end(text: str, position: int, end: int, floor: int, start: int, ceiling: int) -> int | None:
    """Where the phrase ends in which the number word from `position` to `end` counts nothing, else None.

    The sentence goes from `start` to `ceiling`.
    """
    word = text[position:end].lower()
    before = text[max(floor, position - _WINDOW) : position]
    if word in ("a", "an"):
        return None
    if phrase := _begins().match(text, position, ceiling):
        return phrase.end()
    if (behind := _behind().search(before)) and (
        word == "zero" or not behind.group().lower().startswith(_NEEDS_ZERO)
    ):
        return end
    if numbered := _numbered().search(before):
        follows = _POINT if numbered["time"] else _NO_NOUN
        return end if follows.match(text, end, ceiling) else None
    return end if _in_a_name(text, position, end, before, start) else None


def _in_a_name(text: str, position: int, end: int, before: str, start: int) -> bool:
    """Whether the number word has a capital because a name holds it ("the Big Three", "Group of Seven")."""
    if position == start or not text[position].isupper() or _NAME_BEHIND.match(text, end):
        return False
    name = _NAME_BEFORE.search(before)
    return name is not None and position - len(before) + name.start() > start


_PERSON = lazy_pattern(r"\s(?P<first>[A-Z][\w’'-]+)\s(?:[A-Z]\.\s)?[A-Z][\w’'-]+(?P<slash>/|\s?$|\s?[|)\]])?")


def before_a_person(text: str, end: int, ceiling: int) -> bool:
    """Whether a person's name stands behind a figure that counts nothing, as in a photo credit."""
    match = _PERSON.match(text, end, ceiling)
    if match is None:
        return False
    return match["first"].lower() in lexicon().first_names or match["slash"] == "/"
