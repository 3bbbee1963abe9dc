"""Pull quotes: what a page shows apart although its text says it, too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdiff.readers.lines import Line
from newsdiff.readers.repetition import MOST_LINES, triples
from newsdiff.readers.verdicts import DUPLICATE, Verdict

PULLED_WORDS = (6, 60)
"""Words of a pull quote. A shorter sentence may really be said twice."""
MOST_LOOKED_AT = 50
"""Lines with the same three words that are looked at."""

_NOT_WORD = re.compile(r"\W+")

Where = dict[tuple[str, ...], list[int]]


def pull_quotes(lines: Sequence[Line], verdicts: Sequence[Verdict | None]) -> dict[int, Verdict]:
    """Finished lines that a longer line of the text holds word for word."""
    words = [_bare(line.text) for line in lines] if len(lines) <= MOST_LINES else []
    where = _where(words, verdicts)
    return {
        index: DUPLICATE
        for index, said in enumerate(words)
        if verdicts[index] is None
        and lines[index].finished
        and PULLED_WORDS[0] <= lines[index].words <= PULLED_WORDS[1]
        and any(
            len(words[other]) > len(said) and said in words[other] for other in _beside(index, said, where)
        )
    }


def _bare(text: str) -> str:
    return f" {_NOT_WORD.sub(' ', text).strip().casefold()} "


def _where(words: Sequence[str], verdicts: Sequence[Verdict | None]) -> Where:
    """The lines of the text in which each run of three words stands."""
    where: Where = {}
    for index, said in enumerate(words):
        if verdicts[index] is None:
            for triple in triples(said):
                where.setdefault(triple, []).append(index)
    return where


def _beside(index: int, said: str, where: Where) -> list[int]:
    first = tuple(said.split()[:3])
    return [other for other in where.get(first, ())[:MOST_LOOKED_AT] if other != index]
