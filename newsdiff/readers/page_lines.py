"""An HTML page as the lines a browser would show, each with the kind of element it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.patterns import lazy_pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset(
    "script style noscript template head svg math iframe object embed video audio canvas select textarea"
    " button input datalist map area".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q"
    " rp rt ruby s samp small source span strike strong sub sup time tt u var wbr amp-img".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KINDS = frozenset(
    (*_HEADINGS, "figcaption", "nav", "header", "footer", "aside", "li", "blockquote", "p", "article")
)
_AROUND_LINKS = " \t\r\n\f|·•,/›»-–—()[]"
"""What may stand between the links of a line that is nothing but links."""
_BLANK = lazy_pattern(r"[\s\x00-\x1f]+")


class PageLine(NamedTuple):
    """One line of a page."""

    text: str
    """White space as a browser shows it: runs are one blank."""
    within: frozenset[str]
    """Names of the telling elements around it: ``h2``, ``figcaption``, ``nav`` … The ``header`` of an article
    is none: headline and standfirst stand in it."""
    linked: bool = False
    """Whether all of it leads somewhere else."""


def page_lines(root: HtmlElement) -> list[PageLine]:
    """All text of the page that can be seen, in order. Walks without recursion, however deep the page is."""
    page = _Page()
    for step, element in _walk(root):
        if step == "start":
            page.enter(element)
        elif step == "end":
            page.leave(element)
        if step != "start" and element is not root:
            page.say(element.tail)
    page.close()
    return page.lines


class _Page:
    """The lines so far, and where in the page the walk is."""

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self._pieces: list[str] = []
        self._around: list[str] = []
        self._links = 0
        self._all_linked = True

    def enter(self, element: HtmlElement) -> None:
        """At the start of an element, with the text before its first child."""
        if element.tag not in _INLINE:
            self.close()
        if element.tag in _KINDS:
            self._around.append(element.tag)
        self._links += _leads_away(element)
        self.say(element.text)

    def leave(self, element: HtmlElement) -> None:
        """At its end."""
        if element.tag not in _INLINE:
            self.close()
        if element.tag in _KINDS:
            self._around.remove(element.tag)
        self._links -= _leads_away(element)

    def say(self, text: str | None) -> None:
        """More text of the line."""
        if text:
            self._pieces.append(text)
            self._all_linked = self._all_linked and (self._links > 0 or not text.strip(_AROUND_LINKS))

    def close(self) -> None:
        """The line ends here."""
        text = _BLANK.sub(" ", "".join(self._pieces)).strip()
        self._pieces.clear()
        if text:
            within = frozenset(self._around) - {"article"}
            if "article" in self._around:
                within -= {"header"}
            self.lines.append(PageLine(text, within, self._all_linked))
        self._all_linked = True


def _leads_away(element: HtmlElement) -> bool:
    """Whether it is a link to another page: not to a place on this one."""
    return element.tag == "a" and not (element.get("href") or "#").strip().startswith("#")


def _walk(root: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """``start`` and ``end`` of every element that is seen; ``over`` for one whose tail alone is."""
    stack: list[tuple[str, HtmlElement]] = [("start", root)]
    while stack:
        step, element = stack.pop()
        if step == "start" and (not isinstance(element.tag, str) or _is_unseen(element)):
            yield "over", element
            continue
        yield step, element
        if step == "start":
            stack.append(("end", element))
            stack += (("start", child) for child in reversed(element))


def _is_unseen(element: HtmlElement) -> bool:
    if element.tag in _UNSEEN or "hidden" in element.attrib or _is_stand_in(element):
        return True
    return "display:none" in element.get("style", "").replace(" ", "").lower()


def _is_stand_in(element: HtmlElement) -> bool:
    """Whether AMP shows it only until, or only where, the real thing does not load."""
    above = element.getparent()
    is_part = above is not None and isinstance(above.tag, str) and above.tag.startswith("amp-")
    return is_part and ("placeholder" in element.attrib or "fallback" in element.attrib)
