"""Pages that show only the beginning of an article and ask for money or a name below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdiff.patterns import lazy_pattern
from newsdiff.readers.lines.line import Line
from newsdiff.readers.lines.line_roles import PAYWALL, LineRole
from newsdiff.readers.metadata.json_ld import Node, listed

SHORT_WORDS = 300
"""Words of a page behind a paywall up to which it is taken for the beginning of an article, where the page
does not say how long the article is. By judgement: teasers have 40 to 200, whole articles more than 300."""
WHOLE = 0.8
"""Share of the words it is said to have from which an article is there as a whole; counts differ a little."""
WALL_LINES = 8
WALL_LINE_WORDS = 40
"""A wall has at most so many lines, each with at most so many words; more is an article that goes on."""

_WALL = lazy_pattern(
    r"(?i)\b(?:subscribe|sign (?:in|up)|log ?in|register|join|create (?:an? |your )?(?:free )?account|pay)\b"
    r"[^.!?]{0,60}\b(?:continue|keep|carry on|finish|read(?:ing)?)"
    r" (?:reading|this|the (?:full|rest|whole|entire)|more of this)\b"
    r"|\bto (?:continue|keep) reading\b.{0,60}\b(?:subscri|sign|log|register|account)"
    r"|\bthis (?:article|story|content|analysis|piece) is"
    r" (?:only |exclusively |reserved |available )*(?:for|to)"
    r" (?:our |paying |registered |premium )*(?:subscribers|members|readers with)"
    r"|\b(?:reached|used up?|read) (?:all )?(?:of )?(?:your|the)\b[^.!?]{0,30}"
    r"\b(?:limit|free (?:articles|stories))\b"
    r"|\bsubscribers? only\b|\b(?:the rest|remainder) of this (?:article|story) is\b"
    r"|\bunlock (?:this|the full|the rest of this) (?:article|story)\b"
)
"""What stands on walls the world over. An invitation to subscribe alone is none: every page has one."""
_INVITATION = lazy_pattern(
    r"(?i)\b(?:keep|continue) reading\b|\bwant to read\b|\bread the (?:full|whole) (?:story|article)\b"
    r"|\bfree trial\b|\bsubscri(?:be|ption|bers?)\b|\bunlimited (?:digital )?access\b"
    r"|\balready (?:have an account|a member)\b"
    r"|\b(?:become|be) a member\b|\bfree account\b|\bcancel (?:at )?any ?time\b"
)
"""What stands on the wall of a page that says in its metadata that it has one."""


def is_marked(node: Node, tier: str) -> bool:
    """Whether a page's metadata says that its article is not free: JSON-LD, or ``article:content_tier``."""
    parts = [part for part in listed(node.get("hasPart")) if isinstance(part, dict)]
    declared = [one for part in (node, *parts) for one in listed(part.get("isAccessibleForFree"))]
    not_free = any(str(one).strip().lower().rpartition("/")[2] == "false" for one in declared)
    return not_free or tier.strip().lower() in ("locked", "paid", "premium")


def said_length(node: Node) -> int:
    """How many words JSON-LD says that the article has; 0 where it says nothing."""
    declared = str(node.get("wordCount") or "")
    return int(declared) if re.fullmatch(r"\d{1,6}", declared) else 0


def wall(
    lines: Sequence[Line], line_roles: Sequence[LineRole], *, marked: bool = False
) -> dict[int, LineRole]:
    """The lines of the wall: the first that says so below the body, and all text from there on.

    On a page that is `marked` as not free an invitation to subscribe suffices.
    """
    body = [index for index, line_role in enumerate(line_roles) if line_role.role == "paragraph"]
    patterns = (_WALL, _INVITATION) if marked else (_WALL,)
    first = next((index for index, line in enumerate(lines) if _is_wall(line, patterns, body, index)), None)
    if first is None:
        return {}
    below = [
        index for index in range(first, len(lines)) if line_roles[index].role in ("paragraph", "heading")
    ]
    if len(below) > WALL_LINES or any(lines[index].words > WALL_LINE_WORDS for index in below):
        return {}
    return dict.fromkeys([first, *below], PAYWALL)


def _is_wall(line: Line, patterns: Sequence[re.Pattern[str]], body: Sequence[int], index: int) -> bool:
    if not body or index <= body[0] or line.words > WALL_LINE_WORDS:
        return False
    return any(pattern.search(line.text) for pattern in patterns)


def remark(
    lines: Sequence[Line], line_roles: Sequence[LineRole], *, marked: bool = False, length: int = 0
) -> str | None:
    """The remark on a page that shows only a part; None for one that shows the whole article.

    It is a part when there is a wall or the metadata says so (`marked`), and the text is shorter than it is
    said to be (`length` in words), or short where nothing is said.
    """
    if not marked and PAYWALL not in line_roles:
        return None
    shown = [
        line.words for line, line_role in zip(lines, line_roles, strict=True) if line_role.role == "paragraph"
    ]
    words = sum(shown)
    if not shown or words >= (length * WHOLE if length else SHORT_WORDS):
        return None
    count = f"{len(shown)} paragraphs" if len(shown) > 1 else "paragraph"
    of_all = f" of an article of {length:,} words" if length else ""
    return f"behind a paywall: only the first {count}{of_all} can be read"
