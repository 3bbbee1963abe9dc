"""An HTML page as the lines a browser would show, each with the kind of element it stands in."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newsdiff.patterns import lazy_pattern
from newsdiff.readers.html.page_line import HEADINGS, NEW_ELEMENT, PageLine, Shown
from newsdiff.readers.lines.hyphens import words_of
from newsdiff.readers.lines.rows import Row, closes_sentence, opens_small
from newsdiff.readers.lines.wrapping import paragraphs_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAST_AMID = 4
_AMID_SHARE = 0.3
"""Breaks amid a sentence between elements of one line each, in number and as a share, from which a program
put each line of a text into one."""
_UNSEEN = frozenset(
    "script style noscript template head svg math iframe object embed video audio canvas select textarea"
    " button input datalist map area".split()
)
"""A button is seen where it holds paragraphs: one that is not closed, with the rest of the page in it."""
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q"
    " rp rt ruby s samp small source span strike strong sub sup time tt u var wbr amp-img".split()
)
_KINDS = HEADINGS.union("figcaption nav header footer aside li td th blockquote p article".split())
_AROUND_LINKS = " \t\r\n\f|·•,/›»-–—()[]"
"""What may stand between the links of a line that is nothing but links."""
_KEEPING = frozenset(("pre", "listing", "xmp"))
_ONE_LINE_EACH = frozenset(("div", "p"))
"""Elements in which programs that turn a PDF or a mail into a page put each of its lines."""
MOST_NAMES = 2_000
"""Classes that are remembered: those of some pages, most of which repeat."""
_NEVER_ASIDE = frozenset("html body main article h1 h2 h3 h4 h5 h6 p".split())
_ASIDE_NAME = lazy_pattern(
    r"(?i)(?<![a-z])(?:ad|ads|advert\w*|author[-_]?(?:bio|box|info)|bio|caption\w*|comment\w*|disqus\w*|consent|cookies?|copyright"
    r"|credits?|disclaimer|footer|footnotes?|gallery|login|menu|meta|modal|most[-_]?(?:read|popular|viewed)"
    r"|nav\w*|newsletters?|outbrain|overlay|paywall|popup|pop[-_]?up|promo\w*|read[-_]?(?:more|next|also)"
    r"|recirc\w*|recommend\w*|related\w*|share|sharing|sidebar|side[-_]bar|signup|sign[-_]?up|social|sponsor\w*"
    r"|subscri\w+|taboola|tags|toolbar|tooltip|trending|widget)(?![a-z])"
)
_STREAMED = lazy_pattern(r"S:[0-9a-f]+")
"""The id of what a server sends behind the page, hidden until a script puts it in its place (React)."""
_LINE_BREAK = lazy_pattern(r"\r*\n|\r")
_BLANK = lazy_pattern(r"[\s\x00-\x1f]+")


def page_lines(root: HtmlElement) -> Shown:
    """All text of the page that can be seen, in order. Walks without recursion, however deep the page is."""
    from lxml.etree import iterwalk

    page = _Page()
    passed_over = None
    walk = iterwalk(root, events=("start", "end"))
    for step, element in walk:
        if step == "start":
            if _is_unseen(element):
                walk.skip_subtree()
                passed_over = element
            else:
                page.enter(element)
            continue
        if element is passed_over:
            passed_over = None
        else:
            page.leave(element)
        if element is not root:
            page.say(element.tail)
    page.close()
    return _unbroken(Shown(_as_lines_of_one(page.lines, page.beside), page.parts))


class _Page:
    """The lines so far, and where in the page the walk is."""

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self.parts: list[tuple[int, int]] = []
        self._pieces: list[str] = []
        self._around: list[str] = []
        self._begun: list[int] = []
        self._marks: list[tuple[bool, bool, bool] | None] = []
        self._links = self._kept = self._asides = 0
        self._breaks = NEW_ELEMENT
        self._all_linked = True
        self._left: tuple[HtmlElement | None, str, int] = (None, "", 0)
        """The parent and the tag of the last element with one line of its own, and the lines up to there."""
        self.beside: dict[int, int] = {}
        """Lines that are alone in the next element of the same kind -> line breaks above them."""
        self._blank = 0

    def enter(self, element: HtmlElement) -> None:
        """At the start of an element, with the text before its first child."""
        tag = element.tag
        if tag == "br":
            self.break_line()
        elif tag not in _INLINE:
            self.close()
            self._begun.append(len(self.lines))
        if tag in _KINDS:
            self._around.append(tag)
        marks = _marks_of(element, tag)
        if marks is not None:
            self._count(marks, 1)
        self._marks.append(marks)
        self.say(element.text)

    def leave(self, element: HtmlElement) -> None:
        """At its end."""
        tag = element.tag
        if tag not in _INLINE and tag != "br":
            self.close()
            begun = self._begun.pop()
            if begun < len(self.lines):
                self.parts.append((begun, len(self.lines)))
            if tag in _ONE_LINE_EACH:
                self._note_beside(element, begun)
        if tag in _KINDS:
            self._around.remove(tag)
        marks = self._marks.pop()
        if marks is not None:
            self._count(marks, -1)

    def _note_beside(self, element: HtmlElement, begun: int) -> None:
        """At the end of an element: whether it holds one line, right below another one that does."""
        parent, tag, lines = self._left
        is_beside = element.getparent() is parent and tag == element.tag and lines == begun
        if begun == len(self.lines):
            self._blank += is_beside
            return
        alone = begun + 1 == len(self.lines)
        if alone and is_beside:
            self.beside[begun] = 1 + self._blank
        self._blank = 0
        self._left = (element.getparent(), element.tag, len(self.lines)) if alone else (None, "", 0)

    def _count(self, marks: tuple[bool, bool, bool], by: int) -> None:
        aside, away, keeps = marks
        self._asides += by * aside
        self._links += by * away
        self._kept += by * keeps

    def say(self, text: str | None) -> None:
        """More text of the line, or of several where the element keeps line breaks."""
        if not text:
            return
        if not self._kept:
            self._add(text)
            return
        first, *others = _LINE_BREAK.split(text)
        self._add(first)
        for other in others:
            self.break_line()
            self._add(other)

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        if not self._links and self._all_linked and text.strip(_AROUND_LINKS):
            self._all_linked = False

    def break_line(self) -> None:
        """The line ends here, the element goes on."""
        self._end_line()
        self._breaks += 1

    def close(self) -> None:
        """The line ends here, with its element."""
        self._end_line()
        self._breaks = NEW_ELEMENT

    def _end_line(self) -> None:
        if not self._pieces:
            self._all_linked = True
            return
        said = "".join(self._pieces)
        text = "" if said.isspace() else _BLANK.sub(" ", said).strip()
        self._pieces.clear()
        if text:
            within = frozenset(self._around) - {"article"}
            if "article" in self._around:
                within -= {"header"}
            indent = len(said.expandtabs(4)) - len(said.expandtabs(4).lstrip()) if self._kept else 0
            self.lines.append(PageLine(text, within, self._all_linked, self._breaks, indent, self._asides))
            self._breaks = 0
        self._all_linked = True


def _marks_of(element: HtmlElement, tag: str) -> tuple[bool, bool, bool] | None:
    """Whether it stands beside the text, leads to another page, keeps line breaks; None for none of them."""
    if not element.keys() and tag not in _KEEPING:
        return None
    marks = (_is_aside(element), tag == "a" and _leads_away(element), _keeps_breaks(element))
    return marks if any(marks) else None


def _is_aside(element: HtmlElement) -> bool:
    """Whether its class or id says that it stands beside the text."""
    if element.tag in _INLINE or element.tag in _NEVER_ASIDE:
        return False
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return len(named) > 1 and _names_aside(named)


@lru_cache(maxsize=MOST_NAMES)
def _names_aside(named: str) -> bool:
    return bool(_ASIDE_NAME.search(named))


def _keeps_breaks(element: HtmlElement) -> bool:
    """Whether a browser shows the line breaks of its source."""
    if element.tag in _KEEPING:
        return True
    style = element.get("style")
    return bool(style) and "white-space:pre" in style.replace(" ", "").lower()


def _leads_away(element: HtmlElement) -> bool:
    """Whether a link leads to another page: not to a place on this one."""
    return not (element.get("href") or "#").strip().startswith("#")


def _is_unseen(element: HtmlElement) -> bool:
    tag = element.tag
    if tag in _UNSEEN:
        return tag != "button" or next(element.iter("p", "h1", "article"), None) is None
    if _is_stand_in(element):
        return True
    if element.get("hidden") is not None:
        return _STREAMED.fullmatch(element.get("id") or "") is None
    style = element.get("style")
    return style is not None and "display:none" in style.replace(" ", "").lower()


def _is_stand_in(element: HtmlElement) -> bool:
    """Whether AMP shows it only until, or only where, the real thing does not load."""
    if element.get("placeholder") is None and element.get("fallback") is None:
        return False
    above = element.getparent()
    return above is not None and isinstance(above.tag, str) and above.tag.startswith("amp-")


def _as_lines_of_one(lines: list[PageLine], beside: dict[int, int]) -> list[PageLine]:
    """The lines of a page that each have an element of their own, as lines of one element."""
    amid = sum(
        breaks == 1 and opens_small(lines[number].text) and not closes_sentence(lines[number - 1].text)
        for number, breaks in beside.items()
    )
    if amid < _LEAST_AMID or amid < _AMID_SHARE * sum(breaks == 1 for breaks in beside.values()):
        return lines
    return [
        line._replace(breaks=beside[number]) if number in beside else line
        for number, line in enumerate(lines)
    ]


def _unbroken(shown: Shown) -> Shown:
    """The page with each paragraph that ``<br>`` or ``<pre>`` broke into lines joined into one line."""
    lines = shown.lines
    if all(line.breaks == NEW_ELEMENT for line in lines):
        return shown
    rows = [Row(line.text, line.breaks, line.indent, len(line.text)) for line in lines]
    paragraphs, width = paragraphs_of(rows, words_of("\n".join(line.text for line in lines)))
    if not width:
        return shown
    number_of = {id(row): number for number, row in enumerate(rows)}
    whole: list[PageLine] = []
    place = [0] * len(lines)
    for paragraph in paragraphs:
        numbers = [number_of[id(row)] for row in paragraph.rows]
        for number in numbers:
            place[number] = len(whole)
        linked = all(lines[number].linked for number in numbers)
        whole.append(lines[numbers[0]]._replace(text=paragraph.text, linked=linked))
    return Shown(whole, [(place[start], place[end - 1] + 1) for start, end in shown.parts])
