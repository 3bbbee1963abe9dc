"""The comparison report, format 1, as types that cross the border: what other programs rely on.

Keys are stable; additions are allowed, removals need format 2. Offsets are code points into
``articles[].text``, end-exclusive.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from newsdiff.model import Kind, LinkKind, Origin, Relation, Role

FORMAT: Final = "newsdiff-comparison/1"
Offset = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]
AlignedBy: TypeAlias = Literal["words", "names, numbers, dates and quotations"]
TargetKind: TypeAlias = Literal["span", "paragraph", "detail", "row"]


class Part(BaseModel):
    """A part of the report; later versions may add keys."""

    model_config = ConfigDict(frozen=True)


class EventPart(Part):
    """The event as a whole; dates are ISO days, null where no article tells one."""

    title: str | None
    first_published: str | None
    last_published: str | None
    independent_texts: int | None = None
    """Articles that do not repeat another one's text."""


class BlockPart(Part):
    """A visible block; together the blocks cover all non-blank text."""

    id: str
    role: Role
    reason: str | None = None
    start: Offset
    end: Offset


class SentencePart(Part):
    """A sentence of a body paragraph."""

    id: str
    paragraph: str
    start: Offset
    end: Offset


class QuotePart(Part):
    """A quotation with its marks; speaker null where the text does not tell."""

    id: str
    start: Offset
    end: Offset
    speaker: str | None


class OriginalPart(Part):
    """What a translated article is the translation of; its blocks have the ids of the article's."""

    language: str
    title: str | None
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    text: str
    blocks: tuple[BlockPart, ...]


class ArticlePart(Part):
    """One outlet's article; where it is translated, `text` and all offsets are those of the translation."""

    id: str
    source: str
    outlet: str | None
    label: str | None = None
    """What a person calls it: the outlet, with a number where another article has the same ("TIME (2)")."""
    country: str | None
    language: str
    title: str | None
    byline: str | None
    published: str | None
    """The day, in the zone of whoever published it."""
    published_at: str | None = None
    """That day's clock time where it is told, ISO 8601; without an offset where no zone is told."""
    url: str | None
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    text: str
    blocks: tuple[BlockPart, ...]
    sentences: tuple[SentencePart, ...]
    quotes: tuple[QuotePart, ...]
    remarks: tuple[str, ...] = ()
    """What had to be decided when it was read, and what it lacks, in words."""
    aligned_by: AlignedBy = "words"
    """What an article has in common with the others; with words only where it is in English."""
    translated_by: str | None = None
    original: OriginalPart | None = None


class LinkPart(Part):
    """Two paragraphs of different articles that report the same specific thing."""

    a: str
    b: str
    kind: LinkKind
    score: Share
    origin: Origin
    because: tuple[str, ...]


class RowPart(Part):
    """Paragraphs read side by side; every body paragraph stands in exactly one row."""

    id: str
    paragraphs: tuple[str, ...]
    told_by: tuple[str, ...]
    silent: tuple[str, ...]


class MentionPart(Part):
    """A verbatim span."""

    article: str
    start: Offset
    end: Offset
    text: str
    sentence: str


class ValuePart(Part):
    """One of the values that a detail has."""

    value: str
    mentions: Annotated[tuple[MentionPart, ...], Field(min_length=1)]
    independent_texts: int | None = None
    """Of the articles that tell it, those that do not tell it in a paragraph taken over from another."""


class DetailPart(Part):
    """What several articles tell, or only one, and how their values relate."""

    id: str
    kind: Kind
    relation: Relation
    label: str
    values: Annotated[tuple[ValuePart, ...], Field(min_length=1)]
    told_by: tuple[str, ...]
    independent_texts: int | None = None
    """Of `told_by`, those that do not tell it in a paragraph taken over from another."""
    confidence: Share
    because: str


class TargetPart(Part):
    """What a note is about: a span of `articles[].text` with the words around it (W3C text quote and
    position selectors)."""

    article: str
    start: Offset
    end: Offset
    exact: str
    prefix: str
    suffix: str
    kind: TargetKind = "span"
    reference: str = ""
    """What was pointed at: the label of a detail, the paragraphs of a row."""
    retrieved: str | None = None
    """When the text was brought in (W3C TimeState)."""
    as_written: str | None = None
    """The words the note was written on, where the text has others now."""


class OrphanPart(Part):
    """What a note was about before the text changed so much that its words are not found again."""

    article: str
    exact: str
    prefix: str
    suffix: str
    retrieved: str | None = None


class NotePart(Part):
    """What the reader wrote; without targets it is on the event as a whole."""

    id: str
    created: str
    updated: str | None = None
    body: str
    tags: tuple[str, ...]
    state: Literal["open", "resolved", "question"]
    colour: str | None = None
    targets: tuple[TargetPart, ...]
    orphans: tuple[OrphanPart, ...] = ()


class ComparisonReport(Part):
    """The whole report."""

    format: Literal["newsdiff-comparison/1"]
    generator: str
    event: EventPart
    base: str
    articles: Annotated[tuple[ArticlePart, ...], Field(min_length=2)]
    links: tuple[LinkPart, ...]
    rows: tuple[RowPart, ...]
    details: tuple[DetailPart, ...]
    notes: tuple[NotePart, ...] | None = None
    """Only for a saved comparison."""
