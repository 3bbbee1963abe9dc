"""Markdown: the block structure comes from its syntax, the rest from the same rules as plain text.

Only the block structure is parsed: inline marks are removed by a few expressions that run in linear time, and
blocks stay spans of the source, marks included. Front matter stands between ``---`` (``key: value``) or
``+++`` (TOML) at the top."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.patterns import lazy_pattern
from newsdiff.quick_dataclass import dataclass
from newsdiff.readers.files.plain_text import read_text
from newsdiff.readers.lines.endings import ends_like_prose, word_count
from newsdiff.readers.lines.line import Line, trimmed
from newsdiff.readers.lines.line_roles import SUBHEADING, TITLE, LineRole
from newsdiff.readers.lines.page_kinds import blocks_of, by_kind
from newsdiff.readers.lines.role_assignment import judge
from newsdiff.readers.lines.wrapping import is_broken
from newsdiff.readers.metadata.article_metadata import metadata_of
from newsdiff.readers.metadata.language import agreed
from newsdiff.readers.metadata.publication_time import published
from newsdiff.readers.parsed_page import ArticleMetadata, ParsedPage

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST = 200_000
"""Code points up to which Markdown is parsed; a longer text is read as plain text. No article comes near, and
lists or rules by the hundred thousand take the parser minutes."""

LONG_ROW = 100
"""Columns from which the lines of a paragraph are looked at: they may be paragraphs themselves."""

_BREAK = lazy_pattern(r"\r\n|\r|\n")
_LEAVES = {
    "paragraph_open": None,
    "heading_open": SUBHEADING,
    "fence": LineRole("noise", "code"),
    "html_block": LineRole("noise", "html"),
    "table_open": LineRole("noise", "table"),
    "hr": LineRole("noise", "rule"),
}
FRONT_MATTER = LineRole("noise", "front matter")
LINK = LineRole("noise", "link")
MARKUP = LineRole("noise", "markup")
PICTURE = LineRole("caption", "image")

LINKED_PROSE = 12
"""Words from which a paragraph that is one finished sentence stays body text though all of it is a link."""

_IMAGE = lazy_pattern(r"!\[([^\[\]]{0,500})\](?:\([^()\s]{0,2000}(?:\s[^()]{0,300})?\)|\[[^\[\]]{0,100}\])?")
_LINK = lazy_pattern(r"\[([^\[\]]{0,1000})\](?:\([^()\s]{0,2000}(?:\s[^()]{0,300})?\)|\[[^\[\]]{0,100}\])")
_AUTOLINK = lazy_pattern(r"<https?://[^<>\s]{1,2000}>")
_DEFINITION = lazy_pattern(r"\[[^\[\]]{1,200}\]:\s*\S.*")
_EMPHASIS = lazy_pattern(r"(?<![\w\\])[*_]{1,3}(?=\S)|(?<=\S)(?<!\\)[*_]{1,3}(?!\w)|`{1,3}|~~")
_MARKER = lazy_pattern(r"^[ \t]{0,12}(?:(?:[-*+]|\d{1,9}[.)]|>|#{1,6})[ \t]+|>)+")
_ESCAPE = lazy_pattern(r"\\([!-/:-@\[-`{-~])")


LONGEST_FRONT_MATTER = 20_000
"""Code points within which the closing line of front matter must come; else the opening line is a rule in the
text."""

_FENCED = lazy_pattern(r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_KEY = lazy_pattern(r"^(?P<key>[A-Za-z][\w -]{0,40}?)\s*:\s*(?P<value>.*)$")
_KEYS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "publication", "source", "site", "site_name", "sitename", "website"),
    "byline": ("byline", "author", "authors", "by"),
    "published": ("date", "published", "pubdate", "publish_date", "published_at", "date_published"),
    "url": ("url", "link", "canonical", "source_url", "permalink"),
    "language": ("language", "lang", "locale"),
    "country": ("country",),
}
"""Our name -> the keys that Markdown files use."""


@dataclass(frozen=True)
class FrontMatter:
    """Where the front matter ends in the text (0 without one) and what it says, by our names."""

    end: int = 0
    said: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str | None:
        """The title it gives."""
        return dict(self.said).get("title")

    def over(self, metadata: ArticleMetadata) -> ArticleMetadata:
        """The page's metadata, overridden by the front matter."""
        said: dict[str, str] = dict(self.said)
        published_time = published(said.pop("published", ""))
        declared = said.pop("language", "")
        metadata = replace(metadata, **said)  # type: ignore[arg-type]
        metadata = (
            replace(metadata, published=published_time.day, published_at=published_time.at)
            if published_time.day
            else metadata
        )
        return replace(metadata, language=agreed(declared, metadata.language))


