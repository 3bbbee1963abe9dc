"""A saved page as an article: what trafilatura takes for the article is body text, the rest becomes noise.
Nothing here reaches the network."""

from __future__ import annotations

import itertools
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from newsdiff.model import Block
from newsdiff.patterns import lazy_pattern
from newsdiff.readers.errors import NoArticleError, UnreadableArticleError
from newsdiff.readers.files.plain_text import read_text
from newsdiff.readers.html.article_lines import (
    AROUND,
    HEADING_WORDS,
    SENTENCE_WORDS,
    article_lines,
    as_line,
    is_prose,
    reads_as_sentence,
)
from newsdiff.readers.html.day_near_headline import DaysPrinted, days_printed
from newsdiff.readers.html.index_pages import cards, refuse_list
from newsdiff.readers.html.live_posts import unseen_posts, write_clock_times
from newsdiff.readers.html.page_line import HEADINGS, PageLine, squeezed
from newsdiff.readers.html.page_lines import page_lines
from newsdiff.readers.html.page_metadata import PageFacts, page_facts
from newsdiff.readers.html.page_titles import is_site, plain
from newsdiff.readers.html.walls import wall
from newsdiff.readers.lines.line import Line
from newsdiff.readers.lines.line_roles import (
    BYLINE,
    CAPTION,
    DUPLICATE,
    NAVIGATION,
    PARAGRAPH,
    SUBHEADING,
    TIMESTAMP,
    TITLE,
    LineRole,
)
from newsdiff.readers.lines.page_kinds import blocks_of, by_kind
from newsdiff.readers.lines.position import STANDFIRST_WORDS
from newsdiff.readers.lines.role_assignment import judge
from newsdiff.readers.lines.wording import role_by_words
from newsdiff.readers.metadata.article_metadata import metadata_of
from newsdiff.readers.metadata.json_ld import article_node, own_nodes
from newsdiff.readers.metadata.printed_dates import is_time_stamp, update_day
from newsdiff.readers.metadata.publication_time import Published, day_in_address, published, reconciled
from newsdiff.readers.parsed_page import ArticleMetadata, ParsedPage

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST_PAGE = 5_000_000
"""Code points. The extractor takes a second of CPU time for a megabyte; news pages have 50 kB to 1 MB."""
MOST_LINES = 5_000
"""Lines of a page up to which the article is looked for among them; a page with more is a list."""
CELLS = frozenset(("td", "th"))
LISTED = CELLS | {"li"}
LEAST_FOUND = 500
"""Code points that may make an article though most of its page is something else: comments, other stories."""
SHARE_OF_MUCH, SHARE_FOUND = 0.25, 0.5
"""Share of the sentences of a page from which so many do, and from which fewer do."""
PAGES_A_CACHE = 100
"""Pages after which the extractor's caches are emptied: each time takes as long as a page."""
_PAGES = itertools.count(1)

_UNREAD = "//script[not(contains(@type, 'json'))] | //style | //svg"
"""Elements without readable text; the extractor would copy them several times before it drops them."""
_LIST_HEAD = lazy_pattern(r"#?\d{1,3}[.):]\s|Q\s?[:.]\s|Step \d|Day \d")
"""Items of a numbered list and questions of an interview, which some pages set as headings."""
OUTSIDE = LineRole("noise", "outside the article")
NOT_FOUND = "no article was recognised on the page: its lines were judged one by one"
BYLINE_WORDS = 12
"""Words of the longest line with who wrote the article."""
LONGEST_COPY = 520
"""Code points of a line that may be the headline or the byline once more."""
NEAR_ABOVE, NEAR_BELOW = 25, 12
"""Lines above and below the article in which its byline, stamp and signature stand."""
STANDFIRST_PASSED = 4
"""Lines between the headline and its standfirst: who wrote it, when, and what shares it."""


def read_html(text: str) -> ParsedPage:
    """Blocks of the page's visible text, which the reading brings along, and what its metadata says.

    Raises UnreadableArticleError (about "the page") for what is too large to be a page, for a list of
    headlines, and for a page that shows nothing: libxml2 drops what is nested thousands deep.
    """
    if len(text) > LARGEST_PAGE:
        raise UnreadableArticleError(
            "the page", f"has {len(text) / 1e6:.0f} MB; it is not an article", "save the article alone"
        )
    root = _parsed(text)
    if root is None:
        return read_text(text)
    held = list(root.iter())  # each walk over the page would make these objects of Python anew
    nodes = own_nodes(root)
    facts = page_facts(root, nodes)
    if facts.declared.live:
        write_clock_times(root)
    for unread in root.xpath(_UNREAD):
        unread.drop_tree()
    page = page_lines(root)
    shown = page.lines
    if not shown:
        raise UnreadableArticleError(
            "the page", "shows no text, or is nested too deeply", "save its text as .txt and read that"
        )
    _refuse_wall(root, shown)
    refuse_list(shown, nodes, is_article=facts.is_article)
    title = facts.title
    prose = [len(shown) <= MOST_LINES and is_prose(line) for line in shown]
    sentences = sum(len(line.text) for line in itertools.compress(shown, prose))
    held.clear()
    body = _extracted(root, sentences) if len(shown) <= MOST_LINES else []
    others = frozenset[int]() if facts.declared.live else cards(shown)
    in_article = article_lines(page, body, others, prose)
    if facts.declared.live:
        unseen = unseen_posts(article_node(nodes) or {}, shown)
        shown += unseen
        in_article += ["time" not in line.within for line in unseen]
    lines = _placed(shown, in_article)
    given = _said_again(shown, in_article, body)
    headline = _headline(shown, title, facts)
    given |= _by_mark_up(shown, lines, in_article, headline, facts) if any(in_article) else {}
    line_roles, kinds = by_kind(lines, judge(lines, given=given, title=title), title, facts.declared)
    text = "\n\n".join(line.text for line in shown)
    blocks = blocks_of(lines, line_roles)
    declared = root.get("lang") or root.get("xml:lang") or ""
    printed = days_printed(shown, in_article, headline, declared)
    known = _over(metadata_of(text, blocks, title, facts.language), facts, printed)
    remarks = (*kinds, *_update_remark(facts, text, blocks, known.published))
    return ParsedPage(blocks, known, text, remarks if any(in_article) else (*remarks, NOT_FOUND))


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


