"""Pages with links to articles instead of an article: section fronts, home pages, search results."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.html.page_line import HEADINGS, PageLine
from newsdiff.readers.metadata.json_ld import Node, is_list

LEAST_HEADLINES = 8
"""Linked headlines from which a page may be a list. Boxes of related stories have up to twenty as well: so
what stands between them decides."""
HEADLINE_WORDS = 4
PROSE_WORDS = 8
"""Words from which a line counts as a headline, and as prose. By judgement: menus are shorter."""
TEASER_LINES = 2
"""Lines of prose in a row that a teaser has at most."""
TEASER_WORDS = 30
"""Words of the longest teaser. By judgement: paragraphs of news have 20 to 60, teasers 8 to 25."""
LEAST_TEASERS = 4
"""Teasers apart from one another that a list with teasers has at least."""
OPENING_WORDS = 40
"""Words of prose above the first linked headline from which the page has a text of its own."""

_AROUND = frozenset(("nav", "header", "footer", "aside"))


def refuse_list(shown: Sequence[PageLine], nodes: list[Node], *, is_article: bool) -> None:
    """Raises UnreadableArticleError (about "the page") for a list of headlines.

    A page that `is_article` by its metadata never is one.
    """
    if is_article:
        return
    inside = [line for line in shown if not line.within & _AROUND]
    marks = [mark for line in inside if (mark := _mark(line))]
    headings = sum(bool(line.within & HEADINGS) for line in inside if _mark(line) == "headline")
    headlines = headings if headings >= LEAST_HEADLINES else marks.count("headline")
    runs = [len(list(run)) for mark, run in groupby(marks) if mark == "prose"]
    if (
        headlines < LEAST_HEADLINES
        or max(runs, default=0) > TEASER_LINES
        or _opening(inside) >= OPENING_WORDS
    ):
        return
    if not runs or len(runs) >= LEAST_TEASERS or is_list(nodes):
        raise UnreadableArticleError(
            "the page",
            f"is a list of {headlines} headlines, not an article",
            "add the pages they lead to, or the site's feed",
        )


def cards(shown: Sequence[PageLine]) -> frozenset[int]:
    """Lines of boxes that lead to other stories: a linked heading with a short teaser, and so on.

    Only where several stand one below the other: a heading may be linked in an article, too. Links amid the
    text without a heading's mark-up are none, and what follows a box without teasers is no teaser.
    """
    found: list[int] = []
    run: list[list[int]] = []
    for index, line in enumerate(shown):
        if line.linked and line.within & HEADINGS and _mark(line) == "headline":
            run.append([index])
        elif run and len(run[-1]) <= TEASER_LINES and len(line.text.split()) <= TEASER_WORDS:
            run[-1].append(index)
        elif run:
            found += _of_cards(run)
            run = []
    return frozenset([*found, *_of_cards(run)])


def _of_cards(run: Sequence[Sequence[int]]) -> list[int]:
    """All lines of a run of cards; its last card is no longer than the longest of the others."""
    if len(run) < LEAST_TEASERS:
        return []
    *others, last = run
    longest = max(len(card) for card in others)
    return [index for card in (*others, last[:longest]) for index in card]


def _mark(line: PageLine) -> str:
    words = len(line.text.split())
    if line.linked:
        return "headline" if words >= HEADLINE_WORDS else ""
    if words >= PROSE_WORDS or (
        words >= HEADLINE_WORDS and line.text.rstrip("\"'”’").endswith((".", "!", "?"))
    ):
        return "prose"
    return ""


def _opening(inside: Sequence[PageLine]) -> int:
    """Words of prose before the first linked headline."""
    words = 0
    for line in inside:
        mark = _mark(line)
        if mark == "headline":
            break
        words += len(line.text.split()) if mark == "prose" else 0
    return words
