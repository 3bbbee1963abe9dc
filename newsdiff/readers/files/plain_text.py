"""Plain text, most often copied from a page together with everything around the article."""

from __future__ import annotations

from newsdiff.readers.lines.line import cut_lines
from newsdiff.readers.lines.page_kinds import blocks_of, by_kind
from newsdiff.readers.lines.role_assignment import judge
from newsdiff.readers.lines.unpunctuated_lines import remark_on_stops
from newsdiff.readers.lines.wrapping import unwrapped
from newsdiff.readers.metadata.article_metadata import metadata_of
from newsdiff.readers.parsed_page import ParsedPage


def read_text(text: str) -> ParsedPage:
    """Blocks that cover all non-blank text, and what the page says about the article. A text with wrapped
    lines is returned with one line a paragraph."""
    whole = unwrapped(text)
    lines = cut_lines(whole.text)
    line_roles, remarks = by_kind(lines, judge(lines))
    blocks = blocks_of(lines, line_roles)
    unsure = None if remarks else remark_on_stops(lines, line_roles)
    said = (*remarks, *(one for one in (whole.remark, unsure) if one))
    return ParsedPage(
        blocks,
        metadata_of(whole.text, blocks),
        None if whole.text == text else whole.text,
        said,
    )
