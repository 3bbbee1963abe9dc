"""What a page says of itself in JSON-LD: the node of its article, and of what kind the page is."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsdiff.patterns import lazy_pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Node = dict[str, Any]

MOST_NODES = 5_000
"""Nodes of JSON-LD that are looked at; real pages have some dozen."""
SEVERAL = 4
"""Articles of different headlines from which on none of them is the page's own."""
LIVE_BLOG = "LiveBlogPosting"

_ARTICLE_TYPE = lazy_pattern(r"Article$|^(?:LiveBlogPosting|BlogPosting|Report)$")
_WORK_TYPE = lazy_pattern(r"(?:Page|Posting|CreativeWork|Recipe|HowTo)$")
_LISTS = frozenset(("CollectionPage", "ItemList", "SearchResultsPage"))
_OTHERS = frozenset(
    "itemlistelement relatedlink isrelatedto mentions citation haspart ispartof liveblogupdate comment"
    " significantlink about".split()
)
"""Properties that lead to other works than the page's own: stories of a list, posts of a live blog."""
_WRAPPING = lazy_pattern(r"^(?://)?\s*(?:<!--|<!\[CDATA\[)|(?:// ?)?(?:-->|\]\]>)$")


def own_nodes(root: HtmlElement) -> list[Node]:
    """The nodes about the page itself, outermost first. What is not JSON is passed over."""
    found: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", "").lower():
            continue
        try:
            value = json.loads(_WRAPPING.sub("", (script.text or "").strip()), strict=False)
        except (ValueError, RecursionError):
            continue
        found += _nodes(value)
    return found


def article_node(nodes: list[Node]) -> Node | None:
    """The article of the page: a live blog before any other, else the first; None where there are so many
    that they are those of a list."""
    articles = [node for node in nodes if any(_ARTICLE_TYPE.search(kind) for kind in kinds(node))]
    live = next((node for node in articles if LIVE_BLOG in kinds(node)), None)
    if live is None and len({str(node.get("headline")) for node in articles}) >= SEVERAL:
        return None
    return live or next(iter(articles), None)


def page_node(nodes: list[Node]) -> Node | None:
    """The page, or a work on it that is no article by its type, that has a day; None for a list."""
    if is_list(nodes):
        return None
    dated = (node for node in nodes if node.get("datePublished"))
    return next((node for node in dated if any(map(_WORK_TYPE.search, kinds(node)))), None)


def is_list(nodes: list[Node]) -> bool:
    """Whether the page says that it is a collection of other pages."""
    return any(kind in _LISTS for node in nodes for kind in kinds(node))


def kinds(node: Node) -> list[str]:
    """The types of a node, as schema.org calls them."""
    return [kind.rpartition("/")[2] for kind in listed(node.get("@type")) if isinstance(kind, str)]


def listed(value: object) -> list[Any]:
    """A property that may hold one thing or a list of them."""
    return value if isinstance(value, list) else [value]


def _nodes(value: object) -> Iterator[Node]:
    waiting, seen = deque([value]), 0
    while waiting and seen < MOST_NODES:
        one = waiting.popleft()
        seen += 1
        if isinstance(one, dict):
            yield one
            waiting += (value for key, value in one.items() if key.lower() not in _OTHERS)
        elif isinstance(one, list):
            waiting += one
