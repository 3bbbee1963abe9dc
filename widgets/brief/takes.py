"""The takes in the brief: a line each with its outlets; when opened, what its articles share below it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat

from newsdiff.brief.model import Passage
from newsdiff.model import Comparison
from newsdiff.quotation_marks import quoted
from newsdiff.takes.model import Take, Takes
from newsdiff.takes.wording import Explained, countries, explained, left_out, now
from widgets.brief.lines import Run, beside, label, names_in_lines, padded, wrapped

MOST_LINES = 4
"""Lines that a sentence of the explanation takes."""


def take_rows(
    comparison: Comparison, takes: Takes, take: Take, fold: str, sign: int, words: int, outlets: int
) -> list[list[Run]]:
    """A take at the widths of the brief's columns: how many texts, its label, its outlets, then what else is
    to be said of it."""
    said = [
        f"  {line}" if number else f"{fold} {line}"
        for number, line in enumerate(wrapped(quoted(take.label), words - 2, 2))
    ]
    names = names_in_lines([label(comparison, one) for one in take.articles], outlets, max(2, len(said)))
    facts = " · ".join(filter(None, (now(takes, take), countries(take))))
    left = [*([(text, "")] for text in said), *([[(f"  {facts}", "hint")]] if facts else [])]
    signs = chain([f" {take.independent_texts}".ljust(sign)], repeat(" " * sign))
    rows = beside(left, names, words)
    return [[(shown, "hint"), *runs] for shown, runs in zip(signs, rows, strict=False)]


def explanation(
    comparison: Comparison, take: Take, indent: int, width: int
) -> Iterator[tuple[Passage | None, list[list[Run]]]]:
    """What its articles share and what sets them apart: lines, and the sentence that they quote, if any."""
    for line in explained(comparison, take):
        yield _passage(line), list(_explained(line, indent, width))


def _explained(line: Explained, indent: int, width: int) -> Iterator[list[Run]]:
    blank = " " * (indent + 2)
    if not line.words:
        yield [(f"{blank}{line.about.strip()}", "hint")]
        return
    left = min(22, max(10, width // 3))
    room = max(20, width - indent - left - 3)
    words = quoted(line.words) if line.passage else line.words
    for number, text in enumerate(wrapped(words, room, MOST_LINES)):
        first = padded(line.about, left - 1) + " " if number == 0 else " " * left
        yield [(blank + first, "outlets"), (text, "")]


def _passage(line: Explained) -> Passage | None:
    if line.passage is None:
        return None
    article, start, end = line.passage
    return Passage(article, start, end, (start, end))


def other_rows(comparison: Comparison, takes: Takes, indent: int, width: int) -> list[list[Run]]:
    """The articles that stand in no take, and why."""
    words = [left_out(comparison, takes, other) for other in takes.others]
    room = max(20, width - indent)
    return [[(" " * indent + text, "hint")] for one in words for text in wrapped(one, room, 2)]
