"""A saved page as an article: what trafilatura takes for the article is body text, the rest stays in the
noise lane. Nothing here reaches the network."""

from __future__ import annotations

import copy
import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newsdiff.model import Block
from newsdiff.patterns import lazy_pattern
from newsdiff.readers.about import about
from newsdiff.readers.cleaning import judge
from newsdiff.readers.dates import is_time_stamp
from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.lines import Line
from newsdiff.readers.linked_data import article_node, own_nodes
from newsdiff.readers.list_pages import cards, refuse_list
from newsdiff.readers.live_posts import tell_clock_times, unseen_posts
from newsdiff.readers.moments import Published, published, reconciled
from newsdiff.readers.page_facts import PageFacts, page_facts
from newsdiff.readers.page_kinds import by_kind
from newsdiff.readers.page_lines import PageLine, page_lines
from newsdiff.readers.position import STANDFIRST_WORDS
from newsdiff.readers.reading import About, Reading
from newsdiff.readers.text import read_text
from newsdiff.readers.verdicts import CAPTION, NAVIGATION, PARAGRAPH, SUBHEADING, TIMESTAMP, TITLE, Verdict
from newsdiff.readers.wording import told_by_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST_PAGE = 5_000_000
"""Code points. The extractor takes a second of CPU time for a megabyte; news pages have 50 kB to 1 MB."""
MOST_LINES = 5_000
"""Lines of a page up to which the article is looked for among them; a page with more is a list."""
SHORTEST_PIECE = 25
"""Letters from which a line counts as body text when it is only a part of a paragraph of the extractor's."""

OUTSIDE = Verdict("noise", "outside the article")
NOT_FOUND = "no article was recognised on the page: its lines were judged one by one"
_SQUEEZED = lazy_pattern(r"[\W_]+")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_AROUND = frozenset(("nav", "header", "footer"))


def read_html(text: str) -> Reading:
    """Blocks of the page's visible text, which the reading brings along, and what its metadata says.

    Raises UnreadableArticleError (about "the page") for what is too large to be a page, for a list of
    headlines, and for a page that shows nothing: libxml2 drops what is nested thousands deep.
    """
    if len(text) > LARGEST_PAGE:
        raise UnreadableArticleError(
            "the page", f"has {len(text) / 1e6:.0f} MB, it is no article", "save the article alone"
        )
    root = _parsed(text)
    if root is None:
        return read_text(text)
    nodes = own_nodes(root)
    facts = page_facts(root, nodes)
    if facts.declared.live:
        tell_clock_times(root)
    shown = page_lines(root)
    if not shown:
        raise UnreadableArticleError(
            "the page", "shows no text, or is nested too deeply", "save its text as .txt and read that"
        )
    refuse_list(shown, nodes, is_article=facts.is_article)
    title = facts.title or next((line.text for line in shown if "h1" in line.within), None)
    body = _extracted(root) if len(shown) <= MOST_LINES else []
    wanted = _Body(body)
    others = frozenset[int]() if facts.declared.live else cards(shown)
    told = [index not in others and wanted.holds(line.text) for index, line in enumerate(shown)]
    if facts.declared.live:
        unseen = unseen_posts(article_node(nodes) or {}, shown)
        shown += unseen
        told += ["time" not in line.within for line in unseen]
    lines = _placed(shown, told)
    given = _by_mark_up(shown, lines, told, title, is_live=facts.declared.live) if any(told) else {}
    verdicts, kinds = by_kind(lines, judge(lines, given=given, title=title), title, facts.declared)
    plain = "\n\n".join(line.text for line in shown)
    blocks = tuple(
        Block("", verdict.role, line.start, line.end, verdict.reason)
        for line, verdict in zip(lines, verdicts, strict=True)
    )
    remarks = kinds if any(told) else (*kinds, NOT_FOUND)
    return Reading(blocks, _over(about(plain, blocks, title, facts.language), facts), plain, remarks)


def _parsed(text: str) -> HtmlElement | None:
    from lxml import etree, html

    try:
        data = text.replace("\x00", "").encode("utf-8", "replace")
        parser = html.HTMLParser(
            huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8"
        )
        found: HtmlElement | None = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return found


