"""Metadata of the article in the page: JSON-LD first, then OpenGraph and similar tags."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from newsdiff.quick_dataclass import dataclass
from newsdiff.readers.html.page_dates import moments
from newsdiff.readers.html.page_titles import is_site, plain, story_title
from newsdiff.readers.lines import paywall
from newsdiff.readers.lines.page_kinds import NOTHING_DECLARED, Declared
from newsdiff.readers.metadata.article_metadata import names_of
from newsdiff.readers.metadata.json_ld import LIVE_BLOG, Node, article_node, is_list, kinds, listed, page_node
from newsdiff.readers.metadata.language import code_of
from newsdiff.readers.metadata.sites import registered_name

if TYPE_CHECKING:
    from lxml.html import HtmlElement

AUTHOR_WORDS = 12
"""Words of an element that names who wrote the article; what is longer is about them."""
_AUTHOR_CLASS = re.compile(r"(?i)(?:^|[\s_-])(?:author|byline)(?:[_-]{1,2}name)?(?:\s|$)")
_SAYS_AUTHOR = "//*[@itemprop='author' or (@rel and contains(concat(' ', @rel, ' '), ' author '))]"
_MAY_BE_CALLED_SO = "//*[@class and (contains(@class, 'uthor') or contains(@class, 'yline'))]"
_DUBLIN_CORE = re.compile(r"^(dc|dcterms)[:_]")
_META = {
    "outlet": ("og:site_name", "application-name", "dc.publisher", "citation_journal_title"),
    "byline": tuple(
        "author article:author dc.creator parsely-author sailthru.author citation_author byl".split()
    ),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "language"),
}
"""The names under which pages give these things in ``meta``."""


@dataclass(frozen=True)
class PageFacts:
    """What the page says in metadata, as written; None where it does not."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: tuple[str, ...] = ()
    """The surest first; most often ISO 8601 with clock time and zone."""
    perhaps_published: tuple[str, ...] = ()
    """The same where nothing that the page prints is better."""
    updated: tuple[str, ...] = ()
    """The same for the last update."""
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
    found["title"] = story_title(root, found.get("title", ""), metas, [found["outlet"], found["url"]])
    found["byline"] = _byline(root, found.get("byline", ""), metas, found["outlet"])
    found["language"] = code_of(root.get("lang") or found.get("language") or "")
    days = moments(root, node, page_node(nodes) or {}, metas)
    return PageFacts(
        **{name: value or None for name, value in found.items()},
        published=days.published,
        perhaps_published=days.perhaps,
        updated=days.updated,
        is_article=bool(node) or (metas.get("og:type", "").lower() == "article" and not is_list(nodes)),
        declared=Declared(
            live=LIVE_BLOG in kinds(node),
            paid=paywall.is_marked(node, metas.get("article:content_tier", "")),
            words=paywall.said_length(node),
        ),
    )


def _byline(root: HtmlElement, value: str, metas: Mapping[str, str], site: str) -> str:
    """The first of what JSON-LD, ``meta`` and the mark-up of the article say that holds names."""
    in_metas = (metas.get(name, "") for name in _META["byline"])
    named = itertools.chain((value,), in_metas, _marked_authors(root))
    found = (names_of(plain(one), site) for one in named)
    return next((names for names in found if names and not is_site(names, [site])), "")


def _marked_authors(root: HtmlElement) -> Iterator[str]:
    """Names by microdata, by ``rel="author"``, and by a class that says so, in the article's own head."""
    for element in itertools.chain.from_iterable(map(root.xpath, (_SAYS_AUTHOR, _MAY_BE_CALLED_SO))):
        is_named = element.get("itemprop") or element.get("rel") or _AUTHOR_CLASS.search(element.get("class"))
        if is_named and next(element.iterancestors("aside", "footer", "nav", "li"), None) is None:
            name = next((one for one in element.iter() if one.get("itemprop") == "name"), element)
            value = str(element.get("content") or name.get("content") or name.text_content())
            if len(value.split()) <= AUTHOR_WORDS:
                yield value


def _metas(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        named = meta.get("property") or meta.get("name") or meta.get("http-equiv") or meta.get("itemprop")
        name, value = _DUBLIN_CORE.sub(r"\1.", (named or "").lower()), plain(meta.get("content"))
        if name == "citation_author" and found.get(name):
            found[name] += f"; {value}"  # one for each of them
        elif not found.get(name):
            found[name] = value
    return found


def _of_node(node: Mapping[str, Any]) -> dict[str, str]:
    authors = [_name(author) for author in listed(node.get("author"))]
    page = node.get("mainEntityOfPage")
    value = {
        "title": plain(node.get("headline")),
        "outlet": _name(node.get("publisher")),
        "byline": plain(", ".join(name for name in authors if name)),
        "url": plain(page.get("@id") if isinstance(page, dict) else page) or plain(node.get("url")),
        "language": _name(node.get("inLanguage")),
    }
    return {name: value for name, value in value.items() if value}


def _name(value: object) -> str:
    value = _first(listed(value))
    return plain(value.get("name") or value.get("alternateName") if isinstance(value, dict) else value)


def _first(value: list[Any]) -> Any:
    return value[0] if value else None
