"""Quotation marks paired inside one paragraph: every style, odd counts, glued marks, apostrophes, inches."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from newsdiff.patterns import lazy_pattern

_DOUBLE = lazy_pattern("[\"“”„‟«»＂]|``|''")
_SINGLE = lazy_pattern("[‘’‚‹›'](?!')")
_ELISION = lazy_pattern(
    r"(?:em|til|tis|twas|cause|cos|bout|round|n|neath|nother|tude|kay)\b|\d\ds?\b(?!['’])", re.I
)
_INCHES = lazy_pattern(r"\d['’′]\s?\d{1,2}$")
_FEET_OR_INCHES = lazy_pattern(r"\d$")
_SENTENCE_END = lazy_pattern(r"[.!?…](?=\s|$)")
_PLURAL_POSSESSIVE = lazy_pattern(r"[a-z]s$|in$")
_LOWER_AFTER = lazy_pattern(r"\s[a-z]")
_BEFORE_OPENING = " \t\n\u00a0\u2009\u202f([{—–-/“„«\"'‘"
_BEFORE_OPENING_SINGLE = _BEFORE_OPENING + ":;,"
"""Single marks have no other sign of opening; double ones glued to a word are paired by their number."""
LONGEST_SINGLE = 3000
"""Code points looked ahead for the closing mark of a single-quoted span."""


class QuotedSpan(NamedTuple):
    """A quotation with its marks, by offsets into the text. `closed` is false where no mark ends it."""

    start: int
    end: int
    closed: bool = True


class _Mark(NamedTuple):
    start: int
    end: int
    text: str


class Pairing:
    """Pairs the marks of one block [start, end) of `text`.

    `carried` says that the paragraph before left a quotation open; `continued` that the next one begins
    with an opening mark, as a quotation of several paragraphs does.
    """

    def __init__(
        self, text: str, start: int, end: int, carried: bool = False, continued: bool = False
    ) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._carried = carried
        self._continued = continued
        self._doubles = [_Mark(m.start(), m.end(), m.group()) for m in _DOUBLE.finditer(text, start, end)]
        self._double_starts = [mark.start for mark in self._doubles]

    def spans(self) -> list[QuotedSpan]:
        """All quotations of the block in order; they do not overlap (inner ones belong to the outer)."""
        doubles = self._double_spans()
        singles = self._single_spans(doubles)
        merged = [
            span
            for span in doubles
            if not any(one.start < span.start and span.end <= one.end for one in self._around(singles, span))
        ]
        starts = [span.start for span in merged]
        outer = [span for span in singles if not self._crosses(merged, starts, span)]
        return sorted((*merged, *outer), key=lambda span: span.start)

    @staticmethod
    def _crosses(doubles: list[QuotedSpan], starts: list[int], single: QuotedSpan) -> bool:
        """Whether a single-quoted span ends inside a double-quoted one: then its marks were apostrophes."""
        index = bisect_right(starts, single.end - 1) - 1
        return index >= 0 and single.start < doubles[index].end and doubles[index].end > single.end - 1

    @staticmethod
    def _around(singles: list[QuotedSpan], span: QuotedSpan) -> list[QuotedSpan]:
        index = bisect_right(singles, span.start, key=lambda one: one.start)
        return singles[max(0, index - 1) : index]

    # --- double marks

    def _double_spans(self) -> list[QuotedSpan]:
        found: list[QuotedSpan] = []
        opened: _Mark | None = None
        for index, mark in enumerate(self._doubles):
            if self._is_measure(mark, opened):
                continue
            if opened is None:
                if self._can_open(mark):
                    opened = mark
                elif self._carried and not found:
                    found.append(QuotedSpan(self._start, mark.end, False))
            elif self._closes(mark, opened, index):
                found.append(QuotedSpan(opened.start, mark.end))
                opened = None
            else:
                self._add_unclosed(found, opened, mark.start)
                opened = mark
        if opened is not None:
            self._add_unclosed(found, opened, self._end)
        return [span for span in found if self._has_words(span)]

    def _is_measure(self, mark: _Mark, opened: _Mark | None) -> bool:
        """Whether a straight mark stands for inches: 6'2", 27" wide."""
        if mark.text != '"':
            return False
        before = self._text[max(self._start, mark.start - 6) : mark.start]
        if _INCHES.search(before):
            return True
        return opened is None and bool(_FEET_OR_INCHES.search(before)) and not self._after(mark).isalnum()

    def _can_open(self, mark: _Mark) -> bool:
        if mark.text in ("“", "„", "‟", "«", "``"):
            return True
        after = self._after(mark)
        if mark.text in ("”", "»", "''"):
            return self._before(mark) in _BEFORE_OPENING and not after.isspace()
        # A straight mark opens wherever something follows it in the block, glued to the word before or not,
        # unless it looks like nothing but a closing one while an earlier paragraph is still open.
        looks_closing = self._before(mark) not in _BEFORE_OPENING and not after.isalnum()
        return not looks_closing or (not self._carried and self._another_follows(mark))

    def _another_follows(self, mark: _Mark) -> bool:
        index = bisect_right(self._double_starts, mark.start)
        return (len(self._doubles) - index) % 2 == 1

    def _closes(self, mark: _Mark, opened: _Mark, index: int) -> bool:
        text = mark.text
        if text in ("”", "''"):
            return True
        if text == "»":
            return True
        if text == "«":
            return opened.text == "»"
        looks_opening = self._before(mark) in _BEFORE_OPENING and not self._after(mark).isspace()
        if text == "“":
            return opened.text == "„" or not looks_opening
        if text in ("„", "‟", "``"):
            return False
        return not (looks_opening and (len(self._doubles) - index - 1) % 2 == 1)

    def _add_unclosed(self, found: list[QuotedSpan], opened: _Mark, limit: int) -> None:
        """An opening mark without a closing one: to the end of the paragraph it covers, else one sentence."""
        before = self._text[self._start : opened.start].rstrip()
        whole = limit == self._end and (not before or before.endswith(":") or self._continued)
        end = limit
        if not whole:
            if self._before(opened) not in _BEFORE_OPENING or self._after(opened).isspace():
                return
            stop = _SENTENCE_END.search(self._text, opened.end, limit)
            end = stop.end() if stop else limit
        while end > opened.end and self._text[end - 1].isspace():
            end -= 1
        found.append(QuotedSpan(opened.start, end, False))

    # --- single marks

    def _single_spans(self, doubles: list[QuotedSpan]) -> list[QuotedSpan]:
        marks = [
            _Mark(m.start(), m.end(), m.group()) for m in _SINGLE.finditer(self._text, self._start, self._end)
        ]
        opening = [self._opens_single(mark) for mark in marks]
        if not any(opening):
            return []
        closing = [mark.start for mark in marks if self._can_close_single(mark)]
        found: list[QuotedSpan] = []
        index, starts = 0, [span.start for span in doubles]
        while index < len(marks):
            mark = marks[index]
            if not opening[index] or self._inside(doubles, starts, mark.start):
                index += 1
                continue
            next_closing = bisect_right(closing, mark.start)
            reachable = next_closing < len(closing) and closing[next_closing] - mark.start <= LONGEST_SINGLE
            closer = self._closing_single(marks, opening, index) if reachable else None
            if closer is None:
                if mark.start == self._start and self._continued and mark.text in "‘'":
                    found.append(QuotedSpan(mark.start, self._trimmed(self._end), False))
                    break
                index += 1
                continue
            found.append(QuotedSpan(mark.start, marks[closer].end))
            index = closer + 1
        return [span for span in found if self._has_words(span)]

    @staticmethod
    def _inside(spans: list[QuotedSpan], starts: list[int], position: int) -> bool:
        index = bisect_right(starts, position) - 1
        return index >= 0 and spans[index].start < position < spans[index].end

    def _opens_single(self, mark: _Mark) -> bool:
        if mark.text in "’›":
            return False
        after = self._after(mark)
        if self._before(mark) not in _BEFORE_OPENING_SINGLE or after.isspace() or after in ",.;:!?)]}":
            return False
        return not (mark.text in "'‘" and _ELISION.match(self._text, mark.end))

    def _can_close_single(self, mark: _Mark) -> bool:
        if mark.text in "‘‚‹":
            return False
        return not self._before(mark).isspace() and not self._after(mark).isalnum()

    def _closing_single(self, marks: list[_Mark], opening: list[bool], index: int) -> int | None:
        """The index of the mark that closes the one at `index`; an inner quotation is stepped over."""
        depth, doubtful, last = 0, None, None
        for position in range(index + 1, len(marks)):
            mark = marks[position]
            if mark.start - marks[index].start > LONGEST_SINGLE:
                break
            if opening[position]:
                if doubtful is not None:
                    return doubtful
                depth += 1
            elif self._can_close_single(mark):
                last = position
                if depth:
                    depth -= 1
                elif not self._may_be_possessive(mark):
                    return position
                elif doubtful is None:
                    doubtful = position
        return doubtful if doubtful is not None else last

    def _may_be_possessive(self, mark: _Mark) -> bool:
        """Whether the mark may be the apostrophe of "the players' union" or "doin' it"."""
        before = self._text[max(self._start, mark.start - 3) : mark.start]
        return bool(_PLURAL_POSSESSIVE.search(before) and _LOWER_AFTER.match(self._text, mark.end))

    # --- neighbours

    def _before(self, mark: _Mark) -> str:
        return self._text[mark.start - 1] if mark.start > self._start else " "

    def _after(self, mark: _Mark) -> str:
        return self._text[mark.end] if mark.end < self._end else " "

    def _trimmed(self, end: int) -> int:
        while end > self._start and self._text[end - 1].isspace():
            end -= 1
        return end

    def _has_words(self, span: QuotedSpan) -> bool:
        return any(letter.isalnum() for letter in self._text[span.start : span.end])


def begins_quotation(text: str, start: int) -> bool:
    """Whether a paragraph begins with a mark that can open a quotation."""
    return text[start : start + 1] in tuple("\"“„«»‘'＂") or text.startswith("``", start)