def front_matter(text: str) -> FrontMatter:
    """The front matter of a Markdown text; an empty one when it has none."""
    opening = _FENCED.match(text)
    if opening is None:
        return FrontMatter()
    fence = re.escape(opening["fence"])
    closing = re.compile(rf"^{fence}[ \t]*$", re.MULTILINE).search(
        text[:LONGEST_FRONT_MATTER].replace("\r", "\n"), opening.end()
    )
    if closing is None:
        return FrontMatter()
    inside = text[opening.end() : closing.start()]
    values = _toml(inside) if opening["fence"] == "+++" else _key_values(inside)
    said = tuple(
        (ours, value)
        for ours, theirs in _KEYS.items()
        if (value := next((values[key] for key in theirs if values.get(key)), None))
    )
    return FrontMatter(closing.end(), said)


def _key_values(inside: str) -> dict[str, str]:
    """Plain ``key: value`` lines; nested values and lists are of no interest here."""
    values: dict[str, str] = {}
    for line in inside.splitlines():
        if match := _KEY.match(line):
            values.setdefault(match["key"].strip().lower(), match["value"].strip().strip("\"'[]").strip())
    return values


def _toml(inside: str) -> dict[str, str]:
    try:
        raw = tomllib.loads(inside.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    plain = (str, date, datetime)
    return {key.lower(): str(value).strip() for key, value in raw.items() if isinstance(value, plain)}


class Leaf(NamedTuple):
    """A leaf of the block structure: its span in the source and what its syntax says of it."""

    start: int
    end: int
    line_role: LineRole | None
    level: int = 0
    """1 for ``#`` to 6 for ``######``; 0 for what is no heading."""
    listed: bool = False
    """Whether it is an item of a list or a block quotation."""


def read_markdown(text: str) -> ParsedPage:
    """Blocks of a Markdown text; offsets are into the source as it stands.

    A file without any structure of Markdown is a page dump under another name and is read as such.
    """
    if len(text) > LONGEST:
        return read_text(text)
    matter = front_matter(text)
    leaves = list(_leaves(text, matter.end))
    if not any(leaf.line_role or leaf.listed for leaf in leaves):
        return read_text(text)
    leaves = list(_covering(text, _with_title(leaves, matter.title)))
    lines = [_line(text, leaf) for leaf in leaves]
    given = {
        index: line_role
        for index, leaf in enumerate(leaves)
        if (line_role := leaf.line_role or _by_links(text, leaf))
    }
    line_roles, remarks = by_kind(lines, judge(lines, given=given, title=matter.title), matter.title)
    blocks = blocks_of(lines, line_roles)
    title = next(
        (line.text for line, line_role in zip(lines, line_roles, strict=True) if line_role == TITLE), None
    )
    return ParsedPage(blocks, matter.over(metadata_of(text, blocks, title)), remarks=remarks)


def plain(source: str) -> str:
    """The words of a block without its inline marks and list, quotation and heading marks."""
    text = "\n".join(_MARKER.sub("", line) for line in _BREAK.split(source))
    text = _AUTOLINK.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    text = _ESCAPE.sub(r"\1", _EMPHASIS.sub("", text))
    return " ".join(text.strip("# \t").split()) or source


@cache
def _parser() -> MarkdownIt:
    """A parser of block structure only.

    Indented text is prose that somebody indented, not code; link definitions are left to `_by_links`, because
    the parser takes quadratic time over many of them.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table").disable(["code", "reference"])
    parser.core.ruler.disable(["inline", "text_join"])
    return parser


def _leaves(text: str, body_from: int) -> Iterator[Leaf]:
    if body_from:
        yield Leaf(*trimmed(text, 0, body_from), FRONT_MATTER)
    starts = [body_from, *(match.end() for match in _BREAK.finditer(text, body_from)), len(text)]
    depth = 0
    for token in _parser().parse(text[body_from:]):
        if token.type in ("list_item_open", "blockquote_open"):
            depth += 1
        elif token.type in ("list_item_close", "blockquote_close"):
            depth -= 1
        elif token.type in _LEAVES and token.map is not None:
            yield from _leaf(text, token, starts, listed=depth > 0)


def _leaf(text: str, token: Token, starts: list[int], *, listed: bool) -> Iterator[Leaf]:
    """One leaf, or one for each line of a paragraph of long lines, where none goes on in the next: a dump."""
    assert token.map is not None
    first, last = token.map
    line_role = _LEAVES[token.type]
    level = int(token.tag[1]) if token.type == "heading_open" else 0
    spans = [trimmed(text, a, b) for a, b in pairwise(starts[first : last + 1])]
    is_long = any(end - start > LONG_ROW for start, end in spans)
    if line_role is None and is_long and not is_broken(text[spans[0][0] : spans[-1][1]]):
        yield from (Leaf(start, end, None, 0, listed) for start, end in spans if start < end)
        return
    start, end = trimmed(text, starts[first], starts[last])
    if start < end:
        yield Leaf(start, end, line_role, level, listed)


def _with_title(leaves: list[Leaf], title: str | None) -> list[Leaf]:
    """The first heading of the first rank, else one above the body, is the headline (`title` unknown)."""
    first_text = next((i for i, leaf in enumerate(leaves) if leaf.line_role is None), len(leaves))
    tops = [i for i, leaf in enumerate(leaves) if leaf.level == 1] or [
        i for i, leaf in enumerate(leaves) if leaf.level and i < first_text
    ]
    if tops and title is None:
        leaves[tops[0]] = leaves[tops[0]]._replace(line_role=TITLE)
    return leaves


def _covering(text: str, leaves: list[Leaf]) -> Iterator[Leaf]:
    """The leaves in order, and as markup whatever visible text stands between them."""
    position = 0
    for leaf in leaves:
        if leaf.start < position:
            continue
        yield from _markup(text, position, leaf.start)
        yield leaf
        position = leaf.end
    yield from _markup(text, position, len(text))


def _markup(text: str, start: int, end: int) -> Iterator[Leaf]:
    start, end = trimmed(text, start, end)
    if start < end:
        yield Leaf(start, end, MARKUP)


def _line(text: str, leaf: Leaf) -> Line:
    return Line(
        leaf.start, leaf.end, plain(text[leaf.start : leaf.end]), touches_above=False, prose=leaf.listed
    )


def _by_links(text: str, leaf: Leaf) -> LineRole | None:
    """Paragraphs that are nothing but pictures, links or link definitions."""
    source = text[leaf.start : leaf.end]
    without_images = _IMAGE.sub("", source)
    bare = _LINK.sub("", _AUTOLINK.sub("", without_images))
    if all(_DEFINITION.match(line.strip()) for line in _BREAK.split(source)):
        return LINK
    if re.search(r"\w", bare):
        return None
    if without_images == source:
        words = plain(source)
        is_prose = ends_like_prose(words) and word_count(words) >= LINKED_PROSE
        return None if bare == source or is_prose else LINK
    return LINK if re.search(r"\w", without_images) else PICTURE
