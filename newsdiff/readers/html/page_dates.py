"""The times in the mark-up of a page: of publication, the surest first, and of the last update."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from newsdiff.readers.metadata.printed_dates import UPDATE_WORD

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PUBLISHED_METAS = tuple(
    "article:published_time og:article:published_time datepublished og:published_time parsely-pub-date"
    " sailthru.date cxenseparse:recs:publishtime dc.date.issued dcterms.issued dc.date.created"
    " dcterms.created citation_publication_date citation_online_date citation_date pubdate publish-date"
    " publish_date publication_date publication-date article.published displaydate date dc.date"
    " dcterms.date bepress_citation_date originalpublicationdate article:published ptime".split()
)
"""Names of ``meta`` for the moment of publication, the surest first."""
UPDATED_METAS = tuple(
    "article:modified_time og:article:modified_time og:updated_time datemodified dcterms.modified"
    " dc.date.modified last-modified".split()
)
_BY_PROPERTY = re.compile(r"(?:^|[\s:])(?:datePublished|published_time|created|issued|date)(?:\s|$)")
_BY_CLASS = re.compile(r"(?:^|\s)(?:published|dt-published|entry-date|pubdate)(?:\s|$)")
_MAY_BE_MARKED = (
    "//*[@itemprop or @pubdate or (@property and @content and not(self::meta))"
    " or (@class and (contains(@class, 'published')"
    " or contains(@class, 'entry-date') or contains(@class, 'pubdate')))]"
)
LABEL_LENGTH = 40
"""Letters before a ``time`` in which it is said what it is the time of."""


class Moments(NamedTuple):
    """What a page says of its days, as written, the surest first."""

    published: tuple[str, ...]
    updated: tuple[str, ...]
    perhaps: tuple[str, ...]
    """Of publication, where nothing printed is better."""


def moments(
    root: HtmlElement, node: Mapping[str, Any], page: Mapping[str, Any], metas: Mapping[str, str]
) -> Moments:
    """As given in JSON-LD, ``meta``, microdata and ``time``, in that order of trust, last in JSON-LD of the
    `page` that holds the article."""
    marked = root.xpath(_MAY_BE_MARKED)
    published = [node.get("datePublished"), *(metas.get(name) for name in PUBLISHED_METAS)]
    updated = [node.get("dateModified"), *(metas.get(name) for name in UPDATED_METAS)]
    return Moments(
        _texts(
            (*published, *_marked(marked, "datePublished"), time_element(root), page.get("datePublished"))
        ),
        _texts((*updated, *_marked(marked, "dateModified"), page.get("dateModified"))),
        _texts((_time_behind_headline(root),)),
    )


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(one for one in values if isinstance(one, str) and one.strip())


def _marked(elements: Iterable[HtmlElement], name: str) -> Iterator[str]:
    """What microdata, and microformats where it is the publication, say in the article."""
    for element in elements:
        is_named = element.get("itemprop", "").lower() == name.lower()
        if not is_named and name == "datePublished":
            is_named = (
                "pubdate" in element.attrib
                or bool(_BY_CLASS.search(element.get("class", "")))
                or (element.tag != "meta" and bool(_BY_PROPERTY.search(element.get("property", ""))))
            )
        if is_named and not _is_beside(element):
            found = element.get("content") or element.get("datetime")
            title = element.get("title") if element.tag == "abbr" else None
            yield found or title or "".join(element.itertext())[:120]


def time_element(root: HtmlElement) -> str:
    """The moment in the first ``time`` of the element that holds the headline; empty without one.

    Not in a figure or aside, nor in a list that leads elsewhere, where times of other stories stand, and none
    of an update.
    """
    headline = next(root.iter("h1"), None)
    if headline is None:
        return ""
    home = next(headline.iterancestors("article", "main"), None)
    if home is None:
        return ""
    for time in home.iter("time"):
        if time.get("datetime") and not _is_beside(time) and not _is_of_update(time):
            return str(time.get("datetime"))
    return ""


def _time_behind_headline(root: HtmlElement) -> str:
    """The same for the first ``time`` behind the headline, in whatever element."""
    headline = next(root.iter("h1"), None)
    times = headline.xpath("(following::time)[position() < 3]") if headline is not None else ()
    found = (
        time for time in times if time.get("datetime") and not _is_beside(time) and not _is_of_update(time)
    )
    return next((str(time.get("datetime")) for time in found), "")


def _is_beside(element: HtmlElement) -> bool:
    if next(element.iterancestors("aside", "nav", "footer", "figure"), None) is not None:
        return True
    item = next(element.iterancestors("li"), None)
    return item is not None and next(item.iter("a"), None) is not None


def _is_of_update(time: HtmlElement) -> bool:
    named = f"{time.get('itemprop') or ''} {time.get('class') or ''}".lower()
    return "modified" in named or "update" in named or bool(UPDATE_WORD.search(_label(time)))


def _label(element: HtmlElement) -> str:
    """The words right before an element, in the one around it."""
    before, above = element.getprevious(), element.getparent()
    text = before.tail if before is not None else (above.text if above is not None else "")
    if before is not None and not (text or "").strip():
        text = "".join(before.itertext()) if before.tag in ("span", "strong", "b", "em", "label") else ""
    return (text or "")[-LABEL_LENGTH:]