def _refuse_wall(root: HtmlElement, shown: Sequence[PageLine]) -> None:
    """Raises NoArticleError (about "the page") for what stands in the article's place."""
    titles = [plain(element.text_content()) for element in root.iter("title", "h1")]
    found = wall(titles, [line.text for line in shown if not line.within & AROUND])
    if found is not None:
        raise NoArticleError(
            "the page", f"is {found}, not an article", "open it in a browser and save the article"
        )


def _extracted(root: HtmlElement, sentences: int) -> list[str]:
    """The paragraphs of the article as trafilatura sees them; empty where it sees none. `sentences`: code
    points of what reads as sentences on the page.

    The strict way is quick and right more often, and at times finds nothing, or a box beside the article.
    Where it finds little and leaves out most of what reads as sentences, the thorough way is asked too.
    """
    strict = _asked(root, strict=True)
    found = _letters(strict)
    if found >= (SHARE_OF_MUCH if found >= LEAST_FOUND else SHARE_FOUND) * sentences:
        return strict
    thorough = _asked(root, strict=False)
    measure = _sentence_letters if found >= LEAST_FOUND else _letters
    return strict if measure(strict) >= SHARE_FOUND * measure(thorough) else thorough


def _letters(paragraphs: Sequence[str]) -> int:
    return sum(map(len, paragraphs))


def _sentence_letters(paragraphs: Sequence[str]) -> int:
    """Those in what reads as sentences: what else a thorough look adds are headlines of other stories."""
    return sum(len(one) for one in paragraphs if reads_as_sentence(one.strip(), SENTENCE_WORDS))


def _asked(root: HtmlElement, *, strict: bool) -> list[str]:
    """The paragraphs that trafilatura finds."""
    for chatty in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(chatty).setLevel(logging.CRITICAL + 1)  # our own messages say what is wrong
    from trafilatura import bare_extraction
    from trafilatura.meta import reset_caches

    try:
        found: Any = bare_extraction(
            root, fast=strict, favor_precision=strict, include_comments=False, with_metadata=False
        )
    except Exception:  # the extractor meets whatever strangers have put on a page
        return []
    finally:
        if next(_PAGES) % PAGES_A_CACHE == 0:
            reset_caches()
    return [line for line in (getattr(found, "text", None) or "").split("\n") if line.strip()]


def _placed(shown: Sequence[PageLine], in_article: Sequence[bool]) -> list[Line]:
    lines, position = [], 0
    for line, body in zip(shown, in_article, strict=True):
        lines.append(Line(position, position + len(line.text), line.text, touches_above=False, prose=body))
        position += len(line.text) + 2
    return lines


def _said_again(
    shown: Sequence[PageLine], in_article: Sequence[bool], body: Sequence[str]
) -> dict[int, LineRole]:
    """Lines of the article that stand on the page more than once and are no copies all the same: the others
    stand outside of the article, or the extractor has it as often."""
    times, found, seen = Counter(line.text for line in shown), Counter(body), Counter[str]()
    given = {}
    for index, (line, one) in enumerate(zip(shown, in_article, strict=True)):
        if one and times[line.text] > 1:
            seen[line.text] += 1
            if seen[line.text] <= max(1, found[line.text]) and role_by_words(as_line(line.text)) is None:
                given[index] = PARAGRAPH
    return given


