"""Which lines of a page are its article's: those that the extractor found, and the prose among them.

The extractor drops at times a link within a paragraph, a paragraph that is a link as a whole, text in an
element without a paragraph's mark-up, a lead that is set as a heading. So a line need not stand in its text
word for word, and what stands inside the article and reads as sentences belongs to it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from statistics import median

from newsdiff.readers.html.page_line import HEADINGS, PageLine, Shown, squeezed
from newsdiff.readers.lines.line import Line
from newsdiff.readers.lines.rows import closes_sentence
from newsdiff.readers.lines.wording import role_by_words
from newsdiff.readers.metadata.printed_dates import is_time_stamp

SHORTEST_PIECE = 25
"""Letters from which a line counts as body text when it is only a part of a paragraph of the extractor's."""
GRAM = 4
GRAM_SHARE = 0.6
"""Share of a line's runs of four words that stand in the extractor's text, from which it is the article's."""
GRAM_WORDS = 8
"""Words of a line from which that share means something."""
SENTENCE_WORDS = 5
"""Words from which a line that ends in a full stop reads as a sentence of the article."""
LINKED_WORDS = 12
"""The same where all of it is a link: headlines of other stories are shorter, or have no stop."""
HEADING_WORDS = 12
"""The same in a heading, which a lead may be set as."""
HOME_SHARE = 0.85
"""Share of the article's letters that its element holds."""
HOME_FILLED = 0.6
"""Share of the letters in that element which are the article's, from which prose at its ends is, too: else it
is the whole page, with comments and what not."""
PASSED = 2
"""Lines between the article's last line and prose behind it: a picture with its caption."""

NEAR = 3
"""Lines above and below the article's long ones in which its short ones stand: headings, times of posts."""
_WORD = re.compile(r"\w+")
AROUND = frozenset(("nav", "header", "footer"))
_ELSEWHERE = AROUND | {"aside", "figcaption"}


def article_lines(
    shown: Shown, paragraphs: Sequence[str], others: frozenset[int], prose: Sequence[bool]
) -> list[bool]:
    """For each line, whether it is the article's: `paragraphs` are the extractor's, `others` lines that are
    known to be of other stories, `prose` says of each line whether it `is_prose`."""
    found = _Found(paragraphs)
    in_article = [
        index not in others and not _is_listed_link(line) and found.holds(line.text)
        for index, line in enumerate(shown.lines)
    ]
    if not any(in_article):
        return in_article
    in_article = _without_strays(shown, in_article)
    for index in _prose_among(shown, in_article, others, prose):
        in_article[index] = True
    return in_article


def _is_listed_link(line: PageLine) -> bool:
    """An item of a list that leads elsewhere as a whole, and is no sentence: a headline of another story."""
    return line.linked and "li" in line.within and not closes_sentence(line.text)


def reads_as_sentence(text: str, least: int) -> bool:
    """Whether a line closes as a sentence does, and has at least so many words."""
    return closes_sentence(text) and not text.endswith("?") and len(text.split()) >= least


