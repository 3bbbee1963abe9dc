"""Lines without a full stop amid prose that has them: subheadings when short, captions when long."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.calendar.months import ANY_MONTH
from newsdiff.patterns import lazy_pattern
from newsdiff.readers.lines.headline import in_title_case
from newsdiff.readers.lines.line import Line
from newsdiff.readers.lines.line_roles import CAPTION, EMBED, SUBHEADING, LineRole
from newsdiff.readers.lines.repetition import signed_quotation

HEADING_WORDS = 10
"""Words up to which an unfinished line is a subheading rather than a caption."""

LONGEST_ALONE = 20
"""Words up to which the only unfinished line of its kind is a caption; a longer one is a paragraph that lost
its stop. Where a page has several, its captions go without stops and any length will do."""

_PICTURED = lazy_pattern(r"\b[Pp]ictured\b|\((?:left|right|above|below|centre|center|bottom|top|file)\b")

_FULL_DATE = lazy_pattern(
    rf"\b(?:{ANY_MONTH})\.? \d{{1,2}},? (?:19|20)\d\d\b|\b\d{{1,2}} (?:{ANY_MONTH}),? (?:19|20)\d\d\b"
)
"""Captions give the year, for they are kept in an archive; news of the day does not."""

QUESTION_LENGTH = 80
"""Code points up to which a question may be a subheading."""

_BULLET = lazy_pattern(r"[•▪‣◦●*–-]\s")
ANNOUNCING_WORDS = 4
ITEM_WORDS = 4
"""Words from which a line with a colon announces a list, and a line with a bullet is an item of one."""

MOST_ASIDE = 0.5
"""Share of the words that may be put aside because their lines have no stop; beyond that nobody can say which
of them are captions, and all are kept."""
LEAST_UNSURE = 8
"""Lines from which a text without stops gets a remark."""

CAPITAL_WORDS = (4, 25)
"""Words of a line of capitals that is a heading: a shorter one may be an answer, a longer one a statement."""
QUOTES = '"“”«»'

LEAST_PROSE = 2
PROSE_SHARE = 0.25
"""Finished lines (in number, and as a share of all without a role yet) from which a text is known to end
its paragraphs with stops. Below that a missing stop means nothing: a transcript, a list, another script."""


_LABEL = lazy_pattern(r"[A-Z][A-Z\d ,.'’&/-]{1,40}:$|(?:[A-Z\d][\w'’&-]{0,15} ){1,4}[A-Z][\w'’&-]{1,15}:$")
"""A label in capitals, or with all words in them: "CAR STATS:", "Top Deals:", the speaker in a transcript."""

_QUESTION = lazy_pattern(
    r"(?:Wh(?:at|y|en|ere|o|ich)|How|Is|Are|Was|Will|Did|Does|Do|Can|Could|Should)"
    r"['’]?\w{0,2} (?:[^.!?\"“”]|(?<=[A-Z])\.){3,70}\?{1,3}$"
)
"""A question as a subheading: unquoted, alone, opening with a question word."""


def question_headings(lines: Sequence[Line], line_roles: Sequence[LineRole | None]) -> dict[int, LineRole]:
    """Labels in capitals and questions that stand alone above the longer text that answers them; what is no
    text may stand between."""
    found: dict[int, LineRole] = {}
    below: Line | None = None
    for index in range(len(lines) - 1, -1, -1):
        if line_roles[index] is not None:
            continue
        line = lines[index]
        if below is not None and below.finished and len(below.text) > len(line.text) and _is_question(line):
            found[index] = SUBHEADING
        below = line
    return found


def _is_question(line: Line) -> bool:
    if len(line.text) > QUESTION_LENGTH:
        return False
    return bool(_LABEL.match(line.text) or _QUESTION.match(line.text))


def in_capitals(lines: Sequence[Line], line_roles: Sequence[LineRole | None]) -> dict[int, LineRole]:
    """Lines of nothing but capitals: subheadings, and headlines of other stories."""
    return {
        index: SUBHEADING
        for index, line in enumerate(lines)
        if line_roles[index] is None
        and CAPITAL_WORDS[0] <= line.words <= CAPITAL_WORDS[1]
        and line.text.isupper()
        and not any(mark in line.text for mark in QUOTES)
    }


def unpunctuated_lines(lines: Sequence[Line], line_roles: Sequence[LineRole | None]) -> dict[int, LineRole]:
    """Index of each unfinished line that is no body text, with its role."""
    open_lines = [index for index, line_role in enumerate(line_roles) if line_role is None]
    prose = sum(lines[index].finished for index in open_lines)
    if prose < LEAST_PROSE or prose < PROSE_SHARE * len(open_lines):
        return {}
    listed = _list_items(lines)
    suspects = [
        index
        for index in open_lines
        if not (lines[index].finished or index in listed or signed_quotation(lines[index].text))
    ]
    captions = [index for index in suspects if lines[index].words > HEADING_WORDS]
    plain = sum(lines[index].sentences == 1 for index in captions)
    found = {
        index: line_role for index in suspects if (line_role := _role_of(lines[index], plain)) is not None
    }
    aside = sum(lines[index].words for index in found)
    return {} if aside > MOST_ASIDE * sum(lines[index].words for index in open_lines) else found


def remark_on_stops(lines: Sequence[Line], line_roles: Sequence[LineRole]) -> str | None:
    """The remark on a text that was kept although most of it has no full stops."""
    body = [line for line, line_role in zip(lines, line_roles, strict=True) if line_role.role == "paragraph"]
    words = sum(line.words for line in body)
    bare = sum(line.words for line in body if not line.finished)
    if len(body) < LEAST_UNSURE or bare <= MOST_ASIDE * words:
        return None
    return "most of its lines end without a full stop: all were kept as text"


def _role_of(line: Line, plain_captions: int) -> LineRole | None:
    if line.sentences == 1 and (line.words <= HEADING_WORDS or in_title_case(line.text)):
        return SUBHEADING
    if (
        _PICTURED.search(line.text)
        or _FULL_DATE.search(line.text)
        or plain_captions >= 2
        or (line.sentences == 1 and line.words <= LONGEST_ALONE)
    ):
        return CAPTION
    return EMBED if line.text[0].islower() else None


def _list_items(lines: Sequence[Line]) -> set[int]:
    """Items of a list amid the text, with bullets or announced by a colon: they are body text."""
    items: set[int] = set()
    for index in range(1, len(lines)):
        line, above = lines[index], lines[index - 1]
        if line.finished:
            continue
        announced = above.text.rstrip().endswith((":", "：")) and above.words >= ANNOUNCING_WORDS
        goes_on = index - 1 in items and _same_form(above.text[0], line.text[0])
        if announced or goes_on or (_BULLET.match(line.text) and line.words >= ITEM_WORDS):
            items.add(index)
    return items


def _same_form(a: str, b: str) -> bool:
    """Whether two lines that begin with these open with the same bullet, or both with a number."""
    return (a == b and not a.isalnum()) or (a.isdigit() and b.isdigit())
