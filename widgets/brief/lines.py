"""Lines of styled text, and words fitted into columns: names of outlets are never cut in half."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import TypeAlias

from newsdiff.brief.excerpt import excerpt
from newsdiff.brief.model import Passage
from newsdiff.model import Comparison
from newsdiff.quotation_marks import ellipses, has_own_marks
from newsdiff.sanitize import one_line
from widgets.reading.comparison_index import index_of
from widgets.text.wrapping import fitted, width_of, wrap_offsets

Run: TypeAlias = tuple[str, str]
"""Text, and the component class it is drawn in; empty for plain text."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the screen."""

    runs: tuple[Run, ...] = ()
    item: int = -1
    """What of the brief it belongs to; -1 for a heading or a blank line."""


def padded(text: str, width: int) -> str:
    """The text cut or filled up to a width."""
    words, used = fitted(text, width)
    return words + " " * max(0, width - used)


def names_that_fit(names: Sequence[str], width: int) -> str:
    """``TIME, alahed +3``: as many whole names as there is room for, and how many more."""
    whole = ", ".join(names)
    if width_of(whole) <= width:
        return whole
    for shown in range(len(names) - 1, 0, -1):
        text = f"{', '.join(names[:shown])} +{len(names) - shown}"
        if width_of(text) <= width:
            return text
    return fitted(whole, width)[0]


def names_in_lines(names: Sequence[str], width: int, most: int) -> list[str]:
    """The names over at most so many lines; the last line says how many more there are."""
    lines: list[str] = []
    rest = list(names)
    while rest and len(lines) < most - 1:
        taken = 1
        while taken < len(rest) and width_of(", ".join(rest[: taken + 1])) < width:
            taken += 1
        more = "," if taken < len(rest) else ""
        lines.append(fitted(", ".join(rest[:taken]), width - len(more))[0] + more)
        rest = rest[taken:]
    return [*lines, names_that_fit(rest, width)] if rest else lines


def with_values(values: Sequence[str], names: Sequence[Sequence[str]], room: int) -> list[str]:
    """The values, each before the outlets that give it.

    Where there is no room for all names: the first of each value, and how many more give that value. So no
    outlet seems to give another one.
    """
    whole = [
        f"{value} {name}" if number == 0 else name
        for value, outlets in zip(values, names, strict=True)
        for number, name in enumerate(outlets)
    ]
    if width_of(", ".join(whole)) <= room:
        return whole
    return [
        f"{value} {outlets[0]}{f' +{len(outlets) - 1}' if len(outlets) > 1 else ''}"
        for value, outlets in zip(values, names, strict=True)
        if outlets
    ]


def wrapped(text: str, width: int, most: int) -> list[str]:
    """The text in at most so many lines, with an ellipsis where it is longer."""
    at = [0, *wrap_offsets(text, width), len(text)]
    lines = [text[start:end].rstrip() for start, end in pairwise(at)]
    if len(lines) > most:
        lines[most - 1 :] = [fitted(text[at[most - 1] :], width)[0]]
    return lines


def quoted(comparison: Comparison, passage: Passage, width: int, most: int) -> list[list[Run]]:
    """A passage in quotation marks, around the words that matter, in at most so many lines.

    The words that the version beside it does not have are lit.
    """
    text = index_of(comparison).shown_text(passage.article)
    for slack in range(0, width, 6):
        lines = _quoted(text, passage, width, width * most - 2 - slack)
        if len(lines) <= most:
            break
    return lines[:most]


def _quoted(text: str, passage: Passage, width: int, room: int) -> list[list[Run]]:
    low, high = excerpt(text, passage, max(4, room))
    before, after = ellipses(text, passage.sentence, (low, high))
    own = has_own_marks(before + text[low:high] + after)
    opening, closing = (before, after) if own else (f"“{before}", f"{after}”")
    shown = opening + text[low:high] + closing
    lit = [(start - low + len(opening), end - low + len(opening)) for start, end in passage.lit]
    at = (0, *wrap_offsets(shown, width), len(shown))
    return [list(lit_runs(shown, start, end, lit)) for start, end in pairwise(at)]


def lit_runs(text: str, start: int, end: int, lit: Iterable[tuple[int, int]]) -> Iterable[Run]:
    """A slice of a text, cut where lit words begin and end."""
    end = start + len(text[start:end].rstrip())
    at = start
    for low, high in sorted(lit):
        low, high = max(low, at), min(high, end)
        if low < high:
            if at < low:
                yield text[at:low], ""
            yield text[low:high], "long-differs"
            at = high
    if at < end:
        yield text[at:end], ""


def width_of_runs(runs: Iterable[Run]) -> int:
    """How many cells the runs take."""
    return sum(width_of(text) for text, _ in runs)


def beside(said: Iterable[Iterable[Run]], outlets: Iterable[str], words: int) -> list[list[Run]]:
    """Words, in so many cells, with the names of the outlets at their right."""
    rows = []
    for runs, names in zip_longest(said, outlets):
        shown = [*(runs or ())]
        gap = " " * max(0, words + 2 - width_of_runs(shown))
        rows.append([*shown, (gap, ""), (names or "", "outlets")])
    return rows


def cut_runs(runs: Iterable[Run], width: int) -> list[Run]:
    """The runs as far as they fit, with an ellipsis where something is cut."""
    kept: list[Run] = []
    left = width
    for text, style in runs:
        cells = width_of(text)
        if cells > left:
            words, _ = fitted(text, left)
            return [*kept, (words, style)]
        kept.append((text, style))
        left -= cells
    return kept


def label(comparison: Comparison, article: str) -> str:
    """What an article is called on one line."""
    return one_line(comparison.article(article).label)
