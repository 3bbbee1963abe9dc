"""Paragraphs of a page whose lines stand apart: broken by ``<br>``, within ``<pre>``, each in an element."""

from __future__ import annotations

from newsdiff.readers.html.page_line import NEW_ELEMENT, PageLine, Shown
from newsdiff.readers.lines.hyphens import words_of
from newsdiff.readers.lines.rows import Row, closes_sentence, opens_small
from newsdiff.readers.lines.wrapping import paragraphs_of

LEAST_AMID = 4
AMID_SHARE = 0.3
"""Breaks amid a sentence between elements of one line each, in number and as a share, from which a program
put each line of a text into one."""


def as_lines_of_one(lines: list[PageLine], beside: dict[int, int]) -> list[PageLine]:
    """The lines of a page that each have an element of their own, as lines of one element."""
    amid = sum(
        breaks == 1 and opens_small(lines[number].text) and not closes_sentence(lines[number - 1].text)
        for number, breaks in beside.items()
    )
    if amid < LEAST_AMID or amid < AMID_SHARE * sum(breaks == 1 for breaks in beside.values()):
        return lines
    return [
        line._replace(breaks=beside[number]) if number in beside else line
        for number, line in enumerate(lines)
    ]


def unbroken(shown: Shown) -> Shown:
    """The page with each paragraph that ``<br>`` or ``<pre>`` broke into lines joined into one line."""
    lines = shown.lines
    if all(line.breaks == NEW_ELEMENT for line in lines):
        return shown
    rows = [Row(line.text, line.breaks, line.indent, len(line.text)) for line in lines]
    paragraphs, width = paragraphs_of(rows, words_of("\n".join(line.text for line in lines)))
    if not width:
        return shown
    number_of = {id(row): number for number, row in enumerate(rows)}
    whole: list[PageLine] = []
    place = [0] * len(lines)
    for paragraph in paragraphs:
        numbers = [number_of[id(row)] for row in paragraph.rows]
        for number in numbers:
            place[number] = len(whole)
        linked = all(lines[number].linked for number in numbers)
        whole.append(lines[numbers[0]]._replace(text=paragraph.text, linked=linked))
    return Shown(whole, [(place[start], place[end - 1] + 1) for start, end in shown.parts])
