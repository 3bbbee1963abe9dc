"""The role of a line by its own words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newsdiff.patterns import lazy_pattern
from newsdiff.readers.lines.closing_phrases import ANYWHERE, END, WITHIN, WITHIN_LENGTH, WITHIN_WORDS
from newsdiff.readers.lines.line import Line
from newsdiff.readers.lines.line_roles import INVISIBLE, NAVIGATION, LineRole
from newsdiff.readers.lines.phrase_rules import HEAD, MARKS_WITHIN, SHORT, TAIL, Rule
from newsdiff.readers.lines.phrases import LOOSE_START, START, WHOLE

_BULLET = lazy_pattern(r"^(?:\*\*|__|[•▪‣·*►▶>»|-]\s{0,3})(?=\S)")


MOST_KEPT = 2_000
"""Lines whose role is remembered: those of a page or two."""
LABEL_WORDS = 3
"""Words up to which a line is a label although a colon or an exclamation mark ends it: "Advertisement:"."""
MENU_WORDS = 30
"""Words from which a line of names without a stop or a comma is a whole menu that was copied as one line."""
MENU_CAPITALS = 0.85
"""Share of its words that begin with a capital or a digit. Prose has 0.1 to 0.4, a German one 0.5."""
MENU_COMMAS = 0.05
"""Commas a word up to which it is no list of people or prizes."""


def role_by_words(line: Line) -> LineRole | None:
    """The role that the line's own words show; None when they show none."""
    return INVISIBLE if line.blank else _role_of_text(line.text, finished=line.finished)


@lru_cache(maxsize=MOST_KEPT)
def _role_of_text(whole: str, *, finished: bool) -> LineRole | None:
    """The same for a text; cached, because several rules look at each line."""
    line = Line(0, len(whole), whole, touches_above=False, prose=finished)
    text = _BULLET.sub("", whole, count=1)
    if _is_menu(line):
        return NAVIGATION
    small = text[:WITHIN_LENGTH].lower()
    return (
        _as_a_whole(line, text)
        or _by_beginning(START, text, small)
        or _by_ending(line, text)
        or _by_marks(text)
        or _by_what_stands_within(line, text, small)
        or _by_loose_beginning(line, text, small)
    )


def _is_menu(line: Line) -> bool:
    if line.finished or line.words < MENU_WORDS:
        return False
    words = line.text.split()
    capitals = sum(word[0].isupper() or word[0].isdigit() or not word[0].isalnum() for word in words)
    commas = sum(line.text.count(mark) for mark in ",;:")
    return capitals >= MENU_CAPITALS * len(words) and commas <= MENU_COMMAS * len(words)


def _as_a_whole(line: Line, text: str) -> LineRole | None:
    if line.words <= LABEL_WORDS:
        text = text.rstrip(":!… ")
    elif line.finished or line.words > SHORT:
        return None
    small = text.lower()
    for rule in WHOLE:
        if rule.fits(small) and rule.pattern.fullmatch(text):
            return rule.line_role
    return None


def _by_beginning(rules: Sequence[Rule], text: str, small: str) -> LineRole | None:
    head = text[:HEAD]
    for rule in rules:
        if rule.fits(small) and rule.pattern.match(head):
            return rule.line_role
    return None


def _by_ending(line: Line, text: str) -> LineRole | None:
    """A line that ends in a full stop and has no colon near its end cannot end in a credit."""
    tail = text[-TAIL:]
    if line.finished and tail.endswith(".") and ":" not in tail:
        return None
    return _anywhere(END, tail, tail.lower())


def _by_marks(text: str) -> LineRole | None:
    start = text[:MARKS_WITHIN]
    return next((line_role for mark, line_role in ANYWHERE.items() if mark in start), None)


def _by_what_stands_within(line: Line, text: str, small: str) -> LineRole | None:
    if line.words > WITHIN_WORDS or len(text) > WITHIN_LENGTH:
        return None
    return _anywhere(WITHIN, text, small)


def _by_loose_beginning(line: Line, text: str, small: str) -> LineRole | None:
    if line.finished and not text.endswith("?"):
        return None
    return _by_beginning(LOOSE_START, text, small)


def _anywhere(rules: Sequence[Rule], text: str, small: str) -> LineRole | None:
    for rule in rules:
        if rule.fits(small) and rule.found_in(text):
            return rule.line_role
    return None
