"""Text to lines of prose: one per paragraph, whether the file wraps its lines or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from newsdiff.patterns import lazy_pattern
from newsdiff.readers.endings import ends_like_prose, sentence_count, word_count

WIDEST_WRAP = 100
"""Columns: a text with longer lines does not wrap its paragraphs. Mail and news agencies wrap at 65 to 80."""

FULL_LINES = 0.8
"""Share of lines that must be full for a text to count as wrapped; headings and last lines are not."""

LONGEST_SIGNATURE = 450
"""Code points at the end of a line among which the names of those who reported and edited are looked for."""

_LINE = lazy_pattern(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
_STAMP = lazy_pattern(
    r"(?:date|published|updated|posted)\s{0,3}:?\s{0,3}\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d\S{0,12})?(?=\s+\S)",
    re.I,
)
_SIGNATURE = lazy_pattern(
    r"\((?:[A-Za-z]{2,8}/){1,5}[A-Za-z]{2,12}\)$|(?<=[.!?\"”’»] )\([A-Z]{2,5}\)$"
    r"|(?<=[.!?\"”’»] )\((?:[A-Z]\w{2,10} )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)"
    r" (?:in [\w ]{2,30} )?by [^()]{3,400}\)$"
)


@dataclass(frozen=True)
class Line:
    """A stretch of prose in the source: most often one line of the file, several where the file wraps."""

    start: int
    end: int
    text: str
    touches_above: bool
    """No blank line stands between this line and the one before it."""
    prose: bool = False
    """Known to be prose by its mark-up, however it ends: an item of a list, a quotation."""

    @cached_property
    def words(self) -> int:
        """Number of words."""
        return word_count(self.text)

    @cached_property
    def finished(self) -> bool:
        """Whether it ends as a sentence does, not as a headline or a caption."""
        return self.prose or ends_like_prose(self.text)

    @cached_property
    def sentences(self) -> int:
        """Roughly how many sentences begin in it; at least one."""
        return sentence_count(self.text)

    @property
    def blank(self) -> bool:
        """Whether it holds nothing that can be seen: a byte order mark, zero-width characters."""
        return not self.text.strip(_INVISIBLE + " \t")


def cut_lines(text: str) -> list[Line]:
    """All non-blank text as lines, in order, each without the white space around it."""
    spans = _split_glued(text, _unwrap(text, list(_visible_spans(text))))
    lines: list[Line] = []
    last_end: int | None = None
    for start, end in spans:
        gap = text[last_end:start] if last_end is not None else "\n\n"
        lines.append(Line(start, end, text[start:end], _is_one_break(gap)))
        last_end = end
    return lines


def _is_one_break(gap: str) -> bool:
    return gap.replace("\r\n", "\n").count("\n") <= 1


def _visible_spans(text: str) -> Iterator[tuple[int, int]]:
    if text.startswith("\ufeff"):
        yield 0, 1
    for match in _LINE.finditer(text):
        start, end = trimmed(text, max(match.start(), int(text.startswith("\ufeff"))), match.end())
        if start < end:
            yield start, end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends; empty at `start` when there is nothing else."""
    piece = text[start:end]
    kept = piece.strip()
    if not kept:
        return start, start
    start += len(piece) - len(piece.lstrip())
    return start, start + len(kept)


def _unwrap(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join lines that a fixed width has broken: a line is full when the next word would not have fitted."""
    width = _wrap_width(text, spans)
    if width is None:
        return spans
    joined: list[tuple[int, int]] = []
    previous: tuple[int, int] | None = None
    for span in spans:
        if previous is not None and _runs_on(text, previous, span, width):
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
        previous = span
    return joined


def _wrap_width(text: str, spans: Sequence[tuple[int, int]]) -> int | None:
    """The column at which the text is wrapped, None where a line is a paragraph."""
    width = max((end - start for start, end in spans), default=0)
    if width > WIDEST_WRAP:
        return None
    inner = [(a, b) for a, b in pairwise(spans) if _is_one_break(text[a[1] : b[0]])]
    full = sum(_runs_on(text, a, b, width) for a, b in inner)
    return width if len(inner) >= 4 and full >= FULL_LINES * len(inner) else None


def _runs_on(text: str, a: tuple[int, int], b: tuple[int, int], width: int) -> bool:
    first_word = text[b[0] : b[1]].split(maxsplit=1)[0]
    return _is_one_break(text[a[1] : b[0]]) and a[1] - a[0] + 1 + len(first_word) > width


def _split_glued(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Cut off what pages glue to a line: a date before the headline, an agency's signature at the end."""
    for start, end in spans:
        stamp = _STAMP.match(text, start, end)
        if stamp:
            yield stamp.span()
            start, end = trimmed(text, stamp.end(), end)
        signature = _signature(text, start, end)
        if signature and signature.start() > start:
            yield trimmed(text, start, signature.start())
            start = signature.start()
        yield start, end


def _signature(text: str, start: int, end: int) -> re.Match[str] | None:
    if text[end - 1] != ")":
        return None
    return _SIGNATURE.search(text, max(start, end - LONGEST_SIGNATURE), end)
