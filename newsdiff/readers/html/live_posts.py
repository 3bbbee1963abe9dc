"""The posts of a live blog in metadata and mark-up, where a browser would still load them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsdiff.calendar.display import clock
from newsdiff.patterns import lazy_pattern
from newsdiff.readers.html.page_line import PageLine
from newsdiff.readers.metadata.json_ld import Node, listed
from newsdiff.readers.metadata.publication_time import Published, published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_POSTS = 1_000
SHORTEST = 25
"""Letters of a post by which it is looked for on the page."""

_HAS_CLOCK = lazy_pattern(r"\d{1,2}[:.h]\d\d")
_TAG = lazy_pattern(r"<[^<>]*>")
_BREAK = lazy_pattern(r"\n|<br\s*/?>|</p>|</div>|</li>", re.IGNORECASE)
_NOT_LETTER = lazy_pattern(r"[\W_]+")


def write_clock_times(root: HtmlElement) -> None:
    """Write the clock time behind "3h ago", from the element's own ``datetime``: in a saved page nobody knows
    to which hour it was three."""
    for element in root.iter("time"):
        value = published(element.get("datetime") or "")
        if value.at is not None and len(element) == 0 and not _HAS_CLOCK.search(element.text or ""):
            element.text = f"{(element.text or '').strip()} ({_stamp(value)})".strip()


def unseen_posts(node: Node, shown: Sequence[PageLine]) -> list[PageLine]:
    """The posts in the JSON-LD of a page which shows none of them; else nothing."""
    posts = [post for post in listed(node.get("liveBlogUpdate")) if isinstance(post, dict)][:MOST_POSTS]
    visible = "\n".join(_NOT_LETTER.sub("", line.text) for line in shown)
    bodies = [_paragraphs(post.get("articleBody")) for post in posts]
    if any(
        _NOT_LETTER.sub("", part)[:200] in visible for body in bodies for part in body if len(part) > SHORTEST
    ):
        return []
    return [line for post, body in zip(posts, bodies, strict=True) if body for line in _lines(post, body)]


def _lines(post: Node, body: Sequence[str]) -> Iterator[PageLine]:
    value = published(str(post.get("datePublished") or ""))
    if value.at is not None:
        yield PageLine(_stamp(value), frozenset(("time",)))
    headline = _plain(post.get("headline"))
    if headline and headline != body[0]:
        yield PageLine(headline, frozenset(("h2",)))
    yield from (PageLine(part, frozenset(("p",))) for part in body)


def _paragraphs(value: object) -> list[str]:
    parts = _BREAK.split(value) if isinstance(value, str) else []
    return [plain for part in parts if (plain := _plain(part))]


def _plain(value: object) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", value)).split()) if isinstance(value, str) else ""


def _stamp(value: Published) -> str:
    """``2026-05-02 07:00 UTC+02:00``."""
    at = value.at
    return "" if at is None else f"{value.day} {clock(at) if at.tzinfo else f'{at:%H:%M}'}"
