"""An HTML page as the lines a browser would show, each with the kind of element it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

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
_KINDS = frozenset((*_HEADINGS, "figcaption", "nav", "header", "footer", "aside", "li", "blockquote", "p"))
_BLANK = re.compile(r"[\s\x00-\x1f]+")


class PageLine(NamedTuple):
    """One line of a page."""

    text: str
    """White space as a browser shows it: runs are one blank."""
    within: frozenset[str]
    """Names of the telling elements around it: ``h2``, ``figcaption``, ``nav`` …"""


def page_lines(root: HtmlElement) -> list[PageLine]:
    """All text of the page that can be seen, in order. Walks without recursion, however deep the page is."""
    lines: list[PageLine] = []
    pieces: list[str] = []
    around: list[str] = []

    def close() -> None:
        text = _BLANK.sub(" ", "".join(pieces)).strip()
        pieces.clear()
        if text:
            lines.append(PageLine(text, frozenset(around)))

    for step, element in _walk(root):
        tag = element.tag
        if step == "start":
            if tag not in _INLINE:
                close()
            if tag in _KINDS:
                around.append(tag)
            pieces.append(element.text or "")
            continue
        if step == "end":
            if tag not in _INLINE:
                close()
            if tag in _KINDS:
                around.remove(tag)
        pieces.append((element.tail or "") if element is not root else "")
    close()
    return lines


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
    if element.tag in _UNSEEN or "hidden" in element.attrib:
        return True
    return "display:none" in element.get("style", "").replace(" ", "").lower()
