"""Text to lines of prose, one for each line of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from newsdiff.patterns import lazy_pattern
from newsdiff.quick_dataclass import dataclass
from newsdiff.readers.lines.endings import ends_like_prose, sentence_count, word_count
from newsdiff.readers.lines.rows import BREAK

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
    r"|(?<=[.!?\"”’»] )(?:Additional reporting|Reporting) by [A-ZÀ-Þ][^.!?]{3,200}\.?$"
    r"|(?<=[.!?\"”’»] )\((?:[A-Z]\w{2,10} )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)"
    r" (?:in [\w ]{2,30} )?by [^()]{3,400}\)$"
)


@dataclass(frozen=True)
class Line:
    """A stretch of prose in the source: most often one line of the file."""

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
    spans = _split_glued(text, _visible_spans(text))
    lines: list[Line] = []
    last_end: int | None = None
    for start, end in spans:
        gap = text[last_end:start] if last_end is not None else "\n\n"
        lines.append(Line(start, end, text[start:end], len(BREAK.findall(gap)) <= 1))
        last_end = end
    return lines


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


def _split_glued(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
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
    if text[end - 1] != ")" and "eporting by " not in text[max(start, end - LONGEST_SIGNATURE) : end]:
        return None
    return _SIGNATURE.search(text, max(start, end - LONGEST_SIGNATURE), end)
