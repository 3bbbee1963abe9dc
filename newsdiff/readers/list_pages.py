"""Pages that hold no article but lead to many: section fronts, home pages, lists of results."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.linked_data import Node, kinds
from newsdiff.readers.page_lines import PageLine

LEAST_HEADLINES = 8
"""Linked headlines from which a page may be a list. Boxes of related stories have up to twenty as well: so
what stands between them decides."""
HEADLINE_WORDS = 4
PROSE_WORDS = 8
"""Words from which a line counts as a headline, and as prose. By judgement: menus are shorter."""
TEASER_LINES = 2
"""Lines of prose in a row that a teaser has at most."""
LEAST_TEASERS = 4
"""Teasers apart from one another that a list with teasers has at least."""
OPENING_WORDS = 40
"""Words of prose above the first linked headline from which the page has a text of its own."""

_LISTS = frozenset(("CollectionPage", "ItemList", "SearchResultsPage"))
_AROUND = frozenset(("nav", "header", "footer", "aside"))


def refuse_list(shown: Sequence[PageLine], nodes: Sequence[Node], *, is_article: bool) -> None:
    """Raises UnreadableArticleError (about "the page") for a list of headlines.

    A page that `is_article` by its metadata never is one.
    """
    if is_article:
        return
    inside = [line for line in shown if not line.within & _AROUND]
    marks = [mark for line in inside if (mark := _mark(line))]
    headlines = marks.count("headline")
    runs = [len(list(run)) for mark, run in groupby(marks) if mark == "prose"]
    declared = any(kind in _LISTS for node in nodes for kind in kinds(node))
    if (
        headlines < LEAST_HEADLINES
        or max(runs, default=0) > TEASER_LINES
        or _opening(inside) >= OPENING_WORDS
    ):
        return
    if not runs or len(runs) >= LEAST_TEASERS or declared:
        raise UnreadableArticleError(
            "the page",
            f"is a list of {headlines} headlines, no article",
            "add the pages they lead to, or the site's feed",
        )


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