def _by_mark_up(
    shown: Sequence[PageLine],
    lines: Sequence[Line],
    in_article: Sequence[bool],
    headline: int | None,
    facts: PageFacts,
) -> dict[int, LineRole]:
    """What the mark-up says: the headline, headings, captions, and all that is outside the article."""
    given: dict[int, LineRole] = {}
    is_live = facts.declared.live
    inside = range(in_article.index(True), len(in_article) - in_article[::-1].index(True))
    standfirst = _standfirst(shown, lines, in_article, headline)
    copies = {squeezed(facts.title or ""): DUPLICATE, squeezed(facts.byline or ""): BYLINE}
    copies.pop("", None)
    for index, (page_line, line) in enumerate(zip(shown, lines, strict=True)):
        if index == headline:
            given[index] = TITLE
        elif index == standfirst:
            given[index] = PARAGRAPH
        elif (copied := copies.get(squeezed(line.text[:LONGEST_COPY]))) is not None:
            given[index] = copied
        elif in_article[index] or (is_live and index in inside and _is_heading(page_line, line)):
            line_role = _inside(page_line, line)
            if line_role is not None:
                given[index] = line_role
        else:
            is_near = inside.start - NEAR_ABOVE <= index < inside.stop + NEAR_BELOW
            given[index] = _outside(page_line, line, is_near=is_near)
    return given


def _inside(page_line: PageLine, line: Line) -> LineRole | None:
    """What the mark-up says of a line of the article; None where the line's own words and place decide."""
    if line.words <= BYLINE_WORDS:
        head = role_by_words(as_line(line.text))
        if head in (BYLINE, TIMESTAMP):
            return head
        if is_time_stamp(line.text) and not page_line.within & CELLS:
            return TIMESTAMP
    if page_line.within & HEADINGS and role_by_words(line) is None:
        is_text = reads_as_sentence(line.text, HEADING_WORDS) or _LIST_HEAD.match(line.text)
        return PARAGRAPH if is_text else SUBHEADING
    if "figcaption" in page_line.within:
        return CAPTION
    if page_line.within & LISTED and role_by_words(line) is None:
        return PARAGRAPH  # items may well be alike
    return None


def _is_heading(page_line: PageLine, line: Line) -> bool:
    """The heading of a post, which the extractor may take for a link to another story."""
    return bool(page_line.within & HEADINGS) and not page_line.linked and role_by_words(line) is None


def _standfirst(
    shown: Sequence[PageLine], lines: Sequence[Line], in_article: Sequence[bool], headline: int | None
) -> int | None:
    """The line below the headline that reports news, though the extractor drops it at times, and though it
    may stand outside the article's element. Further down it must be a sentence."""
    if headline is None:
        return None
    for index in range(headline + 1, min(headline + 2 + STANDFIRST_PASSED, len(shown))):
        if in_article[index] and not shown[index].within & HEADINGS:
            return None
        is_next = index == headline + 1
        if _may_be_standfirst(shown[index], lines[index]) and (
            is_next or reads_as_sentence(lines[index].text, STANDFIRST_WORDS)
        ):
            return index
    return None


def _may_be_standfirst(page_line: PageLine, line: Line) -> bool:
    return (
        line.words >= STANDFIRST_WORDS
        and not page_line.linked
        and not page_line.within & {"nav", "footer", "aside", "figcaption", "li"}
        and not is_time_stamp(line.text)
        and role_by_words(line) is None
    )


def _headline(shown: Sequence[PageLine], title: str | None, facts: PageFacts) -> int | None:
    """The line that has the title as a heading; else the first of the first rank that names no site."""
    headed = [index for index, line in enumerate(shown) if line.within & HEADINGS]
    copies = [index for index in headed if title and squeezed(shown[index].text) == squeezed(title)]
    tops = [index for index in headed if "h1" in shown[index].within]
    site = [name for name in (facts.outlet, facts.url) if name]
    named = [index for index in tops if not is_site(shown[index].text, site)]
    return next(iter([*(index for index in copies if index in tops), *copies, *named]), None)


def _outside(page_line: PageLine, line: Line, *, is_near: bool) -> LineRole:
    """What a line beside the article is; its words are asked only near it, where it may be the byline."""
    if "figcaption" in page_line.within:
        return CAPTION
    if page_line.within & AROUND:
        return NAVIGATION
    if is_time_stamp(line.text):
        return TIMESTAMP
    by_words = role_by_words(line) if is_near else None
    return by_words if by_words is not None and by_words.role != "paragraph" else OUTSIDE


def _over(guessed: ArticleMetadata, facts: PageFacts, printed: DaysPrinted) -> ArticleMetadata:
    """Metadata of the page, completed by what its text shows."""
    seen = Published(guessed.published, guessed.published_at)
    in_text = (printed.at_headline, seen, printed.behind)
    less_sure = map(published, facts.perhaps_published)
    moment = reconciled([*map(published, facts.published), day_in_address(facts.url), *in_text, *less_sure])
    return replace(
        guessed,
        title=facts.title or guessed.title,
        outlet=facts.outlet or guessed.outlet,
        byline=facts.byline or guessed.byline,
        published=moment.day,
        published_at=moment.at,
        url=facts.url,
    )


def _update_remark(facts: PageFacts, text: str, blocks: Sequence[Block], day: date | None) -> tuple[str, ...]:
    """The remark on an update on another day than that of publication."""
    printed = (text[one.start : one.end] for one in blocks if one.reason == "timestamp")
    days = [*(in_article.day for in_article in map(published, facts.updated)), *map(update_day, printed)]
    updated = next((one for one in days if one is not None), None)
    if updated is None or day is None or updated <= day:
        return ()
    return (f"last updated on {updated}",)