class _Found:
    """The extractor's paragraphs, asked line by line; it joins and splits what a page shows as lines."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._whole = {squeezed(paragraph) for paragraph in paragraphs} - {""}
        self._all = "\n".join(squeezed(paragraph) for paragraph in paragraphs)
        self._grams = _grams(" ".join(paragraphs))

    def holds(self, line: str) -> bool:
        letters = squeezed(line)
        if letters in self._whole or (len(letters) >= SHORTEST_PIECE and letters in self._all):
            return True
        if len(line) < 2 * GRAM_WORDS - 1:
            return False
        grams = _grams(line)
        return len(grams) > GRAM_WORDS - GRAM and len(grams & self._grams) >= GRAM_SHARE * len(grams)


def _grams(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


def _without_strays(shown: Shown, in_article: list[bool]) -> list[bool]:
    """Without short lines above, below and beside the article that have the words of one in it: menus, and
    boxes that name the story once more."""
    lines = shown.lines
    firm = [
        one and len(squeezed(line.text)) >= SHORTEST_PIECE
        for line, one in zip(lines, in_article, strict=True)
    ]
    if not any(firm):
        return in_article
    first, last, level = _first(firm), _last(firm), _level(shown, firm)
    return [
        one and (firm[index] or (first - NEAR <= index <= last + NEAR and lines[index].asides <= level))
        for index, one in enumerate(in_article)
    ]


def _first(in_article: Sequence[bool]) -> int:
    return in_article.index(True)


def _last(in_article: Sequence[bool]) -> int:
    return len(in_article) - 1 - in_article[::-1].index(True)


def _level(shown: Shown, in_article: Sequence[bool]) -> int:
    """How many elements named as beside the text stand around the article itself: on some pages one does."""
    return int(median(line.asides for line, one in zip(shown.lines, in_article, strict=True) if one))


def _prose_among(
    shown: Shown, in_article: Sequence[bool], others: frozenset[int], prose: Sequence[bool]
) -> list[int]:
    """Lines within the article that read as sentences, and those that go on with it in its own element."""
    first, last, level = _first(in_article), _last(in_article), _level(shown, in_article)

    def is_left_out(index: int) -> bool:
        beside = index in others or in_article[index] or shown.lines[index].asides > level
        return prose[index] and not beside

    among = [*filter(is_left_out, range(first, last))]
    (start, end), (_, farther) = _homes(shown, in_article, prose, level)
    if start == end:
        return [*among, *_goes_on(shown, last, range(last + 1, farther), is_left_out)]
    headline = next((i for i in range(first, start - 1, -1) if "h1" in shown.lines[i].within), start)
    below = _in_a_row(range(last + 1, end), is_left_out)
    return [
        *among,
        *below,
        *_goes_on(shown, last, range(end, farther), is_left_out),
        *_in_a_row(range(first - 1, headline, -1), is_left_out),
    ]


def _in_a_row(indices: Iterable[int], is_left_out: Callable[[int], bool]) -> list[int]:
    found, passed = list[int](), 0
    for index in indices:
        if is_left_out(index):
            found.append(index)
            passed = 0
        else:
            passed += 1
        if passed > PASSED:
            break
    return found


def _goes_on(
    shown: Shown, last: int, indices: Iterable[int], is_left_out: Callable[[int], bool]
) -> list[int]:
    """Paragraphs set as the article's last line is, in a part of the page that follows its own element, up to
    another story."""
    kind = shown.lines[last].within

    def leads_elsewhere(index: int) -> bool:
        line = shown.lines[index]
        return line.linked or bool(line.within & (HEADINGS | AROUND))

    own = itertools.takewhile(lambda index: not leads_elsewhere(index), indices)
    return _in_a_row(own, lambda index: shown.lines[index].within == kind and is_left_out(index))


def is_prose(line: PageLine) -> bool:
    """Whether a line reads as a sentence of an article, wherever it stands."""
    if line.within & _ELSEWHERE or is_time_stamp(line.text):
        return False
    least = SENTENCE_WORDS
    if line.linked:
        least = LINKED_WORDS
    elif line.within & HEADINGS:
        least = HEADING_WORDS
    return reads_as_sentence(line.text, least) and role_by_words(as_line(line.text)) is None


def as_line(text: str) -> Line:
    """A line without a position, for rules that look at its words."""
    return Line(0, len(text), text, touches_above=False)


def _homes(
    shown: Shown, in_article: Sequence[bool], prose: Sequence[bool], level: int
) -> tuple[tuple[int, int], tuple[int, int]]:
    """The smallest element that holds nearly all of the article, and the largest one that holds little but
    prose besides: of each its first line, and the one after its last. Both numbers are 0 where much else
    stands in it.
    """
    own, likely, letters = [0], [0], [0]
    for line, one, reads in zip(shown.lines, in_article, prose, strict=True):
        length = len(line.text)
        own.append(own[-1] + one * length)
        likely.append(likely[-1] + (one or (line.asides <= level and reads)) * length)
        letters.append(letters[-1] + length)

    def filled(part: tuple[int, int], by: Sequence[int]) -> bool:
        start, end = part
        return by[end] - by[start] >= HOME_FILLED * (letters[end] - letters[start])

    homes = [part for part in shown.parts if own[part[1]] - own[part[0]] >= HOME_SHARE * own[-1]]
    homes.sort(key=lambda part: part[1] - part[0])
    smallest = next(iter(homes), (0, 0))
    return (
        smallest if filled(smallest, own) else (0, 0),
        next((part for part in reversed(homes) if filled(part, likely)), (0, 0)),
    )
