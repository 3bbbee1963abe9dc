"""The bundle, format 1, as types that cross the border. Everything in it is checked before it is used:
offsets lie within their texts, ids are ids, and whatever is named is there.

``bundle.json`` holds a `BundleFile`; beside it stands one ``texts/SHA256.txt`` for every text.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Final, Literal, TypeAlias, TypeVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from newsdiff.calendar.bounds import OUT_OF_BOUNDS, is_within_bounds
from newsdiff.library.records import How, Scalar, State, TargetKind
from newsdiff.model import Kind, Level, Role, Says
from newsdiff.verdicts.model import VerdictKind

FORMAT: Final = "newsdiff-bundle/1"

_Day = TypeVar("_Day", bound=date)


def _within_bounds(day: _Day) -> _Day:
    if not is_within_bounds(day):
        raise PydanticCustomError("bounds", OUT_OF_BOUNDS)
    return day


Id: TypeAlias = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
Hash: TypeAlias = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
ShortName: TypeAlias = Annotated[str, Field(pattern=r"^[\w-]+$", max_length=200)]
Words: TypeAlias = Annotated[str, Field(max_length=10_000)]
"""The longest title, name or label."""
Text: TypeAlias = Annotated[str, Field(max_length=10_000_000)]
"""The longest text of a note or a quotation."""
Day: TypeAlias = Annotated[date, AfterValidator(_within_bounds)]
Clock: TypeAlias = Annotated[datetime, AfterValidator(_within_bounds)]
Moment: TypeAlias = Annotated[AwareDatetime, AfterValidator(_within_bounds)]
Offset: TypeAlias = Annotated[int, Field(ge=0, le=100_000_000)]


class _Part(BaseModel):
    """Unknown keys are refused: they would be lost."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False)


class BlockPart(_Part):
    """A block as it was read."""

    role: Role
    start: Offset
    end: Offset
    reason: Words


class TextPart(_Part):
    """One text of an article."""

    article: ShortName
    sha256: Hash
    source: Words
    title: Words | None
    outlet: Words | None
    country: Words | None
    language: Words
    byline: Words | None
    published: Day | None
    published_at: Clock | None = None
    url: Words | None
    remarks: tuple[Words, ...]
    blocks: tuple[BlockPart, ...]
    retrieved: Moment
    renamed: Words | None
    roles: tuple[BlockPart, ...]
    """Blocks that the reader gave another role."""


class AnchorPart(_Part):
    """A paragraph."""

    article: ShortName
    sha256: Hash
    start: Offset
    end: Offset


class LinkPart(_Part):
    """The reader's decision on two paragraphs."""

    a: AnchorPart
    b: AnchorPart
    linked: bool


class SavedPart(_Part):
    """The saved comparison."""

    id: Id
    name: Annotated[str, Field(min_length=1, max_length=1_000)]
    created: Moment
    updated: Moment
    version: Annotated[int, Field(ge=1, le=1_000_000_000)]
    texts: Annotated[dict[ShortName, Hash], Field(min_length=2)]
    sources: tuple[ShortName, ...]
    base: ShortName | None
    level: Level
    row: Words | None
    pane: ShortName | None
    detail: Words | None
    options: dict[Words, Scalar]
    paragraph: AnchorPart | None
    links: tuple[LinkPart, ...]


class PlacingPart(_Part):
    """Where the words of a note were found again."""

    how: How
    sha256: Hash
    start: Offset
    end: Offset
    similarity: Annotated[float, Field(ge=0, le=1)]


class TargetPart(_Part):
    """A span that a note is on."""

    article: ShortName
    sha256: Hash
    start: Offset
    end: Offset
    exact: Text
    prefix: Words
    suffix: Words
    kind: TargetKind
    reference: Text
    placing: PlacingPart | None


class NotePart(_Part):
    """A note."""

    id: Id
    created: Moment
    updated: Moment
    body: Text
    tags: tuple[Words, ...]
    state: State
    colour: Words | None
    version: Annotated[int, Field(ge=1, le=1_000_000_000)]
    conflict_of: Id | None
    targets: tuple[TargetPart, ...]


class VerdictTargetPart(TargetPart):
    """A span that a verdict is about."""

    part: Annotated[int, Field(ge=0, le=1_000)]


class VerdictPart(_Part):
    """What the reader says of a mark."""

    id: Id
    created: Moment
    kind: VerdictKind
    label: Words
    detail_kind: Kind
    targets: Annotated[tuple[VerdictTargetPart, ...], Field(min_length=1)]


class QuotedPart(_Part):
    """Words that an opinion quotes from a version."""

    version: Annotated[str, Field(pattern=r"^[A-Z]$")]
    words: Words


class OpinionPart(_Part):
    """A second opinion on the versions of a place."""

    passages: Hash
    """Of the versions, as a question has them: the place is known again wherever the same texts are
    compared."""
    by: Annotated[str, Field(min_length=1, max_length=200)]
    says: Says
    at_odds: Words
    quotations: Annotated[tuple[QuotedPart, ...], Field(max_length=100)]


class BundleFile(_Part):
    """Everything but the texts of articles."""

    format: Literal["newsdiff-bundle/1"]
    generator: Words
    event: Id
    title: Words | None
    created: Moment
    texts: tuple[TextPart, ...]
    saved: SavedPart
    notes: tuple[NotePart, ...]
    verdicts: tuple[VerdictPart, ...] = ()
    """Written only where there are some: older versions of newsdiff refuse keys that they do not know."""
    opinions: tuple[OpinionPart, ...] = ()
    """Written only where there are some."""
