"""Texts with wrapped lines: the lines of each paragraph are joined.

A break amid a sentence shows: the line above has no full stop and the line below goes on in small letters. In
a text with one paragraph a line this hardly ever happens, in a broken one at most breaks. From those that are
sure the width and the raggedness of the text are measured, and with them the other breaks are judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from newsdiff.patterns import lazy_pattern
from newsdiff.readers.lines.hyphens import joint, words_of
from newsdiff.readers.lines.rows import (
    Row,
    closes_sentence,
    cut_rows,
    opens_item,
    opens_small,
    without_quoting,
)

WIDEST = 170
"""Columns of the widest line that is looked at; mail breaks at 65 to 80, PDF at 40 to 130."""

NARROWEST = 24
"""Columns of a line from which a break below it counts as evidence: menus and tags are shorter."""

LEAST_SURE = 2
"""Breaks amid a sentence that a broken text has at least."""

SURE_SHARE = 0.25
"""Their share of all breaks in a broken text. Prose wrapped at a width has .6 to .9 in English, .5 in German;
a dump with one paragraph a line has none."""

PART_SHARE = 0.5
"""The same for a part between blank lines, in a file that is not broken as a whole."""

CUT_SHARE = 0.85
"""Share of lines of one and the same length from which they were cut there, words and all."""

DEEPEST = 12
"""Columns of the deepest indent that counts; what is set further in is centred."""

PAGE_BREAKS = 4
"""Line breaks up to which a page may have ended between two lines; beyond them something else begins."""

ROWS_A_STOP = 8
"""Lines among which a text that has full stops has one at least."""

LEAST_CUT = 4
"""Lines from which they are known to be cut."""

ROWS_MARKED = 14
"""Lines a paragraph has on average, at most, where blank lines are taken to stand between paragraphs."""

_STOP = lazy_pattern(r"[.!?…](?=\W|$)|[。！？؟।]")
_PAGE_NUMBER = lazy_pattern(
    r"(?i)(?:(?:page|seite|página|pagina) |p\. ?|[-–—] ?)?\d{1,4}(?: ?(?:/|of|von|sur|de|-) ?\d{0,4})?"
    r"(?: ?[-–—])?"
)


class Unwrapped(NamedTuple):
    """A text with one line a paragraph, and what was done to it, in words; None where nothing was."""

    text: str
    remark: str | None = None


class Paragraph(NamedTuple):
    """Rows that belong together, and their text as one line."""

    rows: tuple[Row, ...]
    text: str


class _Shape(NamedTuple):
    """How the lines of a text are broken."""

    width: int
    """Columns that nearly all lines keep to."""
    ragged: int
    """Columns by which a line may fall short although the next word would have fitted."""
    usual: int
    """The same for half of the lines."""
    marked: bool
    """Whether blank lines or indents stand between paragraphs."""
    indent: int
    """Blanks from which a line is indented, to open a paragraph; 0 where none is."""
    cut: bool
    """Whether words were cut at the width, without a hyphen."""


def unwrapped(text: str) -> Unwrapped:
    """The text with broken lines joined; the very text where a line is a paragraph. Linear in its length."""
    rows = cut_rows(text)
    bare = without_quoting(rows)
    paragraphs, width = paragraphs_of(_single_spaced(bare), words_of(text))
    if width:
        return Unwrapped(
            _written(paragraphs), f"its lines were broken at about {width} columns: they were joined"
        )
    if bare is not rows:
        return Unwrapped(_written(paragraphs), "the marks of quoted mail were removed")
    return Unwrapped(text)


def paragraphs_of(rows: Sequence[Row], words: frozenset[str]) -> tuple[list[Paragraph], int]:
    """The rows with those of one paragraph joined, and the width at which they were broken; 0 for none.

    `words` are those of the whole text: they say how a word that was divided is written.
    """
    shape = _shape(rows, SURE_SHARE)
    if shape is not None:
        return list(_by_shape(rows, shape, words)), shape.width
    result: list[Paragraph] = []
    width = 0
    for part in _parts(rows):
        own = _shape(part, PART_SHARE) if len(part) > 2 else None
        result += map(_alone, part) if own is None else _by_shape(part, own, words)
        width = max(width, own.width if own else 0)
    return result, width


def is_broken(paragraph: str) -> bool:
    """Whether the lines of what may be one paragraph go on in one another, at most breaks that are there."""
    pairs = list(pairwise(cut_rows(paragraph)))
    return 2 * sum(_is_amid(*pair) and opens_small(pair[1].text) for pair in pairs) >= len(pairs)


def _written(paragraphs: Sequence[Paragraph]) -> str:
    return "".join(
        "\n" * (min(one.rows[0].breaks, 2) if number else 0) + one.text
        for number, one in enumerate(paragraphs)
    )


def _alone(row: Row) -> Paragraph:
    return Paragraph((row,), row.text)


def _parts(rows: Sequence[Row]) -> Iterator[list[Row]]:
    part: list[Row] = []
    for row in rows:
        if part and row.breaks > 1:
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _single_spaced(rows: Sequence[Row]) -> Sequence[Row]:
    """Where a blank line stands below every line, the breaks count as if it did not."""
    near = [row for row in rows[1:] if row.breaks <= 2]
    amid = sum(row.breaks == 2 and _is_amid(above, row) for above, row in pairwise(rows))
    if sum(row.breaks == 1 for row in near) > amid or amid < max(LEAST_SURE, SURE_SHARE * len(near)):
        return rows
    if ROWS_A_STOP * sum(bool(_STOP.search(row.text)) for row in rows) < len(rows):
        return rows  # nobody set full stops: that a line has none says nothing
    return [replace(row, breaks=max(row.breaks - 1, 1)) if row.breaks <= PAGE_BREAKS else row for row in rows]


def _is_amid(above: Row, row: Row) -> bool:
    """Whether the break between the two is surely amid a sentence."""
    if not NARROWEST <= len(above.text) <= WIDEST or opens_item(row.text):
        return False
    return not closes_sentence(above.text) and (
        opens_small(row.text) or above.text.endswith((",", "，", "、"))
    )


def _shape(rows: Sequence[Row], share: float) -> _Shape | None:
    """How the rows are broken; None where a row is a paragraph."""
    inner = [
        (above, row)
        for above, row in pairwise(rows)
        if row.breaks == 1 and NARROWEST <= len(above.text) <= WIDEST
    ]
    cut = _is_cut(inner)
    sure = inner if cut else [pair for pair in inner if _is_amid(*pair)] or _of_full_rows(inner)
    if len(sure) < LEAST_SURE or len(sure) < share * len(inner):
        return None
    lengths = sorted(_length(above) for above, _ in sure)
    width = lengths[min(len(lengths) - 1, len(lengths) * 19 // 20)]
    slacks = sorted(_slack(above, row, width) for above, row in sure)
    indent = _indent(rows)
    return _Shape(
        width,
        max(0, slacks[len(slacks) * 9 // 10 if len(slacks) > 9 else len(slacks) - 1]),
        max(0, slacks[len(slacks) // 2]),
        bool(indent) or _is_marked(rows),
        indent,
        cut,
    )


def _is_cut(inner: Sequence[tuple[Row, Row]]) -> bool:
    counts = Counter(above.columns for above, _ in inner)
    if len(inner) < LEAST_CUT or any("  " in above.text for above, _ in inner):
        return False  # lines that are filled up with blanks keep their words
    usual, times = counts.most_common(1)[0]
    alike = times + counts[usual - 1]
    return times >= len(inner) // 2 and alike >= CUT_SHARE * len(inner)


def _of_full_rows(inner: Sequence[tuple[Row, Row]]) -> list[tuple[Row, Row]]:
    """In scripts without small letters: the breaks without a stop below rows that are full."""
    widest = max((_length(above) for above, _ in inner), default=0)
    return [
        (above, row)
        for above, row in inner
        if row.text[0].isalpha()
        and not (row.text[0].isupper() or row.text[0].islower())
        and not closes_sentence(above.text)
        and _slack(above, row, widest) < 0
    ]


def _slack(above: Row, row: Row, width: int) -> int:
    """Columns that the next word would have left free in the row above; below zero where it did not fit."""
    word = 0 if row.unspaced else len(row.text.split(maxsplit=1)[0])
    return width - (_length(above) + 1 + word)


def _length(row: Row) -> int:
    """Columns of a row with its indent, which takes room from its words."""
    return len(row.text) + min(row.indent, DEEPEST)


def _is_marked(rows: Sequence[Row]) -> bool:
    sizes = [len(part) for part in _parts(rows)]
    several = [size for size in sizes if size > 1]
    return len(several) >= 2 and sum(several) <= ROWS_MARKED * len(several)


def _indent(rows: Sequence[Row]) -> int:
    """Blanks from which a row opens a paragraph: where some rows are indented, and far from all."""
    if len(rows) < 6:
        return 0
    least = min(row.indent for row in rows[1:])
    deep = [row for row in rows[1:] if row.indent >= least + 2]
    return least + 2 if 2 <= len(deep) <= 0.4 * len(rows) else 0


def _by_shape(rows: Sequence[Row], shape: _Shape, words: frozenset[str]) -> Iterator[Paragraph]:
    """The rows, those of one paragraph joined; a page number amid a sentence comes after it."""
    own, text, passed = [rows[0]], [rows[0].text], list[Row]()
    for number, row in enumerate(rows[1:], 1):
        if _is_page_number(row, own[-1], rows[number + 1 : number + 2], shape):
            passed.append(row)
            continue
        if _goes_on_overleaf(own[-1], row, shape) if passed else _runs_on(rows, number, own[-1], row, shape):
            off, between = _joint(own[-1], row, shape, words)
            text[-1] = text[-1][: len(text[-1]) - off]
            own.append(row)
            text += (between, row.text)
        else:
            yield Paragraph(tuple(own), "".join(text))
            yield from map(_alone, passed)
            own, text, passed = [row], [row.text], []
    yield Paragraph(tuple(own), "".join(text))
    yield from map(_alone, passed)


def _is_page_number(row: Row, above: Row, below: Sequence[Row], shape: _Shape) -> bool:
    return (
        bool(_PAGE_NUMBER.fullmatch(row.text))
        and 1 < row.breaks <= PAGE_BREAKS
        and bool(below)
        and 1 < below[0].breaks <= PAGE_BREAKS
        and _goes_on_overleaf(above, below[0], shape)
    )


def _goes_on_overleaf(above: Row, row: Row, shape: _Shape) -> bool:
    """Whether a page ended between the two, amid a sentence."""
    is_full = not closes_sentence(above.text) and _slack(above, row, shape.width) <= shape.ragged
    return _is_amid(above, row) or (is_full and len(above.text) >= NARROWEST)


def _runs_on(rows: Sequence[Row], number: int, above: Row, row: Row, shape: _Shape) -> bool:
    """Whether the row goes on with the paragraph of the one above it."""
    if len(above.text) > WIDEST or opens_item(row.text):
        return False
    slack = _slack(above, row, shape.width)
    if row.breaks > 1:  # a page ended amid a sentence
        return (
            row.breaks <= PAGE_BREAKS
            and _is_amid(above, row)
            and opens_small(row.text)
            and slack <= shape.ragged
        )
    if shape.cut:
        return above.columns >= shape.width - 1
    if shape.indent and row.indent >= shape.indent > above.indent:
        return False
    if closes_sentence(above.text):
        return slack <= (shape.ragged if shape.marked else shape.usual if shape.usual else -1)
    if _is_amid(above, row):
        return True
    if number == 1 and not _heads_alone(rows):
        return False
    return slack <= 2 * shape.ragged


def _heads_alone(rows: Sequence[Row]) -> bool:
    """Whether the first rows are a headline of several lines: without a stop, and a blank line below."""
    first = next(_parts(rows[:4]), [])
    return len(first) < 4 and len(first) < len(rows) and not closes_sentence(first[-1].text)


def _joint(above: Row, row: Row, shape: _Shape, words: frozenset[str]) -> tuple[int, str]:
    """What goes from the end of the row above, and what stands between the two."""
    if shape.cut:
        return 0, " " if above.columns < shape.width or above.trails or row.indent > 0 else ""
    if row.unspaced and above.unspaced:
        return 0, ""
    return joint(above.text, row.text, words)
