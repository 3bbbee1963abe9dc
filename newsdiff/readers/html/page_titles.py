"""The headline of a page's story, without the name of its site."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsdiff.readers.html.page_line import squeezed
from newsdiff.readers.metadata.outlets import is_masthead

if TYPE_CHECKING:
    from lxml.html import HtmlElement

META_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title", "sailthru.title")
LONGEST = 500
"""Code points of the longest headline."""
SITE_WORDS = 4
"""Words that the name of a site has at most, where nothing else shows that it is one."""
LEAST_WORDS = 3
"""Words of a headline that is left when the name of a site is taken away on such slight grounds."""
_SEPARATOR = re.compile(r"\s+[|»«·•–—-]\s+|\s*[|»«]\s*|\s+::?\s+")
_FIRM = re.compile(r"[|»«]|::")


def plain(value: object) -> str:
    """The text of a fact without mark-up of its own: entities read, also those written twice, and blanks
    made one; empty for what is no text or too long to be a fact."""
    if not isinstance(value, str):
        return ""
    text = " ".join(unescape(unescape(value)).split())
    return text if len(text) <= LONGEST else ""


def story_title(root: HtmlElement, value: str, metas: Mapping[str, str], site: Sequence[str]) -> str:
    """The headline: as JSON-LD (`value`), ``meta`` or microdata give it, or as a heading or ``title`` does.

    `site`: the names and hosts of the site. Empty where nothing is more than its name.
    """
    headings = [text for text in _headings(root) if not is_site(text, site)]
    for one in itertools.chain((value,), (metas.get(name, "") for name in META_TITLES), _marked(root)):
        title = without_site(one, site, headings)
        if title and not is_site(title, site):
            return title
    window = plain(next((element.text_content() for element in root.iter("title")), ""))
    parts = {squeezed(part) for part in _beginnings(window)}
    named = [text for text in headings if squeezed(text) in parts]
    if named:
        return max(named, key=len)
    title = without_site(window, site, headings)
    if headings and (len(title.split()) < LEAST_WORDS or is_site(title, site)):
        return headings[0]
    if is_site(title, site):
        return ""
    is_kicked = bool(headings) and squeezed(headings[0]).endswith(
        squeezed(title)
    )  # a kicker stands before it
    return headings[0] if headings and not is_kicked and _alike(headings[0], title) else title


def is_site(text: str, site: Sequence[str]) -> bool:
    """Whether a text is nothing but a name of the site."""
    letters = squeezed(text)
    return any(letters and (letters == squeezed(name) or letters in _host_letters(name)) for name in site)


def without_site(title: str, site: Sequence[str], headings: Sequence[str] = ()) -> str:
    """The title without the site's name before or behind it.

    That it is one is known from the other facts, or seen: a short last part behind a bar, or one that is
    written as names are; a title that a heading of the page has word for word stays as it is.
    """
    if any(squeezed(title) == squeezed(heading) for heading in headings):
        return title
    marks = list(_SEPARATOR.finditer(title))
    while marks:
        rest, last = title[: marks[-1].start()], title[marks[-1].end() :]
        if not (is_site(last, site) or _looks_like_site(rest, last, marks[-1].group(), headings)):
            break
        title = rest
        marks.pop()
    marks = list(_SEPARATOR.finditer(title)) + [
        match for match in re.finditer(r":\s+", title[:60]) if is_site(title[: match.start()], site)
    ]
    first = next((mark for mark in marks if is_site(title[: mark.start()], site)), None)
    rest = title[first.end() :] if first else title
    *_, tail = _SEPARATOR.split(rest)
    is_trail = first is not None and bool(_FIRM.search(first.group()))
    return tail.strip() if is_trail and len(tail.split()) >= LEAST_WORDS else rest.strip()


def _looks_like_site(rest: str, last: str, mark: str, headings: Sequence[str]) -> bool:
    if any(squeezed(rest) == squeezed(heading) for heading in headings):
        return True
    words = last.split()
    if len(rest.split()) < LEAST_WORDS or not 1 <= len(words) <= SITE_WORDS:
        return False
    as_name = all(word[0].isupper() or not word[0].isalpha() or len(word) <= 3 for word in words)
    if is_masthead(last) or re.fullmatch(r"[\w-]+\.[a-z]{2,6}(?:\.[a-z]{2})?", last):
        return True
    return (
        as_name and words[0][0].isupper() and (bool(_FIRM.search(mark)) or not last.endswith(("?", "!", ".")))
    )


def _headings(root: HtmlElement) -> Iterator[str]:
    """The first headings of the page, those of the first rank before the one that opens the article."""
    for element in root.iter("h1"):
        if text := plain(element.text_content()):
            yield text
    for home in root.iter("article", "main"):
        for element in home.iter("h1", "h2", "p"):
            text = plain(element.text_content())
            if element.tag == "p" and len(text.split()) > 12:
                return
            if element.tag == "h2" and text:
                yield text
                return


def _marked(root: HtmlElement) -> Iterator[str]:
    for element in root.iter("h1", "h2", "h3", "span", "div", "meta"):
        if element.get("itemprop", "").lower() == "headline":
            yield plain(element.get("content") or element.text_content())


def _beginnings(title: str) -> Iterator[str]:
    """The title, what is left of it without its last parts, and each part alone."""
    yield title
    yield from (title[: mark.start()] for mark in _SEPARATOR.finditer(title))
    yield from _SEPARATOR.split(title)


def _alike(a: str, b: str) -> bool:
    ours, theirs = set(a.casefold().split()), set(b.casefold().split())
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs)) > LEAST_WORDS


def _host_letters(name: str) -> str:
    """``dailyplanet`` of an address or a host; empty for a name in words."""
    host = urlsplit(name).hostname if "://" in name else None
    return squeezed(".".join((host or "").removeprefix("www.").split(".")[:-1]))