def _extracted(root: HtmlElement) -> list[str]:
    """The paragraphs of the article as trafilatura sees them; empty where it sees none."""
    for chatty in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(chatty).setLevel(
            logging.CRITICAL + 1
        )  # what is wrong with a page we tell ourselves
    from trafilatura import bare_extraction
    from trafilatura.meta import reset_caches

    try:
        for strictly in (
            True,
            False,
        ):  # the strict way is right more often, and at times finds nothing at all
            found: Any = bare_extraction(
                copy.deepcopy(root), favor_precision=strictly, include_comments=False, with_metadata=False
            )
            text = getattr(found, "text", None) or ""
            if text.strip():
                return [line for line in text.split("\n") if line.strip()]
    except Exception:  # the extractor meets whatever strangers have put on a page
        return []
    finally:
        reset_caches()
    return []


class _Body:
    """The extractor's paragraphs, asked line by line; it joins and splits what a page shows as lines."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._whole = {_squeezed(paragraph) for paragraph in paragraphs} - {""}
        self._all = "\n".join(_squeezed(paragraph) for paragraph in paragraphs)

    def holds(self, line: str) -> bool:
        squeezed = _squeezed(line)
        return squeezed in self._whole or (len(squeezed) >= SHORTEST_PIECE and squeezed in self._all)


def _squeezed(text: str) -> str:
    return _SQUEEZED.sub("", text).casefold()


def _placed(shown: Sequence[PageLine], told: Sequence[bool]) -> list[Line]:
    lines, position = [], 0
    for line, body in zip(shown, told, strict=True):
        lines.append(Line(position, position + len(line.text), line.text, touches_above=False, prose=body))
        position += len(line.text) + 2
    return lines


def _by_mark_up(
    shown: Sequence[PageLine],
    lines: Sequence[Line],
    told: Sequence[bool],
    title: str | None,
    *,
    is_live: bool,
) -> dict[int, Verdict]:
    """What the mark-up says: the headline, headings, captions, and all that is outside the article."""
    given: dict[int, Verdict] = {}
    headline = _headline(shown, title)
    inside = range(told.index(True), len(told) - told[::-1].index(True))
    for index, (page_line, line) in enumerate(zip(shown, lines, strict=True)):
        if index == headline:
            given[index] = TITLE
        elif told[index] or (is_live and index in inside and _is_heading(page_line, line)):
            if page_line.within & _HEADINGS and told_by_words(line) is None:
                given[index] = SUBHEADING
            elif "figcaption" in page_line.within:
                given[index] = CAPTION
        elif _is_standfirst(page_line, line, index, headline):
            given[index] = PARAGRAPH
        else:
            given[index] = _outside(page_line, line)
    return given


def _is_heading(page_line: PageLine, line: Line) -> bool:
    """The heading of a post, which the extractor may take for a link to another story."""
    return bool(page_line.within & _HEADINGS) and not page_line.linked and told_by_words(line) is None


def _is_standfirst(page_line: PageLine, line: Line, index: int, headline: int | None) -> bool:
    """Right below the headline: it tells news, though the extractor drops it at times."""
    return (
        headline is not None
        and index == headline + 1
        and line.words >= STANDFIRST_WORDS
        and not page_line.linked
        and not page_line.within & (_AROUND | {"aside", "figcaption", "li"})
        and not is_time_stamp(line.text)
        and told_by_words(line) is None
    )


def _headline(shown: Sequence[PageLine], title: str | None) -> int | None:
    tops = [index for index, line in enumerate(shown) if "h1" in line.within]
    copies = [index for index in tops if title and _squeezed(shown[index].text) == _squeezed(title)]
    return next(iter(copies or tops), None)


def _outside(page_line: PageLine, line: Line) -> Verdict:
    if "figcaption" in page_line.within:
        return CAPTION
    if is_time_stamp(line.text):
        return TIMESTAMP
    by_words = told_by_words(line)
    if by_words is not None and by_words.role != "paragraph":
        return by_words
    return NAVIGATION if page_line.within & _AROUND else OUTSIDE


def _over(guessed: About, facts: PageFacts) -> About:
    """The page's metadata over what its text lets guess."""
    seen = Published(guessed.published, guessed.published_at)
    moment = reconciled([*map(published, facts.published), seen])
    return replace(
        guessed,
        title=facts.title or guessed.title,
        outlet=facts.outlet or guessed.outlet,
        byline=facts.byline or guessed.byline,
        published=moment.day,
        published_at=moment.at,
        url=facts.url,
    )
