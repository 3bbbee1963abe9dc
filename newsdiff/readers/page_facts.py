"""What a page's own metadata says of the article: JSON-LD first, then OpenGraph and its kin."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_FACT = 500
"""Code points of a title, a name or an address; what is longer is no such thing."""
MOST_NODES = 5_000
"""Nodes of JSON-LD that are looked at; real pages have some dozen."""

_ARTICLE_TYPE = re.compile(r"Article$|^(?:LiveBlogPosting|BlogPosting|Report)$")
_SECOND_LEVEL = frozenset("co com org net gov ac edu".split())
_META = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "byline": ("author", "article:author", "dc.creator", "parsely-author"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
        "date", "dc.date", "pubdate",
    ),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "language"),
}  # fmt: skip
"""The names under which pages tell these things in ``meta``."""


@dataclass(frozen=True)
class PageFacts:
    """What the page tells in metadata, as it is told; None where it does not."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    """ISO 8601, most often with clock time and zone."""
    url: str | None = None
    language: str | None = None
    """ISO 639-1."""


def page_facts(root: HtmlElement) -> PageFacts:
    """The facts; of two that disagree JSON-LD wins over ``meta``, and both over the page's attributes."""
    found = _linked_data(root)
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
    language = root.get("lang") or found.get("language") or ""
    found["language"] = language.lower().replace("_", "-").split("-")[0]
    if not re.fullmatch("[a-z]{2,3}", found["language"]):
        found["language"] = ""
    return PageFacts(**{name: value or None for name, value in found.items()})


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


def _metas(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("http-equiv") or "").lower()
        found.setdefault(name, _plain(meta.get("content")))
    return found


def _linked_data(root: HtmlElement) -> dict[str, str]:
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", "").lower():
            continue
        try:
            told = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(told):
            if any(_ARTICLE_TYPE.search(kind) for kind in _texts(node.get("@type"))):
                return _of_node(node)
    return {}


def _of_node(node: Mapping[str, Any]) -> dict[str, str]:
    authors = [_name(author) for author in _listed(node.get("author"))]
    page = node.get("mainEntityOfPage")
    told = {
        "title": _plain(node.get("headline")),
        "outlet": _name(node.get("publisher")),
        "byline": _plain(", ".join(name for name in authors if name)),
        "published": _plain(node.get("datePublished")),
        "url": _plain(page.get("@id") if isinstance(page, dict) else page) or _plain(node.get("url")),
        "language": _name(node.get("inLanguage")),
    }
    return {name: value for name, value in told.items() if value}


def _nodes(told: object) -> Iterator[dict[str, Any]]:
    """All objects, outermost first."""
    waiting, seen = [told], 0
    while waiting and seen < MOST_NODES:
        one = waiting.pop(0)
        seen += 1
        if isinstance(one, dict):
            yield one
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


def _listed(told: object) -> list[object]:
    return told if isinstance(told, list) else [told]


def _texts(told: object) -> list[str]:
    return [one for one in _listed(told) if isinstance(one, str)]


def _name(told: object) -> str:
    told = _first(_listed(told))
    return _plain(told.get("name") or told.get("alternateName") if isinstance(told, dict) else told)


def _first(told: list[Any]) -> Any:
    return told[0] if told else None


def _plain(told: object) -> str:
    text = " ".join(told.split()) if isinstance(told, str) else ""
    return text if len(text) <= LONGEST_FACT else ""
