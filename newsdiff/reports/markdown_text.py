"""Text from articles and notes as Markdown: it shows up as text, never as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdiff.brief.passages import sentence_span
from newsdiff.model import Annotated, Mention
from newsdiff.patterns import lazy_pattern
from newsdiff.sanitize import one_line, sanitize

_ACTIVE = lazy_pattern(r"([\\`*_\[\]<>#|~&$])")
_LINE_START = lazy_pattern(r"^([-+=]|\d+(?=[.)]))")


def escape(text: str) -> str:
    """`text` on one line, harmless, with everything that Markdown or HTML would act upon escaped."""
    blank_before, blank_after = text[:1].isspace(), text[-1:].isspace()
    line = _ACTIVE.sub(r"\\\1", one_line(text))
    return f"{' ' * blank_before}{line}{' ' * blank_after}"


def escape_line(text: str) -> str:
    """`text` escaped to stand at the start of a line, where "-", "+" and "1." would begin a list."""
    return _LINE_START.sub(_escape_start, escape(text.strip()))


def _escape_start(match: re.Match[str]) -> str:
    start = match.group(1)
    return f"{start}\\" if start.isdigit() else f"\\{start}"


def block_of_markdown(text: str) -> Iterator[str]:
    """The lines of a block quotation with Markdown that a reader wrote, as written.

    Nothing gets out of the block: every line is prefixed, so that headings and fences end with it; ``<``
    begins no HTML (a backslash would not do: the text may end with one of its own); and no definition of
    a link, which would hold for the whole report, is left.
    """
    for line in text.splitlines():
        yield f"> {sanitize(line)}".replace("<", "&lt;").replace("]:", "]\\:").rstrip()


def in_its_sentence(item: Annotated, mention: Mention) -> str:
    """The mention's verbatim sentence with the span itself in bold. No marks are put around it: sentences
    have quotation marks of their own."""
    start, end = sentence_span(item, mention)
    text = item.article.text
    before = escape(text[start : mention.start]).lstrip()
    inside = escape(text[mention.start : mention.end])
    after = escape(text[mention.end : end]).rstrip()
    gap_before = "" if not before or not before.endswith(" ") else " "
    return f"{before.rstrip()}{gap_before}**{inside.strip()}**{after}"
