"""Plain text, most often copied from a page with all that stands around the article."""

from __future__ import annotations

from newsdiff.model import Block
from newsdiff.readers.lines.line import cut_lines
from newsdiff.readers.lines.page_kinds import by_kind
from newsdiff.readers.lines.role_assignment import judge
from newsdiff.readers.lines.unpunctuated_lines import remark_on_stops
from newsdiff.readers.lines.wrapping import unwrapped
from newsdiff.readers.metadata.about import about
from newsdiff.readers.parsed_page import Reading


def read_text(text: str) -> Reading:
    """Blocks that cover all non-blank text, and what the page says about the article. A text of broken lines
    is read, and handed back, with one line a paragraph."""
    whole = unwrapped(text)
    lines = cut_lines(whole.text)
    verdicts, remarks = by_kind(lines, judge(lines))
    blocks = tuple(
        Block("", verdict.role, line.start, line.end, verdict.reason)
        for line, verdict in zip(lines, verdicts, strict=True)
    )
    unsure = None if remarks else remark_on_stops(lines, verdicts)
    said = (*remarks, *(one for one in (whole.remark, unsure) if one))
    return Reading(
        blocks,
        about(whole.text, blocks),
        None if whole.text == text else whole.text,
        said,
    )
