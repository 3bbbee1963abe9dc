"""Notes and verdicts as a report of format 2 holds them: the parts that are made outside of `build`.

``comparison.schema.json`` describes the whole format. Keys are stable; additions are allowed, removals need
format 3. Offsets are code points into ``articles[].text``, end-exclusive.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from newsdiff.model import Kind
from newsdiff.verdicts.model import VerdictKind

Offset = Annotated[int, Field(ge=0)]
TargetKind: TypeAlias = Literal["span", "paragraph", "detail", "row"]


class Part(BaseModel):
    """A part of the report; later versions may add keys."""

    model_config = ConfigDict(frozen=True)


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


class VerdictPart(Part):
    """What the reader says of a mark, on the words that it is about."""

    verdict: VerdictKind
    targets: tuple[TargetPart, ...]
    label: str | None = None
    detail_kind: Kind | None = None
    parts: tuple[int, ...] = ()
    """For every target the number of the value, or of the joined detail, that it belongs to."""
