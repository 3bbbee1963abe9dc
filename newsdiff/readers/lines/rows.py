"""The rows of a text, between line breaks, and what their beginnings and ends show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdiff.patterns import lazy_pattern
from newsdiff.quick_dataclass import dataclass
from newsdiff.readers.lines.endings import unspaced_letters

BREAK = lazy_pattern(r"\r*\n|\r|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ROW = lazy_pattern(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_CLOSED = lazy_pattern(r"[.!?…。！？؟۔।॥][\"'”’»“‘)\]}〉》」』›*_\s]*$")
_OPENERS = "\"'“‘«„‚‹([{〈《「『¿¡"
_ITEM = lazy_pattern(r"[•▪‣◦●*►▶]\s|[-–—]\s(?=[A-ZÀ-Þ\d])|\(?\d{1,2}[.)]\s(?=[A-ZÀ-Þ])")
_QUOTED = lazy_pattern(r"(?:>[ \t]?){1,8}|\|(?!.*\|)[ \t]?")

QUOTED_SHARE = 0.6
"""Share of rows with the mark of quoted mail from which the text is one."""
LEAST_QUOTED = 4
"""Rows in a row with that mark from which a part of a text is one."""


@dataclass(frozen=True)
class Row:
    """What stands on one line of a file, without the white space around it."""

    text: str
    breaks: int
    """Line breaks between it and the row above: 1, or 2 and more where blank lines stand between them."""
    indent: int = 0
    """Blanks before it; a tab counts as four."""
    columns: int = 0
    """Its length as it stands in the file, with the white space around it."""

    trails: bool = False
    """Whether white space stands behind it."""

    @property
    def unspaced(self) -> bool:
        """Whether its script puts no blanks between words."""
        return unspaced_letters(self.text[:60]) * 3 > len(self.text[:60])


def cut_rows(text: str) -> list[Row]:
    """All rows that show something, in order."""
    rows: list[Row] = []
    end = 0
    for match in _ROW.finditer(text):
        found = match[0].expandtabs(4)
        if not found.strip():
            continue
        breaks = len(BREAK.findall(text, end, match.start())) if rows else 1
        bare = found.strip()
        rows.append(
            Row(bare, max(breaks, 1), len(found) - len(found.lstrip()), len(found), found[-1].isspace())
        )
        end = match.end()
    return rows


def without_quoting(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows without the ``>`` of quoted mail, or the ``|`` of some programs: where most have it, or
    several in a row. A row that is nothing else is a blank line; one with more of them belongs to a table."""
    marked = [bool(_QUOTED.match(row.text)) for row in rows]
    if not any(marked):
        return rows
    runs = "".join("q" if one else "-" for one in marked)
    quoted = {
        index
        for run in re.finditer("q+", runs)
        if len(run[0]) >= LEAST_QUOTED or (len(run[0]) > 1 and sum(marked) >= QUOTED_SHARE * len(rows))
        for index in range(*run.span())
    }
    if not quoted:
        return rows
    result: list[Row] = []
    blank = 0
    for index, row in enumerate(rows):
        text = _QUOTED.sub("", row.text, count=1).strip() if index in quoted else row.text
        if text:
            result.append(replace(row, text=text, breaks=row.breaks + blank, columns=len(text)))
        blank = 0 if text else blank + row.breaks
    return result


def closes_sentence(text: str) -> bool:
    """Whether a full stop or its like ends it, also inside quotation marks."""
    return bool(_CLOSED.search(text[-40:]))


def opens_small(text: str) -> bool:
    """Whether it goes on in small letters, as nothing does that begins a sentence or a heading."""
    bare = text.lstrip(_OPENERS)
    return bool(bare) and bare[0].islower()


def opens_item(text: str) -> bool:
    """Whether it begins with the mark of a list's item."""
    return bool(_ITEM.match(text))
