"""What a page's own metadata says of the article: JSON-LD first, then OpenGraph and its kin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from newsdiff.readers import paywall
from newsdiff.readers.language_of import code_of
from newsdiff.readers.linked_data import LIVE_BLOG, Node, article_node, is_list, kinds, listed
from newsdiff.readers.page_kinds import NOTHING_DECLARED, Declared

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_FACT = 500
"""Code points of a title, a name or an address; what is longer is no such thing."""
_SECOND_LEVEL = frozenset("co com org net gov ac edu".split())
_META = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "byline": ("author", "article:author", "dc.creator", "parsely-author"),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "language"),
}  # fmt: skip
"""The names under which pages tell these things in ``meta``."""
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "date", "dc.date", "pubdate",
)  # fmt: skip


@dataclass(frozen=True)
class PageFacts:
    """What the page tells in metadata, as it is told; None where it does not."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: tuple[str, ...] = ()
    """The surest first; most often ISO 8601 with clock time and zone."""
    url: str | None = None
    language: str | None = None
    """ISO 639-1."""
    is_article: bool = False
    """Whether the page says that it is one."""
    declared: Declared = NOTHING_DECLARED


def page_facts(root: HtmlElement, nodes: list[Node]) -> PageFacts:
    """The facts; of two that disagree JSON-LD wins over ``meta``, and both over the page's attributes."""
    node = article_node(nodes) or {}
    found = _of_node(node)
    metas = _metas(root)
    for ours, theirs in _META.items():
        found.setdefault(ours, next((metas[name] for name in theirs if metas.get(name)), ""))
    found["url"] = _first(
        [link.get("href", "") for link in root.iter("link") if "canonical" in link.get("rel", "").lower()]
    ) or found.get("url", "")
    if not re.match(r"https?://", found["url"]):
        found["url"] = ""
    found["outlet"] = found.get("outlet") or registered_name(found["url"]) or ""
    if found.get("byline", "").startswith("http"):
        found["byline"] = ""
    found["language"] = code_of(root.get("lang") or found.get("language") or "")
    told = (_plain(node.get("datePublished")), *(metas.get(name, "") for name in _PUBLISHED))
    times = (*told, time_element(root))
    return PageFacts(
        **{name: value or None for name, value in found.items()},
        published=tuple(one for one in times if one),
        is_article=bool(node) or (metas.get("og:type", "").lower() == "article" and not is_list(nodes)),
        declared=Declared(
            live=LIVE_BLOG in kinds(node),
            paid=paywall.is_marked(node, metas.get("article:content_tier", "")),
            words=paywall.said_length(node),
        ),
    )


def registered_name(url: str) -> str | None:
    """The name that a site is registered under: ``news.example.co.uk`` -> ``example.co.uk``."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    if not host or re.fullmatch(r"[\d.:]+", host):
        return host or None
    parts = host.split(".")
    count = 3 if len(parts) > 2 and parts[-2] in _SECOND_LEVEL and len(parts[-1]) == 2 else 2
    return ".".join(parts[-count:])


def time_element(root: HtmlElement) -> str:
    """The moment in the ``time`` of the article's own head; empty where none is marked as that.

    It is the one marked as its publication, else the first that stands below the headline in the element
    that holds both, and in no list, figure or aside: those are times of other stories.
    """
    times = [one for one in root.iter("time") if one.get("datetime") and not _is_of_others(one)]
    for one in times:
        if one.get("itemprop") == "datePublished" or "pubdate" in one.attrib:
            return _plain(one.get("datetime"))
    headline = next(root.iter("h1"), None)
    home = (
        next((one for one in headline.iterancestors("article", "main")), None)
        if headline is not None
        else None
    )
    if home is None:
        return ""
    below = [one for one in times if home in one.iterancestors()]
    return _plain(below[0].get("datetime")) if below else ""


def _is_of_others(time: HtmlElement) -> bool:
    if "modified" in (time.get("itemprop") or "").lower() or "update" in (time.get("class") or "").lower():
        return True
    return next(time.iterancestors("aside", "nav", "footer", "figure", "li"), None) is not None


def _metas(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("http-equiv") or "").lower()
        found.setdefault(name, _plain(meta.get("content")))
    return found


def _of_node(node: Mapping[str, Any]) -> dict[str, str]:
    authors = [_name(author) for author in listed(node.get("author"))]
    page = node.get("mainEntityOfPage")
    told = {
        "title": _plain(node.get("headline")),
        "outlet": _name(node.get("publisher")),
        "byline": _plain(", ".join(name for name in authors if name)),
        "url": _plain(page.get("@id") if isinstance(page, dict) else page) or _plain(node.get("url")),
        "language": _name(node.get("inLanguage")),
    }
    return {name: value for name, value in told.items() if value}


def _name(told: object) -> str:
    told = _first(listed(told))
    return _plain(told.get("name") or told.get("alternateName") if isinstance(told, dict) else told)


def _first(told: list[Any]) -> Any:
    return told[0] if told else None


def _plain(told: object) -> str:
    text = " ".join(told.split()) if isinstance(told, str) else ""
    return text if len(text) <= LONGEST_FACT else ""
