"""Rules on repetition: doubled captions and paragraphs, teasers in the article's words, galleries, pull
quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdiff.patterns import lazy_pattern
from newsdiff.readers.lines.line import Line
from newsdiff.readers.lines.line_roles import CAPTION, DUPLICATE, LineRole

SHORTEST_DOUBLE = 40
"""Code points from which a finished line that comes twice is a duplicate; a short answer ("No comment.") may
really have been given twice."""

TEASER_SHARED = 0.6
"""Share of an unfinished line's word triples that also stand in one other line for it to be a teaser of that
line. Teasers of real pages share 0.7 and more; two lines on one matter rarely 0.3."""

GALLERY_ITEMS = 4
GALLERY_WORDS = 3
"""A gallery is at least so many lines in a row that open with at least so many equal words, each followed by
a new sentence. Prose repeats an opening twice or three times at most."""

MOST_LINES = 5_000
"""Lines up to which teasers are looked for; no article has more, and the index would grow for nothing."""

_LABEL = lazy_pattern(
    r"^\W{0,3}(?:image|photo|picture|video|caption|file)\s?(?:caption)?\s?:\s*", re.IGNORECASE
)
_DATELINE = lazy_pattern(
    r"^[A-ZÀ-Þ][A-ZÀ-Þ .,'’-]{2,30}(?:, [A-Z][\w. ]{2,20})?(?: \([\w /]{2,20}\))? [—–-]{1,2} "
)
_NOT_WORD = lazy_pattern(r"\W+")
PULLED_WORDS = (6, 60)
"""Words of a pull quote. A shorter sentence may really be said twice."""
MOST_LOOKED_AT = 50
"""Lines with the same three words that are looked at."""

Where = dict[tuple[str, ...], list[int]]


def repeated(lines: Sequence[Line]) -> dict[int, LineRole]:
    """Index of each line that repeats another, with its role. The first of equal lines is kept."""
    found = dict.fromkeys(doubles(lines), DUPLICATE)
    for index in _teasers(lines):
        found.setdefault(index, DUPLICATE)
    for index in _galleries(lines):
        found.setdefault(index, CAPTION)
    return found


def doubles(lines: Sequence[Line], shortest: int = SHORTEST_DOUBLE) -> list[int]:
    """Indices of the lines that have stood before word for word, labels like "Image:" and datelines aside.

    Finished lines count from `shortest` code points on.
    """
    seen: set[str] = set()
    result = []
    for index, line in enumerate(lines):
        key = _NOT_WORD.sub(" ", _DATELINE.sub("", _LABEL.sub("", line.text), count=1)).strip().casefold()
        if not key:
            continue
        if key in seen and (not line.finished or len(line.text) >= shortest):
            result.append(index)
        seen.add(key)
    return result


def _teasers(lines: Sequence[Line]) -> list[int]:
    """Unfinished lines whose words stand, nearly in this order, in a finished line."""
    if len(lines) > MOST_LINES:
        return []
    where: dict[tuple[str, ...], list[int]] = {}
    for index, line in enumerate(lines):
        if line.finished:
            for triple in triples(line.text):
                where.setdefault(triple, []).append(index)
    return [index for index, line in enumerate(lines) if not line.finished and _is_teaser(line, where)]


def _is_teaser(line: Line, where: dict[tuple[str, ...], list[int]]) -> bool:
    own = triples(line.text[:600])
    shared: dict[int, int] = {}
    for triple in own:
        for index in where.get(triple, ())[:50]:
            shared[index] = shared.get(index, 0) + 1
    return len(own) >= 4 and max(shared.values(), default=0) >= TEASER_SHARED * len(own)


def triples(text: str) -> list[tuple[str, ...]]:
    """All runs of three words in the beginning of a text, each once."""
    words = _NOT_WORD.sub(" ", text[:4_000]).casefold().split()
    return sorted(set(zip(words, words[1:], words[2:], strict=False)))


def _galleries(lines: Sequence[Line]) -> list[int]:
    """Runs of lines with one opening: "Photos: The parade Dancers …", "Photos: The parade A float …"."""
    result: list[int] = []
    run: list[int] = []
    for index in range(1, len(lines)):
        if _shared_opening(lines[index - 1].text, lines[index].text):
            run = [*run, index] if run else [index - 1, index]
            continue
        result += run if len(run) >= GALLERY_ITEMS else []
        run = []
    return result + (run if len(run) >= GALLERY_ITEMS else [])


def _shared_opening(a: str, b: str) -> bool:
    """Whether both begin with the same words and go on with a capital letter, as a new sentence does."""
    first, second = a[:300].split(), b[:300].split()
    shared = 0
    while shared < min(len(first), len(second)) and first[shared] == second[shared]:
        shared += 1
    if shared < GALLERY_WORDS or shared >= min(len(first), len(second)):
        return False
    return all(
        not words[shared][0].islower() and words[shared - 1][-1] not in ".," for words in (first, second)
    )


_MARKS = ("“", '"', "«", "„")
_SIGNED_QUOTATION = lazy_pattern(
    rf"(?P<quotation>[{''.join(_MARKS)}][^“\"«„]{{3,400}}[.!?,…]\s?[”\"»“])"
    r"\s?(?:[–—]|--?)\s?[A-ZÀ-Þ][^.!?@“”\"]{2,80}$"
)


def signed_quotation(text: str) -> re.Match[str] | None:
    """A line that is a quotation with its speaker behind a dash: it needs no stop."""
    return _SIGNED_QUOTATION.match(text) if text.startswith(_MARKS) else None


def pull_quotes(lines: Sequence[Line], line_roles: Sequence[LineRole | None]) -> dict[int, LineRole]:
    """Finished lines that a longer line of the text holds word for word."""
    words = [_bare(line.text) for line in lines] if len(lines) <= MOST_LINES else []
    where = _where(words, line_roles)
    for index, line in enumerate(lines[: len(words)]):
        if signed := signed_quotation(line.text):
            words[index] = _bare(signed["quotation"])
    return {
        index: DUPLICATE
        for index, said in enumerate(words)
        if line_roles[index] is None
        and (lines[index].finished or signed_quotation(lines[index].text))
        and PULLED_WORDS[0] <= lines[index].words <= PULLED_WORDS[1]
        and any(
            len(words[other]) > len(said) and said in words[other] for other in _beside(index, said, where)
        )
    }


def _bare(text: str) -> str:
    return f" {_NOT_WORD.sub(' ', text).strip().casefold()} "


def _where(words: Sequence[str], line_roles: Sequence[LineRole | None]) -> Where:
    """The lines of the text in which each run of three words stands."""
    where: Where = {}
    for index, said in enumerate(words):
        if line_roles[index] is None:
            for triple in triples(said):
                where.setdefault(triple, []).append(index)
    return where


def _beside(index: int, said: str, where: Where) -> list[int]:
    first = tuple(said.split()[:3])
    return [other for other in where.get(first, ())[:MOST_LOOKED_AT] if other != index]
